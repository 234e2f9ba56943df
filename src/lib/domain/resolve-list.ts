import type { Candidate, Weighed } from './candidate.ts';
import { elementKey, elementsIn, isElement, type Element, type ListSpec } from './element-key.ts';
import type { FieldSpec, ValueType } from './fields.ts';
import { memberPath } from './paths.ts';
import type { ResolvedElement, ResolvedGroup, ResolvedList, ResolvedValue } from './record.ts';
import type { Decision } from './resolve-context.ts';
import { isPlan, resolveMoving, resolvePlannedDate } from './resolve-moving.ts';
import { resolveStanding } from './resolve-standing.ts';

type Decisions = ReadonlyMap<string, Decision>;

/** One claim's element of one key. */
interface Part {
	readonly by: Weighed;
	readonly element: Element;
}

/**
 * A keyed list: elements add up by key, in the order they were first said; their other members resolve like fields.
 * A claim that the list is empty (null) adds nothing; when no claim adds anything the list is empty.
 */
export function resolveList(field: string, spec: ListSpec, candidates: readonly Candidate[], decisions: Decisions): ResolvedList {
	const parts = new Map<string, Part[]>();
	for (const candidate of candidates) {
		const own = new Map<string, Element>();
		// Of two elements with one key in one claim the second stands.
		for (const element of elementsIn(candidate.value)) own.set(elementKey(spec, element), element);
		for (const [key, element] of own) parts.set(key, [...(parts.get(key) ?? []), { by: candidate, element }]);
	}
	return { shape: 'list', elements: [...parts].map(([key, said]) => resolveElement(field, spec, key, said, decisions)) };
}

/** A group of members, each of which resolves like a field of its own. */
export function resolveGroup(
	field: string,
	spec: Extract<FieldSpec, { shape: 'group' }>,
	candidates: readonly Candidate[],
	decisions: Decisions
): ResolvedGroup {
	const members: Record<string, ResolvedValue> = {};
	for (const [member, type] of Object.entries(spec.members)) {
		const said = candidates.flatMap((candidate) => {
			const value = isElement(candidate.value) ? candidate.value[member] : undefined;
			return value === undefined ? [] : [{ ...candidate, value }];
		});
		const decision = decisions.get(memberPath(field, member));
		if (said.length > 0 || decision) members[member] = resolveByNature(spec.nature, type, said, decision);
	}
	return { shape: 'group', members };
}

function resolveElement(field: string, spec: ListSpec, key: string, parts: readonly Part[], decisions: Decisions): ResolvedElement {
	const members: Record<string, ResolvedValue> = {};
	const decisionOn = (member: string) => decisions.get(memberPath(field, member, key));
	// A stage may be planned: then its date moves, and once it took place the planned date is history.
	const planned = 'planned' in spec.members ? resolvePlanned(parts, decisionOn('planned')) : undefined;
	for (const [member, type] of Object.entries(spec.members)) {
		if (member === 'planned') {
			if (planned) members[member] = planned;
			continue;
		}
		const said = parts.flatMap(({ by, element }): Candidate[] => {
			const value = element[member];
			return value === undefined ? [] : [{ ...by, value, planned: isPlanned(by, element) }];
		});
		const decision = spec.key.includes(member) ? undefined : decisionOn(member);
		if (said.length === 0 && !decision) continue;
		members[member] =
			member === 'date' && 'planned' in spec.members
				? resolvePlannedDate(type, said, planned?.value === true, decision)
				: resolveByNature(spec.nature, type, said, decision);
	}
	for (const [member, worded] of Object.entries(spec.wording)) {
		const words = members[member];
		if (words) members[member] = followWording(words, members[worded]);
	}
	return { key, members, claims: parts.map(({ by }) => by.claim.id) };
}

/** Words beside a value are those of the claims that hold up the value shown; that others word theirs otherwise is no conflict. */
function followWording(words: ResolvedValue, worded: ResolvedValue | undefined): ResolvedValue {
	const { versions, ...alone } = words;
	if (!versions) return words;
	const version = versions.find(({ claims }) => claims.some((claim) => worded?.claims.includes(claim))) ?? versions[0];
	return version ? { ...alone, value: version.value, claims: version.claims, by: worded?.by ?? alone.by } : alone;
}

/** Whether a stage is still planned: moving, and said also by those who give the stage without the word. */
function resolvePlanned(parts: readonly Part[], decision: Decision | undefined): ResolvedValue | undefined {
	if (!decision && parts.every(({ element }) => typeof element['planned'] !== 'boolean')) return undefined;
	const said = parts.map(({ by, element }): Candidate => ({ ...by, value: isPlanned(by, element) }));
	return resolveMoving({ type: 'boolean' }, said, decision);
}

function isPlanned(by: Weighed, element: Element): boolean {
	const stated = element['planned'];
	return isPlan(by, element['date'], typeof stated === 'boolean' ? stated : undefined);
}

function resolveByNature(nature: FieldSpec['nature'], type: ValueType, said: readonly Candidate[], decision?: Decision): ResolvedValue {
	return nature === 'moving' ? resolveMoving(type, said, decision) : resolveStanding(type, said, decision);
}
