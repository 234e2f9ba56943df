import type { RecordBody, ResolvedValue } from '#lib/domain/record.ts';

/** The resolved value at a path of a record's fields: `date`, `series/ordinal`, `quantities/KEY/amount`. */
export function valueAt(fields: RecordBody['fields'], path: string): ResolvedValue | null {
	const [name = '', ...rest] = path.split('/');
	const field = fields[name];
	if (!field || field.shape === 'text') return null;
	if (field.shape === 'value') return field;
	const member = rest.at(-1) ?? '';
	if (field.shape === 'group') return field.members[member] ?? null;
	const key = rest.slice(0, -1).join('/');
	return field.elements.find((element) => element.key === key)?.members[member] ?? null;
}
