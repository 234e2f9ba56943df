import { LIGHT, FONT_FAMILIES, type Palette, type Token } from '../paint/palette.ts';

/** The colours in force on an element, read from the style sheet's custom properties. */
export function readPalette(element: Element): Palette {
	const style = getComputedStyle(element);
	const tokens = Object.keys(LIGHT) as Token[];
	return Object.fromEntries(tokens.map((token) => [token, style.getPropertyValue(`--${token}`).trim() || LIGHT[token]])) as Record<
		Token,
		string
	>;
}

/** Calls back when the theme, the system's colours or the screen's resolution change. Returns the way to stop. */
export function watchTheme(changed: () => void): () => void {
	const observer = new MutationObserver(changed);
	observer.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme', 'class', 'style'] });
	const dark = matchMedia('(prefers-color-scheme: dark)');
	dark.addEventListener('change', changed);
	// A media query knows one resolution only, so after each change a new one is asked.
	let resolution: MediaQueryList | null = null;
	const onResolution = (): void => {
		resolution?.removeEventListener('change', onResolution);
		if (resolution) changed();
		resolution = matchMedia(`(resolution: ${devicePixelRatio}dppx)`);
		resolution.addEventListener('change', onResolution);
	};
	onResolution();
	return () => {
		observer.disconnect();
		dark.removeEventListener('change', changed);
		resolution?.removeEventListener('change', onResolution);
	};
}

/** Letters of every script we write, so that the browser fetches each family's part that holds them. */
const SAMPLE = 'Aaж۱۴٣گچپژيم';
const WEIGHTS = [400, 500, 600] as const;
/** A picture in a fallback font is better than none. */
const FONT_PATIENCE_MS = 4000;

/** Are the families there that canvas texts are written in? Canvas does not wait for fonts as the page does. */
export function fontsReady(): boolean {
	return WEIGHTS.every((weight) => document.fonts.check(`${weight} 12px ${FONT_FAMILIES}`, SAMPLE));
}

export async function loadFonts(): Promise<void> {
	const patience = new Promise<void>((resolve) => setTimeout(resolve, FONT_PATIENCE_MS));
	const loads = WEIGHTS.map((weight) => document.fonts.load(`${weight} 12px ${FONT_FAMILIES}`, SAMPLE));
	await Promise.race([patience, Promise.allSettled(loads)]);
}

export function reducedMotion(): boolean {
	return matchMedia('(prefers-reduced-motion: reduce)').matches;
}
