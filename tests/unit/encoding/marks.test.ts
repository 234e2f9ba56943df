import { describe, expect, test } from 'vitest';
import type { Row } from '../../../src/lib/columns/row.ts';
import { AGREEMENT_KINDS, EVENT_KINDS } from '../../../src/lib/domain/kinds.ts';
import { isNotReported, markOf, stagesOf } from '../../../src/lib/encoding/mark.ts';
import { dayOf } from '../../../src/lib/temporal/epoch-day.ts';
import { deskOf } from '../tables/desk.ts';

const mark = (row: Partial<Row>) => Object.values(markOf(deskOf(row), 0)).join(' ');

describe('shape and colour of a mark', () => {
	test.each([
		['session', 'circle event'],
		['conference', 'circle event'],
		['treaty', 'circle event'],
		['meeting', 'small-circle event'],
		['signing', 'small-circle event']
	])('an event that is a %s is a %s', (kind, expected) => {
		expect(mark({ kind: 'event', subkind: `event:${kind}` })).toBe(expected);
	});

	test.each([
		['treaty', 'hexagon treaty'],
		['contract', 'square contract'],
		['memorandum', 'diamond memorandum'],
		['protocol', 'diamond memorandum'],
		['documents', 'diamond memorandum']
	])('an agreement that is a %s is a %s', (kind, expected) => {
		expect(mark({ subkind: `agreement:${kind}` })).toBe(expected);
	});

	test('a proposal looks like what it is to become: a contract when one is hoped for, else a document', () => {
		expect(mark({ subkind: 'agreement:proposal', stages: ['proposed', 'planned:contract'] })).toBe('square contract');
		expect(mark({ subkind: 'agreement:proposal', stages: ['proposed'] })).toBe('diamond memorandum');
	});

	test('a follow-up is a flag', () => {
		expect(mark({ kind: 'follow-up', subkind: 'follow-up' })).toBe('flag follow-up');
	});

	test('events are round and agreements have corners, whatever their kind, even an unknown one', () => {
		for (const kind of [...EVENT_KINDS, 'unheard of']) expect(mark({ kind: 'event', subkind: `event:${kind}` })).toMatch(/circle event$/);
		for (const kind of [...AGREEMENT_KINDS, 'unheard of'])
			expect(mark({ subkind: `agreement:${kind}` })).toMatch(/^(hexagon|square|diamond) /);
	});
});

test('stages of one row are not those of its neighbours', () => {
	const set = deskOf({ id: 'a', stages: ['signed'] }, { id: 'b' }, { id: 'c', stages: ['proposed', 'planned:contract'] });
	expect([0, 1, 2].map((row) => stagesOf(set, row))).toEqual([['signed'], [], ['proposed', 'planned:contract']]);
});

describe('not reported', () => {
	const planned = deskOf({ kind: 'event', date: { edtf: '2026' }, planned: true });

	test('begins on the day after the last day, not on it', () => {
		expect(isNotReported(planned, 0, dayOf(2026, 12, 31))).toBe(false);
		expect(isNotReported(planned, 0, dayOf(2027, 1, 1))).toBe(true);
	});

	test('is nothing that was held, and nothing without a date', () => {
		expect(isNotReported(deskOf({ kind: 'event', date: { edtf: '2025' } }), 0, dayOf(2027, 1, 1))).toBe(false);
		expect(isNotReported(deskOf({ kind: 'event', planned: true }), 0, dayOf(2027, 1, 1))).toBe(false);
	});
});
