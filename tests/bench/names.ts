import { alikeActors } from '../../src/lib/server/records/name-proposals/alike-actors.ts';
import type { NamedActor } from '../../src/lib/server/records/name-proposals/named-actors.ts';
import { nameOf } from '../../src/lib/language/name-likeness/name-parts.ts';

const FIRST =
	'Ali Mohammad Hassan Reza Amir Sergey Ivan Dmitry Anna Olga Leila Omar Khaled Peter John Maria Mehdi Sara Nikolai Fatima'.split(' ');
const SYLLABLES = 'ba da ga ka la ma na ra sa ta za sha kho vi zi mi ni ri shi po go do lo to ro mo no'.split(' ');

/** Numbers that look random and are the same every time. */
function* sequence(seed: number): Generator<number> {
	for (let x = seed; ;) yield (x = (Math.imul(x, 1_664_525) + 1_013_904_223) >>> 0) / 2 ** 32;
}

/** So many people, one in a hundred of them under two spellings. */
export function people(count: number): NamedActor[] {
	const random = sequence(7);
	const pick = <T>(list: readonly T[]): T => list[Math.floor(random.next().value! * list.length)]!;
	const actors: NamedActor[] = [];
	while (actors.length < count) {
		const family = pick(SYLLABLES) + pick(SYLLABLES) + pick(SYLLABLES) + pick(SYLLABLES);
		const first = pick(FIRST);
		for (const text of actors.length % 100 === 0 ? [`${first} ${family}i`, `${first} ${family}y`] : [`${first} ${family}`])
			actors.push({ id: `a${actors.length}`, group: 'person', names: [nameOf(text)], claims: 1, since: 1, body: null as never });
	}
	return actors;
}

/** How long it takes to find the actors whose names are alike, and the longest it keeps others waiting. */
export async function benchNames(): Promise<void> {
	for (const count of [1_000, 10_000, 100_000]) {
		const actors = people(count);
		const start = performance.now();
		let [pairs, longest, last] = [0, 0, start];
		for (const pair of alikeActors(actors)) {
			if (pair) pairs++;
			else {
				longest = Math.max(longest, performance.now() - last);
				await new Promise((done) => setImmediate(done));
				last = performance.now();
			}
		}
		const all = performance.now() - start;
		console.log(`${count} names: ${all.toFixed(0)} ms, ${pairs} pairs alike, no turn longer than ${longest.toFixed(0)} ms`);
	}
}
