import { expect, test } from 'vitest';
import { conflictsOf } from '../../../src/lib/domain/read-record.ts';
import { on, resolved, valueIn } from './resolve-samples.ts';

const says = (status: string, said_on: string, source = 's') => ({ source, said_on, fields: { status } });

test('what was said last wins in whatever order it reaches the ledger, over any grade, and the earlier is history', () => {
	for (const given of [
		[says('planned', '2025-01'), says('held', '2025-12')],
		[says('held', '2025-12'), says('planned', '2025-01', 'good')]
	]) {
		const status = valueIn(resolved('event', given, { good: { reliability: 'A' } }), 'status');
		expect(status).toMatchObject({ value: 'held', by: 'said later' });
		expect(status.versions).toBeUndefined();
		expect(status.earlier?.map(({ value }) => value)).toEqual(['planned']);
	}
});

test('what is not said when was said when its source was published', () => {
	const given = [{ source: 'new', fields: { status: 'held' } }, says('planned', '2025-06', 'old')];
	expect(valueIn(resolved('event', given, { new: { published: '2025-12' } }), 'status').value).toBe('held');
});

test('only equal or incomparable days of saying conflict; then the more reliable wins, then the later recorded', () => {
	const given = [says('planned', '2025-12', 'b'), says('postponed', '2025-12-05', 'c')];
	expect(valueIn(resolved('event', given, { b: { reliability: 'B' } }), 'status')).toMatchObject({ value: 'planned', by: 'reliability' });
	const equal = valueIn(resolved('event', given), 'status');
	expect(equal).toMatchObject({ value: 'postponed', by: 'recorded later' });
	expect(equal.versions).toHaveLength(2);
});

test('history is told latest first', () => {
	const status = valueIn(resolved('event', [says('postponed', '2025-03'), says('planned', '2025-01'), says('held', '2025-12')]), 'status');
	expect(status.earlier?.map(({ value }) => value)).toEqual(['postponed', 'planned']);
});

test('while a thing is planned its date moves: the latest said is shown, the one before is a ghost, not a conflict', () => {
	const plan = (edtf: string, said_on: string) => ({ source: 's', said_on, fields: { status: 'planned', ...on(edtf) } });
	const body = resolved('event', [plan('2026-06', '2025-12'), plan('2026-03', '2025-06')]);
	expect(valueIn(body, 'date')).toMatchObject({ value: { edtf: '2026-06' }, by: 'said later' });
	expect(valueIn(body, 'date').earlier?.map(({ value }) => value)).toEqual([{ edtf: '2026-03' }]);
	expect(conflictsOf(body)).toEqual([]);
});

test('a date given for something that is still planned moves, though its claim says no status', () => {
	const dated = (edtf: string) => ({ source: 's', said_on: edtf, fields: on(edtf) });
	const body = resolved('event', [dated('2025-09'), dated('2025-06'), says('planned', '2025-09')]);
	expect(valueIn(body, 'date')).toMatchObject({ value: { edtf: '2025-09' }, by: 'said later' });
	expect(conflictsOf(body)).toEqual([]);
});

test('a planned date never conflicts with the date it was held on, though its source be better or its claim newer', () => {
	const planned = { source: 'good', said_on: '2025-06', fields: { status: 'planned', ...on('2025-11') } };
	const foreseen = { source: 'good', said_on: '2025-07', fields: on('2025-12-01') };
	const held = { source: 's', said_on: '2025-12-06', fields: { status: 'held', ...on('2025-12-05') } };
	for (const given of [
		[planned, foreseen, held],
		[held, foreseen, planned]
	]) {
		const body = resolved('event', given, { good: { reliability: 'A' } });
		expect(valueIn(body, 'date')).toMatchObject({ value: { edtf: '2025-12-05' }, by: 'only' });
		expect(valueIn(body, 'date').earlier?.map(({ value }) => value)).toEqual([{ edtf: '2025-12-01' }, { edtf: '2025-11' }]);
		expect(conflictsOf(body)).toEqual([]);
	}
});

test('two dates on which a thing was held conflict though one was said later', () => {
	const held = (edtf: string, said_on: string, source: string) => ({ source, said_on, fields: { status: 'held', ...on(edtf) } });
	const body = resolved('event', [held('2025-12-04', '2025-12-05', 'a'), held('2025-12-05', '2025-12-08', 'b')], {
		a: { reliability: 'A' }
	});
	expect(valueIn(body, 'date')).toMatchObject({ value: { edtf: '2025-12-04' }, by: 'reliability' });
	expect(conflictsOf(body)).toMatchObject([{ path: 'date', voices: 2 }]);
});

test('a planned stage moves, and its planned date is history once the stage was reached', () => {
	const stage = (edtf: string, said_on: string, planned?: boolean) => ({
		source: 's',
		said_on,
		fields: { stages: [{ stage: 'signed', ...on(edtf), ...(planned === undefined ? {} : { planned }) }] }
	});
	const body = resolved('agreement', [stage('2025-11', '2025-06', true), stage('2025-12-05', '2025-12-06')]);
	expect(valueIn(body, 'stages', 'planned').value).toBe(false);
	expect(valueIn(body, 'stages', 'date')).toMatchObject({ value: { edtf: '2025-12-05' } });
	expect(conflictsOf(body)).toEqual([]);
});

test('a decision holds over what is said later and keeps the rest as history', () => {
	const decision = { seq: 2, field: 'status', value: 'postponed', because: 'a letter' };
	const status = valueIn(resolved('event', [says('planned', '2025-01'), says('held', '2025-12')], {}, [{ ...decision, seq: 3 }]), 'status');
	expect(status).toMatchObject({ value: 'postponed', by: 'decided', decision: { newer: false } });
	expect(status.earlier?.map(({ value }) => value)).toEqual(['held', 'planned']);
	expect(
		valueIn(
			resolved('event', [says('planned', '2025-01'), says('postponed', '2025-02'), says('held', '2025-12')], {}, [decision]),
			'status'
		).decision?.newer
	).toBe(true);
});
