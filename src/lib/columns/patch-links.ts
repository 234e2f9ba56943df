import { GONE, type ColumnSet, type IdColumn, type UnresolvedLink } from './column-set.ts';
import { Patched } from './patching.ts';
import { LINKS, type Row } from './row.ts';

interface Changed {
	/** Rows written, new ones too. */
	readonly rows: ReadonlyMap<number, Row>;
	readonly gone: readonly number[];
	readonly id: IdColumn;
	readonly kind: Uint8Array;
}

/**
 * The links of a patched set. A link to a row that goes is written down by its id, and is a link again when that row
 * comes back; a link that waited for a row is made when it comes.
 */
export function patchLinks(
	set: ColumnSet,
	{ rows, gone, id, kind }: Changed
): { links: Int32Array[]; unresolved: readonly UnresolvedLink[] } {
	const columns = LINKS.map((link) => new Patched(set[link], kind.length));
	const standing = (to: string) => {
		const row = id.rowOf(to);
		return row >= 0 && kind[row] !== GONE ? row : -1;
	};
	const absent = new Set(gone);
	const unresolved: UnresolvedLink[] = [];
	for (const open of set.unresolved) {
		if (rows.has(open.row) || absent.has(open.row)) continue;
		const to = standing(open.id);
		if (to < 0) unresolved.push(open);
		else columns[LINKS.indexOf(open.link)]!.set(open.row, to);
	}
	LINKS.forEach((link, index) => {
		const column = columns[index]!;
		for (const [at, row] of rows) {
			const to = row[link] === '' ? -1 : standing(row[link]);
			column.set(at, to);
			if (to < 0 && row[link] !== '') unresolved.push({ row: at, link, id: row[link] });
		}
		for (const at of gone) column.set(at, -1);
		if (gone.length) letGo(column, link, set, absent, unresolved);
	});
	return { links: columns.map(({ array }) => array), unresolved: same(unresolved, set.unresolved) ? set.unresolved : unresolved };
}

function letGo(
	column: Patched<Int32Array>,
	link: UnresolvedLink['link'],
	set: ColumnSet,
	absent: ReadonlySet<number>,
	unresolved: UnresolvedLink[]
): void {
	const going = new Uint8Array(column.array.length);
	for (const row of absent) going[row] = 1;
	for (let row = 0; row < column.array.length; row++) {
		const to = column.array[row]!;
		if (to < 0 || going[to] === 0) continue;
		column.set(row, -1);
		unresolved.push({ row, link, id: set.id.at(to) });
	}
}

function same(now: readonly UnresolvedLink[], old: readonly UnresolvedLink[]): boolean {
	return now.length === old.length && now.every((open, index) => open === old[index]);
}
