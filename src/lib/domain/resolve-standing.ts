import { claimsOf, grouped, isLater, peeled, valueOfGroup, versionOf, type Candidate } from './candidate.ts';
import type { ValueType } from './fields.ts';
import type { ResolvedValue, ShownBy } from './record.ts';
import type { Decision } from './resolve-context.ts';
import { resolveDecided } from './resolve-decided.ts';

/**
 * A standing field: a decision, else the more reliable source, else the later published, else the later recorded.
 * Differing values are a conflict. At least one candidate, or a decision.
 */
export function resolveStanding(type: ValueType, candidates: readonly Candidate[], decision?: Decision): ResolvedValue {
	if (candidates.length === 1 && !decision) return resolveOnly(type, candidates);
	const ranked = rankStanding(candidates);
	if (decision) return resolveDecided(type, ranked, decision, false);
	const groups = grouped(type, ranked);
	const [shown, next] = groups;
	if (!shown) throw new RangeError('A field without claims is not reported; it cannot be resolved.');
	return {
		shape: 'value',
		value: valueOfGroup(type, shown),
		claims: claimsOf(shown),
		by: next ? why(shown[0], next[0]) : 'agree',
		...(next && { versions: groups.map((group) => versionOf(type, group)) })
	};
}

/** What one claim alone says: most fields of most records, so no ranks are worked out for it. */
export function resolveOnly(type: ValueType, candidates: readonly Candidate[]): ResolvedValue {
	return { shape: 'value', value: valueOfGroup(type, candidates), claims: claimsOf(candidates), by: 'only' };
}

/** Best first. Sources whose day of publication is not known come after those of the same grade that have one. */
function rankStanding(candidates: readonly Candidate[]): Candidate[] {
	const ranked: Candidate[] = [];
	for (const grade of [...new Set(candidates.map((candidate) => candidate.grade))].sort((a, b) => a - b)) {
		const equals = candidates.filter((candidate) => candidate.grade === grade);
		const dated = equals.flatMap((candidate) => (candidate.published ? [{ candidate, published: candidate.published }] : []));
		ranked.push(
			...peeled(
				dated,
				({ published }) => published,
				(a, b) => b.candidate.order - a.candidate.order
			).map(({ candidate }) => candidate),
			...equals.filter(({ published }) => !published).sort((a, b) => b.order - a.order)
		);
	}
	return ranked;
}

function why(shown: Candidate, next: Candidate): ShownBy {
	if (shown.grade !== next.grade) return 'reliability';
	if (shown.published && (!next.published || isLater(shown.published, next.published))) return 'published later';
	return 'recorded later';
}
