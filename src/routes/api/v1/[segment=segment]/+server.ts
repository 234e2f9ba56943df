import { json } from '@sveltejs/kit';
import { rowsOfKind } from '#lib/columns/kind-counts.ts';
import { orderRows } from '#lib/columns/order.ts';
import { KIND_SEGMENT, RECORD_KINDS } from '#lib/domain/kinds.ts';
import { titleOf } from '#lib/domain/read-record.ts';
import { fold } from '#lib/language/fold.ts';
import { flatRecord } from '#lib/server/records/flat-record.ts';
import { wholeNumber } from '../../answers.ts';
import { requested } from '../../requested.ts';

const MOST = 500;

/** Ids of a list, of which only a page is ever read out. */
interface Ids {
	readonly total: number;
	page(from: number, to: number): string[];
}

const ROW_KIND: Readonly<Record<string, number>> = { event: 0, agreement: 1, 'follow-up': 2 };

/** A page of one kind's records, filtered and sorted by the dashboard's keys. `next` is the `after` of the next page. */
export async function GET({ params, locals, url }) {
	const { context, language } = locals;
	const limit = wholeNumber(url.searchParams, 'limit', { fallback: 100, min: 1, max: MOST });
	if ('refused' in limit) return limit.refused;
	const after = wholeNumber(url.searchParams, 'after', { fallback: 0, max: 999_999_999 });
	if ('refused' in after) return after.refused;
	const asked = await requested(context, language, url.searchParams, ['limit', 'after']);
	if ('refused' in asked) return asked.refused;
	const kind = RECORD_KINDS.find((candidate) => KIND_SEGMENT[candidate] === params.segment) ?? 'event';
	const asof = asked.asof ?? undefined;

	const ids = kind in ROW_KIND ? rowIds(asked, ROW_KIND[kind] ?? 0) : await otherIds();
	const page = ids.page(after.value, after.value + limit.value);
	const bodies = await context.store.recordsById(page, asof);
	const items = page.flatMap((id) => {
		const body = bodies.get(id);
		return body ? [flatRecord(body)] : [];
	});
	const end = after.value + page.length;
	return json({ items, next: end < ids.total ? String(end) : null, total: ids.total, seq: asked.set.seq });

	function rowIds({ set, mask, view }: Exclude<typeof asked, { refused: Response }>, wanted: number): Ids {
		const rows = orderRows(set, rowsOfKind(set, mask, wanted), view.sort, language);
		return { total: rows.length, page: (from, to) => Array.from(rows.subarray(from, to), (row) => set.id.at(row)) };
	}
	async function otherIds(): Promise<Ids> {
		const q = fold(url.searchParams.get('q') ?? '');
		const found: string[] = [];
		for await (const body of context.store.records({ kind, asof })) {
			if (!q || Object.values(titleOf(body)).some((text) => fold(text ?? '').includes(q))) found.push(body.id);
		}
		return { total: found.length, page: (from, to) => found.slice(from, to) };
	}
}
