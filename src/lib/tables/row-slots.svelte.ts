/** A row of the page. When its line has left the sight it is used again for another one. */
export class RowSlot {
	/** Line of the grid, from 0. */
	line = $state.raw(0);
	/** px under the top of the list. */
	place = $state.raw(0);
	/** What is shown: the same number wherever its line moves to. */
	shows = $state.raw(0);
	/** What is to be shown, out of sight, when the hand rests; null: it is shown. */
	waits: number | null = null;

	constructor(line: number, shows: number) {
		this.line = line;
		this.shows = shows;
	}
}

/**
 * Slots for these lines. What is shown already keeps its slot, and with it its element and the focus; free slots are used
 * again. The same array comes back unless slots had to be made or dropped.
 */
export function settleSlots(
	slots: readonly RowSlot[],
	lines: readonly number[],
	showing: (line: number) => number,
	placeOf: (line: number) => number
): readonly RowSlot[] {
	const open = new Map(lines.map((line) => [showing(line), line]));
	const free: RowSlot[] = [];
	for (const slot of slots) {
		const line = open.get(slot.shows);
		if (line === undefined) free.push(slot);
		else put(slot, line, placeOf(line));
		open.delete(slot.shows);
	}
	const made: RowSlot[] = [];
	// The first free one first: where all rows are others, they stand in the page as they are read.
	free.reverse();
	for (const [shows, line] of open) {
		let slot = free.pop();
		if (!slot) made.push((slot = new RowSlot(line, shows)));
		slot.shows = shows;
		put(slot, line, placeOf(line));
	}
	return free.length === 0 && made.length === 0 ? slots : [...slots.filter((slot) => !free.includes(slot)), ...made];
}

function put(slot: RowSlot, line: number, place: number): void {
	slot.line = line;
	slot.place = place;
	slot.waits = null;
}

/**
 * Slots for other contents of these lines, in the order of the lines, whatever they showed before: so they stand in the page, too.
 * The same array comes back unless slots had to be moved, made or dropped.
 * @param lines ascending
 * @param now whether a line's new content is shown at once; out of sight it may wait for `showWaiting`, for a row told anew costs
 * the page. What is new is shown at once.
 */
export function refillSlots(
	slots: readonly RowSlot[],
	lines: readonly number[],
	showing: (line: number) => number,
	placeOf: (line: number) => number,
	now: (line: number) => boolean
): readonly RowSlot[] {
	const ordered = inOrder(slots);
	const filled = lines.map((line, k) => {
		const shows = showing(line);
		const slot = ordered[k] ?? new RowSlot(line, shows);
		put(slot, line, placeOf(line));
		if (now(line)) slot.shows = shows;
		else if (slot.shows !== shows) slot.waits = shows;
		return slot;
	});
	return filled.length === slots.length && ordered === slots ? slots : filled;
}

/** Shows what has waited. */
export function showWaiting(slots: readonly RowSlot[]): void {
	for (const slot of slots) {
		if (slot.waits !== null) slot.shows = slot.waits;
		slot.waits = null;
	}
}

/** The slots by line; the same array when they stand so. */
export function inOrder(slots: readonly RowSlot[]): readonly RowSlot[] {
	const ordered = slots.every((slot, i) => i === 0 || (slots[i - 1]?.line ?? 0) < slot.line);
	return ordered ? slots : slots.toSorted((a, b) => a.line - b.line);
}
