import { expect, test } from 'vitest';
import { isRoundYear, roundYears } from '#lib/temporal/round-years.ts';

test('round years are year 1 and those named by a multiple of the step, before the year 1 counted backwards', () => {
	expect(roundYears(1890, 2010, 50)).toEqual([1900, 1950, 2000]);
	expect(roundYears(-210, 210, 100)).toEqual([-199, -99, 1, 100, 200]);
	expect(roundYears(-1, 2, 1)).toEqual([-1, 0, 1, 2]);
	expect(roundYears(2001, 2009, 10)).toEqual([]);
});

test('they are the ones found by trying every year', () => {
	for (const step of [1, 2, 5, 20, 25, 100, 1000]) {
		for (const [first, last] of [
			[-1234, 1234],
			[-1000, -999],
			[0, 1],
			[1, 1000],
			[-99, -99],
			[1999, 2001],
			[5, 4]
		] as const) {
			const slow: number[] = [];
			for (let year = first; year <= last; year += 1) if (isRoundYear(year, step)) slow.push(year);
			expect(roundYears(first, last, step)).toEqual(slow);
		}
	}
});
