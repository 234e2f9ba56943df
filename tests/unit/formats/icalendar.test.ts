import { describe, expect, test } from 'vitest';
import { ForeignFileError, type ForeignRecord } from '#lib/formats/foreign.ts';
import { readICalendar } from '#lib/formats/icalendar.ts';

const file = (...lines: string[]) => ['BEGIN:VCALENDAR', 'VERSION:2.0', ...lines, 'END:VCALENDAR', ''].join('\r\n');
const event = (...lines: string[]) => file('BEGIN:VEVENT', 'UID:u', 'SUMMARY:S', ...lines, 'END:VEVENT');
const all = (text: string): ForeignRecord[] => [...readICalendar(text, 'c.ics').records];
const dates = (text: string) => all(text).map(({ date }) => date?.edtf);
const codes = (text: string) => all(text).flatMap(({ problems }) => problems.map(({ code }) => code));

describe('iCalendar dates', () => {
	test.each([
		[['DTSTART;VALUE=DATE:20240501', 'DTEND;VALUE=DATE:20240502'], '2024-05-01'],
		[['DTSTART;VALUE=DATE:20240501', 'DTEND;VALUE=DATE:20240504'], '2024-05-01/2024-05-03'],
		[['DTSTART;VALUE=DATE:20240501', 'DURATION:P2D'], '2024-05-01/2024-05-02'],
		[['DTSTART:20240501T100000Z', 'DURATION:PT90M'], '2024-05-01T10:00Z/2024-05-01T11:30Z'],
		[['DTSTART:20240501T100030'], '2024-05-01T10:00:30'],
		[['DTSTART;TZID=Asia/Tehran:20200701T100000'], '2020-07-01T10:00+04:30'],
		[['DTSTART;TZID=America/New_York:20240115T100000'], '2024-01-15T10:00-05:00']
	])('%j is %s', (lines, edtf) => {
		expect(dates(event(...lines))).toEqual([edtf]);
	});

	test('whole days as Outlook says them end on their last day; times that are no midnight stand, and are told', () => {
		const allDay = 'X-MICROSOFT-CDO-ALLDAYEVENT:TRUE';
		expect(dates(event('DTSTART:20240501T000000', 'DTEND:20240503T000000', allDay))).toEqual(['2024-05-01/2024-05-02']);
		expect(dates(event('DTSTART;TZID=Asia/Tehran:20240501T000000', 'DTEND;TZID=Asia/Tehran:20240502T000000', allDay))).toEqual([
			'2024-05-01'
		]);
		expect(dates(event('DTSTART:20240501T000000', 'DTEND:20240502T000000', allDay, 'RRULE:FREQ=DAILY;COUNT=2'))).toEqual([
			'2024-05-01',
			'2024-05-02'
		]);
		const elsewhere = event('DTSTART:20240430T210000Z', 'DTEND:20240501T210000Z', allDay);
		expect(dates(elsewhere)).toEqual(['2024-04-30T21:00Z/2024-05-01T21:00Z']);
		expect(codes(elsewhere)).toEqual(['all-day-times']);
		expect(codes(event('DTSTART;VALUE=DATE:20240501', 'DTEND;VALUE=DATE:20240502', allDay))).toEqual([]);
		expect(dates(event('DTSTART:20240501T000000', 'DTEND:20240502T000000', allDay.replace('TRUE', 'FALSE')))).toEqual([
			'2024-05-01T00:00/2024-05-02T00:00'
		]);
	});

	test('a change said of all later ones is told, for the later ones stay as they are', () => {
		const one = ['BEGIN:VEVENT', 'UID:u', 'SUMMARY:S', 'DTSTART:20250101T100000Z', 'RRULE:FREQ=WEEKLY;COUNT=3', 'END:VEVENT'];
		const later = ['BEGIN:VEVENT', 'UID:u', 'SUMMARY:T', 'RECURRENCE-ID;RANGE=THISANDFUTURE:20250108T100000Z', 'DTSTART:20250108T150000Z'];
		expect(codes(file(...one, ...later, 'END:VEVENT'))).toContain('this-and-future');
		expect(codes(file(...one, ...later.map((line) => line.replace(';RANGE=THISANDFUTURE', '')), 'END:VEVENT'))).not.toContain(
			'this-and-future'
		);
	});

	test('a zone of the file is known wherever it stands', () => {
		const zone = [
			'BEGIN:VTIMEZONE',
			'TZID:Here',
			'BEGIN:STANDARD',
			'DTSTART:19700101T000000',
			'TZOFFSETFROM:+0300',
			'TZOFFSETTO:+0345',
			'END:STANDARD',
			'END:VTIMEZONE'
		];
		expect(dates(file('BEGIN:VEVENT', 'DTSTART;TZID=Here:20240501T100000', 'SUMMARY:S', 'END:VEVENT', ...zone))).toEqual([
			'2024-05-01T10:00+03:45'
		]);
	});
	test('a zone nobody knows leaves the time floating, and is told and kept', () => {
		const [record] = all(event('DTSTART;TZID=Nowhere:20240501T100000'));
		expect(record).toMatchObject({
			date: { edtf: '2024-05-01T10:00' },
			rest: { 'DTSTART;TZID': 'Nowhere' },
			problems: [{ code: 'zone-unknown', severity: 'odd' }]
		});
	});
	test('a date that is none is refused with its line, and the event stands', () => {
		const [record] = all(event('DTSTART:20240231T100000Z'));
		expect(record?.date).toBeUndefined();
		expect(record?.problems).toMatchObject([{ code: 'date', severity: 'refused', place: { row: 6, column: 'DTSTART' } }]);
		expect(record?.rest).toMatchObject({ DTSTART: '20240231T100000Z' });
	});
	test('an end before the start is refused', () => {
		expect(codes(event('DTSTART;VALUE=DATE:20240501', 'DTEND;VALUE=DATE:20240430'))).toEqual(['end-before-start']);
	});
});

describe('iCalendar series', () => {
	test('come in occurrence by occurrence, without the excepted', () => {
		const text = event(
			'DTSTART;VALUE=DATE:20240501',
			'RRULE:FREQ=WEEKLY;COUNT=4',
			'EXDATE;VALUE=DATE:20240508',
			'RDATE;VALUE=DATE:20240510'
		);
		expect(dates(text)).toEqual(['2024-05-01', '2024-05-10', '2024-05-15', '2024-05-22']);
		expect(all(text).map(({ key }) => key)).toEqual(['u#2024-05-01', 'u#2024-05-10', 'u#2024-05-15', 'u#2024-05-22']);
		expect(codes(text)).toEqual(['recurrence-expanded']);
	});
	test('without an end are told for ten years, and that is told', () => {
		const text = event('DTSTART;VALUE=DATE:20240229', 'RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=-1');
		expect(dates(text)).toHaveLength(11);
		expect(all(text)[0]?.problems).toMatchObject([{ code: 'recurrence-endless', args: { count: 11 } }]);
	});
	test('of a 29 February come in leap years alone, and are counted so', () => {
		expect(dates(event('DTSTART;VALUE=DATE:20240229', 'RRULE:FREQ=YEARLY;COUNT=3'))).toEqual(['2024-02-29', '2028-02-29', '2032-02-29']);
		expect(dates(event('DTSTART;VALUE=DATE:20240229', 'RRULE:FREQ=YEARLY'))).toEqual(['2024-02-29', '2028-02-29', '2032-02-29']);
		expect(dates(event('DTSTART;VALUE=DATE:20240228', 'RRULE:FREQ=YEARLY;COUNT=2'))).toEqual(['2024-02-28', '2025-02-28']);
	});
	test('that are very long are cut, and that is told', () => {
		const text = event('DTSTART:20240501T000000Z', 'RRULE:FREQ=HOURLY;COUNT=5000');
		expect(dates(text)).toHaveLength(1000);
		expect(codes(text)).toContain('recurrence-capped');
	});
	test('keep the hour of their zone over a change of clocks, and end by UNTIL in UTC', () => {
		const text = event('DTSTART;TZID=Europe/Berlin:20240330T090000', 'RRULE:FREQ=DAILY;UNTIL=20240401T070000Z');
		expect(dates(text)).toEqual(['2024-03-30T09:00+01:00', '2024-03-31T09:00+02:00', '2024-04-01T09:00+02:00']);
	});
	test('give way to a moved occurrence', () => {
		const text = file(
			...['BEGIN:VEVENT', 'UID:u', 'SUMMARY:S', 'DTSTART;VALUE=DATE:20240501', 'RRULE:FREQ=DAILY;COUNT=3', 'END:VEVENT'],
			...['BEGIN:VEVENT', 'UID:u', 'SUMMARY:Moved', 'RECURRENCE-ID;VALUE=DATE:20240502', 'DTSTART;VALUE=DATE:20240509', 'END:VEVENT']
		);
		expect(dates(text)).toEqual(['2024-05-01', '2024-05-03', '2024-05-09']);
		expect(all(text).at(-1)).toMatchObject({ key: 'u#2024-05-02', title: { en: 'Moved' } });
	});
	test('of another calendar, or of no sense, are refused and the first stands', () => {
		expect(codes(event('DTSTART;VALUE=DATE:20240501', 'RRULE:RSCALE=PERSIAN;FREQ=YEARLY'))).toEqual(['recurrence-calendar']);
		expect(codes(event('DTSTART;VALUE=DATE:20240501', 'RRULE:FREQ=SOMETIMES'))).toEqual(['recurrence-rule']);
		expect(dates(event('DTSTART;VALUE=DATE:20240501', 'RRULE:FREQ=SOMETIMES'))).toEqual(['2024-05-01']);
	});
});

describe('iCalendar members', () => {
	test('become texts by language, topics, actors, place and status; the rest is kept', () => {
		const [record] = all(
			event(
				'SUMMARY;LANGUAGE=fa:نشست',
				'DESCRIPTION:one\\, two\\nthree\\;',
				'LOCATION:Тегеран',
				'CATEGORIES:Trade\\, goods,Banks',
				'ATTENDEE;CN="Doe, Jane":mailto:j@example.org',
				'ORGANIZER:mailto:o@example.org',
				'STATUS:Tentative',
				'CLASS:PUBLIC'
			)
		);
		expect(record).toMatchObject({
			title: { en: 'S', fa: 'نشست' },
			summary: { en: 'one, two\nthree;' },
			location: { ru: 'Тегеран' },
			topics: [{ en: 'Trade, goods' }, { en: 'Banks' }],
			actors: [{ en: 'o@example.org' }, { en: 'Doe, Jane' }],
			status: 'planned',
			rest: { CLASS: 'PUBLIC' }
		});
	});
	test('a task is a follow-up with its due day', () => {
		const [record] = all(file('BEGIN:VTODO', 'UID:t', 'SUMMARY:Do', 'DUE;VALUE=DATE:20240501', 'STATUS:COMPLETED', 'END:VTODO'));
		expect(record).toMatchObject({ kind: 'follow-up', date: { edtf: '2024-05-01' }, status: 'done' });
	});
});

describe('iCalendar lines', () => {
	test('a fold without its blank is mended, and told', () => {
		const long = `DESCRIPTION:${'x'.repeat(63)}`;
		const [record] = all(event(long, 'and on it goes without a name'));
		expect(record?.summary?.en).toMatch(/xand on it goes/u);
		expect(record?.problems.map(({ code }) => code)).toContain('broken-folding');
	});
	test('a line that says nothing is refused with its number', () => {
		expect(all(event('X'))[0]?.problems[0]).toMatchObject({ code: 'no-property', severity: 'refused', place: { row: 6 }, value: 'X' });
	});
	test.each([
		['BEGIN:VCALENDAR\nBEGIN:VEVENT\nEND:VEVENT\n', 'c.ics:1: not-closed'],
		['BEGIN:VCALENDAR\nBEGIN:VEVENT\nEND:VCALENDAR\n', 'c.ics:3: end-without-begin'],
		['hello', 'c.ics:1: not-icalendar']
	])('%j is refused as a whole', (text, message) => {
		expect(() => all(text)).toThrow(message);
		expect(() => all(text)).toThrow(ForeignFileError);
	});
	test('a misspelt end closes the innermost, and is told', () => {
		const reading = readICalendar('BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:S\nEND:VEVENT\nEND:VCALENDARD\n', 'c.ics');
		expect([...reading.records]).toHaveLength(1);
		expect(reading.problems).toMatchObject([{ code: 'end-without-begin', severity: 'odd', place: { row: 5 } }]);
	});
	test('other components are left out, and told', () => {
		const reading = readICalendar(file('BEGIN:VFREEBUSY', 'UID:f', 'END:VFREEBUSY'), 'c.ics');
		expect([...reading.records]).toEqual([]);
		expect(reading.problems.map(({ code }) => code)).toEqual(['component', 'no-records']);
	});
});
