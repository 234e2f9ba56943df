import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readDateCell } from '#lib/formats/date-cells.ts';
import { decodeText } from '#lib/formats/decode-text.ts';
import { openDelimited, type OpenTable } from '#lib/formats/delimited.ts';
import { detectEncoding } from '#lib/formats/encoding.ts';
import { ForeignFileError, type Mapping } from '#lib/formats/foreign.ts';
import { suggestMapping } from '#lib/formats/mapping-suggestion.ts';
import { checkMapping, rowMapper } from '#lib/formats/mapping.ts';
import { openWorkbook } from '#lib/formats/sheet.ts';

/** Files that others made; a checkout without them skips these checks. */
const DATA = resolve('../shared/data');
const has = existsSync(DATA);

async function open(path: string, encoding?: string): Promise<OpenTable> {
	const bytes = readFileSync(`${DATA}/${path}`);
	if (path.endsWith('.xlsx')) return (await openWorkbook(bytes, path)).table();
	const name = encoding ?? (await detectEncoding([bytes]))[0]?.encoding ?? 'utf-8';
	return openDelimited(
		decodeText([bytes], name, (line) => expect.fail(`line ${line} cannot be decoded`)),
		{ file: path }
	);
}

async function all<T>(rows: AsyncIterable<T>): Promise<T[]> {
	const list: T[] = [];
	for await (const row of rows) list.push(row);
	return list;
}

/** Imports a file by what is suggested for it, with one order for all that is asked. */
async function take(path: string, order: 'dmy' | 'mdy' = 'dmy') {
	const sample = await open(path);
	const { mapping, questions } = suggestMapping(sample.columns, (await all(sample.rows)).slice(0, 20_000));
	const asked = questions.filter(({ required }) => required);
	const columns = { ...mapping.columns };
	for (const { column = '' } of asked) {
		const target = columns[column];
		if (target?.to === 'date') columns[column] = { ...target, reading: { ...target.reading, order } };
	}
	const answered: Mapping = { ...mapping, columns };
	const table = await open(path);
	expect(checkMapping(answered, table)).toEqual([]);
	const map = rowMapper(answered, table);
	const counts = { rows: 0, records: 0, refused: 0, odd: 0, asked: asked.length };
	for await (const row of table.rows) {
		counts.rows++;
		const { record, problems } = map(row);
		if (record) counts.records++;
		for (const { severity } of problems) counts[severity]++;
	}
	return counts;
}

describe.skipIf(!has)('tables that others made', () => {
	test.each<[string, number, number, number, number]>([
		['agreements/ieadb-treaties.csv', 5728, 0, 16, 0],
		['agreements/gnevar.csv', 2733, 9, 19, 1],
		['agreements/huggo-env-windows1252.csv', 467, 0, 15, 0],
		['agreements/desta-semicolon.csv', 1217, 0, 4, 0],
		['agreements/gptad.csv', 352, 0, 51, 0],
		['agreements/heidi.xlsx', 2280, 0, 0, 0],
		['agreements/atop-alliance.csv', 745, 0, 0, 0],
		['agreements/un-mtdsg-index.csv', 401, 0, 0, 0],
		['agreements/un-mtdsg-treaties/10-10.csv', 85, 0, 0, 0],
		['events/us-missions.csv', 656, 0, 0, 0],
		['events/us-mission-transitions.csv', 590, 0, 0, 0],
		['events/sigacts_iraq.csv', 162_852, 0, 2, 0]
	])('%s: %i records, %i cells refused, %i odd, %i questions', async (path, records, refused, odd, asked) => {
		expect(await take(path)).toEqual({ rows: records, records, refused, odd, asked });
	});

	test('a code page is left to a person', async () => {
		const candidates = await detectEncoding([readFileSync(`${DATA}/agreements/huggo-env-windows1252.csv`)]);
		expect(candidates[0]).toMatchObject({ encoding: 'windows-1252', sure: false });
	});
});

describe.skipIf(!has)('CSV with answers', () => {
	const files = has
		? ['spectrum', 'test-data'].flatMap((set) => readdirSync(`${DATA}/csv/${set}`).map((name) => [set, name] as const))
		: [];

	test.each(files.filter(([, name]) => !name.startsWith('bad-')))('%s/%s equals its answer', async (set, name) => {
		const written = readFileSync(`${DATA}/csv/${set}-answers/${name.replace('.csv', '.json')}`, 'utf8');
		// The copy of `newlines_crlf.csv` has lost its CRs on the way.
		const hasReturns = readFileSync(`${DATA}/csv/${set}/${name}`).includes('\r');
		const answer: unknown = JSON.parse(hasReturns ? written : written.replaceAll('\\r', ''));
		const table = await open(`csv/${set}/${name}`);
		const rows = await all(table.rows);
		const isByName = Array.isArray(answer) && !Array.isArray(answer[0]);
		const header = name === 'all-empty.csv' ? [''] : table.columns;
		const cells = rows.map((row) => row.cells);
		expect(isByName ? cells.map((row) => Object.fromEntries(row.map((cell, at) => [header[at], cell]))) : [header, ...cells]).toEqual(
			answer
		);
	});

	test.each([
		['bad-header-less-fields.csv', 'cells-too-few', 2],
		['bad-header-more-fields.csv', 'cells-too-many', 2],
		['bad-header-no-header.csv', 'empty-file', 1],
		['bad-missing-quote.csv', 'quote-open', 2],
		['bad-quotes-with-unescaped-quote.csv', 'quote-stray', 2],
		['bad-unescaped-quote.csv', 'quote-stray', 2]
	])('%s is refused: %s in row %i', async (name, code, row) => {
		const reading = open(`csv/test-data/${name}`).then(({ rows }) => all(rows));
		await expect(reading).rejects.toThrow(ForeignFileError);
		await expect(reading).rejects.toMatchObject({ problem: { code, reach: 'file', place: { row } } });
	});

	test('strings that break others come through a table unchanged', async () => {
		const strings = JSON.parse(readFileSync(`${DATA}/csv/naughty-strings.json`, 'utf8')) as string[];
		const text = `a,b\n${strings.map((string) => `"${string.replaceAll('"', '""')}",x`).join('\n')}\n`;
		const rows = await all((await openDelimited([text], { file: 'naughty.csv', delimiter: ',' })).rows);
		expect(rows.map(({ cells }) => cells[0])).toEqual(strings);
	});

	test('a header that is not the one asked for is refused by the mapping', async () => {
		const table = await open('csv/test-data/bad-header-wrong-header.csv');
		const mapping: Mapping = { version: 1, kind: 'event', language: 'en', columns: { foo: { to: 'title' } } };
		expect(checkMapping(mapping, table).map(({ code }) => code)).toEqual(['header-missing', 'no-title-column']);
	});
});

describe.skipIf(!has)('dates with answers', () => {
	const pairs = (name: string): [string, string][] =>
		has ? (JSON.parse(readFileSync(`${DATA}/dates/${name}`, 'utf8')) as [string, string][]) : [];

	test.each(pairs('dateparser-hijri.json'))('%s (Hijri) is %s, or its century is not said', (text, answer) => {
		const { date, problem } = readDateCell(text, { order: 'dmy', calendar: 'islamic' }, 'ar');
		const [year = '', month = '', day = '', hour, minute] = answer.match(/\d+/gu) ?? [];
		const expected = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
		if (/-\d\d$/u.test(text)) return expect(problem?.code).toBe('two-digit-year');
		expect(date).toMatchObject({
			edtf: hour === undefined ? `${expected}~` : `${expected}T${hour.padStart(2, '0')}:${(minute ?? '0').padStart(2, '0')}`
		});
		return undefined;
	});

	test('Jalali months are known by every name given', () => {
		const names = pairs('dateparser-jalali.json').slice(0, 12);
		const first = names.map(([name]) => readDateCell(`۱ ${name} ۱۴۰۳`, { order: 'dmy', calendar: 'persian' }, 'fa').date);
		expect(first.map((date) => (date && date !== 'open' ? date.edtf : date))).toEqual([
			'2024-03-20',
			'2024-04-20',
			'2024-05-21',
			'2024-06-21',
			'2024-07-22',
			'2024-08-22',
			'2024-09-22',
			'2024-10-22',
			'2024-11-21',
			'2024-12-21',
			'2025-01-20',
			'2025-02-19'
		]);
	});

	test('phrases read at all are read as others read them, and most are refused', () => {
		const { natlang_pairs: phrases } = JSON.parse(readFileSync(`${DATA}/dates/ixc-natlang.json`, 'utf8')) as {
			natlang_pairs: [string, string | null][];
		};
		const read = phrases.flatMap(([text, answer]) => {
			const { date, problem } = readDateCell(text, { order: 'mdy', calendar: 'gregorian' });
			return problem || date === null || date === 'open' ? [] : [[text, answer, date.edtf]];
		});
		expect(read.length).toBeGreaterThan(50);
		// What is before a date ends the day before it, a choice is a choice, and a day of a year is told by the year.
		const ours = /before|after|earlier|later|\bor\b|day in|month in|\bmid\b|early|^1858\/1860$/u;
		expect(read.filter(([text, answer, own]) => answer !== own && !ours.test(String(text)))).toEqual([]);
	});

	test('EDTF stands as it is, and what is none is refused', () => {
		const lists = JSON.parse(readFileSync(`${DATA}/dates/edtf-validate.json`, 'utf8')) as Record<string, string[]>;
		const iso = { order: 'iso', calendar: 'gregorian' } as const;
		// No date at all, and zeros, which in tables mean that there is none.
		const strange = ['/..', '../', '../..', '0000/0000'];
		for (const text of [...(lists.L0_Intervals ?? []), ...(lists.L1_Intervals ?? [])].filter((value) => !strange.includes(value))) {
			expect(readDateCell(text, iso).date, text).toMatchObject({ edtf: text });
		}
		for (const text of ['1960-06-31', '2012/2013/1234/55BULBASAUR', '0800/-0999', 'Y2006']) {
			expect(readDateCell(text, iso).problem?.severity, text).toBe('refused');
		}
	});
});
