import type { RecordedClaim } from '../../../src/lib/domain/claim.ts';
import type { RecordKind } from '../../../src/lib/domain/kinds.ts';
import type { RecordBody, ResolvedValue } from '../../../src/lib/domain/record.ts';
import type { Decision, SourceFacts } from '../../../src/lib/domain/resolve-context.ts';
import { resolveRecord } from '../../../src/lib/domain/resolve.ts';

export interface Given {
	readonly source: string;
	readonly fields: RecordedClaim['fields'];
	readonly said_on?: string;
	readonly said_by?: string;
}

/** Resolves claims recorded one an entry, from seq 1 on. */
export function resolved(
	kind: RecordKind,
	given: readonly Given[],
	sources: Record<string, SourceFacts> = {},
	decisions: readonly Decision[] = []
): RecordBody {
	const claims = given.map((each, at): RecordedClaim => ({ record: 'r', kind, ...each, id: `${at + 1}.1`, seq: at + 1 }));
	const body = resolveRecord('r', kind, claims, { decisions, sources: (id) => sources[id], merged: [] });
	if (!body) throw new Error('no record');
	return body;
}

/** A field that resolves to one value. */
export function valueIn(body: RecordBody, field: string, member?: string): ResolvedValue {
	const found = body.fields[field];
	const value =
		found?.shape === 'list' ? found.elements[0]?.members[member ?? ''] : found?.shape === 'group' ? found.members[member ?? ''] : found;
	if (value?.shape !== 'value') throw new Error(`no value at ${field}`);
	return value;
}

export const on = (edtf: string) => ({ date: { edtf } });
