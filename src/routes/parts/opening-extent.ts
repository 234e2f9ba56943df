import type { ColumnSet } from '#lib/columns/column-set.ts';
import { filterMask } from '#lib/columns/mask.ts';
import { encodeItems } from '#lib/encoding/encode-items.ts';
import type { Reader } from '#lib/encoding/reader.ts';
import { NO_FILTER } from '#lib/filter/filter.ts';
import type { TimelineInput } from '#lib/timeline/items/item.ts';
import type { Extent } from '#lib/timeline/scale/extent.ts';
import { fitExtent } from '#lib/timeline/scale/fit.ts';

/** All that a set holds, whatever a view narrows it to. */
export function everythingOf(set: ColumnSet, reader: Reader): TimelineInput {
	return encodeItems(set, { lanes: 'track', mask: filterMask(set, NO_FILTER) }, reader);
}

/** The extent of a view that names none, on every screen and in every picture: fitted to all there is, so that no filter moves it. */
export function openingExtent(everything: TimelineInput, { today }: Pick<Reader, 'today'>): Extent {
	return fitExtent(everything, today);
}
