import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { edgesOf } from '#lib/temporal/edges-of.ts';
import { parseEdtf } from '#lib/temporal/edtf.ts';
import { isoOf } from '#lib/temporal/epoch-day.ts';

/** Lists of valid and invalid strings that others keep; a checkout without them skips these checks. */
const FILE = resolve('../shared/data/dates/edtf-validate.json');
const lists: Readonly<Record<string, readonly string[]>> = existsSync(FILE) ? JSON.parse(readFileSync(FILE, 'utf8')) : {};
const strings = (kind: 'valid' | 'invalid') =>
	Object.entries(lists).flatMap(([name, list]) => (name.startsWith('invalid') === (kind === 'invalid') ? list : []));

/** What that list calls invalid and we take: why. */
const TAKEN: Readonly<Record<string, string>> = {
	'0000-01-03/0000-01': 'January may end after the 3rd: possibly in order, as 2025-06/2025',
	'0000-02/0000': 'the same',
	'2004-06-11%/2004-%06': 'the same',
	'2004-06-11%/2004-06~': 'the same',
	'Y-61000/-2000': 'in order, and both years are well written',
	'2005-07-25T10:10:10Z/2006-01-01T10:10:10Z': 'times inside intervals are our extension',
	'2005-07-25T10:10:10Z/2006-01': 'the same',
	'2005-07-25/2006-01-01T10:10:10Z': 'the same'
};

/** Edges by hand: earliest start, latest start, earliest end, latest end (exclusive; .. open, ? unknown). */
const BY_HAND: readonly (readonly [edtf: string, edges: string])[] = [
	['1964/2008', '1964-01-01 1965-01-01 2008-01-01 2009-01-01'],
	['2004-02-01/2005', '2004-02-01 2004-02-02 2005-01-01 2006-01-01'],
	['0000/0000', '0000-01-01 0001-01-01 0000-01-01 0001-01-01'],
	['-1000/-0999', '-1000-01-01 -0999-01-01 -0999-01-01 -0998-01-01'],
	['1923-21/1924', '1923-03-01 1923-06-01 1924-01-01 1925-01-01'],
	['1952-23~/1953', '1952-09-01 1952-12-01 1953-01-01 1954-01-01'],
	['2003-22/2003-23', '2003-06-01 2003-09-01 2003-09-01 2003-12-01'],
	['1985-04-12/', '1985-04-12 1985-04-13 1985-04-12 ∞'],
	['/1985-04', '-∞ 1985-05-01 1985-04-01 1985-05-01'],
	['1985/..', '1985-01-01 1986-01-01 ∞ ∞'],
	['../1985-04-12', '-∞ -∞ 1985-04-12 1985-04-13'],
	['../..', '-∞ -∞ ∞ ∞'],
	['/..', '-∞ ∞ ∞ ∞'],
	['../', '-∞ -∞ -∞ ∞'],
	['2004-06-XX/2004-07-03', '2004-06-01 2004-07-01 2004-07-03 2004-07-04'],
	['2003-06-25/2004-X1-03', '2003-06-25 2003-06-26 2004-01-03 2004-11-04'],
	['20X3-06-25/2004-X1-03', '2003-06-25 2004-11-04 2004-01-03 2004-11-04'],
	['XXXX-12-21/1890-09-2X', '0000-12-21 1890-09-30 1890-09-20 1890-09-30'],
	['198X/199X', '1980-01-01 1990-01-01 1990-01-01 2000-01-01'],
	['198X-11-XX/198X-11-30', '1980-11-01 1989-12-01 1980-11-30 1989-12-01'],
	['-2000-XX-10/2012', '-2000-01-10 -2000-12-11 2012-01-01 2013-01-01'],
	['Y170000002', '+170000002-01-01 +170000003-01-01 +170000002-01-01 +170000003-01-01'],
	['Y17E8', '+1700000000-01-01 +1700000001-01-01 +1700000000-01-01 +1700000001-01-01'],
	['-1740S3', '-1749-01-01 -1739-01-01 -1749-01-01 -1739-01-01'],
	['{1960,1961-12}', '1960-01-01 1961-01-01 1961-12-01 1962-01-01'],
	['[1667,1668,1670..1672]', '1667-01-01 1673-01-01 1667-01-01 1673-01-01'],
	['[1760-01,1760-02,1760-12..]', '1760-01-01 ∞ 1760-01-01 ∞'],
	['[..1760-12-03]', '-∞ 1760-12-04 -∞ 1760-12-04'],
	['{..1983-12-31,1984-10-10..1984-11-01}', '-∞ -∞ 1984-11-01 1984-11-02'],
	['2001-34', '2001-04-01 2001-07-01 2001-04-01 2001-07-01'],
	['2001-25', '2001-03-01 2001-06-01 2001-03-01 2001-06-01'],
	['2001-31', '2001-03-01 2001-06-01 2001-03-01 2001-06-01'],
	['2001-32', '2001-06-01 2001-09-01 2001-06-01 2001-09-01'],
	['2001-40', '2001-01-01 2001-07-01 2001-01-01 2001-07-01']
];

const told = (day: number) => (Number.isFinite(day) ? isoOf(day) : day > 0 ? '∞' : '-∞');

test.each(BY_HAND)('%s has the edges %s', (edtf, expected) => {
	const { earliestStart, latestStart, earliestEnd, latestEnd } = edgesOf(edtf);
	expect([earliestStart, latestStart, earliestEnd, latestEnd].map(told).join(' ')).toBe(expected);
});

describe.skipIf(!existsSync(FILE))('the strings of another validator', () => {
	test('every valid one parses, to edges in order', () => {
		expect(strings('valid').length).toBeGreaterThan(100);
		for (const text of strings('valid')) {
			const parsed = parseEdtf(text);
			expect(parsed.ok, text).toBe(true);
			const edges = edgesOf(text);
			for (const edge of Object.values(edges)) expect(edge, text).not.toBeNaN();
			expect(edges.earliestStart, text).toBeLessThanOrEqual(edges.latestStart);
			expect(edges.earliestEnd, text).toBeLessThanOrEqual(edges.latestEnd);
			expect(edges.earliestStart, text).toBeLessThanOrEqual(edges.earliestEnd);
			expect(edges.latestStart, text).toBeLessThanOrEqual(edges.latestEnd);
		}
	});

	test('every invalid one is rejected with a code at a character of the text, but for those we take for a reason', () => {
		const refused = strings('invalid').filter((text) => !(text in TAKEN));
		expect(refused.length).toBeGreaterThan(40);
		for (const text of refused) {
			const parsed = parseEdtf(text);
			if (parsed.ok) expect.fail(text);
			expect(parsed.expected, text).not.toBe('');
			expect(parsed.position, text).toBeGreaterThanOrEqual(0);
			expect(parsed.position, text).toBeLessThanOrEqual(text.length);
		}
		for (const text of Object.keys(TAKEN)) expect(parseEdtf(text).ok, text).toBe(true);
	});
});
