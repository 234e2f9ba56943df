import { describe, expect, test } from 'vitest';
import { defaultView } from '#lib/view/defaults.ts';
import { historyAct, needsLoad } from '#lib/view/history-policy.ts';
import type { ViewState } from '#lib/view/view-state.ts';

const base = defaultView('en');
const act = (patch: Partial<ViewState>, before: ViewState = base) => historyAct(before, { ...before, ...patch });

describe('historyAct', () => {
	test('looking about replaces', () => {
		expect(act({ extent: { start: 1, end: 2 } })).toBe('replace');
		expect(act({ cols: ['title'] })).toBe('replace');
	});

	const pushing: Partial<ViewState>[] = [
		{ sel: 'x' },
		{ within: '2026' },
		{ track: ['a'] },
		{ lanes: 'topic' },
		{ sort: [] },
		{ table: 'events' },
		{ cal: ['persian'] },
		{ columnFilters: { 'events.kind': ['x'] } },
		{ asof: '3' }
	];
	test.each(pushing)('%o pushes', (patch) => {
		expect(act(patch)).toBe('push');
		expect(act({ ...patch, extent: { start: 1, end: 2 } })).toBe('push');
	});

	test('typing pushes when it begins and replaces from then on', () => {
		expect(act({ q: 'b' })).toBe('push');
		expect(act({ q: 'ba' }, { ...base, q: 'b' })).toBe('replace');
	});

	test('no change is no entry, even when objects are new', () => {
		expect(act({ sort: [{ column: 'date', descending: true }], columnFilters: { 'events.kind': [] } })).toBe('none');
	});
});

describe('needsLoad', () => {
	test('only language and the state of knowledge need the server', () => {
		for (const patch of [{ lang: 'fa' }, { asof: '3' }, { published: '2025-12-05' }] as const)
			expect(needsLoad(base, { ...base, ...patch })).toBe(true);
		for (const patch of [{ sel: 'x' }, { q: 'x' }, { within: '2026' }]) expect(needsLoad(base, { ...base, ...patch })).toBe(false);
	});
});
