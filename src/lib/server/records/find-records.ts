import { GONE, type ColumnSet } from '#lib/columns/column-set.ts';
import { datePartsAt } from '#lib/columns/mask.ts';
import { foldOf, textMask } from '#lib/columns/text-mask.ts';
import { createFold } from '#lib/columns/word-folder.ts';
import type { RecordKind } from '#lib/domain/kinds.ts';
import { titleOf } from '#lib/domain/read-record.ts';
import type { RecordBody } from '#lib/domain/record.ts';
import type { Language, Text } from '#lib/domain/text.ts';
import { factsOf } from '#lib/filter/facts.ts';
import { searchTerms, textMatches } from '#lib/filter/text-match.ts';
import { datesMeant } from '#lib/language/dates-meant.ts';
import { fold } from '#lib/language/fold.ts';
import { marksOf, textRank, type Mark } from '#lib/language/highlight.ts';
import { relateParts } from '#lib/temporal/date-parts.ts';
import { edgesOf } from '#lib/temporal/edges-of.ts';
import type { Edges } from '#lib/temporal/edges.ts';
import type { ServerContext } from '../context.ts';
import { BEING_BUILT } from '../desk/desk.ts';

/** Where a text was found: in a title, another spelling, a summary or place, elsewhere in the record, in the name of an actor, topic or track it bears, or by its date. */
type FoundBy = 'title' | 'spelling' | 'summary' | 'text' | 'name' | 'date';

/** A record that a text finds. */
export interface Found {
	readonly id: string;
	readonly kind: RecordKind;
	readonly title: Text;
	/** The date it is listed under, EDTF; null when undated. */
	readonly date: string | null;
	readonly by: FoundBy;
	/** Places in the title, by language, as [start, end) of UTF-16 code units, that hold what was asked. */
	readonly marks: Readonly<Partial<Record<Language, readonly Mark[]>>>;
	/** The spelling, summary, place or name that was found, where the title is not. */
	readonly excerpt: { readonly language: Language | null; readonly text: string; readonly marks: readonly Mark[] } | null;
}

/** So many are looked at for the best of them: whoever asks for two letters gets good ones, not the best of a million. */
const LOOKED_AT = 200;
/** What bears a name that was found comes after what has the words itself, and before what is found by a date. */
const BY_NAME = 9;
/** What is found by a date comes after what is found by words. */
const BY_DATE = 10;

/**
 * Records of every kind whose texts hold all words of a question, the best first: those called just so, those whose title
 * begins so, those with a word that does, then by other spellings, summaries, and inside of words; names of tracks, actors,
 * topics and sources before rows. After them the records that bear a name so found, and where the question may be a date in any of the calendars, what is dated then:
 * certainly, then possibly.
 */
export async function findRecords(
	{ store, desk, today }: Pick<ServerContext, 'store' | 'desk' | 'today'>,
	q: string,
	limit: number,
	signal?: AbortSignal
): Promise<Found[]> {
	const terms = searchTerms(q);
	if (terms.length === 0) return [];
	const set = desk.progress() === null ? await desk.columns() : null;
	const named = set ? namesHolding(set, terms) : [];
	const worded = new Set([...named.slice(0, LOOKED_AT), ...(await desk.lookUp(terms, LOOKED_AT, signal))]);
	const bearing = set ? await recordsBearing(set, desk, q, terms, named) : new Map<string, Where>();
	const dated = set ? rowsDated(set, q, today()) : new Map<string, number>();
	const bodies = await store.recordsById([...new Set([...worded, ...bearing.keys(), ...dated.keys()])]);
	const asked = fold(q);
	const found = [...bodies].map(([id, body]) => {
		const named = bearing.get(id);
		// Of words alone that stand somewhere in a record the name says more.
		const own = worded.has(id) ? wordsFound(body, asked, terms) : null;
		if (own && !(own.by === 'text' && named)) return { id, body, ...own };
		if (named) return { id, body, rank: BY_NAME, by: 'name' as const, where: named };
		return { id, body, rank: BY_DATE + dated.get(id)!, by: 'date' as const, where: null };
	});
	const place = new Map([...worded, ...bearing.keys(), ...dated.keys()].map((id, at) => [id, at]));
	return found
		.sort((a, b) => a.rank - b.rank || place.get(a.id)! - place.get(b.id)!)
		.slice(0, limit)
		.map(({ id, body, by, where }) => {
			const title = titleOf(body);
			// Finding the places takes longer than ranking: only of what is shown.
			const excerpt = where && { ...where, marks: marksOf(where.text, terms) };
			return { id, kind: body.kind, title, date: factsOf(body).date?.edtf ?? null, by, marks: marksIn(title, terms), excerpt };
		});
}

function namesHolding(set: ColumnSet, terms: readonly string[]): string[] {
	const ids: string[] = [];
	for (const [id, name] of set.names) if (textMatches(terms, [foldOf(name, set.spellings.get(id))])) ids.push(id);
	return ids;
}

interface Where {
	readonly language: Language | null;
	readonly text: string;
}

/**
 * Records that bear a name which holds all words; of several words also those where some stand in a name and the others in the
 * record's own texts, as the dashboard's filter keeps them.
 */
async function recordsBearing(
	set: ColumnSet,
	desk: ServerContext['desk'],
	q: string,
	terms: readonly string[],
	named: readonly string[]
): Promise<Map<string, Where>> {
	const wholly = rowsBearing(set, new Set(named), terms);
	if (terms.length < 2) return wholly;
	const partly = new Set(terms.flatMap((term) => namesHolding(set, [term])));
	if (partly.size === named.length) return wholly;
	const kept = await desk.textHits(set, q);
	if (kept === BEING_BUILT) return wholly;
	const mask = kept ?? textMask(set, q);
	return new Map([...wholly, ...rowsBearing(set, partly, terms, mask)]);
}

/**
 * Rows that bear one of some names, each with the name as it was found: the latest first, undated ones last.
 * @param mask only rows that are not 0 in it
 */
function rowsBearing(set: ColumnSet, named: ReadonlySet<string>, terms: readonly string[], mask?: Uint8Array): Map<string, Where> {
	if (named.size === 0) return new Map();
	const columns = [set.actors, set.topics, { ...set.track, offsets: null }].map(({ values, codes, offsets }) => {
		const hits = Uint8Array.from(values, (id) => Number(named.has(id)));
		return { values, codes, offsets, hits, any: hits.includes(1) };
	});
	const nameAt = (row: number): string | null => {
		for (const { values, codes, offsets, hits, any } of columns) {
			if (!any) continue;
			const to = offsets ? offsets[row + 1]! : row + 1;
			for (let at = offsets ? offsets[row]! : row; at < to; at++) if (hits[codes[at]!] === 1) return values[codes[at]!]!;
		}
		return null;
	};
	const start = (row: number) => (Number.isNaN(set.earliestStart[row]!) ? -Infinity : set.earliestStart[row]!);
	const latest: number[] = [];
	for (let row = 0; row < set.count; row++) {
		// A well-known name is borne by very many: only a row later than the last of those kept is looked at.
		if (
			set.kind[row] === GONE ||
			mask?.[row] === 0 ||
			(latest.length >= LOOKED_AT && start(row) <= start(latest.at(-1)!)) ||
			nameAt(row) === null
		)
			continue;
		latest.splice(placeAmong(latest, start(row), start), 0, row);
		if (latest.length > LOOKED_AT) latest.pop();
	}
	return new Map(latest.map((row) => [set.id.at(row), whereNamed(set, nameAt(row)!, terms)]));
}

/** Where a row of this start belongs among rows by start, the latest first: behind its equals. */
function placeAmong(rows: readonly number[], own: number, start: (row: number) => number): number {
	let [low, high] = [0, rows.length];
	while (low < high) {
		const middle = (low + high) >> 1;
		if (start(rows[middle]!) >= own) low = middle + 1;
		else high = middle;
	}
	return low;
}

/** The name of an id, or the spelling of it, that holds one of the terms. */
function whereNamed(set: ColumnSet, id: string, terms: readonly string[]): Where {
	const name = set.names.get(id) ?? {};
	const holds = (folded: string) => terms.some((term) => textMatches([term], [folded]));
	for (const [language, text] of Object.entries(name))
		if (holds(foldOf({ [language]: text }))) return { language: language as Language, text };
	for (const text of set.spellings.get(id) ?? []) if (holds(foldOf(null, [text]))) return { language: null, text };
	const [language, text] = Object.entries(name)[0] ?? [null, id];
	return { language: language as Language | null, text };
}

/** Rows within a date that the question may mean (0) and rows that may be (1), the soonest known to have begun first. */
function rowsDated(set: ColumnSet, q: string, today: number): Map<string, number> {
	const spans = datesMeant(q, { today }).map(({ edtf }) => edgesOf(edtf));
	const [within, perhaps]: [number[], number[]] = [[], []];
	if (spans.length === 0) return new Map();
	for (let row = 0; row < set.count && within.length < LOOKED_AT; row++) {
		const certainty = howDated(set, row, spans);
		if (certainty === 0) within.push(row);
		else if (certainty === 1 && perhaps.length < LOOKED_AT) perhaps.push(row);
	}
	const sooner = (a: number, b: number) =>
		set.latestEnd[a]! - set.earliestStart[a]! - (set.latestEnd[b]! - set.earliestStart[b]!) ||
		set.earliestStart[a]! - set.earliestStart[b]! ||
		a - b;
	const ranked: [string, number][] = [];
	for (const row of within.sort(sooner)) ranked.push([set.id.at(row), 0]);
	for (const row of perhaps.sort((a, b) => a - b)) ranked.push([set.id.at(row), 1]);
	return new Map(ranked.slice(0, LOOKED_AT));
}

/** 255 as a kind: a row that is gone. */
function howDated(set: ColumnSet, row: number, spans: readonly Edges[]): 0 | 1 | null {
	const [start, end] = [set.earliestStart[row]!, set.latestEnd[row]!];
	if (set.kind[row] === 255 || Number.isNaN(start)) return null;
	const parts = datePartsAt(set, row);
	let certainty: 1 | null = null;
	for (const { earliestStart, latestEnd } of spans) {
		if (start >= earliestStart && end <= latestEnd) return 0;
		const isNear = start < latestEnd && end > earliestStart;
		if (isNear && (!parts || relateParts('overlaps', parts, earliestStart, latestEnd) !== 'no')) certainty = 1;
	}
	return certainty;
}

/** How well each part of a record holds the words, by the rank of the part and `textRank` in it. */
const RANKS: Readonly<Record<'title' | 'spelling' | 'summary', readonly [number, number, number, number]>> = {
	title: [0, 1, 2, 6],
	spelling: [3, 3, 3, 6],
	summary: [4, 4, 4, 7]
};

/** The records found first bear the same words again and again. */
const foldKnown = createFold(20_000);

function wordsFound(body: RecordBody, asked: string, terms: readonly string[]) {
	const { title, spellings, summary, place } = factsOf(body);
	let best: { rank: number; by: FoundBy; language: Language | null; text: string } = { rank: 8, by: 'text', language: null, text: '' };
	const see = (by: keyof typeof RANKS, language: Language | null, text: string) => {
		if (RANKS[by][0] >= best.rank) return;
		const held = textRank(text, asked, terms, foldKnown);
		if (held === null) return;
		const rank = RANKS[by][held];
		if (rank < best.rank) best = { rank, by, language, text };
	};
	for (const [language, text] of Object.entries(title)) see('title', language as Language, text);
	for (const text of spellings) see('spelling', null, text);
	for (const each of [summary, place])
		for (const [language, text] of Object.entries(each ?? {})) see('summary', language as Language, text);
	const { rank, by, language, text } = best;
	return { rank, by, where: by === 'title' || by === 'text' ? null : { language, text } };
}

function marksIn(title: Text, terms: readonly string[]): Found['marks'] {
	const marks: Partial<Record<Language, readonly Mark[]>> = {};
	for (const [language, text] of Object.entries(title)) {
		const held = marksOf(text, terms);
		if (held.length > 0) marks[language as Language] = held;
	}
	return marks;
}
