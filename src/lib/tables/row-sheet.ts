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
const BEYOND = 5;

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
	return {
		top: scrollTop,
		offset: Math.max(0, Math.min(Math.min(from.offset, most) + moved, most))
	};
}

/** The first and last row to draw at a place: always as many, so that scrolling makes and drops none. */
export function drawnRange(sheet: Sheet, { offset }: SheetPlace): { readonly first: number; readonly last: number } {
	const rows = Math.ceil(sheet.view / sheet.row) + 1 + 2 * BEYOND;
	const within = Math.min(offset, farthest(sheet).offset);
	const first = Math.max(0, Math.min(Math.floor(within / sheet.row) - BEYOND, sheet.count - rows));
	return { first, last: Math.min(sheet.count, first + rows) - 1 };
}

/** Is any of a row within the view? */
export function isInSight(sheet: Sheet, { offset }: SheetPlace, index: number): boolean {
	const within = Math.min(offset, farthest(sheet).offset);
	return (index + 1) * sheet.row > within && index * sheet.row < within + sheet.view;
}

/** How far under the top of the list a row is put, px: as far from the row the scroller shows as in the whole list. */
export function placeOf(sheet: Sheet, { top, offset }: SheetPlace, index: number): number {
	const within = Math.min(offset, farthest(sheet).offset);
	return Math.max(0, Math.min(heightOf(sheet) - sheet.row, Math.round(top + index * sheet.row - within)));
}

/** Height of the whole list as the scroller has it, px. */
export function heightOf({ count, row }: Sheet): number {
	return Math.min(count * row, HIGHEST);
}

/** The lowest place of the scroller and the part of the list shown there; equal unless the list is too long. */
function farthest({ count, row, head, view }: Sheet): SheetPlace {
	const room = Math.max(0, view - head);
	return {
		top: Math.max(0, heightOf({ count, row, head, view }) - room),
		offset: Math.max(0, count * row - room)
	};
}
