import { describe, expect, test } from 'vitest';
import { aliasClaim } from '../../../src/lib/domain/claim-ids.ts';
import type { Claim } from '../../../src/lib/domain/claim.ts';
import { ordersOf } from '../../../src/lib/domain/known-order.ts';
import { conflictsOf } from '../../../src/lib/domain/read-record.ts';
import { validateClaim } from '../../../src/lib/domain/validate-claim.ts';
import { resolved } from './resolve-samples.ts';

const claim = (order: unknown): Claim => ({ record: 'visit', kind: 'event', source: 'paper', fields: { order } });

describe('a known order as a field', () => {
	test('names the other record and the side; the unit may be missing', () => {
		expect(validateClaim(claim([{ record: 'meeting', stands: 'after' }]))).toHaveProperty('claim');
		expect(validateClaim(claim([{ record: 'meeting', stands: 'after', same: 'year' }]))).toHaveProperty('claim');
		expect(validateClaim(claim([{ record: 'meeting' }]))).toMatchObject({ problems: [{ path: 'fields.order.0.stands', code: 'missing' }] });
		expect(validateClaim(claim([{ record: 'meeting', stands: 'beside' }]))).toMatchObject({
			problems: [{ path: 'fields.order.0.stands' }]
		});
		expect(validateClaim(claim([{ stands: 'after' }]))).toMatchObject({ problems: [{ path: 'fields.order.0.record', code: 'missing' }] });
	});

	test('is a fact: the desk cannot say it without a source', () => {
		expect(validateClaim({ ...claim([{ record: 'meeting', stands: 'after' }]), source: 'desk' })).toMatchObject({
			problems: [{ path: 'fields.order', code: 'no-source' }]
		});
	});

	test('sources that put a record on different sides of another differ, and both are kept', () => {
		const body = resolved('event', [
			{ source: 'a', fields: { order: [{ record: 'meeting', stands: 'after' }] } },
			{ source: 'b', fields: { order: [{ record: 'meeting', stands: 'before' }] } }
		]);
		expect(conflictsOf(body).map(({ path, versions }) => [path, versions.length])).toEqual([['order/meeting/stands', 2]]);
		expect(ordersOf(body)).toHaveLength(1);
	});

	test('follows a merge of the record it names', () => {
		const merged = aliasClaim(claim([{ record: 'meeting', stands: 'after' }]), (id) => (id === 'meeting' ? 'talks' : id));
		expect(merged.fields['order']).toEqual([{ record: 'talks', stands: 'after' }]);
	});
});
