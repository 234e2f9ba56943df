import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { GONE } from '#lib/columns/column-set.ts';
import { densityOf } from '#lib/columns/density.ts';
import { extentOf } from '#lib/columns/extent.ts';
import { facetCounts } from '#lib/columns/facets.ts';
import { columnsFromRecords } from '#lib/columns/from-records.ts';
import { filterMask, rowsOf } from '#lib/columns/mask.ts';
import { orderRows } from '#lib/columns/order.ts';
import { columnsBefore, patchColumns, patchFromJson } from '#lib/columns/patch.ts';
import { columnsFromJson, columnsToJson, patchToJson } from '#lib/columns/wire.ts';
import { FACETS } from '#lib/filter/facets.ts';
import { NO_FILTER } from '#lib/filter/filter.ts';
import { SORT_COLUMNS } from '#lib/filter/sort.ts';
import { allRows, content, idsOf } from './content.ts';
import { body, list, RUNS, title, value, world } from './records.ts';

const REMOVABLE = ['e-0', 'a-0', 'f-1', 'iran', 's-1', 'wg', 'e-2'];

/** A world, what changes in it, and what goes. */
const change = fc.tuple(world, world, fc.subarray(REMOVABLE), fc.nat()).map(([before, after, removed, pick]) => {
	const old = before.filter((_, at) => (pick >> (at % 8)) % 3 !== 0);
	const changed = after.filter((record, at) => (pick >> (at % 5)) % 2 === 0 && !removed.includes(record.id));
	const touched = new Set([...removed, ...changed.map(({ id }) => id)]);
	return { old, changed, removed, now: [...old.filter(({ id }) => !touched.has(id)), ...changed] };
});

describe('patchColumns', () => {
	test('gives what building anew gives, up to row order', () => {
		fc.assert(
			fc.property(change, ({ old, changed, removed, now }) => {
				const patched = patchColumns(columnsFromRecords(old, 4), changed, removed, 5);
				expect(content(patched)).toEqual(content(columnsFromRecords(now, 5)));
			}),
			RUNS
		);
	});

	test('a patch sent as JSON does the same', () => {
		fc.assert(
			fc.property(change, ({ old, changed, removed, now }) => {
				const sent = JSON.parse(JSON.stringify(patchToJson(changed, removed, 5)));
				expect(content(patchFromJson(columnsFromRecords(old, 4), sent))).toEqual(content(columnsFromRecords(now, 5)));
			}),
			RUNS
		);
	});

	test('patch upon patch, there and back, keeps every number and leaves every earlier set as it was', () => {
		fc.assert(
			fc.property(change, change, (one, other) => {
				const first = columnsFromRecords(one.old, 1);
				const second = patchColumns(first, one.changed, one.removed, 2);
				const secondWas = structuredClone(content(second));
				const third = patchColumns(second, other.changed, other.removed, 3);
				// Another line from the same set: both take the room behind it, and neither may see the other's.
				const branch = patchColumns(second, other.old, [], 3);
				expect(idsOf(third).slice(0, second.count)).toEqual(idsOf(second));
				expect(idsOf(branch).slice(0, second.count)).toEqual(idsOf(second));
				expect(content(second)).toEqual(secondWas);
				expect(content(first)).toEqual(content(columnsFromRecords(one.old, 1)));
				const touched = new Set(other.old.map(({ id }) => id));
				expect(content(branch)).toEqual(content(columnsFromRecords([...one.now.filter(({ id }) => !touched.has(id)), ...other.old], 3)));
			}),
			RUNS
		);
	});

	test('an earlier set is made of the set of now by putting back what changed since, under the numbers of now', () => {
		fc.assert(
			fc.property(change, ({ old, changed, removed, now }) => {
				const set = patchColumns(columnsFromRecords(old, 4), changed, removed, 5);
				const then = [...new Set([...changed.map(({ id }) => id), ...removed])].map((id) => ({
					id,
					body: old.find((record) => record.id === id) ?? null
				}));
				const before = columnsBefore(set, then, 4);
				expect(content(before)).toEqual(content(columnsFromRecords(old, 4)));
				expect(idsOf(before).slice(0, set.count)).toEqual(idsOf(set));
				expect(content(set)).toEqual(content(columnsFromRecords(now, 5)));
			}),
			RUNS
		);
	});

	test('a set that does not hold its words takes those of what changed, and keeps the ones it had of the rest', () => {
		const sent = patchToJson([body('z', 'event', { title: title({ en: 'New' }) })], [], 2);
		const set = columnsFromRecords([body('e', 'event', { title: title({ en: 'Old' }) }), body('z', 'event')], 1);
		const words = set.words.of(0)!;
		const sparse = patchFromJson({ ...set, words: { complete: false, of: () => undefined } }, sent);
		expect(sparse.words.complete).toBe(false);
		expect(sparse.words.of(0)).toBeUndefined();
		expect(sparse.words.of(1)?.title).toEqual({ en: 'New' });
		expect(patchFromJson(set, sent).words.of(0)).toBe(words);
	});

	test('columns that nothing changes in are shared with the old set, and so are their ranks', () => {
		const set = columnsFromRecords([body('e', 'event', { status: value('held') }), body('z', 'event')], 1);
		const next = patchColumns(set, [body('z', 'event', { title: title({ en: 'New' }) })], [], 2);
		expect(next.status.codes).toBe(set.status.codes);
		expect(next.actors.offsets).toBe(set.actors.offsets);
		expect(next.names).toBe(set.names);
	});
});

describe('a row that is gone', () => {
	const set = columnsFromRecords(
		[
			body('e', 'event', { title: title({ en: 'Session' }), date: value({ edtf: '1999' }), track: value('wg'), kind: value('session') }),
			body('f', 'follow-up', { arises_from: value('e'), due: value({ edtf: '2026' }) }),
			body('x', 'agreement', { parties: list({ actor: 'iran' }) })
		],
		1
	);
	const without = patchColumns(set, [], ['e'], 2);

	test('keeps its number and is still found, but is in no mask, count, order, extent or density', () => {
		expect(without.kind[0]).toBe(GONE);
		expect(without.id.rowOf('e')).toBe(0);
		expect([...rowsOf(filterMask(without, NO_FILTER))]).toEqual([1, 2]);
		expect([...rowsOf(filterMask(without, { ...NO_FILTER, within: { start: 0, end: 30_000 } }))]).toEqual([1, 2]);
		const all = new Uint8Array(3).fill(2);
		for (const facet of FACETS) expect(facetCounts(without, all, facet).reduce((sum, { count }) => sum + count, 0)).toBe(2);
		for (const column of SORT_COLUMNS)
			expect([...orderRows(without, allRows(without), [{ column, descending: true }], 'en')].sort()).toEqual([1, 2]);
		expect(extentOf(without)).toEqual({ start: 20_454, end: 20_819 });
		expect([...densityOf(without, { start: 0, end: 30_000 }, 3)]).toEqual([0, 0, 1]);
	});

	test('leaves its links waiting, and has its number and links again when it comes back', () => {
		expect(without.arisesFrom[1]).toBe(-1);
		expect(without.track.codes[1]).toBe(-1);
		const back = patchColumns(without, [body('e', 'event', { track: value('relation') })], [], 3);
		expect(back.count).toBe(3);
		expect(back.arisesFrom[1]).toBe(0);
		expect(back.track.values[back.track.codes[1]!]).toBe('relation');
		expect(back.unresolved).toEqual([]);
	});

	test('crosses the wire as gone, so that numbers stay', () => {
		const there = columnsFromJson(JSON.parse(JSON.stringify(columnsToJson(without))));
		expect(idsOf(there)).toEqual(['e', 'f', 'x']);
		expect(content(there)).toEqual(content(without));
		expect(there.kind[0]).toBe(GONE);
	});
});
