import { redirect } from '@sveltejs/kit';
import { isMonthNames } from '#lib/language/month-names.ts';

const YEAR = 31_536_000;

/** What a reader chose, remembered without scripts: the theme or the month names of a country. Goes back to where they were. */
export async function POST({ request, cookies, url }) {
	const form = await request.formData().catch(() => null);
	const [theme, months] = [form?.get('theme'), form?.get('months')];
	const remember = (name: string, value: string) =>
		cookies.set(name, value, { path: '/', maxAge: YEAR, httpOnly: false, secure: false, sameSite: 'lax' });
	if (isMonthNames(months)) remember('months', months);
	else remember('theme', theme === 'light' || theme === 'dark' ? theme : 'system');
	const from = request.headers.get('referer');
	const back = from && URL.canParse(from) && new URL(from).origin === url.origin ? new URL(from) : null;
	redirect(303, back ? back.pathname + back.search : '/');
}
