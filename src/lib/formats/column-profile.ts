import type { TableRow } from './delimited.ts';

/** What the cells of a column look like. */
export interface ColumnProfile {
	readonly header: string;
	readonly index: number;
	/** Cells of the sample, as they stand. */
	readonly cells: readonly string[];
	/** Share of cells that say something. */
	readonly filled: number;
	/** Different cells, of those that say something. */
	readonly distinct: number;
	/** Share of the filled cells that are bare numbers. */
	readonly numeric: number;
	/** Characters of a filled cell, on average. */
	readonly length: number;
}

const NOTHING = /^(?:|n\/?a|null|-)$/iu;
const NUMBER = /^[+-]?[\d\s.,]+%?$/u;

export function profilesOf(columns: readonly string[], rows: readonly TableRow[]): ColumnProfile[] {
	return columns.map((header, index) => {
		const cells = rows.map((row) => row.cells[index] ?? '');
		const said = cells.map((cell) => cell.trim()).filter((cell) => !NOTHING.test(cell));
		return {
			header,
			index,
			cells,
			filled: cells.length > 0 ? said.length / cells.length : 0,
			distinct: new Set(said).size,
			numeric: said.length > 0 ? said.filter((cell) => NUMBER.test(cell)).length / said.length : 0,
			length: said.length > 0 ? said.reduce((sum, cell) => sum + cell.length, 0) / said.length : 0
		};
	});
}

/** Words rather than numbers. */
export function isWording({ filled, numeric, length }: ColumnProfile): boolean {
	return filled > 0 && numeric < 0.5 && length > 1;
}

/** The share of filled cells that are different from all others. */
export function variety({ cells, filled, distinct }: ColumnProfile): number {
	return filled > 0 ? distinct / (filled * cells.length) : 0;
}

/** Whether every row says something of its own here. */
export function isUnique(profile: ColumnProfile): boolean {
	return profile.cells.length > 0 && profile.filled === 1 && profile.distinct === profile.cells.length;
}

/** The sign that splits several values in the cells of a column, if there is one. */
export function separatorOf({ cells }: ColumnProfile, allowComma: boolean): string | undefined {
	const said = cells.filter((cell) => cell.trim() !== '');
	for (const sign of ['|', ';', '؛', ...(allowComma ? ['،', ','] : [])]) {
		const holding = said.filter((cell) => cell.includes(sign)).length;
		if (holding > said.length / 10 && holding >= Math.min(2, said.length)) return sign;
	}
	return undefined;
}
