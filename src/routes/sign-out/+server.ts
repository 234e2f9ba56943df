import { redirect } from '@sveltejs/kit';
import { doorOf, SESSION_COOKIE } from '../parts/door.ts';

/** Ends the session of this browser. */
export async function POST({ cookies, locals }) {
	await doorOf(locals.context).leave(cookies.get(SESSION_COOKIE) ?? '');
	cookies.delete(SESSION_COOKIE, { path: '/' });
	redirect(303, '/sign-in');
}
