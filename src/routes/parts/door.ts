import type { RequestEvent } from '@sveltejs/kit';
import { createDoor, type Account, type Door } from '#lib/server/accounts/door.ts';
import type { ServerContext } from '#lib/server/context.ts';
import { isLoopback } from '#lib/server/desk/writes.ts';
import { problem } from '../api/answers.ts';
import { plainPage } from './plain-page.ts';
import { translatorOf } from './translator.ts';

export const SESSION_COOKIE = 'session';

/** What others than the owner may open: what was given to them, the way in, and what pages are made of. */
const OPEN = [/^\/(share|embed|follow)\/[^/]+/, /^\/(health|oembed|sign-in|sign-out|preferences|favicon\.svg|robots\.txt)$/, /^\/_app\//];

const FORWARDED = ['forwarded', 'x-forwarded-for', 'x-forwarded-host', 'x-real-ip', 'via'];

const doors = new WeakMap<ServerContext['store'], Door>();

export function doorOf({ store }: Pick<ServerContext, 'store'>): Door {
	let door = doors.get(store);
	if (!door) doors.set(store, (door = createDoor(store, Date.now)));
	return door;
}

/**
 * Whether only this machine reaches the server by this request: it listens on loopback, is called by a loopback name (another may
 * have been bent to this machine by a foreign page), and has no public address.
 */
export function isOwnMachine(event: RequestEvent): boolean {
	const { listensOn, origin } = event.locals.context.reach;
	// A proxy on this machine speaks for others.
	if (FORWARDED.some((name) => event.request.headers.has(name))) return false;
	if (!isLoopback(listensOn ?? event.getClientAddress())) return false;
	return isLoopback(event.url.hostname) && (origin === null || isLoopback(new URL(origin).hostname));
}

/** Who asks: on this machine the owner, elsewhere whoever has signed in; null: nobody known. */
export async function accountOf(event: RequestEvent): Promise<Account | null> {
	if (isOwnMachine(event)) return { id: 'owner', role: 'owner' };
	const session = event.cookies.get(SESSION_COOKIE) ?? '';
	return session === '' ? null : doorOf(event.locals.context).accountOf(session);
}

/**
 * Lets in whoever is known; all others to what was given to them.
 * @returns the answer to give instead, or null to go on
 */
export async function askAtDoor({ locals, url, request }: RequestEvent): Promise<Response | null> {
	if (locals.account || OPEN.some((open) => open.test(url.pathname))) return null;
	const t = await translatorOf(locals.language);
	return request.headers.get('accept')?.includes('text/html')
		? plainPage({ status: 401, language: locals.language, title: t('errors.sign-in'), text: t('errors.sign-in-needed') })
		: problem(401, { code: 'sign-in-needed', message: t('errors.sign-in-needed') });
}
