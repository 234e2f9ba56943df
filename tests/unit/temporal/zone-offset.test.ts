import { expect, test } from 'vitest';
import { dayOf } from '#lib/temporal/epoch-day.ts';
import { zoneOffset } from '#lib/temporal/zone-offset.ts';

test('a zone is ahead of UTC by the minutes its clocks show', () => {
	const day = dayOf(2025, 12, 5);
	for (const part of [0, 0.25, 0.5, 0.999]) {
		expect(zoneOffset('UTC', day + part)).toBe(0);
		expect(zoneOffset('Asia/Tehran', day + part)).toBe(210);
		expect(zoneOffset('Asia/Kathmandu', day + part)).toBe(345);
		expect(zoneOffset('America/New_York', day + part)).toBe(-300);
		expect(zoneOffset('Pacific/Kiritimati', day + part)).toBe(840);
		expect(zoneOffset('Pacific/Pago_Pago', day + part)).toBe(-660);
	}
});

test('clocks put forward and back are followed at their hour', () => {
	const turn = dayOf(2025, 3, 9) + 7 / 24;
	expect([zoneOffset('America/New_York', turn - 1 / 1440), zoneOffset('America/New_York', turn)]).toEqual([-300, -240]);
	expect(zoneOffset('Asia/Tehran', dayOf(2022, 7, 1))).toBe(270);
	expect(() => zoneOffset('Mars/Olympus', turn)).toThrow(RangeError);
});
