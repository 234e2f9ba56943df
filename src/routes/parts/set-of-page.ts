import type { ColumnSet } from '#lib/columns/column-set.ts';
import { columnsFromJson } from '#lib/columns/wire.ts';
import { PageDesk, type DeskJson, type FirstLines, type WholeExtents } from './page-desk.ts';

export interface SetHad {
	readonly set: ColumnSet;
	readonly hits: Uint8Array | null;
	/** The rows on top of the table: the order of a million is not worked out before the first picture. */
	readonly first: FirstLines | null;
	/** null: to be worked out here. */
	readonly whole: WholeExtents | null;
}

/** On the server the set itself has come; in the page a small one is made from its JSON, a large one is fetched. */
export async function setOf(desk: unknown, q: string, fetcher: typeof fetch): Promise<SetHad> {
	if (desk instanceof PageDesk) return { set: desk.set, hits: desk.hits, first: desk.first, whole: null };
	const json = desk as DeskJson;
	if ('inside' in json) return { set: columnsFromJson(json.inside), hits: null, first: null, whole: null };
	return (await import('./large-set.ts')).largeSet(json, q, fetcher);
}
