import { describe, expect, test } from 'vitest';
import { relatedTo } from '../../../../src/lib/server/records/related.ts';
import type { RecordBody } from '../../../../src/lib/domain/record.ts';
import { body } from '../../columns/records.ts';
import { deskOf } from '../../tables/desk.ts';

const set = deskOf(
	{ id: 'five', kind: 'event', track: 'wg', date: { edtf: '2025-12-04' }, actors: ['iran', 'russia'], sources: ['news'] },
	{ id: 'six', kind: 'event', track: 'wg', previous: 'five', date: { edtf: '2026' } },
	{ id: 'signing', kind: 'event', track: 'wg', partOf: 'five', date: { edtf: '2025-12-05' } },
	{ id: 'undated', kind: 'event', track: 'wg', topics: ['ai'] },
	{ id: 'memo', track: 'wg', atEvent: 'signing', date: { edtf: '2025-12-05' }, actors: ['russia'], topics: ['ai'] },
	{ id: 'contract', track: 'wg', followsFrom: 'memo', date: { edtf: '2025-12-05' } },
	{ id: 'task', kind: 'follow-up', arisesFrom: 'memo', actors: ['iran'] },
	{ id: 'talks', kind: 'follow-up', arisesFrom: 'five', date: { edtf: '2026' } }
);
const related = (kind: RecordBody['kind'], id: string) =>
	Object.fromEntries(relatedTo(set, body(id, kind)).map(({ relation, ids }) => [relation, ids]));

describe('the inverse of every stored link', () => {
	test('of an event: the next in its series, its parts, and what arose from it', () => {
		expect(related('event', 'five')).toEqual({ next: ['six'], parts: ['signing'], 'follow-ups': ['talks'] });
		expect(related('event', 'signing')).toEqual({ 'agreements-at': ['memo'] });
	});

	test('of an agreement: what followed from it and what is to be done', () => {
		expect(related('agreement', 'memo')).toEqual({ 'led-to': ['contract'], 'follow-ups': ['task'] });
	});

	test('of a track: its events and agreements by time, undated last; follow-ups belong to what they arise from', () => {
		expect(related('track', 'wg')).toEqual({
			events: ['five', 'signing', 'six', 'undated'],
			agreements: ['contract', 'memo'],
			'owned-follow-ups': ['talks', 'task']
		});
	});

	test('of an actor: where it took part, what it is party to, what it is to do', () => {
		expect(related('actor', 'iran')).toEqual({ events: ['five'], 'owned-follow-ups': ['task'] });
		expect(related('actor', 'russia')).toEqual({ events: ['five'], agreements: ['memo'] });
	});

	test('of a topic and of a source: the records that name it', () => {
		expect(related('topic', 'ai')).toEqual({ 'records-of-topic': ['memo', 'undated'] });
		expect(related('source', 'news')).toEqual({ 'records-of-source': ['five'] });
	});
});

test('a record names those that are known to stand before or after it', () => {
	const ordered = deskOf(
		{ id: 'meeting', kind: 'event' },
		{ id: 'visit', kind: 'event', order: [{ of: 'meeting', stands: 'after', same: 'year' }] }
	);
	expect(relatedTo(ordered, body('meeting', 'event'))).toEqual([{ relation: 'ordered', ids: ['visit'], count: 1 }]);
});

test('what nothing points to has no groups, not empty ones', () => {
	expect(relatedTo(set, body('six', 'event'))).toEqual([]);
	expect(relatedTo(set, body('nobody', 'actor'))).toEqual([]);
	expect(relatedTo(set, body('task', 'follow-up'))).toEqual([]);
});
