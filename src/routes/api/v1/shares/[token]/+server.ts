import { json } from '@sveltejs/kit';
import { problem } from '../../../answers.ts';
import { sharesOf } from '../../../share-context.ts';

const noShare = () => problem(404, { code: 'not-found', message: 'There is no such shared view, or it has ended.' });

export async function GET({ locals, params }) {
	const share = await sharesOf(locals.context).find(params.token);
	return share ? json(share) : noShare();
}

/** Pins a frozen link to what is known now. */
export async function POST({ locals, params }) {
	const { context } = locals;
	const share = await sharesOf(context).pin(params.token, (await context.columns()).seq, context.today());
	return share ? json(share) : noShare();
}

/** Takes a link back: it opens nothing from now on. */
export async function DELETE({ locals, params }) {
	return (await sharesOf(locals.context).revoke(params.token)) ? new Response(null, { status: 204 }) : noShare();
}
