import { buildColumns } from '#lib/columns/build.ts';
import type { ColumnSet } from '#lib/columns/column-set.ts';
import { readRow, type Row } from '#lib/columns/row.ts';
import type { Text } from '#lib/domain/text.ts';

/**
 * The rows of a set over and over until there are `count`, each copy with its own ids and texts: work remembered for one
 * text is not had for nothing by its copies. The set must have all its words.
 */
export function repeated(set: ColumnSet, count: number): ColumnSet {
	const own = Array.from({ length: set.count }, (_, row) => readRow(set, row));
	return buildColumns(copies(own, count), { names: set.names, spellings: set.spellings, published: set.published }, set.seq);
}

function* copies(own: readonly Row[], count: number): Iterable<Row> {
	for (let at = 0; at < count; at++) {
		const row = own[at % own.length] as Row;
		const copy = Math.floor(at / own.length);
		const idIn = (id: string) => (id === '' ? '' : `${id}-${copy}`);
		yield {
			...row,
			id: idIn(row.id),
			title: numbered(row.title, copy),
			summary: row.summary && numbered(row.summary, copy),
			previous: idIn(row.previous),
			followsFrom: idIn(row.followsFrom),
			arisesFrom: idIn(row.arisesFrom),
			partOf: idIn(row.partOf),
			atEvent: idIn(row.atEvent)
		};
	}
}

function numbered(text: Text, copy: number): Text {
	return Object.fromEntries(Object.entries(text).map(([language, words]) => [language, `${words} ${copy}`]));
}
