import { partsOf, partsWithin, relateParts } from '#lib/temporal/date-parts.ts';
import type { Certainty } from '#lib/temporal/edges.ts';
import { edgesOf } from '#lib/temporal/edges-of.ts';
import { before, relate } from '#lib/temporal/relation.ts';
import type { RecordBody } from '#lib/domain/record.ts';
import type { RecordContext } from './context.ts';
import { AGREE, columnFacet, DIFFER, KIND_OF_TABLE, type Facet } from './facets.ts';
import { datedEdges, factsOf, plainText, type Facts } from './facts.ts';
import type { Filter } from './filter.ts';
import { foldedText, searchTerms, textMatches } from './text-match.ts';

/**
 * Whether a record answers a filter: the slow, obvious meaning that every fast mask is held against.
 * @throws RangeError when the filter's `published` is not EDTF.
 */
export function matches(body: RecordBody, filter: Filter, context: RecordContext): Certainty {
	const facts = factsOf(body);
	const some = (chosen: readonly string[], facet: Facet) =>
		chosen.length === 0 || facetValues(facts, facet, context).some((value) => chosen.includes(value));

	if (filter.tables.length && !filter.tables.some((table) => KIND_OF_TABLE[table] === facts.kind)) return 'no';
	if (!some(filter.kind, 'kind') && !filter.kind.includes(facts.kind)) return 'no';
	if (!some(filter.status, 'status') || !some(filter.track, 'track')) return 'no';
	if (!some(filter.topic, 'topic') || !some(filter.actor, 'actor')) return 'no';
	if (filter.conflict && facts.conflicts === 0) return 'no';
	for (const [path, chosen] of Object.entries(filter.columns)) {
		const column = columnFacet(path);
		if (column && KIND_OF_TABLE[column.table] === facts.kind && !some(chosen, column.facet)) return 'no';
	}
	if (!textMatches(searchTerms(filter.q), foldedTexts(facts, context))) return 'no';
	return lesser(dateCertainty(facts, filter, context), publishedCertainty(facts, filter, context));
}

/** A record's values of one facet; [''] when none is reported. */
export function facetValues(facts: Facts, facet: Facet, context: RecordContext): readonly string[] {
	const values: Readonly<Record<Facet, readonly string[]>> = {
		kind: [facts.subkind],
		status: [facts.status],
		track: [trackOf(facts, context)],
		topic: facts.topics,
		actor: facts.actors,
		source: facts.sources,
		stage: facts.stages,
		conflict: [facts.conflicts ? DIFFER : AGREE],
		place: [plainText(facts.place)]
	};
	return values[facet].length ? values[facet] : [''];
}

/** A record's track; a follow-up's is that of what it arises from. */
export function trackOf(facts: Pick<Facts, 'kind' | 'track' | 'arisesFrom'>, context: Pick<RecordContext, 'tracks'>): string {
	return facts.kind === 'follow-up' ? (context.tracks.get(facts.arisesFrom) ?? '') : facts.track;
}

function foldedTexts(facts: Facts, context: RecordContext): string[] {
	const named = [trackOf(facts, context), ...facts.topics, ...facts.actors];
	return [
		foldedText(facts.title, facts.spellings),
		foldedText(facts.summary),
		foldedText(facts.place),
		...named.map((id) => foldedText(context.names.get(id), context.spellings.get(id)))
	];
}

/**
 * By the date as known orders narrow it: what is filtered is what is drawn. A set open to both sides is drawn as not dated, and
 * still leaves out what lies in its gap.
 */
function dateCertainty({ id, date }: Facts, filter: Filter, { narrowed }: Pick<RecordContext, 'narrowed'>): Certainty {
	if (!filter.within) return 'certainly';
	const { start, end } = filter.within;
	const now = narrowed?.get(id);
	const stated = date && partsOf(date.edtf);
	const parts = stated && now ? partsWithin(stated, now) : stated;
	if (parts) return keptAt(relateParts(filter.relation, parts, start, end), filter);
	const edges = now ?? datedEdges(date);
	if (!edges) return filter.undated ? 'possibly' : 'no';
	return keptAt(relate(filter.relation, edges, start, end), filter);
}

function publishedCertainty(facts: Facts, filter: Filter, context: RecordContext): Certainty {
	if (filter.published === null) return 'certainly';
	const day = edgesOf(filter.published).latestEnd;
	const answers = facts.sources.map((source): Certainty => {
		const published = context.published.get(source);
		return published === undefined ? 'possibly' : before(edgesOf(published), day);
	});
	return keptAt(answers.includes('certainly') ? 'certainly' : answers.includes('possibly') ? 'possibly' : 'no', filter);
}

function keptAt(certainty: Certainty, filter: Filter): Certainty {
	return certainty === 'possibly' && !filter.possible ? 'no' : certainty;
}

function lesser(a: Certainty, b: Certainty): Certainty {
	return a === 'no' || b === 'no' ? 'no' : a === 'possibly' || b === 'possibly' ? 'possibly' : 'certainly';
}
