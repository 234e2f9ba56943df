import { edgesOf } from '#lib/temporal/edges-of.ts';
import { readDateText } from './read-date-text.ts';
import type { DateTextOptions, DateTextResult } from './reading.ts';

/** More days than a month: words counted from so vague a day could mean anything. */
const MOST_DAYS = 31;

/**
 * The same with the day said as EDTF, as claims keep it ("2025-12~"). Where it is no single day, the words are read for
 * its first and its last day: no phrase goes back as the day it is said on goes forward, so when the two agree, all days
 * between them do ("by next year"); else the day said is too vague for these words.
 * @throws RangeError when `said` is not EDTF.
 */
export function readDateTextSaid(text: string, said: string | undefined, options: Omit<DateTextOptions, 'said'> = {}): DateTextResult {
	const without = readDateText(text, options);
	if (said === undefined) return without;
	const { earliestStart, latestEnd } = edgesOf(said);
	const first = Math.floor(earliestStart);
	if (!countsFromSaid(without)) {
		// Which century two figures are of is offered by the day said, however vaguely it is known.
		const near =
			!without.ok && without.choices.length > 0 && Number.isFinite(first) ? readDateText(text, { ...options, said: first }) : null;
		return near && !near.ok && near.choices.length > 0 ? near : without;
	}
	const last = Math.ceil(latestEnd) - 1;
	const early = last - first < MOST_DAYS ? readDateText(text, { ...options, said: first }) : null;
	if (!early?.ok) return early ?? vague(without);
	if (first === last) return { ...early, said };
	const late = readDateText(text, { ...options, said: last });
	return late.ok && late.edtf === early.edtf ? { ...early, said } : vague(without);
}

/** Whether words mean something else on another day, by how they are read without any: "next month", "by 2026". */
export function countsFromSaid(without: DateTextResult): boolean {
	return without.ok ? without.rule === 'no later than that' : without.code === 'needs-said';
}

/** What stands by itself stays as it is read without any day. */
function vague(without: DateTextResult): DateTextResult {
	if (without.ok) return without;
	return { ...without, code: 'said-too-vague', expected: 'a more exact day on which this was said' };
}
