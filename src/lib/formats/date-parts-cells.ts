import type { DateValue } from '#lib/domain/claim.ts';
import type { Language } from '#lib/domain/text.ts';
import { parseEdtf } from '#lib/temporal/edtf.ts';
import { monthsOfName } from './date-cell-names.ts';
import { plainDateText } from './date-cell-text.ts';
import {
	DateRefusal,
	edtfOfNumbers,
	isMarker,
	readDateCell,
	refusal,
	valueOf,
	withSign,
	type DateCell,
	type DateProblem
} from './date-cells.ts';
import { isBefore } from './date-parts.ts';
import type { DateReading } from './foreign.ts';
import { fold } from '#lib/language/fold.ts';

/** The cells of a date that stands in columns of its own; a column that is not there is undefined. */
export interface DatePartCells {
	readonly year?: string | undefined;
	readonly month?: string | undefined;
	readonly day?: string | undefined;
	readonly time?: string | undefined;
}

/**
 * The date in two, three or four cells. An empty or zero month or day is not known. Markers are said of the parts
 * together (`0/0/0`, in either order) or of the year alone (`9999`).
 */
export function readDateParts(parts: DatePartCells, reading: DateReading, language: Language = 'en'): DateCell {
	const [year, month, day, time] = [parts.year, parts.month, parts.day, parts.time].map((cell) => plainDateText(cell ?? ''));
	if (!year && !month && !day) return { date: null };
	const said = [parts.year, parts.month, parts.day, parts.time].flatMap((cell) => cell?.trim() || []).join('-');
	if (isPartMarker([year, month, day], reading.unknown)) return { date: null };
	if (isPartMarker([year, month, day], reading.open)) return { date: 'open' };
	try {
		if (!year) throw new DateRefusal('no-year');
		if (!/^\d{1,4}$/u.test(year)) throw new DateRefusal('date-unreadable');
		if (year.length === 2 && reading.order !== 'year') throw new DateRefusal('two-digit-year');
		const numbered = { year: Number(year), month: monthOf(month ?? '', reading), day: numberOf(day ?? '') };
		if (numbered.year === 0) throw new DateRefusal('zero-date');
		const edtf = edtfOfNumbers(numbered, reading.calendar, reading.order);
		// The rest (time, marks of the calendar, far years) is judged as in a single cell.
		const whole = readDateCell(
			time ? `${edtf} ${time}` : edtf,
			{ order: 'iso', calendar: 'gregorian', ...(reading.mixed && reading.calendar === 'gregorian' && { mixed: true }) },
			language
		);
		if (whole.date === null || whole.date === 'open') throw new DateRefusal('date-unreadable');
		const sign = reading.calendar === 'islamic' && !time ? '~' : '';
		const date = valueOf(withSign(whole.date.edtf, sign), said, language, reading.calendar);
		return { date, ...(whole.problem && { problem: whole.problem }) };
	} catch (error) {
		if (error instanceof DateRefusal) return refusal(said, error, language);
		throw error;
	}
}

function isPartMarker(cells: readonly (string | undefined)[], markers: readonly string[] | undefined): boolean {
	const [year = '', month = '', day = ''] = cells;
	if (isMarker(year, markers)) return true;
	const number = (cell: string) => (/^\d*$/u.test(cell) ? Number(cell) : cell);
	return (markers ?? []).some((marker) => {
		const parts = plainDateText(marker)
			.split(/[\s./-]+/u)
			.map(number);
		if (parts.length !== 3) return false;
		const [one, two, three] = parts;
		const [y, m, d] = [year, month, day].map(number);
		return (one === y && two === m && three === d) || (one === d && two === m && three === y);
	});
}

function monthOf(cell: string, { calendar }: DateReading): number {
	if (cell === '' || /^\d{1,2}$/u.test(cell)) return Number(cell);
	const named = monthsOfName(fold(cell)).find((entry) => entry.calendar === calendar);
	if (!named) throw new DateRefusal('date-unreadable');
	return named.month;
}

function numberOf(cell: string): number {
	if (!/^\d{0,2}$/u.test(cell)) throw new DateRefusal('date-unreadable');
	return Number(cell);
}

/** Two cells as one span, with what is odd about them. `lostEnd`: the end could not be said in the date and has to be kept elsewhere. */
export interface JoinedSpan {
	readonly date: DateValue | null;
	readonly problem?: DateProblem;
	readonly lostEnd?: true;
}

/**
 * Start and end of one record. An empty end leaves the start alone, one that says "not known" leaves it unknown
 * (`2004/`), "no end" leaves it open (`2004/..`). An end before its start is kept in words and flagged.
 */
export function joinSpan(start: DateCell, end: DateCell, isEndSaid: boolean): JoinedSpan {
	const from = start.date === 'open' ? null : start.date;
	if (end.date === 'open') return from ? spanned(from, `${firstOf(from.edtf)}/..`) : { date: null };
	if (!end.date || end.date.edtf === 'XXXX') {
		if (!from || from.edtf === 'XXXX' || !isEndSaid || end.problem?.severity === 'refused')
			return { date: from, ...(end.date && { lostEnd: true }) };
		return spanned(from, `${firstOf(from.edtf)}/`);
	}
	if (!from || from.edtf === 'XXXX') return spanned(end.date, `/${lastOf(end.date.edtf)}`, from ?? undefined);
	if (from.edtf === end.date.edtf) return { date: from };
	if (isBefore(end.date.edtf, from.edtf)) {
		const date = { ...from, words: joinedWords(from, end.date) };
		return { date, problem: { severity: 'odd', code: 'end-before-start', args: { start: from.edtf, end: end.date.edtf } }, lostEnd: true };
	}
	return spanned(from, `${firstOf(from.edtf)}/${lastOf(end.date.edtf)}`, end.date);
}

function spanned(from: DateValue, edtf: string, end?: DateValue): JoinedSpan {
	if (!parseEdtf(edtf).ok) return { date: from, lostEnd: true };
	const hasWords = from.words !== undefined || end?.words !== undefined;
	const { words: _words, ...rest } = from;
	return { date: { ...rest, edtf, ...(hasWords && { words: end ? joinedWords(from, end) : from.words! }) } };
}

/** Both cells' words, in the language they are filed under. */
function joinedWords(from: DateValue, end: DateValue): NonNullable<DateValue['words']> {
	const language = (Object.keys(from.words ?? end.words ?? { en: '' })[0] ?? 'en') as Language;
	return { [language]: `${Object.values(from.words ?? {})[0] ?? from.edtf} – ${Object.values(end.words ?? {})[0] ?? end.edtf}` };
}

/** A month of another calendar is one of its days, or was written as their interval: a span reaches from its first day, or to its last. */
function firstOf(edtf: string): string {
	return /^\[([^.,]+)\.\.[^,]+\]$/u.exec(edtf)?.[1] ?? edtf.split('/')[0] ?? edtf;
}

function lastOf(edtf: string): string {
	return /^\[[^.,]+\.\.([^.,]+)\]$/u.exec(edtf)?.[1] ?? edtf.split('/').at(-1) ?? edtf;
}
