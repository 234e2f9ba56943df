import { fail, redirect } from '@sveltejs/kit';
import { MOST_SHARED } from '#lib/server/sharing/limit-context.ts';
import { freshId } from '../api/decks.ts';
import { makeShare } from '../api/make-share.ts';
import { askedFor } from '../api/share-unfurl.ts';
import { sharesOf } from '../api/share-context.ts';

/** Saved views and links given; `view` names a view that is to become one of them. */
export async function load({ locals, url, setHeaders }) {
	const { context } = locals;
	setHeaders({ 'cache-control': 'no-store' });
	const set = await context.columns();
	const views = await context.store.documents.list('view');
	return {
		view: url.searchParams.get('view'),
		made: url.searchParams.get('made'),
		origin: context.reach.origin ?? url.origin,
		views: views.map(({ id, body }) => ({ id, ...(body as { readonly name: string; readonly view: string }) })),
		shares: await Promise.all(
			(await sharesOf(context).list()).map(async (share) => {
				const { token, frozen, seq, ends, view } = share;
				// One without a name is told by what it asks for.
				const name = share.name || (await askedFor({ view, language: locals.language }, set));
				return { token, name, frozen, seq, ends };
			})
		)
	};
}

const textOf = (form: FormData, name: string, longest: number) =>
	String(form.get(name) ?? '')
		.trim()
		.slice(0, longest);

export const actions = {
	save: async ({ request, locals }) => {
		const form = await request.formData();
		const body = { name: textOf(form, 'name', 200), view: textOf(form, 'view', 8000) };
		await locals.context.store.documents.put('view', { id: freshId(), expected: 0, changed: new Date().toISOString(), body });
		redirect(303, '/shares');
	},
	share: async ({ request, locals }) => {
		const form = await request.formData();
		const made = await makeShare(locals, {
			view: textOf(form, 'view', 8001),
			name: textOf(form, 'name', 200),
			frozen: form.get('how') === 'frozen',
			ends: textOf(form, 'ends', 40) || null
		});
		if ('refused' in made)
			return fail(409, {
				code: made.refused,
				parameter: made.parameter,
				count: made.refused === 'too-many' ? made.count : 0,
				most: MOST_SHARED
			});
		if ('code' in made) return fail(400, { code: made.code, parameter: made.parameter, count: 0, most: MOST_SHARED });
		redirect(303, `/shares?made=${made.share.token}`);
	},
	forget: async ({ request, locals }) => {
		await locals.context.store.documents.delete('view', textOf(await request.formData(), 'id', 100));
		redirect(303, '/shares');
	},
	pin: async ({ request, locals }) => {
		const { context } = locals;
		await sharesOf(context).pin(textOf(await request.formData(), 'token', 100), (await context.columns()).seq, context.today());
		redirect(303, '/shares');
	},
	revoke: async ({ request, locals }) => {
		await sharesOf(locals.context).revoke(textOf(await request.formData(), 'token', 100));
		redirect(303, '/shares');
	}
};
