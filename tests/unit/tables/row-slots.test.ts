import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { inOrder, refillSlots, settleSlots, showWaiting, type RowSlot } from '#lib/tables/row-slots.svelte.ts';

const lines = (first: number, count: number) => Array.from({ length: count }, (_, i) => first + i);
const same = (line: number) => line;
const placeOf = (line: number) => line * 35;
const told = (slots: readonly RowSlot[]) => slots.map(({ line, shows, place }) => [line, shows, place]).sort((a, b) => a[0]! - b[0]!);

describe('slots', () => {
	test('scrolling makes and drops none, and touches only those whose row is new', () => {
		const before = settleSlots([], lines(0, 20), same, placeOf);
		const kept = new Map(before.map((slot) => [slot, slot.line]));
		const after = settleSlots(before, lines(3, 20), same, placeOf);
		expect(after).toBe(before);
		expect(told(after)).toEqual(lines(3, 20).map((line) => [line, line, line * 35]));
		expect(after.filter((slot) => kept.get(slot) === slot.line)).toHaveLength(17);
	});

	test('a row that moves to another line keeps its slot, and with it its element', () => {
		const before = settleSlots([], lines(0, 10), same, placeOf);
		const five = before.find(({ shows }) => shows === 5);
		// Two rows came in above.
		const after = settleSlots(before, lines(0, 10), (line) => line - 2, placeOf);
		expect(five).toMatchObject({ line: 7, shows: 5, place: 245 });
		expect(after.find(({ shows }) => shows === 5)).toBe(five);
	});

	test('whatever was shown before, exactly what is asked for is shown then', () => {
		const ask = fc.record({
			lines: fc.uniqueArray(fc.nat(60), { maxLength: 30 }),
			shift: fc.integer({ min: -5, max: 5 })
		});
		fc.assert(
			fc.property(fc.array(ask, { maxLength: 12 }), (asked) => {
				let slots: readonly RowSlot[] = [];
				for (const { lines, shift } of asked) {
					slots = settleSlots(slots, lines, (line) => line + shift, placeOf);
					expect(new Set(slots).size).toBe(slots.length);
					expect(told(slots)).toEqual(lines.toSorted((a, b) => a - b).map((line) => [line, line + shift, line * 35]));
				}
			}),
			{ seed: 20261123, numRuns: 300 }
		);
	});

	test('for other contents they stand in the page in the order of their lines, those in sight told at once and the others later', () => {
		const ask = fc.record({ first: fc.nat(40), order: fc.integer({ min: 1, max: 60 }), count: fc.integer({ min: 5, max: 20 }) });
		const act = fc.record({ ask, seen: fc.nat(10), scrolls: fc.boolean(), late: fc.boolean() });
		fc.assert(
			fc.property(fc.array(act, { maxLength: 12 }), (acts) => {
				let slots: readonly RowSlot[] = [];
				for (const { ask, seen, scrolls, late } of acts) {
					const [asks, rowAt] = [lines(ask.first, ask.count), (line: number) => (line * ask.order) % 61];
					if (scrolls) slots = settleSlots(slots, asks, rowAt, placeOf);
					const now = (line: number) => line >= ask.first + seen && line < ask.first + seen + 8;
					const before = slots;
					slots = refillSlots(slots, asks, rowAt, placeOf, now);
					if (!scrolls && before.length === asks.length) expect(slots).toBe(before);
					expect(slots.map(({ line, place }) => [line, place])).toEqual(asks.map((line) => [line, line * 35]));
					for (const slot of slots) if (now(slot.line)) expect(slot.shows).toBe(rowAt(slot.line));
					if (!late) continue;
					showWaiting(slots);
					expect(slots.map(({ shows }) => shows)).toEqual(asks.map(rowAt));
				}
			}),
			{ seed: 20261123, numRuns: 300 }
		);
	});

	test('put in order they are the same slots by line, and the same array when they stood so', () => {
		const slots = settleSlots(settleSlots([], lines(0, 10), same, placeOf), lines(4, 10), same, placeOf);
		const ordered = inOrder(slots);
		expect(ordered.map(({ line }) => line)).toEqual(lines(4, 10));
		expect(new Set(ordered)).toEqual(new Set(slots));
		expect(inOrder(ordered)).toBe(ordered);
	});
});
