import type { ColumnSet } from '#lib/columns/column-set.ts';
import { columnsFromJson } from '#lib/columns/wire.ts';
import { PageDesk, type DeskJson } from './parts/page-desk.ts';

/** Keys of an address that filter; chips tell them and take them away. */
const FILTERS = ['in', 'q', 'track', 'topic', 'actor', 'kind', 'status', 'conflict', 'published'];

/** Code that not every first picture needs travels only with those that do: the panel, the chips, and what a large set takes. */
export async function load({ data, url, untrack, fetch }) {
	const filtered = untrack(() => [...url.searchParams.keys()]).some((key) => FILTERS.includes(key) || key.startsWith('f.'));
	const [{ set, hits, first }, panel, chips] = await Promise.all([
		setOf(
			data.desk,
			untrack(() => url.searchParams.get('q') ?? ''),
			fetch
		),
		data.answer ? import('./parts/DetailPanel.svelte') : null,
		filtered ? import('./parts/FilterChips.svelte') : null
	]);
	return { ...data, set, hits, first, panel: panel?.default ?? null, chips: chips?.default ?? null };
}

interface SetHad {
	readonly set: ColumnSet;
	readonly hits: Uint8Array | null;
	/** The rows on top of the table: the order of a million is not worked out before the first picture. */
	readonly first: Uint32Array | null;
}

/** On the server the set itself has come; in the page a small one is made from its JSON, a large one is fetched. */
async function setOf(desk: unknown, q: string, fetcher: typeof fetch): Promise<SetHad> {
	if (desk instanceof PageDesk) return { set: desk.set, hits: desk.hits, first: null };
	const json = desk as DeskJson;
	if ('inside' in json) return { set: columnsFromJson(json.inside), hits: null, first: null };
	return (await import('./parts/large-set.ts')).largeSet(json, q, fetcher);
}
