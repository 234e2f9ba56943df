import { randomBytes } from 'node:crypto';
import type { CalendarName, Language } from '#lib/language/locales.ts';
import type { MonthNames } from '#lib/language/month-names.ts';
import type { KeptDocument, Store } from '../storage/store.ts';

/** 144 bits: nobody guesses a link. */
const TOKEN_BYTES = 18;
const TOKEN = /^[\w-]{24}$/;

/** A view given to others by a link. What it may show is worked out from it here, whatever an address asks for. */
export interface Share {
	readonly token: string;
	readonly name: string;
	/** The view as the text after `?` in the dashboard's address: its filter is all that is ever shown. */
	readonly view: string;
	/** Shows for ever what was known at `seq`; else what is known when it is opened. */
	readonly frozen: boolean;
	readonly seq: number;
	/** Epoch day and zone in which a frozen one counts days. */
	readonly today: number;
	readonly zone: string;
	readonly language: Language;
	readonly calendar: CalendarName;
	/** By which country's names months go in it; none: the usual ones. */
	readonly months?: MonthNames;
	readonly direction: 'ltr' | 'rtl';
	/** ISO instants. */
	readonly made: string;
	readonly ends: string;
}

/** Links to views, kept beside the ledger. */
export interface Shares {
	make(share: Omit<Share, 'token' | 'made'>): Promise<Share>;
	/** The share of a token; null alike for one that was never given, that has ended, and that was taken back. */
	find(token: string): Promise<Share | null>;
	/** All that are still open, last made first. */
	list(): Promise<readonly Share[]>;
	/** Pins a frozen share to what is known now. */
	pin(token: string, seq: number, today: number): Promise<Share | null>;
	/** @returns whether there was one. */
	revoke(token: string): Promise<boolean>;
}

/** @param clock ms since 1970 */
export function createShares(store: Store, clock: () => number): Shares {
	const shareOf = ({ body }: KeptDocument): Share => body as Share;
	const isOpen = ({ ends }: Share): boolean => Date.parse(ends) > clock();

	async function read(token: string): Promise<{ readonly share: Share; readonly revision: number } | null> {
		const document = TOKEN.test(token) ? await store.documents.get('share', token) : null;
		const share = document && shareOf(document);
		return document && share && isOpen(share) ? { share, revision: document.revision } : null;
	}

	return {
		async make(given) {
			const token = randomBytes(TOKEN_BYTES).toString('base64url');
			const made = new Date(clock()).toISOString();
			const share: Share = { ...given, token, made };
			await store.documents.put('share', { id: token, expected: 0, changed: made, body: share });
			return share;
		},
		find: async (token) => (await read(token))?.share ?? null,
		list: async () => (await store.documents.list('share')).map(shareOf).filter(isOpen),
		async pin(token, seq, today) {
			const found = await read(token);
			if (!found?.share.frozen) return null;
			const share = { ...found.share, seq, today };
			const changed = new Date(clock()).toISOString();
			return (await store.documents.put('share', { id: token, expected: found.revision, changed, body: share })) === null ? null : share;
		},
		revoke: (token) => (TOKEN.test(token) ? store.documents.delete('share', token) : Promise.resolve(false))
	};
}
