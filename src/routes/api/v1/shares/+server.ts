import { json } from '@sveltejs/kit';
import { unknownParameter, problem } from '../../answers.ts';
import { bodyOf } from '../../decks.ts';
import { makeShare } from '../../make-share.ts';
import { refusal } from '../../share-refusal.ts';
import { sharesOf } from '../../share-context.ts';

/** The links that are open, last made first. */
export async function GET({ locals, url }) {
	const refused = unknownParameter(url.searchParams, ['lang']);
	if (refused) return refused;
	const items = await sharesOf(locals.context).list();
	return json({
		items: items.map((share) => ({ ...share, address: `${originOf(locals.context, url)}/share/${share.token}` })),
		next: null
	});
}

/** Gives a view to others by a link: `{view, frozen?, ends?, name?}`. */
export async function POST({ locals, url, request }) {
	const read = await bodyOf(request);
	if ('refused' in read) return read.refused;
	const { view = '', frozen = false, ends = null, name = '' } = read.body;
	if (typeof view !== 'string' || typeof frozen !== 'boolean' || typeof name !== 'string' || (ends !== null && typeof ends !== 'string'))
		return problem(400, {
			code: 'invalid-body',
			message: 'Should be {view: text, frozen: true or false, ends: a day or an instant, name: text}.'
		});
	const made = await makeShare(locals, { view, frozen, ends, name });
	if ('refused' in made) return refusal(made, made.parameter);
	if ('code' in made)
		return problem(400, {
			code: made.code,
			parameter: made.parameter,
			message: made.parameter === 'ends' ? 'Should be a day to come, within a year.' : 'Should be a view as the dashboard’s address has it.'
		});
	const { token, seq, ends: until } = made.share;
	const address = `${originOf(locals.context, url)}/share/${token}`;
	return json({ token, address, seq, ends: until }, { status: 201, headers: { location: `/api/v1/shares/${token}` } });
}

function originOf({ reach }: App.Locals['context'], url: URL): string {
	return reach.origin ?? url.origin;
}
