import { FIELDS, type FieldNature, type ValueType } from './fields.ts';
import type { RecordKind } from './kinds.ts';
import { aliasKey } from './element-key.ts';

/** Where a value stands in a record: `date`, `series/ordinal`, `quantities/concluded/amount`. */
export interface ValueAt {
	readonly field: string;
	/** The element's key, in a list; it may hold slashes. */
	readonly key?: string;
	readonly member?: string;
	readonly type: ValueType;
	readonly nature: FieldNature;
	/** False for editorial fields (a desk claim says them) and for the key of an element (which is what it is). */
	readonly decidable: boolean;
}

/** The path of a member of a group (`field/member`) or of a list's element (`field/key/member`). */
export function memberPath(field: string, member: string, key?: string): string {
	return key === undefined ? `${field}/${member}` : `${field}/${key}/${member}`;
}

/** Reads a path against the table of fields; null when the kind has no such value. */
export function valueAt(kind: RecordKind, path: string): ValueAt | null {
	const slash = path.indexOf('/');
	const field = slash < 0 ? path : path.slice(0, slash);
	if (!Object.hasOwn(FIELDS[kind], field)) return null;
	const spec = FIELDS[kind][field];
	if (spec === undefined) return null;
	if (slash < 0) return spec.shape === 'value' ? { field, type: spec, nature: spec.nature, decidable: spec.nature !== 'editorial' } : null;
	const last = path.lastIndexOf('/');
	const member = path.slice(last + 1);
	if (spec.shape === 'value' || !Object.hasOwn(spec.members, member)) return null;
	const type = spec.members[member];
	if (type === undefined) return null;
	if (spec.shape === 'group') return last === slash ? { field, member, type, nature: spec.nature, decidable: true } : null;
	if (last === slash) return null;
	return { field, key: path.slice(slash + 1, last), member, type, nature: spec.nature, decidable: !spec.key.includes(member) };
}

/** The same path with the ids inside its key replaced (merged records). An unreadable path stays as it is. */
export function aliasPath(kind: RecordKind, path: string, alias: (id: string) => string): string {
	const at = valueAt(kind, path);
	const spec = at && FIELDS[kind][at.field];
	if (!at || at.key === undefined || at.member === undefined || spec?.shape !== 'list') return path;
	return memberPath(at.field, at.member, aliasKey(spec, at.key, alias));
}
