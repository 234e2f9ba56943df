import { edgesOf } from '#lib/temporal/edges-of.ts';
import { claimsOf, grouped, latestOf, peeled, valueOfGroup, versionOf, voicesOf, type Candidate, type Weighed } from './candidate.ts';
import type { DateValue } from './claim.ts';
import type { ValueType } from './fields.ts';
import type { ResolvedValue } from './record.ts';
import type { Decision } from './resolve-context.ts';
import { resolveDecided } from './resolve-decided.ts';
import { resolveOnly, resolveStanding } from './resolve-standing.ts';
import { valuesAgree } from './values-agree.ts';

/**
 * A moving field: a decision, else what was said last, then the more reliable source, then the later recorded. What
 * was said before is history, in whatever order it reached the ledger; only values none of which was said later than
 * the other can conflict.
 */
export function resolveMoving(type: ValueType, candidates: readonly Candidate[], decision?: Decision): ResolvedValue {
	if (decision) return resolveDecided(type, rankMoving(candidates), decision, true);
	if (candidates.length === 1) return resolveOnly(type, candidates);
	const { latest, rest } = latestOf(candidates, ({ said }) => said);
	const groups = grouped(type, [...latest].sort(byRank));
	const [first, next] = groups;
	if (!first) throw new RangeError('A field without claims is not reported; it cannot be resolved.');
	const value = valueOfGroup(type, first);
	// Who said the same before backs it up; the value itself stays in the words of the latest.
	const backing = [...first, ...rest.filter((candidate) => valuesAgree(type, candidate.value, value))];
	const before = rest.filter((candidate) => !valuesAgree(type, candidate.value, value));
	const claims = claimsOf(backing);
	const unopposed = before.length > 0 ? 'said later' : 'agree';
	const opposed = next && first[0].grade !== next[0].grade ? 'reliability' : 'recorded later';
	return {
		shape: 'value',
		value,
		claims,
		by: next ? opposed : unopposed,
		...(next && { versions: [{ value, claims, voices: voicesOf(backing) }, ...groups.slice(1).map((group) => versionOf(type, group))] }),
		...earlier(type, before)
	};
}

/**
 * The date of something that may be planned. While it `moves` (is planned) it is a moving field; after that it is
 * standing among the claims that say when it took place, and dates that were plans are history, never a conflict.
 */
export function resolvePlannedDate(type: ValueType, candidates: readonly Candidate[], moves: boolean, decision?: Decision): ResolvedValue {
	const actual = candidates.filter(({ planned }) => !planned);
	if (moves || decision || actual.length === 0) return resolveMoving(type, candidates, decision);
	const held = resolveStanding(type, actual);
	const plans = candidates.filter(({ planned, value }) => planned && !valuesAgree(type, value, held.value));
	return { ...held, ...earlier(type, plans) };
}

/** Whether a date was a plan when it was said: the claim says so (`stated`), else it was said before the date began. */
export function isPlan(claim: Weighed, date: unknown, stated: boolean | undefined): boolean {
	if (stated !== undefined || date === null || date === undefined) return stated ?? false;
	return claim.said.to <= edgesOf((date as DateValue).edtf).earliestStart;
}

function earlier(type: ValueType, candidates: readonly Candidate[]): Pick<ResolvedValue, 'earlier'> {
	return candidates.length === 0 ? {} : { earlier: grouped(type, rankMoving(candidates)).map((group) => versionOf(type, group)) };
}

function rankMoving(candidates: readonly Candidate[]): Candidate[] {
	return peeled(candidates, ({ said }) => said, byRank);
}

function byRank(a: Candidate, b: Candidate): number {
	return a.grade - b.grade || b.order - a.order;
}
