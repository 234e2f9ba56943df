import { describe, expect, test } from 'vitest';
import { FIELDS } from '#lib/domain/fields.ts';
import {
	ACTOR_KINDS,
	AGREEMENT_KINDS,
	EVENT_KINDS,
	EVENT_STATUSES,
	FOLLOW_UP_STATUSES,
	RECORD_KINDS,
	STAGES,
	TRACK_KINDS
} from '#lib/domain/kinds.ts';
import { calendarLabel, fieldLabel, kindLabel, recordKindLabel, recordKindsLabel, stageLabel, statusLabel } from '#lib/language/labels.ts';
import { LANGUAGES } from '#lib/language/locales.ts';
import { createTranslate, loadMessages } from '#lib/language/translate.ts';

const asked = async (language: (typeof LANGUAGES)[number]) => {
	const t = createTranslate(language, await loadMessages(language));
	const words = [
		...STAGES.flatMap((stage) => [
			[stage, stageLabel(t, stage)],
			[stage, statusLabel(t, `agreement:${stage}`)]
		]),
		...EVENT_STATUSES.map((status) => [status, statusLabel(t, `event:${status}`)]),
		...FOLLOW_UP_STATUSES.map((status) => [status, statusLabel(t, `follow-up:${status}`)]),
		...EVENT_KINDS.map((kind) => [kind, kindLabel(t, `event:${kind}`)]),
		...AGREEMENT_KINDS.map((kind) => [kind, kindLabel(t, `agreement:${kind}`)]),
		...TRACK_KINDS.map((kind) => [kind, kindLabel(t, `track:${kind}`)]),
		...ACTOR_KINDS.map((kind) => [kind, kindLabel(t, `actor:${kind}`)]),
		...['gregorian', 'persian', 'islamic'].map((name) => [name, calendarLabel(t, name)]),
		...RECORD_KINDS.flatMap((kind) => [
			[kind, recordKindLabel(t, kind)],
			[kind, recordKindsLabel(t, kind)],
			[kind, recordKindLabel(t, kind, 3)],
			...Object.entries(FIELDS[kind]).flatMap(([field, spec]) => [
				[field, fieldLabel(t, kind, field)],
				...(spec.shape === 'value' ? [] : Object.keys(spec.members).map((member) => [member, fieldLabel(t, kind, member)]))
			])
		])
	];
	return words as [string, string][];
};

describe('labels', () => {
	test.each(LANGUAGES)('name every word of the domain in %s', async (language) => {
		// The raw word is the fallback; no label is written like one: English labels begin with a capital.
		for (const [word, label] of await asked(language)) expect(label, word).not.toBe(word);
	});
	test('fall back to the raw word', async () => {
		const t = createTranslate('en', await loadMessages('en'));
		expect([
			statusLabel(t, 'event:adjourned'),
			kindLabel(t, 'treatise'),
			fieldLabel(t, 'event', 'mood'),
			stageLabel(t, 'constructor')
		]).toEqual(['adjourned', 'treatise', 'mood', 'constructor']);
	});
	test('tell a lapsed agreement from a lapsed follow-up', async () => {
		const t = createTranslate('ru', await loadMessages('ru'));
		expect(statusLabel(t, 'agreement:lapsed')).not.toBe(statusLabel(t, 'follow-up:lapsed'));
	});
	test('count in the reader’s digits and plurals', async () => {
		expect(recordKindLabel(createTranslate('ar', await loadMessages('ar')), 'event', 2)).toBe('حدثان');
		expect(recordKindLabel(createTranslate('fa', await loadMessages('fa')), 'event', 12)).toBe('۱۲ رویداد');
		expect(recordKindLabel(createTranslate('ru', await loadMessages('ru')), 'event', 5)).toBe('5 событий');
	});
	test('name a path by its field', async () => {
		const t = createTranslate('en', await loadMessages('en'));
		expect(fieldLabel(t, 'agreement', 'quantities/concluded/amount')).toBe('Quantities');
		expect(fieldLabel(t, 'agreement', 'topics')).toBe('Subjects');
	});
});
