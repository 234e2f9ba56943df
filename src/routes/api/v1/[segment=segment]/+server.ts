import { json } from '@sveltejs/kit';
import { certaintyCounts, type CertaintyCounts } from '#lib/columns/certainty-counts.ts';
import { rowsOfKind } from '#lib/columns/kind-counts.ts';
import { CERTAINLY } from '#lib/columns/mask.ts';
import { orderRows } from '#lib/columns/order.ts';
import { KIND_SEGMENT, RECORD_KINDS } from '#lib/domain/kinds.ts';
import { titleOf } from '#lib/domain/read-record.ts';
import { KIND_OF_TABLE } from '#lib/filter/facets.ts';
import { TABLES } from '#lib/filter/filter.ts';
import { fold } from '#lib/language/fold.ts';
import { flatRecord } from '#lib/server/records/flat-record.ts';
import { filterOf } from '#lib/view/to-filter.ts';
import { wholeNumber } from '../../answers.ts';
import { requested } from '../../requested.ts';

const MOST = 500;

/** Ids of a list, of which only a page is ever read out. */
interface Ids {
	readonly total: number;
	page(from: number, to: number): string[];
}

const ROW_KIND: Readonly<Record<string, number>> = { event: 0, agreement: 1, 'follow-up': 2 };

/** A page of one kind's records, filtered and sorted by the dashboard's keys; with `in`, how certain each is of standing to it as `rel` says, and how many are. `next` is the `after` of the next page. */
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
	const { set, mask, view, hits } = asked;
	const { within } = view;

	const ids = kind in ROW_KIND ? rowIds(ROW_KIND[kind] ?? 0) : await otherIds();
	const page = ids.page(after.value, after.value + limit.value);
	const bodies = await context.store.recordsById(page, asof);
	const items = page.flatMap((id) => {
		const body = bodies.get(id);
		return body ? [{ ...flatRecord(body), ...certaintyOf(id) }] : [];
	});
	const end = after.value + page.length;
	return json({ items, next: end < ids.total ? String(end) : null, total: ids.total, seq: set.seq, ...counts() });

	function rowIds(wanted: number): Ids {
		const rows = orderRows(set, rowsOfKind(set, mask, wanted), view.sort, language);
		return { total: rows.length, page: (from, to) => Array.from(rows.subarray(from, to), (row) => set.id.at(row)) };
	}
	/** What interval logic says of a record; where no interval is asked for, nothing is. */
	function certaintyOf(id: string): { readonly certainty?: keyof CertaintyCounts } {
		if (within === null || !(kind in ROW_KIND)) return {};
		const row = set.id.rowOf(id);
		if (Number.isNaN(set.earliestStart[row])) return { certainty: 'undated' };
		return { certainty: mask[row] === CERTAINLY ? 'certainly' : 'possibly' };
	}
	function counts(): { readonly counts?: CertaintyCounts } {
		if (within === null || !(kind in ROW_KIND)) return {};
		const tables = TABLES.filter((table) => KIND_OF_TABLE[table] === kind);
		return { counts: certaintyCounts(set, { ...filterOf(view), tables }, hits) };
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
