import { setOf } from '../../parts/set-of-page.ts';

export async function load({ data, fetch }) {
	const { set, hits } = await setOf(data.desk, new URLSearchParams(data.begin?.view).get('q') ?? '', fetch);
	return { ...data, set, hits };
}
