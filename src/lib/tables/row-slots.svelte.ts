/** A row of the page. When its line has left the sight it is used again for another one. */
export class RowSlot {
	/** Line of the grid, from 0. */
	line = $state.raw(0);
	/** px under the top of the list. */
	place = $state.raw(0);
	/** What stands in the line: the same number wherever the line moves to. */
	shows: number;

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
	const put = (slot: RowSlot, line: number) => {
		slot.line = line;
		slot.place = placeOf(line);
	};
	for (const slot of slots) {
		const line = open.get(slot.shows);
		if (line === undefined) free.push(slot);
		else put(slot, line);
		open.delete(slot.shows);
	}
	const made: RowSlot[] = [];
	for (const [shows, line] of open) {
		let slot = free.pop();
		if (!slot) made.push((slot = new RowSlot(line, shows)));
		slot.shows = shows;
		put(slot, line);
	}
	return free.length === 0 && made.length === 0 ? slots : [...slots.filter((slot) => !free.includes(slot)), ...made];
}

/** The slots by line; the same array when they stand so. */
export function inOrder(slots: readonly RowSlot[]): readonly RowSlot[] {
	const ordered = slots.every((slot, i) => i === 0 || (slots[i - 1]?.line ?? 0) < slot.line);
	return ordered ? slots : slots.toSorted((a, b) => a.line - b.line);
}
