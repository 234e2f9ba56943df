import { packageDescriptor, type PackageResource } from '#lib/formats/data-package.ts';
import { OWN_COLUMNS, OWN_SHEET, ownCells } from '#lib/formats/own-table.ts';
import { shownDate } from '#lib/formats/record-fields.ts';
import { SHEET_END, sheetHead, sheetPath, sheetRow, workbookParts, type SheetFacts } from '#lib/formats/write-workbook.ts';
import { recordKindLabel, recordKindsLabel } from '#lib/language/labels.ts';
import { LOCALES } from '#lib/language/locales.ts';
import { exportRows, type ExportRequest, type ExportRow } from './export-rows.ts';
import { differencesIn, differIn, doubtIn, edgeDays, kindIn, listIn, plainIn, statusIn } from './row-words.ts';
import { cellsBeside, writeCsv } from './write-text.ts';
import { zipStream } from './zip-stream.ts';

/** Tables of the package, by the number of a row's kind. */
const TABLES = ['events', 'agreements', 'follow-ups'] as const;
const KINDS = ['event', 'agreement', 'follow-up'] as const;

/** A Data Package: one table a kind, then the descriptor that counts them. */
export async function* writeDataPackage(request: ExportRequest): AsyncGenerator<Uint8Array> {
	const { set, rows, t, at, title } = request;
	const zip = zipStream(at);
	const resources: PackageResource[] = [];
	for (const [kind, name] of TABLES.entries()) {
		const own = rows.filter((row) => set.kind[row] === kind);
		const bytes = yield* zip.add(`${name}.csv`, writeCsv(request, own));
		resources.push({ name, title: recordKindsLabel(t, KINDS[kind] ?? ''), rows: own.length, bytes });
	}
	const descriptor = packageDescriptor({ name: 'accordline-export', title, created: at, version: String(set.seq), resources });
	yield* zip.add('datapackage.json', [descriptor]);
	yield* zip.end();
}

/** A workbook: a sheet for people, in their language and direction, and one of our own table, for programs and for the way back. */
export async function* writeWorkbook(request: ExportRequest): AsyncGenerator<Uint8Array> {
	const sheets = [sheetForPeople(request), SHEET_OF_DATA];
	const cells = [(row: ExportRow) => cellsForPeople(row, request), (row: ExportRow) => ownCells(row.record, cellsBeside(row, request))];
	const zip = zipStream(request.at);
	for (const [path, part] of workbookParts(sheets)) yield* zip.add(path, [part]);
	for (const [index, sheet] of sheets.entries()) yield* zip.add(sheetPath(index + 1), sheetText(request, sheet, cells[index]!));
	yield* zip.end();
}

async function* sheetText(request: ExportRequest, sheet: SheetFacts, cellsOf: (row: ExportRow) => string[]): AsyncGenerator<string> {
	yield sheetHead(sheet);
	let number = 1;
	for await (const batch of exportRows(request)) yield batch.map((row) => sheetRow(++number, cellsOf(row))).join('');
	yield SHEET_END;
}

/** Named in every language alike: it is found by its name on the way back. */
const SHEET_OF_DATA: SheetFacts = { name: OWN_SHEET, rightToLeft: false, headers: OWN_COLUMNS, widths: OWN_COLUMNS.map(() => 16) };

function sheetForPeople({ t, language }: ExportRequest): SheetFacts {
	const columns: readonly (readonly [header: string, width: number])[] = [
		[t('export.record'), 12],
		[t('tables.head.kind'), 16],
		[t('export.title-column'), 48],
		[t('tables.head.status'), 14],
		[t('tables.head.date'), 28],
		[t('export.words'), 24],
		[t('export.earliest'), 13],
		[t('export.latest'), 13],
		[t('export.edtf'), 18],
		[t('tables.head.track'), 28],
		[t('tables.head.place'), 18],
		[t('export.people'), 36],
		[t('tables.head.topics'), 24],
		[t('fields.field.summary'), 60],
		[t('export.differ'), 16],
		[t('export.in-view'), 12],
		[t('export.address'), 40]
	];
	return {
		name: t('export.sheet-records'),
		rightToLeft: LOCALES[language].direction === 'rtl',
		headers: columns.map(([header]) => header),
		widths: columns.map(([, width]) => width)
	};
}

/** In the order of the headers above. */
function cellsForPeople(row: ExportRow, request: ExportRequest): string[] {
	const { t } = request;
	const { record, body, possibly } = row;
	const date = shownDate(record);
	const days = date ? edgeDays(date.edtf) : { earliest: '', latest: '' };
	return [
		recordKindLabel(t, record.kind),
		kindIn(row, request),
		plainIn(record.title, request),
		statusIn(row, request),
		date ? doubtIn(row, request) : '',
		plainIn(date?.words, request),
		days.earliest,
		days.latest,
		date?.edtf ?? '',
		plainIn(record.track, request),
		plainIn(record.location, request),
		listIn(record.actors, request),
		listIn(record.topics, request),
		plainIn(record.summary, request),
		[differIn(row, request), ...differencesIn(row, request)].filter(Boolean).join('\n'),
		t(possibly ? 'export.possibly' : 'export.certainly'),
		request.linkOf(body.kind, body.id)
	];
}
