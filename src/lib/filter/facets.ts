import { AGREEMENT_KINDS, EVENT_KINDS, EVENT_STATUSES, FOLLOW_UP_STATUSES, STAGES, type RecordKind } from '#lib/domain/kinds.ts';
import { TABLES, type TableName } from './filter.ts';

/** What can be asked value by value. */
export const FACETS = ['kind', 'status', 'track', 'topic', 'actor', 'source', 'stage', 'conflict', 'place'] as const;
export type Facet = (typeof FACETS)[number];

/** A table's own name for a facet. */
const FACET_OF_COLUMN: Readonly<Record<string, Facet>> = {
	parties: 'actor',
	participants: 'actor',
	owner: 'actor',
	topics: 'topic',
	sources: 'source'
};

/** The facet a table's column is filtered by; undefined when it has none. */
export function facetOf(column: string): Facet | undefined {
	return (FACETS as readonly string[]).includes(column)
		? (column as Facet)
		: Object.hasOwn(FACET_OF_COLUMN, column)
			? FACET_OF_COLUMN[column]
			: undefined;
}

/** The kind of record a table's rows are. */
export const KIND_OF_TABLE: Readonly<Record<TableName, RecordKind>> = {
	agreements: 'agreement',
	events: 'event',
	'follow-ups': 'follow-up'
};

/** Every prefixed kind, in the order the interface lists them: the order of `kind` when sorted. */
export const SUBKINDS: readonly string[] = [
	...EVENT_KINDS.map((kind) => `event:${kind}`),
	...AGREEMENT_KINDS.map((kind) => `agreement:${kind}`),
	'follow-up'
];

/** Every prefixed status, in the order things come about: the order of `status` when sorted. */
export const STATUSES: readonly string[] = [
	...EVENT_STATUSES.map((status) => `event:${status}`),
	...STAGES.map((stage) => `agreement:${stage}`),
	...FOLLOW_UP_STATUSES.map((status) => `follow-up:${status}`)
];

/** What `Filter.kind` may hold. */
export const KIND_CHOICES: readonly string[] = ['event', 'agreement', ...SUBKINDS];

/** Values of the facet `conflict`. */
export const DIFFER = 'differ';
export const AGREE = 'agree';

/** `agreements.stage` → its table and facet; undefined when there is no such table or the column has no facet. */
export function columnFacet(path: string): { readonly table: TableName; readonly facet: Facet } | undefined {
	const dot = path.indexOf('.');
	const table = TABLES.find((name) => name === path.slice(0, dot));
	const facet = facetOf(path.slice(dot + 1));
	return table && facet && { table, facet };
}
