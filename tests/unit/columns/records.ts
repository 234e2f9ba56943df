import fc from 'fast-check';
import { ORDER_UNITS, STANDS } from '#lib/domain/order-words.ts';
import { AGREEMENT_KINDS, EVENT_KINDS, EVENT_STATUSES, FOLLOW_UP_STATUSES, STAGES } from '#lib/domain/kinds.ts';
import type { RecordBody, ResolvedElement, ResolvedField, ResolvedValue } from '#lib/domain/record.ts';
import type { Text } from '#lib/domain/text.ts';

/** Runs of every property here: enough to meet the corners, the same each time. */
export const RUNS = { seed: 20261122, numRuns: 150 };

export const value = (of: unknown, voices?: string[]): ResolvedValue => ({
	shape: 'value',
	value: of,
	claims: ['1.1'],
	by: 'only',
	...(voices && {
		versions: [
			{ value: of, claims: ['1.1'], voices },
			{ value: null, claims: ['1.2'], voices: ['other'] }
		]
	})
});
export const title = (text: Text, others: string[] = []): ResolvedField => ({
	shape: 'text',
	text,
	claims: {},
	others: others.map((other) => ({ language: 'en', text: other, claim: '1.1' }))
});
export const list = (...elements: Record<string, unknown>[]): ResolvedField => ({
	shape: 'list',
	elements: elements.map((members): ResolvedElement => ({
		key: Object.values(members).join(' · '),
		claims: ['1.1'],
		members: Object.fromEntries(Object.entries(members).map(([name, of]) => [name, value(of)]))
	}))
});

/** A body with only what a test speaks of. */
export function body(id: string, kind: RecordBody['kind'], fields: RecordBody['fields'] = {}, rest: Partial<RecordBody> = {}): RecordBody {
	return { id, kind, fields, claims: ['1.1'], sources: [], merged: [], since: 1, changed: 1, ...rest };
}

export const DATES = [
	'2026',
	'2025-12-05',
	'2025-12-04/2025-12-05',
	'/2025-12-05',
	'2024-03/..',
	'XXXX',
	'XXXX-12-21',
	'../2023',
	'[2022..2024]',
	'2026-21',
	'{2022,2026}',
	'[2022,2025-12]',
	'[..2023,2025-12..]',
	'2025-XX-31'
];
export const WORDS = ['Baghdad', 'memorandum', 'اتصالات', 'می‌خواهم', 'بغداد', 'связь', 'Ёлка', 'data centre', 'ab'];

const ACTORS = ['iran', 'iraq', 'a-company'];
const TOPICS = ['telecom', 'data'];
const TRACKS = ['wg', 'relation'];
const SOURCES = ['s-1', 's-2', 's-3'];

const text = fc.dictionary(fc.constantFrom('en', 'ar', 'fa', 'ru'), fc.constantFrom(...WORDS), { maxKeys: 2 }) as fc.Arbitrary<Text>;
const date = fc.constantFrom(...DATES).map((edtf) => ({ edtf }));
const maybe = <T>(of: fc.Arbitrary<T>) => fc.option(of, { nil: undefined });
const subset = (of: string[]) => fc.subarray(of, { minLength: 0 });

function common(id: string, since: number) {
	return fc.record({
		id: fc.constant(id),
		since: fc.constant(since),
		title: text,
		summary: maybe(text),
		track: maybe(fc.constantFrom(...TRACKS)),
		actors: subset(ACTORS),
		topics: subset(TOPICS),
		sources: subset(SOURCES),
		differ: fc.boolean(),
		date: maybe(date),
		place: maybe(text)
	});
}

const eventOf = (id: string, since: number) =>
	fc.tuple(common(id, since), maybe(fc.constantFrom(...EVENT_KINDS)), maybe(fc.constantFrom(...EVENT_STATUSES))).map(([of, kind, status]) =>
		body(
			id,
			'event',
			{
				title: title(of.title),
				...(of.summary && { summary: title(of.summary) }),
				...(of.track && { track: value(of.track, of.differ ? ['a', 'b'] : undefined) }),
				...(kind && { kind: value(kind) }),
				...(status && { status: value(status) }),
				...(of.date && { date: value(of.date) }),
				...(of.place && { place: value(of.place) }),
				participants: list(...of.actors.map((actor) => ({ actor, role: 'host' }))),
				topics: list(...of.topics.map((topic) => ({ topic })))
			},
			{ sources: of.sources, since }
		)
	);

const agreementOf = (id: string, since: number) =>
	fc
		.tuple(
			common(id, since),
			maybe(fc.constantFrom(...AGREEMENT_KINDS)),
			fc.uniqueArray(fc.record({ stage: fc.constantFrom(...STAGES), planned: fc.boolean(), date: maybe(date) }), {
				selector: ({ stage }) => stage,
				maxLength: 3
			})
		)
		.map(([of, kind, stages]) =>
			body(
				id,
				'agreement',
				{
					title: title(of.title),
					...(of.track && { track: value(of.track) }),
					...(kind && { kind: value(kind, of.differ ? ['a'] : undefined) }),
					stages: list(...stages.map(({ stage, planned, date: on }) => ({ stage, ...(planned && { planned }), ...(on && { date: on }) }))),
					parties: list(...of.actors.map((actor) => ({ actor }))),
					topics: list(...of.topics.map((topic) => ({ topic })))
				},
				{ sources: of.sources, since }
			)
		);

const followUpOf = (id: string, since: number) =>
	fc
		.tuple(common(id, since), maybe(fc.constantFrom(...FOLLOW_UP_STATUSES)), maybe(fc.constantFrom('e-0', 'a-0', 'e-1', 'gone')))
		.map(([of, status, origin]) =>
			body(
				id,
				'follow-up',
				{
					title: title(of.title),
					...(status && { status: value(status) }),
					...(of.date && { due: value(of.date) }),
					...(origin && { arises_from: value(origin) }),
					owner: list(...of.actors.map((actor) => ({ actor })))
				},
				{ sources: of.sources, since }
			)
		);

const named = fc
	.tuple(
		fc.array(text, { minLength: 10, maxLength: 10 }),
		fc.array(maybe(date), { minLength: 3, maxLength: 3 }),
		fc.array(fc.constantFrom(...WORDS))
	)
	.map(([texts, published, others]) => {
		const titled = (id: string, kind: RecordBody['kind'], at: number) =>
			body(id, kind, { title: title(texts[at] ?? {}, at === 2 ? others : []) });
		return [
			...TRACKS.map((id, at) => titled(id, 'track', at)),
			...ACTORS.map((id, at) => titled(id, 'actor', at + 2)),
			...TOPICS.map((id, at) => titled(id, 'topic', at + 5)),
			...SOURCES.map((id, at) =>
				body(id, 'source', { title: title(texts[at + 7] ?? {}), ...(published[at] && { published: value(published[at]) }) })
			)
		];
	});

/** A small world of every kind of record, with dates in doubt, names in all scripts, gaps and conflicts. */
export const world: fc.Arbitrary<RecordBody[]> = fc
	.tuple(
		named,
		fc.tuple(eventOf('e-0', 2), eventOf('e-1', 5), eventOf('e-2', 3)),
		fc.tuple(agreementOf('a-0', 4), agreementOf('a-1', 2)),
		fc.tuple(followUpOf('f-0', 4), followUpOf('f-1', 6))
	)
	.map((groups) => groups.flat());

const IN_TIME = ['e-0', 'e-1', 'e-2', 'a-0', 'a-1', 'f-0', 'f-1'];

/** The same, with orders in time between its records: chains, circles, orders beside what is not there, contradictions. */
export const worldInOrder: fc.Arbitrary<RecordBody[]> = fc
	.tuple(
		world,
		fc.array(
			fc.record({
				id: fc.constantFrom(...IN_TIME),
				record: fc.constantFrom(...IN_TIME, 'gone', 'iran'),
				stands: fc.constantFrom(...STANDS),
				same: maybe(fc.constantFrom(...ORDER_UNITS))
			}),
			{ minLength: 1, maxLength: 5 }
		)
	)
	.map(([records, orders]) =>
		records.map((record) => {
			const own = orders
				.filter(({ id }) => id === record.id)
				.map(({ record: of, stands, same }) => ({ record: of, stands, ...(same && { same }) }));
			return own.length === 0 ? record : { ...record, fields: { ...record.fields, order: list(...own) } };
		})
	);
