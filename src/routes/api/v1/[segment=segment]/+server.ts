import { json } from '@sveltejs/kit';
import { rowsOf } from '#lib/columns/mask.ts';
import { orderRows } from '#lib/columns/order.ts';
import { KIND_SEGMENT, RECORD_KINDS } from '#lib/domain/kinds.ts';
import { titleOf } from '#lib/domain/read-record.ts';
import { fold } from '#lib/language/fold.ts';
import { flatRecord } from '#lib/server/records/flat-record.ts';
import { wholeNumber } from '../../answers.ts';
import { requested } from '../../requested.ts';

const MOST = 500;
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
	const page = ids.slice(after.value, after.value + limit.value);
	const items = [];
	for (const id of page) {
		const body = await context.store.record(id, asof);
		if (body) items.push(flatRecord(body));
	}
	const end = after.value + page.length;
	return json({ items, next: end < ids.length ? String(end) : null, total: ids.length, seq: asked.set.seq });

	function rowIds({ set, mask, view }: Exclude<typeof asked, { refused: Response }>, wanted: number): string[] {
		const rows = rowsOf(mask).filter((row) => set.kind[row] === wanted);
		return [...orderRows(set, rows, view.sort, language)].map((row) => set.id.at(row));
	}
	async function otherIds(): Promise<string[]> {
		const q = fold(url.searchParams.get('q') ?? '');
		const found: string[] = [];
		for await (const body of context.store.records({ kind, asof })) {
			if (!q || Object.values(titleOf(body)).some((text) => fold(text ?? '').includes(q))) found.push(body.id);
		}
		return found;
	}
}
