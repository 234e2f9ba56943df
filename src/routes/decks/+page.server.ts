import { redirect } from '@sveltejs/kit';
import { addStep } from '#lib/presenting/deck.ts';
import { decksOf, freshId, keepDeck } from '../api/decks.ts';

/** The decks; `view` names a view that is to become a step of one of them. */
export async function load({ locals, url }) {
	const decks = await decksOf(locals.context);
	return {
		decks: decks.map(({ id, changed, deck }) => ({
			id,
			changed,
			title: deck.title,
			steps: deck.steps.length,
			first: deck.steps[0]?.id ?? null
		})),
		view: url.searchParams.get('view')
	};
}

export const actions = {
	create: async ({ request, locals }) => {
		const form = await request.formData();
		const title = String(form.get('title') ?? '')
			.trim()
			.slice(0, 400);
		const view = form.get('view');
		const id = freshId();
		const empty = { title: title ? { [locals.language]: title } : {}, steps: [] };
		const deck = typeof view === 'string' ? addStep(empty, { view: view.slice(0, 8000), caption: {}, notes: {} }) : empty;
		await keepDeck(locals.context, id, 0, deck);
		redirect(303, `/decks/${id}`);
	}
};
