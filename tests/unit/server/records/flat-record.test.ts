import { describe, expect, test } from 'vitest';
import { edgesAnswer, flatRecord } from '../../../../src/lib/server/records/flat-record.ts';
import { body, list, title, value } from '../../columns/records.ts';

describe('edges at the border are days, the last one included', () => {
	test.each([
		['2026', '2026-01-01', '2026-12-31', '2026-01-01', '2026-12-31'],
		['2025-12-05', '2025-12-05', '2025-12-05', '2025-12-05', '2025-12-05'],
		['2025-12-04/2025-12-05', '2025-12-04', '2025-12-04', '2025-12-05', '2025-12-05'],
		['2025-02', '2025-02-01', '2025-02-28', '2025-02-01', '2025-02-28'],
		['2025-12-05/..', '2025-12-05', '2025-12-05', '..', '..'],
		['../2025-12-05', '..', '..', '2025-12-05', '2025-12-05'],
		['XXXX', null, null, null, null]
	])('%s', (edtf, ...expected) => {
		expect(Object.values(edgesAnswer(edtf))).toEqual(expected);
	});

	test('an end alone says nothing of when it began, but that it was not after', () => {
		expect(edgesAnswer('/2025-12-05')).toMatchObject({ earliestStart: null, earliestEnd: '2025-12-05', latestEnd: '2025-12-05' });
	});
});

describe('a record of a list', () => {
	const flat = flatRecord(
		body(
			'session',
			'event',
			{
				title: title({ en: 'Session' }),
				kind: value('session'),
				place: value({ en: 'Moscow' }, ['a', 'b']),
				date: value({ edtf: '2025-12', words: { en: 'in December' } }),
				series: { shape: 'group', members: { ordinal: value(5) } },
				topics: list({ topic: 'ai' }, { topic: 'transit' }),
				part_of: value(null)
			},
			{ changed: 7 }
		)
	);

	test('gives its own kind as subkind, and the kind of record as kind', () => {
		expect([flat.kind, flat['subkind']]).toEqual(['event', 'session']);
	});

	test('gives shown values only, in plain shapes, with a date’s words and edges', () => {
		expect(flat).toEqual({
			id: 'session',
			kind: 'event',
			subkind: 'session',
			title: { en: 'Session' },
			place: { en: 'Moscow' },
			date: {
				edtf: '2025-12',
				words: { en: 'in December' },
				edges: { earliestStart: '2025-12-01', latestStart: '2025-12-31', earliestEnd: '2025-12-01', latestEnd: '2025-12-31' }
			},
			series: { ordinal: 5 },
			topics: [{ topic: 'ai' }, { topic: 'transit' }],
			part_of: null,
			conflicts: 1,
			changed: 7
		});
	});

	test('a date inside a list has its edges too', () => {
		const { stages } = flatRecord(body('memo', 'agreement', { stages: list({ stage: 'signed', date: { edtf: '2025' } }) })) as unknown as {
			stages: { date: unknown }[];
		};
		expect(stages[0]?.date).toMatchObject({ edtf: '2025', edges: { latestEnd: '2025-12-31' } });
	});
});
