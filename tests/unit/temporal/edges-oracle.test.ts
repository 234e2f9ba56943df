import fc from 'fast-check';
import { expect, test } from 'vitest';
import { edgesOf } from '#lib/temporal/edges-of.ts';
import { parseEdtf } from '#lib/temporal/edtf.ts';
import { dayOf, isoOf } from '#lib/temporal/epoch-day.ts';

const [FIRST, END] = [dayOf(1990, 1, 1), dayOf(2020, 1, 1)];
const DAYS = Array.from({ length: END - FIRST }, (_, place) => ({ day: FIRST + place, iso: isoOf(FIRST + place) }));

/** Every day that the written signs allow, by trying them all: the slow, obvious twin. */
function daysOf(pattern: string): number[] {
	const [year = '', ...rest] = pattern.split('-');
	const written = [year, ...rest].join('-').padEnd(10, '-XX');
	return DAYS.filter(({ iso }) => [...written].every((sign, place) => sign === 'X' || sign === iso[place])).map(({ day }) => day);
}

const sign = (digits: string) => fc.constantFrom(...digits, 'X');
const year = fc.tuple(fc.constantFrom('199', '200', '201'), sign('0123456789')).map((parts) => parts.join(''));
const month = fc.tuple(sign('01'), sign('0123456789')).map((parts) => parts.join(''));
const day = fc.tuple(sign('0123'), sign('0123456789')).map((parts) => parts.join(''));
const pattern = fc.oneof(
	year,
	fc.tuple(year, month).map((parts) => parts.join('-')),
	fc.tuple(year, month, day).map((parts) => parts.join('-'))
);
/** Dates as written, few of them impossible. */
const possible = pattern.filter((text) => parseEdtf(text).ok);

test('a pattern is a date exactly when some day fits it, and its edges are the first and last that do', () => {
	fc.assert(
		fc.property(pattern, (text) => {
			const days = daysOf(text);
			// A month written 0X–3X could be a season; only digits are.
			fc.pre(!/^\d{3}[\dX]-(2[1-9]|3\d)/.test(text));
			expect(parseEdtf(text).ok, text).toBe(days.length > 0);
			if (days.length === 0) return;
			const { earliestStart, latestStart, earliestEnd, latestEnd } = edgesOf(text);
			expect([earliestStart, latestStart, earliestEnd, latestEnd], text).toEqual([
				days[0],
				(days.at(-1) ?? NaN) + 1,
				days[0],
				(days.at(-1) ?? NaN) + 1
			]);
		}),
		{ seed: 4, numRuns: 600 }
	);
});

test('the edges of an interval hold every first and last day it could have, and the outermost are reached', () => {
	fc.assert(
		fc.property(possible, possible, (from, to) => {
			fc.pre(parseEdtf(`${from}/${to}`).ok);
			const [starts, ends] = [daysOf(from), daysOf(to)];
			const [lastEnd = -Infinity, firstStart = Infinity] = [ends.at(-1), starts[0]];
			// A first day that has a last day on or after it, and the other way round.
			const begun = starts.filter((start) => start <= lastEnd);
			const ended = ends.filter((end) => end >= firstStart);
			const edges = edgesOf(`${from}/${to}`);
			expect(begun.filter((start) => start < edges.earliestStart || start >= edges.latestStart)).toEqual([]);
			expect(ended.filter((end) => end + 1 <= edges.earliestEnd || end + 1 > edges.latestEnd)).toEqual([]);
			expect(edges.earliestStart).toBe(firstStart);
			expect(edges.latestEnd).toBe(lastEnd + 1);
		}),
		{ seed: 6, numRuns: 150 }
	);
});

test('one of a set is within the days of its members, all of a set from its first to its last', () => {
	fc.assert(
		fc.property(fc.array(possible, { minLength: 1, maxLength: 3 }), (members) => {
			const days = members.flatMap(daysOf);
			const [first, last] = [days.reduce((a, b) => Math.min(a, b)), days.reduce((a, b) => Math.max(a, b))];
			for (const edtf of [`[${members.join(',')}]`, `{${members.join(',')}}`]) {
				const { earliestStart, latestEnd } = edgesOf(edtf);
				expect([earliestStart, latestEnd], edtf).toEqual([first, last + 1]);
			}
		}),
		{ seed: 8, numRuns: 200 }
	);
});
