/** What of Accordline stands under a share's address: its dashboard, its records, and what their pages and files are made from. */
const OPEN = [
	/^\/$/,
	/^\/(tracks|events|agreements|follow-ups|actors|sources|topics)(\/[^/]+)?$/,
	/^\/print$/,
	/^\/api\/v1\/(items|facets|search|scene\.svg|scene\.png|export\/[a-z]+)$/,
	/^\/api\/v1\/(tracks|events|agreements|follow-ups|actors|sources|topics)(\/[^/]+)?$/
];

/** What an address under `/share/TOKEN` stands for; null for any other address. A path that is not open leads nowhere. */
export function withinShare(pathname: string): { readonly token: string; readonly base: string; readonly path: string } | null {
	const match = /^\/share\/([\w-]+)(\/.*)?$/.exec(pathname);
	if (!match) return null;
	const [, token = '', rest = '/'] = match;
	const path = rest === '/changes' ? '/shared-changes' : OPEN.some((open) => open.test(rest)) ? rest : '/not-shared';
	return { token, base: `/share/${token}`, path };
}

/** Keys of a share's view belong to these addresses; the others refuse keys they do not know. */
export function takesView(path: string): boolean {
	return /^\/(print)?$|^\/api\/v1\/(items|facets|scene\.|export\/|events$|agreements$|follow-ups$)/.test(path);
}

/** Addresses of records as the pages of the desk write them. */
const RECORDS = /^\/(?:tracks|events|agreements|follow-ups|actors|sources|topics)(?:[/?#]|$)/;

/**
 * Where a link of a desk's page leads in a shared view: to the same place within it; null: to no place at all, for what changed in
 * the ledger is not the reader's business. Links that the desk alone has are given back as they are.
 */
export function insideShare(base: string, href: string): string | null {
	if (RECORDS.test(href)) return base + href;
	if (/^\/(?:[?#]|$)/.test(href)) return base + href.slice(1);
	return /^\/changes(?:[?#]|$)/.test(href) ? null : href;
}
