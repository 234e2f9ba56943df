import type { Edges } from './edges.ts';
import { spanOf, type Span } from './edtf-span.ts';
import type { EdtfEnd, EdtfSet, EdtfValue } from './edtf-value.ts';
import { requireEdtf } from './edtf.ts';

/** Enough for every date of a large data set; the oldest goes first. */
const REMEMBERED = 20_000;
const memory = new Map<string, Edges>();

/**
 * The edges of an EDTF text; see `Edges` for what they mean. Remembered, so it is cheap to ask again.
 * @throws RangeError naming the code and position when the text is not EDTF.
 */
export function edgesOf(edtf: string): Edges {
	const known = memory.get(edtf);
	if (known) return known;
	const edges = edgesOfValue(requireEdtf(edtf));
	if (memory.size >= REMEMBERED) for (const oldest of memory.keys()) if (memory.delete(oldest)) break;
	memory.set(edtf, edges);
	return edges;
}

/**
 * The edges of a parsed value.
 * A single date means *within* its span; an interval *lasted* from somewhere in its first date to somewhere in its
 * last; `[…]` is one of its members, so within their hull; `{…}` is all of them, so it lasted from the first to the last.
 * What lies between members is left out by `partsOf`, which whoever asks or draws such a date takes beside its edges.
 * Approximate (`~`) widens nothing: how far "about" reaches is not written, so it stays a flag (see `qualifierOf`).
 */
export function edgesOfValue(value: EdtfValue): Edges {
	if (value.type === 'date') return within(spanOf(value));
	if (value.type === 'set') return value.of === 'one' ? oneOf(value) : allOf(value);
	return lasted(value.start, value.end);
}

/** Nothing is known of when: infinite on both sides (`XXXX`). */
export function isUndated(edges: Edges): boolean {
	return edges.earliestStart === -Infinity && edges.latestEnd === Infinity;
}

function within([start, end]: Span): Edges {
	return { earliestStart: start, latestStart: end, earliestEnd: start, latestEnd: end };
}

function lasted(start: EdtfEnd, end: EdtfEnd): Edges {
	const first = typeof start === 'string' ? undefined : spanOf(start);
	const last = typeof end === 'string' ? undefined : spanOf(end);
	const [earliestStart, startLimit] = first ?? (start === 'open' ? [-Infinity, -Infinity] : [-Infinity, Infinity]);
	const [endLimit, latestEnd] = last ?? (end === 'open' ? [Infinity, Infinity] : [-Infinity, Infinity]);
	return {
		earliestStart,
		latestStart: Math.min(startLimit, latestEnd),
		earliestEnd: Math.max(endLimit, earliestStart),
		latestEnd
	};
}

function oneOf({ members }: EdtfSet): Edges {
	const starts = members.map(({ from }) => (from ? spanOf(from)[0] : -Infinity));
	const ends = members.map(({ to }) => (to ? spanOf(to)[1] : Infinity));
	return within([Math.min(...starts), Math.max(...ends)]);
}

function allOf({ members }: EdtfSet): Edges {
	const open: Span = [-Infinity, -Infinity];
	const endless: Span = [Infinity, Infinity];
	const firsts = members.map(({ from }) => (from ? spanOf(from) : open));
	const lasts = members.map(({ to }) => (to ? spanOf(to) : endless));
	return {
		earliestStart: Math.min(...firsts.map(([start]) => start)),
		latestStart: Math.min(...firsts.map(([, end]) => end)),
		earliestEnd: Math.max(...lasts.map(([start]) => start)),
		latestEnd: Math.max(...lasts.map(([, end]) => end))
	};
}
