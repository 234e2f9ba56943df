import { edgesOf } from '#lib/temporal/edges-of.ts';
import { parseEdtf } from '#lib/temporal/edtf.ts';
import { edtfSpan } from './date-parts.ts';

/** SIMILE's four points, each already EDTF. */
export interface Points {
	readonly start?: string;
	readonly latestStart?: string;
	readonly earliestEnd?: string;
	readonly end?: string;
}

type PointName = keyof Points;

interface Notes {
	/** Points that contradict another one. */
	readonly dropped: PointName[];
	/** Points whose doubt EDTF can only tell a little wider than it was given. */
	readonly widened: PointName[];
}

/** What the points come to. */
export interface PointsRead extends Notes {
	readonly edtf: string;
}

/**
 * The four points as one EDTF value. An event that lasted: from somewhere in start–latestStart to somewhere in
 * earliestEnd–end; EDTF has no interval between sets, so each doubtful end is the narrowest date that covers it. An event
 * that did not last (`lasting` false): one moment within start–end. When nothing was said, an end means that it lasted.
 * @returns null when there is no point at all.
 */
export function fourPoints({ start, latestStart, earliestEnd, end }: Points, lasting: boolean | null): PointsRead | null {
	const notes: Notes = { dropped: [], widened: [] };
	const first = start ?? latestStart;
	const last = end ?? earliestEnd;
	if (first === undefined) return last === undefined ? null : { edtf: `/${last}`, ...notes };
	if (last !== undefined && edtfSpan(first, last) === null) {
		notes.dropped.push(end === undefined ? 'earliestEnd' : 'end');
		return { edtf: first, ...notes };
	}
	if (lasting === false || last === undefined) {
		const latest = last ?? latestStart;
		return { edtf: latest === undefined || latest === first ? first : (oneOf(first, latest) ?? first), ...notes };
	}
	const from = vague(first, latestStart, 'latestStart', notes);
	const to = earliestEnd === undefined ? last : vague(earliestEnd, last, 'earliestEnd', notes);
	return { edtf: edtfSpan(from, to) ?? edtfSpan(first, last) ?? first, ...notes };
}

function oneOf(from: string, to: string): string | null {
	return edtfSpan(from, to) === null ? null : `[${from}..${to}]`;
}

/**
 * The narrowest single date that covers all from the first to the last: tens of days, a month, a season or another part of a
 * year, a year, a decade, a century. Wider than said is honest; narrower would claim what nobody said.
 */
function vague(from: string, to: string | undefined, name: PointName, notes: Notes): string {
	if (to === undefined || to === from) return from;
	if (edtfSpan(from, to) === null) {
		notes.dropped.push(name);
		return from;
	}
	const start = edgesOf(from).earliestStart;
	const end = edgesOf(to).latestEnd;
	let best: { readonly edtf: string; readonly length: number } | null = null;
	for (const edtf of candidates(from)) {
		if (!parseEdtf(edtf).ok) continue;
		const edges = edgesOf(edtf);
		const length = edges.latestEnd - edges.earliestStart;
		if (edges.earliestStart <= start && edges.latestEnd >= end && (best === null || length < best.length)) best = { edtf, length };
	}
	if (best?.length !== end - start) notes.widened.push(name);
	return best?.edtf ?? (name === 'earliestEnd' ? to : from);
}

function* candidates(date: string): Generator<string> {
	const [, year, month, tens] = /^(-?\d{4})(?:-(\d{2})(?:-(\d)\d)?)?/u.exec(date) ?? [];
	if (year === undefined) return;
	if (month && tens) yield `${year}-${month}-${tens}X`;
	if (month) yield `${year}-${month}`;
	// Seasons, quarters, thirds and halves; winter begins in the year before.
	for (let part = 25; part <= 41; part++) yield `${year}-${part}`;
	if (month === '01' || month === '02') yield `${String(Number(year) - 1).padStart(4, '0')}-28`;
	yield year;
	yield `${year.slice(0, -1)}X`;
	yield `${year.slice(0, -2)}XX`;
}
