import type { FormatName } from '#lib/formats/detect-format.ts';
import { ForeignFileError, type Mapping } from '#lib/formats/foreign.ts';
import { problemOf } from '#lib/formats/foreign-reading.ts';
import { checkMapping, rowMapper } from '#lib/formats/mapping.ts';
import { validateMapping } from '#lib/formats/mapping-schema.ts';
import { isHeaderAgain, isTotal } from '#lib/formats/odd-rows.ts';
import { examineTable } from './examine-table.ts';
import type { ForeignFile, ForeignRow } from './foreign-file.ts';
import { openTable, type TableOptions } from './look-at-table.ts';
import type { Looking, ReadOptions } from './open-file.ts';
import { BadMappingError, UnansweredError } from './questions.ts';
import { isKey } from './said-of-table.ts';

/**
 * Opens a table by a mapping: the one given, else the one its headers are known by, else the one that suggests itself.
 * A mapping that is given answers every question but the encoding's.
 * @throws UnansweredError when something is left open that only a person can say
 */
export async function openTableFile(
	path: string,
	name: string,
	format: FormatName,
	options: ReadOptions,
	looking: Looking
): Promise<ForeignFile> {
	const given = options.mapping === undefined ? undefined : checkedMapping(options.mapping);
	const cut: TableOptions = {
		...((options.encoding ?? given?.encoding) !== undefined && { encoding: options.encoding ?? given?.encoding }),
		...((options.delimiter ?? given?.delimiter) !== undefined && { delimiter: options.delimiter ?? given?.delimiter }),
		...((options.headerRow ?? given?.headerRow) !== undefined && { headerRow: options.headerRow ?? given?.headerRow }),
		...((options.sheet ?? given?.sheet) !== undefined && { sheet: options.sheet ?? given?.sheet })
	};
	const { order, key, leaveOut } = options;
	const answers = { ...(order && { order }), ...(key !== undefined && { key }), ...(leaveOut && { leaveOut }) };
	const seen = await examineTable(path, name, format, { ...cut, ...answers }, given ? () => given : looking.remembered);
	const mapping: Mapping = {
		...(given ?? seen.mapping),
		...(seen.encoding !== null && { encoding: seen.encoding }),
		...(seen.delimiter !== null && { delimiter: seen.delimiter }),
		...(seen.sheet !== null && { sheet: seen.sheet }),
		headerRow: seen.headerRow
	};
	const open = seen.questions.filter(({ required, about }) => required && (!given || about === 'encoding'));
	if (open.length > 0) throw new UnansweredError(open, mapping);
	const [wrong] = checkMapping(
		mapping,
		{ file: name, ...(seen.sheet !== null && { sheet: seen.sheet }), columns: seen.columns },
		seen.headerRow
	);
	if (wrong) throw new ForeignFileError(wrong);
	return { format, headers: seen.headers, mapping, unique: seen.unique, rows: () => rowsBy(mapping, seen.encoding ?? 'utf-8') };

	async function* rowsBy(by: Mapping, encoding: string): AsyncGenerator<ForeignRow> {
		const { delimiter, headerRow, sheet } = by;
		const asBefore = {
			encoding,
			...(delimiter !== undefined && { delimiter }),
			...(headerRow !== undefined && { headerRow }),
			...(sheet !== undefined && { sheet }),
			...(options.leaveOut && { leaveOut: true })
		};
		const { table, undecodable, leftOut } = await openTable(path, name, format, asBefore, looking.onbytes);
		for (const problem of seen.problems) yield { problem };
		const map = rowMapper(by, table);
		const placeOf = (row: number) => ({ file: name, row, ...(sheet !== undefined && { sheet }) });
		const keys = table.columns.flatMap((column, at) => (isKey(by.columns[column]) ? [at] : []));
		const keyIn = (cells: readonly string[]) =>
			keys
				.map((at) => (cells[at] ?? '').trim())
				.filter(Boolean)
				.join(' / ');
		for await (const row of table.rows) {
			if (isHeaderAgain(row.cells, table.columns)) {
				yield { problem: problemOf(placeOf(row.row), 'odd', 'row', 'header-again', '') };
				continue;
			}
			const { record, problems } = map(row);
			if (record && isTotal(row.cells)) {
				const total = problemOf(placeOf(row.row), 'odd', 'row', 'total-row', row.cells.find((cell) => cell.trim() !== '') ?? '');
				yield { record: { ...record, problems: [...record.problems, total] } };
			} else if (record) yield { record };
			else {
				for (const problem of problems) yield { problem };
				const key = keyIn(row.cells);
				if (key !== '') yield { keeps: key };
			}
			if (leftOut.length > 0) for (const problem of leftOut.splice(0)) yield { problem };
			if (undecodable.length > 0) for (const problem of undecodable.splice(0)) yield { problem };
		}
		for (const problem of leftOut) yield { problem };
	}
}

/** A mapping as somebody gave it. @throws BadMappingError saying which member is wrong */
export function checkedMapping(given: unknown): Mapping {
	const checked = validateMapping(given);
	if (checked.ok) return checked.mapping;
	throw new BadMappingError(checked.issues.map(({ path, expected }) => `${path}: ${expected}`).join('; '));
}
