import { weigh, type Candidate, type Weighed } from './candidate.ts';
import { DESK, type RecordedClaim } from './claim.ts';
import { FIELDS, type FieldSpec } from './fields.ts';
import type { RecordKind } from './kinds.ts';
import type { RecordBody, ResolvedField } from './record.ts';
import type { Decision, ResolveContext } from './resolve-context.ts';
import { resolveEditorialValue, resolveText } from './resolve-editorial.ts';
import { resolveGroup, resolveList } from './resolve-list.ts';
import { isPlan, resolveMoving, resolvePlannedDate } from './resolve-moving.ts';
import { resolveStanding } from './resolve-standing.ts';

/**
 * What the claims about one record add up to (DESIGN, "Resolving"). Pure, and the same JSON for the same input.
 *
 * `claims` are the standing ones in ledger order: withdrawals applied, merged ids replaced. A record no claim speaks of
 * is null, whatever was decided about it. `since` and `changed` are taken from the claims and decisions; the ledger,
 * which also knows of drops, merges and sources that changed, writes its own over them.
 */
export function resolveRecord(id: string, kind: RecordKind, claims: readonly RecordedClaim[], context: ResolveContext): RecordBody | null {
	if (claims.length === 0) return null;
	const weighed = claims.map((claim, order) => weigh(claim, order, context.sources));
	const decisions = new Map(context.decisions.map((decision) => [decision.field, decision]));
	const resolved: Record<string, ResolvedField> = {};
	for (const [field, spec] of IN_TURN[kind]) {
		const value = resolveField(field, spec, weighed, decisions, resolved['status']);
		if (value) resolved[field] = value;
	}
	const fields: Record<string, ResolvedField> = {};
	for (const field of Object.keys(FIELDS[kind])) if (resolved[field]) fields[field] = resolved[field];
	const seqs = [...claims.map(({ seq }) => seq), ...context.decisions.map(({ seq }) => seq)];
	return {
		id,
		kind,
		fields,
		claims: claims.map((claim) => claim.id),
		sources: [...new Set(claims.map(({ source }) => source).filter((source) => source !== DESK))],
		merged: [...context.merged],
		since: claims.reduce((first, { seq }) => Math.min(first, seq), Infinity),
		changed: seqs.reduce((last, seq) => Math.max(last, seq), 0)
	};
}

/** The fields of each kind. Its date waits for the status: what was planned and what was held are different questions. */
const IN_TURN = Object.fromEntries(
	Object.entries(FIELDS).map(([kind, specs]) => {
		const all = Object.entries(specs);
		return [kind, [...all.filter((each) => !isPlannedDate(each)), ...all.filter(isPlannedDate)]];
	})
) as unknown as Readonly<Record<RecordKind, readonly [string, FieldSpec][]>>;

function isPlannedDate([, { nature }]: [string, FieldSpec]): boolean {
	return nature === 'planned-date';
}

function resolveField(
	field: string,
	spec: FieldSpec,
	weighed: readonly Weighed[],
	decisions: ReadonlyMap<string, Decision>,
	status: ResolvedField | undefined
): ResolvedField | null {
	if (decisions.size === 0 && !weighed.some((by) => by.claim.fields[field] !== undefined)) return null;
	const candidates = weighed.flatMap((by): Candidate[] => {
		const value = by.claim.fields[field];
		return value === undefined ? [] : [{ ...by, value }];
	});
	if (spec.shape === 'list') return candidates.length === 0 ? null : resolveList(field, spec, candidates, decisions);
	if (spec.shape === 'group') {
		const group = resolveGroup(field, spec, candidates, decisions);
		return candidates.length === 0 && Object.keys(group.members).length === 0 ? null : group;
	}
	if (spec.nature === 'editorial') return spec.type === 'text' ? resolveText(candidates) : resolveEditorialValue(spec, candidates);
	const decision = decisions.get(field);
	if (candidates.length === 0 && !decision) return null;
	if (spec.nature === 'standing') return resolveStanding(spec, candidates, decision);
	if (spec.nature === 'moving') return resolveMoving(spec, candidates, decision);
	const dates = candidates.map((candidate) => ({ ...candidate, planned: isPlan(candidate, candidate.value, saysPlanned(candidate)) }));
	return resolvePlannedDate(spec, dates, isStillPlanned(status), decision);
}

/** Whether a claim itself says that what it dates is planned; undefined: it gives no status. */
function saysPlanned({ claim }: Weighed): boolean | undefined {
	const status = claim.fields['status'];
	return typeof status === 'string' ? status !== 'held' : undefined;
}

/** Planned, postponed and cancelled things have no date they were held on. */
function isStillPlanned(status: ResolvedField | undefined): boolean {
	return status?.shape === 'value' && typeof status.value === 'string' && status.value !== 'held';
}
