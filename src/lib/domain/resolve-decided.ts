import { claimsOf, grouped, versionOf, voicesOf, type Candidate } from './candidate.ts';
import type { ValueType } from './fields.ts';
import type { ResolvedValue } from './record.ts';
import type { Decision } from './resolve-context.ts';
import { valuesAgree } from './values-agree.ts';

/**
 * A desk's choice. It settles every claim before it; a differing claim recorded after it opens the question again
 * (`decision.newer`, and `versions` with the chosen one first), but does not change what is shown.
 *
 * `ranked`: the candidates, best first. `ghosts`: whether settled values are history (moving fields).
 */
export function resolveDecided(type: ValueType, ranked: readonly Candidate[], decision: Decision, ghosts: boolean): ResolvedValue {
	const { value, seq, because } = decision;
	const agreeing = ranked.filter((candidate) => valuesAgree(type, candidate.value, value));
	const differing = ranked.filter((candidate) => !valuesAgree(type, candidate.value, value));
	const newer = differing.filter(({ claim }) => claim.seq > seq);
	const settled = ghosts ? differing.filter(({ claim }) => claim.seq <= seq) : [];
	const claims = claimsOf(agreeing);
	return {
		shape: 'value',
		value,
		claims,
		by: 'decided',
		...(newer.length > 0 && {
			versions: [{ value, claims, voices: voicesOf(agreeing) }, ...grouped(type, newer).map((group) => versionOf(type, group))]
		}),
		...(settled.length > 0 && { earlier: grouped(type, settled).map((group) => versionOf(type, group)) }),
		decision: { seq, because, newer: newer.length > 0 }
	};
}
