import type { ColumnSet } from '#lib/columns/column-set.ts';
import { firstInOrder } from '#lib/columns/first-in-order.ts';
import { kindCounts, rowsOfKind } from '#lib/columns/kind-counts.ts';
import { filterMask } from '#lib/columns/mask.ts';
import { encodeItems } from '#lib/encoding/encode-items.ts';
import { countInExtent, sortOfTable, TABLE_KINDS } from '#lib/tables/table-rows.ts';
import { overviewDomain } from '#lib/timeline/layout/overview.ts';
import { hullOfTable } from '#lib/timeline/scale/fit.ts';
import { inView } from '#lib/timeline/interaction/in-view.ts';
import { filterOf } from '#lib/view/to-filter.ts';
import type { ViewState } from '#lib/view/view-state.ts';
import { FIRST_ROWS } from './large-set.ts';
import type { FirstLines, WholeExtents } from './page-desk.ts';
import { everythingOf, openingExtent } from './opening-extent.ts';
import { translatorOf } from './translator.ts';

export interface FirstSight {
	readonly lines: FirstLines;
	/** The rows whose words the first picture of a view needs: those on top of its table, and those its timeline is told by. */
	readonly rows: readonly number[];
	readonly whole: WholeExtents;
}

/** What a page shows first. */
export async function firstSightOf(set: ColumnSet, view: ViewState, hits: Uint8Array | null, today: number): Promise<FirstSight> {
	const reader = { language: view.lang, calendar: view.cal[0], t: await translatorOf(view.lang), today };
	const mask = filterMask(set, filterOf(view), hits);
	const table = firstInOrder(set, mask, TABLE_KINDS[view.table], sortOfTable(view.table, view.sort), view.lang, FIRST_ROWS);
	const input = encodeItems(set, { lanes: view.lanes, mask }, reader);
	const everything = everythingOf(set, reader);
	const fitted = openingExtent(everything, reader);
	const listed = inView(input, view.extent ?? fitted).items;
	const missing = input.missingWords(listed);
	const selected = view.sel === null ? -1 : set.id.rowOf(view.sel);
	return {
		rows: [...table, ...missing, ...(selected >= 0 ? [selected] : [])],
		lines: { rows: table, inExtent: countInExtent(set, rowsOfKind(set, mask, TABLE_KINDS[view.table]), view.extent ?? fitted) },
		whole: { fitted, domain: overviewDomain(everything, fitted), hull: hullOfTable(set), kinds: kindCounts(set) }
	};
}
