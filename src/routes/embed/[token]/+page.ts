import { setOf } from '../../parts/set-of-page.ts';

export async function load({ data, fetch }) {
	const { set, hits } = await setOf(data.desk, '', fetch);
	return { ...data, set, hits };
}
