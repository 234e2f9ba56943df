import { setOf } from '../../../parts/set-of-page.ts';

export async function load({ data, params, untrack, fetch }) {
	const name = untrack(() => params.step);
	const step = data.deck.steps.find(({ id }) => id === name) ?? data.deck.steps[0];
	const { set, hits } = await setOf(data.desk, new URLSearchParams(step?.view).get('q') ?? '', fetch);
	return { ...data, set, hits, begin: step?.id ?? null };
}
