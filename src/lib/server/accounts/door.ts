import { createHash, randomBytes } from 'node:crypto';
import type { Store } from '../storage/store.ts';

/** A sign-in link opens the door once, and soon. */
const LINK_MS = 15 * 60_000;
const SESSION_MS = 30 * 24 * 60 * 60_000;
const TOKEN_BYTES = 24;
/** So many wrong links from one address, then it waits. */
const MOST_FAILURES = 10;
const FAILURES_MS = 10 * 60_000;
/** Addresses remembered at once: beyond, the oldest are forgotten. */
const MOST_ADDRESSES = 10_000;

/** What an account may do. More roles come with more accounts. */
export type Role = 'owner';

/** Who uses the system. */
export interface Account {
	readonly id: string;
	readonly role: Role;
}

const OWNER: Account = { id: 'owner', role: 'owner' };

/** Accounts and how they come in: without passwords, by links that work once. Tokens are kept as hashes alone. */
export interface Door {
	/** A token for one sign-in of the owner. */
	signInToken(): Promise<string>;
	/** Uses a token up. @returns the token of a new session; 'throttled' where an address has guessed too often; null for any other token */
	enter(token: string, address: string): Promise<string | 'throttled' | null>;
	/** Who a session belongs to; null when it is none, or over. */
	accountOf(session: string): Promise<Account | null>;
	leave(session: string): Promise<void>;
}

interface Kept {
	readonly account: Account;
	/** ms since 1970 */
	readonly until: number;
}

/** @param clock ms since 1970 */
export function createDoor(store: Store, clock: () => number): Door {
	const failures = new Map<string, { count: number; since: number }>();
	const { documents } = store;

	async function give(kind: 'sign-in' | 'session', lasts: number): Promise<string> {
		const token = randomBytes(TOKEN_BYTES).toString('base64url');
		const body: Kept = { account: OWNER, until: clock() + lasts };
		await documents.put(kind, { id: hashOf(token), expected: 0, changed: new Date(clock()).toISOString(), body });
		return token;
	}

	async function forgetOld(kind: 'sign-in' | 'session'): Promise<void> {
		for (const { id, body } of await documents.list(kind)) if ((body as Kept).until <= clock()) await documents.delete(kind, id);
	}

	function isThrottled(address: string): boolean {
		const known = failures.get(address);
		if (known && clock() - known.since > FAILURES_MS) failures.delete(address);
		return (failures.get(address)?.count ?? 0) >= MOST_FAILURES;
	}

	function fail(address: string): void {
		const known = failures.get(address) ?? { count: 0, since: clock() };
		failures.delete(address);
		failures.set(address, { ...known, count: known.count + 1 });
		for (const old of failures.keys()) {
			if (failures.size <= MOST_ADDRESSES) break;
			failures.delete(old);
		}
	}

	return {
		async signInToken() {
			await forgetOld('sign-in');
			return give('sign-in', LINK_MS);
		},
		async enter(token, address) {
			const id = hashOf(token);
			const link = await documents.get('sign-in', id);
			// Whoever deletes it has used it: two at once cannot both come in.
			if (!link || (link.body as Kept).until <= clock() || !(await documents.delete('sign-in', id))) {
				// Only wrong ones are held back: behind a proxy all the world has one address, and nobody may lock the owner out with it.
				if (isThrottled(address)) return 'throttled';
				fail(address);
				return null;
			}
			await forgetOld('session');
			return give('session', SESSION_MS);
		},
		async accountOf(session) {
			const kept = session === '' ? null : await documents.get('session', hashOf(session));
			return kept && (kept.body as Kept).until > clock() ? (kept.body as Kept).account : null;
		},
		leave: async (session) => {
			await documents.delete('session', hashOf(session));
		}
	};
}

/** Seconds a session's cookie lasts. */
export const SESSION_SECONDS = SESSION_MS / 1000;

function hashOf(token: string): string {
	return createHash('sha256').update(token).digest('hex');
}
