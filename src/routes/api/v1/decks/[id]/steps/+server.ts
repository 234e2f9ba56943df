import { json } from '@sveltejs/kit';
import { addStep, readDeck, type Step } from '#lib/presenting/deck.ts';
import { badDeck, badViewIn, bodyOf, changeDeck, deckOf, noDeck } from '../../../../decks.ts';

/** Adds a step behind the others: `{view, caption?, notes?}`. */
export async function POST({ locals, params, request }) {
	const read = await bodyOf(request);
	if ('refused' in read) return read.refused;
	const { view = '', caption = {}, notes = {} } = read.body;
	const kept = await deckOf(locals.context, params.id);
	if (!kept) return noDeck(params.id);
	const step = { view, caption, notes } as Omit<Step, 'id'>;
	const tried = readDeck(addStep(kept.deck, step));
	if (!('deck' in tried)) return badDeck(tried);
	const badView = badViewIn({ ...tried.deck, steps: [tried.deck.steps.at(-1)!] });
	if (badView) return badDeck({ ...badView, path: 'view' });
	const changed = await changeDeck(locals.context, params.id, (deck) => addStep(deck, step));
	if (!changed) return noDeck(params.id);
	return json({ id: changed.deck.steps.at(-1)?.id, n: changed.deck.steps.length, revision: changed.revision }, { status: 201 });
}
