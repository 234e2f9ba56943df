import { expect, test } from 'vitest';
import { dueState } from '../../../src/lib/domain/due.ts';
import { aliasPath, valueAt } from '../../../src/lib/domain/paths.ts';
import { currentStage, stagesOf } from '../../../src/lib/domain/read-record.ts';
import { LANGUAGES } from '../../../src/lib/domain/text.ts';
import { withdrawn } from '../../../src/lib/domain/withdrawn.ts';
import * as locales from '../../../src/lib/language/locales.ts';
import { edgesOf } from '../../../src/lib/temporal/edges-of.ts';
import { resolved } from './resolve-samples.ts';

const day = (edtf: string) => edgesOf(edtf).earliestStart;

test('data and interface know the same languages', () => {
	expect([...LANGUAGES]).toEqual([...locales.LANGUAGES]);
});

test('stages come in the order of the pipeline; the current one is the furthest reached, planned only when none is', () => {
	const body = resolved('agreement', [
		{
			source: 's',
			fields: { stages: [{ stage: 'in force', planned: true }, { stage: 'signed', date: { edtf: '2025-12-05' } }, { stage: 'proposed' }] }
		}
	]);
	expect(stagesOf(body).map(({ stage }) => stage)).toEqual(['proposed', 'signed', 'in force']);
	expect(currentStage(body)).toMatchObject({ stage: 'signed', date: { edtf: '2025-12-05' } });
	expect(currentStage(resolved('agreement', [{ source: 's', fields: { stages: [{ stage: 'signed', planned: true }] } }]))).toMatchObject({
		stage: 'signed',
		planned: true
	});
	expect(currentStage(resolved('agreement', [{ source: 's', fields: { kind: 'treaty' } }]))).toBeNull();
});

test('an event planned for 2026 is due through 2026-12-31 and from the next day not reported held', () => {
	const edges = edgesOf('2026');
	expect(dueState(edges, 'planned', day('2025-12-30'))).toEqual({ state: 'upcoming', days: 2 });
	expect(dueState(edges, 'planned', day('2026-01-01'))).toEqual({ state: 'due', days: 364 });
	expect(dueState(edges, 'planned', day('2026-12-31'))).toEqual({ state: 'due', days: 0 });
	expect(dueState(edges, 'planned', day('2027-01-01'))).toEqual({ state: 'not reported', days: 1 });
});

test('an open task is overdue from the day after its last', () => {
	expect(dueState(edgesOf('2025-12-05'), 'open', day('2025-12-05'))).toEqual({ state: 'due', days: 0 });
	expect(dueState(edgesOf('2025-12-05'), 'open', day('2025-12-07'))).toEqual({ state: 'overdue', days: 2 });
	expect(dueState(edgesOf('2025-12-05/..'), 'open', day('2030-01-01'))).toEqual({ state: 'due', days: null });
	expect(dueState(edgesOf('XXXX'), 'open', 0)).toEqual({ state: 'undated', days: null });
});

test('a path names a value, a member of a group or of an element whose key may hold slashes', () => {
	expect(valueAt('event', 'date')).toMatchObject({ field: 'date', decidable: true });
	expect(valueAt('event', 'series/ordinal')).toMatchObject({ field: 'series', member: 'ordinal' });
	expect(valueAt('event', 'quantities/a/b/amount')).toMatchObject({ key: 'a/b', member: 'amount' });
	expect(valueAt('event', 'title')?.decidable).toBe(false);
	expect(valueAt('event', 'quantities/a/what')?.decidable).toBe(false);
	for (const path of [
		'',
		'quantities',
		'quantities/a',
		'series',
		'series/a/ordinal',
		'date/x',
		'nothing',
		'constructor',
		'series/constructor'
	])
		expect(valueAt('event', path), path).toBeNull();
	expect(aliasPath('event', 'participants/old · head/actor', (id) => (id === 'old' ? 'new' : id))).toBe('participants/new · head/actor');
});

test('a withdrawal takes a claim whole, or fields, or elements; nothing left is no claim', () => {
	const claim = {
		record: 'r',
		kind: 'event',
		source: 's',
		fields: { status: 'held', participants: [{ actor: 'a' }, { actor: 'b', role: 'x' }] }
	} as const;
	const base = { kind: 'withdraw', claim: '1.1', reason: '' } as const;
	expect(withdrawn(claim, base)).toBeNull();
	expect(withdrawn(claim, { ...base, fields: ['status'] })?.fields).toEqual({ participants: claim.fields.participants });
	expect(withdrawn(claim, { ...base, elements: { participants: ['a · '] } })?.fields).toEqual({
		status: 'held',
		participants: [{ actor: 'b', role: 'x' }]
	});
	expect(withdrawn(claim, { ...base, fields: ['status'], elements: { participants: ['a · ', 'b · x'] } })).toBeNull();
});
