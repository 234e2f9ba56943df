/** The languages data may be written in: any subset of them a text, at least one. */
export const LANGUAGES = ['en', 'ar', 'fa', 'ru'] as const;
export type Language = (typeof LANGUAGES)[number];

/** A text by language: any subset, at least one. */
export type Text = Readonly<Partial<Record<Language, string>>>;
