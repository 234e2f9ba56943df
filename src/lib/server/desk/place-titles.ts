import { NONE, ranked } from '#lib/columns/rank.ts';
import type { Text } from '#lib/domain/text.ts';
import type { Language } from '#lib/language/locales.ts';
import { sortKey } from '#lib/language/sort-key.ts';
import { textIn } from '#lib/language/text-in.ts';

interface Place {
	readonly row: number;
	readonly key: string;
	/** Place of the first ranked title that is not before it. */
	readonly at: number;
	/** That title is the same. */
	readonly ties: boolean;
}

/**
 * Ranks with some rows put where their titles belong now, by comparing with a few of the others: for changes too few to rank
 * all of a large set anew. The old ranks are left as they are.
 * @param rows New rows and rows whose title may have changed, with their titles.
 * @param titleAt The title of any other row.
 */
export async function placeTitles(
	old: Uint32Array,
	count: number,
	rows: ReadonlyMap<number, Text | null>,
	titleAt: (row: number) => Promise<Text | null>,
	language: Language
): Promise<Uint32Array> {
	const ranks = new Uint32Array(count).fill(NONE);
	ranks.set(old.subarray(0, count));
	for (const row of rows.keys()) ranks[row] = NONE;
	const order = ranked(ranks).permutation();
	const known = new Map<number, string>();
	const keyAt = async (place: number): Promise<string> => {
		const row = order[place]!;
		const key = known.get(row) ?? keyOf(await titleAt(row), language);
		known.set(row, key);
		return key;
	};
	const places: Place[] = [];
	for (const [row, title] of rows) {
		const key = keyOf(title, language);
		if (key === '') continue;
		let [low, high] = [0, order.length];
		while (low < high) {
			const middle = (low + high) >> 1;
			if ((await keyAt(middle)) < key) low = middle + 1;
			else high = middle;
		}
		places.push({ row, key, at: low, ties: low < order.length && (await keyAt(low)) === key });
	}
	places.sort((a, b) => a.at - b.at || (a.key < b.key ? -1 : a.key > b.key ? 1 : 0));
	return merged(ranks, order, places);
}

/** One pass over both orders, counting ranks anew. */
function merged(ranks: Uint32Array, order: Uint32Array, places: readonly Place[]): Uint32Array {
	const next = ranks.slice();
	let rank = -1;
	let from = 0;
	for (let at = 0; at <= order.length; at++) {
		const ties: number[] = [];
		for (let before = ''; places[from]?.at === at; from++) {
			const { row, key, ties: same } = places[from]!;
			if (same) ties.push(row);
			else {
				if (key !== before) rank++;
				before = key;
				next[row] = rank;
			}
		}
		if (at === order.length) break;
		if (at === 0 || ranks[order[at]!] !== ranks[order[at - 1]!]) rank++;
		next[order[at]!] = rank;
		for (const row of ties) next[row] = rank;
	}
	return next;
}

function keyOf(title: Text | null, language: Language): string {
	const { text } = textIn(title, language);
	return text && sortKey(text, language);
}
