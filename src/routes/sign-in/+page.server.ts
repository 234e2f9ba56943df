import { fail, redirect } from '@sveltejs/kit';
import { SESSION_SECONDS } from '#lib/server/accounts/door.ts';
import { doorOf, SESSION_COOKIE } from '../parts/door.ts';

/** The link is used by the button, not by looking: programs that preview links would use it up. */
export function load({ url, setHeaders }) {
	setHeaders({ 'cache-control': 'no-store', 'referrer-policy': 'no-referrer' });
	return { token: url.searchParams.get('token') ?? '' };
}

export const actions = {
	default: async ({ request, locals, cookies, url, getClientAddress }) => {
		const form = await request.formData().catch(() => null);
		if (!form) return fail(400, { problem: 'bad' as const });
		const token = String(form.get('token') ?? '').slice(0, 200);
		const session = await doorOf(locals.context).enter(token, getClientAddress());
		if (session === 'throttled') return fail(429, { problem: 'throttled' as const });
		if (session === null) return fail(403, { problem: 'bad' as const });
		const secure = url.protocol === 'https:';
		cookies.set(SESSION_COOKIE, session, { path: '/', httpOnly: true, sameSite: 'lax', secure, maxAge: SESSION_SECONDS });
		redirect(303, '/');
	}
};
