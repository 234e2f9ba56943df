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

/**
 * No element is made higher than this: browsers end at some 17 to 33 million px. A longer list is scrolled through faster
 * than it is high, and its rows are put where the reader looks.
 */
const HIGHEST = 12_000_000;
/** Rows drawn beyond either edge of the view. */
const BEYOND = 12;

/** How far the list is scrolled, px of rows. */
export function offsetOf(sheet: Sheet, scrollTop: number): number {
	const { whole, given, room } = heights(sheet);
	if (whole <= given) return scrollTop;
	return given <= room ? 0 : (Math.min(scrollTop, given - room) / (given - room)) * (whole - room);
}

/** Where the scroller must stand for an offset. */
export function scrollTopFor(sheet: Sheet, offset: number): number {
	const { whole, given, room } = heights(sheet);
	const within = Math.max(0, Math.min(offset, whole - room));
	return whole <= given ? within : (within / (whole - room)) * (given - room);
}

/** The rows to draw at a place of the scroller, `keep` among them wherever it is (-1: none), and the empty height after them. */
export function drawnRows(sheet: Sheet, scrollTop: number, keep: number): { readonly rows: WindowRow[]; readonly rest: number } {
	const { given } = heights(sheet);
	const offset = offsetOf(sheet, scrollTop);
	const first = Math.max(0, Math.floor(offset / sheet.row) - BEYOND);
	const last = Math.min(sheet.count - 1, Math.ceil((offset + sheet.view) / sheet.row) + BEYOND);
	// The scroller shows the row at `offset` at its own place, so a row stands as far from there as in the whole list.
	const placeOf = (index: number) => Math.max(0, Math.min(given - sheet.row, scrollTop + index * sheet.row - offset));
	const rows: WindowRow[] = [];
	let bottom = 0;
	const draw = (index: number, place: number) => {
		rows.push({ index, gap: Math.max(0, place - bottom) });
		bottom = Math.max(bottom, place) + sheet.row;
	};
	const kept = keep >= 0 && keep < sheet.count && (keep < first || keep > last);
	if (kept && keep < first) draw(keep, Math.min(placeOf(keep), placeOf(first) - sheet.row));
	for (let index = first; index <= last; index++) draw(index, placeOf(index));
	if (kept && keep > last) draw(keep, placeOf(keep));
	return { rows, rest: Math.max(0, given - bottom) };
}

function heights({ count, row, head, view }: Sheet): { whole: number; given: number; room: number } {
	const whole = count * row;
	return { whole, given: Math.min(whole, HIGHEST), room: Math.max(0, view - head) };
}
