import { describe, expect, test } from 'vitest';
import { ordersOf } from '../../src/lib/domain/known-order.ts';
import { ledgerOfPromises } from '../../src/lib/domain/promises.ts';
import { seedWorld } from './seed-world.ts';

const world = seedWorld();

describe('what the reports order without dating it', () => {
	test('the visit came after the ministers’ meeting, in the same year', () => {
		expect(ordersOf(world.record('shoitov-in-tehran'))).toEqual([{ of: 'minister-meeting', stands: 'after', same: 'year' }]);
	});

	test('the conference in Dubai came before the meeting that reports on it', () => {
		expect(ordersOf(world.record('iran-corridor-dubai'))).toEqual([{ of: 'armenia-meeting', stands: 'before', same: null }]);
	});
});

test('the sixth session stands as one promise, said in December 2025', () => {
	const claims = world.claims.filter(({ record }) => record === 'wg-6');
	const ledger = ledgerOfPromises('event', claims, (source) => (source === 'delegation-contracts' ? '2025-12~' : undefined));
	expect(ledger.steps.map(({ turn, date, said }) => [turn, date?.edtf, said])).toEqual([['promised', '2026', '2025-12~']]);
});
