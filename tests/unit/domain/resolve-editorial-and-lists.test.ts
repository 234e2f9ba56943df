import { expect, test } from 'vitest';
import { conflictsOf, elementsOf, refsOf, titleOf } from '../../../src/lib/domain/read-record.ts';
import { resolved, valueIn } from './resolve-samples.ts';

const title = (source: string, text: Record<string, string>) => ({ source, fields: { title: text } });

test('the desk’s last recorded wording wins per language, whatever outside sources say later', () => {
	const body = resolved(
		'actor',
		[title('desk', { en: 'Abadi', fa: 'عابدی' }), title('desk', { en: 'Abedi' }), title('s', { en: 'Ibadi', ar: 'عابدي' })],
		{ s: { reliability: 'A' } }
	);
	expect(titleOf(body)).toEqual({ en: 'Abedi', fa: 'عابدی', ar: 'عابدي' });
	expect(conflictsOf(body)).toEqual([]);
});

test('wordings that are not shown are kept, each once', () => {
	const field = resolved('actor', [
		title('desk', { en: 'Abedi' }),
		title('s', { en: 'Ibadi' }),
		title('t', { en: 'Ibadi' }),
		title('u', { en: 'Abedi' })
	]).fields['title'];
	expect(field).toMatchObject({ shape: 'text', claims: { en: '1.1' }, others: [{ language: 'en', text: 'Ibadi', claim: '2.1' }] });
});

test('a topic’s broader one is the desk’s last word, never a conflict', () => {
	const body = resolved('topic', [
		{ source: 'desk', fields: { broader: 'a' } },
		{ source: 'desk', fields: { broader: 'b' } },
		{ source: 's', fields: { broader: 'c' } }
	]);
	expect(valueIn(body, 'broader')).toMatchObject({ value: 'b', by: 'recorded later' });
});

test('elements add up by key across claims, and one actor in two roles is two', () => {
	const people = (...participants: object[]) => ({ source: 's', fields: { participants } });
	const body = resolved('event', [
		people({ actor: 'a', role: 'head' }, { actor: 'b' }),
		people({ actor: 'a', role: 'guest' }, { actor: 'b' })
	]);
	expect(elementsOf(body, 'participants').map(({ key, claims }) => [key, claims])).toEqual([
		['a · head', ['1.1']],
		['b · ', ['1.1', '2.1']],
		['a · guest', ['2.1']]
	]);
	expect(refsOf(body, 'participants', 'actor')).toEqual(['a', 'b']);
});

test('a claim of an empty list takes nothing from the others, and alone reports that there are none', () => {
	const none = { source: 's', fields: { participants: null } };
	expect(elementsOf(resolved('event', [none, { source: 's', fields: { participants: [{ actor: 'a' }] } }]), 'participants')).toHaveLength(
		1
	);
	expect(resolved('event', [none]).fields['participants']).toEqual({ shape: 'list', elements: [] });
	expect(resolved('event', [title('desk', { en: 'x' })]).fields['participants']).toBeUndefined();
});

test('members of a group resolve each for itself', () => {
	const series = (value: object) => ({ source: 's', fields: { series: value } });
	const body = resolved('event', [series({ ordinal: 5 }), series({ ordinal: 6, previous: 'wg-4' })]);
	expect(valueIn(body, 'series', 'ordinal').versions).toHaveLength(2);
	expect(valueIn(body, 'series', 'previous')).toMatchObject({ value: 'wg-4', by: 'only' });
});

test('roles at different times are history, not a conflict', () => {
	const role = (from: string, said_on: string) => ({
		source: 's',
		said_on,
		fields: { roles: [{ organisation: 'tic', title: 'head', from: { edtf: from } }] }
	});
	const body = resolved('actor', [role('2024', '2024-06'), role('2025', '2025-06')]);
	expect(conflictsOf(body)).toEqual([]);
	expect(valueIn(body, 'roles', 'from').value).toEqual({ edtf: '2025' });
});

test('the same claims give the same JSON, whatever the order of keys inside them', () => {
	const a = resolved('event', [{ source: 's', fields: { place: { en: 'x', fa: 'y' }, status: 'held', title: { en: 't' } } }]);
	const b = resolved('event', [{ source: 's', fields: { title: { en: 't' }, status: 'held', place: { fa: 'y', en: 'x' } } }]);
	expect(JSON.stringify(a)).toBe(JSON.stringify(b));
});
