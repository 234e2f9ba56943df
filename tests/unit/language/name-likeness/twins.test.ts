import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { candidatePairs, coarseKey, keysOf } from '../../../../src/lib/language/name-likeness/candidate-pairs.ts';
import { compareSounds, costOfChange } from '../../../../src/lib/language/name-likeness/compare-sounds.ts';
import { nameOf, type NamePart } from '../../../../src/lib/language/name-likeness/name-parts.ts';
import { pairBest } from '../../../../src/lib/language/name-likeness/pair-best.ts';
import { soundsOf, weightOfAll, type Sound } from '../../../../src/lib/language/name-likeness/sounds.ts';

const word = fc
	.stringMatching(/^[bdghklmnrstvwxyzCj]{0,6}$/u)
	.map((text): Sound[] => [...text].map((sound) => ({ sound, letters: sound, weight: 'wy'.includes(sound) ? 0.3 : 1 })));

describe('every fast way has a slow twin', () => {
	test('the distance of two words is the cheapest of all ways to change one into the other', () => {
		const cheapest = (a: readonly Sound[], b: readonly Sound[], i = 0, j = 0): number => {
			if (i === a.length && j === b.length) return 0;
			const ways: number[] = [];
			if (i < a.length) ways.push(a[i]!.weight + cheapest(a, b, i + 1, j));
			if (j < b.length) ways.push(b[j]!.weight + cheapest(a, b, i, j + 1));
			if (i < a.length && j < b.length) ways.push(costOfChange(a[i]!.sound, b[j]!.sound) + cheapest(a, b, i + 1, j + 1));
			return Math.min(...ways);
		};
		fc.assert(
			fc.property(word, word, (a, b) => {
				const all = Math.max(weightOfAll(a), weightOfAll(b));
				const score = all === 0 ? 0 : Math.max(0, 1 - cheapest(a, b) / all);
				const found = compareSounds(a, b);
				expect(found.score).toBeCloseTo(score, 5);
				expect(
					found.pairs.flatMap(([one]) => one ?? []),
					'every sound of the one is shown'
				).toEqual(all === 0 ? [] : a);
				expect(
					found.pairs.flatMap(([, one]) => one ?? []),
					'and of the other'
				).toEqual(all === 0 ? [] : b);
			}),
			{ seed: 3, numRuns: 300 }
		);
	});

	test('the best pairing is worth as much as the best of all pairings', () => {
		const bestOf = (worth: readonly (readonly number[])[], i = 0, taken = new Set<number>()): number => {
			const width = worth[0]!.length;
			if (i === worth.length) return 0;
			let best = worth.length - i > width - taken.size ? bestOf(worth, i + 1, taken) : -Infinity;
			for (let j = 0; j < width; j++)
				if (!taken.has(j)) best = Math.max(best, worth[i]![j]! + bestOf(worth, i + 1, new Set([...taken, j])));
			return best;
		};
		const table = fc
			.tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 5 }))
			.chain(([rows, width]) =>
				fc.array(fc.array(fc.integer({ min: 0, max: 9 }), { minLength: width, maxLength: width }), { minLength: rows, maxLength: rows })
			);
		fc.assert(
			fc.property(table, (worth) => {
				const pairs = pairBest(worth.length, worth[0]!.length, (i, j) => worth[i]![j]!);
				expect(pairs.length).toBe(Math.min(worth.length, worth[0]!.length));
				expect(new Set(pairs.map(([i]) => i)).size).toBe(pairs.length);
				expect(new Set(pairs.map(([, j]) => j)).size).toBe(pairs.length);
				expect(pairs.reduce((sum, [i, j]) => sum + worth[i]![j]!, 0)).toBe(bestOf(worth));
			}),
			{ seed: 4, numRuns: 300 }
		);
	});

	test('two names are compared, once, whenever two of their parts (or the only one) go together but for one strong sound', () => {
		const part = fc.stringMatching(/^[bdgklmnrst]{1,5}$/);
		const name = fc.array(part, { minLength: 1, maxLength: 3 }).map((parts) => nameOf(parts.join(' ')));
		const oneApart = (a: string, b: string): boolean => {
			const shorter = (text: string) =>
				text.length < 3 ? [text] : [text, ...[...text].map((_, at) => text.slice(0, at) + text.slice(at + 1))];
			return shorter(a).some((one) => shorter(b).includes(one));
		};
		const goTogether = (one: NamePart, other: NamePart) => one.initial || other.initial || oneApart(coarseKey(one), coarseKey(other));
		fc.assert(
			fc.property(fc.array(name, { minLength: 2, maxLength: 12 }), (names) => {
				const found = [...candidatePairs(names)].flatMap((pair) => (typeof pair !== 'number' ? [pair.join(' ')] : []));
				expect(new Set(found).size).toBe(found.length);
				for (let i = 0; i < names.length; i++)
					for (let j = i + 1; j < names.length; j++) {
						const [a, b] = [names[i]!.parts, names[j]!.parts];
						const together = a.filter((one) => b.some((other) => goTogether(one, other))).length;
						const byMoreThanInitials = a.some((one) => !one.initial && b.some((other) => !other.initial && goTogether(one, other)));
						if (byMoreThanInitials && together >= Math.min(2, a.length, b.length)) expect(found).toContain(`${i} ${j}`);
					}
			}),
			{ seed: 6, numRuns: 300 }
		);
	});
});

test('a part is found by itself and, from three strong sounds on, with any one left out', () => {
	const keys = (text: string) => keysOf(nameOf(text).parts[0]!);
	expect(keys('شويتوف')).toEqual(['Ctb', 'tb', 'Cb', 'Ct']);
	expect(keys('شفيتوف')).toContain('Ctb');
	expect(keys('علي')).toEqual(['l']);
});

test('each script’s letters come to the same sounds', () => {
	const sounds = (text: string) =>
		nameOf(text)
			.parts.map((part) =>
				soundsOf(part.text)
					.map(({ sound }) => sound)
					.join('')
			)
			.join(' ');
	expect(sounds('Shoitov')).toBe('Cytv');
	expect(sounds('Шойтов')).toBe('Cytv');
	expect(sounds('Хашеми')).toBe('xCmy');
	expect(sounds('ستّار')).toBe(sounds('Sattar'));
	expect(sounds('محمد')).toBe('mhmd');
	expect(sounds('Mohammad')).toBe('mhmd');
	expect(sounds('غورباتشوف')).toBe('gwrbjwv');
	expect(sounds('Горбачёв')).toBe('grbjv');
});
