import { edgesOf } from '#lib/temporal/edges-of.ts';
import { DESK, type DateValue, type RecordedClaim } from './claim.ts';
import { shiftOf, shiftRange, type ShiftRange } from './date-shift.ts';
import { valuesAgree } from './values-agree.ts';

/**
 * What one claim did to a promise: made it, repeated or moved its date, or told how it ended. `held` and `done` keep it;
 * `postponed` takes its date away.
 */
export type PromiseTurn = 'promised' | 'repeated' | 'moved' | 'held' | 'done' | 'lapsed' | 'unknown' | 'postponed' | 'cancelled';

/** One step of a ledger of promises: who said what, when. */
export interface PromiseStep {
	readonly turn: PromiseTurn;
	/** Claim id, with which its source, speaker and place are found. */
	readonly claim: string;
	/** EDTF of the day it was said; null: not known. */
	readonly said: string | null;
	/** The date it gives; null: none. */
	readonly date: DateValue | null;
	/** By how many days the date moved against the one before, from last day to last day; null where that cannot be said. */
	readonly moved: number | null;
	/** The same with the doubt of both dates. */
	readonly movedBy: ShiftRange | null;
}

export interface PromiseLedger {
	/** In the order things were said; what is not dated stands where it was recorded. */
	readonly steps: readonly PromiseStep[];
	readonly moves: number;
	/** By how many days the last date is later (negative: earlier) than the one first said, from last day to last day; null without moves or without a measure. */
	readonly later: number | null;
	/** The same with the doubt of both dates. */
	readonly laterBy: ShiftRange | null;
	/** Epoch day of the last word said about it, as late as it may have been; null: not known. */
	readonly lastWord: number | null;
	/** Told as kept, let go or called off: nothing more is expected. */
	readonly closed: boolean;
}

const ENDS: readonly string[] = ['held', 'done', 'lapsed', 'cancelled'];
/** Statuses that say no more than that it is still expected. */
const EXPECTED: readonly unknown[] = ['open', 'planned', undefined];

interface Said {
	readonly claim: RecordedClaim;
	readonly edtf: string | null;
	/** The last moment it may have been said at. */
	readonly to: number;
	readonly from: number;
}

/**
 * The promises of a follow-up (its `due`) or of a planned event (its `date`), as its claims make, move and end them. An event
 * nobody ever planned has none. Pure.
 *
 * @param claims of the record, in ledger order
 * @param published EDTF a source was published on: a claim without `said_on` was said then
 */
export function ledgerOfPromises(
	kind: 'event' | 'follow-up',
	claims: readonly RecordedClaim[],
	published: (source: string) => string | undefined
): PromiseLedger {
	const field = kind === 'event' ? 'date' : 'due';
	const steps: PromiseStep[] = [];
	let current: DateValue | null = null;
	let first: DateValue | null = null;
	let moves = 0;
	let closed = false;
	let lastWord: number | null = null;
	for (const { claim, edtf, from, to } of inOrderSaid(claims, field, published)) {
		if (Number.isFinite(to)) lastWord = Math.max(lastWord ?? -Infinity, Math.ceil(to) - 1);
		const date = (claim.fields[field] as DateValue | null | undefined) ?? null;
		// "Some day" moves nothing, and what comes after it is the first date given.
		const told = date !== null && saysWhen(date);
		const status = claim.fields['status'];
		const plan = EXPECTED.includes(status) && !(kind === 'event' && status === undefined && date && !isBefore(from, to, date));
		const differs = plan && told && current !== null && !valuesAgree({ type: 'date' }, date, current);
		const moved = differs && date && current ? shiftOf(current, date) : null;
		const movedBy = differs && date && current ? shiftRange(current, date) : null;
		steps.push({
			turn: turnOf(status, plan, differs, steps.length === 0 || (told && first === null)),
			claim: claim.id,
			said: edtf,
			date,
			moved,
			movedBy
		});
		// A promise made again is open again.
		closed = !plan && (status === undefined || ENDS.includes(String(status)));
		if (!plan) continue;
		if (differs) moves++;
		if (told) current = date;
		if (told) first ??= date;
	}
	if (!steps.some(({ turn }) => turn === 'promised')) return { steps: [], moves: 0, later: null, laterBy: null, lastWord, closed };
	const [later, laterBy] = moves > 0 && first && current ? [shiftOf(first, current), shiftRange(first, current)] : [null, null];
	return { steps, moves, later, laterBy, lastWord, closed };
}

/** @param isFirst of the promise, or with a date */
function turnOf(status: unknown, plan: boolean, differs: boolean, isFirst: boolean): PromiseTurn {
	if (!plan) return status === undefined ? 'held' : (status as PromiseTurn);
	return differs ? 'moved' : isFirst ? 'promised' : 'repeated';
}

/** A date of which no edge is known (`XXXX`) says nothing of when. */
function saysWhen({ edtf }: DateValue): boolean {
	const { earliestStart, latestEnd } = edgesOf(edtf);
	return Number.isFinite(earliestStart) || Number.isFinite(latestEnd);
}

/** Whether something was said before the date began, so that it was still to come. Not known: it was not. */
function isBefore(from: number, to: number, date: DateValue): boolean {
	return Number.isFinite(from) && to <= edgesOf(date.edtf).earliestStart;
}

function inOrderSaid(claims: readonly RecordedClaim[], field: string, published: (source: string) => string | undefined): Said[] {
	const said = claims.flatMap((claim): Said[] => {
		if (claim.source === DESK || claim.redacted || (claim.fields[field] === undefined && claim.fields['status'] === undefined)) return [];
		const edtf = claim.said_on ?? published(claim.source) ?? null;
		const edges = edtf === null ? null : edgesOf(edtf);
		return [{ claim, edtf, from: edges?.earliestStart ?? -Infinity, to: edges?.latestEnd ?? Infinity }];
	});
	// Those that are dated go among themselves by when they may have been said at the latest; the others keep their places.
	const dated = said.filter(({ to }) => Number.isFinite(to)).sort((a, b) => a.to - b.to || a.from - b.from);
	let next = 0;
	return said.map((each) => (Number.isFinite(each.to) ? dated[next++]! : each));
}
