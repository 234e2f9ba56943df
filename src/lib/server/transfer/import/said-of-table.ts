import { isUnique, profilesOf } from '#lib/formats/column-profile.ts';
import type { TableRow } from '#lib/formats/delimited.ts';
import type { ColumnTarget, Mapping } from '#lib/formats/foreign.ts';
import type { Question } from '#lib/formats/mapping-suggestion.ts';
import { BadOptionError } from './questions.ts';

/** Answers to what a table leaves open, given before it is asked. */
export interface Answers {
	/** Which of day and month comes first in every column that leaves it open. */
	readonly order?: 'dmy' | 'mdy';
	/** Column that names a row for good. */
	readonly key?: string;
}

/**
 * A mapping with the answers in it, and the questions still open. An order goes only to columns that leave it open: what a
 * column itself shows is not overruled.
 * @throws BadOptionError when there is no such column
 */
export function answered(
	mapping: Mapping,
	questions: readonly Question[],
	columns: readonly string[],
	{ order, key }: Answers
): { readonly mapping: Mapping; readonly open: readonly Question[] } {
	const targets: Record<string, ColumnTarget> = { ...mapping.columns };
	const open = questions.filter(({ about, column, options }) => {
		if (about === 'key') return key === undefined;
		const target = column === undefined ? undefined : targets[column];
		if (about !== 'date-order' || order === undefined || column === undefined || target?.to !== 'date') return true;
		if (!options.some(({ value }) => value === order)) return true;
		targets[column] = { ...target, reading: { ...target.reading, order } };
		return false;
	});
	if (key !== undefined) {
		if (!columns.includes(key)) throw new BadOptionError('no-such-column', { option: 'key', name: key, known: columns.join(', ') });
		for (const [column, target] of Object.entries(targets)) if (isKey(target)) targets[column] = withoutKey(target);
		targets[key] = asKey(targets[key]);
	}
	return { mapping: order === undefined && key === undefined ? mapping : { ...mapping, columns: targets }, open };
}

/** Whether cells of such a column name their row for good. */
export function isKey(target: ColumnTarget | undefined): boolean {
	return target?.to === 'key' || (target !== undefined && 'key' in target && target.key === true);
}

export function hasKey({ columns }: Mapping): boolean {
	return Object.values(columns).some(isKey);
}

/** Columns of which every row says something of its own, dates apart. */
export function uniqueColumns({ columns: targets }: Mapping, columns: readonly string[], rows: readonly TableRow[]): string[] {
	return profilesOf(columns, rows)
		.filter((profile) => targets[profile.header]?.to !== 'date' && isUnique(profile))
		.map(({ header }) => header);
}

function asKey(target: ColumnTarget | undefined): ColumnTarget {
	return isText(target) ? { ...target, key: true } : { to: 'key' };
}

function withoutKey(target: ColumnTarget): ColumnTarget {
	if (!isText(target)) return { to: 'rest' };
	const { key: _key, ...text } = target;
	return text;
}

function isText(target: ColumnTarget | undefined): target is Extract<ColumnTarget, { readonly language?: unknown }> {
	return target !== undefined && !['key', 'kind', 'status', 'date', 'words', 'rest', 'ignore'].includes(target.to);
}
