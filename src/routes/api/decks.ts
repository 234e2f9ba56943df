import { readDeck, type Deck } from '#lib/presenting/deck.ts';
import type { StageState } from '#lib/presenting/stage-state.ts';
import type { ServerContext } from '#lib/server/context.ts';
import { createRooms, type Rooms } from '#lib/server/live/rooms.ts';
import type { KeptDocument } from '#lib/server/storage/store.ts';
import { problem } from './answers.ts';
import { isView } from './share-context.ts';

/** A deck as it is kept. */
export interface KeptDeck {
	readonly id: string;
	readonly revision: number;
	readonly changed: string;
	readonly deck: Deck;
}

function toDeck({ id, revision, changed, body }: KeptDocument): KeptDeck {
	return { id, revision, changed, deck: body as Deck };
}

export async function decksOf({ store }: ServerContext): Promise<readonly KeptDeck[]> {
	return (await store.documents.list('deck')).map(toDeck);
}

export async function deckOf({ store }: ServerContext, id: string): Promise<KeptDeck | null> {
	const document = await store.documents.get('deck', id);
	return document && toDeck(document);
}

/** Writes a deck over the revision it was made from. @returns the new revision; null when another stands meanwhile. */
export async function keepDeck(context: ServerContext, id: string, expected: number, deck: Deck): Promise<number | null> {
	const revision = await context.store.documents.put('deck', { id, expected, changed: new Date().toISOString(), body: deck });
	if (revision !== null) await roomsOf(context).deckChanged(id);
	return revision;
}

/** Deletes a deck; whoever follows it is told that it is over. @returns false: there is none. */
export async function deleteDeck(context: ServerContext, id: string): Promise<boolean> {
	const there = await context.store.documents.delete('deck', id);
	await roomsOf(context).endAll(id);
	return there;
}

/** A room and its deck; null when either is gone. */
export async function roomOf(context: ServerContext, token: string) {
	const room = await roomsOf(context).look(token);
	const deck = room && (await deckOf(context, room.deck));
	return deck ? { room, deck } : null;
}

/** Changes a deck as it stands now, whatever revision that is; null: there is none. */
export async function changeDeck(context: ServerContext, id: string, change: (deck: Deck) => Deck): Promise<KeptDeck | null> {
	for (;;) {
		const kept = await deckOf(context, id);
		if (!kept) return null;
		const deck = change(kept.deck);
		const read = readDeck(deck);
		if (!('deck' in read)) return kept;
		const revision = await keepDeck(context, id, kept.revision, read.deck);
		if (revision !== null) return { ...kept, deck: read.deck, revision };
	}
}

export function freshId(): string {
	return crypto.randomUUID().slice(0, 8);
}

export function noDeck(id: string): Response {
	return problem(404, { code: 'not-found', message: `There is no deck ${JSON.stringify(id)}.` });
}

/** The body of a request as JSON, or the refusal to answer with. */
export async function bodyOf(request: Request): Promise<{ readonly body: Record<string, unknown> } | { readonly refused: Response }> {
	const body: unknown = await request.json().catch(() => undefined);
	if (typeof body === 'object' && body !== null && !Array.isArray(body)) return { body: body as Record<string, unknown> };
	return { refused: problem(400, { code: 'invalid-body', message: 'The body should be a JSON object.' }) };
}

/** The first step whose view is not understood as a whole: shown, it would be all there is. */
export function badViewIn({ steps }: Deck): { readonly path: string; readonly expected: string } | null {
	const at = steps.findIndex(({ view }) => !isView(view));
	if (at >= 0) return { path: `steps.${at}.view`, expected: 'A view as the dashboard writes it behind the ? of its address.' };
	// A stage shows what is known now, whatever a step would ask for: it does not say that it shows an earlier moment.
	const past = steps.findIndex(({ view }) => new URLSearchParams(view).has('asof'));
	return past < 0 ? null : { path: `steps.${past}.view`, expected: 'A view of what is known now: without asof.' };
}

/** What is wrong with a state that is to be shown of a deck; null: nothing. */
export function badStateOf({ deck }: KeptDeck, state: StageState | null): Response | null {
	const bad = (parameter: string, message: string) => problem(400, { code: 'invalid-state', parameter, message });
	if (!state) return bad('state', 'Should be {step, view, blank, pointer}.');
	if (state.step !== '' && !deck.steps.some(({ id }) => id === state.step)) return bad('state.step', 'The deck has no such step.');
	return isView(state.view) ? null : bad('state.view', 'Should be a view as the dashboard writes it behind the ? of its address.');
}

export function badDeck({ path, expected }: { readonly path: string; readonly expected: string }): Response {
	return problem(400, { code: 'invalid-deck', parameter: path, message: expected });
}

const rooms = new WeakMap<ServerContext, Rooms>();

export function roomsOf(context: ServerContext): Rooms {
	let own = rooms.get(context);
	if (!own) rooms.set(context, (own = createRooms(context.store, Date.now)));
	return own;
}
