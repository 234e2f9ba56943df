import type { NameLikeness, PartPair } from '#lib/language/name-likeness/likeness.ts';
import { enoughByName, type AlikePair } from './alike-actors.ts';
import type { NamedActor } from './named-actors.ts';
import type { SharedOffice } from './offices.ts';

/** Why two actors may be one, for people to judge. */
export type Reason =
	| { readonly code: 'same-spelling' | 'same-consonants' | 'near-consonants'; readonly pairs: readonly PartPair[] }
	/** Their words stand in another order, which no comma explains. */
	| { readonly code: 'other-order' }
	/** One of the names has parts the other says nothing of. */
	| { readonly code: 'part-of-name'; readonly alone: readonly string[] }
	| ({ readonly code: 'same-office' } & SharedOffice)
	/** Different sources name them at one event, or in one agreement. */
	| { readonly code: 'same-record'; readonly record: string };

/** Two actors that may be one. It joins nothing: a person does. */
export interface Proposal {
	/** The one that would be merged, and the one that would keep its address. */
	readonly from: string;
	readonly into: string;
	/** The two names that are most alike, as written. */
	readonly fromName: string;
	readonly intoName: string;
	/** 0–1: of the names alone. */
	readonly likeness: number;
	readonly strength: Strength;
	readonly reasons: readonly Reason[];
	/** Proposals of one number are about one person; counted from 0. */
	readonly person: number;
	/** Another proposal fits one of the two better, and both cannot hold: the names of the others differ. */
	readonly rival: boolean;
}

export type Strength = 'strong' | 'likely' | 'weak';
const ORDER: readonly Strength[] = ['strong', 'likely', 'weak'];

/** A pair of names with what else is known of the two. */
export interface WeighedPair extends AlikePair {
	readonly office: SharedOffice | null;
	readonly record: string | null;
	readonly namedTogether: boolean;
}

/** What names, offices and shared records make of a pair; null: not worth proposing. */
export function strengthOf({ likeness, office, record, namedTogether }: WeighedPair): Strength | null {
	if (namedTogether) return null;
	const held = office?.when === 'same-time';
	if (!enoughByName(likeness)) return held || (record !== null && likeness.score >= 0.65) ? 'weak' : null;
	// Hassan Ali is no Ali Hassan: nothing more than perhaps, whatever else agrees.
	if (likeness.reordered) return 'weak';
	const whole = likeness.pairs.length > 1;
	if (likeness.score >= 0.95 && whole) return 'strong';
	if (held) return likeness.score >= 0.85 ? 'strong' : 'likely';
	return likeness.score >= 0.85 && (whole || office !== null || record !== null) ? 'likely' : 'weak';
}

export function reasonsOf({ likeness, office, record }: WeighedPair): Reason[] {
	const reasons: Reason[] = [{ code: likeness.how, pairs: likeness.pairs }];
	if (likeness.reordered) reasons.push({ code: 'other-order' });
	if (likeness.alone.length > 0) reasons.push({ code: 'part-of-name', alone: likeness.alone });
	if (office) reasons.push({ code: 'same-office', ...office });
	if (record !== null) reasons.push({ code: 'same-record', record });
	return reasons;
}

/**
 * Pairs put together to persons, the likeliest first: each proposal joins one actor to a group it belongs to. Two whose
 * names are both whole and not alike never come into one group by way of a third ("Hashemi" may be Sattar or Ali, not both).
 * @param differ whether two actors cannot be one by their names
 * @param apart whether the desk keeps two apart
 */
export function proposalsFrom(
	actors: readonly NamedActor[],
	pairs: readonly WeighedPair[],
	differ: (a: number, b: number) => boolean,
	apart: (a: string, b: string) => boolean
): Proposal[] {
	const judged = pairs
		.flatMap((pair) => {
			const strength = strengthOf(pair);
			return strength && !apart(actors[pair.left]!.id, actors[pair.right]!.id) ? [{ pair, strength }] : [];
		})
		.sort(
			(a, b) =>
				ORDER.indexOf(a.strength) - ORDER.indexOf(b.strength) || byLikeness(a.pair.likeness, b.pair.likeness) || byId(a.pair, b.pair)
		);
	const groups = new Map<number, number[]>();
	const groupOf = (actor: number) => groups.get(actor) ?? [actor];
	const kept: { pair: WeighedPair; strength: Strength; rival: boolean }[] = [];
	for (const { pair, strength } of judged) {
		const [one, other] = [groupOf(pair.left), groupOf(pair.right)];
		if (one === other) continue;
		const clash = one.some((a) => other.some((b) => differ(a, b) || apart(actors[a]!.id, actors[b]!.id)));
		kept.push({ pair, strength, rival: clash });
		if (clash) continue;
		const all = [...one, ...other].sort((a, b) => a - b);
		for (const member of all) groups.set(member, all);
	}
	const persons = new Map<number, number>();
	return kept.map(({ pair, strength, rival }) => {
		const group = groupOf(pair.left)[0]!;
		if (!persons.has(group)) persons.set(group, persons.size);
		const flip = keepsAddress(actors[pair.left]!, actors[pair.right]!);
		const [from, into] = flip ? [pair.right, pair.left] : [pair.left, pair.right];
		return {
			from: actors[from]!.id,
			into: actors[into]!.id,
			fromName: flip ? pair.rightName : pair.leftName,
			intoName: flip ? pair.leftName : pair.rightName,
			likeness: pair.likeness.score,
			strength,
			reasons: reasonsOf(flip ? turned(pair) : pair),
			person: persons.get(group)!,
			rival
		};
	});

	function byId(a: WeighedPair, b: WeighedPair): number {
		const key = ({ left, right }: WeighedPair) => `${actors[left]!.id} ${actors[right]!.id}`;
		return key(a) < key(b) ? -1 : 1;
	}
}

function byLikeness(a: NameLikeness, b: NameLikeness): number {
	return b.score - a.score || b.weight - a.weight;
}

/** The better known keeps its address, else the earlier recorded, else the first by id. */
function keepsAddress(a: NamedActor, b: NamedActor): boolean {
	if (a.claims !== b.claims) return a.claims > b.claims;
	return a.since !== b.since ? a.since < b.since : a.id < b.id;
}

/** The same pair with its sides changed, so that what is shown first is what would be merged. */
function turned(pair: WeighedPair): WeighedPair {
	const pairs = pair.likeness.pairs.map(({ left, right, score, leftSounds, rightSounds }) => ({
		left: right,
		right: left,
		score,
		leftSounds: rightSounds,
		rightSounds: leftSounds
	}));
	return { ...pair, likeness: { ...pair.likeness, pairs } };
}
