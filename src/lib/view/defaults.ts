import { LOCALES, type Language } from '#lib/language/locales.ts';
import type { ViewState } from './view-state.ts';

/** What a reader of a language looks at before asking for anything. */
export function defaultView(language: Language): ViewState {
	return {
		extent: null,
		within: null,
		relation: 'overlaps',
		possible: true,
		undated: true,
		lanes: 'track',
		q: '',
		track: [],
		kind: [],
		status: [],
		topic: [],
		actor: [],
		conflict: false,
		columnFilters: {},
		sel: null,
		table: 'agreements',
		sort: [{ column: 'date', descending: true }],
		group: null,
		cols: null,
		cal: [LOCALES[language].calendar],
		dir: LOCALES[language].direction,
		lang: language,
		asof: null,
		published: null
	};
}

/** The view a language starts from: calendar and direction are the base's own only in the base's language. */
export function baseFor(base: ViewState, language: Language): ViewState {
	if (language === base.lang) return base;
	const { calendar, direction } = LOCALES[language];
	return { ...base, lang: language, cal: [calendar], dir: direction };
}
