import { setOf } from './parts/set-of-page.ts';

/** Keys of an address that filter; chips tell them and take them away. */
const FILTERS = ['in', 'q', 'track', 'topic', 'actor', 'kind', 'status', 'conflict', 'published'];

/** Code that not every first picture needs travels only with those that do: the panel, the chips, and what a large set takes. */
export async function load({ data, url, untrack, fetch }) {
	const filtered = untrack(() => [...url.searchParams.keys()]).some((key) => FILTERS.includes(key) || key.startsWith('f.'));
	const [{ set, hits, first, whole }, panel, chips] = await Promise.all([
		setOf(
			data.desk,
			untrack(() => url.searchParams.get('q') ?? ''),
			fetch
		),
		data.answer ? import('./parts/DetailPanel.svelte') : null,
		filtered ? import('./parts/FilterChips.svelte') : null
	]);
	return { ...data, set, hits, first, whole, panel: panel?.default ?? null, chips: chips?.default ?? null };
}
