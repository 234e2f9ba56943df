import type { RowGroup } from '#lib/columns/groups.ts';

/** One line of a grouped table: the head of a group, or one of its rows. */
export interface GroupLine {
	readonly group: number;
	/** Place among the ordered rows; -1: the group's head. */
	readonly row: number;
}

/** A grouped table as lines, each group a head and its rows unless it is closed. Nothing is kept by row. */
export interface GroupLines {
	readonly count: number;
	at(line: number): GroupLine;
	/** The line of an ordered row; -1: its group is closed. */
	lineOf(row: number): number;
	/** The line of a group's head. */
	headOf(group: number): number;
	/** The group of an ordered row; -1: there is no such row. */
	groupOf(row: number): number;
}

/** Lines of groups that follow each other without a gap, by sums over their sizes. */
export function groupLines(groups: readonly RowGroup[], closed: ReadonlySet<string>): GroupLines {
	const heads = new Uint32Array(groups.length + 1);
	groups.forEach(({ value, count }, i) => (heads[i + 1] = heads[i]! + 1 + (closed.has(value) ? 0 : count)));
	const groupOf = (row: number): number => lastUpTo(groups.length, (i) => groups[i]!.start <= row);
	return {
		count: heads[groups.length]!,
		at(line) {
			const group = lastUpTo(groups.length, (i) => heads[i]! <= line);
			const inside = line - heads[group]!;
			return { group, row: inside === 0 ? -1 : groups[group]!.start + inside - 1 };
		},
		lineOf(row) {
			const group = groupOf(row);
			const of = groups[group];
			return !of || row >= of.start + of.count || closed.has(of.value) ? -1 : heads[group]! + 1 + row - of.start;
		},
		headOf: (group) => heads[group] ?? 0,
		groupOf: (row) => (row < 0 ? -1 : groupOf(row))
	};
}

/** The last of `count` places that pass, where all that pass come first; -1 for none. */
function lastUpTo(count: number, passes: (i: number) => boolean): number {
	let [low, high] = [0, count];
	while (low < high) {
		const middle = (low + high) >> 1;
		if (passes(middle)) low = middle + 1;
		else high = middle;
	}
	return low - 1;
}
