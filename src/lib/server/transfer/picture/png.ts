import { renderAsync } from '@resvg/resvg-js';
import { FONT_FAMILIES } from '#lib/timeline/paint/palette.ts';
import { escapeXml } from '#lib/timeline/paint/svg-parts.ts';
import { pictureFonts, PICTURE_FONTS } from './fonts.ts';

export interface PngOptions {
	/** Pixels of the picture for one px of the SVG. */
	readonly scale: number;
	/** Nothing is laid under the picture: what is not drawn shows through. */
	readonly transparent: boolean;
}

/** Pixels a picture may have: 8000 px wide at four times is not asked for by people. */
export const MOST_PIXELS = 80_000_000;

/** The paper under the whole picture, as the painter writes it. */
const PAPER = /<rect width="100%" height="100%" fill="#[0-9a-f]{6}"\/>/u;

/** An SVG of ours as PNG, its letters shaped with our own fonts and no others. @throws FontsMissing */
export async function pngOf(svg: string, { scale, transparent }: PngOptions): Promise<Uint8Array> {
	// Where a family lacks a letter, the renderer takes the first face that has it, whatever its weight: so texts in Arabic script
	// name the family that has their letters first.
	const named = svg
		.replaceAll(escapeXml(FONT_FAMILIES), PICTURE_FONTS.latin)
		.replace(/<text (?=[^>]*xml:lang="(?:ar|fa)")/gu, `<text font-family="${PICTURE_FONTS.arabic}" `);
	const image = await renderAsync(transparent ? named.replace(PAPER, '') : named, {
		fitTo: { mode: 'zoom', value: scale },
		font: { loadSystemFonts: false, fontFiles: [...pictureFonts()], defaultFontFamily: 'Inter' }
	});
	return image.asPng();
}
