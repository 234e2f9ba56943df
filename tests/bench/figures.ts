/** What was measured: a name, a figure, and what it should be. */
export interface Figure {
	readonly name: string;
	readonly value: string;
	readonly goal?: string;
}

/** The value below which a share of the numbers lies. NaN of none. */
export function quantile(numbers: readonly number[], share: number): number {
	const sorted = numbers.toSorted((a, b) => a - b);
	return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN;
}

export const median = (numbers: readonly number[]) => quantile(numbers, 0.5);

export function ms(value: number): string {
	return `${value < 10 ? value.toFixed(1) : Math.round(value)} ms`;
}

export function megabytes(bytes: number): string {
	return `${Math.round(bytes / 1_000_000)} MB`;
}

/** Prints figures as a table that can go into LEDGER.md as it is. */
export function printFigures(title: string, figures: readonly Figure[]): void {
	const cells = [[title, 'measured', 'goal'], ...figures.map(({ name, value, goal = '' }) => [name, value, goal])];
	const widths = [0, 1, 2].map((column) => Math.max(3, ...cells.map((row) => (row[column] ?? '').length)));
	const line = (row: readonly string[]) => `| ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`;
	const [head = [], ...rest] = cells;
	console.log([line(head), `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`, ...rest.map(line)].join('\n'));
}
