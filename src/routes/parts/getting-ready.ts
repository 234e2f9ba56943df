import type { ServerContext } from '#lib/server/context.ts';
import type { Language } from '#lib/language/locales.ts';
import { gettingReady } from '../api/answers.ts';
import { plainPage } from './plain-page.ts';
import { translatorOf } from './translator.ts';

/** So long a page waits for the columns before it says how far they are, and an answer of the API before it gives up. */
const PAGE_MS = 1000;
const API_MS = 10_000;
const AGAIN_S = 1;

/** Addresses of the API that are answered from the ledger alone. */
const WITHOUT_COLUMNS = /^\/api\/v1\/(changes|claims|search|imports|openapi\.json)(\/|$)/;
/** Pages that are. */
const PLAIN_PAGES = /^\/(health|changes|import|seen|preferences)(\/|$)/;

/** Waits for the columns of a large store after a start. @returns what to answer when they take too long; null: go on */
export async function waitForColumns(context: ServerContext, path: string, language: Language): Promise<Response | null> {
	if (context.desk.progress() === null) return null;
	const api = path.startsWith('/api/');
	if (api ? WITHOUT_COLUMNS.test(path) : PLAIN_PAGES.test(path)) return null;
	let timer: ReturnType<typeof setTimeout> | undefined;
	const late = new Promise<'late'>((done) => (timer = setTimeout(done, api ? API_MS : PAGE_MS, 'late')));
	const first = await Promise.race([context.columns(), late]);
	clearTimeout(timer);
	if (first !== 'late') return null;
	const share = context.desk.progress() ?? 1;
	if (api) return gettingReady(share);
	const t = await translatorOf(language);
	// Rounded down: "100 %" would not be true.
	const text = t('errors.getting-ready-share', { share: Math.floor(share * 100) / 100 });
	return plainPage({ status: 503, language, title: t('errors.getting-ready'), text, again: AGAIN_S });
}
