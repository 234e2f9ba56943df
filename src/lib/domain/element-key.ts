import type { FieldSpec } from './fields.ts';

/** A list field of the table in `fields.ts`. */
export type ListSpec = Extract<FieldSpec, { shape: 'list' }>;

/** An element of a list as claims state it. */
export type Element = Readonly<Record<string, unknown>>;

const SEPARATOR = ' · ';

/** The key of a list's element: its key members joined by ` · `, a missing one as the empty string. */
export function elementKey(spec: ListSpec, element: Element): string {
	return spec.key.map((member) => keyPart(element[member])).join(SEPARATOR);
}

function keyPart(value: unknown): string {
	return value === undefined || value === null ? '' : String(value).normalize('NFKC').trim();
}

/** Rewrites the ids inside an element's key. A key that does not split into its members (free text held the separator) stays. */
export function aliasKey(spec: ListSpec, key: string, alias: (id: string) => string): string {
	const parts = key.split(SEPARATOR);
	if (parts.length !== spec.key.length) return key;
	return parts.map((part, at) => (spec.members[spec.key[at] ?? '']?.type === 'ref' ? alias(part) : part)).join(SEPARATOR);
}

/** Elements of a list value; anything else (null: "has none") holds none. */
export function elementsIn(value: unknown): readonly Element[] {
	return Array.isArray(value) ? (value as readonly unknown[]).filter(isElement) : [];
}

/** Whether a value is a plain object, such as an element or a group. */
export function isElement(value: unknown): value is Element {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}
