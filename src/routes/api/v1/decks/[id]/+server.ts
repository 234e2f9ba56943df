import { json } from '@sveltejs/kit';
import { readDeck } from '#lib/presenting/deck.ts';
import { problem, unknownParameter } from '../../../answers.ts';
import { badDeck, badViewIn, bodyOf, deckOf, deleteDeck, keepDeck, noDeck } from '../../../decks.ts';

export async function GET({ locals, params, url }) {
	const refused = unknownParameter(url.searchParams, ['lang']);
	if (refused) return refused;
	const kept = await deckOf(locals.context, params.id);
	if (!kept) return noDeck(params.id);
	const { deck, ...rest } = kept;
	return json({ kind: 'deck', ...rest, ...deck });
}

/** Puts `{title, steps, revision}` in the place of the revision it was made from. */
export async function PUT({ locals, params, request }) {
	const read = await bodyOf(request);
	if ('refused' in read) return read.refused;
	const { revision, title, steps } = read.body;
	const kept = await deckOf(locals.context, params.id);
	if (!kept) return noDeck(params.id);
	const deck = readDeck({ title, steps });
	if (!('deck' in deck)) return badDeck(deck);
	const badView = badViewIn(deck.deck);
	if (badView) return badDeck(badView);
	const next = revision === kept.revision ? await keepDeck(locals.context, params.id, kept.revision, deck.deck) : null;
	if (next === null)
		return problem(409, {
			code: 'changed-meanwhile',
			message: `The deck is at revision ${kept.revision} now. Read it again and put your change on top.`
		});
	return json({ id: params.id, revision: next, ...deck.deck });
}

export async function DELETE({ locals, params }) {
	return (await deleteDeck(locals.context, params.id)) ? new Response(null, { status: 204 }) : noDeck(params.id);
}
