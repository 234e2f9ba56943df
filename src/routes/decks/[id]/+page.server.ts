import { error, fail, redirect } from '@sveltejs/kit';
import { LANGUAGES } from '#lib/language/locales.ts';
import { addStep, duplicateStep, moveStep, readDeck, removeStep, tidyWords, type StageWords } from '#lib/presenting/deck.ts';
import { changeDeck, deckOf, keepDeck } from '../../api/decks.ts';

export async function load({ locals, params, setHeaders }) {
	const kept = await deckOf(locals.context, params.id);
	if (!kept) error(404, { message: 'No deck', code: 'not-found' });
	setHeaders({ 'cache-control': 'no-store' });
	return { id: kept.id, revision: kept.revision, deck: kept.deck };
}

function wordsIn(form: FormData, name: string): StageWords {
	return tidyWords(Object.fromEntries(LANGUAGES.map((language) => [language, String(form.get(`${name}.${language}`) ?? '')])));
}

/** One act on a step, by a button of its form. */
const ACTS = {
	earlier: moveStep,
	later: moveStep,
	duplicate: duplicateStep,
	remove: removeStep
} as const;

export const actions = {
	/** All words of the deck at once: what stands in the fields is what is kept. */
	save: async ({ request, locals, params }) => {
		const form = await request.formData();
		const kept = await deckOf(locals.context, params.id);
		if (!kept) error(404, { message: 'No deck', code: 'not-found' });
		const deck = {
			title: wordsIn(form, 'title'),
			steps: kept.deck.steps.map((step) =>
				form.has(`caption.${step.id}.${LANGUAGES[0]}`)
					? { ...step, caption: wordsIn(form, `caption.${step.id}`), notes: wordsIn(form, `notes.${step.id}`) }
					: step
			)
		};
		const read = readDeck(deck);
		const stale = Number(form.get('revision')) !== kept.revision;
		const revision = stale || !('deck' in read) ? null : await keepDeck(locals.context, params.id, kept.revision, read.deck);
		// What was typed goes back into the fields.
		if (revision === null) return fail(409, { stale: true, typed: deck });
		const act = String(form.get('act') ?? '');
		const [name = '', step = ''] = act.split(' ');
		if (Object.hasOwn(ACTS, name)) {
			await changeDeck(locals.context, params.id, (now) => ACTS[name as keyof typeof ACTS](now, step, name === 'earlier' ? -1 : 1));
			return { saved: false };
		}
		return { saved: true };
	},
	add: async ({ request, locals, params }) => {
		const form = await request.formData();
		const view = String(form.get('view') ?? '').slice(0, 8000);
		await changeDeck(locals.context, params.id, (deck) => addStep(deck, { view, caption: {}, notes: {} }));
		redirect(303, `/decks/${params.id}`);
	},
	remove: async ({ locals, params }) => {
		await locals.context.store.documents.delete('deck', params.id);
		redirect(303, '/decks');
	}
};
