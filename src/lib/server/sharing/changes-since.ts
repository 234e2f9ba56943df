import { GONE, type ColumnSet } from '#lib/columns/column-set.ts';
import { conflictsOf, resolvedValues } from '#lib/domain/read-record.ts';
import type { RecordBody, Version } from '#lib/domain/record.ts';
import type { Text } from '#lib/domain/text.ts';

/** A field on which sources differ as they did not before. */
export interface Contradiction {
	/** `date`, `series/ordinal`, `quantities/concluded/amount`. */
	readonly field: string;
	/** All that is said now, the shown one first. */
	readonly versions: readonly (Version & { readonly isNew: boolean })[];
}

/** What became of a record since a shared view was pinned. */
export interface ShareChange {
	readonly id: string;
	readonly kind: 'event' | 'agreement' | 'follow-up';
	readonly title: Text;
	readonly what: readonly ('added' | 'dropped' | 'moved' | 'contradicted')[];
	/** The entry that changed it last; null of what is gone, as far as the view itself knows. */
	readonly seq: number | null;
	/** Dates in EDTF before and after, where it has moved; null: not dated. */
	readonly from?: string | null;
	readonly to?: string | null;
	/** Where sources differ anew. */
	readonly contradictions?: readonly Contradiction[];
}

/** A shared view in one state: its rows with all their words, and the records they stand for. */
export interface ViewState {
	readonly set: ColumnSet;
	readonly bodies: ReadonlyMap<string, RecordBody>;
}

const KINDS = ['event', 'agreement', 'follow-up'] as const;

/** How two states of one view differ, in the order of the later one, what is gone last. */
export function changesBetween(then: ViewState, now: ViewState): ShareChange[] {
	const changes: ShareChange[] = [];
	for (let row = 0; row < now.set.count; row++) {
		if (now.set.kind[row] === GONE) continue;
		const id = now.set.id.at(row);
		const body = now.bodies.get(id);
		const seq = body?.changed ?? null;
		const before = then.set.id.rowOf(id);
		if (before < 0) {
			changes.push({ ...named(now.set, row), what: ['added'], seq });
			continue;
		}
		const [from, to] = [dateOf(then.set, before), dateOf(now.set, row)];
		const contradictions = body ? newContradictions(then.bodies.get(id), body) : [];
		const what: ShareChange['what'][number][] = [];
		if (from !== to) what.push('moved');
		if (contradictions.length > 0) what.push('contradicted');
		if (what.length === 0) continue;
		changes.push({
			...{ ...named(now.set, row), what, seq },
			...(from !== to && { from, to }),
			...(contradictions.length > 0 && { contradictions })
		});
	}
	for (let row = 0; row < then.set.count; row++) {
		if (then.set.kind[row] !== GONE && now.set.id.rowOf(then.set.id.at(row)) < 0)
			changes.push({ ...named(then.set, row), what: ['dropped'], seq: null });
	}
	return changes;
}

/**
 * Fields on which somebody says what nobody said before: sources differ now, and one of the values was not among those of then.
 * A value that is merely said again, or a conflict that has become smaller, is none.
 */
export function newContradictions(then: RecordBody | undefined, now: RecordBody): Contradiction[] {
	const before = new Map((then ? conflictsOf(then) : []).map(({ path, versions }) => [path, versions]));
	return conflictsOf(now).flatMap(({ path, versions }) => {
		const known = before.get(path);
		const said = new Set(known?.map(({ value }) => JSON.stringify(value)));
		// Where all agreed before, what they agreed on is not new.
		const agreed = known ? null : shownIn(then, path);
		const told = versions.map((version) => {
			const value = JSON.stringify(version.value);
			return { ...version, isNew: known ? !said.has(value) : value !== agreed };
		});
		return told.some(({ isNew }) => isNew) ? [{ field: path, versions: told }] : [];
	});
}

function shownIn(body: RecordBody | undefined, path: string): string | null {
	const found = body && resolvedValues(body).find((each) => each.path === path);
	return found ? JSON.stringify(found.resolved.value) : null;
}

function named(set: ColumnSet, row: number): Pick<ShareChange, 'id' | 'kind' | 'title'> {
	return { id: set.id.at(row), kind: KINDS[set.kind[row]!] ?? 'event', title: set.words.of(row)?.title ?? {} };
}

function dateOf(set: ColumnSet, row: number): string | null {
	return set.words.of(row)?.date?.edtf ?? null;
}
