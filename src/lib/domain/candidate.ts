import { edgesOf } from '#lib/temporal/edges-of.ts';
import type { Edges } from '#lib/temporal/edges.ts';
import type { RecordedClaim } from './claim.ts';
import type { ValueType } from './fields.ts';
import type { Version } from './record.ts';
import type { ResolveContext } from './resolve-context.ts';
import { shownTogether, valuesAgree } from './values-agree.ts';
import { voiceOf } from './voices.ts';

/** A span in which something was said or published: from its earliest to its latest moment. */
export interface When {
	readonly from: number;
	readonly to: number;
}

/** A claim with everything its rank depends on. */
export interface Weighed {
	readonly claim: RecordedClaim;
	/** Position among the record's claims: later recorded is greater. */
	readonly order: number;
	/** 0 for A … 5 for F, 6 for no grade. */
	readonly grade: number;
	/** Endless on both sides when not known. */
	readonly said: When;
	/** null: not known. */
	readonly published: When | null;
	readonly voice: string;
}

/** One claim's value for one field. `planned`: a date said of something still to come. */
export interface Candidate extends Weighed {
	readonly value: unknown;
	readonly planned?: boolean;
}

const GRADES = 'ABCDEF';

export function weigh(claim: RecordedClaim, order: number, sources: ResolveContext['sources']): Weighed {
	const facts = sources(claim.source);
	const published = whenOf(facts?.published);
	const grade = facts?.reliability === undefined ? -1 : GRADES.indexOf(facts.reliability);
	return {
		claim,
		order,
		grade: grade < 0 ? GRADES.length : grade,
		said: (claim.said_on === undefined ? published : whenOf(claim.said_on)) ?? { from: -Infinity, to: Infinity },
		published,
		voice: voiceOf(claim, sources)
	};
}

function whenOf(edtf: string | undefined): When | null {
	if (edtf === undefined) return null;
	const edges: Edges = edgesOf(edtf);
	const when = { from: edges.earliestStart, to: edges.latestEnd };
	return when.from === -Infinity && when.to === Infinity ? null : when;
}

/** Whether the first is certainly later: its earliest moment is not before the other's latest. */
export function isLater(a: When, b: When): boolean {
	return a.from >= b.to;
}

/** Those than which none other is certainly later; the rest. */
export function latestOf<T>(items: readonly T[], when: (item: T) => When): { latest: T[]; rest: T[] } {
	const newest = items.reduce((from, item) => Math.max(from, when(item).from), -Infinity);
	// No item outdates itself: a span's end lies after its beginning.
	const outdated = (item: T) => newest >= when(item).to && newest > when(item).from;
	return { latest: items.filter((item) => !outdated(item)), rest: items.filter(outdated) };
}

/**
 * Best first: the best of the latest, again and again. "Later" is a partial order (December against the 5th says
 * nothing), so a plain sort by it and then by rank could run in circles.
 */
export function peeled<T>(items: readonly T[], when: (item: T) => When, compare: (a: T, b: T) => number): T[] {
	const order: T[] = [];
	let left = [...items];
	while (left.length > 0) {
		const best = latestOf(left, when).latest.reduce((a, b) => (compare(a, b) <= 0 ? a : b));
		order.push(best);
		left = left.filter((item) => item !== best);
	}
	return order;
}

/** Candidates that all agree with one another, best first. */
export type Group = readonly [Candidate, ...Candidate[]];

/**
 * Groups candidates, given best first, so that all in a group agree pairwise: agreement does not carry over (2025 agrees
 * with January and with February, which differ).
 */
export function grouped(type: ValueType, candidates: readonly Candidate[]): Group[] {
	const groups: { members: [Candidate, ...Candidate[]]; values: Map<string, unknown> }[] = [];
	for (const candidate of candidates) {
		const text = JSON.stringify(candidate.value);
		const home = groups.find(
			({ values }) => values.has(text) || [...values.values()].every((value) => valuesAgree(type, value, candidate.value))
		);
		if (home) {
			home.members.push(candidate);
			home.values.set(text, candidate.value);
		} else groups.push({ members: [candidate], values: new Map([[text, candidate.value]]) });
	}
	return groups.map(({ members }) => members);
}

/** What a group shows. */
export function valueOfGroup(type: ValueType, group: readonly Candidate[]): unknown {
	return shownTogether(
		type,
		group.map(({ value }) => value)
	);
}

/** Claim ids in ledger order. */
export function claimsOf(candidates: readonly Candidate[]): string[] {
	return inLedgerOrder(candidates).map(({ claim }) => claim.id);
}

/** Distinct voices, in the order they were recorded. */
export function voicesOf(candidates: readonly Candidate[]): string[] {
	return [...new Set(inLedgerOrder(candidates).map(({ voice }) => voice))];
}

export function versionOf(type: ValueType, group: readonly Candidate[]): Version {
	return { value: valueOfGroup(type, group), claims: claimsOf(group), voices: voicesOf(group) };
}

function inLedgerOrder(candidates: readonly Candidate[]): Candidate[] {
	return [...candidates].sort((a, b) => a.order - b.order);
}
