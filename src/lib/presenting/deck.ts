import * as v from 'valibot';
import { LANGUAGES, type Language } from '#lib/language/locales.ts';

/** Words of a presenter, in any of the languages; none is needed. */
export type StageWords = Readonly<Partial<Record<Language, string>>>;

/** One picture of a talk: a view of the dashboard, the words over it, and what the speaker reads. */
export interface Step {
	/** Unique in its deck, and stays when steps are moved: addresses name it. */
	readonly id: string;
	/** A view as the text after `?` in the dashboard's address. */
	readonly view: string;
	readonly caption: StageWords;
	readonly notes: StageWords;
}

export interface Deck {
	readonly title: StageWords;
	readonly steps: readonly Step[];
}

export const MOST_STEPS = 200;
const LONGEST_CAPTION = 400;
const LONGEST_NOTES = 10_000;
const LONGEST_VIEW = 8_000;

/** Embeddings, overrides and isolates would turn the text around them, on the stage and in files; the rest files cannot hold. */
const UNWANTED = /[\u202A-\u202E\u2066-\u2069]|(?![\t\n\r])\p{Cc}/u;
const line = (longest: number) =>
	v.pipe(
		v.string(),
		v.maxLength(longest),
		v.check((text) => !UNWANTED.test(text), 'a text without control characters and without U+202A–202E and U+2066–2069')
	);
const words = (longest: number) => v.partial(v.strictObject(v.entriesFromList(LANGUAGES, line(longest))));

const deckSchema = v.strictObject({
	title: words(LONGEST_CAPTION),
	steps: v.pipe(
		v.array(
			v.strictObject({
				id: v.pipe(v.string(), v.regex(/^[\w-]{1,40}$/)),
				view: v.pipe(v.string(), v.maxLength(LONGEST_VIEW)),
				caption: words(LONGEST_CAPTION),
				notes: words(LONGEST_NOTES)
			})
		),
		v.maxLength(MOST_STEPS),
		v.check((steps) => new Set(steps.map(({ id }) => id)).size === steps.length, 'Two steps have one id.')
	)
});

/** A deck that came as JSON. @returns where it is none: the path of the first fault and what was expected there. */
export function readDeck(value: unknown): { readonly deck: Deck } | { readonly path: string; readonly expected: string } {
	const result = v.safeParse(deckSchema, value);
	if (result.success) return { deck: { ...result.output, steps: result.output.steps.map(tidy) } };
	const [issue] = result.issues;
	return { path: v.getDotPath(issue) ?? '', expected: issue.message };
}

/** Words without what is blank: an empty field of a form says nothing. */
export function tidyWords(given: StageWords): StageWords {
	return Object.fromEntries(LANGUAGES.flatMap((language) => (given[language]?.trim() ? [[language, given[language].trim()]] : [])));
}

function tidy(step: Step): Step {
	return { ...step, view: step.view.replace(/^\?/, ''), caption: tidyWords(step.caption), notes: tidyWords(step.notes) };
}

/** An id no step of the deck has: short, because people read addresses. */
export function freshStepId({ steps }: Deck): string {
	const taken = new Set(steps.map(({ id }) => id));
	for (let n = steps.length + 1; ; n++) if (!taken.has(`s${n}`)) return `s${n}`;
}

export function addStep(deck: Deck, step: Omit<Step, 'id'>, at = deck.steps.length): Deck {
	return { ...deck, steps: deck.steps.toSpliced(at, 0, { ...step, id: freshStepId(deck) }) };
}

/** The deck with one step changed; unchanged when there is no such step. */
export function editStep(deck: Deck, id: string, change: Partial<Omit<Step, 'id'>>): Deck {
	return { ...deck, steps: deck.steps.map((step) => (step.id === id ? { ...step, ...change } : step)) };
}

/** Moves a step by so many places; beyond an end it stands at that end. */
export function moveStep(deck: Deck, id: string, by: number): Deck {
	const from = deck.steps.findIndex((step) => step.id === id);
	const step = deck.steps[from];
	if (!step) return deck;
	const to = Math.min(deck.steps.length - 1, Math.max(0, from + by));
	return { ...deck, steps: deck.steps.toSpliced(from, 1).toSpliced(to, 0, step) };
}

/** A copy of a step right after it. */
export function duplicateStep(deck: Deck, id: string): Deck {
	const at = deck.steps.findIndex((step) => step.id === id);
	const step = deck.steps[at];
	return step ? addStep(deck, step, at + 1) : deck;
}

export function removeStep(deck: Deck, id: string): Deck {
	return { ...deck, steps: deck.steps.filter((step) => step.id !== id) };
}
