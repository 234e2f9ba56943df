import { error } from '@sveltejs/kit';
import { deckOf } from '../../../api/decks.ts';

export async function load({ locals, params }) {
	const kept = await deckOf(locals.context, params.deck);
	if (!kept) error(404, { message: 'No deck', code: 'not-found' });
	return { id: kept.id, revision: kept.revision, deck: kept.deck };
}
