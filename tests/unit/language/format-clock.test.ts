import { expect, test } from 'vitest';
import { formatClock } from '#lib/language/format-clock.ts';

const at = Date.UTC(2026, 10, 23, 5, 10);

test('a time of day is told by the clocks of its zone, of 24 hours, in the reader’s digits', () => {
	expect(formatClock(at, { language: 'en', zone: 'Asia/Tehran' })).toBe('08:40');
	expect(formatClock(at, { language: 'ar', zone: 'Asia/Tehran' })).toBe('08:40');
	expect(formatClock(at, { language: 'fa', zone: 'Asia/Tehran' })).toBe('۰۸:۴۰');
	expect(formatClock(at + 19 * 3_600_000, { language: 'ru', zone: 'UTC' })).toBe('00:10');
});
