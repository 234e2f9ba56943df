import { IntlMessageFormat } from 'intl-messageformat';
import { LOCALES, type Language } from './locales.ts';
import type { MessageKey } from './messages/en.ts';

export type { MessageKey };
export type Messages = Readonly<Record<MessageKey, string>>;
export type MessageArguments = Readonly<Record<string, string | number>>;

/** Key and arguments → a sentence in one language. Numbers take the reader's digits. */
export type Translate = (key: MessageKey, args?: MessageArguments) => string;

const LOADERS: Readonly<Record<Language, () => Promise<{ messages: Messages }>>> = {
	en: () => import('./messages/en.ts'),
	ar: () => import('./messages/ar.ts'),
	fa: () => import('./messages/fa.ts'),
	ru: () => import('./messages/ru.ts')
};

/** One language's catalogue; its own chunk in the page. */
export async function loadMessages(language: Language): Promise<Messages> {
	return (await LOADERS[language]()).messages;
}

/**
 * A `Translate` for one language. Formats are parsed once per key.
 * @throws when a message cannot be parsed or an argument is missing: a programmer's mistake, caught by the catalogue test.
 */
export function createTranslate(language: Language, messages: Messages): Translate {
	const { tag, digits } = LOCALES[language];
	const locale = `${tag}-u-nu-${digits}`;
	const formats = new Map<MessageKey, IntlMessageFormat>();
	return (key, args) => {
		const text = messages[key];
		if (!text.includes('{') && !text.includes("'")) return text;
		let format = formats.get(key);
		if (!format) formats.set(key, (format = new IntlMessageFormat(text, locale, undefined, { ignoreTag: true })));
		return String(format.format(args));
	};
}
