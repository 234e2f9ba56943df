import { FontsMissing } from '#lib/server/transfer/picture/fonts.ts';
import { linkPictureOf } from '#lib/server/transfer/picture/link-picture.ts';
import { MOST_PIXELS, pngOf } from '#lib/server/transfer/picture/png.ts';
import { sceneOf, svgOf } from '#lib/server/transfer/picture/view-scene.ts';
import { badParameter, problem, wholeNumber } from '../../answers.ts';
import { pictured } from '../../pictured.ts';
import { unfurl } from '../../share-unfurl.ts';
import { namesOf } from '../../view-name.ts';

const OWN = ['scale', 'transparent', 'card'] as const;

/**
 * The picture of any view as PNG: `width` and `height` in px as of the SVG, `scale` pixels for each of them, `transparent=1` without
 * paper, `card=1` as sites show links (1200 × 630, with the view's name).
 */
export async function GET({ locals, url }) {
	const params = url.searchParams;
	const scale = wholeNumber(params, 'scale', { fallback: 1, min: 1, max: 4 });
	if ('refused' in scale) return scale.refused;
	const times = scale.value;
	for (const flag of ['transparent', 'card']) {
		const value = params.get(flag) ?? '0';
		if (value !== '0' && value !== '1') return badParameter(flag, value, 'Should be 0 or 1.');
	}
	const asked = await pictured(locals, params, OWN);
	if ('refused' in asked) return asked.refused;
	try {
		return new Response(new Blob([await pictureOf()]).stream(), { headers: { 'content-type': 'image/png', 'cache-control': 'no-cache' } });
	} catch (error) {
		if (error instanceof FontsMissing) return problem(503, { code: 'fonts-missing', message: error.message });
		if (error instanceof RangeError) return problem(413, { code: 'too-large', message: error.message });
		throw error;
	}

	async function pictureOf(): Promise<Uint8Array<ArrayBuffer>> {
		if ('refused' in asked) throw new Error('Refused before.');
		const { view, theme } = asked;
		if (params.get('card') === '1') {
			// A shared view is called what its link is called, and says of itself what the link does.
			const given = locals.share && (await unfurl(locals.share.share, await locals.context.columns()));
			const { title, line } = given ? { title: given.title, line: given.description } : await namesOf(asked.asked, locals);
			return new Uint8Array(await linkPictureOf(view, { title, line, theme }));
		}
		const laid = sceneOf(view, asked);
		const pixels = asked.width * laid.scene.height * times ** 2;
		if (pixels > MOST_PIXELS) throw new RangeError(`A picture of ${pixels} pixels is too large; at most ${MOST_PIXELS}. Ask for less.`);
		return new Uint8Array(await pngOf(svgOf(laid, theme), { scale: times, transparent: params.get('transparent') === '1' }));
	}
}
