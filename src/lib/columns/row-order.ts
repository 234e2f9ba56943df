import type { IdNumbers } from './id-bytes.ts';

/**
 * The order rows stand in: by the entry that brought them, then by id (bytes, which for ids is the order of code units).
 * null when they already stand so.
 */
export function rowOrder(since: Float64Array, numbers: Uint32Array, ids: IdNumbers): Uint32Array | null {
	const compareIds = (a: number, b: number) => {
		const bytes = ids.bytes.room;
		const [one, other] = [numbers[a]!, numbers[b]!];
		const [from, to] = [ids.startOf(one), ids.ends.room[one]!];
		const [otherFrom, otherTo] = [ids.startOf(other), ids.ends.room[other]!];
		for (let at = from, otherAt = otherFrom; at < to && otherAt < otherTo; at++, otherAt++)
			if (bytes[at] !== bytes[otherAt]) return bytes[at]! - bytes[otherAt]!;
		return to - from - (otherTo - otherFrom);
	};
	const compare = (a: number, b: number) => since[a]! - since[b]! || compareIds(a, b);
	let sorted = true;
	for (let at = 1; at < since.length && sorted; at++) sorted = compare(at - 1, at) <= 0;
	if (sorted) return null;

	// Records mostly come ordered by id. Sorting each entry's share is then no work, and the shares are put in order by counting.
	const entries = Float64Array.from(new Set(since)).sort();
	const entryOf = new Map(Array.from(entries, (seq, index) => [seq, index]));
	const starts = new Uint32Array(entries.length + 1);
	for (let at = 0; at < since.length; at++) starts[entryOf.get(since[at]!)! + 1]!++;
	for (let entry = 0; entry < entries.length; entry++) starts[entry + 1]! += starts[entry]!;
	const order = new Uint32Array(since.length);
	const next = starts.slice();
	for (let at = 0; at < since.length; at++) order[next[entryOf.get(since[at]!)!]!++] = at;
	for (let entry = 0; entry < entries.length; entry++) {
		const share = order.subarray(starts[entry], starts[entry + 1]);
		let ordered = true;
		for (let at = 1; at < share.length && ordered; at++) ordered = compareIds(share[at - 1]!, share[at]!) <= 0;
		if (!ordered) share.sort(compareIds);
	}
	return order;
}
