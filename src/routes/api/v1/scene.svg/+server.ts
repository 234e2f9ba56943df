import { sceneOf, svgOf } from '#lib/server/transfer/picture/view-scene.ts';
import { pictured } from '../../pictured.ts';

/** The picture of any view: the same layout as on screen, painted to SVG. `width` in px, `theme` light or dark. */
export async function GET({ locals, url }) {
	const asked = await pictured(locals, url.searchParams, []);
	if ('refused' in asked) return asked.refused;
	return new Response(svgOf(sceneOf(asked.view, asked), asked.theme), {
		headers: { 'content-type': 'image/svg+xml; charset=utf-8', 'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'" }
	});
}
