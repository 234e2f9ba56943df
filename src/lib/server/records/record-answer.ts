import { withDateFlags } from '#lib/language/date-text/flag-dates.ts';
import type { ColumnSet } from '#lib/columns/column-set.ts';
import { ROW_KINDS } from '#lib/columns/row.ts';
import { narrowedEdges } from '#lib/columns/known-order.ts';
import type { RecordedClaim } from '#lib/domain/claim.ts';
import type { RecordKind } from '#lib/domain/kinds.ts';
import { edtfOfNarrowed } from '#lib/domain/known-order.ts';
import { conflictsOf, dateOf, titleOf } from '#lib/domain/read-record.ts';
import { ledgerOfPromises, type PromiseLedger } from '#lib/domain/promises.ts';
import type { RecordBody, Version } from '#lib/domain/record.ts';
import type { Text } from '#lib/domain/text.ts';
import { factsOf } from '#lib/filter/facts.ts';
import type { ServerContext } from '../context.ts';
import { orderFlagsOf, type OrderFlag } from './order-flags.ts';
import { relatedTo, type Related } from './related.ts';

/** What an id mentioned in an answer is called and which kind it is, so that it can be linked to. */
export interface Mention {
	readonly kind: RecordKind;
	readonly title: Text;
	/** What a list tells of it beside its name; null: it is no event, agreement or follow-up. */
	readonly listed: Listed | null;
}

/** A record in a list of them. */
export interface Listed {
	/** EDTF of the date it is listed under; null: none is known. */
	readonly date: string | null;
	/** Prefixed status or stage, '' when not reported. */
	readonly status: string;
	/** Sources differ on some of it. */
	readonly differs: boolean;
}

/** What a list tells of a record beside its name. */
export function listedAs(body: RecordBody): Listed | null {
	if (!(ROW_KINDS as readonly string[]).includes(body.kind)) return null;
	const { date, status, conflicts } = factsOf(body);
	return { date: date?.edtf ?? null, status, differs: conflicts > 0 };
}

/** One step of a record's history: what an entry of the ledger did to it. */
export interface HistoryStep {
	readonly seq: number;
	/** ISO instant. */
	readonly at: string;
	readonly entry: string;
	readonly what: 'new' | 'changed' | 'gone';
	/** Names of the fields that changed. */
	readonly fields: readonly string[];
}

/** A record with all that holds it up: the record page, the detail panel and the API give this same answer. */
export interface RecordAnswer {
	readonly id: string;
	readonly kind: RecordKind;
	readonly title: Text;
	readonly fields: RecordBody['fields'];
	readonly conflicts: readonly { readonly path: string; readonly voices: number; readonly versions: readonly Version[] }[];
	readonly claims: readonly RecordedClaim[];
	/** Records of the sources the claims come from, and of those they pass on. */
	readonly sources: Readonly<Record<string, RecordBody>>;
	readonly related: readonly Related[];
	readonly mentions: Readonly<Record<string, Mention>>;
	readonly history: readonly HistoryStep[];
	/** EDTF of the days its known order leaves it, where that says more than its own date; null: nothing more. Derived. */
	readonly narrowed: string | null;
	/** Stated orders of which this record is an end and which cannot hold. Derived. */
	readonly orderFlags: readonly OrderFlag[];
	/** What was promised of a follow-up or of an event once planned, how it moved and how it ended; null: nothing was. */
	readonly promises: PromiseLedger | null;
	/** Row facts for marks, where the record is drawn at all. */
	readonly seq: number;
}

/**
 * The record with an id, following merges, as of a seq (default: now).
 * @returns null when there is none; `moved` when the id was merged into another.
 */
export async function answerRecord(
	context: ServerContext,
	id: string,
	asof?: number
): Promise<{ readonly answer: RecordAnswer } | { readonly moved: string; readonly kind: RecordKind } | null> {
	const { store } = context;
	const target = await store.alias(id, asof);
	const body = await store.record(target, asof);
	if (!body) return null;
	if (target !== id) return { moved: target, kind: body.kind };
	const set = await context.columns(asof);
	const claims = await store.claims(body.claims);
	const sources = await sourcesOf(context, claims, asof);
	const related = relatedTo(set, body);
	const orderFlags = orderFlagsOf(set, body.id);
	const mentions = await mentionsIn(
		context,
		set,
		body,
		claims,
		sources,
		[...related, { ids: orderFlags.map(({ record }) => record) }],
		asof
	);
	return {
		answer: {
			id: body.id,
			kind: body.kind,
			title: titleOf(body),
			fields: withDateFlags(body.fields),
			conflicts: withDateFlags(conflictsOf(body)),
			claims: withDateFlags(claims),
			sources,
			related,
			mentions,
			history: await historyOf(context, id, asof),
			narrowed: narrowedDate(set, body.id),
			orderFlags,
			promises: promisesOf(body, claims, sources),
			seq: set.seq
		}
	};
}

function narrowedDate(set: ColumnSet, id: string): string | null {
	const row = set.id.rowOf(id);
	const edges = row < 0 ? null : narrowedEdges(set, row);
	return edges && edtfOfNarrowed(edges);
}

function promisesOf(
	{ kind }: RecordBody,
	claims: readonly RecordedClaim[],
	sources: Readonly<Record<string, RecordBody>>
): PromiseLedger | null {
	if (kind !== 'event' && kind !== 'follow-up') return null;
	const publishedOn = (id: string) => {
		const source = sources[id];
		return source && dateOf(source, 'published')?.edtf;
	};
	const ledger = ledgerOfPromises(kind, claims, publishedOn);
	return ledger.steps.length === 0 ? null : ledger;
}

async function sourcesOf(context: ServerContext, claims: readonly RecordedClaim[], asof?: number): Promise<Record<string, RecordBody>> {
	const sources: Record<string, RecordBody> = {};
	const wanted = new Set(claims.map((claim) => claim.source));
	for (const id of wanted) {
		const source = await context.store.record(await context.store.alias(id, asof), asof);
		if (!source) continue;
		sources[id] = source;
		const passedOn = source.fields.passes_on;
		if (passedOn?.shape === 'value' && typeof passedOn.value === 'string') wanted.add(passedOn.value);
	}
	return sources;
}

/** Every string in a value that could be an id; whether it is one, the store says. */
function* stringsIn(value: unknown): Generator<string> {
	if (typeof value === 'string') yield value;
	else if (Array.isArray(value)) for (const part of value) yield* stringsIn(part);
	else if (value && typeof value === 'object') for (const part of Object.values(value)) yield* stringsIn(part);
}

async function mentionsIn(
	context: ServerContext,
	set: ColumnSet,
	body: RecordBody,
	claims: readonly RecordedClaim[],
	sources: Readonly<Record<string, RecordBody>>,
	related: readonly Pick<Related, 'ids'>[],
	asof?: number
): Promise<Record<string, Mention>> {
	const candidates = new Set<string>([...stringsIn(body.fields), ...Object.keys(sources), ...related.flatMap((group) => group.ids)]);
	for (const claim of claims) {
		candidates.add(claim.source);
		if (claim.said_by) candidates.add(claim.said_by);
		for (const text of stringsIn(claim.fields)) candidates.add(text);
	}
	for (const source of Object.values(sources)) for (const text of stringsIn(source.fields.passes_on)) candidates.add(text);
	const ids = [...candidates].filter(
		(id) => id.length <= 200 && (set.names.has(id) || set.id.rowOf(id) >= 0 || /^[a-z0-9][a-z0-9-]*$/i.test(id))
	);
	const bodies = await context.store.recordsById(ids, asof);
	const mentions: Record<string, Mention> = {};
	for (const id of ids) {
		// Few are merged: those are looked up one by one.
		const found = bodies.get(id) ?? (await mergedInto(context, id, asof));
		if (found) mentions[id] = { kind: found.kind, title: titleOf(found), listed: listedAs(found) };
	}
	return mentions;
}

async function mergedInto({ store }: ServerContext, id: string, asof?: number): Promise<RecordBody | null> {
	const into = await store.alias(id, asof);
	return into === id ? null : store.record(into, asof);
}

async function historyOf(context: ServerContext, id: string, asof = Infinity): Promise<HistoryStep[]> {
	const steps: HistoryStep[] = [];
	let before: RecordBody | null = null;
	for (const version of await context.store.history(id)) {
		if (version.fromSeq > asof) break;
		const entry = await context.store.entry(version.fromSeq);
		if (!entry) continue;
		steps.push({
			seq: version.fromSeq,
			at: entry.at,
			entry: entry.body.kind,
			what: version.body === null ? 'gone' : before === null ? 'new' : 'changed',
			fields: changedFields(before, version.body)
		});
		before = version.body;
	}
	return steps.reverse();
}

/** Names of the fields that differ between two bodies of one record. */
export function changedFields(before: RecordBody | null, after: RecordBody | null): string[] {
	const names = new Set([...Object.keys(before?.fields ?? {}), ...Object.keys(after?.fields ?? {})]);
	return [...names].filter((name) => JSON.stringify(before?.fields[name]) !== JSON.stringify(after?.fields[name]));
}
