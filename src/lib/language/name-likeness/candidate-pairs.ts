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

/** Names put in order, and names looked at, between two places to pause: some ten milliseconds. */
const PUT_AT_ONCE = 250;
const SEEN_AT_ONCE = 50_000;
/** Share of the work that putting in order is. */
const PUTTING = 0.2;

/**
 * Pairs of names worth comparing, each once, the lower number first: names that share a part but for one strong sound and,
 * where both have several parts, two of them. Without this a hundred thousand names would be five thousand million pairs.
 * @returns now and then, at a good place to let others have their turn, a number: the share (0–1) of the work that is done
 */
export function* candidatePairs(names: readonly Name[]): Generator<readonly [number, number] | number> {
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
		for (const key of new Set([...own.flat(), ...pairs[at]!])) if (key >= 0 && sharing[key]!.length <= MOST_SHARING) sharing[key]!.push(at);
		if (at % PUT_AT_ONCE === PUT_AT_ONCE - 1) yield (PUTTING * at) / names.length;
	}
	const sharers = createSharing(parts, sharing.length);
	/** By name, the last one it was looked at for: it comes again under every key both have. */
	const seenFor = new Int32Array(names.length).fill(-1);
	let seen = 0;
	for (let at = 0; at < names.length; at++) {
		sharers.turnTo(at);
		for (const keys of [...parts[at]!, pairs[at]!])
			for (const key of keys) {
				const others = sharing[key];
				if (!others || others.length > MOST_SHARING) continue;
				for (let index = others.length - 1; index >= 0 && others[index]! > at; index--) {
					const other = others[index]!;
					if (seenFor[other] === at) continue;
					seenFor[other] = at;
					seen++;
					if (sharers.sharesEnough(other)) yield [at, other];
				}
			}
		if (seen > SEEN_AT_ONCE) {
			seen = 0;
			// Each name is compared with those after it: the later, the fewer.
			const left = 1 - at / names.length;
			yield PUTTING + (1 - PUTTING) * (1 - left * left);
		}
	}
}

/** The keys of an initial: it goes with any part. */
const ANY: readonly number[] = [-1];

/** Bits of a number, one a part: a name of more parts is compared part by part. */
const MOST_BITS = 31;

/** Tells whether two of a name's parts find a partner in others, or one where a name has but one. */
interface Sharing {
	/** From now on others are compared with this name. */
	turnTo(name: number): void;
	sharesEnough(other: number): boolean;
}

/** @param parts the keys of each part of each name @param keys how many there are */
function createSharing(parts: readonly (readonly (readonly number[])[])[], keys: number): Sharing {
	// All keys of a name in a row, so that one that is met is read through without a detour.
	const starts = new Uint32Array(parts.length + 1);
	parts.forEach((own, at) => (starts[at + 1] = starts[at]! + own.reduce((sum, { length }) => sum + length, 0)));
	const all = new Int32Array(starts[parts.length]!);
	let end = 0;
	for (const own of parts) for (const of of own) for (const key of of) all[end++] = key;
	/** By key, the parts of the name turned to that have it, a bit each. */
	const having = new Int32Array(keys);
	let [turned, initials, every] = [-1, 0, 0];
	return {
		turnTo(name) {
			if (turned >= 0) for (const of of parts[turned]!) for (const key of of) if (key >= 0) having[key] = 0;
			[turned, initials, every] = [name, 0, 0];
			parts[name]!.slice(0, MOST_BITS).forEach((of, part) => {
				every |= 1 << part;
				if (of === ANY) initials |= 1 << part;
				else for (const key of of) having[key]! |= 1 << part;
			});
		},
		sharesEnough(other) {
			const [own, theirs] = [parts[turned]!, parts[other]!];
			if (own.length > MOST_BITS) return shareEnough(own, theirs);
			let found = initials;
			for (let at = starts[other]!; at < starts[other + 1]!; at++) found |= all[at]! < 0 ? every : having[all[at]!]!;
			// Two of them: more than one bit.
			return Math.min(2, own.length, theirs.length) === 1 ? found !== 0 : (found & (found - 1)) !== 0;
		}
	};
}

/** The same for names of very many parts, part by part. */
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
