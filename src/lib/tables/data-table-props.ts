import type { Snippet } from 'svelte';
import type { ColumnSet } from '#lib/columns/column-set.ts';
import type { RowGroup } from '#lib/columns/groups.ts';
import type { SortKey, TableName } from '#lib/view/view-state.ts';
import type { CellContext } from './cells.ts';
import type { FacetValue } from './facet-value.ts';

/** What a table shows, and what it asks for. */
export interface DataTableProps {
	table: TableName;
	set: ColumnSet;
	/** Row numbers of `set`, already filtered and ordered. */
	rows: Uint32Array;
	/** So many of them stand where they belong; the others are being ordered. Without it, all. */
	known?: number;
	/** Groups the rows stand in, which follow each other; their names; the column they come from, or `year`. */
	groups?: readonly RowGroup[] | null;
	groupName?: (value: string) => string;
	group?: string | null;
	/** Address of the page with other groups. */
	groupHref?: (group: string | null) => string;
	sort: readonly SortKey[];
	cols: readonly string[] | null;
	/** Chosen values by column id. */
	columnFilters: Readonly<Record<string, readonly string[]>>;
	selected: string | null;
	/** Id of the record pointed at elsewhere, on the timeline. */
	hovered?: string | null;
	context: CellContext;
	hrefOf: (id: string, row?: number) => string;
	/** Address of the page under another order, for headers without scripts. */
	sortHref?: (keys: readonly SortKey[]) => string;
	facets: (column: string) => readonly FacetValue[];
	/** By row number: 2 certainly, 1 possibly in the interval asked for. */
	certainty?: Uint8Array;
	/** The order asked for is on its way; the last one stands. */
	waiting?: boolean;
	/** Rises when words have arrived. */
	words?: number;
	/** Rows in sight whose words are missing. */
	onneed?: (rows: Uint32Array) => void;
	/** The last line in sight or about to be. */
	onreach?: (line: number) => void;
	/** Left side of the foot: counts. */
	footer?: Snippet;
	/** The foot offers the choice of columns; a page that offers it elsewhere says no. */
	chooser?: boolean;
	onsort: (keys: readonly SortKey[]) => void;
	oncols: (ids: readonly string[] | null) => void;
	onfilter: (column: string, values: readonly string[]) => void;
	onselect: (id: string) => void;
	/** Enter on a row; without it, Enter selects. */
	onopen?: (id: string) => void;
	onhover?: (id: string | null) => void;
}
