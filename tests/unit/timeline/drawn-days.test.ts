import { expect, test } from 'vitest';
import { edgesOf } from '#lib/temporal/edges-of.ts';
import { FIRST_DRAWN_DAY, LAST_DRAWN_DAY } from '#lib/temporal/drawn-days.ts';
import { layoutOverview, overviewDomain } from '#lib/timeline/layout/overview.ts';
import { fitExtent, hullOf } from '#lib/timeline/scale/fit.ts';
import { GREGORIAN_TICKS, ticksOf } from '#lib/timeline/scale/ticks.ts';
import { extentFromText, extentToText } from '#lib/view/interval-text.ts';
import { desk, englishAxis, item } from './desk-items.ts';
import { inputOf } from './input-of.ts';

const lanes = desk.lanes.slice(0, 1);
const at = (id: string, edtf: string) => item({ id, lane: 0, edges: edgesOf(edtf) });
const far = inputOf([at('far', 'Y17E8'), at('old', 'Y-17E7'), at('near', '2025-05')], lanes);

test('dates of millions of years leave the pictures where years have four digits', () => {
	expect(hullOf(far)).toEqual({ start: FIRST_DRAWN_DAY, end: LAST_DRAWN_DAY });
	const extent = fitExtent(far, 20_000);
	const ticks = ticksOf(extent, 900, { ...englishAxis, calendar: GREGORIAN_TICKS }, (text) => text.length * 7);
	expect(ticks.upper.length + ticks.lower.length).toBeLessThan(200);
	const domain = overviewDomain(far, extent);
	const overview = layoutOverview(far, { domain, width: 900, direction: 'ltr', today: 20_000, axisText: englishAxis });
	expect(overview.ticks.length).toBeLessThan(200);
});

test('an address that asks for more is shown as far as it can be drawn, and one that lies wholly beyond is refused', () => {
	expect(extentFromText('Y-17E8/Y17E8')).toEqual({ start: FIRST_DRAWN_DAY, end: LAST_DRAWN_DAY });
	expect(extentToText({ start: FIRST_DRAWN_DAY, end: LAST_DRAWN_DAY })).toBe('-9999-01-01/9999-12-31');
	expect(extentFromText('Y17E8')).toBeNull();
	expect(extentFromText('2025')).not.toBeNull();
});
