import { GONE, type ColumnSet } from '#lib/columns/column-set.ts';

/** What a desk asks in the morning, derived from edges and today; nothing of it is stored. */
export interface Watch {
	/** The next planned event: the one whose last day comes first; one past its last day only when nothing lies ahead. */
	readonly next: { readonly id: string; readonly row: number; readonly lastDay: number; readonly daysLeft: number } | null;
	readonly followUps: { readonly due: number; readonly overdue: number; readonly undated: number };
	readonly stages: { readonly memorandum: number; readonly contract: number; readonly inForce: number; readonly other: number };
	/** How many records sources differ on, and the rows of a few of them, most fields in conflict first. */
	readonly disagree: { readonly records: number; readonly rows: readonly number[] };
}

/** The same with what is new to one reader. */
export interface WatchWithNews extends Watch {
	/** Records changed after the seq the reader last marked as seen, and by how many entries. */
	readonly news: { readonly records: number; readonly entries: number; readonly since: number; readonly head: number };
}

const OPEN = new Set(['follow-up:open', 'follow-up:unknown', '']);

export function watchOf(set: ColumnSet, today: number): Watch {
	return { next: nextPlanned(set, today), followUps: followUps(set, today), stages: stages(set), disagree: disagreeing(set) };
}

function nextPlanned(set: ColumnSet, today: number): Watch['next'] {
	let best = -1;
	let bestRank = Infinity;
	for (let row = 0; row < set.count; row++) {
		if (set.kind[row] !== 0 || set.planned[row] !== 1) continue;
		const lastDay = (set.latestEnd[row] ?? NaN) - 1;
		if (!Number.isFinite(lastDay)) continue;
		// What lies ahead ranks before what is past; among the past the most recent.
		const rank = lastDay >= today ? lastDay - today : 1e9 + (today - lastDay);
		if (rank < bestRank) [best, bestRank] = [row, rank];
	}
	if (best < 0) return null;
	const lastDay = Math.ceil((set.latestEnd[best] ?? 0) - 1);
	return { id: set.id.at(best), row: best, lastDay, daysLeft: lastDay - today };
}

function followUps(set: ColumnSet, today: number): Watch['followUps'] {
	const count = { due: 0, overdue: 0, undated: 0 };
	const open = Uint8Array.from(['', ...set.status.values], (status) => Number(OPEN.has(status)));
	for (let row = 0; row < set.count; row++) {
		if (set.kind[row] !== 2 || open[set.status.codes[row]! + 1] !== 1) continue;
		const end = set.latestEnd[row] ?? NaN;
		if (Number.isNaN(end)) count.undated++;
		else if (end <= today) count.overdue++;
		else count.due++;
	}
	return count;
}

/** How far each agreement has come on the way memorandum → contract → in force; kinds stand in for stages not said. */
function stages(set: ColumnSet): Watch['stages'] {
	const count = { memorandum: 0, contract: 0, inForce: 0, other: 0 };
	const { values, offsets, codes } = set.stages;
	const bitOf = Uint8Array.from(values, (stage) => STAGE_BITS[stage] ?? 0);
	const contract = set.subkind.values.indexOf('agreement:contract');
	const memorandum = set.subkind.values.indexOf('agreement:memorandum');
	for (let row = 0; row < set.count; row++) {
		if (set.kind[row] !== 1) continue;
		let said = 0;
		for (let i = offsets[row]!; i < offsets[row + 1]!; i++) said |= bitOf[codes[i]!]!;
		const kind = set.subkind.codes[row];
		if (said & ENDED) count.other++;
		else if (said & IN_FORCE) count.inForce++;
		else if (said & CONTRACT || (said & SIGNED && kind === contract)) count.contract++;
		else if (said & MEMORANDUM || (said & SIGNED && kind === memorandum)) count.memorandum++;
		else count.other++;
	}
	return count;
}

const ENDED = 1;
const IN_FORCE = 2;
const CONTRACT = 4;
const MEMORANDUM = 8;
const SIGNED = 16;
const STAGE_BITS: Readonly<Record<string, number>> = {
	ended: ENDED,
	lapsed: ENDED,
	'in force': IN_FORCE,
	'carried out': IN_FORCE,
	contract: CONTRACT,
	memorandum: MEMORANDUM,
	signed: SIGNED
};

/** So many of the records that sources differ on are named. */
const NAMED = 2;

function disagreeing(set: ColumnSet): Watch['disagree'] {
	let records = 0;
	const rows: number[] = [];
	for (let row = 0; row < set.count; row++) {
		const fields = set.conflicts[row]!;
		if (fields === 0 || set.kind[row] === GONE) continue;
		records++;
		const place = rows.findIndex((other) => set.conflicts[other]! < fields);
		if (place >= 0) rows.splice(place, 0, row);
		else if (rows.length < NAMED) rows.push(row);
		if (rows.length > NAMED) rows.pop();
	}
	return { records, rows };
}
