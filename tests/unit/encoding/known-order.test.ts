import { describe, expect, test } from 'vitest';
import type { Row } from '../../../src/lib/columns/row.ts';
import { encodeItems } from '../../../src/lib/encoding/encode-items.ts';
import { deskOf, readerOf } from '../tables/desk.ts';

const en = await readerOf('en');
const event = (id: string, rest: Partial<Row> = {}): Partial<Row> => ({ id, kind: 'event', track: 't', title: { en: id }, ...rest });
const after = (of: string, same: 'year' | null = null): Partial<Row> => ({ order: [{ of, stands: 'after', same }] });

function encoded(...rows: Partial<Row>[]) {
	const set = deskOf(...rows);
	return encodeItems(set, { lanes: 'track', mask: new Uint8Array(set.count).fill(2) }, en);
}
const names = (input: ReturnType<typeof encoded>) => (input.undated()[0] ?? []).map((index) => input.item(index).name);

describe('undated records of a known order', () => {
	test('stand on the shelf in that order, one behind the other', () => {
		const input = encoded(event('Visit', after('Meeting', 'year')), event('Talks'), event('Meeting'));
		expect(names(input)).toEqual(['Meeting', 'Visit', 'Talks']);
	});

	test('have a link from the earlier to the later, for the line between them', () => {
		const input = encoded(event('Visit', after('Meeting')), event('Meeting'));
		const items = input.undated()[0]!;
		expect(input.linksOf(items, 'both')).toEqual([{ from: items[0], to: items[1], kind: 'order' }]);
	});

	test('say it in their sentence', () => {
		const input = encoded(event('Visit', after('Meeting', 'year')), event('Meeting'));
		const visit = input
			.undated()[0]!
			.map((index) => input.item(index))
			.find(({ name }) => name === 'Visit');
		expect(visit?.sentence).toContain('not dated, after “Meeting”, same year');
	});

	test('leave the shelf for the days that follow, once the other has a date', () => {
		const input = encoded(event('Visit', after('Meeting', 'year')), event('Meeting', { date: { edtf: '2024-03-05' } }));
		expect(input.undated()[0]).toEqual([]);
		const visit = [...input.table.order].map((index) => input.item(index)).find(({ name }) => name === 'Visit');
		expect(visit?.sentence).toContain('2024');
		expect(visit?.edges?.latestEnd).toBe(Date.UTC(2025, 0, 1) / 86_400_000);
	});
});

test('a date that was said otherwise before says in its sentence how far it moved', () => {
	const moved = event('Session', {
		date: { edtf: '2026-10-15' },
		earlierDates: [{ edtf: '2026-06-30' }, { edtf: '2025-12-15' }],
		planned: true
	});
	const input = encoded(moved);
	expect(input.item(0).sentence).toContain('moved twice, 10 months later than first said');
	expect(input.item(0).ghosts).toHaveLength(2);
});
