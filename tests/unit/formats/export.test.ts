import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { columnsFromRecords } from '#lib/columns/from-records.ts';
import { filterMask, rowsOf } from '#lib/columns/mask.ts';
import type { RecordBody } from '#lib/domain/record.ts';
import { readDataPackage } from '#lib/formats/data-package.ts';
import type { ForeignRecord } from '#lib/formats/foreign.ts';
import { readICalendar } from '#lib/formats/icalendar.ts';
import { readOwnCsv } from '#lib/formats/own-csv.ts';
import { readOwnLines } from '#lib/formats/own-json.ts';
import { readOwnWorkbook } from '#lib/formats/own-workbook.ts';
import { plainFields } from '#lib/formats/record-fields.ts';
import { readTimelineJs } from '#lib/formats/timelinejs.ts';
import { createTranslate, loadMessages, loadTransferMessages } from '#lib/language/translate.ts';
import { createLedger } from '#lib/server/ledger/ledger.ts';
import { openStore } from '#lib/server/storage/open-store.ts';
import type { Store } from '#lib/server/storage/store.ts';
import { dispositionOf, EXPORT_FORMATS, type ExportFormat } from '#lib/server/transfer/export/export-formats.ts';
import type { ExportRequest } from '#lib/server/transfer/export/export-rows.ts';
import { bodyOf, writeExport } from '#lib/server/transfer/export/export-stream.ts';
import { loadSeeds } from '#lib/server/transfer/load-seeds.ts';
import { filterOf } from '#lib/view/to-filter.ts';
import { defaultView } from '#lib/view/defaults.ts';

/** A view of the seeds as the address would ask for it, read by a Persian. */
let store: Store;
let request: ExportRequest;

beforeAll(async () => {
	store = await openStore('sqlite::memory:');
	const ledger = createLedger(store, { clock: () => Date.UTC(2026, 0, 2, 3, 4, 5), account: 'desk' });
	await loadSeeds({ folder: 'seeds', append: (body) => ledger.append(body) });
	request = await viewOf(store);
});
afterAll(() => store.close());

async function recordsOf(from: Store): Promise<RecordBody[]> {
	const records: RecordBody[] = [];
	for await (const body of from.records({})) records.push(body);
	return records;
}

async function viewOf(from: Store): Promise<ExportRequest> {
	const set = columnsFromRecords(await recordsOf(from), await from.head());
	const mask = filterMask(set, filterOf(defaultView('fa')));
	const messages = { ...(await loadMessages('fa')), ...(await loadTransferMessages('fa')) };
	return {
		store: from,
		asof: undefined,
		set,
		rows: rowsOf(mask),
		mask,
		language: 'fa',
		calendar: 'persian',
		t: createTranslate('fa', messages),
		title: 'میز',
		at: '2026-01-02T03:04:05.000Z',
		linkOf: (kind, id) => `http://127.0.0.1:3000/${kind}/${id}`,
		signal: new AbortController().signal,
		formulas: 'guard'
	};
}

async function bytesOf(format: ExportFormat, of: ExportRequest = request): Promise<Uint8Array> {
	return new Uint8Array(await new Response(bodyOf(writeExport(format, of), of.signal)).arrayBuffer());
}
const textOf = async (format: ExportFormat) => new TextDecoder('utf-8', { ignoreBOM: true }).decode(await bytesOf(format));

const sorted = (records: Iterable<ForeignRecord>) =>
	[...records].map(({ place: _, ...record }) => record).toSorted((a, b) => ((a.key ?? '') < (b.key ?? '') ? -1 : 1));

describe('an export of the seeds', () => {
	test('as JSON lines gives the same records in an empty store, and nothing is left hanging', async () => {
		const { claims, problems } = readOwnLines(await textOf('jsonl'), 'x.jsonl');
		expect(problems).toEqual([]);
		const other = await openStore('sqlite::memory:');
		await createLedger(other, { clock: () => 0, account: 'desk' }).append({ kind: 'claims', claims: claims.map(({ claim }) => claim) });
		const there = new Map((await recordsOf(other)).map((body) => [body.id, plainFields(body)]));
		const shown = (await recordsOf(store)).filter(({ kind }) => kind === 'event' || kind === 'agreement' || kind === 'follow-up');
		expect(shown).toHaveLength(request.rows.length);
		for (const body of shown) expect(there.get(body.id), body.id).toEqual(plainFields(body));
		await other.close();
	});

	test('gives the same records of names by every way that is read back', async () => {
		const records = sorted(readOwnCsv((await textOf('csv')).replace(/^\uFEFF/u, ''), 'x.csv').records);
		expect(records).toHaveLength(request.rows.length);
		expect(records.every(({ problems }) => problems.length === 0)).toBe(true);
		expect(sorted(readTimelineJs(await textOf('timelinejs'), 'x.json').records)).toEqual(records);
		expect(sorted(readICalendar(await textOf('ics'), 'x.ics').records)).toEqual(records);
		expect(sorted(readDataPackage(await bytesOf('datapackage'), 'x.zip').records)).toEqual(records);
	});

	test('is the same bytes each time', async () => {
		for (const format of EXPORT_FORMATS) expect(await bytesOf(format), format).toEqual(await bytesOf(format));
	});

	test('as a workbook runs from the right for readers who do, and has no formula', async () => {
		const files = unzipSync(await bytesOf('xlsx'));
		const sheet = new TextDecoder().decode(files['xl/worksheets/sheet1.xml']);
		expect(sheet).toContain('rightToLeft="1"');
		expect(sheet).not.toContain('<f>');
		expect(new Set(sheet.match(/ t="\w+"/gu))).toEqual(new Set([' t="inlineStr"']));
	});

	test('as a workbook gives the same records of names by its sheet of data', async () => {
		const read: ForeignRecord[] = [];
		for await (const record of (await readOwnWorkbook(await bytesOf('xlsx'), 'x.xlsx')) ?? []) read.push(record);
		expect(sorted(read)).toEqual(sorted(readOwnCsv(await textOf('csv'), 'x.csv').records));
	});

	test('says doubt in a calendar in the reader’s language', async () => {
		const calendar = (await textOf('ics')).replaceAll('\r\n ', '');
		expect(calendar).toContain('STATUS:TENTATIVE');
		expect(calendar).toContain('نه زودتر از');
		expect(calendar).toContain('DTSTAMP:20260102T030405Z');
	});

	test('stops when nobody waits any longer', async () => {
		const abort = new AbortController();
		const chunks = writeExport('csv', { ...request, signal: abort.signal });
		await chunks.next();
		abort.abort();
		await expect(chunks.next()).rejects.toThrow();
	});
});

describe('the name of a download', () => {
	test('is told in UTF-8, and in plain letters for old programs', () => {
		expect(dispositionOf('Accordline کارگروه "5"/..', 'csv')).toBe(
			`attachment; filename="Accordline 5.csv"; filename*=UTF-8''${encodeURIComponent('Accordline کارگروه 5.csv')}`
		);
		expect(dispositionOf('\u202E\r\n', 'ics')).toBe(`attachment; filename="accordline.ics"; filename*=UTF-8''accordline.ics`);
	});
});
