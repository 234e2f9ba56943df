import { redirect } from '@sveltejs/kit';

const YEAR = 31_536_000;

/** The theme for readers without scripts: remembers it and goes back to where they were. */
export async function POST({ request, cookies, url }) {
	const form = await request.formData().catch(() => null);
	const theme = form?.get('theme');
	cookies.set('theme', theme === 'light' || theme === 'dark' ? theme : 'system', {
		path: '/',
		maxAge: YEAR,
		httpOnly: false,
		secure: false,
		sameSite: 'lax'
	});
	const from = request.headers.get('referer');
	const back = from && URL.canParse(from) && new URL(from).origin === url.origin ? new URL(from) : null;
	redirect(303, back ? back.pathname + back.search : '/');
}
