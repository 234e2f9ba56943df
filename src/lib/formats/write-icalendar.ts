import type { Language } from '#lib/domain/text.ts';
import { textIn } from '#lib/language/text-in.ts';
import { civilOf } from '#lib/temporal/epoch-day.ts';
import { edgesOf } from '#lib/temporal/edges-of.ts';
import { requireEdtf } from '#lib/temporal/edtf.ts';
import { qualifierOfValue } from '#lib/temporal/qualifiers.ts';
import type { ForeignRecord } from './foreign.ts';
import { writtenMark } from './icalendar.ts';
import { ownRecord } from './own-record.ts';
import { shownDate } from './record-fields.ts';

/** What a component says beside the record. */
export interface IcalendarFacts {
	readonly language: Language;
	/** The record's text for people: date with its doubt, parties, summary. */
	readonly description: string;
	/** ISO instants of the ledger: when the record was last changed, and when it came. */
	readonly changedAt: string;
	readonly since: string;
	/** The ledger's entry that changed it last: rises with every change. */
	readonly sequence: number;
	/** The record's own page. */
	readonly url: string;
	/** Only possibly in the view, or only planned or proposed. */
	readonly tentative: boolean;
}

/** Head of a calendar: its name, in the reader's language. */
export function icalendarHead(title: string, language: Language): string {
	return lines([
		'BEGIN:VCALENDAR',
		'VERSION:2.0',
		'PRODID:-//Accordline//Accordline//EN',
		'CALSCALE:GREGORIAN',
		`NAME;LANGUAGE=${language}:${escapeText(title)}`,
		`X-WR-CALNAME:${escapeText(title)}`
	]);
}

export const ICALENDAR_END = 'END:VCALENDAR\r\n';

/**
 * A record as a component: a VEVENT, of whole days and TENTATIVE where its date is vague; a VTODO for a follow-up; a VJOURNAL
 * where there is no date a calendar can hold (none known, or outside the years 1–9999), since a VEVENT must begin some day.
 * The EDTF, its words and the whole record go along in X-ACCORDLINE properties, by which it is read back as it was.
 */
export function icalendarComponent(record: ForeignRecord, facts: IcalendarFacts): string {
	const { language } = facts;
	const date = shownDate(record);
	const days = date === null ? null : calendarDays(date.edtf);
	const component = record.kind === 'follow-up' ? 'VTODO' : days ? 'VEVENT' : 'VJOURNAL';
	const title = textIn(record.title, language);
	const place = textIn(record.location, language);
	const categories = (record.topics ?? []).map((topic) => escapeText(textIn(topic, language).text));
	const own: Property[] = [
		{ name: 'SUMMARY', params: `;LANGUAGE=${title.language}`, value: escapeText(title.text) },
		...(component === 'VTODO' ? dueProperties(days) : days ? spanProperties(days) : []),
		...statusOf(record, component, facts.tentative || (days?.vague ?? false)),
		...(place.text ? [{ name: 'LOCATION', params: `;LANGUAGE=${place.language}`, value: escapeText(place.text) }] : [])
	];
	const copy = JSON.stringify({ written: writtenMark(own), record: ownRecord(record) });
	return lines([
		`BEGIN:${component}`,
		`UID:${record.key ?? ''}@accordline`,
		`DTSTAMP:${utc(facts.changedAt)}`,
		`CREATED:${utc(facts.since)}`,
		`LAST-MODIFIED:${utc(facts.changedAt)}`,
		`SEQUENCE:${facts.sequence}`,
		...own.map(({ name, params, value }) => `${name}${params}:${value}`),
		`DESCRIPTION;LANGUAGE=${language}:${escapeText(facts.description)}`,
		...(categories.length > 0 ? [`CATEGORIES;LANGUAGE=${language}:${categories.join(',')}`] : []),
		`URL:${facts.url}`,
		...(component === 'VEVENT' && days?.whole ? ['TRANSP:TRANSPARENT'] : []),
		...(date ? [`X-ACCORDLINE-EDTF:${escapeText(date.edtf)}`] : []),
		...Object.entries(date?.words ?? {}).map(([of, words]) => `X-ACCORDLINE-WORDS;LANGUAGE=${of}:${escapeText(words)}`),
		`X-ACCORDLINE-RECORD:${escapeText(copy)}`,
		`END:${component}`
	]);
}

interface Property {
	readonly name: string;
	readonly params: string;
	readonly value: string;
}

interface CalendarDays {
	/** Epoch days; the end exclusive, null while it goes on. A fraction is a time of day. */
	readonly start: number;
	readonly end: number | null;
	/** Whole days, and not moments. */
	readonly whole: boolean;
	/** A moment without a zone. */
	readonly floating: boolean;
	readonly vague: boolean;
}

const FIRST_DAY = -719_162; // 0001-01-01
const LAST_DAY = 2_932_896; // 9999-12-31

/** The days an EDTF date allows; null when a calendar cannot hold them. */
function calendarDays(edtf: string): CalendarDays | null {
	const value = requireEdtf(edtf);
	const { earliestStart, latestStart, earliestEnd, latestEnd } = edgesOf(edtf);
	const start = Number.isFinite(earliestStart)
		? earliestStart
		: Number.isFinite(earliestEnd)
			? Math.floor(Math.min(earliestEnd, latestEnd - 1))
			: NaN;
	const end = Number.isFinite(latestEnd) ? latestEnd : null;
	if (!(start >= FIRST_DAY) || start > LAST_DAY || (end !== null && end > LAST_DAY + 1)) return null;
	const timed =
		value.type === 'date' ? [value] : value.type === 'interval' ? [value.start, value.end].filter((side) => typeof side !== 'string') : [];
	const whole = timed.length === 0 || timed.some(({ time }) => time === undefined);
	const { approximate, uncertain } = qualifierOfValue(value);
	const oneDay = (from: number, to: number) => to - from <= 1;
	const vague =
		approximate ||
		uncertain ||
		!oneDay(earliestStart, latestStart) ||
		(end !== null && !oneDay(earliestEnd, latestEnd)) ||
		earliestStart === -Infinity;
	const floating = timed.some(({ time }) => time?.offset === undefined);
	if (whole) return { start: Math.floor(start), end: end === null ? null : Math.ceil(end), whole, floating, vague };
	// A moment to the minute or second spans it: its end as a calendar has it is that moment, not the next.
	const lastMoment = value.type === 'interval' && end !== null ? earliestEnd : start;
	return { start, end: lastMoment, whole, floating, vague };
}

function spanProperties({ start, end, whole, floating }: CalendarDays): Property[] {
	if (whole) {
		return [
			{ name: 'DTSTART', params: ';VALUE=DATE', value: dayText(start) },
			...(end === null || end > LAST_DAY ? [] : [{ name: 'DTEND', params: ';VALUE=DATE', value: dayText(end) }])
		];
	}
	return [
		{ name: 'DTSTART', params: '', value: momentText(start, floating) },
		...(end !== null && end > start ? [{ name: 'DTEND', params: '', value: momentText(end, floating) }] : [])
	];
}

/** A follow-up is due by the last day its date allows. */
function dueProperties(days: CalendarDays | null): Property[] {
	if (!days || days.end === null) return [];
	if (days.whole) return [{ name: 'DUE', params: ';VALUE=DATE', value: dayText(days.end - 1) }];
	return [{ name: 'DUE', params: '', value: momentText(days.end, days.floating) }];
}

const TODO: Readonly<Record<string, string>> = { open: 'NEEDS-ACTION', done: 'COMPLETED', lapsed: 'CANCELLED' };

function statusOf(record: ForeignRecord, component: string, tentative: boolean): Property[] {
	const value =
		component === 'VTODO'
			? TODO[record.status ?? '']
			: record.status === 'cancelled'
				? 'CANCELLED'
				: component === 'VJOURNAL'
					? undefined
					: tentative || record.status === 'planned' || record.status === 'postponed'
						? 'TENTATIVE'
						: 'CONFIRMED';
	return value ? [{ name: 'STATUS', params: '', value }] : [];
}

function dayText(day: number): string {
	const { year, month, day: ofMonth } = civilOf(day);
	return `${String(year).padStart(4, '0')}${String(month).padStart(2, '0')}${String(ofMonth).padStart(2, '0')}`;
}

function momentText(at: number, floating: boolean): string {
	const seconds = Math.round((at - Math.floor(at)) * 86_400);
	const [hour, minute, second] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
	const time = [hour, minute, second].map((part) => String(part).padStart(2, '0')).join('');
	return `${dayText(Math.floor(at))}T${time}${floating ? '' : 'Z'}`;
}

/** `2026-01-05T10:20:30.123Z` as `20260105T102030Z`. */
function utc(instant: string): string {
	return `${instant.slice(0, 19).replace(/[-:]/gu, '')}Z`;
}

/** TEXT: backslash, semicolon, comma and line breaks escaped; carriage returns and other controls have no place in it. */
function escapeText(text: string): string {
	return (
		text
			.replace(/\r\n?/gu, '\n')
			// Tab and line feed may stay.
			.replace(/[^\P{Cc}\t\n]/gu, '')
			.replace(/[\\;,]/gu, (sign) => `\\${sign}`)
			.replaceAll('\n', '\\n')
	);
}

const FOLD_OCTETS = 75;

/** Content lines with CRLF, folded at 75 octets (the leading blank of a fold counted) and never inside a character. */
function lines(contents: readonly string[]): string {
	let text = '';
	for (const content of contents) {
		// Most lines are short: no letter takes more than three octets of a UTF-16 unit.
		if (content.length * 3 <= FOLD_OCTETS) {
			text += `${content}\r\n`;
			continue;
		}
		let octets = 0;
		for (const character of content) {
			const size = octetsOf(character.codePointAt(0) ?? 0);
			if (octets + size > FOLD_OCTETS) {
				text += '\r\n ';
				octets = 1;
			}
			text += character;
			octets += size;
		}
		text += '\r\n';
	}
	return text;
}

function octetsOf(code: number): number {
	return code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
}
