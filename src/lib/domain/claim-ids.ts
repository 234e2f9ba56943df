import type { Claim } from './claim.ts';
import { elementsIn, isElement } from './element-key.ts';
import { FIELDS, type FieldSpec, type ValueType } from './fields.ts';
import type { RecordKind } from './kinds.ts';

/** An id a claim's fields point to, and the kinds of record that may stand there. */
export interface Reference {
	readonly id: string;
	readonly to: readonly RecordKind[];
	readonly field: string;
}

/** Every record a claim's fields refer to (not its own record, source or speaker). */
export function referencesOf(claim: Claim): Reference[] {
	const found: Reference[] = [];
	const see = (type: ValueType | undefined, value: unknown, field: string) => {
		if (type?.type === 'ref' && typeof value === 'string') found.push({ id: value, to: type.to, field });
	};
	for (const [field, value] of Object.entries(claim.fields)) {
		const spec = fieldSpec(claim.kind, field);
		if (spec?.shape === 'value') see(spec, value, field);
		else if (spec)
			for (const element of spec.shape === 'list' ? elementsIn(value) : [value].filter(isElement))
				for (const [member, inner] of Object.entries(element)) see(spec.members[member], inner, field);
	}
	return found;
}

/** The claim with every id in it (fields, source, speaker) replaced by the id it is merged into. Its record stays. */
export function aliasClaim<C extends Claim>(claim: C, alias: (id: string) => string): C {
	const fields: Record<string, unknown> = {};
	for (const [field, value] of Object.entries(claim.fields)) fields[field] = aliasField(fieldSpec(claim.kind, field), value, alias);
	return { ...claim, source: alias(claim.source), ...(claim.said_by === undefined ? {} : { said_by: alias(claim.said_by) }), fields };
}

/** One value with the ids inside it replaced. */
export function aliasValue(type: ValueType | undefined, value: unknown, alias: (id: string) => string): unknown {
	return type?.type === 'ref' && typeof value === 'string' ? alias(value) : value;
}

function aliasField(spec: FieldSpec | undefined, value: unknown, alias: (id: string) => string): unknown {
	if (spec === undefined) return value;
	if (spec.shape === 'value') return aliasValue(spec, value, alias);
	const members = (element: unknown) =>
		isElement(element)
			? Object.fromEntries(Object.entries(element).map(([member, inner]) => [member, aliasValue(spec.members[member], inner, alias)]))
			: element;
	return Array.isArray(value) ? (value as unknown[]).map(members) : members(value);
}

function fieldSpec(kind: RecordKind, field: string): FieldSpec | undefined {
	return Object.hasOwn(FIELDS[kind], field) ? FIELDS[kind][field] : undefined;
}
