import { describe, expect, test } from 'vitest';
import { ForeignFileError, type ForeignRecord } from '#lib/formats/foreign.ts';
import { readTimelineJs } from '#lib/formats/timelinejs.ts';
import { readTimelineJsSheet } from '#lib/formats/timelinejs-sheet.ts';

const slides = (...events: unknown[]) => [...readTimelineJs(JSON.stringify({ events }), 'a.json').records];
const only = (event: unknown): ForeignRecord => slides(event)[0]!;
const codes = ({ problems }: ForeignRecord) => problems.map(({ code }) => code);
const text = { headline: 'H' };

describe('TimelineJS', () => {
	test.each([
		[{ year: '1904', month: '6' }, null, '1904-06'],
		[{ year: 2024, month: '', day: '' }, null, '2024'],
		[{ year: '2024', month: '05', day: '9', hour: '13', minute: '05' }, null, '2024-05-09T13:05'],
		[{ year: '-13800000000' }, null, 'Y-13800000000'],
		[{ year: '-538800000' }, { year: '-251902000' }, 'Y-538800000/Y-251902000'],
		[{ year: '602' }, { year: '629' }, '0602/0629']
	])('reads %j to %j as %s', (start_date, end_date, edtf) => {
		expect(only({ start_date, ...(end_date && { end_date }), text }).date?.edtf).toBe(edtf);
	});

	test('keeps the display date as words, the group as track, and media in the rest', () => {
		const record = only({
			start_date: { year: '2024' },
			display_date: 'some time in 2024',
			group: 'Talks',
			unique_id: 'u1',
			media: { url: 'https://example.org/a.jpg' },
			text: { headline: 'A &amp; <i>B</i>', text: '<p>One</p><p>Two</p><script>evil()</script>' }
		});
		expect(record).toMatchObject({ key: 'u1', title: { en: 'A & B' }, summary: { en: 'One\nTwo' }, track: { en: 'Talks' } });
		expect(record.date?.words).toEqual({ en: 'some time in 2024' });
		expect(record.rest).toMatchObject({ 'media.url': 'https://example.org/a.jpg', 'text.headline': 'A &amp; <i>B</i>' });
	});

	test('refuses parts that make no date, and keeps them', () => {
		const record = only({ start_date: { year: '2023', month: '2', day: '29' }, text });
		expect(record.date).toBeUndefined();
		expect(codes(record)).toEqual(['date']);
		expect(record.problems[0]?.place).toEqual({ file: 'a.json', row: 1, column: 'events[0].start_date' });
		expect(record.rest).toMatchObject({ 'start_date.day': '29' });
		expect(codes(only({ start_date: { year: '2023', day: '4' }, text }))).toEqual(['date']);
	});

	test('refuses an end before its start, and keeps the start', () => {
		const record = only({ start_date: { year: '2024' }, end_date: { year: '2023' }, text });
		expect(record.date?.edtf).toBe('2024');
		expect(codes(record)).toEqual(['end-before-start']);
	});

	test('reads eras as events, and version 2', () => {
		const [era] = readTimelineJs(
			JSON.stringify({ events: [], eras: [{ start_date: { year: '650' }, end_date: { year: '700' }, text }] }),
			'a'
		).records;
		expect(era).toMatchObject({ subkind: 'other', date: { edtf: '0650/0700' }, rest: { type: 'era' } });
		const old = readTimelineJs(
			JSON.stringify({ timeline: { headline: 'T', date: [{ startDate: '2012,1,26', endDate: '2012,1,27', headline: 'H', tag: 'G' }] } }),
			'a'
		);
		expect(old.title).toEqual({ en: 'T' });
		expect([...old.records][0]).toMatchObject({ date: { edtf: '2012-01-26/2012-01-27' }, track: { en: 'G' } });
	});

	test('refuses what is no timeline, with the line', () => {
		expect(() => readTimelineJs('{"a": 1}', 'a')).toThrow(ForeignFileError);
		expect(() => readTimelineJs('{\n"events": [,]\n}', 'a')).toThrow('a:2: not-json');
	});
});

describe('the sheet of TimelineJS', () => {
	const head = 'Year,Month,Day,Time,End Year,End Month,End Day,End Time,Display Date,Headline,Text,Media,Type,Group\n';
	test('names rows by their line, also behind a cell of several lines', () => {
		const { records, title } = readTimelineJsSheet(
			`${head},,,,,,,,,T,,,title,\n1815,12,10,1:30 PM,,,,,,A,"two\nlines",m,,G\n1900,,,,1901,,,,about then,B,,,era,\n`,
			'a.csv'
		);
		const [first, second] = records;
		expect(title).toEqual({ en: 'T' });
		expect(first).toMatchObject({ place: { row: 3 }, date: { edtf: '1815-12-10T13:30' }, track: { en: 'G' }, rest: { Media: 'm' } });
		expect(second).toMatchObject({ place: { row: 5 }, date: { edtf: '1900/1901', words: { en: 'about then' } }, subkind: 'other' });
	});
	test('asks which number of an old date is the month', () => {
		const sheet = 'Start Date,End Date,Headline\n5/6/2012,,A\n';
		const [unasked] = readTimelineJsSheet(sheet, 'a').records;
		expect(unasked?.problems[0]).toMatchObject({ code: 'day-month-order', severity: 'refused', value: '5/6/2012' });
		expect(unasked?.rest).toEqual({ 'Start Date': '5/6/2012' });
		expect([...readTimelineJsSheet(sheet, 'a', { order: 'mdy' }).records][0]?.date?.edtf).toBe('2012-05-06');
		expect([...readTimelineJsSheet(sheet, 'a', { order: 'dmy' }).records][0]?.date?.edtf).toBe('2012-06-05');
	});
	test('refuses broken quoting with the line', () => {
		expect(() => readTimelineJsSheet(`${head}1815,"12,10\n`, 'a.csv')).toThrow(/a\.csv:\d+: quotes/u);
	});
});
