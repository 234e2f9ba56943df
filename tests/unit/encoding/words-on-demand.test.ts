import { expect, test } from 'vitest';
import type { ColumnSet } from '../../../src/lib/columns/column-set.ts';
import { detailOf, sentenceOf } from '../../../src/lib/encoding/describe-row.ts';
import { encodeItems } from '../../../src/lib/encoding/encode-items.ts';
import type { Reader } from '../../../src/lib/encoding/reader.ts';
import { itemsOf } from './items-of.ts';
import { deskOf, readerOf } from '../tables/desk.ts';

const en = await readerOf('en');
const desk = () =>
	deskOf(
		{ id: 'a', kind: 'event', subkind: 'event:session', date: { edtf: '2025-12-05' }, topics: ['ai', 'cyber'], sources: ['s'] },
		{ id: 'b', kind: 'agreement', status: 'agreement:signed', date: { edtf: '2026' }, place: { en: 'Here' }, planned: true }
	);
const all = (count: number, answer = 2) => new Uint8Array(count).fill(answer);

test('putting rows on lanes asks for no words; an item says the same words as ever, and asks once', () => {
	const set = desk();
	let asked = 0;
	const reader: Reader = {
		...en,
		t: (...given) => {
			asked++;
			return en.t(...given);
		}
	};
	const items = itemsOf(encodeItems(set, { lanes: 'track', mask: all(2) }, { ...reader, t: reader.t }));
	// The lane of rows without a track is named.
	const forLanes = asked;
	expect(forLanes).toBeLessThanOrEqual(1);
	for (const item of items) {
		const row = set.id.rowOf(item.id);
		expect([item.detail, item.sentence]).toEqual([detailOf(set, row, en), sentenceOf(set, row, en)]);
	}
	const once = asked;
	expect(once).toBeGreaterThan(forLanes);
	for (const item of items) void [item.detail, item.sentence];
	expect(asked).toBe(once);
});

test('a row on two lanes has the words on both', () => {
	const items = itemsOf(encodeItems(desk(), { lanes: 'topic', mask: all(2) }, en));
	const both = items.filter(({ id }) => id === 'a');
	expect(both.map(({ lane }) => lane)).toEqual([0, 1]);
	expect(both[0]?.sentence).toBe(both[1]?.sentence);
	expect(both[0]?.sentence).not.toBe('');
});

test('the same question gets the same input back; another mask, lane, language or today does not', () => {
	const set = desk();
	const asked = encodeItems(set, { lanes: 'track', mask: all(2) }, en);
	expect(encodeItems(set, { lanes: 'track', mask: all(2) }, { ...en })).toBe(asked);
	expect(encodeItems(set, { lanes: 'track', mask: all(2, 1) }, en)).not.toBe(asked);
	expect(encodeItems(set, { lanes: 'kind', mask: all(2) }, en)).not.toBe(asked);
	expect(encodeItems(set, { lanes: 'track', mask: all(2) }, { ...en, today: en.today + 1 })).not.toBe(asked);
	expect(encodeItems(set, { lanes: 'track', mask: all(2) }, { ...en, language: 'ru' })).not.toBe(asked);
	expect(encodeItems(desk(), { lanes: 'track', mask: all(2) }, en)).not.toBe(asked);
});

test('an item without words has none and says whose are missing; once they are here it is told anew, and stays the same', () => {
	const whole = desk();
	const here = new Set<number>();
	const set: ColumnSet = { ...whole, words: { complete: false, of: (row) => (here.has(row) ? whole.words.of(row) : undefined) } };
	const input = encodeItems(set, { lanes: 'track', mask: all(2) }, en);
	const [first] = input.table.itemsOf('a');
	const before = input.item(first ?? -1);
	expect([before.name, before.detail, before.sentence]).toEqual(['', '', '']);
	expect(input.item(first ?? -1)).toBe(before);
	expect([...input.missingWords(input.table.order)]).toEqual([0, 1]);
	here.add(0);
	expect([...input.missingWords(input.table.order)]).toEqual([1]);
	const after = input.item(first ?? -1);
	expect(after.sentence).toBe(sentenceOf(whole, 0, en));
	expect(input.item(first ?? -1)).toBe(after);
});

test('another mask or language has the table of before: what is sorted is sorted once a set', () => {
	const set = desk();
	const { table } = encodeItems(set, { lanes: 'track', mask: all(2) }, en);
	expect(encodeItems(set, { lanes: 'track', mask: all(2, 1) }, { ...en, language: 'ru' }).table).toBe(table);
	expect(encodeItems(set, { lanes: 'kind', mask: all(2) }, en).table.order).toBe(table.order);
});
