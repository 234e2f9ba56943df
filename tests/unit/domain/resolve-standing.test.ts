import { expect, test } from 'vitest';
import { conflictsOf } from '../../../src/lib/domain/read-record.ts';
import { on, resolved, valueIn } from './resolve-samples.ts';

const amount = (min: number | null, max: number | null) => ({ quantities: [{ what: 'concluded', amount: { min, max } }] });

test('the more reliable source wins over the later recorded, and differing values are a conflict with the shown one first', () => {
	const body = resolved(
		'agreement',
		[
			{ source: 'b', fields: { kind: 'treaty' } },
			{ source: 'c', fields: { kind: 'contract' } }
		],
		{ b: { reliability: 'B' }, c: { reliability: 'C' } }
	);
	expect(valueIn(body, 'kind')).toMatchObject({ value: 'treaty', by: 'reliability', claims: ['1.1'] });
	expect(valueIn(body, 'kind').versions?.map(({ value }) => value)).toEqual(['treaty', 'contract']);
});

test('no grade ranks after F', () => {
	const body = resolved(
		'agreement',
		[
			{ source: 'f', fields: { kind: 'treaty' } },
			{ source: 'none', fields: { kind: 'contract' } }
		],
		{ f: { reliability: 'F' } }
	);
	expect(valueIn(body, 'kind').value).toBe('treaty');
});

test('between equal grades the later published wins, and an unknown day of publication loses', () => {
	const sources = { old: { published: '2025-01' }, new: { published: '2025-12-05' } };
	const body = resolved(
		'agreement',
		[
			{ source: 'new', fields: { kind: 'treaty' } },
			{ source: 'old', fields: { kind: 'contract' } },
			{ source: 'x', fields: { kind: 'protocol' } }
		],
		sources
	);
	expect(valueIn(body, 'kind')).toMatchObject({ value: 'treaty', by: 'published later' });
	expect(valueIn(body, 'kind').versions?.map(({ value }) => value)).toEqual(['treaty', 'contract', 'protocol']);
});

test('when publication does not tell, the later recorded wins', () => {
	const sources = { month: { published: '2025-12' }, day: { published: '2025-12-05' } };
	const body = resolved(
		'agreement',
		[
			{ source: 'day', fields: { kind: 'treaty' } },
			{ source: 'month', fields: { kind: 'contract' } }
		],
		sources
	);
	expect(valueIn(body, 'kind')).toMatchObject({ value: 'contract', by: 'recorded later' });
});

test('an interval and an end on its last day agree, and the interval is shown', () => {
	const held = { status: 'held' };
	const body = resolved('event', [
		{ source: 'a', fields: { ...held, ...on('/2025-12-05') } },
		{ source: 'b', fields: { ...held, ...on('2025-12-04/2025-12-05') } },
		{ source: 'c', fields: { ...held, ...on('/2025-12-05') } }
	]);
	expect(valueIn(body, 'date')).toMatchObject({ value: { edtf: '2025-12-04/2025-12-05' }, by: 'agree', claims: ['1.1', '2.1', '3.1'] });
	expect(valueIn(body, 'date').versions).toBeUndefined();
});

test('two dates that both agree with a wider one but not with each other are a conflict', () => {
	const body = resolved('source', [
		{ source: 'a', fields: { published: { edtf: '2025-01' } } },
		{ source: 'b', fields: { published: { edtf: '2025-02' } } },
		{ source: 'c', fields: { published: { edtf: '2025' } } }
	]);
	expect(valueIn(body, 'published').versions?.map(({ claims }) => claims)).toEqual([['2.1', '3.1'], ['1.1']]);
	expect(valueIn(body, 'published').value).toEqual({ edtf: '2025-02' });
});

test('nested ranges agree and the narrower is shown; overlapping ones do not', () => {
	expect(
		valueIn(
			resolved('event', [
				{ source: 'a', fields: amount(4, null) },
				{ source: 'b', fields: amount(5, 5) }
			]),
			'quantities',
			'amount'
		)
	).toMatchObject({ value: { min: 5, max: 5 }, by: 'agree' });
	expect(
		valueIn(
			resolved('event', [
				{ source: 'a', fields: amount(1, 5) },
				{ source: 'b', fields: amount(3, 8) }
			]),
			'quantities',
			'amount'
		).versions
	).toHaveLength(2);
});

test('texts agree when every language both have is equal up to case and width, and are shown with all their languages', () => {
	const body = resolved('event', [
		{ source: 'a', fields: { place: { en: 'Moscow', fa: 'مسکو' } } },
		{ source: 'b', fields: { place: { en: ' MOSCOW', ru: 'Москва' } } }
	]);
	expect(valueIn(body, 'place')).toMatchObject({ by: 'agree', value: { en: ' MOSCOW', fa: 'مسکو', ru: 'Москва' } });
	expect(
		conflictsOf(
			resolved('event', [
				{ source: 'a', fields: { place: { en: 'Moscow' } } },
				{ source: 'b', fields: { place: { en: 'Tehran' } } }
			])
		)
	).toHaveLength(1);
});

test('null counts as the value "none" and differs from any other', () => {
	expect(
		valueIn(
			resolved('event', [
				{ source: 'a', fields: { part_of: null } },
				{ source: 'b', fields: { part_of: 'e' } }
			]),
			'part_of'
		).versions?.map(({ value }) => value)
	).toEqual(['e', null]);
});

test('a voice is the speaker, else the origin that was passed on: one origin through two outlets is one voice', () => {
	const sources = { outlet1: { passes_on: 'ministry' }, outlet2: { passes_on: 'outlet1' } };
	const said = [
		{ source: 'outlet1', fields: amount(5, 5) },
		{ source: 'outlet2', fields: amount(6, 6) },
		{ source: 'outlet2', said_by: 'jalali', fields: amount(7, 7) }
	];
	const [conflict] = conflictsOf(resolved('event', said, sources));
	expect(conflict?.path).toBe('quantities/concluded/amount');
	expect(conflict?.versions.map(({ voices }) => voices)).toEqual([['jalali'], ['ministry'], ['ministry']]);
	expect(conflict?.voices).toBe(2);
});

test('sources that pass each other on in a circle are one voice', () => {
	const sources = { a: { passes_on: 'b' }, b: { passes_on: 'a' } };
	expect(
		conflictsOf(
			resolved(
				'event',
				[
					{ source: 'b', fields: amount(5, 5) },
					{ source: 'a', fields: amount(6, 6) }
				],
				sources
			)
		)[0]?.voices
	).toBe(1);
});

test('a decision settles the claims before it; a later differing one is flagged and does not change what is shown', () => {
	const two = [
		{ source: 'a', fields: { kind: 'treaty' } },
		{ source: 'b', fields: { kind: 'contract' } }
	];
	const decision = { seq: 3, field: 'kind', value: 'treaty', because: 'the text says so' };
	const settled = valueIn(resolved('agreement', two, {}, [decision]), 'kind');
	expect(settled).toEqual({
		shape: 'value',
		value: 'treaty',
		claims: ['1.1'],
		by: 'decided',
		decision: { seq: 3, because: 'the text says so', newer: false }
	});
	const later = [...two, { source: 'c', fields: { kind: 'treaty' } }, { source: 'd', fields: { kind: 'protocol' } }];
	const reopened = valueIn(resolved('agreement', later, { d: { reliability: 'A' } }, [decision]), 'kind');
	expect(reopened).toMatchObject({ value: 'treaty', by: 'decided', decision: { newer: true } });
	expect(reopened.versions?.map(({ value }) => value)).toEqual(['treaty', 'protocol']);
});

test('of two decisions about one value the later holds', () => {
	const decide = (seq: number, value: string) => ({ seq, field: 'kind', value, because: '' });
	expect(
		valueIn(
			resolved('agreement', [{ source: 'a', fields: { kind: 'treaty' } }], {}, [decide(2, 'contract'), decide(3, 'protocol')]),
			'kind'
		).value
	).toBe('protocol');
});
