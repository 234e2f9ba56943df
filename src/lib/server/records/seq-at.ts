import type { Store } from '../storage/store.ts';

const SEQ = /^\d{1,9}$/;
const INSTANT = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})?)?$/;

/**
 * The last entry at an as-of: a seq as it stands, or the last one written by an instant (a bare day means its end, UTC).
 * @returns null when the text is neither.
 */
export async function seqAt(store: Store, text: string): Promise<number | null> {
	const head = await store.head();
	if (SEQ.test(text)) return Math.min(Number(text), head);
	if (!INSTANT.test(text)) return null;
	const instant = Date.parse(text.includes('T') ? text : `${text}T23:59:59.999Z`);
	if (Number.isNaN(instant)) return null;
	// Entries are in order of time, so the last one not after the instant is found by halving.
	let low = 0;
	let high = head;
	while (low < high) {
		const middle = Math.ceil((low + high) / 2);
		const entry = await store.entry(middle);
		if (entry && Date.parse(entry.at) <= instant) low = middle;
		else high = middle - 1;
	}
	return low;
}
