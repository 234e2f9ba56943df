import { candidatePairs } from '#lib/language/name-likeness/candidate-pairs.ts';
import { ALIKE, likenessOf, measureOf, type NameLikeness } from '#lib/language/name-likeness/likeness.ts';
import type { Name } from '#lib/language/name-likeness/name-parts.ts';
import type { ActorGroup, NamedActor } from './named-actors.ts';

/** Two actors whose names are alike, and the two names that are most so. */
export interface AlikePair {
	/** Numbers in the list compared; `left` is the lower. */
	readonly left: number;
	readonly right: number;
	readonly leftName: string;
	readonly rightName: string;
	readonly likeness: NameLikeness;
}

/** Below `ALIKE` a pair is still looked at: an office held at the same time may make up for it. */
export const WORTH_A_LOOK = 0.6;
/** Names of ministries and companies are made of common words: all of them must agree, and each nearly wholly. */
const BODY_ALIKE = 0.9;
const BODY_PART = 0.8;
/** A single family name, of this weight, that agrees so much, is worth a look without any office. */
const ONE_PART_WEIGHT = 2.5;
const ONE_PART_ALIKE = 0.9;

/** Pairs of names compared between two places to pause. */
const COMPARED_AT_ONCE = 2_000;

/** Two names of two actors, and how much they tell. */
interface Candidate {
	readonly left: number;
	readonly right: number;
	readonly one: number;
	readonly other: number;
	/** Score, whether both are in one script, and what there is to compare; in this order. */
	readonly telling: readonly [score: number, sameScript: number, weight: number];
}

/**
 * The pairs of actors whose names are most alike, compared by blocks of names that share a sounding part: at most so many,
 * the likeliest first, then in the order of the list. All others are let go as soon as there are enough better ones.
 * @returns now and then, at a good place to let others have their turn, a number: the share (0–1) that is done
 */
export function* alikeActors(actors: readonly NamedActor[], most = Infinity): Generator<AlikePair | number> {
	const names: Name[] = [];
	const owners: number[] = [];
	actors.forEach((actor, at) => {
		for (const name of actor.names) {
			names.push(name);
			owners.push(at);
		}
	});
	const best = new Map<number, Candidate>();
	const bar = createBar(most);
	let [compared, share] = [0, 0];
	for (const pair of candidatePairs(names)) {
		if (typeof pair === 'number') {
			yield (share = pair);
			continue;
		}
		if (++compared % COMPARED_AT_ONCE === 0) yield share;
		const [one, other] = pair;
		// Names are listed actor by actor, so the lower number is the earlier actor's.
		const [left, right] = [owners[one]!, owners[other]!];
		if (left === right) continue;
		const rule = ruleFor(actors[left]!.group, actors[right]!.group);
		if (!rule) continue;
		const [a, b] = [names[one]!, names[other]!];
		const { score, weight } = measureOf(a, b);
		if (score < Math.max(rule.from, bar.height) || (rule.holds && !rule.holds(likenessOf(a, b)))) continue;
		const telling = [score, a.parts[0]?.script === b.parts[0]?.script ? 1 : 0, weight] as const;
		const key = left * actors.length + right;
		const before = best.get(key);
		if (before && !moreTelling(telling, before.telling)) continue;
		best.set(key, { left, right, one, other, telling });
		bar.raise(score, before?.telling[0] ?? null);
	}
	const chosen = [...best.values()]
		.filter(({ telling: [score] }) => score >= bar.height)
		.sort((a, b) => b.telling[0] - a.telling[0] || a.left - b.left || a.right - b.right)
		.slice(0, most);
	for (const { left, right, one, other } of chosen) {
		const [a, b] = [names[one]!, names[other]!];
		yield { left, right, leftName: a.written, rightName: b.written, likeness: likenessOf(a, b) };
	}
}

/** Scores have four digits after the point. */
const STEPS = 10_000;

/** The score that the last of the best pairs has; no pair below it is wanted any more. 0 until there are enough. */
interface Bar {
	readonly height: number;
	/** A pair has come with a score, or got a better one. */
	raise(score: number, before: number | null): void;
}

function createBar(most: number): Bar {
	const counts = new Uint32Array(STEPS + 1);
	let step = 0;
	/** Pairs at the bar's step or above. */
	let above = 0;
	return {
		get height() {
			return step / STEPS;
		},
		raise(score, before) {
			const [to, from] = [Math.round(score * STEPS), before === null ? null : Math.round(before * STEPS)];
			counts[to]!++;
			if (to >= step) above++;
			if (from !== null) {
				counts[from]!--;
				if (from >= step) above--;
			}
			while (step < STEPS && above - counts[step]! >= most) above -= counts[step++]!;
		}
	};
}

/** Whether names alike are enough by themselves, without an office or an event that both share. */
export function enoughByName({ score, pairs, weight, alone }: NameLikeness): boolean {
	if (score < ALIKE) return false;
	if (pairs.length > 1) return true;
	return weight >= ONE_PART_WEIGHT && (alone.length === 0 || score >= ONE_PART_ALIKE);
}

/** What names must agree in: their score, and where that does not suffice, more. */
interface Rule {
	readonly from: number;
	readonly holds: ((likeness: NameLikeness) => boolean) | null;
}

const PEOPLE: Rule = { from: WORTH_A_LOOK, holds: null };
const BODIES: Rule = { from: BODY_ALIKE, holds: alikeBodies };

function ruleFor(a: ActorGroup, b: ActorGroup): Rule | null {
	if (a !== b && a !== 'unknown' && b !== 'unknown') return null;
	return a === 'person' || b === 'person' ? PEOPLE : BODIES;
}

function alikeBodies({ pairs, alone }: NameLikeness): boolean {
	return alone.length === 0 && pairs.every((pair) => pair.score >= BODY_PART);
}

/** The pair that agrees more; of two alike the one in one script, which readers see at once, then the one with more to compare. */
function moreTelling(a: readonly number[], b: readonly number[]): boolean {
	const at = a.findIndex((value, index) => value !== b[index]);
	return at >= 0 && a[at]! > b[at]!;
}
