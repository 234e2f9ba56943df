import { isLanguage, type Language } from '#lib/language/locales.ts';
import { defaultView } from '#lib/view/defaults.ts';
import { viewFromUrl } from '#lib/view/from-url.ts';
import { queryText, viewToParams } from '#lib/view/to-url.ts';
import type { ViewState } from '#lib/view/view-state.ts';

/**
 * The view a step was made from, in the language of who looks: a step keeps what is shown, its reader how. Calendar and direction
 * are the step's own only in the step's own language.
 */
export function stepView(query: string, language: Language): ViewState {
	const params = new URLSearchParams(query);
	const own = params.get('lang');
	const { view } = viewFromUrl(params, defaultView(isLanguage(own) ? own : language));
	if (view.lang === language) return view;
	const { cal, dir } = defaultView(language);
	return { ...view, lang: language, cal, dir };
}

/** A view as a step keeps it. */
export function stepQuery(view: ViewState): string {
	return queryText(viewToParams(view, defaultView(view.lang), { share: true }));
}
