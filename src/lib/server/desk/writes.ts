import { isIP } from 'node:net';

/** Why a request that writes is refused. */
export type WriteRefusal = 'reached-by-others' | 'other-site';

/** What is known of a request that writes, and of the server it came to. */
export interface WriteRequest {
	/** Address the server listens on, as the system says it; null: not known, then the client's own address decides. */
	readonly listensOn: string | null;
	/** `ORIGIN`, where the server stands behind a proxy. */
	readonly publicOrigin: string | null;
	readonly clientAddress: string;
	readonly url: URL;
	readonly headers: Headers;
}

/**
 * Of those who are not signed in only this machine may write: the server must listen on loopback, be called by a loopback name (another name may have been bent to this machine by a foreign page), and
 * the request must not come from another site.
 * @returns null when the request may write.
 */
export function refusalOf({ listensOn, publicOrigin, clientAddress, url, headers }: WriteRequest): WriteRefusal | null {
	if (!isLoopback(listensOn ?? clientAddress)) return 'reached-by-others';
	if (publicOrigin !== null && !isLoopback(new URL(publicOrigin).hostname)) return 'reached-by-others';
	if (!isLoopback(url.hostname)) return 'reached-by-others';
	return refusalOfForeign(url, headers);
}

/** Browsers say which site a request comes from; programs say nothing, and are nobody's page. */
export function refusalOfForeign(url: URL, headers: Headers): WriteRefusal | null {
	const origin = headers.get('origin');
	if (origin !== null && origin !== url.origin) return 'other-site';
	const site = headers.get('sec-fetch-site');
	return site === null || site === 'same-origin' || site === 'none' ? null : 'other-site';
}

/** Whether an address or host name means this machine and no other. */
export function isLoopback(host: string): boolean {
	const bare = host.replace(/^\[|\]$/g, '').toLowerCase();
	if (bare === 'localhost' || bare.endsWith('.localhost')) return true;
	const plain = bare.replace(/^::ffff:/, '');
	return isIP(plain) === 4 ? plain.startsWith('127.') : plain === '::1';
}
