import { json } from '@sveltejs/kit';
import { readDeck } from '#lib/presenting/deck.ts';
import { unknownParameter } from '../../answers.ts';
import { badDeck, badViewIn, bodyOf, decksOf, freshId, keepDeck } from '../../decks.ts';

/** All decks, last changed first. */
export async function GET({ locals, url }) {
	const refused = unknownParameter(url.searchParams, ['lang']);
	if (refused) return refused;
	const items = await decksOf(locals.context);
	return json({ items: items.map(({ deck, ...kept }) => ({ kind: 'deck', ...kept, ...deck })), next: null });
}

/** A new deck: `{title, steps?}`. */
export async function POST({ locals, request }) {
	const read = await bodyOf(request);
	if ('refused' in read) return read.refused;
	const deck = readDeck({ title: read.body.title ?? {}, steps: read.body.steps ?? [] });
	if (!('deck' in deck)) return badDeck(deck);
	const badView = badViewIn(deck.deck);
	if (badView) return badDeck(badView);
	const id = freshId();
	const revision = await keepDeck(locals.context, id, 0, deck.deck);
	return json({ id, revision, ...deck.deck }, { status: 201, headers: { location: `/api/v1/decks/${id}` } });
}
