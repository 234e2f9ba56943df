import { describe, expect, test } from 'vitest';
import type { Row } from '../../../src/lib/columns/row.ts';
import type { ColumnSet } from '../../../src/lib/columns/column-set.ts';
import { encodeItems } from '../../../src/lib/encoding/encode-items.ts';
import type { LaneGrouping } from '../../../src/lib/encoding/lanes.ts';
import type { TimelineInput } from '../../../src/lib/timeline/items/item.ts';
import { itemsOf } from './items-of.ts';
import { deskOf, readerOf } from '../tables/desk.ts';

const en = await readerOf('en');
const all = (set: ColumnSet) => new Uint8Array(set.count).fill(2);
const lanesOf = (set: ColumnSet, grouping: LaneGrouping) => encodeItems(set, { lanes: grouping, mask: all(set) }, en);
/** Lanes of each record. */
const lanesAt = (input: TimelineInput, id: string) => itemsOf(input).flatMap((item) => (item.id === id ? [item.lane] : []));
const event = (id: string, rest: Partial<Row> = {}): Partial<Row> => ({ id, kind: 'event', date: { edtf: '2025-12-05' }, ...rest });
const encode = (set: ColumnSet, mask = all(set)) => encodeItems(set, { lanes: 'track', mask }, en);

describe('lanes', () => {
	test('the lane with the most dated records comes first, then the one with the most, then by name', () => {
		const set = deskOf(
			...[event('a', { track: 'undated', date: null }), event('b', { track: 'undated', date: null }), event('c', { track: 'z' })],
			...[event('d', { track: 'y' }), event('e', { track: 'busy' }), event('f', { track: 'busy' })]
		);
		expect(lanesOf(set, 'track').lanes.map(({ key }) => key)).toEqual(['busy', 'y', 'z', 'undated']);
	});

	test('a record with two topics stands on both lanes, one with none on the last', () => {
		const input = lanesOf(deskOf(event('a', { topics: ['ai', 'cyber'] }), event('b')), 'topic');
		expect(input.lanes.map(({ name }) => name)).toEqual(['artificial intelligence', 'cybersecurity', 'Other']);
		expect([lanesAt(input, 'a'), lanesAt(input, 'b')]).toEqual([[0, 1], [2]]);
	});

	test('there is no lane for the rest when nothing is left over', () => {
		expect(lanesOf(deskOf(event('a', { track: 't' })), 'track').lanes).toHaveLength(1);
	});

	test('more than fourteen groups leave thirteen lanes, and the others share one', () => {
		const set = deskOf(...Array.from({ length: 20 }, (_, n) => event(`e${n}`, { track: `t${n}` })));
		const input = lanesOf(set, 'track');
		expect([input.lanes.length, input.lanes.at(-1)?.name]).toEqual([14, 'Other']);
		expect(itemsOf(input).filter(({ lane }) => lane === 13)).toHaveLength(7);
	});

	test('a record whose topics share a lane stands on it once', () => {
		const busy = Array.from({ length: 28 }, (_, n) => event(`e${n}`, { topics: [`t${n >> 1}`] }));
		const input = lanesOf(deskOf(...busy, event('both', { topics: ['rare', 'rarer'] })), 'topic');
		expect(input.lanes).toHaveLength(14);
		expect(lanesAt(input, 'both')).toEqual([13]);
	});

	test('of a large set every head says how many records its lane has, the last one of the others together', () => {
		const set = deskOf(...Array.from({ length: 1200 }, (_, n) => event(`e${n}`, { track: `t${n % 20}` })));
		const details = lanesOf(set, 'track').lanes.map(({ detail }) => detail);
		expect([details[0], details.at(-1)]).toEqual(['60 records', '420 records']);
	});

	test('heads lead to the group’s own page; a kind has none', () => {
		const set = deskOf(event('a', { track: 'x y', actors: ['iran'], topics: ['ai'], subkind: 'event:session' }));
		const href = (grouping: LaneGrouping) => lanesOf(set, grouping).lanes[0]?.href;
		expect([href('track'), href('actor'), href('topic'), href('kind')]).toEqual(['/tracks/x%20y', '/actors/iran', '/topics/ai', undefined]);
	});
});

describe('items', () => {
	test('rows the mask leaves out are not drawn, rows that possibly match are marked', () => {
		const set = deskOf(event('a'), event('b'), event('c'));
		expect(itemsOf(encode(set, Uint8Array.of(0, 1, 2))).map(({ id, possibly }) => [id, possibly])).toEqual([
			['b', true],
			['c', false]
		]);
	});

	test('an undated event stands on the shelf, an undated follow-up only in its table', () => {
		const set = deskOf(
			event('a', { date: { edtf: 'XXXX' } }),
			{ id: 'f', kind: 'follow-up' },
			{ id: 'g', kind: 'follow-up', date: { edtf: '2026' } }
		);
		expect(itemsOf(encode(set)).map(({ id, edges }) => [id, edges === null])).toEqual([
			['g', false],
			['a', true]
		]);
	});

	test('rows of one day stand as they are read: session, events, agreements, what follows from them', () => {
		const at = { date: { edtf: '2025-12-05' } };
		const set = deskOf(
			...[
				{ id: 'contract', followsFrom: 'memo', ...at },
				{ id: 'task', kind: 'follow-up' as const, ...at },
				{ id: 'memo', ...at }
			],
			...[
				event('signing', { subkind: 'event:signing' }),
				event('session', { subkind: 'event:session' }),
				event('before', { date: { edtf: '2025-11' } })
			]
		);
		expect(itemsOf(encode(set)).map(({ id }) => id)).toEqual(['before', 'session', 'signing', 'memo', 'contract', 'task']);
	});

	test('links join what is drawn, and nothing that is not', () => {
		const set = deskOf(
			...[event('five'), event('six', { previous: 'five' }), event('part', { partOf: 'six' }), { id: 'memo', atEvent: 'part' }],
			...[{ id: 'contract', atEvent: 'part', followsFrom: 'memo' }, event('lone', { previous: 'nowhere' })]
		);
		const links = (input: TimelineInput) =>
			input
				.linksOf(input.table.order)
				.map(({ from, to, kind }) => `${input.item(from).id} ${input.item(to).id} ${kind}`)
				.toSorted();
		const all = ['five six series', 'memo contract leads-to', 'part memo leads-to', 'six part leads-to'];
		expect(links(encode(set))).toEqual(all);
		expect(links(encode(set, Uint8Array.of(0, 2, 2, 2, 2, 2)))).toEqual(all.slice(1));
		const [of] = [encode(set).linksOf(encode(set).table.itemsOf('six'))];
		expect(of.map(({ kind }) => kind).toSorted()).toEqual(['leads-to', 'series']);
	});

	test('other versions and earlier days of a date come with it', () => {
		const set = deskOf(event('a', { dateVersions: [{ edtf: '2025-12-06' }], earlierDates: [{ edtf: '2025-11' }], conflicts: 1 }));
		const [item] = itemsOf(encode(set));
		const { table } = encode(set);
		expect([...table.reach.items]).toEqual([0]);
		expect((table.reach.start[0] ?? NaN) < (table.earliestStart[0] ?? NaN)).toBe(true);
		expect(item?.versions.map(({ earliestStart }) => earliestStart - (item.edges?.earliestStart ?? NaN))).toEqual([1]);
		expect(item?.ghosts).toHaveLength(1);
		expect(item?.conflict).toBe(true);
	});

	test('a session keeps its label before an agreement, an agreement before other events, follow-ups last', () => {
		const dated = { date: { edtf: '2026' } };
		const set = deskOf(
			event('s', { subkind: 'event:session' }),
			event('e'),
			{ id: 'a', ...dated },
			{ id: 'f', kind: 'follow-up', ...dated }
		);
		expect(
			itemsOf(encode(set))
				.sort((a, b) => b.weight - a.weight)
				.map(({ id }) => id)
		).toEqual(['s', 'a', 'e', 'f']);
	});
});
