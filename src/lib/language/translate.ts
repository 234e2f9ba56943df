import { IntlMessageFormat } from 'intl-messageformat';
import { LOCALES, type Language } from './locales.ts';
import type { TransferKey } from './messages/en-transfer.ts';
import type { MessageKey } from './messages/en.ts';

export type { MessageKey, TransferKey };
export type Messages = Readonly<Record<MessageKey, string>>;
export type TransferMessages = Readonly<Record<TransferKey, string>>;
export type MessageArguments = Readonly<Record<string, string | number>>;

type ParsedMessage = Exclude<ConstructorParameters<typeof IntlMessageFormat>[0], string>;

/** Key and arguments → a sentence in one language. Numbers take the reader's digits. */
export type Translate<Key extends string = MessageKey> = (key: Key, args?: MessageArguments) => string;

const LOADERS: Readonly<Record<Language, () => Promise<{ messages: Messages }>>> = {
	en: () => import('./messages/en.ts'),
	ar: () => import('./messages/ar.ts'),
	fa: () => import('./messages/fa.ts'),
	ru: () => import('./messages/ru.ts')
};

const TRANSFER_LOADERS: Readonly<Record<Language, () => Promise<{ messages: TransferMessages }>>> = {
	en: () => import('./messages/en-transfer.ts'),
	ar: () => import('./messages/ar-transfer.ts'),
	fa: () => import('./messages/fa-transfer.ts'),
	ru: () => import('./messages/ru-transfer.ts')
};

/** One language's catalogue; its own chunk in the page. */
export async function loadMessages(language: Language): Promise<Messages> {
	return (await LOADERS[language]()).messages;
}

/** What imports and exports say, in one language. Only their pages and commands load it. */
export async function loadTransferMessages(language: Language): Promise<TransferMessages> {
	return (await TRANSFER_LOADERS[language]()).messages;
}

/**
 * A `Translate` for one language, over one catalogue or several put together. Formats are parsed once per key.
 * @throws when a message cannot be parsed or an argument is missing: a programmer's mistake, caught by the catalogue test.
 */
export function createTranslate<Key extends string>(language: Language, messages: Readonly<Record<Key, string>>): Translate<Key> {
	const { tag, digits } = LOCALES[language];
	const locale = `${tag}-u-nu-${digits}`;
	const formats = new Map<Key, IntlMessageFormat>();
	return (key, args) => {
		// The build hands over messages with arguments as they are parsed (.config/compile-messages.ts).
		const message: string | ParsedMessage = messages[key];
		if (typeof message === 'string' && !message.includes('{') && !message.includes("'")) return message;
		let format = formats.get(key);
		if (!format) formats.set(key, (format = new IntlMessageFormat(message, locale, undefined, { ignoreTag: true })));
		return String(format.format(args));
	};
}
