import type { Store } from '../../storage/store.ts';
import type { ForeignFile } from './foreign-file.ts';
import { editionsOf, seriesOf, takesMostBack, type FileMarks, type PastImport } from './import-list.ts';
import { keyOf, recordIdOf } from './record-ids.ts';
import { openStanding } from './standing.ts';

/** Records that are looked at to see whether a file speaks of what its series speaks of. */
const LOOKED_AT = 2000;

/** The series a file seems to continue. */
export interface ProposedSeries {
	/** Record of the series; null: none, or another file that bears the same name. */
	readonly source: string | null;
	/** The series it has the name of, though it says little or nothing of what that one says. */
	readonly doubtful: string | null;
	/** The same bytes came in under this name, as this entry. */
	readonly same: { readonly file: string; readonly entry: number } | null;
}

export const NO_SERIES: ProposedSeries = { source: null, doubtful: null, same: null };

/** Looks at the first records of a file and proposes the series it continues; who imports decides. @param file null: it cannot be read before questions are answered */
export async function proposeSeries(
	store: Store,
	imports: readonly PastImport[],
	marks: FileMarks,
	file: ForeignFile | null
): Promise<ProposedSeries> {
	const proposed = seriesOf(imports, marks);
	if (!proposed) return NO_SERIES;
	const { source } = proposed.facts;
	if (proposed.facts.hash === marks.hash) {
		const { seq: entry, facts } = proposed;
		return { source, doubtful: null, same: facts.file === marks.file ? null : { file: facts.file, entry } };
	}
	const isOther = file !== null && (await speaksOfOthers(store, editionsOf(imports, source), source, file));
	return isOther ? { ...NO_SERIES, doubtful: source } : { ...NO_SERIES, source };
}

async function speaksOfOthers(store: Store, editions: readonly PastImport[], source: string, file: ForeignFile): Promise<boolean> {
	const ids = new Set<string>();
	let whole = true;
	for await (const row of file.rows()) {
		if ('record' in row) ids.add(recordIdOf(source, row.record.kind, keyOf(row.record)));
		else if ('claim' in row) ids.add(row.claim.record);
		if (ids.size < LOOKED_AT) continue;
		whole = false;
		break;
	}
	const standing = await openStanding(store, new Set(editions.map(({ seq }) => seq)));
	const kept = (await standing.about([...ids])).size;
	const { fresh, changed, same = 0 } = editions.at(-1)?.facts ?? { fresh: 0, changed: 0 };
	const all = fresh + changed + same;
	return takesMostBack(kept, (whole ? all : Math.min(all, ids.size)) - kept);
}
