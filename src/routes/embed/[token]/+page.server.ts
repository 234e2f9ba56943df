import { error } from '@sveltejs/kit';
import { pageDeskOf } from '../../parts/page-desk-of.ts';
import { stepView } from '../../parts/step-view.ts';

/** A shared view to stand in another page. */
export async function load({ locals }) {
	const { context, share } = locals;
	if (!share) error(404, { message: 'Not shared', code: 'not-found' });
	const view = stepView(share.share.view, locals.language);
	return {
		name: share.share.name,
		view: share.share.view,
		base: share.base,
		desk: await pageDeskOf(context, await context.columns(), null, view)
	};
}
