import { json } from '@sveltejs/kit';
import { problem } from '../api/answers.ts';
import { limitedOf, sharesOf } from '../api/share-context.ts';
import { unfurl } from '../api/share-unfurl.ts';

const WIDTH = 800;
const HEIGHT = 480;

/** How a shared view stands in another page, for programs that ask (oembed.com). `url` is a share's address, or its embed's. */
export async function GET({ locals, url }) {
	if ((url.searchParams.get('format') ?? 'json') !== 'json')
		return problem(501, { code: 'not-implemented', message: 'This is answered as JSON only.' });
	const asked = URL.parse(url.searchParams.get('url') ?? '');
	const token = /^\/(?:share|embed)\/([\w-]+)/.exec(asked?.pathname ?? '')?.[1] ?? '';
	const { context } = locals;
	const share = await sharesOf(context).find(token);
	if (!share) return problem(404, { code: 'not-found', message: 'There is no such shared view, or it has ended.' });
	const origin = context.reach.origin ?? url.origin;
	const limited = await limitedOf(context, share);
	const sized = (name: string, usual: number) => {
		const most = Math.floor(Number(url.searchParams.get(name)));
		return most >= 1 ? Math.min(usual, most) : usual;
	};
	const [width, height] = [sized('maxwidth', WIDTH), sized('maxheight', HEIGHT)];
	return json({
		version: '1.0',
		type: 'rich',
		provider_name: 'Accordline',
		title: 'refused' in limited ? share.name : (await unfurl(share, limited.set)).title,
		width,
		height,
		html: `<iframe src="${origin}/embed/${share.token}" width="${width}" height="${height}" style="border:0" loading="lazy"></iframe>`
	});
}
