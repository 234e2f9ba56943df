import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { partsOf, partsWithin, relateDate } from '#lib/temporal/date-parts.ts';
import { edgesOf } from '#lib/temporal/edges-of.ts';
import type { Certainty, Edges } from '#lib/temporal/edges.ts';
import { dayOf } from '#lib/temporal/epoch-day.ts';
import { relate, RELATIONS, type Relation } from '#lib/temporal/relation.ts';

const year = (of: number): [number, number] => [dayOf(of, 1, 1), dayOf(of + 1, 1, 1)];
const asked = (edtf: string, relation: Relation, [start, end]: readonly [number, number]) =>
	relateDate(relation, edgesOf(edtf), partsOf(edtf), start, end);

test('all of 2022 and 2027 is certainly in 2022 and in 2027, and not in a year between', () => {
	expect([2021, 2022, 2023, 2024, 2027, 2028].map((of) => asked('{2022,2027}', 'overlaps', year(of)))).toEqual([
		'no',
		'certainly',
		'no',
		'no',
		'certainly',
		'no'
	]);
	expect(asked('{2022,2027}', 'during', year(2022))).toBe('no');
	expect(asked('{2022,2027}', 'before', year(2027))).toBe('no');
	expect(asked('{2022,2027}', 'by', year(2027))).toBe('certainly');
	expect(asked('{2022,2027}', 'after', year(2021))).toBe('certainly');
	expect(asked('{2022,2027}', 'overlaps', [dayOf(2022, 3, 1), dayOf(2022, 4, 1)])).toBe('possibly');
});

test('one of 2022 or 2027 is possibly in either and not in a year between, nor is a set open to both sides in its gap', () => {
	expect([2022, 2023, 2027].map((of) => asked('[2022,2027]', 'overlaps', year(of)))).toEqual(['possibly', 'no', 'possibly']);
	expect(asked('[2022,2027]', 'during', [year(2023)[0], year(2026)[1]])).toBe('no');
	expect(asked('[2022,2027]', 'overlaps', [year(2022)[0], year(2027)[1]])).toBe('certainly');
	expect([2021, 2022, 2023, 2024, 2025].map((of) => asked('[..2022,2024..]', 'overlaps', year(of)))).toEqual([
		'possibly',
		'possibly',
		'no',
		'possibly',
		'possibly'
	]);
});

test('a day 31 of some month of 2025 is in no month that has none, and members that touch are one stretch', () => {
	const month = (of: number) => [dayOf(2025, of, 1), dayOf(2025, of + 1, 1)] as const;
	const in2025 = Array.from({ length: 12 }, (_, index) => asked('2025-XX-31', 'overlaps', month(index + 1)));
	expect(in2025.flatMap((answer, index) => (answer === 'no' ? [index + 1] : []))).toEqual([2, 4, 6, 9, 11]);
	expect(partsOf('202X-12')?.parts).toHaveLength(10);
	for (const one of [
		'{2022..2024}',
		'{2022,2023,2024}',
		'[2022,2023]',
		'2025-XX',
		'2025-12-XX',
		'2025',
		'202X',
		'XXXX',
		'XXXX-XX-XX',
		'2025/2027'
	])
		expect(partsOf(one), one).toBeNull();
});

/** Days of January 2026 as numbers from 1; −Infinity and Infinity stand for themselves. */
const FIRST = dayOf(2026, 1, 1) - 1;
const LAST = 12;
const two = (day: number) => `2026-01-${String(day).padStart(2, '0')}`;

interface Member {
	readonly from: number;
	readonly to: number;
}

/** Members in order with at least a day between, so that none touches the next. */
const members = fc
	.array(fc.tuple(fc.integer({ min: 2, max: 3 }), fc.integer({ min: 0, max: 2 })), { minLength: 2, maxLength: 3 })
	.map((steps) => {
		let day = 0;
		return steps.map(([gap, length]): Member => {
			const from = day + gap;
			day = from + length;
			return { from, to: day };
		});
	})
	.filter((all) => all.at(-1)!.to < LAST);

const text = (all: readonly Member[]) => all.map(({ from, to }) => (from === to ? two(from) : `${two(from)}..${two(to)}`)).join();

/** Every start and end of a stretch of time (halves of days, for an event may be shorter than a day) within a member. */
function within({ from, to }: Member): [number, number][] {
	const halves = Array.from({ length: (to + 1 - from) * 2 + 1 }, (_, half) => from + half / 2);
	return halves.flatMap((start) => halves.filter((end) => end > start).map((end): [number, number] => [start, end]));
}

/** Every start and end of what lasted from the first to the last day of a member. */
function lasted({ from, to }: Member): [number, number][] {
	return within({ from, to }).filter(([start, end]) => start < from + 1 && end > to);
}

const HOLDS: Readonly<Record<Relation, (s: number, e: number, start: number, end: number) => boolean>> = {
	overlaps: (s, e, start, end) => s < end && e > start,
	during: (s, e, start, end) => s >= start && e <= end,
	before: (_, e, start) => e <= start,
	after: (s, _e, _start, end) => s >= end,
	by: (_, e, _start, end) => e <= end
};

function verdict(answers: readonly boolean[]): Certainty {
	return answers.every(Boolean) ? 'certainly' : answers.some(Boolean) ? 'possibly' : 'no';
}

const interval = fc
	.tuple(fc.integer({ min: 0, max: LAST }), fc.integer({ min: 1, max: 5 }))
	.map(([start, length]): [number, number] => [start, start + length]);

describe.each(RELATIONS)('%s', (relation) => {
	const holds = (pair: readonly [number, number], asked: readonly [number, number]) => HOLDS[relation](...pair, ...asked);

	test('says of one of several dates what going through everything each of them allows says', () => {
		fc.assert(
			fc.property(members, interval, (all, [start, end]) => {
				const slow = verdict(all.flatMap(within).map((pair) => holds(pair, [start, end])));
				expect(asked(`[${text(all)}]`, relation, [FIRST + start, FIRST + end])).toBe(slow);
			}),
			{ seed: 31, numRuns: 1500 }
		);
	});

	test('says of all of several dates what going through every choice of a stretch for each of them says', () => {
		fc.assert(
			fc.property(members, interval, (all, [start, end]) => {
				let choices: boolean[][] = [[]];
				for (const member of all) {
					const own = new Set(lasted(member).map((pair) => holds(pair, [start, end])));
					choices = choices.flatMap((before) => [...own].map((answer) => [...before, answer]));
				}
				const slow = verdict(choices.map((answers) => (relation === 'overlaps' ? answers.some(Boolean) : answers.every(Boolean))));
				expect(asked(`{${text(all)}}`, relation, [FIRST + start, FIRST + end])).toBe(slow);
			}),
			{ seed: 32, numRuns: 1500 }
		);
	});

	test('says of a date of one stretch what its edges say', () => {
		for (const edtf of ['2022', '2022/2027', '[2022..2027]', '{2022..2027}', '2022/..', '2022/'])
			for (let of = 2020; of < 2030; of++) expect(asked(edtf, relation, year(of))).toBe(relate(relation, edgesOf(edtf), ...year(of)));
	});
});

test('a known order that narrows a set strikes the members it rules out', () => {
	const before: Edges = { ...edgesOf('[2022,2027]'), latestStart: dayOf(2026, 1, 1), latestEnd: dayOf(2026, 1, 1) };
	const left = partsWithin(partsOf('[2022,2027]')!, before);
	expect(left?.parts).toEqual([edgesOf('2022')]);
	expect(relateDate('overlaps', before, left, ...year(2022))).toBe('certainly');
	expect(relateDate('overlaps', before, left, ...year(2027))).toBe('no');
});

test('a day of an unknown year is possibly where such a day lies, and nowhere else', () => {
	const days = (from: string, to: string) => [edgesOf(from).earliestStart, edgesOf(to).latestEnd] as const;
	const winter = 'XXXX-12-21';
	expect(asked(winter, 'overlaps', days('2022-03-01', '2022-03-31'))).toBe('no');
	expect(asked(winter, 'overlaps', days('2022-12-21', '2022-12-21'))).toBe('possibly');
	expect(asked(winter, 'during', days('2022-12-20', '2023-01-05'))).toBe('possibly');
	expect(asked(winter, 'during', days('2022-12-22', '2023-12-20'))).toBe('no');
	expect(asked('XXXX-02-29', 'overlaps', days('2097-01-01', '2103-12-31'))).toBe('no');
	expect(asked('XXXX-02-29', 'overlaps', days('1996-01-01', '2026-12-31'))).toBe('possibly');
	expect(asked('XXXX-21', 'overlaps', days('2025-01-01', '2025-02-28'))).toBe('no');
	for (const relation of ['before', 'after', 'by'] as const) expect(asked(winter, relation, year(2022))).toBe('possibly');
	expect(relateDate('overlaps', edgesOf(winter), partsOf(winter), -Infinity, Infinity)).toBe('certainly');
});

test('a day of an unknown year answers as the same day of each year that could be meant', () => {
	const YEARS = Array.from({ length: 60 }, (_, n) => 1980 + n);
	fc.assert(
		fc.property(
			fc.constantFrom('12-21', '02-29', '03', '01-01', '11-30'),
			fc.integer({ min: dayOf(1990, 1, 1), max: dayOf(2020, 1, 1) }),
			fc.integer({ min: 1, max: 900 }),
			fc.constantFrom('overlaps', 'during'),
			(when, start, length, relation) => {
				const may = YEARS.some((of) => {
					if (when === '02-29' && of % 4 !== 0) return false;
					return relate(relation, edgesOf(`${of}-${when}`), start, start + length) !== 'no';
				});
				expect(asked(`XXXX-${when}`, relation, [start, start + length])).toBe(may ? 'possibly' : 'no');
			}
		),
		{ seed: 20261122, numRuns: 300 }
	);
});
