import { alikeActors, type AlikePair } from './alike-actors.ts';
import type { NamedActor } from './named-actors.ts';
import { spellingsHeld, type SpelledPerson } from './spellings-held.ts';

/** Pairs that offices and records are looked up for: beyond, a reader has more than enough to do. */
const MOST_PAIRS = 500;
/** Of people with several spellings so many are listed. */
const MOST_SPELLED = 500;

/** What comparing the names of all actors comes to. */
export interface NamesCompared {
	/** All actors that were compared, or only those that pairs and spellings speak of. */
	readonly actors: readonly NamedActor[];
	/** By numbers in that list, the likeliest first. */
	readonly pairs: readonly AlikePair[];
	readonly spelled: readonly SpelledPerson[];
}

/** @returns now and then the share (0–1) that is done, a good place to let others have their turn; at the end what was found */
export function* compareNames(actors: readonly NamedActor[]): Generator<number | NamesCompared> {
	const pairs: AlikePair[] = [];
	for (const pair of alikeActors(actors, MOST_PAIRS)) {
		if (typeof pair === 'number') yield pair;
		else pairs.push(pair);
	}
	yield { actors, pairs, spelled: spellingsHeld(actors, MOST_SPELLED) };
}

/** The same without the actors that it does not speak of. */
export function onlySpokenOf({ actors, pairs, spelled }: NamesCompared, leaveOut?: ReadonlySet<string>): NamesCompared {
	const stays = (id: string) => !leaveOut?.has(id);
	const kept = pairs.filter(({ left, right }) => stays(actors[left]!.id) && stays(actors[right]!.id));
	const people = spelled.filter(({ id }) => stays(id));
	const wanted = new Set(people.map(({ id }) => id));
	for (const { left, right } of kept) wanted.add(actors[left]!.id).add(actors[right]!.id);
	const numbers = new Map<number, number>();
	const spokenOf: NamedActor[] = [];
	actors.forEach((actor, at) => {
		if (wanted.has(actor.id)) numbers.set(at, spokenOf.push(actor) - 1);
	});
	return {
		actors: spokenOf,
		pairs: kept.map((pair) => ({ ...pair, left: numbers.get(pair.left)!, right: numbers.get(pair.right)! })),
		spelled: people
	};
}
