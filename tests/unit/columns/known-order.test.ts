import { describe, expect, test } from 'vitest';
import { decodeColumns, encodeColumns } from '#lib/columns/binary.ts';
import type { ColumnSet } from '#lib/columns/column-set.ts';
import { columnsFromRecords } from '#lib/columns/from-records.ts';
import { firstThen, narrowedEdges } from '#lib/columns/known-order.ts';
import { patchColumns, patchFromJson } from '#lib/columns/patch.ts';
import { columnsFromJson, columnsToJson, patchToJson } from '#lib/columns/wire.ts';
import type { RecordedClaim } from '#lib/domain/claim.ts';
import { edtfOfNarrowed } from '#lib/domain/known-order.ts';
import type { RecordBody } from '#lib/domain/record.ts';
import { orderFlagsOf } from '#lib/server/records/order-flags.ts';
import { resolveRecord } from '#lib/domain/resolve.ts';

let seq = 0;
function event(id: string, fields: Readonly<Record<string, unknown>>): RecordBody {
	const claim: RecordedClaim = {
		record: id,
		kind: 'event',
		source: 'paper',
		id: `${++seq}.1`,
		seq,
		fields: { kind: 'meeting', ...fields }
	};
	return { ...resolveRecord(id, 'event', [claim], { decisions: [], sources: () => undefined, merged: [] })!, since: 1 };
}

const MEETING = event('meeting', {});
const DATED = event('meeting', { date: { edtf: '2024-03-05' } });
const VISIT = event('visit', { order: [{ record: 'meeting', stands: 'after', same: 'year' }] });
const TALKS = event('talks', { date: { edtf: '2024' }, order: [{ record: 'visit', stands: 'after' }] });

function daysOf(set: ColumnSet, id: string): string | null {
	const edges = narrowedEdges(set, set.id.rowOf(id));
	return edges && edtfOfNarrowed(edges);
}

/** Everything a known order has a say in, by id. */
function told(set: ColumnSet) {
	return {
		orders: set.orders.map(({ row, ...order }) => ({ ...order, id: set.id.at(row) })),
		edges: ['meeting', 'visit', 'talks'].map((id) => {
			const row = set.id.rowOf(id);
			return [set.earliestStart[row], set.latestStart[row], set.earliestEnd[row], set.latestEnd[row], set.stated.get(row)];
		})
	};
}

describe('a known order in columns', () => {
	test('leaves what is not dated undated while the other is not dated either', () => {
		const set = columnsFromRecords([MEETING, VISIT], 1);
		expect(set.earliestStart[set.id.rowOf('visit')]).toBeNaN();
		expect(firstThen(set)).toEqual([[set.id.rowOf('meeting'), set.id.rowOf('visit')]]);
	});

	test('narrows along a chain once the first date is known', () => {
		const set = columnsFromRecords([TALKS, VISIT, DATED], 1);
		expect(daysOf(set, 'visit')).toBe('[2024-03-05..2024-12-31]');
		expect(daysOf(set, 'talks')).toBe('[2024-03-05..2024-12-31]');
		expect(daysOf(set, 'meeting')).toBeNull();
	});

	test('a patch gives the edges that building gives, there and back', () => {
		const before = columnsFromRecords([MEETING, VISIT, TALKS], 1);
		const dated = patchColumns(before, [DATED], [], 2);
		expect(told(dated)).toEqual(told(columnsFromRecords([DATED, VISIT, TALKS], 2)));
		expect(told(patchColumns(dated, [MEETING], [], 3))).toEqual(told(before));
		expect(told(patchFromJson(before, JSON.parse(JSON.stringify(patchToJson([DATED], [], 2)))))).toEqual(told(dated));
	});

	test('a record that goes takes what it said of others with it', () => {
		const set = patchColumns(columnsFromRecords([DATED, VISIT], 1), [], ['meeting'], 2);
		expect(set.earliestStart[set.id.rowOf('visit')]).toBeNaN();
		expect(firstThen(set)).toEqual([]);
		const back = patchColumns(set, [DATED], [], 3);
		expect(daysOf(back, 'visit')).toBe('[2024-03-05..2024-12-31]');
	});

	test('one that cannot hold is told of both its records, and the others still narrow, also when it comes and goes by patches', () => {
		const late = event('late', { date: { edtf: '2024-01-01' }, order: [{ record: 'meeting', stands: 'after' }] });
		const set = columnsFromRecords([DATED, VISIT, late], 1);
		const flag = { record: 'late', of: 'meeting', stands: 'after', same: null, against: 'dates' };
		for (const id of ['late', 'meeting']) expect(orderFlagsOf(set, id)).toEqual([flag]);
		expect(orderFlagsOf(set, 'visit')).toEqual([]);
		expect(daysOf(set, 'visit')).toBe('[2024-03-05..2024-12-31]');
		expect(daysOf(set, 'late')).toBeNull();
		const dated = patchColumns(columnsFromRecords([MEETING, VISIT, late], 1), [DATED], [], 2);
		for (const copy of [dated, decodeColumns(encodeColumns(dated))]) expect(orderFlagsOf(copy, 'late')).toEqual([flag]);
		expect(orderFlagsOf(patchColumns(dated, [], ['meeting'], 3), 'late')).toEqual([]);
	});

	test('a circle is told of every record in it', () => {
		const first = event('meeting', { order: [{ record: 'talks', stands: 'after' }] });
		const set = columnsFromRecords([first, VISIT, TALKS], 1);
		expect(['meeting', 'visit', 'talks'].map((id) => orderFlagsOf(set, id).map(({ against }) => against))).toEqual([
			['orders', 'orders'],
			['orders', 'orders'],
			['orders', 'orders']
		]);
	});

	test('comes through bytes and JSON as it was, and can be taken back on the other side', () => {
		const set = columnsFromRecords([DATED, VISIT, TALKS], 1);
		for (const copy of [decodeColumns(encodeColumns(set)), columnsFromJson(JSON.parse(JSON.stringify(columnsToJson(set))))]) {
			expect(told(copy)).toEqual(told(set));
			expect(told(patchColumns(copy, [MEETING], [], 2))).toEqual(told(columnsFromRecords([MEETING, VISIT, TALKS], 2)));
		}
	});
});
