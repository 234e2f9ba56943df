import type { RequestEvent } from '@sveltejs/kit';
import { isLanguage, type Language } from '#lib/language/locales.ts';
import { takesView, withinShare } from '../parts/share-path.ts';
import { MOST_SHARED } from '#lib/server/sharing/limit-context.ts';
import { moreWordsOf } from '../parts/more-words.ts';
import { problem } from './answers.ts';
import { refusal } from './share-refusal.ts';
import { roomOf } from './decks.ts';
import { limitedOf, limitedToDeck, sharesOf } from './share-context.ts';

/** Keys that ask for another moment than the share's own. */
const MOMENTS = ['asof', 'published', 'since'];

/**
 * Puts the limited context of a share in the place of the whole one, where an address lies under a share. Forged, ended and
 * revoked tokens are answered alike.
 * @returns the answer to give instead, or null to go on
 */
export async function enterShare({ locals, url, request }: RequestEvent): Promise<Response | null> {
	locals.share = null;
	locals.room = null;
	const room = /^\/follow\/([\w-]+)$/.exec(url.pathname);
	if (room) return enterRoom(locals, room[1] ?? '');
	const embed = /^\/embed\/([\w-]+)$/.exec(url.pathname);
	const within = embed ? { token: embed[1] ?? '', base: `/share/${embed[1]}`, path: '/' } : withinShare(url.pathname);
	if (!within) return null;
	if (request.method !== 'GET' && request.method !== 'HEAD')
		return problem(405, { code: 'read-only', message: 'A shared view can only be read.' });
	const { context } = locals;
	const share = await sharesOf(context).find(within.token);
	if (!share || within.path === '/not-shared') return nothing(url.pathname);
	const limited = await limitedOf(context, share);
	if ('refused' in limited)
		return url.pathname.includes('/api/') || limited.refused !== 'too-many' ? refusal(limited) : outgrown(limited.count, share.language);
	locals.share = { share, base: within.base, whole: context, embedded: embed !== null };
	// In the language it was given in, unless its reader asks for another.
	if (!isLanguage(url.searchParams.get('lang'))) locals.language = share.language;
	// A pinned view reads the same to everyone; one from before months had names by country keeps the usual ones.
	locals.months = share.months ?? 'usual';
	locals.context = limited.context;
	for (const key of MOMENTS) url.searchParams.delete(key);
	const missing = [...new URLSearchParams(share.view)].filter(([key]) => !MOMENTS.includes(key) && !url.searchParams.has(key));
	// The bare link is the view that was shared; a reader who has looked further keeps where they are.
	if (within.path === '/' && !embed && url.search === '' && missing.length > 0)
		return new Response(null, { status: 302, headers: { location: `${url.pathname}?${share.view}` } });
	if (takesView(within.path) && within.path !== '/') for (const [key, value] of missing) url.searchParams.set(key, value);
	return null;
}

/** Those who follow a presenter are shown what the steps of the deck show, and nothing else. */
async function enterRoom(locals: App.Locals, token: string): Promise<Response | null> {
	const { context } = locals;
	const found = await roomOf(context, token);
	if (!found) return nothing('/follow');
	const { room, deck } = found;
	const limited = await limitedToDeck(context, deck);
	if ('refused' in limited) return refusal(limited);
	locals.room = { title: deck.deck.title, steps: deck.deck.steps, state: room.now.state };
	locals.context = limited.context;
	return null;
}

/** The page of a live view that holds more by now than a link does, in the language it was given in. */
async function outgrown(count: number, language: Language): Promise<Response> {
	const { t } = await moreWordsOf(language);
	return new Response(`${t('sharing.too-many', { count, most: MOST_SHARED })}\n`, {
		status: 409,
		headers: { 'content-type': 'text/plain; charset=utf-8', 'content-language': language }
	});
}

function nothing(path: string): Response {
	return path.includes('/api/')
		? problem(404, { code: 'not-found', message: 'There is no such shared view, or it has ended.' })
		: new Response('There is no such shared view, or it has ended.\n', {
				status: 404,
				headers: { 'content-type': 'text/plain; charset=utf-8' }
			});
}
