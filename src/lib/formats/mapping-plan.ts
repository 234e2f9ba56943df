import type { Language } from '#lib/domain/text.ts';
import type { ColumnTarget, DateReading, Mapping, TextTarget } from './foreign.ts';

type DateTarget = Extract<ColumnTarget, { readonly to: 'date' }>;
type TextColumnTarget = Extract<ColumnTarget, { readonly to: TextTarget }>;

/** A date column as it stands in this file. */
export interface DateColumn {
	readonly index: number;
	readonly header: string;
	readonly reading: DateReading;
}

/** The columns of one date: one cell, or one of each part. */
export interface DateGroup {
	readonly role: DateTarget['role'];
	/** Whole dates, in the file's order: the first that says something counts. */
	readonly whole: readonly DateColumn[];
	readonly parts: Readonly<Partial<Record<'year' | 'month' | 'day' | 'time', DateColumn>>>;
}

export interface TextColumn {
	readonly index: number;
	readonly header: string;
	readonly target: TextColumnTarget;
	readonly language: Language;
}

/** A mapping laid upon the columns of a file, so that a row needs no look-up. */
export interface MappingPlan {
	readonly columns: readonly string[];
	readonly texts: readonly TextColumn[];
	readonly keys: readonly number[];
	readonly kinds: readonly { readonly index: number; readonly to: 'kind' | 'status'; readonly values: ReadonlyMap<string, string> }[];
	readonly dates: readonly DateGroup[];
	readonly words: readonly number[];
	readonly rest: readonly number[];
}

/** A column of the mapping that this file does not have is left out here; `checkMapping` speaks of it. */
export function planOf(mapping: Mapping, columns: readonly string[]): MappingPlan {
	const plan = { texts: [] as TextColumn[], keys: [] as number[], words: [] as number[], rest: [] as number[] };
	const kinds: MappingPlan['kinds'][number][] = [];
	const dates = new Map<DateTarget['role'], { role: DateTarget['role']; whole: DateColumn[]; parts: Record<string, DateColumn> }>();
	columns.forEach((header, index) => {
		const target: ColumnTarget = (Object.hasOwn(mapping.columns, header) && mapping.columns[header]) || { to: 'rest' };
		switch (target.to) {
			case 'ignore':
				return;
			case 'rest':
			case 'words':
				plan[target.to].push(index);
				return;
			case 'key':
				plan.keys.push(index);
				return;
			case 'kind':
			case 'status': {
				const values = Object.entries(target.values ?? {}).map(([cell, value]) => [cell.trim().toLowerCase(), value] as const);
				kinds.push({ index, to: target.to, values: new Map(values) });
				return;
			}
			case 'date': {
				const { role, part, reading } = target;
				const group = dates.get(role) ?? { role, whole: [], parts: {} };
				dates.set(role, group);
				if (part) group.parts[part] = { index, header, reading };
				else group.whole.push({ index, header, reading });
				return;
			}
			default:
				plan.texts.push({ index, header, target, language: target.language ?? mapping.language });
				if (target.key) plan.keys.push(index);
		}
	});
	return { columns, ...plan, kinds, dates: [...dates.values()] };
}
