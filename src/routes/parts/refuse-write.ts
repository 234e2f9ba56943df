import type { RequestEvent } from '@sveltejs/kit';
import { refusalOf, refusalOfForeign } from '#lib/server/desk/writes.ts';
import { problem } from '../api/answers.ts';
import { plainPage } from './plain-page.ts';
import { translatorOf } from './translator.ts';

const READING = ['GET', 'HEAD', 'OPTIONS'];
/** They write cookies of the reader's own, and nothing else. */
const OWN_COOKIES = ['/preferences', '/seen', '/sign-in', '/sign-out'];

/** Refuses what writes where others could write too, in the reader's language. @returns null: go on */
export async function refuseWrite(event: RequestEvent): Promise<Response | null> {
	const { request, url, locals } = event;
	if (READING.includes(request.method)) return null;
	const { listensOn, origin } = locals.context.reach;
	// Who has signed in writes from anywhere, but never through the page of another site.
	const known = locals.account !== null || OWN_COOKIES.includes(url.pathname);
	const refusal = known
		? refusalOfForeign(url, request.headers)
		: refusalOf({ listensOn, publicOrigin: origin, clientAddress: event.getClientAddress(), url, headers: request.headers });
	if (!refusal) return null;
	const t = await translatorOf(locals.language);
	const text = t(`errors.${refusal}`);
	return request.headers.get('accept')?.includes('text/html')
		? plainPage({ status: 403, language: locals.language, title: t('errors.refused'), text })
		: problem(403, { code: refusal, message: text });
}
