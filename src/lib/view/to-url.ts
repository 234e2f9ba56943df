import { joinList } from './codecs.ts';
import { baseFor } from './defaults.ts';
import { COLUMN_FILTER_PREFIX, PARAMETERS, written } from './parameters.ts';
import type { ViewState } from './view-state.ts';

/**
 * A view as query parameters, in one stable order; what equals the base is left out.
 * `share`: for a link given to others, who have another base: `t`, `lang`, `cal` and `dir` are always written (`t` needs
 * an extent in the view; fit it before sharing).
 */
export function viewToParams(view: ViewState, base: ViewState, options: { readonly share?: boolean } = {}): URLSearchParams {
	const params = new URLSearchParams();
	const start = baseFor(base, view.lang);
	for (const parameter of PARAMETERS) {
		const text = written(parameter, view);
		const share = options.share === true && parameter.shared === true && text !== '';
		// The language is compared with the reader's own, all else with what that language starts from.
		if (share || text !== written(parameter, parameter.field === 'lang' ? base : start)) params.set(parameter.key, text);
		if (parameter.key === 'actor') writeColumnFilters(view, start, params);
	}
	return params;
}

/** Parameters as the text after `?`, '' for none. Commas, colons, slashes and `!` stay as they are: they are legal there, and read better. */
export function queryText(params: URLSearchParams): string {
	return params.toString().replace(/%2C/g, ',').replace(/%3A/g, ':').replace(/%2F/g, '/').replace(/%21/g, '!');
}

function writeColumnFilters(view: ViewState, start: ViewState, params: URLSearchParams): void {
	for (const path of Object.keys(view.columnFilters).sort()) {
		const values = view.columnFilters[path] ?? [];
		const known = start.columnFilters[path];
		// [''] ("not reported") and no choice at all are both written as nothing, so the texts alone do not tell.
		if (values.length && !(known && joinList(known) === joinList(values))) params.set(COLUMN_FILTER_PREFIX + path, joinList(values));
	}
}
