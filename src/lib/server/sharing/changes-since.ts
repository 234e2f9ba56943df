import { GONE, type ColumnSet } from '#lib/columns/column-set.ts';
import type { Text } from '#lib/domain/text.ts';

/** What became of a record since a shared view was pinned. */
export interface ShareChange {
	readonly id: string;
	readonly kind: 'event' | 'agreement' | 'follow-up';
	readonly title: Text;
	readonly what: readonly ('added' | 'dropped' | 'moved' | 'contradicted')[];
	/** Dates in EDTF before and after, where it has moved; null: not dated. */
	readonly from?: string | null;
	readonly to?: string | null;
}

const KINDS = ['event', 'agreement', 'follow-up'] as const;

/** How two states of one view differ, in the order of the later one, what is gone last. Both have all their words. */
export function changesBetween(then: ColumnSet, now: ColumnSet): ShareChange[] {
	const changes: ShareChange[] = [];
	for (let row = 0; row < now.count; row++) {
		if (now.kind[row] === GONE) continue;
		const id = now.id.at(row);
		const before = then.id.rowOf(id);
		const [from, to] = [before < 0 ? null : dateOf(then, before), dateOf(now, row)];
		const what: ShareChange['what'][number][] = [];
		if (before < 0) what.push('added');
		else {
			if (from !== to) what.push('moved');
			if (now.conflicts[row]! > then.conflicts[before]!) what.push('contradicted');
		}
		if (what.length > 0) changes.push({ ...named(now, row), what, ...(what.includes('moved') && { from, to }) });
	}
	for (let row = 0; row < then.count; row++)
		if (then.kind[row] !== GONE && now.id.rowOf(then.id.at(row)) < 0) changes.push({ ...named(then, row), what: ['dropped'] });
	return changes;
}

function named(set: ColumnSet, row: number): Pick<ShareChange, 'id' | 'kind' | 'title'> {
	return { id: set.id.at(row), kind: KINDS[set.kind[row]!] ?? 'event', title: set.words.of(row)?.title ?? {} };
}

function dateOf(set: ColumnSet, row: number): string | null {
	return set.words.of(row)?.date?.edtf ?? null;
}
