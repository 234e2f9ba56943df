import { error } from '@sveltejs/kit';
import { changesOfShare } from '../api/share-changes.ts';

/** Stands under a share's address only (`/share/TOKEN/changes`). */
export async function load({ locals }) {
	if (!locals.share) error(404, { message: 'Not shared', code: 'not-found' });
	return { changes: await changesOfShare(locals.share.whole, locals.share.share), base: locals.share.base };
}
