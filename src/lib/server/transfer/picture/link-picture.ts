import { DARK, LIGHT } from '#lib/timeline/paint/palette.ts';
import { escapeXml, num } from '#lib/timeline/paint/svg-parts.ts';
import { LOCALES } from '#lib/language/locales.ts';
import { estimatedWidth } from '#lib/timeline/layout/text-width.ts';
import { pngOf } from './png.ts';
import { sceneOf, svgOf, type PicturedView } from './view-scene.ts';

/** Size that sites show link pictures in, px. */
export const LINK_PICTURE = { width: 1200, height: 630 } as const;

const HEAD = 104;
const INSET = 32;
/** Widths the view may be laid out at, px; it is enlarged to the picture's. */
const WIDTHS = [800, 1000] as const;

export interface LinkPictureText {
	/** The view's name. */
	readonly title: string;
	/** As of when, and what is in it; in the view's language. */
	readonly line: string;
	readonly theme: 'light' | 'dark';
}

/** The picture a shared link unfurls with: the view's name over the view itself, 1200 × 630. @throws FontsMissing */
export async function linkPictureOf(view: PicturedView, { title, line, theme }: LinkPictureText): Promise<Uint8Array> {
	const room = LINK_PICTURE.height - HEAD;
	// The fewer lanes, the larger they are drawn: links are shown small.
	const width =
		WIDTHS.find((each) => (sceneOf(view, { width: each }).scene.height * LINK_PICTURE.width) / each <= room) ?? LINK_PICTURE.width;
	const laid = sceneOf(view, { width, height: Math.floor((room * width) / LINK_PICTURE.width), fill: true });
	return pngOf(framed(svgOf(laid, theme), view, { title, line, theme }), { scale: 1, transparent: false });
}

function framed(picture: string, { reader }: PicturedView, { title, line, theme }: LinkPictureText): string {
	const { width, height } = LINK_PICTURE;
	const palette = theme === 'dark' ? DARK : LIGHT;
	const rtl = LOCALES[reader.language].direction === 'rtl';
	const x = rtl ? width - INSET : INSET;
	const text = (words: string, y: number, size: number, weight: 400 | 600, fill: string) =>
		`<text x="${x}" y="${y}" font-size="${size}" font-weight="${weight}" fill="${fill}" text-anchor="${rtl ? 'end' : 'start'}" xml:lang="${reader.language}">` +
		`${rtl ? '\u2067' : '\u2066'}${escapeXml(shortened(words, size, weight))}\u2069</text>`;
	// The timeline's own file, as a picture within this one; its view box enlarges it.
	const inner = picture.replace(
		/<svg ([^>]*?)width="([\d.]+)" height="([\d.]+)"/u,
		(_, before: string, wide: string, high: string) =>
			`<svg ${before}y="${HEAD}" width="${width}" height="${num((Number(high) * width) / Number(wide))}"`
	);
	return (
		`<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${num(width)} ${num(height)}" ` +
		`direction="ltr" font-family="${fontsOf(picture)}"><rect width="100%" height="100%" fill="${palette.paper}"/>` +
		text(title, 50, 32, 600, palette.ink) +
		text(line, 82, 18, 400, palette['ink-2']) +
		`${inner}</svg>`
	);
}

/** The families as the painter names them: one place decides. */
function fontsOf(picture: string): string {
	return /font-family="([^"]*)"/u.exec(picture)?.[1] ?? '';
}

/** As much of a line as there is room for, ended where a word ends. */
function shortened(words: string, size: number, weight: 400 | 600): string {
	const room = LINK_PICTURE.width - 2 * INSET;
	if (estimatedWidth(words, size, weight) <= room) return words;
	const parts = words.split(' ');
	while (parts.length > 1 && estimatedWidth(`${parts.join(' ')} …`, size, weight) > room) parts.pop();
	return `${parts.join(' ')} …`;
}
