import type { Language } from '#lib/language/locales.ts';
import { stepQuery, stepView } from './step-view.ts';

/** The address of a view's picture. */
export function sceneAddress(view: string, language: Language, width: number, height: number): string {
	const query = stepQuery(stepView(view, language));
	return `/api/v1/scene.svg?${query}${query ? '&' : ''}width=${width}&height=${height}`;
}
