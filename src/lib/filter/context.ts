import type { RecordBody } from '#lib/domain/record.ts';
import type { Edges } from '#lib/temporal/edges.ts';
import type { Text } from '#lib/domain/text.ts';
import { factsOf } from './facts.ts';

/** What a question needs to know of records other than the one asked. */
export interface RecordContext {
	/** Names of tracks, actors, topics and sources. */
	readonly names: ReadonlyMap<string, Text>;
	/** Other titles and spellings of any record. */
	readonly spellings: ReadonlyMap<string, readonly string[]>;
	/** Event or agreement → its track: where a follow-up's track comes from. */
	readonly tracks: ReadonlyMap<string, string>;
	/** Source → the EDTF date it was published. */
	readonly published: ReadonlyMap<string, string>;
	/** Record → what its known order leaves of its date; missing: all dates are as stated. */
	readonly narrowed?: ReadonlyMap<string, Edges>;
}

/** The context a set of records makes. */
export function contextOf(records: Iterable<RecordBody>): RecordContext {
	const names = new Map<string, Text>();
	const spellings = new Map<string, readonly string[]>();
	const tracks = new Map<string, string>();
	const published = new Map<string, string>();
	for (const body of records) {
		const facts = factsOf(body);
		if (facts.spellings.length) spellings.set(facts.id, facts.spellings);
		if (facts.kind === 'event' || facts.kind === 'agreement') {
			if (facts.track) tracks.set(facts.id, facts.track);
		} else if (facts.kind !== 'follow-up') names.set(facts.id, facts.title);
		if (facts.kind === 'source' && facts.date) published.set(facts.id, facts.date.edtf);
	}
	return { names, spellings, tracks, published };
}
