import type { ServerContext } from '#lib/server/context.ts';
import type { Language } from '#lib/language/locales.ts';

declare global {
	namespace App {
		interface Locals {
			context: ServerContext;
			language: Language;
			theme: 'light' | 'dark' | null;
			/** Width of the reader's window in px as last remembered, or null. */
			width: number | null;
			/** Seq up to which the reader has marked all as seen; null: never. */
			seen: number | null;
		}
		interface Error {
			message: string;
			code?: string;
			parameter?: string;
		}
	}
}

export {};
