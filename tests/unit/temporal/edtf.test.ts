import { describe, expect, test } from 'vitest';
import { edgesOf } from '#lib/temporal/edges-of.ts';
import { parseEdtf } from '#lib/temporal/edtf.ts';
import { isoOf } from '#lib/temporal/epoch-day.ts';
import { precisionOf, qualifierOf } from '#lib/temporal/qualifiers.ts';

/** First and last day (exclusive) that the date allows at all. */
const ACCEPTED: readonly (readonly [edtf: string, from: string, until: string])[] = [
	['2025-12-05', '2025-12-05', '2025-12-06'],
	['2025-12-05/2025-12-05', '2025-12-05', '2025-12-06'],
	['2025-06/2025', '2025-06-01', '2026-01-01'],
	['[2022..2024]', '2022-01-01', '2025-01-01'],
	['[2022,2023]', '2022-01-01', '2024-01-01'],
	['[2027,2022]', '2022-01-01', '2028-01-01'],
	['{2025-12-04..2025-12-08}', '2025-12-04', '2025-12-09'],
	['{1960,1961-12}', '1960-01-01', '1962-01-01'],
	['[1667,1668,1670..1672]', '1667-01-01', '1673-01-01'],
	['0000', '0000-01-01', '0001-01-01'],
	['0050', '0050-01-01', '0051-01-01'],
	['1404-09-14', '1404-09-14', '1404-09-15'],
	['2025-21', '2025-03-01', '2025-06-01'],
	['2025-24', '2025-12-01', '2026-03-01'],
	['2025-21~', '2025-03-01', '2025-06-01'],
	['2025-29', '2025-09-01', '2025-12-01'],
	['2025-30', '2025-12-01', '2026-03-01'],
	['2025-36', '2025-10-01', '2026-01-01'],
	['2025-37', '2025-01-01', '2025-05-01'],
	['2025-38', '2025-05-01', '2025-09-01'],
	['2025-41', '2025-07-01', '2026-01-01'],
	['XXXX-02-29', '0000-02-29', '9996-03-01'],
	['-2025-XX', '-2025-01-01', '-2024-01-01'],
	['-201X', '-2019-01-01', '-2009-01-01'],
	['201X', '2010-01-01', '2020-01-01'],
	['20XX', '2000-01-01', '2100-01-01'],
	['2004-06-XX', '2004-06-01', '2004-07-01'],
	['2004-XX-XX', '2004-01-01', '2005-01-01'],
	['156X-12-25', '1560-12-25', '1569-12-26'],
	['15XX-12-XX', '1500-12-01', '1600-01-01'],
	['1984-1X', '1984-10-01', '1985-01-01'],
	['2023-02-2X', '2023-02-20', '2023-03-01'],
	['2004-06~-11', '2004-06-11', '2004-06-12'],
	['?2004-06-~11', '2004-06-11', '2004-06-12'],
	['2025~', '2025-01-01', '2026-01-01'],
	['2026?', '2026-01-01', '2027-01-01'],
	['Y170002', '+170002-01-01', '+170003-01-01'],
	['Y-17E7', '-170000000-01-01', '-169999999-01-01'],
	['1950S2', '1900-01-01', '2000-01-01'],
	['Y171010000S3', '+171000000-01-01', '+172000000-01-01'],
	['Y3388E2S3', '+338000-01-01', '+339000-01-01'],
	['2025-12-05T14:30/2025-12-06', '2025-12-05', '2025-12-07']
];

const REJECTED: readonly (readonly [text: string, code: string, position: number])[] = [
	['', 'empty', 0],
	['/', 'interval', 0],
	['..', 'interval', 2],
	['2025-1', 'month', 5],
	['2025-13', 'month', 5],
	['2025-00', 'month', 5],
	['2025-42', 'month', 5],
	['2025-02-29', 'day', 8],
	['2025-02-3X', 'day', 8],
	['2025-04-31', 'day', 8],
	['2025-12-00', 'day', 8],
	['190X-02-3X', 'day', 8],
	['20251205', 'separator', 4],
	['14040914', 'separator', 4],
	['2025-12-05 ', 'character', 10],
	['۲۰۲۵', 'digits', 0],
	['2025-۱۲', 'digits', 5],
	['201', 'year', 0],
	['-0000', 'year', 0],
	['Y-3000', 'year', 0],
	['Y9E99', 'year-range', 1],
	['2025-W10', 'character', 5],
	['2025-123', 'separator', 7],
	['2026~?', 'qualifier', 5],
	['1950S5', 'significant', 5],
	['2025-12-05T24:00', 'hour', 11],
	['2025-12-05T14:60', 'minute', 14],
	['2025-12-05T14:30:60', 'second', 17],
	['2025-12-05T14:30+99', 'offset', 17],
	['2025-12T14:30', 'separator', 7],
	['2025-12-XXT14:30', 'separator', 10],
	['2026/2025', 'interval-order', 5],
	['2025/2026/2027', 'separator', 9],
	['[2022,2023', 'set', 10],
	['[]', 'year', 1],
	['[2024..2022]', 'set-order', 1],
	['[2022]/2023', 'separator', 6]
];

describe('EDTF', () => {
	test.each(ACCEPTED)('%s runs from %s to %s', (edtf, from, until) => {
		const edges = edgesOf(edtf);
		expect([isoOf(edges.earliestStart), isoOf(edges.latestEnd)]).toEqual([from, until]);
	});

	test.each(REJECTED)('%j is rejected as %s at %i', (text, code, position) => {
		expect(parseEdtf(text)).toMatchObject({ ok: false, code, position });
	});

	test('a time with an offset is the instant, one without floats, and both keep their precision', () => {
		const noon = edgesOf('2025-12-05T14:30:00+03:30').earliestStart % 1;
		expect(noon * 24).toBeCloseTo(11, 9);
		expect((edgesOf('2025-12-05T14:30').earliestStart % 1) * 24).toBeCloseTo(14.5, 9);
		const { earliestStart, latestEnd } = edgesOf('2025-12-05T14:30');
		expect((latestEnd - earliestStart) * 1440).toBeCloseTo(1, 5);
		const parsed = parseEdtf('2025-12-05T14:30:00+03:30');
		expect(parsed).toMatchObject({ ok: true, value: { precision: 'second', time: { offset: 210 } } });
	});

	test('qualifiers are told by component, whichever side they stand on', () => {
		const of = (text: string) => {
			const parsed = parseEdtf(text);
			if (!parsed.ok || parsed.value.type !== 'date') throw new Error(text);
			const { year, month, day } = parsed.value.qualifiers;
			return [year, month, day].map((part) => (part.approximate ? '~' : '') + (part.uncertain ? '?' : '')).join('|');
		};
		expect(of('2004-06-11%')).toBe('~?|~?|~?');
		expect(of('2004-06~-11')).toBe('~|~|');
		expect(of('2004?-06-11')).toBe('?||');
		expect(of('?2004-06-~11')).toBe('?||~');
		expect(of('2004-%06-11')).toBe('|~?|');
		expect(of('2004-06-11')).toBe('||');
	});

	test('the doubt and the precision of a whole value', () => {
		expect(qualifierOf('2025~/2026?')).toEqual({ approximate: true, uncertain: true });
		expect(qualifierOf('[2025,2026?]')).toEqual({ approximate: false, uncertain: true });
		expect(qualifierOf('2025-12-05')).toEqual({ approximate: false, uncertain: false });
		expect(
			['2025-12-05', '2025-12', '2025-21', '2025', '201X', '20XX', '2XXX', 'XXXX', '2025-12-XX', '2025-12-05/2026'].map(precisionOf)
		).toEqual(['day', 'month', 'season', 'year', 'decade', 'century', 'millennium', 'none', 'month', 'year']);
		expect(() => qualifierOf('2025-13')).toThrow(RangeError);
	});
});
