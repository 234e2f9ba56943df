import { viewFromUrl, type ViewReading } from './from-url.ts';
import { queryText, viewToParams } from './to-url.ts';
import type { ViewState } from './view-state.ts';

/** The view a whole address asks for; see `viewFromUrl`. */
export function viewFromHref(href: string, base: ViewState, passThrough: readonly string[] = []): ViewReading {
	return viewFromUrl(new URL(href).searchParams, base, passThrough);
}

/** The path of a whole address. */
export function pathOf(href: string): string {
	return new URL(href).pathname;
}

/** The address of a view at a path. Keys of others are taken over from `current`, the address as it stands. */
export function hrefOf(path: string, view: ViewState, base: ViewState, current: string, passThrough: readonly string[] = []): string {
	const params = viewToParams(view, base);
	const now = new URL(current).searchParams;
	for (const key of passThrough) for (const value of now.getAll(key)) params.append(key, value);
	const query = queryText(params);
	return query ? `${path}?${query}` : path;
}
