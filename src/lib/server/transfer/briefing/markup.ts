import { escapeXml } from '#lib/timeline/paint/svg-parts.ts';
import { LOCALES, type Language } from '#lib/language/locales.ts';
import type { Told } from './gather.ts';

/** Markup that is safe as it stands. Everything else goes through {@link html}. */
export interface Markup {
	readonly markup: string;
}

type Part = string | number | Markup | null | false | readonly Part[];

/** A template whose texts are made safe for markup and attributes; only `Markup` goes in as it is. */
export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Markup {
	return { markup: strings.map((text, index) => text + (index < parts.length ? written(parts[index] ?? null) : '')).join('') };
}

/** Markup made elsewhere, such as a painted picture. */
export function raw(markup: string): Markup {
	return { markup };
}

/** A text of the data: isolated, in its own language and direction. */
export function told({ text, language }: Told, own: Language): Markup {
	if (language === own) return html`<bdi>${text}</bdi>`;
	return html`<bdi lang="${language}" dir="${LOCALES[language].direction}">${text}</bdi>`;
}

function written(part: Part): string {
	if (part === null || part === false) return '';
	if (typeof part === 'string') return escapeXml(part);
	if (typeof part === 'number') return String(part);
	if ('markup' in part) return part.markup;
	return part.map(written).join('');
}
