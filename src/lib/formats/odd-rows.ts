/** Whether a row says the headers once more, as tables pasted together and printed pages do. */
export function isHeaderAgain(cells: readonly string[], columns: readonly string[]): boolean {
	const said = cells.map((cell) => cell.replace(/\s+/gu, ' ').trim());
	// A second column of one name is called `Date (2)` here.
	const isSame = (cell: string, column: string | undefined) => cell === column || (cell !== '' && column?.startsWith(`${cell} (`) === true);
	return (
		said.filter(Boolean).length > 1 &&
		said.every((cell, at) => isSame(cell, columns[at]) || (cell === '' && /^#\d+$/u.test(columns[at] ?? '')))
	);
}

const TOTAL =
	/^(?:(?:grand |sub-?)?total|sum|итого|всего|сумма|المجموع|الإجمالي|المجموع الكلي|جمع(?: کل)?|مجموع(?: کل)?|کل)(?:\s*[:：].*)?$/iu;

/** Whether a row looks like the sum under a table: it begins with a word for it, and at least half of its cells are empty or figures. */
export function isTotal(cells: readonly string[]): boolean {
	const said = cells.map((cell) => cell.trim());
	const first = said.find(Boolean);
	if (first === undefined || said.length < 2 || !TOTAL.test(first)) return false;
	return said.filter((cell) => cell === '' || /^[\p{Nd}\s.,٬٫%-]+$/u.test(cell)).length >= said.length / 2;
}
