/** One row that is drawn, and the empty height between it and the row drawn before it. */
export interface WindowRow {
	readonly index: number;
	readonly gap: number;
}

/** A long list of rows of one height under a sticky head, in a view. All in px. */
export interface Sheet {
	readonly count: number;
	readonly row: number;
	readonly head: number;
	readonly view: number;
}

/** Where the scroller stands, and which part of the list it shows there: px of rows above the view. */
export interface SheetPlace {
	readonly top: number;
	readonly offset: number;
}

/**
 * No element is made higher than this: browsers end at some 17 to 33 million px. A longer list is not scrolled through px
 * by px: its rows are put where the reader looks.
 */
const HIGHEST = 12_000_000;
/** This far from either end px are px, so that the ends are reached and left without any jump. */
const EXACT = 2_000_000;
/** Rows drawn beyond either edge of the view. */
const BEYOND = 12;

/** The part of the list that belongs to a place of the scroller, far from wherever it was: px of rows above the view. */
export function offsetOf(sheet: Sheet, scrollTop: number): number {
	const { top: lowest, offset: most } = farthest(sheet);
	const top = Math.max(0, Math.min(scrollTop, lowest));
	if (lowest === most || top <= EXACT) return top;
	if (top >= lowest - EXACT) return most - (lowest - top);
	return EXACT + ((top - EXACT) / (lowest - 2 * EXACT)) * (most - 2 * EXACT);
}

/** Where the scroller must stand for an offset: the inverse of `offsetOf`. */
export function scrollTopFor(sheet: Sheet, offset: number): number {
	const { top: lowest, offset: most } = farthest(sheet);
	const within = Math.max(0, Math.min(offset, most));
	if (lowest === most || within <= EXACT) return within;
	if (within >= most - EXACT) return lowest - (most - within);
	return EXACT + ((within - EXACT) / (most - 2 * EXACT)) * (lowest - 2 * EXACT);
}

/**
 * Where the reader is after the scroller moved to `scrollTop`. A move by no more than a screen (a wheel, a key, a finger)
 * moves the rows as far as it says, so that every row can be reached; a farther one (the bar) leads to its share of the
 * list. The two drift apart, so the scroller is put to `scrollTopFor` when it rests.
 */
export function placeAfter(sheet: Sheet, from: SheetPlace, scrollTop: number): SheetPlace {
	const moved = scrollTop - from.top;
	if (Math.abs(moved) > sheet.view) return { top: scrollTop, offset: offsetOf(sheet, scrollTop) };
	// The list may have become shorter since.
	const most = farthest(sheet).offset;
	return { top: scrollTop, offset: Math.max(0, Math.min(Math.min(from.offset, most) + moved, most)) };
}

/** The rows to draw at a place, `keep` among them wherever it is (-1: none), and the empty height after them. */
export function drawnRows(sheet: Sheet, at: SheetPlace, keep: number): { readonly rows: WindowRow[]; readonly rest: number } {
	const { top } = at;
	const offset = Math.min(at.offset, farthest(sheet).offset);
	const given = Math.min(sheet.count * sheet.row, HIGHEST);
	const last = Math.min(sheet.count - 1, Math.ceil((offset + sheet.view) / sheet.row) + BEYOND);
	const first = Math.max(0, Math.min(Math.floor(offset / sheet.row) - BEYOND, last));
	// The scroller shows the row at `offset` at its own place, so a row stands as far from there as in the whole list.
	const placeOf = (index: number) => Math.max(0, Math.min(given - sheet.row, top + index * sheet.row - offset));
	const rows: WindowRow[] = [];
	let bottom = 0;
	const draw = (index: number, place: number) => {
		rows.push({ index, gap: Math.max(0, place - bottom) });
		bottom = Math.max(bottom, place) + sheet.row;
	};
	const kept = keep >= 0 && keep < sheet.count && (keep < first || keep > last);
	if (kept && keep < first) draw(keep, Math.max(0, Math.min(placeOf(keep), placeOf(first) - sheet.row)));
	for (let index = first; index <= last; index++) draw(index, placeOf(index));
	if (kept && keep > last) draw(keep, placeOf(keep));
	return { rows, rest: Math.max(0, given - bottom) };
}

/** The lowest place of the scroller and the part of the list shown there; equal unless the list is too long. */
function farthest({ count, row, head, view }: Sheet): SheetPlace {
	const room = Math.max(0, view - head);
	const whole = count * row;
	return { top: Math.max(0, Math.min(whole, HIGHEST) - room), offset: Math.max(0, whole - room) };
}
