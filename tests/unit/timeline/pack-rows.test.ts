import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Item } from '#lib/timeline/items/item.ts';
import { spanOfEdges } from '#lib/timeline/items/span-of-edges.ts';
import { barsAlone } from '#lib/timeline/layout/bars-alone.ts';
import { countIn, densityOf } from '#lib/timeline/layout/density.ts';
import { packKept } from '#lib/timeline/layout/pack-kept.ts';
import { packRows } from '#lib/timeline/layout/pack-rows.ts';
import {
	BIN_SIZES,
	coarsestOf,
	FINEST_BIN,
	LABEL_ALLOWANCE,
	levelOf,
	looseBefore,
	MOST_OPEN_ROWS,
	NO_ROW,
	rowsOf,
	SIDES,
	type Packing
} from '#lib/timeline/layout/packing.ts';
import { timeScale } from '#lib/timeline/scale/time-scale.ts';
import { desk, item } from './desk-items.ts';
import { inputOf, type NamedLink, type TestInput } from './input-of.ts';

const options = { compact: false, shapeScale: 1, open: [0, 1] };
const lanes = desk.lanes.slice(0, 2);

/** A set of items on two lanes, some spans, some of a series, some left out. */
const sets = fc
	.array(
		fc.record({
			start: fc.integer({ min: 0, max: 2000 }),
			length: fc.integer({ min: 1, max: 400 }),
			lane: fc.integer({ min: 0, max: 1 }),
			circle: fc.boolean(),
			kept: fc.integer({ min: 0, max: 4 })
		}),
		{
			minLength: 1,
			maxLength: 60
		}
	)
	.map((parts): TestInput => {
		const items = parts.map(({ start, length, lane, circle }, index): Item =>
			item({
				id: `i${index}`,
				lane,
				shape: circle ? 'circle' : 'square',
				edges: { earliestStart: start, latestStart: start + length, earliestEnd: start, latestEnd: start + length }
			})
		);
		const links = items.flatMap((_, index): NamedLink[] =>
			index % 5 === 0 && index > 0 ? [{ from: `i${index - 1}`, to: `i${index}`, kind: 'series' }] : []
		);
		return inputOf(
			items,
			lanes,
			links,
			Uint8Array.from(parts, ({ kept }) => Math.min(2, kept))
		);
	});

/** What an item keeps free, said once more: shape or span with its air, and the label's place on its side. */
function footprint(input: TestInput, packing: Packing, index: number): [number, number] {
	const span = spanOfEdges(input.items[index]?.edges ?? { earliestStart: 0, latestStart: 0, earliestEnd: 0, latestEnd: 0 });
	const px = coarsestOf(packing.level);
	const side = SIDES[packing.sides[packing.placed.indexOf(index)] ?? 0];
	const label = LABEL_ALLOWANCE * px;
	return [
		Math.min(span.start, span.centre - 6.2 * px) - 3.5 * px - (side === 'earlier' ? label : 0),
		Math.max(span.end, span.centre + 6.2 * px) + 3.5 * px + (side === 'later' ? label : 0)
	];
}

const keptOn = (input: TestInput, lane: number) =>
	input.items.flatMap((each, index) => (each.lane === lane && each.edges && input.mask[index] !== 0 ? [index] : []));

/** The obvious first fit: rows tried one by one, every earlier item looked at. */
function slowRows(input: TestInput, packing: Packing): number[] {
	const rows = input.items.map(() => NO_ROW);
	input.lanes.forEach((_, lane) => {
		const start = (index: number) => input.items[index]?.edges?.earliestStart ?? 0;
		const order = keptOn(input, lane).sort((a, b) => start(a) - start(b) || a - b);
		const placed: number[] = [];
		for (const index of order) {
			const [from] = footprint(input, packing, index);
			const free = (row: number) => placed.every((other) => rows[other] !== row || footprint(input, packing, other)[1] <= from);
			const before = input.links.find((link) => link.to === input.items[index]?.id)?.from;
			const previous = order.find((other) => input.items[other]?.id === before);
			const preferred = previous === undefined ? NO_ROW : (rows[previous] ?? NO_ROW);
			let row = 0;
			while (!free(row)) row++;
			rows[index] = preferred !== NO_ROW && free(preferred) ? preferred : row;
			placed.push(index);
		}
	});
	return rows;
}

describe('packing rows', () => {
	test('no two items of one row overlap, label places included', () => {
		fc.assert(
			fc.property(sets, fc.integer({ min: -6, max: 6 }), fc.boolean(), (input, level, compact) => {
				const packing = packRows(input, level, { ...options, compact });
				for (let row = 0; row + 1 < packing.ends.length; row++) {
					const own = [...packing.placed.subarray(packing.ends[row], packing.ends[row + 1])];
					own.slice(1).forEach((next, n) => {
						expect(footprint(input, packing, own[n] ?? -1)[1]).toBeLessThanOrEqual(footprint(input, packing, next)[0]);
					});
				}
			}),
			{ seed: 7, numRuns: 150 }
		);
	});

	test('the same rows are found as by trying them one by one', () => {
		fc.assert(
			fc.property(sets, fc.integer({ min: -6, max: 6 }), (input, level) => {
				const packing = packRows(input, level, options);
				expect([...packing.rows]).toEqual(slowRows(input, packing));
			}),
			{ seed: 8, numRuns: 150 }
		);
	});

	test('the same set and level give the very same packing, and a new set its own', () => {
		expect(packRows(desk, 0, options)).toBe(packRows(desk, 0, options));
		expect(packRows({ ...desk }, 0, options)).not.toBe(packRows(desk, 0, options));
	});

	test('a title never moves a mark', () => {
		const items = desk.items.map((each) => ({ ...each, name: each.name.repeat(9), detail: 'long '.repeat(40) }));
		expect([...packRows(inputOf(items, desk.lanes, desk.links), 0, options).rows]).toEqual([...packRows(desk, 0, options).rows]);
	});

	test('the next session stands in the row of the one before it', () => {
		const { rows } = packRows(desk, 0, options);
		const row = (id: string) => rows[desk.items.findIndex((each) => each.id === id)];
		expect(row('wg-6')).toBe(row('wg-5'));
		expect(new Set(['wg-5', 'meetings', 'signing', 'memo', 'memoranda', 'ceremony', 'contracts'].map(row)).size).toBe(7);
	});

	test('undated items have no row', () => {
		const { rows } = packRows(desk, 0, options);
		desk.items.forEach((each, index) => expect(rows[index] !== NO_ROW).toBe(each.edges !== null));
	});

	test('a level spans one doubling of days per px', () => {
		expect(levelOf(1000, 1000)).toBe(0);
		expect(levelOf(1999, 1000)).toBe(0);
		expect(levelOf(2000, 1000)).toBe(1);
		expect(levelOf(10, 1000)).toBe(-7);
	});
});

describe('what has no row', () => {
	const edges = (start: number, days = 1) => ({
		earliestStart: start,
		latestStart: start,
		earliestEnd: start + days,
		latestEnd: start + days
	});
	const burst = inputOf(
		Array.from({ length: 3000 }, (_, index) => item({ id: `i${index}`, edges: edges(index < 2900 ? 10_000 : (index - 2900) * 150) })),
		lanes
	);

	test('a burst of one day leaves its lane its rows: what they cannot hold is loose, and nothing is lost', () => {
		const packing = packRows(burst, 0, { compact: false, shapeScale: 1 });
		expect(packing.dense[0]).toBe(0);
		const inRows = packing.rows.filter((row) => row !== NO_ROW).length;
		expect(inRows).toBeGreaterThan(100);
		expect(inRows + looseBefore(packing, 0, Infinity)).toBe(3000);
		expect(packing.dated[0]).toBe(3000);
	});

	test('an opened lane has more rows, and no more than there is use for', () => {
		const packing = packRows(burst, 0, { compact: false, shapeScale: 1, open: [0] });
		expect(rowsOf(packing, 0)).toBe(MOST_OPEN_ROWS);
	});

	test('every item in the view is counted once, in a row that is drawn, or in a bar (random sets, against counting one by one)', () => {
		const crowded = fc
			.array(fc.tuple(fc.integer({ min: 0, max: 300 }), fc.integer({ min: 1, max: 20 })), { minLength: 1, maxLength: 400 })
			.map((list) =>
				inputOf(
					list.map(([start, days], index) => item({ id: `i${index}`, edges: edges(start, days) })),
					lanes
				)
			);
		fc.assert(
			fc.property(crowded, fc.integer({ min: -2, max: 3 }), fc.nat(12), fc.integer({ min: 0, max: 250 }), (input, level, shown, start) => {
				const packing = packRows(input, level, { compact: false, shapeScale: 1 });
				const counted = { table: input.table, packing, lane: 0, shown };
				const extent = { start, end: start + 64 };
				const centre = (index: number) => spanOfEdges(input.items[index]?.edges ?? edges(0)).centre;
				const slow = (from: number, to: number) =>
					keptOn(input, 0).filter((index) => (packing.rows[index] ?? 0) >= shown && centre(index) >= from && centre(index) < to).length;
				expect(countIn(counted, extent)).toBe(slow(extent.start, extent.end));
				const { bars } = densityOf(counted, timeScale(extent, 'ltr'), 200, { top: 0, height: 20 });
				for (const bar of bars) {
					expect(bar.count).toBe(slow(bar.start, bar.end));
					expect(bar.share).toBeGreaterThan(0);
					expect(bar.share).toBeLessThanOrEqual(1);
				}
			}),
			{ seed: 9, numRuns: 150 }
		);
	});

	test('the fullest bin of every size is that of counting one by one', () => {
		fc.assert(
			fc.property(sets, (input) => {
				const packing = packRows(input, 0, options);
				for (let size = 0; size < BIN_SIZES; size++) {
					const bins = new Map<number, number>();
					for (const index of keptOn(input, 1)) {
						const bin = Math.floor(spanOfEdges(input.items[index]?.edges ?? edges(0)).centre / 2 ** (size + FINEST_BIN));
						bins.set(bin, (bins.get(bin) ?? 0) + 1);
					}
					expect(packing.highest[BIN_SIZES + size]).toBe(Math.max(0, ...bins.values()));
				}
			}),
			{ seed: 10, numRuns: 60 }
		);
	});

	test('zooming shows no step: at a doubling a bar is as high as the one it becomes part of', () => {
		const packing = packRows(burst, 4, { compact: false, shapeScale: 1 });
		const counted = { table: burst.table, packing, lane: 0, shown: 0 };
		const highAt = (days: number) => {
			const { bars } = densityOf(counted, timeScale({ start: 9000, end: 9000 + days }, 'ltr'), 1000, { top: 0, height: 20 });
			return bars.find((bar) => bar.start <= 9900 && bar.end > 9900)?.share ?? 0;
		};
		expect(highAt(1999.99)).toBeGreaterThan(0);
		expect(highAt(1999.99)).toBeCloseTo(highAt(2000), 3);
	});

	test('bars alone count the same as the packing that follows', () => {
		const crowd = inputOf(
			Array.from({ length: 4000 }, (_, index) => item({ id: `i${index}`, lane: index % 2, edges: edges((index * 37) % 9000) })),
			lanes
		);
		const [quick, packed] = [barsAlone(crowd, 3), packRows(crowd, 3, { compact: false, shapeScale: 1 })];
		expect([...packed.dense]).toEqual([1, 1]);
		const barsOf = (packing: Packing) =>
			densityOf({ table: crowd.table, packing, lane: 1, shown: 0 }, timeScale({ start: 0, end: 9000 }, 'ltr'), 1000, { top: 0, height: 9 })
				.bars;
		expect(barsOf(quick)).toEqual(barsOf(packed));
		expect(quick.dated).toEqual(packed.dated);
	});
});

describe('few kept of many', () => {
	const few = fc
		.array(
			fc.record({
				start: fc.integer({ min: 0, max: 2000 }),
				length: fc.integer({ min: 1, max: 400 }),
				lane: fc.integer({ min: 0, max: 1 }),
				circle: fc.boolean(),
				kept: fc.integer({ min: 0, max: 7 }).map((one) => Number(one === 0) * 2)
			}),
			{ minLength: 20, maxLength: 120 }
		)
		.filter((parts) => parts.some(({ kept }) => kept > 0));

	test('rows are those of a set that has no others', () => {
		fc.assert(
			fc.property(few, fc.integer({ min: -1, max: 5 }), fc.boolean(), (parts, level, compact) => {
				const items = parts.map(({ start, length, lane, circle }, index): Item =>
					item({
						id: `i${index}`,
						lane,
						shape: circle ? 'circle' : 'square',
						edges: { earliestStart: start, latestStart: start + length, earliestEnd: start, latestEnd: start + length }
					})
				);
				const links = items.flatMap((_, index): NamedLink[] =>
					index % 5 === 0 && index > 0 ? [{ from: `i${index - 1}`, to: `i${index}`, kind: 'series' }] : []
				);
				const kept = items.filter((_, index) => parts[index]!.kept > 0);
				const names = new Set(kept.map(({ id }) => id));
				const own = { ...options, compact };
				const whole = inputOf(
					items,
					lanes,
					links,
					Uint8Array.from(parts, ({ kept }) => kept)
				);
				const alone = inputOf(
					kept,
					lanes,
					links.filter(({ from, to }) => names.has(from) && names.has(to))
				);
				const told = (input: TestInput, { placed, rows: _, ...rest }: Packing) => ({
					...rest,
					placed: Array.from(placed, (index) => input.items[index]!.id)
				});
				expect(told(whole, packRows(whole, level, own))).toEqual(told(alone, packRows(alone, level, own)));
				const quick = packKept({ ...whole }, level, own);
				expect(quick).toEqual(packRows(whole, level, own));
			}),
			{ seed: 9, numRuns: 200 }
		);
	});
});
