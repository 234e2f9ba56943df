import { stat } from 'node:fs/promises';
import type { FormatName } from '#lib/formats/detect-format.ts';
import { examineTable, type ExaminedTable } from './examine-table.ts';
import type { ForeignFile } from './foreign-file.ts';
import { formatOf, openFile, type ReadOptions } from './open-file.ts';
import { NO_SERIES, type ProposedSeries } from './propose-series.ts';
import { UnansweredError, type Question } from './questions.ts';

/** Records of a file with a meaning of its own that a person is shown. */
const SHOWN = 8;

/** A record as it would come in, in short. */
export interface ShownRecord {
	readonly row: number;
	readonly title: string;
	/** EDTF; '' where there is none. */
	readonly date: string;
}

/** What was understood of a file by looking at it. */
export interface Examined {
	readonly format: FormatName;
	readonly bytes: number;
	/** Of CSV and workbooks. */
	readonly table: ExaminedTable | null;
	/** Of all other formats. */
	readonly records: readonly ShownRecord[];
	readonly questions: readonly Question[];
	/** The source it seems to be a later edition of. */
	readonly series: ProposedSeries;
}

/** Looks at a file without writing anything. @throws ForeignFileError when it is nothing we know */
export async function examine(
	path: string,
	name: string,
	options: ReadOptions,
	remembered: (headers: string) => unknown
): Promise<Examined> {
	const format = options.format ?? (await formatOf(path, name));
	const { size } = await stat(path);
	if (format === 'delimited' || format === 'workbook') {
		const table = await examineTable(path, name, format, options, options.mapping ? () => options.mapping : remembered);
		return { format, bytes: size, table, records: [], questions: table.questions, series: NO_SERIES };
	}
	try {
		const file = await openFile(path, name, { ...options, format }, { remembered, onbytes: () => undefined });
		return { format, bytes: size, table: null, records: await firstRecords(file), questions: [], series: NO_SERIES };
	} catch (error) {
		if (!(error instanceof UnansweredError)) throw error;
		return { format, bytes: size, table: null, records: [], questions: error.questions, series: NO_SERIES };
	}
}

async function firstRecords(file: ForeignFile): Promise<ShownRecord[]> {
	const shown: ShownRecord[] = [];
	for await (const row of file.rows()) {
		if ('record' in row) {
			const { place, title, date, stages } = row.record;
			const dated = date ?? stages?.find((stage) => stage.date)?.date;
			shown.push({ row: place.row, title: Object.values(title)[0] ?? '', date: dated?.edtf ?? '' });
		} else if ('claim' in row) {
			const title = row.claim.fields['title'];
			const text = title !== null && typeof title === 'object' ? String(Object.values(title)[0] ?? '') : '';
			if (text !== '') shown.push({ row: row.place.row, title: text, date: '' });
		}
		if (shown.length >= SHOWN) break;
	}
	return shown;
}
