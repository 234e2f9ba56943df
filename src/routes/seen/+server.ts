import { redirect } from '@sveltejs/kit';

const YEAR = 31_536_000;

/** "Mark all as seen": the one thing that moves the seq from which "new" is counted. */
export async function POST({ request, cookies, locals, url }) {
	// Without a form, or with one that cannot be read, everything there is now counts as seen.
	const form = await request.formData().catch(() => null);
	const asked = Number(form?.get('seq') ?? NaN);
	const head = await locals.context.store.head();
	const seq = Number.isInteger(asked) && asked >= 0 ? Math.min(asked, head) : head;
	cookies.set('seen', String(seq), { path: '/', maxAge: YEAR, httpOnly: true, secure: false, sameSite: 'lax' });
	const from = request.headers.get('referer');
	const back = from && URL.canParse(from) && new URL(from).origin === url.origin ? new URL(from) : null;
	redirect(303, back ? back.pathname + back.search : '/');
}
