import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { csvHead, csvLine } from '#lib/formats/csv.ts';
import { packageDescriptor, readDataPackage } from '#lib/formats/data-package.ts';
import type { ForeignRecord } from '#lib/formats/foreign.ts';
import { readICalendar } from '#lib/formats/icalendar.ts';
import { readOwnCsv } from '#lib/formats/own-csv.ts';
import { OWN_COLUMNS, ownCells } from '#lib/formats/own-table.ts';
import { readTimelineJs } from '#lib/formats/timelinejs.ts';
import { ICALENDAR_END, icalendarComponent, icalendarHead } from '#lib/formats/write-icalendar.ts';
import { timelineJsSlide, timelineJsUndated } from '#lib/formats/write-timelinejs.ts';

const place = { file: 'x', row: 1 };
const base = { place, problems: [] } as const;

/** Awkward on purpose: every language, words, doubt, signs that formats take for their own. */
const RECORDS: readonly ForeignRecord[] = [
	{
		...base,
		key: 'session-5',
		kind: 'event',
		subkind: 'session',
		status: 'planned',
		title: { en: 'Fifth, "joint"; session\\, A', fa: 'نشست پنجم می‌شود', ar: 'الدورة الخامسة', ru: 'Пятое заседание' },
		summary: { en: '=SUM(A1)\nsecond line, with <b>signs</b> & more' },
		date: {
			edtf: '[2026-05-01..2027-12-31]',
			words: { fa: 'تا سال آینده', en: 'by next year' },
			said: '2026-05-01',
			calendar: 'persian',
			rule: 'within next year'
		},
		location: { ru: 'Москва' },
		track: { en: 'Working group | five', fa: 'کارگروه' },
		topics: [{ en: 'a|b' }, { fa: 'بانک', en: 'Banks' }],
		actors: [{ en: "'+Party" }, { ar: 'روسيا' }],
		rest: { quantities: '[{"what":"sum"}]', previous: 'session-4' }
	},
	{
		...base,
		key: 'mou',
		kind: 'agreement',
		subkind: 'memorandum',
		title: { ru: '-1 — не формула' },
		stages: [
			{ stage: 'memorandum', date: { edtf: '2025-12-05', words: { fa: 'جمعه‌شب' } } },
			{ stage: 'signed', date: null },
			{ stage: 'in force', date: { edtf: '2026-01~/..' } }
		]
	},
	{ ...base, key: 'do-it', kind: 'follow-up', status: 'lapsed', title: { ar: 'تنفيذ' }, date: { edtf: '2026' } },
	{ ...base, key: 'nobody-knows', kind: 'event', title: { en: 'Some day' }, date: { edtf: 'XXXX', words: { en: 'one day' } } },
	{ ...base, key: 'dateless', kind: 'event', title: { en: 'No date' } },
	{ ...base, key: 'bang', kind: 'event', title: { en: 'Big Bang' }, date: { edtf: 'Y-13800000000' } },
	{ ...base, key: 'timed', kind: 'event', title: { en: 'At noon' }, date: { edtf: '2025-01-01T12:00+03:30/2025-01-01T13:30+03:30' } },
	{ ...base, key: 'old', kind: 'event', title: { en: 'Old' }, date: { edtf: '-0043-03-15' } },
	{ ...base, key: 'ended', kind: 'event', title: { en: 'Ended' }, date: { edtf: '/2025-12-05' } },
	{ ...base, key: 'quarter', kind: 'event', title: { en: 'Quarter' }, date: { edtf: '2025-34%' } }
];

/** A record without its place in the file, for comparing. */
const said = (records: Iterable<ForeignRecord>) => [...records].map(({ place: _, ...record }) => record);

describe('what is exported and read again is the same', () => {
	test('as CSV', () => {
		const text =
			csvHead(OWN_COLUMNS) + RECORDS.map((record) => csvLine(ownCells(record, { certainty: 'certainly', conflicts: 2 }))).join('');
		expect(said(readOwnCsv(text, 'own.csv').records)).toEqual(said(RECORDS));
	});

	test('as CSV with formulas kept', () => {
		const style = { formulas: 'keep', marks: 'keep' } as const;
		const text =
			csvHead(OWN_COLUMNS, style) +
			RECORDS.map((record) => csvLine(ownCells(record, { certainty: 'possibly', conflicts: 0 }), style)).join('');
		// What begins with an apostrophe before a formula sign is the one text this form cannot tell from a guarded one.
		expect(said(readOwnCsv(text, 'own.csv').records).slice(1)).toEqual(said(RECORDS).slice(1));
	});

	test('as a Data Package', () => {
		const kinds = { events: 'event', agreements: 'agreement', 'follow-ups': 'follow-up' } as const;
		const files: Record<string, Uint8Array> = {};
		const resources = Object.entries(kinds).map(([name, kind]) => {
			const rows = RECORDS.filter((record) => record.kind === kind);
			files[`${name}.csv`] = strToU8(
				csvHead(OWN_COLUMNS) + rows.map((record) => csvLine(ownCells(record, { certainty: 'certainly', conflicts: 0 }))).join('')
			);
			return { name: name as keyof typeof kinds, title: name, rows: rows.length, bytes: 0 };
		});
		files['datapackage.json'] = strToU8(
			packageDescriptor({ name: 'x', title: 'Desk', created: '2026-01-01T00:00:00Z', version: '7', resources })
		);
		const read = readDataPackage(zipSync(files), 'x.zip');
		const byKey = (records: readonly { readonly key: string | null }[]) => records.toSorted((a, b) => (a.key! < b.key! ? -1 : 1));
		expect(byKey(said(read.records))).toEqual(byKey(said(RECORDS)));
		expect(read.title).toEqual({ en: 'Desk' });
	});

	test('as TimelineJS', () => {
		const slides = RECORDS.map((record) => timelineJsSlide(record, { language: 'fa', display: '', text: 'x' }));
		const undated = RECORDS.filter((_, index) => slides[index] === null).map(timelineJsUndated);
		expect(undated).toHaveLength(2);
		const text = JSON.stringify({ events: slides.filter(Boolean), accordline: { undated } });
		const byKey = (records: readonly { readonly key: string | null }[]) => records.toSorted((a, b) => (a.key! < b.key! ? -1 : 1));
		expect(byKey(said(readTimelineJs(text, 'x.json').records))).toEqual(byKey(said(RECORDS)));
	});

	test('as iCalendar', () => {
		const text = calendar(RECORDS);
		expect(said(readICalendar(text, 'x.ics').records)).toEqual(said(RECORDS));
	});

	test('but what another program changed is read as changed', () => {
		const moved = calendar(RECORDS.slice(0, 1)).replace('DTSTART;VALUE=DATE:20260501', 'DTSTART;VALUE=DATE:20260601');
		const [record] = readICalendar(moved, 'x.ics').records;
		expect(record?.date?.edtf).toBe('2026-06-01/2027-12-31');
	});
});

function calendar(records: readonly ForeignRecord[]): string {
	const facts = {
		language: 'fa',
		description: 'سطر یک\nسطر دو',
		changedAt: '2026-01-02T03:04:05.678Z',
		since: '2026-01-01T00:00:00.000Z',
		sequence: 7
	} as const;
	const components = records.map((record) => icalendarComponent(record, { ...facts, url: 'http://127.0.0.1/x', tentative: false }));
	return icalendarHead('میز', 'fa') + components.join('') + ICALENDAR_END;
}

describe('a calendar of ours', () => {
	const text = calendar(RECORDS);
	const of = (key: string) => text.slice(text.indexOf(`UID:${key}@`)).split(/END:V(?:EVENT|TODO|JOURNAL)/u)[0] ?? '';

	test('is folded at 75 octets, between characters, with CRLF', () => {
		const lines = text.split('\r\n');
		expect(lines.pop()).toBe('');
		for (const line of lines) {
			expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
			expect(line).not.toContain('\n');
			expect(line).not.toContain('\uFFFD');
		}
	});
	test('has whole days with an exclusive end where a date is vague, and says it is tentative', () => {
		expect(of('session-5')).toContain('DTSTART;VALUE=DATE:20260501');
		expect(of('session-5')).toContain('DTEND;VALUE=DATE:20280101');
		expect(of('session-5')).toContain('STATUS:TENTATIVE');
		expect(of('quarter')).toMatch(/DTSTART;VALUE=DATE:20250401\r\nDTEND;VALUE=DATE:20250701\r\nSTATUS:TENTATIVE/u);
	});
	test('has moments in UTC', () => {
		expect(of('timed')).toMatch(/DTSTART:20250101T083000Z\r\nDTEND:20250101T100000Z\r\nSTATUS:CONFIRMED/u);
	});
	test('has follow-ups as tasks due on the last possible day', () => {
		expect(text).toContain('BEGIN:VTODO');
		expect(of('do-it')).toMatch(/DUE;VALUE=DATE:20261231\r\nSTATUS:CANCELLED/u);
	});
	test('keeps what has no day a calendar can hold as a journal entry', () => {
		expect(text.match(/BEGIN:VJOURNAL/gu)).toHaveLength(4);
	});
	test('takes its times from the ledger and keeps its UID', () => {
		expect(of('mou')).toMatch(
			/^UID:mou@accordline\r\nDTSTAMP:20260102T030405Z\r\nCREATED:20260101T000000Z\r\nLAST-MODIFIED:20260102T030405Z\r\nSEQUENCE:7/u
		);
	});
});
