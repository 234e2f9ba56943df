import type { ForeignPlace, ForeignProblem } from './foreign.ts';
import { problemOf } from './foreign-reading.ts';

export interface NumberedRow {
	readonly row: number;
	readonly cells: readonly string[];
}

/**
 * Which of the first rows is the header: the first one, unless it is a title or remark above the table (it has at most
 * one filled cell, or far fewer cells than most rows have).
 * @returns its index among the rows given.
 */
export function headerIndex(rows: readonly NumberedRow[]): number {
	const counts = new Map<number, number>();
	for (const { cells } of rows) counts.set(cells.length, (counts.get(cells.length) ?? 0) + 1);
	const [usual, share] = [...counts].reduce((most, next) => (next[1] > most[1] ? next : most), [0, 0]);
	if (share < 3 || usual < 2) return 0;
	for (const [index, { cells }] of rows.entries()) {
		const filled = cells.filter((cell) => cell.trim() !== '').length;
		const isRemark = usual >= 3 ? filled <= 1 || cells.length <= usual / 2 : cells.length < usual;
		if (!isRemark) return index;
	}
	return 0;
}

/** The header's names, made distinct, with what was odd about them. `#3` stands for an empty name, `Date (2)` for a second one. */
export function distinctHeaders(cells: readonly string[], place: ForeignPlace): { columns: string[]; problems: ForeignProblem[] } {
	const problems: ForeignProblem[] = [];
	const taken = new Set<string>();
	const columns = cells.map((cell, index) => {
		const name = cell
			.replace(/^\uFEFF/, '')
			.replace(/\s+/gu, ' ')
			.trim();
		let column = name || `#${index + 1}`;
		for (let turn = 2; taken.has(column); turn++) column = `${name || `#${index + 1}`} (${turn})`;
		taken.add(column);
		if (column !== name) {
			const code = name ? 'header-twice' : 'header-empty';
			problems.push(problemOf({ ...place, column }, 'odd', 'cell', code, cell, { number: index + 1, name: column }));
		}
		return column;
	});
	// A first row of nothing but numbers and dates is no header: its words would become the names of columns.
	const isData = cells.length > 1 && cells.every((cell) => /^[\s\d.,:/+-]*$/u.test(cell)) && cells.some((cell) => /\d/u.test(cell));
	if (isData) problems.push(problemOf(place, 'odd', 'row', 'header-like-data', cells.join(' · ')));
	return { columns, problems };
}
