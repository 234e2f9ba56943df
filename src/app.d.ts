import type { ServerContext } from '#lib/server/context.ts';
import type { Deck } from '#lib/presenting/deck.ts';
import type { Shared } from './routes/api/share-context.ts';
import type { Account } from '#lib/server/accounts/door.ts';
import type { Language } from '#lib/language/locales.ts';
import type { MonthNames } from '#lib/language/month-names.ts';

declare global {
	namespace App {
		interface Locals {
			context: ServerContext;
			language: Language;
			/** By which country's names months go. */
			months: MonthNames;
			theme: 'light' | 'dark' | null;
			/** Width of the reader's window in px as last remembered, or null. */
			width: number | null;
			/** Seq up to which the reader has marked all as seen; null: never. */
			seen: number | null;
			/** Who asks; null: nobody known, who gets what was given to everyone. */
			account: Account | null;
			/** The shared view that is asked for; null: the desk itself. `context` then answers for nothing else. */
			share: Shared | null;
			/** The room that is followed, and its deck; `context` then answers for what the steps show. */
			room: (Deck & { readonly state: unknown }) | null;
			/** What the page will fetch before its first picture: browsers begin with it while they read the page's scripts. */
			fetched?: string | null;
			/** There is more than a page takes in: what the server has drawn is all, and comes without scripts. */
			byServer?: boolean;
		}
		interface Error {
			message: string;
			code?: string;
			parameter?: string;
		}
	}
}

export {};
