import { describe, expect, test } from 'vitest';
import type { TableRow } from '#lib/formats/delimited.ts';
import type { ColumnTarget, DateReading, Mapping } from '#lib/formats/foreign.ts';
import { headerSetKey, mappedText } from '#lib/formats/mapped-text.ts';
import { validateMapping } from '#lib/formats/mapping-schema.ts';
import { suggestMapping } from '#lib/formats/mapping-suggestion.ts';
import { applyMapping, checkMapping } from '#lib/formats/mapping.ts';

const iso: DateReading = { order: 'iso', calendar: 'gregorian', open: ['open'], unknown: ['NA'] };
const date = (role: Extract<ColumnTarget, { to: 'date' }>['role'], reading = iso): ColumnTarget => ({ to: 'date', role, reading });
const mapping = (columns: Mapping['columns'], more: Partial<Mapping> = {}): Mapping => ({
	version: 1,
	kind: 'event',
	language: 'en',
	columns,
	...more
});

/** One row by a mapping whose columns are the table's, with `Other` behind them. */
function row(columns: Mapping['columns'], cells: readonly string[], more: Partial<Mapping> = {}, extra: Partial<TableRow> = {}) {
	const headers = [...Object.keys(columns), 'Other'];
	return applyMapping(mapping(columns, more), { file: 'a.csv', columns: headers }, { row: 7, cells, ...extra });
}
const recordOf = (...args: Parameters<typeof row>) => {
	const { record } = row(...args);
	if (!record) throw new Error('refused');
	return record;
};

describe('a mapped row', () => {
	test('says its texts in their languages, its lists apart, and keeps what no field takes', () => {
		const record = recordOf(
			{
				Title: { to: 'title' },
				Title_fa: { to: 'title', language: 'fa' },
				Parties: { to: 'actors', separator: ';' },
				City: { to: 'location' },
				When: date('date'),
				Id: { to: 'key' }
			},
			['Visit', 'دیدار', 'Iran; Iraq ;', 'Moscow', '2025-12-05', 'X-1', 'left over']
		);
		expect(record).toEqual({
			place: { file: 'a.csv', row: 7 },
			key: 'X-1',
			kind: 'event',
			title: { en: 'Visit', fa: 'دیدار' },
			actors: [{ en: 'Iran' }, { en: 'Iraq' }],
			location: { en: 'Moscow' },
			date: { edtf: '2025-12-05' },
			rest: { Other: 'left over' },
			problems: []
		});
	});

	test('without a title is refused, with the reason and what it said', () => {
		expect(row({ Title: { to: 'title' }, When: date('date') }, [' ', '2025', 'x'])).toEqual({
			record: null,
			problems: [{ place: { file: 'a.csv', row: 7 }, severity: 'refused', reach: 'row', code: 'no-title', value: '2025 · x' }]
		});
	});

	test('that calls itself N/A is taken and flagged', () => {
		const record = recordOf({ Title: { to: 'title' } }, ['N/A', '']);
		expect(record).toMatchObject({ title: { en: 'N/A' }, problems: [{ code: 'title-says-nothing', severity: 'odd' }] });
	});

	test('joins several columns of one text', () => {
		expect(recordOf({ Country: { to: 'title' }, Status: { to: 'title' } }, ['Albania', 'Embassy', '']).title).toEqual({
			en: 'Albania · Embassy'
		});
	});

	test('pairs lists of two languages that are equally long', () => {
		const columns: Mapping['columns'] = {
			T: { to: 'title' },
			A: { to: 'actors', separator: '|' },
			B: { to: 'actors', separator: '|', language: 'fa' }
		};
		expect(recordOf(columns, ['t', 'Iran|Iraq', 'ایران|عراق', '']).actors).toEqual([
			{ en: 'Iran', fa: 'ایران' },
			{ en: 'Iraq', fa: 'عراق' }
		]);
	});

	test('cuts lists outside brackets only, and names no party "NA"', () => {
		const columns: Mapping['columns'] = { T: { to: 'title' }, A: { to: 'actors', separator: ',' } };
		expect(recordOf(columns, ['t', 'ASEAN (Laos, Viet Nam), Japan', '']).actors).toEqual([
			{ en: 'ASEAN (Laos, Viet Nam)' },
			{ en: 'Japan' }
		]);
		expect(recordOf(columns, ['t', 'NA', ''])).toMatchObject({ rest: { A: 'NA' } });
		expect(recordOf(columns, ['t', 'NA', '']).actors).toBeUndefined();
	});

	test('keeps a refused date beside the record, and its words in it', () => {
		const record = recordOf({ T: { to: 'title' }, D: date('date', { order: 'dmy', calendar: 'gregorian' }) }, ['t', '12/14/1962', '']);
		expect(record).toMatchObject({
			date: { edtf: 'XXXX', words: { en: '12/14/1962' } },
			rest: { D: '12/14/1962' },
			problems: [
				{ severity: 'refused', reach: 'cell', code: 'date-order', value: '12/14/1962', place: { file: 'a.csv', row: 7, column: 'D' } }
			]
		});
	});

	test('reads a date cell of a workbook as the day it is, whatever the column says', () => {
		const columns: Mapping['columns'] = { T: { to: 'title' }, D: date('date', { order: 'dmy', calendar: 'persian' }) };
		expect(recordOf(columns, ['t', '2025-12-05', ''], {}, { typed: [1] }).date).toEqual({ edtf: '2025-12-05' });
	});

	test('of an agreement has stages; one before its time is flagged and kept', () => {
		const record = recordOf(
			{ T: { to: 'title' }, S: date('stage:signed'), F: date('stage:in force'), E: date('stage:ended') },
			['t', '2001-05-01', '2000-01-01', 'open', ''],
			{ kind: 'agreement' }
		);
		expect(record.stages).toEqual([
			{ stage: 'signed', date: { edtf: '2001-05-01' } },
			{ stage: 'in force', date: { edtf: '2000-01-01' } }
		]);
		expect(record.problems).toMatchObject([{ severity: 'odd', code: 'stage-before', place: { column: 'F' } }]);
	});

	test('joins start and end, and dates in parts', () => {
		expect(recordOf({ T: { to: 'title' }, S: date('start'), E: date('end') }, ['t', '2001-05-01', '2001-06', '']).date?.edtf).toBe(
			'2001-05-01/2001-06'
		);
		const part = (name: 'year' | 'month' | 'day'): ColumnTarget => ({ to: 'date', role: 'date', part: name, reading: iso });
		expect(recordOf({ T: { to: 'title' }, Y: part('year'), M: part('month'), D: part('day') }, ['t', '1835', '7', '', '']).date?.edtf).toBe(
			'1835-07'
		);
	});

	test('takes the first known of several dates, names its column and keeps the others', () => {
		const columns: Mapping['columns'] = { T: { to: 'title' }, Signature: date('date'), Ratification: date('date') };
		expect(recordOf(columns, ['t', '', '2001-05-01', '']).date).toEqual({ edtf: '2001-05-01', rule: 'column: Ratification' });
		expect(recordOf(columns, ['t', '2000', '2001-05-01', ''])).toMatchObject({
			date: { edtf: '2000' },
			rest: { Ratification: '2001-05-01' }
		});
	});

	test('takes the letters of an act beside', () => {
		expect(recordOf({ T: { to: 'title' }, D: date('date') }, ['t', '23 Jun 1993 a', ''])).toMatchObject({
			date: { edtf: '1993-06-23' },
			rest: { 'D (note)': 'a' }
		});
	});

	test('takes kinds and statuses by their values, and flags those it does not know', () => {
		const columns: Mapping['columns'] = {
			T: { to: 'title' },
			K: { to: 'kind', values: { Gipfel: 'conference', Vertrag: 'agreement' } },
			S: { to: 'status' }
		};
		expect(recordOf(columns, ['t', 'gipfel', 'Held', ''])).toMatchObject({
			kind: 'event',
			subkind: 'conference',
			status: 'held',
			problems: []
		});
		expect(recordOf(columns, ['t', 'Vertrag', '', '']).kind).toBe('agreement');
		const odd = recordOf(columns, ['t', 'party', 'maybe', '']);
		expect(odd.problems.map(({ code, severity }) => [code, severity])).toEqual([
			['unknown-kind', 'odd'],
			['unknown-status', 'odd']
		]);
		expect(odd.rest).toEqual({ K: 'party', S: 'maybe' });
	});

	test('takes the words of a date from a column of their own', () => {
		expect(recordOf({ T: { to: 'title' }, D: date('date'), W: { to: 'words' } }, ['t', '2025', 'by next year', '']).date).toEqual({
			edtf: '2025',
			words: { en: 'by next year' }
		});
		expect(recordOf({ T: { to: 'title' }, W: { to: 'words' } }, ['t', 'soon', '']).date).toEqual({ edtf: 'XXXX', words: { en: 'soon' } });
	});

	test('stores no bidi or control characters in a field, and keeps the cell as it was', () => {
		const record = recordOf({ T: { to: 'title' } }, ['a\u202Eb\u0000c', '']);
		expect(record).toMatchObject({
			title: { en: 'abc' },
			rest: { T: 'a\u202Eb\u0000c' },
			problems: [{ code: 'unwanted-characters', severity: 'odd' }]
		});
	});

	test('is odd where its table was odd', () => {
		const problem = { place: { file: 'a.csv', row: 7 }, severity: 'odd', reach: 'row', code: 'cells-extra-empty', value: '' } as const;
		expect(recordOf({ T: { to: 'title' } }, ['t', ''], {}, { problems: [problem] }).problems).toEqual([problem]);
	});
});

describe('what stands for a record and for headers', () => {
	test('is the same whatever is left over, and other when a field is', () => {
		const columns: Mapping['columns'] = { T: { to: 'title' }, D: date('date') };
		const text = (cells: readonly string[]) => mappedText(recordOf(columns, cells));
		expect(text(['t', '2001', 'x'])).toBe(text(['t', '2001', 'y']));
		expect(text(['t', '2001', 'x'])).not.toBe(text(['t', '2002', 'x']));
	});

	test('is the same for the same headers in another order or case', () => {
		expect(headerSetKey(['Title', 'Date'])).toBe(headerSetKey(['date ', 'TITLE']));
		expect(headerSetKey(['Title', 'Date'])).not.toBe(headerSetKey(['Title', 'Day']));
	});
});

describe('a mapping out of JSON', () => {
	const good = mapping({ Title: { to: 'title', key: true }, Date: date('stage:in force'), Kind: { to: 'kind', values: { a: 'treaty' } } });

	test('that is whole is taken', () => {
		expect(validateMapping(JSON.parse(JSON.stringify(good)))).toEqual({ ok: true, mapping: good });
	});

	test.each<[string, unknown, string]>([
		['no object', 5, ''],
		['another version', { ...good, version: 2 }, 'version'],
		['an unknown member', { ...good, colour: 'red' }, 'colour'],
		['an unknown order', mapping({ T: { to: 'title' }, D: date('date', { ...iso, order: 'ddmm' as 'dmy' }) }), 'columns.D.reading.order'],
		['an unknown target', mapping({ T: { to: 'title' }, D: { to: 'colour' as 'rest' } }), 'columns.D.to'],
		['an unknown stage', mapping({ T: { to: 'title' }, D: date('stage:dreamt') }), 'columns.D.role'],
		['no title', mapping({ D: date('date') }), 'columns'],
		['an unknown encoding', { ...good, encoding: 'klingon' }, 'encoding']
	])('with %s is refused at the member', (_, json, path) => {
		const result = validateMapping(json);
		expect(result.ok ? [] : result.issues.map((issue) => issue.path)).toContain(path);
	});

	test('that names headers the file has not, or leaves it without a title, refuses the file', () => {
		const problems = checkMapping(mapping({ Title: { to: 'title' }, Gone: { to: 'rest' } }), { file: 'a.csv', columns: ['foo', 'bar'] });
		expect(problems.map(({ code, reach, severity }) => [code, reach, severity])).toEqual([
			['header-missing', 'file', 'refused'],
			['no-title-column', 'file', 'refused']
		]);
	});
});

describe('a suggested mapping', () => {
	const suggest = (columns: readonly string[], rows: readonly (readonly string[])[]) =>
		suggestMapping(
			columns,
			rows.map((cells, at) => ({ row: at + 2, cells }))
		);

	test('of a list of treaties needs no answer where the cells leave no choice', () => {
		const { mapping: found, questions } = suggest(
			['treaty_id', 'Treaty Name', 'Date.of.Signature', 'Entry into force', 'Parties', 'Comments'],
			[
				['T1', 'Treaty of Peace', '13.05.1991', '01.01.1992', 'Iran; Iraq', ''],
				['T2', 'Trade Agreement', '02.03.1994', 'NA', 'Iran; Russia', 'long']
			]
		);
		expect(found).toMatchObject({
			kind: 'agreement',
			language: 'en',
			columns: {
				treaty_id: { to: 'key' },
				'Treaty Name': { to: 'title' },
				'Date.of.Signature': { role: 'stage:signed', reading: { order: 'dmy' } },
				'Entry into force': { role: 'stage:in force', reading: { unknown: ['NA'] } },
				Parties: { to: 'actors', separator: ';' }
			}
		});
		// The second column shows no day above 12: its order is asked.
		expect(questions.filter(({ required }) => required)).toMatchObject([{ about: 'date-order', column: 'Entry into force' }]);
		expect(validateMapping(found).ok).toBe(true);
	});

	test.each([
		['Persian', ['شناسه', 'عنوان', 'تاریخ', 'محل برگزاری', 'طرفین'], ['1', 'دیدار وزیران', '۱۴۰۴/۰۹/۱۴', 'تهران', 'ایران؛ عراق'], 'fa'],
		[
			'Arabic',
			['المعرف', 'العنوان', 'التاريخ', 'المكان', 'الأطراف'],
			['1', 'لقاء الوزراء في المؤتمر', '14/12/2025', 'بغداد', 'العراق؛ إيران'],
			'ar'
		],
		['Russian', ['Номер', 'Название', 'Дата', 'Место', 'Стороны'], ['1', 'Встреча министров', '14.12.2025', 'Москва', 'Россия; Иран'], 'ru']
	])('knows headers in %s', (_, headers, cells, language) => {
		const { mapping: found } = suggest(headers, [cells, ['2', `${cells[1]} 2`, cells[2] ?? '', `${cells[3]} 2`, cells[4] ?? '']]);
		expect(found.language).toBe(language);
		expect(Object.values(found.columns).map(({ to }) => to)).toEqual(['key', 'title', 'date', 'location', 'actors']);
	});

	test('asks for the calendar of Persian years', () => {
		const { questions } = suggest(
			['عنوان', 'تاریخ'],
			[
				['دیدار', '۱۴۰۴/۰۹/۱۴'],
				['نشست', '۱۴۰۳/۰۱/۲۰']
			]
		);
		expect(questions.filter(({ required }) => required)).toMatchObject([
			{
				about: 'calendar',
				column: 'تاریخ',
				options: [{ value: 'persian', read: 2, refused: 0 }, { value: 'islamic' }, { value: 'gregorian' }]
			}
		]);
	});

	test('names the rows that speak against an order', () => {
		const { questions } = suggest(
			['Title', 'Date'],
			[
				['a', '12/14/1962'],
				['b', '15/6/2008'],
				['c', '16/6/2008']
			]
		);
		expect(questions.find(({ about }) => about === 'date-order')?.options).toContainEqual({ value: 'dmy', read: 2, refused: 1, rows: [2] });
	});

	test('finds dates in parts, and spans', () => {
		const { mapping: parts } = suggest(
			['name', 'begyr', 'begmo', 'begday', 'endyr', 'endmo', 'endday'],
			[['a b', '1815', '1', '3', '0', '0', '0']]
		);
		expect(parts.columns.endyr).toMatchObject({ role: 'end', part: 'year', reading: { open: ['0/0/0'] } });
		const { mapping: span } = suggest(['Event', 'Start', 'End'], [['Talks', '2001-05-01', '2001-05-03']]);
		expect(span.columns).toMatchObject({ Event: { to: 'title' }, Start: { role: 'start' }, End: { role: 'end' } });
	});

	test('maps kinds and statuses only when every value is known', () => {
		const { mapping: found } = suggest(
			['Title', 'Type', 'Status', 'Date'],
			[
				['Caspian', 'Summit', 'Completed', '2001'],
				['Ministers', 'Visit', 'Scheduled', '2002']
			]
		);
		expect(found.columns).toMatchObject({
			Type: { to: 'kind', values: { Summit: 'conference', Visit: 'visit' } },
			Status: { to: 'status', values: { Completed: 'held', Scheduled: 'planned' } }
		});
		expect(
			suggest(
				['Title', 'Type'],
				[
					['Caspian', 'Summit'],
					['Garden', 'Barbecue']
				]
			).mapping.columns.Type
		).toBeUndefined();
	});
});

test('a table of a single row is read by its headers, as one of many rows is', () => {
	const columns = ['id', 'title', 'date', 'track'];
	const cells = [
		['x1', 'Extra talks', '2026-10-05', 'Iran–Russia: ICT'],
		['x2', 'More talks', '2026-10-09', 'Iran–Armenia: ICT']
	];
	const suggested = (count: number) =>
		suggestMapping(
			columns,
			cells.slice(0, count).map((own, at) => ({ row: at + 2, cells: own }))
		).mapping.columns;
	expect(suggested(1)).toMatchObject({ id: { to: 'key' }, title: { to: 'title' }, date: { to: 'date' }, track: { to: 'track' } });
	expect(suggested(1)).toEqual(suggested(2));
});

test('what its header calls a date is one, however its cells are written', () => {
	const rows = (header: string, cells: readonly string[]) =>
		suggestMapping(
			['Treaty', header],
			cells.map((cell, at) => ({ row: at + 2, cells: [`Treaty on matter ${'abcdefgh'[at]}`, cell] }))
		).mapping.columns[header];
	expect(rows('Period', ['2020-2024', '2021–present', 'since 2019', '5-7 May 2025'])).toMatchObject({ to: 'date' });
	expect(rows('In force', ['14/04/25', '15-Apr-25', 'early 2025', 'not yet'])).toMatchObject({ to: 'date', role: 'stage:in force' });
	// A header alone makes no date of prose.
	expect(rows('When', ['after the talks', 'before them', 'nobody knows', 'some day'])).not.toMatchObject({ to: 'date' });
});

test('a meeting is the title before what is remarked of it, and the day it was held on or opened is its date though one cell is none', () => {
	const suggested = (columns: readonly string[], cells: readonly (readonly string[])[]) =>
		suggestMapping(
			columns,
			cells.map((own, at) => ({ row: at + 2, cells: own }))
		).mapping.columns;
	const held = suggested(
		['Meeting', 'Held on', 'Remark'],
		[
			['First talks', '2024-05-01', 'good'],
			['Second talks', 'soon', 'The delegations met at length and agreed on the next steps'],
			['Third talks', '2025-03-02', 'x']
		]
	);
	expect(held).toMatchObject({ Meeting: { to: 'title' }, 'Held on': { to: 'date', role: 'date' }, Remark: { to: 'summary' } });
	const opened = suggested(
		['Opened', 'Remarks', 'Session'],
		[
			['2024-05-01', 'a long remark about what was said there', 'Talks 1'],
			['at noon', 'another one, longer than any name', 'Talks 2'],
			['2024-06-01', 'more words', 'Talks 3']
		]
	);
	expect(opened).toMatchObject({ Opened: { to: 'date', role: 'start' }, Session: { to: 'title' }, Remarks: { to: 'summary' } });
});
