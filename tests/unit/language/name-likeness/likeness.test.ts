import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { candidatePairs } from '../../../../src/lib/language/name-likeness/candidate-pairs.ts';
import { ALIKE, likenessOf } from '../../../../src/lib/language/name-likeness/likeness.ts';
import { nameOf } from '../../../../src/lib/language/name-likeness/name-parts.ts';
import { NAMED_PEOPLE } from './named-people.ts';

const alike = (a: string, b: string) => likenessOf(nameOf(a), nameOf(b)).score;
const likeness = (a: string, b: string) => likenessOf(nameOf(a), nameOf(b));

describe('spellings of one name are alike', () => {
	test.each([
		['ميسم عابدي', 'ميثم عابدي', 1],
		['ميثم عابدي', 'میثم عابدی', 1],
		['ميثم عابدي', 'ميثم عبادي', 1],
		['Мейсам Абеди', 'ميسم عابدي', 1],
		['Shoitov', 'Шойтов', 1],
		['ألكسندر شفيتوف', 'الكسندر شويتوف', 0.97],
		['ألكسندر شفيتوف', 'Alexander Shoitov', 0.88],
		['الكسندر شويتوف', 'Alexander Shoitov', 0.94]
	])('%s ~ %s, as the reference measured it', (a, b, score) => expect(alike(a, b)).toBeCloseTo(score, 1));

	test.each([
		['زارع بور', 'زارع‌پور', 'two words, one with a joiner'],
		['أمير محمد زاده لاجوردي', 'Amir Mohammadzadeh Lajevardi', 'a name in two words and in one'],
		['Abedi, Meysam', 'ميثم عابدي', 'the family name first'],
		['А. Шойтов', 'ألكسندر شويتوف', 'an initial, in another script'],
		['السيد ميثم عابدي', 'Mr Meysam Abedi', 'titles of courtesy'],
		['الحسيني', 'Al-Husseini', 'the article'],
		['Şahin Çelik', 'Shahin Chelik', 'marks that are another sound'],
		['Михаил Горбачёв', 'ميخائيل غورباتشوف', 'ч, which Arabic writes with two letters'],
		['Саттар Хашеми', 'ستار هاشمي', 'a doubled letter, and x for h']
	])('%s ~ %s: %s', (a, b) => expect(alike(a, b)).toBeGreaterThanOrEqual(ALIKE));
});

describe('other names are not', () => {
	test.each([
		['ميثم عابدي', 'شيرين عبادي', 'one family name, another given name'],
		['ميثم عابدي', 'محمد عابدي', 'another given name'],
		['محمود عابدي', 'محمد عابدي', 'given names that sound alike without vowels'],
		['Mohsen Rezai', 'Hossein Rezai', 'given names that share their last consonants'],
		['نصر', 'ناصر', 'lone given names that differ in a vowel'],
		['Samir', 'Samar', 'the same in Latin letters'],
		['Олег Шойтов', 'Ольга Шойтова', 'a man and a woman'],
		['Shoitov', 'Shubin', 'the same first letters'],
		['Alexander Shoitov', 'Alexander Shubin', 'one given name, another family name'],
		['شفيتوف', 'شيرباكوف', 'the same beginning and end'],
		['زارع بور', 'ستار هاشمي', 'two ministers of one ministry'],
		['زارع‌پور', 'Саттар Хашеми', 'the same two, in other scripts'],
		['Group 77', 'Group 78', 'a number is no spelling']
	])('%s ≁ %s: %s', (a, b) => expect(alike(a, b)).toBeLessThan(ALIKE));
});

test('the reason names the sounds that were laid side by side', () => {
	const { how, pairs } = likeness('شفيتوف', 'شويتوف');
	expect(how).toBe('near-consonants');
	expect(pairs).toEqual([expect.objectContaining({ leftSounds: 'ش ف ی ت و ف', rightSounds: 'ش و ی ت و ف' })]);
	expect(likeness('ميسم', 'Meysam')).toMatchObject({ how: 'same-consonants', pairs: [{ leftSounds: 'م ی س م', rightSounds: 'm y s m' }] });
	expect(likeness('كاظم جلالي', 'کاظم جلالی').how).toBe('same-spelling');
});

test('words in another order are told, and take off: two men as often as one; a comma after the family name explains it', () => {
	const turned = likeness('حسن علي', 'علي حسن');
	expect(turned.reordered).toBe(true);
	expect(turned.score).toBeLessThan(0.95);
	expect(likeness('Hassan Ali', 'علي حسن').reordered).toBe(true);
	expect(likeness('Abedi, Meysam', 'ميثم عابدي')).toMatchObject({ reordered: false, score: 1 });
	expect(likeness('Amir-Abdollahian, Hossein', 'حسين أمير عبد اللهيان').reordered).toBe(false);
	expect(likeness('Ali, Hassan', 'Hassan, Ali').reordered).toBe(true);
	expect(likeness('Ali Hassan Ali', 'Ali Hassan Ali').reordered).toBe(false);
});

test('names that close with other consonants, or of which one alone has the article, are less alike', () => {
	expect(alike('Mohammad Javad Zarif', 'Mohammad Javad Azari')).toBeLessThan(0.8);
	expect(alike('Mohammad Javad Zarif', 'محمد جواد ظریف')).toBeGreaterThan(0.95);
	expect(alike('Dmitry Medvedev', 'Dmitry Medvedchuk')).toBeLessThan(ALIKE);
	expect(alike('Sergey Lavrov', 'Sergey Lavrentiev')).toBeLessThan(0.8);
	expect(alike('العبادي', 'عابدي')).toBeLessThan(0.85);
	expect(alike('الحسيني', 'حسینی')).toBeGreaterThanOrEqual(0.95);
});

test('parts that only one name has are told, and take a little off', () => {
	const found = likeness('شويتوف', 'ألكسندر شويتوف');
	expect(found.alone).toEqual(['الکسندر']);
	expect(found.score).toBeGreaterThan(0.9);
	expect(found.score).toBeLessThan(1);
});

test('likeness is the same from both sides, between 0 and 1, and 1 for a name and itself', () => {
	const word = fc.stringMatching(/^[a-zа-яابپتثجحخدذرزسشصضطعغفقکگلمنوهی]{0,8}$/u);
	const name = fc.array(word, { minLength: 1, maxLength: 4 }).map((words) => words.join(' '));
	fc.assert(
		fc.property(name, name, (a, b) => {
			const score = alike(a, b);
			expect(score).toBe(alike(b, a));
			expect(score).toBeGreaterThanOrEqual(0);
			expect(score).toBeLessThanOrEqual(1);
			if (nameOf(a).folded !== '') expect(alike(a, a)).toBe(1);
		}),
		{ seed: 5, numRuns: 500 }
	);
});

test('of all pairs of public names in four scripts, at least 97 of 100 proposed are right, and 95 of 100 right ones are proposed', () => {
	const names = NAMED_PEOPLE.flatMap((spellings, person) => spellings.map((text) => ({ person, name: nameOf(text) })));
	let [right, wrong, missed] = [0, 0, 0];
	const faults: string[] = [];
	names.forEach((one, at) => {
		for (const other of names.slice(at + 1)) {
			const found = likenessOf(one.name, other.name).score >= ALIKE;
			const same = one.person === other.person;
			if (found && same) right++;
			else if (found) wrong++;
			else if (same) missed++;
			if (found !== same) faults.push(`${one.name.written} ${found ? '~' : '≁'} ${other.name.written}`);
		}
	});
	expect(right / (right + wrong), faults.join('\n')).toBeGreaterThanOrEqual(0.97);
	expect(right / (right + missed), faults.join('\n')).toBeGreaterThanOrEqual(0.95);
});

test('every two spellings of one person in that list are also found by their blocks', () => {
	const names = NAMED_PEOPLE.flatMap((spellings, person) => spellings.map((text) => ({ person, name: nameOf(text) })));
	const found = new Set(
		[...candidatePairs(names.map(({ name }) => name))].flatMap((pair) => (typeof pair !== 'number' ? [pair.join(' ')] : []))
	);
	const missed = names.flatMap((one, i) =>
		names.flatMap((other, j) =>
			j > i && one.person === other.person && !found.has(`${i} ${j}`) ? [`${one.name.written} ~ ${other.name.written}`] : []
		)
	);
	expect(missed).toEqual([]);
});
