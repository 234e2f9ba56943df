import { expect, test } from 'vitest';
import type { Reader } from '#lib/encoding/reader.ts';
import { dayOf } from '#lib/temporal/epoch-day.ts';
import { shareEnd } from '../../../../src/routes/api/share-end.ts';
import { endInWords } from '../../../../src/routes/shares/end-in-words.ts';

const reader: Reader = { language: 'en', calendar: 'gregorian', t: (key) => key, today: dayOf(2026, 11, 23), zone: 'Asia/Tehran' };
const tehran = { zone: 'Asia/Tehran', now: Date.UTC(2026, 10, 22) };

test('a link that ends today says at what time, by the clocks of the desk; any other says the day', () => {
	expect(endInWords('2026-11-23T05:10:00.000Z', reader)).toBe('08:40');
	expect(endInWords('2026-11-23T05:10:00.000Z', { ...reader, language: 'fa' })).toBe('۰۸:۴۰');
	expect(endInWords('2026-11-23T20:30:00.000Z', reader)).toBe('24 Nov 2026');
	expect(endInWords('2026-11-23T05:10:00.000Z', { ...reader, today: dayOf(2026, 11, 22) })).toBe('23 Nov 2026');
});

test('a link that is open until a day ends when that day is over where the desk is', () => {
	expect(shareEnd('2026-11-25', tehran)).toBe('2026-11-25T20:29:59.999Z');
	expect(shareEnd('2026-11-25', { ...tehran, zone: 'UTC' })).toBe('2026-11-25T23:59:59.999Z');
	expect(endInWords(shareEnd('2026-11-25', tehran) ?? '', reader)).toBe('25 Nov 2026');
	expect(shareEnd('2026-11-25T08:00:00Z', tehran)).toBe('2026-11-25T08:00:00.000Z');
});

test('a link ends after the usual time where nothing is said, and not in the past, too far off, or at what is no day', () => {
	expect(shareEnd('', tehran)).toBe('2027-02-20T00:00:00.000Z');
	for (const text of ['2026-11-21', '2027-12-31', '2026-13-01', 'tomorrow']) expect(shareEnd(text, tehran), text).toBeNull();
});
