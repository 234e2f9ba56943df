import { json } from '@sveltejs/kit';
import { problem } from '../api/answers.ts';
import { sharesOf } from '../api/share-context.ts';

const WIDTH = 800;
const HEIGHT = 480;

/** How a shared view stands in another page, for programs that ask (oembed.com). `url` is a share's address. */
export async function GET({ locals, url }) {
	const asked = URL.parse(url.searchParams.get('url') ?? '');
	const token = /^\/share\/([\w-]+)/.exec(asked?.pathname ?? '')?.[1] ?? '';
	const share = await sharesOf(locals.context).find(token);
	if (!share) return problem(404, { code: 'not-found', message: 'There is no such shared view, or it has ended.' });
	const origin = locals.context.reach.origin ?? url.origin;
	const sized = (name: string, usual: number) => Math.min(usual, Number(url.searchParams.get(name)) || usual);
	const [width, height] = [sized('maxwidth', WIDTH), sized('maxheight', HEIGHT)];
	return json({
		version: '1.0',
		type: 'rich',
		provider_name: 'Accordline',
		title: share.name,
		width,
		height,
		html: `<iframe src="${origin}/embed/${share.token}" width="${width}" height="${height}" style="border:0" loading="lazy"></iframe>`
	});
}
