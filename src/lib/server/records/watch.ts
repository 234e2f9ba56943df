import type { ColumnSet } from '#lib/columns/column-set.ts';
import type { DateValue } from '#lib/domain/claim.ts';

/** What a desk asks in the morning, derived from edges and today; nothing of it is stored. */
export interface Watch {
	/** The next planned event: the one whose last day comes first; one past its last day only when nothing lies ahead. */
	readonly next: { readonly id: string; readonly date: DateValue; readonly lastDay: number; readonly daysLeft: number } | null;
	readonly followUps: { readonly due: number; readonly overdue: number; readonly undated: number };
	readonly stages: { readonly memorandum: number; readonly contract: number; readonly inForce: number; readonly other: number };
	/** Records on which sources differ, most voices first. */
	readonly disagree: readonly string[];
	/** Records changed after the seq the reader last marked as seen, and by how many entries. */
	readonly news: { readonly records: number; readonly entries: number; readonly since: number; readonly head: number };
}

const OPEN = new Set(['follow-up:open', 'follow-up:unknown', '']);

export function watchOf(set: ColumnSet, today: number, news: Watch['news']): Watch {
	return { next: nextPlanned(set, today), followUps: followUps(set, today), stages: stages(set), disagree: disagreeing(set), news };
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
	const date = set.date[best];
	if (best < 0 || !date) return null;
	const lastDay = Math.ceil((set.latestEnd[best] ?? 0) - 1);
	return { id: set.id[best] ?? '', date, lastDay, daysLeft: lastDay - today };
}

function followUps(set: ColumnSet, today: number): Watch['followUps'] {
	const count = { due: 0, overdue: 0, undated: 0 };
	for (let row = 0; row < set.count; row++) {
		if (set.kind[row] !== 2 || !OPEN.has(set.status.values[set.status.codes[row] ?? -1] ?? '')) continue;
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
	for (let row = 0; row < set.count; row++) {
		if (set.kind[row] !== 1) continue;
		const said = new Set<string>();
		for (let i = set.stages.offsets[row] ?? 0; i < (set.stages.offsets[row + 1] ?? 0); i++)
			said.add(set.stages.values[set.stages.codes[i] ?? -1] ?? '');
		const kind = set.subkind.values[set.subkind.codes[row] ?? -1];
		if (said.has('ended') || said.has('lapsed')) count.other++;
		else if (said.has('in force') || said.has('carried out')) count.inForce++;
		else if (said.has('contract') || (said.has('signed') && kind === 'agreement:contract')) count.contract++;
		else if (said.has('memorandum') || (said.has('signed') && kind === 'agreement:memorandum')) count.memorandum++;
		else count.other++;
	}
	return count;
}

function disagreeing(set: ColumnSet): string[] {
	const rows: number[] = [];
	for (let row = 0; row < set.count; row++) if ((set.conflicts[row] ?? 0) > 0) rows.push(row);
	return rows.sort((a, b) => (set.conflicts[b] ?? 0) - (set.conflicts[a] ?? 0) || a - b).map((row) => set.id[row] ?? '');
}
