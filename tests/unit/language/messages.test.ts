import { IntlMessageFormat } from 'intl-messageformat';
import { describe, expect, test } from 'vitest';
import { LANGUAGES, LOCALES } from '#lib/language/locales.ts';
import { messages as arTransfer } from '#lib/language/messages/ar-transfer.ts';
import { messages as ar } from '#lib/language/messages/ar.ts';
import { messages as enTransfer } from '#lib/language/messages/en-transfer.ts';
import { messages as en } from '#lib/language/messages/en.ts';
import { messages as faTransfer } from '#lib/language/messages/fa-transfer.ts';
import { messages as fa } from '#lib/language/messages/fa.ts';
import { messages as ruTransfer } from '#lib/language/messages/ru-transfer.ts';
import { messages as ru } from '#lib/language/messages/ru.ts';

/** The catalogue of every page and the one of imports and exports, which no key may share. */
const CATALOGUES: Readonly<Record<(typeof LANGUAGES)[number], Readonly<Record<string, string>>>> = {
	en: { ...en, ...enTransfer },
	ar: { ...ar, ...arTransfer },
	fa: { ...fa, ...faTransfer },
	ru: { ...ru, ...ruTransfer }
};

type Element = ReturnType<IntlMessageFormat['getAst']>[number];

/** Every element of a message, also those inside its plurals and selects. */
function elements(ast: readonly Element[]): Element[] {
	return ast.flatMap((element) =>
		['options' in element ? Object.values(element.options).flatMap(({ value }) => elements(value)) : [], element].flat()
	);
}

function parse(text: string): Element[] {
	return elements(new IntlMessageFormat(text, 'en', undefined, { ignoreTag: true }).getAst());
}

/** Names of the arguments; a literal's text and the `#` of a plural are none. */
function argumentsOf(text: string): string[] {
	const named = parse(text).filter((element) => element.type !== 0 && element.type !== 7);
	return [...new Set(named.map((element) => ('value' in element ? String(element.value) : '')))].toSorted();
}

describe.each(LANGUAGES)('the messages in %s', (language) => {
	const messages = CATALOGUES[language];

	test('have the keys of the English ones, each with words', () => {
		expect(Object.keys(messages).toSorted()).toEqual(Object.keys(CATALOGUES.en).toSorted());
		expect(Object.entries(messages).filter(([, text]) => !text.trim())).toEqual([]);
	});

	test('parse, and take the arguments English takes', () => {
		const different = Object.entries(CATALOGUES.en).flatMap(([key, english]) => {
			const [ours, theirs] = [argumentsOf(messages[key] ?? ''), argumentsOf(english)];
			return ours.join() === theirs.join() ? [] : [`${key}: ${ours.join()} ≠ ${theirs.join()}`];
		});
		expect(different).toEqual([]);
	});

	test('have every plural category of the language, and every choice English has', () => {
		const rules = { cardinal: new Intl.PluralRules(language), ordinal: new Intl.PluralRules(language, { type: 'ordinal' }) };
		const missing = Object.entries(messages).flatMap(([key, text]) => {
			const english = new Set(
				parse(CATALOGUES.en[key] ?? '').flatMap((element) => (element.type === 5 ? Object.keys(element.options) : []))
			);
			return parse(text).flatMap((element) => {
				if (!('options' in element)) return [];
				const needed = 'pluralType' in element ? rules[element.pluralType ?? 'cardinal'].resolvedOptions().pluralCategories : english;
				return [...needed].filter((category) => !(category in element.options)).map((category) => `${key}: ${category}`);
			});
		});
		expect(missing).toEqual([]);
	});

	test('hold no characters that reorder the page', () => {
		expect(Object.entries(messages).filter(([, text]) => /[\u202A-\u202E]/.test(text))).toEqual([]);
	});

	test('the language has a locale of its own', () => {
		expect(LOCALES[language].language).toBe(language);
	});
});
