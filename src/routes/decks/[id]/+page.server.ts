import { error, fail, redirect } from '@sveltejs/kit';
import { LANGUAGES } from '#lib/language/locales.ts';
import { addStep, duplicateStep, moveStep, readDeck, removeStep, tidyWords, type Deck, type StageWords } from '#lib/presenting/deck.ts';
import { changeDeck, deckOf, deleteDeck, keepDeck } from '../../api/decks.ts';

export async function load({ locals, params, setHeaders }) {
	const kept = await deckOf(locals.context, params.id);
	if (!kept) error(404, { message: 'No deck', code: 'not-found' });
	setHeaders({ 'cache-control': 'no-store' });
	return { id: kept.id, revision: kept.revision, deck: kept.deck };
}

function wordsIn(form: FormData, name: string): StageWords {
	return tidyWords(Object.fromEntries(LANGUAGES.map((language) => [language, String(form.get(`${name}.${language}`) ?? '')])));
}

function asJson(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return null;
	}
}

/** One act on a step, by a button of its form. */
const ACTS: Readonly<Record<string, (deck: Deck, step: string, by: number) => Deck>> = {
	earlier: (deck, step) => moveStep(deck, step, -1),
	later: (deck, step) => moveStep(deck, step, 1),
	move: (deck, step, by) => (Number.isSafeInteger(by) ? moveStep(deck, step, by) : deck),
	duplicate: duplicateStep,
	remove: removeStep
};

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
		// What was typed goes back into the fields.
		if (!('deck' in read)) return fail(400, { unwanted: true, typed: deck });
		const stale = Number(form.get('revision')) !== kept.revision;
		const revision = stale ? null : await keepDeck(locals.context, params.id, kept.revision, read.deck);
		if (revision === null) return fail(409, { stale: true, typed: deck });
		const act = String(form.get('act') ?? '');
		const [name = '', step = '', by = ''] = act.split(' ');
		const change = Object.hasOwn(ACTS, name) ? ACTS[name] : undefined;
		if (!change) return { saved: true };
		await changeDeck(locals.context, params.id, (now) => change(now, step, Number(by)));
		const at = read.deck.steps.findIndex(({ id }) => id === step);
		return name === 'remove' && at >= 0 ? { saved: false, removed: { at, step: JSON.stringify(read.deck.steps[at]) } } : { saved: false };
	},
	/** A step that was taken out goes back to its place. */
	restore: async ({ request, locals, params }) => {
		const form = await request.formData();
		const read = readDeck({ title: {}, steps: [asJson(String(form.get('step') ?? ''))] });
		const [step] = 'deck' in read ? read.deck.steps : [];
		if (!step) return fail(400, { failed: true });
		const at = Math.max(0, Math.trunc(Number(form.get('at'))) || 0);
		await changeDeck(locals.context, params.id, (now) =>
			now.steps.some(({ id }) => id === step.id) ? now : { ...now, steps: now.steps.toSpliced(at, 0, step) }
		);
		return { saved: true };
	},
	add: async ({ request, locals, params }) => {
		const form = await request.formData();
		const view = String(form.get('view') ?? '').slice(0, 8000);
		await changeDeck(locals.context, params.id, (deck) => addStep(deck, { view, caption: {}, notes: {} }));
		redirect(303, `/decks/${params.id}`);
	},
	remove: async ({ locals, params }) => {
		await deleteDeck(locals.context, params.id);
		redirect(303, '/decks');
	}
};
