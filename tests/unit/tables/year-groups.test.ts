import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { civilIn, hasBegun } from '#lib/temporal/calendars.ts';
import { groupByYear, yearName } from '#lib/tables/year-groups.ts';
import { rowsWithoutWords } from '#lib/tables/table-rows.ts';
import { valueNames } from '#lib/tables/value-names.ts';
import { deskOf } from './desk.ts';

const all = (count: number) => Uint32Array.from({ length: count }, (_, row) => row);
const dated = (...edtf: (string | null)[]) =>
	deskOf(...edtf.map((date, i) => ({ id: `r${i}`, date: date === null ? null : { edtf: date } })));
const told = ({ rows, groups }: ReturnType<typeof groupByYear>) =>
	groups.map(({ value, start, count }) => `${value}: ${rows.slice(start, start + count).join()}`);

describe('groups by year', () => {
	test('stand under the year the date may first lie in, undated rows last, rows in the order given', () => {
		const set = dated('2025-12-05', null, '2024/2026', '2025-01', '2024-02-29', '/2023-05');
		expect(told(groupByYear(set, Uint32Array.of(3, 2, 1, 0, 4, 5), 'gregorian', false))).toEqual([
			'2023: 5',
			'2024: 2,4',
			'2025: 3,0',
			': 1'
		]);
		expect(told(groupByYear(set, all(5), 'gregorian', true))).toEqual(['2025: 0,3', '2024: 2,4', ': 1']);
	});

	test('by the latest edge stand under the year the date may last lie in; open at the end, under the last thing known', () => {
		const set = dated('2025-12-31', null, '2024/2026', '2025', '2024-02/..', '../2023', '2025/');
		expect(told(groupByYear(set, all(7), 'gregorian', false, 'latest'))).toEqual(['2023: 5', '2024: 4', '2025: 0,3,6', '2026: 2', ': 1']);
	});

	test('turn at Nowruz where the reader’s calendar does', () => {
		const set = dated('2025-03-20', '2025-03-21', '2025-03-22');
		expect(told(groupByYear(set, all(3), 'persian', false))).toEqual(['1403: 0', '1404: 1,2']);
		expect(told(groupByYear(set, all(3), 'gregorian', false))).toEqual(['2025: 0,1,2']);
	});

	test('before a calendar began years are Gregorian, come first and say so', () => {
		const set = dated('1500-01-01', '0500-01-01', '-0010-01-01');
		const groups = groupByYear(set, all(3), 'persian', false);
		expect(told(groups)).toEqual(['g-10: 2', 'g500: 1', '878: 0']);
		expect(groups.groups.map(({ value }) => yearName(value, 'en', 'persian'))).toEqual(['11 BC', '500', '878 SH']);
	});

	test('are those of the calendar asked day by day, whatever the order of the rows', () => {
		const days = fc.array(fc.integer({ min: -600_000, max: 60_000 }), { minLength: 1, maxLength: 60 });
		fc.assert(
			fc.property(days, fc.constantFrom('gregorian', 'persian', 'islamic'), (of, calendar) => {
				const set = { ...deskOf(...of.map((_, i) => ({ id: `r${i}` }))), earliestStart: Float64Array.from(of) };
				const { rows, groups } = groupByYear(set, all(of.length), calendar, false);
				for (const { value, start, count } of groups)
					for (const row of rows.subarray(start, start + count)) {
						const day = of[row] ?? 0;
						const own = hasBegun(calendar, day);
						expect(value).toBe(`${own ? '' : 'g'}${civilIn(own ? calendar : 'gregorian', day).year}`);
					}
				expect([...rows].sort((a, b) => a - b)).toEqual([...all(of.length)]);
			}),
			{ seed: 20261123, numRuns: 200 }
		);
	});
});

describe('around a large set', () => {
	test('places are named as rows name them, in the reader’s language', () => {
		const set = deskOf({ id: 'a', place: { en: 'Moscow', fa: 'مسکو' } }, { id: 'b', actors: ['iran'] });
		const place = set.place.values[0] ?? '';
		expect(valueNames(set, 'fa')(place)).toBe('مسکو');
		expect(valueNames(set, 'fa')('iran')).toBe('ایران');
		expect(valueNames(set, 'fa')('nobody')).toBe('nobody');
	});

	test('words are asked for rows in sight, and for rows they are told by where a column tells it', () => {
		const whole = deskOf({ id: 'a' }, { id: 'b', followsFrom: 'c' }, { id: 'c' }, { id: 'd' });
		const set = { ...whole, words: { complete: false, of: (row: number) => (row === 3 ? whole.words.of(3) : undefined) } };
		const asked = (columns: string[]) =>
			[
				...rowsWithoutWords(
					set,
					(line) => [3, 1][line],
					{ first: -2, last: 9 },
					columns.map((id) => ({ id }))
				)
			].join();
		expect(asked(['title'])).toBe('1');
		expect(asked(['title', 'follows'])).toBe('1,2');
	});
});
