import type { Handle, HandleServerError, ServerInit } from '@sveltejs/kit';
import { building } from '$app/environment';
import { isLanguage, LANGUAGES, LOCALES, type Language } from '#lib/language/locales.ts';
import { isMonthNames, monthNamesFor, monthNamesIn, type MonthNames } from '#lib/language/month-names.ts';
import { openContext, sharedContext, type ServerContext } from '#lib/server/context.ts';
import { readEnvironment } from '#lib/server/environment.ts';
import { clearStaged } from '#lib/server/transfer/import/staging.ts';
import { badParameter } from './routes/api/answers.ts';
import { enterShare } from './routes/api/enter-share.ts';
import { errorsAsJson } from './routes/api/errors-as-json.ts';
import { waitForColumns } from './routes/parts/getting-ready.ts';
import { accountOf, askAtDoor } from './routes/parts/door.ts';
import { refuseWrite } from './routes/parts/refuse-write.ts';
import { insideShare } from './routes/parts/share-path.ts';

let context: ServerContext | null = null;

export const init: ServerInit = async () => {
	if (building) return;
	// `npm start` has opened the store already; `npm run dev` opens it here.
	context = sharedContext() ?? (await openContext(readEnvironment(process.env), { root: process.cwd() }));
	// What a killed server left of uploads nobody can go on with.
	clearStaged(context.db);
};

/** The language of a request: the view's, else the remembered one, else the best of Accept-Language, else English. */
function languageOf(request: Request, url: URL, remembered: string | undefined): Language {
	const asked = url.searchParams.get('lang');
	if (isLanguage(asked)) return asked;
	if (isLanguage(remembered)) return remembered;
	const wanted = (request.headers.get('accept-language') ?? '')
		.split(',')
		.map((part) => {
			const [tag = '', q] = part.trim().split(';q=');
			return { language: tag.toLowerCase().split('-')[0] ?? '', weight: q === undefined ? 1 : Number(q) };
		})
		.sort((a, b) => b.weight - a.weight);
	for (const { language } of wanted) {
		const known = LANGUAGES.find((candidate) => candidate === language);
		if (known) return known;
	}
	return 'en';
}

/** The month names of a request: the ones chosen, where its language has them, else those of the countries of Accept-Language. */
function monthNamesOf(request: Request, language: Language, chosen: string | undefined): MonthNames {
	if (isMonthNames(chosen) && monthNamesIn(language).includes(chosen)) return chosen;
	return monthNamesFor(request.headers.get('accept-language') ?? '', language);
}

/**
 * The faces a reader's first page is written in. Fetched with the page, or its lines would move when they arrive; the rest
 * of the alphabets wait until a text needs them.
 */
const FONTS: Readonly<Record<Language, readonly string[]>> = {
	en: ['inter-latin-wght'],
	ru: ['inter-latin-wght', 'inter-cyrillic-wght'],
	ar: ['inter-latin-wght', 'vazirmatn-arabic-wght'],
	fa: ['inter-latin-wght', 'vazirmatn-arabic-wght']
};

function wholeNumber(text: string | undefined): number | null {
	return text !== undefined && /^\d{1,9}$/.test(text) ? Number(text) : null;
}

function isDecodable(path: string): boolean {
	try {
		decodeURI(path);
		return true;
	} catch {
		return false;
	}
}

/** Bodies are read whole, but for files that are imported; nothing else anyone sends is longer. */
const MOST_BYTES = 8 * 1024 * 1024;

function isTooLarge({ method, headers }: Request, { pathname }: URL): boolean {
	if (method === 'GET' || method === 'HEAD' || /^\/(api\/v1\/imports|import)(\/|$)/.test(pathname)) return false;
	const length = headers.get('content-length');
	return length === null ? headers.has('transfer-encoding') : !(Number(length) <= MOST_BYTES);
}

function tooLarge(): Response {
	const message = `A request may hold ${MOST_BYTES / 1024 / 1024} MB, and says how long it is.`;
	return new Response(JSON.stringify({ error: { code: 'too-large', message } }), {
		status: 413,
		headers: { 'content-type': 'application/json', connection: 'close' }
	});
}

export const handle: Handle = async ({ event: request, resolve }) => {
	if (!context) throw new Error('The store is not open.');
	const { cookies, locals, url } = request;
	locals.context = context;
	locals.language = languageOf(request.request, url, cookies.get('language'));
	locals.months = monthNamesOf(request.request, locals.language, cookies.get('months'));
	const theme = cookies.get('theme');
	locals.theme = theme === 'light' || theme === 'dark' ? theme : null;
	locals.width = wholeNumber(cookies.get('width'));
	locals.seen = wholeNumber(cookies.get('seen'));
	// What a shared link is read in is no choice for the reader's own desk.
	const isGuest = /^\/(share|embed|follow)\//.test(url.pathname);
	if (!isGuest && isLanguage(url.searchParams.get('lang')) && cookies.get('language') !== locals.language) {
		cookies.set('language', locals.language, { path: '/', httpOnly: false, sameSite: 'lax', secure: false, maxAge: 31_536_000 });
	}
	const api = url.pathname.startsWith('/api/') || url.pathname.includes('/api/v1/');
	if (api && !isDecodable(url.pathname)) return badParameter('address', url.pathname, 'This address holds a broken %-escape.');
	if (isTooLarge(request.request, url)) return tooLarge();
	locals.account = await accountOf(request);
	const instead =
		(await askAtDoor(request)) ??
		(await refuseWrite(request)) ??
		(await waitForColumns(context, url.pathname, locals.language)) ??
		(await enterShare(request));
	if (instead) return guarded(instead, locals);
	const answer = await resolve(request, {
		preload: ({ type, path }) =>
			type === 'js' || type === 'css' || (type === 'font' && FONTS[locals.language].some((name) => path.includes(name))),
		transformPageChunk: ({ html }) =>
			inShare(locals.byServer ? withoutScripts(html) : html, locals.share?.base)
				.replace('%lang%', locals.language)
				.replace('%dir%', LOCALES[locals.language].direction)
				.replace('data-theme="%theme%"', locals.theme ? `data-theme="${locals.theme}"` : '')
	});
	const response = api ? await errorsAsJson(answer) : answer;
	return guarded(response, locals);
};

/** What every answer says to browsers and to stores on the way. */
function guarded(response: Response, { share, fetched, byServer }: App.Locals): Response {
	const { headers } = response;
	if (byServer) headers.delete('link');
	if (fetched && headers.get('content-type')?.startsWith('text/html'))
		headers.append('link', `<${fetched}>; rel="preload"; as="fetch"; crossorigin="anonymous"`);
	headers.append('vary', 'cookie, accept-language');
	headers.set('x-content-type-options', 'nosniff');
	if (!headers.has('referrer-policy')) headers.set('referrer-policy', 'same-origin');
	// Only what was made to stand in other pages may.
	const policy = headers.get('content-security-policy');
	if (!share?.embedded) headers.set('x-frame-options', 'SAMEORIGIN');
	else if (policy) headers.set('content-security-policy', policy.replace("frame-ancestors 'self'", 'frame-ancestors *'));
	if (share) headers.set('x-robots-tag', 'noindex');
	return response;
}

/** The page as it is without scripts, of which it then loads none. */
function withoutScripts(html: string): string {
	return html.replace(/<script\b[^>]*>.*?<\/script>|<link\b[^>]*rel="modulepreload"[^>]*>/gs, '');
}

/** Links to records stay within the shared view. */
function inShare(html: string, base: string | undefined): string {
	if (base === undefined) return html;
	// Of links alone: what the page loads is the desk's.
	return html.replace(/(<a\b[^>]*?\s)href="(\/[^"]*)"/g, (_, before: string, href: string) => {
		const inside = insideShare(base, href);
		return inside === null ? before : `${before}href="${inside}"`;
	});
}

export const handleError: HandleServerError = ({ error, status, message }) => {
	// What the client got wrong, such as a broken %-escape in an address, is no fault of ours to log.
	if (status >= 500) console.error(error);
	return { message, code: status < 500 ? 'not-found' : 'internal' };
};
