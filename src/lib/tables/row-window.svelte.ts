import type * as VirtualCore from '@tanstack/virtual-core';
import { untrack } from 'svelte';

/** Rows that stand in the page before any script has run; a table of no more needs no window, and does not fetch its code. */
const FIRST_ROWS = 60;

export interface RowWindowOptions {
	readonly scroller: () => HTMLElement | null;
	readonly count: () => number;
	/** Heights of a row and of the sticky head, px. */
	readonly rowHeight: () => number;
	readonly headHeight: () => number;
	/** A row that stays in the page wherever it is scrolled to, because it has the focus; -1: none. */
	readonly keep: () => number;
}

/** One row that is drawn, and the empty height between it and the row drawn before it. */
export interface WindowRow {
	readonly index: number;
	readonly gap: number;
}

export interface RowWindow {
	readonly rows: readonly WindowRow[];
	/** Empty height after the last row drawn, px. */
	readonly rest: number;
	/** Whole rows that fit at once. */
	readonly page: number;
	/** True once rows come and go with scrolling. */
	readonly live: boolean;
	/** Scrolls as little as needed to show a row. */
	reveal(index: number): void;
}

/** The rows in view and a few around them, of however many there are. Call while a component is set up. */
export function createRowWindow(options: RowWindowOptions): RowWindow {
	let virtualizer = $state.raw<VirtualCore.Virtualizer<HTMLElement, HTMLElement> | null>(null);
	let core = $state.raw<typeof VirtualCore | null>(null);
	const long = $derived(options.count() > FIRST_ROWS);
	let version = $state(0);

	const settings = ({ defaultRangeExtractor, elementScroll, observeElementOffset, observeElementRect }: typeof VirtualCore) => ({
		count: options.count(),
		getScrollElement: options.scroller,
		estimateSize: options.rowHeight,
		paddingStart: options.headHeight(),
		scrollPaddingStart: options.headHeight(),
		overscan: 12,
		scrollToFn: elementScroll,
		observeElementRect,
		observeElementOffset,
		rangeExtractor: (range: VirtualCore.Range) => {
			const keep = options.keep();
			const indexes = defaultRangeExtractor(range);
			if (keep < 0 || keep >= range.count || indexes.includes(keep)) return indexes;
			return [...indexes, keep].sort((a, b) => a - b);
		},
		onChange: () => untrack(() => version++)
	});

	$effect(() => {
		if (long && !core) void import('@tanstack/virtual-core').then((module) => (core = module));
	});
	$effect(() => {
		const module = core;
		if (!options.scroller() || !long || !module) return;
		return untrack(() => {
			const made = new module.Virtualizer<HTMLElement, HTMLElement>(settings(module));
			virtualizer = made;
			const unmount = made._didMount();
			made._willUpdate();
			return () => {
				unmount();
				virtualizer = null;
			};
		});
	});

	// Heights are kept per row, so a table that becomes a list of cards is measured anew.
	$effect(() => {
		options.rowHeight();
		untrack(() => virtualizer?.measure());
	});

	const drawn = $derived.by<readonly WindowRow[]>(() => {
		const height = options.rowHeight();
		if (!virtualizer || !core) return Array.from({ length: Math.min(FIRST_ROWS, options.count()) }, (_, index) => ({ index, gap: 0 }));
		void version;
		virtualizer.setOptions(settings(core));
		let previous = -1;
		return virtualizer.getVirtualItems().map(({ index }) => {
			const gap = (index - previous - 1) * height;
			previous = index;
			return { index, gap };
		});
	});

	return {
		get rows() {
			return drawn;
		},
		get rest() {
			return virtualizer ? (options.count() - 1 - (drawn.at(-1)?.index ?? -1)) * options.rowHeight() : 0;
		},
		get page() {
			void version;
			const height = virtualizer ? (virtualizer.scrollRect?.height ?? 0) : (options.scroller()?.clientHeight ?? 0);
			return Math.max(1, Math.floor((height - options.headHeight()) / options.rowHeight()) - 1);
		},
		get live() {
			return virtualizer !== null || (!long && options.scroller() !== null);
		},
		reveal(index) {
			const scroller = options.scroller();
			if (virtualizer) return virtualizer.scrollToIndex(index, { align: 'auto' });
			if (!scroller) return;
			const top = index * options.rowHeight();
			const bottom = top + options.rowHeight() + options.headHeight();
			if (top < scroller.scrollTop) scroller.scrollTop = top;
			else if (bottom > scroller.scrollTop + scroller.clientHeight) scroller.scrollTop = bottom - scroller.clientHeight;
		}
	};
}
