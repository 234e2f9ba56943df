import { describe, expect, test } from 'vitest';
import type { Row } from '../../../../src/lib/columns/row.ts';
import { watchOf } from '../../../../src/lib/server/records/watch.ts';
import { dayOf } from '../../../../src/lib/temporal/epoch-day.ts';
import { deskOf } from '../../tables/desk.ts';

const TODAY = dayOf(2026, 11, 22);
const watch = (...rows: Partial<Row>[]) => watchOf(deskOf(...rows), TODAY);
const planned = (id: string, edtf: string | null): Partial<Row> => ({
	id,
	kind: 'event',
	planned: true,
	date: edtf === null ? null : { edtf }
});

describe('next', () => {
	test('is the planned event whose last day comes first', () => {
		const { next } = watch(planned('later', '2027'), planned('soon', '2026'), planned('held', '2026-11-23'), {
			...planned('not-planned', '2026-11-24'),
			planned: false
		});
		expect(next?.id).toBe('held');
		expect(watch(planned('later', '2027'), planned('soon', '2026')).next).toMatchObject({
			id: 'soon',
			row: 1,
			lastDay: dayOf(2026, 12, 31),
			daysLeft: 39
		});
	});

	test('counts 0 days on the last day itself, and puts it before what comes later', () => {
		expect(watch(planned('tomorrow', '2026-11-23'), planned('today', '2026-11-22')).next).toMatchObject({ id: 'today', daysLeft: 0 });
	});

	test('is what is most recently past when nothing lies ahead, and only then', () => {
		const past = [planned('long-past', '2025'), planned('past', '2026-11-20')];
		expect(watch(...past).next).toMatchObject({ id: 'past', daysLeft: -2 });
		expect(watch(...past, planned('ahead', '2030')).next?.id).toBe('ahead');
	});

	test('is nothing that has no last day, and no agreement', () => {
		expect(watch(planned('undated', null), planned('open', '2026/..'), { ...planned('hoped', '2026'), kind: 'agreement' }).next).toBeNull();
	});
});

test('follow-ups are due until their last day is over, then overdue; done ones count no more', () => {
	const task = (id: string, edtf: string | null, status = 'follow-up:open'): Partial<Row> => ({
		id,
		kind: 'follow-up',
		status,
		date: edtf === null ? null : { edtf }
	});
	const { followUps } = watch(
		...[task('a', '2026-11-22'), task('b', '2026'), task('c', '2026-11-21'), task('d', null), task('e', 'XXXX')],
		...[
			task('f', '2025', ''),
			task('g', '2025', 'follow-up:unknown'),
			task('h', '2025', 'follow-up:done'),
			task('i', null, 'follow-up:lapsed')
		]
	);
	expect(followUps).toEqual({ due: 2, overdue: 3, undated: 2 });
});

test('agreements are counted where they have come to; a plan is no stage, and signing means what the kind says', () => {
	const agreement = (subkind: string, ...stages: string[]): Partial<Row> => ({
		id: `${subkind}${stages.join()}`,
		subkind: `agreement:${subkind}`,
		stages
	});
	expect(
		watch(
			...[
				agreement('memorandum', 'signed'),
				agreement('documents', 'memorandum'),
				agreement('memorandum', 'memorandum', 'planned:contract')
			],
			...[agreement('contract', 'signed'), agreement('memorandum', 'memorandum', 'contract')],
			...[agreement('treaty', 'signed', 'in force'), agreement('contract', 'carried out')],
			...[
				agreement('treaty', 'signed'),
				agreement('contract', 'in force', 'ended'),
				agreement('proposal', 'proposed'),
				agreement('documents')
			]
		).stages
	).toEqual({ memorandum: 3, contract: 2, inForce: 2, other: 4 });
});

test('records on which sources differ are counted, and the two with most fields in conflict named, the earlier first', () => {
	expect(
		watch({ id: 'one', conflicts: 1 }, { id: 'none' }, { id: 'two', conflicts: 2 }, { id: 'also-one', conflicts: 1 }).disagree
	).toEqual({ records: 3, rows: [2, 0] });
});
