import type { ColumnSet } from '#lib/columns/column-set.ts';
import { columnsFromParts } from '#lib/columns/share.ts';
import { textIndexFromParts, type TextIndex } from '#lib/columns/text-index.ts';
import { titleOf } from '#lib/domain/read-record.ts';
import type { RecordBody } from '#lib/domain/record.ts';
import { LANGUAGES, type Language } from '#lib/language/locales.ts';
import type { Store } from '../storage/store.ts';
import type { FromDeskWorker } from './desk-worker.ts';
import { keptIndex, keptTitles } from './keep-whole-set.ts';
import type { ReadKept } from './kept-reader.ts';
import { placeTitles } from './place-titles.ts';
import { changesBetween, type Changes } from './whole-set.ts';

/** A text index, and the seq of the texts it was built from. */
export interface HeldIndex {
	readonly index: TextIndex;
	readonly builtAt: number;
}

/** What belongs to columns and comes after them. Patched columns share it with those they came from, and it follows them. */
export interface HeldSide {
	index: HeldIndex | null;
	titles: Partial<Record<Language, Uint32Array>>;
	/** What has changed while a worker still works it out; null: nobody does. */
	later: Changes[] | null;
}

/** The columns of one state of the ledger with what belongs to them. */
export interface Held {
	readonly set: ColumnSet;
	readonly side: HeldSide;
}

export function held(set: ColumnSet, titles: HeldSide['titles'] = {}): Held {
	return { set, side: { index: null, titles, later: null } };
}

/** Columns as a worker sends them; index and ranks are to follow. */
export function takeColumns({ set }: Extract<FromDeskWorker, { type: 'columns' }>): Held {
	return { set: columnsFromParts(set), side: { index: null, titles: {}, later: [] } };
}

/** Ranks and index as a worker sends them. What is `now` of the same side may have moved on. */
export async function takeSide(
	store: Store,
	{ set, side }: Held,
	message: Extract<FromDeskWorker, { type: 'side' }>,
	now: () => ColumnSet
): Promise<void> {
	side.titles = message.titles;
	const index = textIndexFromParts(message.index);
	const later = side.later ?? [];
	// Nobody is answered from texts that have changed meanwhile.
	for (const changes of later) followTexts(index, now(), changes);
	side.index = { index, builtAt: set.seq };
	side.later = null;
	for (const changes of later) await followSide(store, { set: now(), side }, changes);
}

/** Puts the index and the ranks that were kept at a seq beside columns that may have moved on since. */
export async function takeKeptSide(
	store: Store,
	read: ReadKept,
	{ set, side }: Held,
	{ keptAt, since }: { readonly keptAt: number; readonly since: Changes | null }
): Promise<void> {
	const index = await keptIndex(read, keptAt);
	if (index) {
		if (since) followTexts(index, set, since);
		side.index = { index, builtAt: keptAt };
	}
	for (const language of LANGUAGES) {
		const titles = await keptTitles(read, language, keptAt);
		if (titles) side.titles[language] = titles;
		await others();
	}
	if (since) await followSide(store, { set, side }, since);
}

function rowsOfChanged(set: ColumnSet, changes: Changes): ReadonlyMap<number, RecordBody> {
	const rows = new Map<number, RecordBody>();
	for (const body of changes.bodies) {
		const row = set.id.rowOf(body.id);
		if (row >= 0) rows.set(row, body);
	}
	return rows;
}

/** Texts that have changed, in one go. */
function followTexts(index: TextIndex, set: ColumnSet, changes: Changes): ReadonlyMap<number, RecordBody> {
	const rows = rowsOfChanged(set, changes);
	for (const [row, body] of rows) index.setRecord(row, body);
	return rows;
}

/** Brings index and ranks up to the columns they stand beside, after these changes. */
export async function followSide(store: Store, { set, side }: Held, changes: Changes): Promise<void> {
	if (side.later) return void side.later.push(changes);
	const rows = side.index ? followTexts(side.index.index, set, changes) : rowsOfChanged(set, changes);
	if (rows.size === 0) return;
	const titles = new Map([...rows].map(([row, body]) => [row, titleOf(body)]));
	const titleAt = async (row: number) => {
		const body = await store.record(set.id.at(row), set.seq);
		return body && titleOf(body);
	};
	for (const language of LANGUAGES) {
		const old = side.titles[language];
		if (old) side.titles[language] = await placeTitles(old, set.count, titles, titleAt, language);
		await others();
	}
}

/** Other requests go between. */
function others(): Promise<void> {
	return new Promise((next) => setImmediate(next));
}

/** The index of now, as the texts stood at an earlier seq. */
export async function indexAsOf(store: Store, now: HeldIndex, set: ColumnSet): Promise<HeldIndex> {
	const index = textIndexFromParts(now.index.parts);
	const { bodies } = await changesBetween(store, Math.min(now.builtAt, set.seq), set.seq);
	for (const body of bodies) {
		const row = set.id.rowOf(body.id);
		if (row >= 0) index.setRecord(row, body);
	}
	return { index, builtAt: now.builtAt };
}
