import type { Claim } from './claim.ts';
import { elementKey, elementsIn } from './element-key.ts';
import type { EntryBody } from './entry.ts';
import { FIELDS } from './fields.ts';

/** An entry that takes a claim back, whole or in part. */
export type Withdrawal = Extract<EntryBody, { kind: 'withdraw' }>;

/**
 * What is left of a claim after a withdrawal of it; null when nothing is left. Elements are named by their keys as the
 * claim states them, so merging records later does not change what was withdrawn.
 */
export function withdrawn<C extends Claim>(claim: C, { fields, elements }: Withdrawal): C | null {
	if (fields === undefined && elements === undefined) return null;
	const left: Record<string, unknown> = {};
	for (const [field, value] of Object.entries(claim.fields)) {
		if (fields?.includes(field)) continue;
		const keys = elements?.[field];
		const spec = FIELDS[claim.kind][field];
		if (keys === undefined || spec?.shape !== 'list' || !Array.isArray(value)) {
			left[field] = value;
			continue;
		}
		const kept = elementsIn(value).filter((element) => !keys.includes(elementKey(spec, element)));
		if (kept.length > 0) left[field] = kept;
	}
	return Object.keys(left).length === 0 ? null : { ...claim, fields: left };
}
