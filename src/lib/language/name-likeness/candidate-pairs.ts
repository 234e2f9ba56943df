import type { Name, NamePart } from './name-parts.ts';

/** Sounds that stand for one another fall into one class; weak ones are left out. */
const CLASS: Readonly<Record<string, string>> = { z: 's', j: 'C', x: 'h', k: 'g', d: 't', v: 'b', w: '', y: '' };
/** A key that more names share says little (every Mohammad): such names must share two parts. */
const MOST_SHARING = 300;

/** The classes of a part's strong sounds; h at the end, which is a vowel as often, is left out. */
export function coarseKey({ sounds, text }: NamePart): string {
	const key = sounds.map(({ sound }) => CLASS[sound] ?? sound).join('');
	const plain = key.length > 1 && sounds.at(-1)?.sound === 'h' ? key.slice(0, -1) : key;
	return plain === '' ? text : plain;
}

/** The keys of a part: its own and, from three sounds on, every one with a sound left out. Parts one sound apart share one. */
export function keysOf(part: NamePart): string[] {
	const key = coarseKey(part);
	const keys = new Set([key]);
	if (key.length >= 3) for (let at = 0; at < key.length; at++) keys.add(key.slice(0, at) + key.slice(at + 1));
	return [...keys];
}

/** Names put in order between two places to pause. */
const AT_ONCE = 1_000;

/**
 * Pairs of names worth comparing, each once, the lower number first: names that share a part but for one strong sound and,
 * where both have several parts, two of them. Without this a hundred thousand names would be five thousand million pairs.
 * @returns now and then null: a good place to let others have their turn
 */
export function* candidatePairs(names: readonly Name[]): Generator<readonly [number, number] | null> {
	const numbers = new Map<string, number>();
	const sharing: number[][] = [];
	const numberOf = (key: string) => {
		let number = numbers.get(key);
		if (number === undefined) {
			numbers.set(key, (number = sharing.length));
			sharing.push([]);
		}
		return number;
	};
	/** The keys of each part of each name and of neighbours written as one, and one for every two of its parts. */
	const parts: (readonly number[])[][] = [];
	const pairs: (readonly number[])[] = [];
	for (let at = 0; at < names.length; at++) {
		const own = names[at]!.parts.map((part) => (part.initial ? ANY : keysOf(part).map(numberOf)));
		for (const { part } of names[at]!.joined) own.push([numberOf(coarseKey(part))]);
		parts.push(own);
		pairs.push(pairKeys(names[at]!.parts).map(numberOf));
		for (const key of new Set([...own.flat(), ...pairs[at]!])) if (key >= 0) sharing[key]!.push(at);
		if (at % AT_ONCE === AT_ONCE - 1) yield null;
	}
	const met = new Set<number>();
	for (let at = 0; at < names.length; at++) {
		met.clear();
		for (const keys of [...parts[at]!, pairs[at]!])
			for (const key of keys) {
				const others = sharing[key];
				if (!others || others.length > MOST_SHARING) continue;
				for (let index = others.length - 1; index >= 0 && others[index]! > at; index--)
					if (shareEnough(parts[at]!, parts[others[index]!]!)) met.add(others[index]!);
			}
		for (const other of met) yield [at, other];
		if (at % AT_ONCE === AT_ONCE - 1) yield null;
	}
}

/** The keys of an initial: it goes with any part. */
const ANY: readonly number[] = [-1];

/** Whether two of the parts find a partner, or one where a name has but one. */
function shareEnough(a: readonly (readonly number[])[], b: readonly (readonly number[])[]): boolean {
	let wanted = Math.min(2, a.length, b.length);
	for (const keys of a) if (b.some((others) => keys === ANY || others === ANY || shareKey(keys, others)) && --wanted <= 0) return true;
	return false;
}

function shareKey(a: readonly number[], b: readonly number[]): boolean {
	for (const key of a) for (const other of b) if (key === other) return true;
	return false;
}

function pairKeys(parts: readonly NamePart[]): string[] {
	const keys = parts
		.filter(({ initial }) => !initial)
		.slice(0, 6)
		.map(coarseKey)
		.sort();
	return keys.flatMap((one, i) => keys.slice(i + 1).map((other) => `${one} ${other}`));
}
