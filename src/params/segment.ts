import { KIND_SEGMENT } from '#lib/domain/kinds.ts';

/** The address segment of a record kind: `events`, `follow-ups`, … */
export function match(value: string): boolean {
	return Object.values(KIND_SEGMENT).includes(value);
}
