import { ALIKE, likenessOf, type NameLikeness } from '#lib/language/name-likeness/likeness.ts';
import { nameOf } from '#lib/language/name-likeness/name-parts.ts';
import type { NamedActor } from './named-actors.ts';
import { spellingsOf } from './named-actors.ts';

/** A person that sources spell in several ways. */
export interface SpelledPerson {
	readonly id: string;
	readonly spellings: readonly { readonly text: string; readonly language: string | null }[];
	/** The weakest likeness of those that hold the spellings together: 1 where all sound the same. */
	readonly likeness: number;
	readonly how: NameLikeness['how'];
	/** Spellings that are like none of the others: another person may have got in. */
	readonly unlike: readonly string[];
}

/** The first people with more than one spelling, at most so many, and whether their spellings are one name. */
export function spellingsHeld(actors: readonly NamedActor[], most: number): SpelledPerson[] {
	const people: SpelledPerson[] = [];
	for (const { id, group, body } of actors) {
		const spellings = spellingsOf(body);
		if (group !== 'person' || spellings.length < 2) continue;
		if (people.length >= most) break;
		const names = spellings.map(({ text }) => nameOf(text));
		const together = new Set([0]);
		let weakest: NameLikeness | null = null;
		// Each next spelling is the one most like any that is in already.
		for (;;) {
			let best: { at: number; likeness: NameLikeness } | null = null;
			for (let at = 0; at < names.length; at++) {
				if (together.has(at)) continue;
				for (const inside of together) {
					const likeness = likenessOf(names[inside]!, names[at]!);
					if (!best || likeness.score > best.likeness.score) best = { at, likeness };
				}
			}
			if (!best || best.likeness.score < ALIKE) break;
			together.add(best.at);
			if (!weakest || best.likeness.score < weakest.score) weakest = best.likeness;
		}
		people.push({
			id,
			spellings: spellings.map(({ text, language }) => ({ text, language })),
			likeness: weakest?.score ?? 0,
			how: weakest?.how ?? 'near-consonants',
			unlike: spellings.flatMap(({ text }, at) => (together.has(at) ? [] : [text]))
		});
	}
	return people;
}
