import { describe, expect, test } from 'vitest';
import { addStep, duplicateStep, editStep, freshStepId, moveStep, readDeck, removeStep, type Deck } from '#lib/presenting/deck.ts';
import { stageActOf, swipeOf } from '#lib/presenting/stage-keys.ts';
import { readStageState } from '#lib/presenting/stage-state.ts';

const step = (id: string) => ({ id, view: `sel=${id}`, caption: { en: id }, notes: {} });
const DECK: Deck = { title: { en: 'Talk' }, steps: [step('a'), step('b'), step('c')] };
const ids = (deck: Deck) => deck.steps.map(({ id }) => id).join(' ');

describe('a deck', () => {
	test('takes a new step behind the others, under an id of its own', () => {
		const more = addStep(DECK, { view: 't=2025', caption: {}, notes: {} });
		expect(ids(more)).toBe('a b c s4');
		expect(freshStepId({ ...DECK, steps: [step('s2')] })).toBe('s3');
	});

	test.each([
		['b', -1, 'b a c'],
		['b', 1, 'a c b'],
		['a', -1, 'a b c'],
		['c', 9, 'a b c'],
		['nobody', 1, 'a b c']
	])('moves step %s by %i: %s', (id, by, expected) => {
		expect(ids(moveStep(DECK, id, by))).toBe(expected);
	});

	test('puts a copy right after its step, with the same view and words', () => {
		const more = duplicateStep(DECK, 'a');
		expect(ids(more)).toBe('a s4 b c');
		expect(more.steps[1]).toMatchObject({ view: 'sel=a', caption: { en: 'a' } });
	});

	test('changes and removes the step asked for and no other', () => {
		expect(editStep(DECK, 'b', { caption: { fa: 'ب' } }).steps[1]).toEqual({ ...step('b'), caption: { fa: 'ب' } });
		expect(ids(removeStep(DECK, 'b'))).toBe('a c');
	});

	test.each(['evil \u202Egpj', 'a\u2066b', 'a\u0000b', '\u001B[31m'])(
		'does not take words that would turn or break the text around them: %j',
		(text) => {
			expect(readDeck({ ...DECK, title: { en: text } })).toMatchObject({ path: 'title.en' });
			expect(readDeck({ ...DECK, steps: [{ ...step('a'), notes: { fa: text } }] })).toMatchObject({ path: 'steps.0.notes.fa' });
			expect(readDeck({ ...DECK, steps: [{ ...step('a'), notes: { fa: 'می\u200Cرود\n\tدوم' } }] })).toHaveProperty('deck');
		}
	);

	test('reads what it wrote, and drops words that are blank', () => {
		expect(readDeck(JSON.parse(JSON.stringify(DECK)))).toEqual({ deck: DECK });
		const blank = readDeck({ title: {}, steps: [{ ...step('a'), view: '?t=2025', caption: { en: '  ', ru: ' да ' } }] });
		expect(blank).toMatchObject({ deck: { steps: [{ view: 't=2025', caption: { ru: 'да' } }] } });
	});

	test.each([
		['two steps of one id', { title: {}, steps: [step('a'), step('a')] }, 'steps'],
		['a language nobody reads here', { title: { de: 'x' }, steps: [] }, 'title.de'],
		['a caption without end', { title: {}, steps: [{ ...step('a'), caption: { en: 'x'.repeat(401) } }] }, 'steps.0.caption.en'],
		['no steps at all', { title: {} }, 'steps']
	])('is refused with its place: %s', (_, value, path) => {
		expect(readDeck(value)).toMatchObject({ path });
	});
});

describe('keys of the stage', () => {
	const key = (name: string, code = '') => ({ key: name, code, ctrlKey: false, metaKey: false, altKey: false });

	test('an arrow turns to the step that lies where it points', () => {
		expect(stageActOf(key('ArrowRight'), false)).toBe('next');
		expect(stageActOf(key('ArrowRight'), true)).toBe('previous');
		expect(stageActOf(key('ArrowLeft'), true)).toBe('next');
	});

	test('a clicker means the same in both directions', () => {
		for (const rightToLeft of [false, true]) {
			expect(stageActOf(key('PageDown'), rightToLeft)).toBe('next');
			expect(stageActOf(key('PageUp'), rightToLeft)).toBe('previous');
			expect(stageActOf(key('.'), rightToLeft)).toBe('blank');
		}
	});

	test('a letter is known by its place on keys of another script', () => {
		expect(stageActOf(key('и', 'KeyB'), false)).toBe('blank');
		expect(stageActOf(key('ح', 'KeyP'), true)).toBe('pointer');
	});

	test('what the browser or the system means is left to them', () => {
		expect(stageActOf({ ...key('f'), ctrlKey: true }, false)).toBeNull();
		expect(stageActOf(key('x', 'KeyX'), false)).toBeNull();
	});

	test('a swipe pulls the next step in from the side where reading ends', () => {
		expect(swipeOf(-120, 10, false)).toBe('next');
		expect(swipeOf(-120, 10, true)).toBe('previous');
		expect(swipeOf(-120, 100, false)).toBeNull();
		expect(swipeOf(40, 0, false)).toBeNull();
	});
});

test('a state of the stage is read only whole, with its pointer on the stage', () => {
	const state = { step: 'a', view: 't=2025', blank: false, pointer: { x: 0.5, y: 1 } };
	expect(readStageState(state)).toEqual(state);
	expect(readStageState({ ...state, pointer: { x: 2, y: 0 } })).toBeNull();
	expect(readStageState({ step: 'a' })).toBeNull();
});
