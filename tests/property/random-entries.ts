import fc from 'fast-check';

/** One wish of a random ledger: its numbers are read against what the ledger holds when its turn comes. */
export interface Wish {
	readonly kind: 'claims' | 'withdraw' | 'decide' | 'merge' | 'unmerge' | 'drop' | 'redact' | 'undo';
	readonly picks: readonly number[];
	readonly claims: readonly { readonly pick: number; readonly fields: Readonly<Record<string, unknown>> }[];
	readonly said: { readonly said_on?: string; readonly said_by?: string };
	readonly source: number;
	/** Earlier claims that are taken back with these. */
	readonly takes: readonly number[];
	/** Whether the claims come as a bulk, batch by batch. */
	readonly bulk: boolean;
	readonly value: { readonly field: string; readonly value: unknown };
}

const DATES = ['2025', '2025-12', '2025-12-05', '2025-12-04/2025-12-05', '/2025-12-05', '2026', '2026-03', '2025-01', 'XXXX'];
export const RECORDS = {
	event: ['e1', 'e2', 'e3'],
	agreement: ['g1', 'g2'],
	actor: ['a1', 'a2', 'a3'],
	source: ['s1', 's2', 's3', 's4']
} as const;
export type Kind = keyof typeof RECORDS;

const edtf = fc.constantFrom(...DATES);
const date = edtf.map((each) => ({ edtf: each }));
const orNone = <T>(value: fc.Arbitrary<T>) => fc.option(value, { freq: 8, nil: null });
const actor = fc.constantFrom(...RECORDS.actor);
const text = fc
	.record({ en: fc.constantFrom('Moscow', 'moscow ', 'Tehran'), fa: fc.constantFrom('مسکو', 'تهران') }, { requiredKeys: [] })
	.map((each) => (Object.keys(each).length === 0 ? { en: 'Moscow' } : each));
const limit = fc.option(fc.integer({ min: 1, max: 6 }), { nil: null });
const range = fc.tuple(limit, limit).map(([a, b]) => (a !== null && b !== null && a > b ? { min: b, max: a } : { min: a, max: b }));
const people = fc.array(fc.record({ actor, role: fc.constantFrom('head', 'guest') }, { requiredKeys: ['actor'] }), {
	minLength: 1,
	maxLength: 2
});
const quantities = fc.array(
	fc.record(
		{ what: fc.constantFrom('signed', 'in all'), amount: range, unit: fc.constantFrom('USD', 'USD ', 'EUR') },
		{ requiredKeys: ['what'] }
	),
	{ minLength: 1, maxLength: 2 }
);
const stages = fc.array(
	fc.record(
		{ stage: fc.constantFrom('signed', 'proposed'), date, event: fc.constantFrom(...RECORDS.event), planned: fc.boolean() },
		{ requiredKeys: ['stage'] }
	),
	{ minLength: 1, maxLength: 2 }
);

const FIELD_VALUES = {
	event: {
		title: text,
		status: fc.constantFrom('planned', 'held'),
		date: orNone(date),
		place: orNone(text),
		participants: orNone(people),
		quantities,
		series: fc.record({ ordinal: fc.integer({ min: 4, max: 6 }), previous: fc.constantFrom(...RECORDS.event) }, { requiredKeys: [] })
	},
	agreement: { title: text, stages, kind: fc.constantFrom('treaty', 'contract') },
	actor: {
		title: text,
		roles: fc.array(
			fc.record({ organisation: actor, title: fc.constantFrom('minister', 'head'), from: date, to: date }, { requiredKeys: ['title'] }),
			{ minLength: 1, maxLength: 2 }
		)
	},
	source: {
		title: text,
		published: orNone(date),
		reliability: fc.constantFrom('A', 'B', 'F'),
		passes_on: orNone(fc.constantFrom(...RECORDS.source))
	}
};

const someFields = (kind: Kind) => fc.record(FIELD_VALUES[kind] as Record<string, fc.Arbitrary<unknown>>, { requiredKeys: [] });

export const DECISIONS: Readonly<Record<Kind, readonly string[]>> = {
	event: ['date', 'status', 'place', 'quantities/signed/amount', 'series/ordinal', 'participants/a1 · head/role'],
	agreement: ['stages/signed/date', 'stages/signed/planned', 'stages/signed/event', 'kind'],
	actor: ['roles/a1 · minister/from', 'kind'],
	source: ['published', 'reliability', 'passes_on']
};
export const DECIDED: Readonly<Record<string, fc.Arbitrary<unknown>>> = {
	date: orNone(date),
	status: fc.constantFrom('planned', 'held'),
	place: text,
	amount: range,
	ordinal: fc.integer({ min: 4, max: 6 }),
	planned: fc.boolean(),
	event: fc.constantFrom(...RECORDS.event),
	kind: fc.constantFrom('treaty', 'person'),
	from: date,
	published: date,
	reliability: fc.constantFrom('A', 'C'),
	passes_on: fc.constantFrom(...RECORDS.source)
};

export function wishes(kind: Kind): fc.Arbitrary<Wish> {
	const field = fc.constantFrom(...DECISIONS[kind]);
	return fc.record({
		kind: fc.oneof(
			{ weight: 8, arbitrary: fc.constant('claims' as const) },
			{
				weight: 10,
				arbitrary: fc.constantFrom(
					'withdraw' as const,
					'decide' as const,
					'merge' as const,
					'unmerge' as const,
					'drop' as const,
					'undo' as const,
					'undo' as const,
					'merge' as const,
					'decide' as const
				)
			},
			{ weight: 1, arbitrary: fc.constant('redact' as const) }
		),
		picks: fc.array(fc.nat(), { minLength: 3, maxLength: 3 }),
		claims: fc.array(fc.record({ pick: fc.nat(), fields: someFields(kind) }), { minLength: 1, maxLength: 3 }),
		said: fc.record(
			{ said_on: fc.constantFrom('2025-01', '2025-12', '2025-12-05', '2026-03', '2024'), said_by: actor },
			{ requiredKeys: [] }
		),
		source: fc.nat(),
		takes: fc.oneof(
			{ weight: 3, arbitrary: fc.constant([]) },
			{ weight: 1, arbitrary: fc.array(fc.nat(), { minLength: 1, maxLength: 2 }) }
		),
		bulk: fc.boolean(),
		value: field.chain((path) =>
			(DECIDED[path.slice(path.lastIndexOf('/') + 1)] ?? fc.constant(null)).map((value) => ({ field: path, value }))
		)
	});
}

export const anyWish = fc.oneof(
	{ weight: 4, arbitrary: wishes('event').map((wish) => ({ about: 'event' as const, wish })) },
	{ weight: 3, arbitrary: wishes('agreement').map((wish) => ({ about: 'agreement' as const, wish })) },
	{ weight: 2, arbitrary: wishes('actor').map((wish) => ({ about: 'actor' as const, wish })) },
	{ weight: 3, arbitrary: wishes('source').map((wish) => ({ about: 'source' as const, wish })) }
);
