import { columnsFromRecords } from '#lib/columns/from-records.ts';
import { GONE, type ColumnSet } from '#lib/columns/column-set.ts';
import { filterMask } from '#lib/columns/mask.ts';
import { textMask } from '#lib/columns/text-mask.ts';
import type { RecordBody } from '#lib/domain/record.ts';
import type { Filter } from '#lib/filter/filter.ts';
import type { ServerContext } from '../context.ts';
import { BEING_BUILT, type Desk } from '../desk/desk.ts';
import { limitStore } from './limit-store.ts';
import { prune } from './prune.ts';
import type { Share } from './shares.ts';

/** A shared view holds no more records than this: its page gets all of them. */
export const MOST_SHARED = 5000;

/** What a share shows, and the context that answers for nothing else. */
export interface Limited {
	readonly context: ServerContext;
	readonly set: ColumnSet;
}

/** Why a view cannot be given: it holds so many records, or what its text finds is not known yet. */
export type Refusal = { readonly refused: 'too-many'; readonly count: number } | { readonly refused: 'being-built' };

/**
 * The context of a shared view: its store, columns and search know the records that any of its filters keeps and what these are
 * told by, as of its moment (null: now). Pages and the API are given it in the place of the whole one, so no parameter of theirs
 * can show more.
 */
export async function limitContext(
	context: ServerContext,
	moment: Pick<Share, 'seq' | 'today' | 'zone'> | null,
	filters: readonly Filter[]
): Promise<Limited | Refusal> {
	const asof = moment?.seq;
	const whole = await context.columns(asof ?? null);
	const mask = new Uint8Array(whole.count);
	for (const filter of filters) {
		const hits = await context.desk.textHits(whole, filter.q, asof ?? null);
		if (hits === BEING_BUILT) return { refused: 'being-built' };
		const own = filterMask(whole, filter, hits);
		for (let row = 0; row < mask.length; row++) mask[row]! |= own[row]!;
	}
	const rows: string[] = [];
	for (let row = 0; row < mask.length; row++) {
		if (mask[row] === 0 || whole.kind[row] === GONE) continue;
		rows.push(whole.id.at(row));
	}
	if (rows.length > MOST_SHARED) return { refused: 'too-many', count: rows.length };
	const shown = new Set(rows);
	const bodies = new Map<string, RecordBody>(await context.store.recordsById(rows, asof));
	const foreign = await gatherNames(context, whole, bodies, asof);
	const hidden = (id: string): boolean => foreign.has(id) || (!shown.has(id) && whole.id.rowOf(id) >= 0);
	const records = [...bodies.values()].map((body) => prune(body, hidden) as RecordBody);
	const set = columnsFromRecords(records, whole.seq);
	const store = limitStore(context.store, { allowed: new Set(bodies.keys()), hidden, asof });
	return {
		set,
		context: {
			...context,
			store,
			columns: () => Promise.resolve(set),
			desk: deskOf(set),
			limited: true,
			...(moment && { zone: moment.zone, today: () => moment.today })
		}
	};
}

/**
 * Tracks, actors, topics and sources that the records shown are told by, and what these name in turn. What else is said of an actor,
 * and by whom, is no part of the view.
 * @returns the sources that speak of them and of no record shown
 */
async function gatherNames(
	{ store }: ServerContext,
	whole: ColumnSet,
	bodies: Map<string, RecordBody>,
	asof: number | undefined
): Promise<ReadonlySet<string>> {
	const shown = new Set(bodies.keys());
	const others = new Set<string>();
	let fresh: readonly RecordBody[] = [...bodies.values()];
	while (fresh.length > 0) {
		const ids = new Set<string>();
		for (const body of fresh) {
			for (const text of stringsIn(body.fields)) ids.add(text);
			for (const { source, said_by: speaker } of await store.claims(body.claims))
				for (const id of [source, speaker]) if (id) (shown.has(body.id) ? ids : others).add(id);
		}
		const wanted = [...ids].filter((id) => id.length <= 200 && !bodies.has(id) && whole.id.rowOf(id) < 0);
		const found = await store.recordsById(wanted, asof);
		fresh = [...found.values()];
		for (const [id, body] of found) bodies.set(id, body);
	}
	const told = await store.recordsById(
		[...others].filter((id) => !bodies.has(id)),
		asof
	);
	return new Set([...told].flatMap(([id, { kind }]) => (kind === 'source' ? [id] : [])));
}

function* stringsIn(value: unknown): Generator<string> {
	if (typeof value === 'string') yield value;
	else if (Array.isArray(value)) for (const part of value) yield* stringsIn(part);
	else if (value && typeof value === 'object') for (const part of Object.values(value)) yield* stringsIn(part);
}

/** The set is here with all its words: nothing has to be fetched, nothing built. */
function deskOf(set: ColumnSet): Desk {
	return {
		begin: () => undefined,
		columns: () => Promise.resolve(set),
		words: () => Promise.resolve(new Map()),
		ranks: () => Promise.resolve(null),
		textHits: () => Promise.resolve(null),
		lookUp: (terms, limit) => {
			const hits = textMask(set, terms.join(' '));
			const ids: string[] = [];
			for (let row = 0; row < set.count && ids.length < limit; row++) if (hits[row] === 1) ids.push(set.id.at(row));
			return Promise.resolve(ids);
		},
		size: () => Promise.resolve(set.count),
		progress: () => null,
		search: () => ({ ready: true, waiting: 0 }),
		take: () => Promise.resolve(),
		stop: () => undefined
	};
}
