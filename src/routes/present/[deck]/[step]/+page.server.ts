import { error } from '@sveltejs/kit';
import { stepView } from '../../../parts/step-view.ts';
import { pageDeskOf } from '../../../parts/page-desk-of.ts';
import { deckOf } from '../../../api/decks.ts';

/** The deck and the records its steps are drawn from. The step shown changes in the page; only the first is prepared here. */
export async function load({ locals, params, untrack }) {
	const { context, language } = locals;
	const kept = await deckOf(context, params.deck);
	if (!kept) error(404, { message: 'No deck', code: 'not-found' });
	const name = untrack(() => params.step);
	const step = kept.deck.steps.find(({ id }) => id === name) ?? kept.deck.steps[0];
	const set = await context.desk.columns();
	return {
		id: kept.id,
		revision: kept.revision,
		deck: kept.deck,
		desk: await pageDeskOf(context, set, null, stepView(step?.view ?? '', language))
	};
}
