import type { ColumnSet } from '#lib/columns/column-set.ts';
import type { RecordKind } from '#lib/domain/kinds.ts';
import { titleOf } from '#lib/domain/read-record.ts';
import type { Text } from '#lib/domain/text.ts';
import { foldedText, searchTerms, textMatches } from '#lib/filter/text-match.ts';
import { fold } from '#lib/language/fold.ts';
import type { ServerContext } from '../context.ts';

/** A record that a text finds. */
export interface Found {
	readonly id: string;
	readonly kind: RecordKind;
	readonly title: Text;
}

/** So many are looked at for the best of them: whoever asks for two letters gets good ones, not the best of a million. */
const LOOKED_AT = 200;

/**
 * Records of every kind whose texts hold all words of a question, the best first: those called just so, those whose title
 * begins so, those with a word that does, then the others; names of tracks, actors, topics and sources before rows.
 */
export async function findRecords({ store, desk }: ServerContext, q: string, limit: number, signal?: AbortSignal): Promise<Found[]> {
	const terms = searchTerms(q);
	if (terms.length === 0) return [];
	const named = desk.progress() === null ? namesHolding(await desk.columns(), terms) : [];
	const ids = new Set([...named.slice(0, LOOKED_AT), ...(await desk.lookUp(terms, LOOKED_AT, signal))]);
	const bodies = await store.recordsById([...ids]);
	const asked = fold(q).trim();
	const found = [...ids].flatMap((id) => {
		const body = bodies.get(id);
		if (!body) return [];
		const title = titleOf(body);
		return [{ id, kind: body.kind, title, rank: rankOf(title, asked, terms) }];
	});
	// Stable: what is equally good stays in the order it was found in.
	return found
		.sort((a, b) => a.rank - b.rank)
		.slice(0, limit)
		.map(({ id, kind, title }) => ({ id, kind, title }));
}

function namesHolding(set: ColumnSet, terms: readonly string[]): string[] {
	const ids: string[] = [];
	for (const [id, name] of set.names) if (textMatches(terms, [foldedText(name, set.spellings.get(id))])) ids.push(id);
	return ids;
}

function rankOf(title: Text, asked: string, terms: readonly string[]): number {
	let best = 3;
	for (const text of Object.values(title)) {
		const folded = fold(text).trim();
		if (folded === asked) return 0;
		if (folded.startsWith(asked)) best = Math.min(best, 1);
		else if (terms.every((term) => ` ${folded}`.includes(` ${term}`))) best = Math.min(best, 2);
	}
	return best;
}
