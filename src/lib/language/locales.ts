/** The languages of interface and data. `language` is the lower room, so the list lives here too (tested equal to domain's). */
export const LANGUAGES = ['en', 'ar', 'fa', 'ru'] as const;
export type Language = (typeof LANGUAGES)[number];
export type Direction = 'ltr' | 'rtl';
export type CalendarName = 'gregorian' | 'persian' | 'islamic';

export interface Locale {
	readonly language: Language;
	/** The language's name in itself. */
	readonly name: string;
	readonly direction: Direction;
	/** Numbering system of this reader's digits. */
	readonly digits: 'latn' | 'arabext';
	readonly calendar: CalendarName;
	/** BCP 47 tag with calendar and digits left to the caller. */
	readonly tag: string;
}

export const LOCALES: Readonly<Record<Language, Locale>> = {
	en: { language: 'en', name: 'English', direction: 'ltr', digits: 'latn', calendar: 'gregorian', tag: 'en-GB' },
	ar: { language: 'ar', name: 'العربية', direction: 'rtl', digits: 'latn', calendar: 'gregorian', tag: 'ar' },
	fa: { language: 'fa', name: 'فارسی', direction: 'rtl', digits: 'arabext', calendar: 'persian', tag: 'fa' },
	ru: { language: 'ru', name: 'Русский', direction: 'ltr', digits: 'latn', calendar: 'gregorian', tag: 'ru' }
};

export function isLanguage(value: unknown): value is Language {
	return typeof value === 'string' && (LANGUAGES as readonly string[]).includes(value);
}
