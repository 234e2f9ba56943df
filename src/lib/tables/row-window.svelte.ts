import { untrack } from 'svelte';
import { drawnRange, heightOf, isInSight, offsetOf, placeAfter, placeOf, scrollTopFor, type Sheet, type SheetPlace } from './row-sheet.ts';
import { inOrder, refillSlots, settleSlots, showWaiting, type RowSlot } from './row-slots.svelte.ts';

/** Rows that stand in the page before any script has run; a table of no more needs no window. */
const FIRST_ROWS = 60;
/** Of so many that nobody reads them in a row, no more than a high screen holds: each is made again by the scripts. */
const FIRST_OF_MANY = 32;
const MANY = 1000;
/** Scrolling rests when nothing moved for this long, ms. */
const REST = 150;
/** After another order or filter rows out of sight are told anew so long after those in sight are painted, ms. */
const BEHIND = 80;

export interface RowWindowOptions {
	readonly scroller: () => HTMLElement | null;
	readonly count: () => number;
	/** Heights of a row and of the sticky head, px. */
	readonly rowHeight: () => number;
	readonly headHeight: () => number;
	/** Height under the head that is covered while rows scroll beneath, px. */
	readonly cover: () => number;
	/** A row that stays in the page wherever it is scrolled to, because it has the focus; -1: none. */
	readonly keep: () => number;
	/** What stands in a line: the same number wherever the line moves to. */
	readonly showing: (line: number) => number;
	/** Rows out of sight may for a moment show what they showed before: where every line is a row. */
	readonly mayWait: () => boolean;
	/** Changes when rows come, go or change by themselves. What the reader then looks at stays where it is. */
	readonly edition: () => unknown;
	/** The line in which that stands; -1: nowhere. */
	readonly lineOf: (shown: number) => number;
}

export interface RowWindow {
	readonly slots: readonly RowSlot[];
	/** Height of all rows, px, which are then put at their places; null while they stand one under the other. */
	readonly height: number | null;
	/** Rows in sight and at least half a screen around them, both included. Follows scrolling in steps. */
	readonly around: { readonly first: number; readonly last: number };
	/** The first row in sight. */
	readonly top: number;
	/** Whole rows that fit at once. */
	readonly page: number;
	/** True once rows come and go with scrolling. */
	readonly live: boolean;
	/** Rows are moving under a pointer that may stand still. */
	readonly moving: boolean;
	/** Scrolls as little as needed to show a row. */
	reveal(index: number): void;
}

/** The rows in view and a few around them, of however many there are. All rows are equally high. Call while a component is set up. */
export function createRowWindow(options: RowWindowOptions): RowWindow {
	/** Where the reader is. The page follows by its slots alone, so a move costs only the rows that come into sight. */
	let at: SheetPlace = { top: 0, offset: 0 };
	let moving = false;
	let movedAt = 0;
	let resting: ReturnType<typeof setTimeout> | undefined;
	let behind: ReturnType<typeof setTimeout> | undefined;
	/** Height of the scroller; -1 until it is in the page. */
	let view = $state.raw(-1);
	/** A table that has been long stays windowed when a filter leaves it few rows: the other way of standing costs a layout of all. */
	let wasLong = false;
	const long = $derived.by(() => {
		wasLong ||= options.count() > FIRST_ROWS;
		return wasLong;
	});
	const windowed = $derived(long && view >= 0);
	const sheet = $derived<Sheet>({
		count: options.count(),
		row: options.rowHeight(),
		head: options.headHeight(),
		view: Math.max(0, view)
	});
	let slots = $state.raw(untrack(() => inFlow([])));
	let topRow = $state.raw(0);
	/** What stands in it. */
	let onTop = -1;
	let around = $state.raw({ first: 0, last: FIRST_ROWS });

	/** Rows that stand one under the other, so in their order. */
	function inFlow(before: readonly RowSlot[]): readonly RowSlot[] {
		const count = options.count();
		const lines = Array.from({ length: Math.min(count > MANY ? FIRST_OF_MANY : FIRST_ROWS, count) }, (_, line) => line);
		return inOrder(settleSlots(before, lines, options.showing, () => 0));
	}

	/** @param anew the lines have other contents: those in sight first */
	function settle(anew = false): void {
		const { first, last } = drawnRange(sheet, at);
		const lines = Array.from({ length: last - first + 1 }, (_, i) => first + i);
		const keep = options.keep();
		if (keep >= 0 && keep < sheet.count && (keep < first || keep > last)) lines.push(keep);
		const place = (line: number): number => placeOf(sheet, at, line);
		clearTimeout(behind);
		if (anew && !options.scroller()?.querySelector('tbody')?.contains(document.activeElement)) {
			lines.sort((a, b) => a - b);
			slots = refillSlots(slots, lines, options.showing, place, (line) => isInSight(sheet, at, line));
			behind = setTimeout(() => requestAnimationFrame(() => (behind = setTimeout(() => showWaiting(slots), BEHIND))));
		} else slots = settleSlots(slots, lines, options.showing, place);
		topRow = Math.max(0, Math.min(Math.floor(at.offset / sheet.row), sheet.count - 1));
		onTop = options.showing(topRow);
		const page = Math.ceil(sheet.view / sheet.row);
		if (Math.abs(around.first + page - first) > page / 2 || around.last < last) around = { first: first - page, last: last + page };
	}

	function rest(): void {
		const scroller = options.scroller();
		resting = undefined;
		if (!scroller) return;
		if (performance.now() - movedAt < REST) return void (resting = setTimeout(rest, REST));
		moving = false;
		// What is read aloud or marked is in the order seen. A row with the focus would lose it by being moved.
		if (!scroller.contains(document.activeElement)) slots = inOrder(slots);
		// A scroller that has drifted from its share of the list is put back there; no row moves on the screen.
		const top = scrollTopFor(sheet, at.offset);
		if (Math.abs(top - at.top) < 1) return;
		scroller.scrollTop = top;
		at = { ...at, top: scroller.scrollTop };
		settle();
	}

	/** The row on top stays on top, whatever came in above it. The scroller follows when it rests. */
	function holdTop(shown: number): void {
		const line = at.offset > 0 ? options.lineOf(shown) : -1;
		if (line < 0 || line === topRow) return;
		at = { ...at, offset: Math.max(0, at.offset + (line - topRow) * sheet.row) };
		resting ??= setTimeout(rest, REST);
	}

	$effect(() => {
		const scroller = options.scroller();
		if (!scroller || !long) return;
		let frame = 0;
		const look = (now: number): void => {
			frame = 0;
			const top = scroller.scrollTop;
			if (top === at.top) return;
			at = placeAfter(sheet, at, top);
			settle();
			moving = true;
			movedAt = now;
			resting ??= setTimeout(rest, REST);
		};
		const soon = (): void => {
			if (frame === 0) frame = requestAnimationFrame(look);
		};
		untrack(() => {
			view = scroller.clientHeight;
			at = {
				top: scroller.scrollTop,
				offset: offsetOf(sheet, scroller.scrollTop)
			};
		});
		scroller.addEventListener('scroll', soon, { passive: true });
		const resized = new ResizeObserver(() => (view = scroller.clientHeight));
		resized.observe(scroller);
		return () => {
			cancelAnimationFrame(frame);
			clearTimeout(resting);
			clearTimeout(behind);
			resting = undefined;
			scroller.removeEventListener('scroll', soon);
			resized.disconnect();
			view = -1;
		};
	});

	// Other rows, another order, another height: before anything is drawn.
	let edition = untrack(options.edition);
	$effect.pre(() => {
		void [sheet, options.keep(), options.showing(0)];
		const now = options.edition();
		if (now !== edition && windowed) untrack(() => holdTop(onTop));
		// Another edition may not have the rows that are shown.
		const anew = now === edition && untrack(options.mayWait);
		edition = now;
		if (windowed) untrack(() => settle(anew));
		else slots = untrack(() => inFlow(slots));
	});

	return {
		get slots() {
			return slots;
		},
		get height() {
			return windowed ? heightOf(sheet) : null;
		},
		get around() {
			return around;
		},
		get top() {
			return topRow;
		},
		get page() {
			const height = view >= 0 ? view : (options.scroller()?.clientHeight ?? 0);
			return Math.max(1, Math.floor((height - options.headHeight()) / options.rowHeight()) - 1);
		},
		get live() {
			return windowed || (!long && options.scroller() !== null);
		},
		get moving() {
			return moving;
		},
		reveal(index) {
			const scroller = options.scroller();
			if (!scroller) return;
			const now = { ...sheet, view: scroller.clientHeight };
			const { offset } = windowed ? placeAfter(now, at, scroller.scrollTop) : { offset: scroller.scrollTop };
			const top = index * now.row - Math.min(options.cover(), index * now.row);
			const bottom = (index + 1) * now.row;
			const room = now.view - now.head;
			const wanted = top < offset ? top : bottom > offset + room ? bottom - room : offset;
			if (wanted === offset) return;
			scroller.scrollTop = scrollTopFor(now, wanted);
			if (!windowed) return;
			at = { top: scroller.scrollTop, offset: wanted };
			settle();
		}
	};
}
