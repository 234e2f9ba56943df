import { candidatePairs } from '#lib/language/name-likeness/candidate-pairs.ts';
import { ALIKE, likenessOf, scoreOf, type NameLikeness } from '#lib/language/name-likeness/likeness.ts';
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

/**
 * Actors with names alike, compared by blocks of names that share a sounding part.
 * @returns now and then null: a good place to let others have their turn
 */
export function* alikeActors(actors: readonly NamedActor[]): Generator<AlikePair | null> {
	const names: Name[] = [];
	const owners: number[] = [];
	actors.forEach((actor, at) => {
		for (const name of actor.names) {
			names.push(name);
			owners.push(at);
		}
	});
	const best = new Map<number, AlikePair & { readonly telling: readonly number[] }>();
	let compared = 0;
	for (const pair of candidatePairs(names)) {
		if (pair === null || ++compared % 2_000 === 0) yield null;
		if (pair === null) continue;
		const [one, other] = pair;
		// Names are listed actor by actor, so the lower number is the earlier actor's.
		const [left, right] = [owners[one]!, owners[other]!];
		if (left === right) continue;
		const rule = ruleFor(actors[left]!.group, actors[right]!.group);
		if (!rule) continue;
		if (scoreOf(names[one]!, names[other]!) < WORTH_A_LOOK) continue;
		const likeness = likenessOf(names[one]!, names[other]!);
		if (!rule(likeness)) continue;
		const key = left * actors.length + right;
		const before = best.get(key);
		const sameScript = names[one]!.parts[0]?.script === names[other]!.parts[0]?.script;
		const telling = [likeness.score, sameScript ? 1 : 0, likeness.weight] as const;
		if (before && !moreTelling(telling, before.telling)) continue;
		best.set(key, { left, right, leftName: names[one]!.written, rightName: names[other]!.written, likeness, telling });
	}
	for (const { left, right, leftName, rightName, likeness } of best.values()) yield { left, right, leftName, rightName, likeness };
}

/** Whether names alike are enough by themselves, without an office or an event that both share. */
export function enoughByName({ score, pairs, weight, alone }: NameLikeness): boolean {
	if (score < ALIKE) return false;
	if (pairs.length > 1) return true;
	return weight >= ONE_PART_WEIGHT && (alone.length === 0 || score >= ONE_PART_ALIKE);
}

function ruleFor(a: ActorGroup, b: ActorGroup): ((likeness: NameLikeness) => boolean) | null {
	if (a !== b && a !== 'unknown' && b !== 'unknown') return null;
	return a === 'person' || b === 'person' ? ({ score }) => score >= WORTH_A_LOOK : alikeBodies;
}

function alikeBodies({ score, pairs, alone }: NameLikeness): boolean {
	return alone.length === 0 && score >= BODY_ALIKE && pairs.every((pair) => pair.score >= BODY_PART);
}

/** The pair that agrees more; of two alike the one in one script, which readers see at once, then the one with more to compare. */
function moreTelling(a: readonly number[], b: readonly number[]): boolean {
	const at = a.findIndex((value, index) => value !== b[index]);
	return at >= 0 && a[at]! > b[at]!;
}
