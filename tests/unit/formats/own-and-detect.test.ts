import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { csvLine, unguardedCell } from '#lib/formats/csv.ts';
import { csvRows } from '#lib/formats/csv-rows.ts';
import { detectFormat, whyUnknown } from '#lib/formats/detect-format.ts';
import { jsonErrorAt } from '#lib/formats/json-error.ts';
import { readMarkwhen } from '#lib/formats/markwhen.ts';
import { readOwnJson, readOwnLines } from '#lib/formats/own-json.ts';

describe('our own claims', () => {
	const title = { record: 'a', kind: 'event', source: 'desk', fields: { title: { en: 'A' } } };
	const facts = {
		record: 'a',
		kind: 'event',
		source: 's',
		fields: {
			date: { edtf: '2025~', words: { fa: 'پارسال' } },
			track: 't',
			participants: [{ actor: 'x', role: 'host' }],
			topics: [{ topic: 'p' }]
		}
	};
	const names = [
		{ record: 't', kind: 'track', source: 'desk', fields: { title: { fa: 'مسیر' } } },
		{ record: 'x', kind: 'actor', source: 'desk', fields: { title: { en: 'X' } } }
	];
	const lines = (...claims: unknown[]) => claims.map((claim) => JSON.stringify(claim)).join('\n');

	test('come in as claims and as records of names', () => {
		const reading = readOwnLines(lines(title, facts, ...names), 'a.jsonl');
		expect(reading.claims.map(({ claim }) => claim)).toEqual([title, facts, ...names]);
		expect([...reading.records]).toMatchObject([
			{
				key: 'a',
				title: { en: 'A' },
				date: { edtf: '2025~', words: { fa: 'پارسال' } },
				track: { fa: 'مسیر' },
				actors: [{ en: 'X' }],
				topics: [{ en: 'p' }],
				rest: { participants: '[{"actor":"x","role":"host"}]' }
			}
		]);
	});
	test('a bad line is refused with line, member and reason; the others stand', () => {
		const bad = { ...facts, fields: { date: { edtf: '2025-13' } } };
		const { claims, problems } = readOwnLines(`${lines(title, bad)}\n{`, 'a.jsonl');
		expect(claims).toHaveLength(1);
		expect(problems).toMatchObject([
			{ place: { row: 2, column: 'fields.date.edtf' }, code: 'claim', args: { code: 'edtf' } },
			{ place: { row: 3 }, code: 'not-json' }
		]);
	});
	test('answers of the API are read as what they show', () => {
		const edges = { earliestStart: null };
		const item = { id: 'a', kind: 'event', subkind: 'visit', title: { en: 'A' }, date: { edtf: '2025', edges }, conflicts: 1, changed: 3 };
		expect([...readOwnJson(JSON.stringify({ items: [item] }), 'a.json').records]).toMatchObject([
			{ key: 'a', subkind: 'visit', date: { edtf: '2025' } }
		]);
	});
});

describe('the guard against formulas', () => {
	test('comes off again whatever the text was', () => {
		fc.assert(
			fc.property(
				fc.array(fc.string({ unit: fc.constantFrom("'", '=', '-', '5', '"', ',', '\n', 'a', '\u200F', '+', 'ی') }), { minLength: 1 }),
				(cells) => {
					const line = csvLine(['x', ...cells], { formulas: 'guard', marks: 'keep' });
					expect(csvRows(line, 'a.csv')[0]?.cells.map(unguardedCell)).toEqual(['x', ...cells]);
				}
			),
			{ seed: 7, numRuns: 500 }
		);
	});
});

describe('the place of a mistake in JSON', () => {
	test.each([
		['{"a": [,]}', 7],
		['{"a": 1,}', 8],
		['[1 2]', 3],
		['{"a" 1}', 5],
		['["a\nb"]', 1],
		['[1]]', 3],
		['[1', 2],
		['{"a": tru}', 6]
	])('%j is wrong at %d', (text, at) => {
		expect(jsonErrorAt(text)).toBe(at);
	});
	test('is the end for what the runtime reads', () => {
		fc.assert(
			fc.property(fc.json(), (text) => jsonErrorAt(text) === text.length),
			{ seed: 7, numRuns: 300 }
		);
	});
});

describe('Markwhen', () => {
	const text = [
		'title: Plan',
		'',
		'group Alpha #neat',
		'2022: event #tag',
		'key: value',
		'more [Moscow](location)',
		'2024-05-01 / 2024-06: [x] task !id1',
		'after !id1 3 days: later',
		'end',
		'',
		'# Two',
		'May 2020 - now: ongoing',
		'5/6/2012: American',
		'2024-13-40: bad',
		'2025-01-01 every week for 3 times: often'
	].join('\n');
	const records = [...readMarkwhen(text, 'a.mw').records];
	const named = (title: string) => records.filter((record) => record.title.en === title);

	test('has dates, groups, tags, places and properties', () => {
		expect(named('event')).toMatchObject([
			{
				place: { row: 4 },
				date: { edtf: '2022' },
				track: { en: 'Alpha' },
				topics: [{ en: 'neat' }, { en: 'tag' }],
				location: { en: 'Moscow' },
				rest: { key: 'value' }
			}
		]);
		expect(named('task')).toMatchObject([{ key: 'id1', date: { edtf: '2024-05-01/2024-06' }, status: 'held' }]);
		expect(named('ongoing')).toMatchObject([{ date: { edtf: '2020-05/..', words: { en: 'May 2020 - now' } }, track: { en: 'Two' } }]);
	});
	test('keeps the words of what only its parser understands, and tells', () => {
		expect(named('later')).toMatchObject([
			{ date: { edtf: '2024-07-01/2024-07-03', words: { en: 'after !id1 3 days' } }, problems: [{ code: 'relative' }] }
		]);
		expect(named('American')).toMatchObject([{ date: { edtf: '2012-05-06' }, problems: [{ code: 'day-month-order', severity: 'odd' }] }]);
	});
	test('makes no date of what hangs on an event that is not there', () => {
		const lost = readMarkwhen('2025-05-03: Base\nid: base\n\nafter !nobody 3 days: lost\n', 'a.mw');
		const [record] = [...lost.records].filter(({ title }) => title.en === 'lost');
		expect(record).toMatchObject({ problems: [{ code: 'no-such-event', severity: 'refused' }], rest: { date: 'after !nobody 3 days' } });
		expect(record?.date).toBeUndefined();
		expect(lost.problems.map(({ code }) => code)).not.toContain('markwhen');
	});
	test('refuses a date that is none, and keeps it', () => {
		expect(named('bad')).toMatchObject([
			{ problems: [{ code: 'date', severity: 'refused', place: { row: 14 } }], rest: { date: '2024-13-40' } }
		]);
		expect(named('bad')[0]?.date).toBeUndefined();
	});
	test('tells a recurring event occurrence by occurrence, or that it was not understood', () => {
		const told = readMarkwhen(text, 'a.mw').problems.map(({ code }) => code);
		expect(named('often').length === 3 || told.includes('markwhen')).toBe(true);
	});
});

describe('what a file is', () => {
	const bytes = (text: string) => new TextEncoder().encode(text);
	test.each([
		['a.txt', 'BEGIN:VCALENDAR\r\n', 'icalendar'],
		['a.ics', '\uFEFFbegin:vevent', 'icalendar'],
		['a.json', '{"events":[{"start_date":{"year":1}}]}', 'timelinejs'],
		['a.json', '{"timeline":{"date":[]}}', 'timelinejs'],
		['a.json', '{"dateTimeFormat":"iso8601","events":[{"start":"1"', 'simile-json'],
		['a.json', '[{"id":1,"content":"a","start":"2014"}]', 'vis-timeline'],
		['a.json', '{"items":[{"start":1}],"groups":[]}', 'vis-timeline'],
		['a.jsonl', '{"record":"a","kind":"event","source":"desk","fields":{}}\n{', 'own-lines'],
		['a.json', '[{"record":"a","kind":"event","fields":{}}]', 'own-json'],
		['a.xml', '<?xml version="1.0"?>\n<!-- x --><data>', 'simile-xml'],
		['a.csv', 'Year,Month,Day,Time,End Year,End Month,End Day,End Time,Display Date,Headline,Text\n', 'timelinejs-sheet'],
		['a.txt', '2024-05: one thing\n2025: another\n', 'markwhen'],
		['a.csv', 'a;b;c\n1;2;3\n', 'delimited'],
		['a.xlsx', 'PK\u0003\u0004xl/workbook.xml', 'workbook'],
		['a.zip', 'PK\u0003\u0004datapackage.json', 'data-package']
	])('%s beginning %j is %s', (name, text, format) => {
		expect(detectFormat(name, bytes(text))?.format).toBe(format);
	});
	test('JSON of no known program is no table', () => {
		expect(detectFormat('a.json', bytes('[{"title":"A","date":"2025-01-01"},{"title":"B"}]'))).toBeNull();
		expect(detectFormat('a.csv', bytes('[Event],Date\nA,2025\n'))?.format).toBe('delimited');
	});
	test('an XML document with a list of entities is what its element says', () => {
		expect(detectFormat('a.xml', bytes('<!DOCTYPE data [<!ENTITY a "b">]>\n<data>'))?.format).toBe('simile-xml');
	});
	test.each([
		['old-excel', Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1)],
		['unknown-json', bytes('{"foo":[1]}')],
		['unknown-xml', bytes('<?xml version="1.0"?><feed/>')],
		['unknown-format', bytes('hello')]
	])('%s is told where nothing is known', (code, head) => {
		expect(whyUnknown(head)).toBe(code);
	});
	test('nothing known begins so', () => {
		expect(detectFormat('a.bin', bytes('hello'))).toBeNull();
		expect(detectFormat('a.csv', new Uint8Array(0))).toBeNull();
	});
});
