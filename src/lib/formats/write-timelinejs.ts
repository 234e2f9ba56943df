import type { Language } from '#lib/domain/text.ts';
import { textIn } from '#lib/language/text-in.ts';
import { civilOf } from '#lib/temporal/epoch-day.ts';
import { edgesOf } from '#lib/temporal/edges-of.ts';
import type { EdtfDate } from '#lib/temporal/edtf-value.ts';
import { requireEdtf } from '#lib/temporal/edtf.ts';
import type { ForeignRecord } from './foreign.ts';
import { ownRecord } from './own-record.ts';
import { shownDate } from './record-fields.ts';

export interface SlideFacts {
	readonly language: Language;
	/** The date in the reader's words, with its doubt; '' when it is exact. */
	readonly display: string;
	/** The slide's text, as people read it. */
	readonly text: string;
}

type SlideParts = Readonly<Record<string, number>>;

/**
 * A record as a TimelineJS slide, or null when it has no date, without which TimelineJS shows nothing at all. A vague date
 * becomes the span it allows, with its doubt as the display date. The member `accordline`, which TimelineJS passes over,
 * carries the record itself, by which it is read back as it was.
 */
export function timelineJsSlide(record: ForeignRecord, { language, display, text }: SlideFacts): object | null {
	const date = shownDate(record);
	const parts = date ? slideParts(date.edtf) : null;
	if (!parts) return null;
	const slide = {
		start_date: parts.start,
		...(parts.end && { end_date: parts.end }),
		...(display && { display_date: display }),
		text: { headline: escapeMarkup(textIn(record.title, language).text), text: paragraphs(text) },
		...(record.track && { group: textIn(record.track, language).text }),
		...(record.key && { unique_id: record.key })
	};
	return { ...slide, accordline: { written: slideMark(slide), record: ownRecord(record) } };
}

/** What other programs may change of a slide of ours: when any of it differs, the slide is read like any other. */
export function slideMark(slide: {
	readonly start_date?: unknown;
	readonly end_date?: unknown;
	readonly text?: unknown;
	readonly group?: unknown;
}): string {
	return JSON.stringify([slide.start_date ?? null, slide.end_date ?? null, slide.text ?? null, slide.group ?? null]);
}

/** A record without a date, kept beside the slides. */
export function timelineJsUndated(record: ForeignRecord): object {
	return ownRecord(record);
}

/** Whether a date is farther off than JavaScript's own dates reach, for which TimelineJS has a scale of its own. */
export function isCosmological(edtf: string): boolean {
	const { earliestStart, latestEnd } = edgesOf(edtf);
	const reach = 100_000_000;
	return (
		(Number.isFinite(earliestStart) && Math.abs(earliestStart) >= reach) || (Number.isFinite(latestEnd) && Math.abs(latestEnd) >= reach)
	);
}

function slideParts(edtf: string): { readonly start: SlideParts; readonly end?: SlideParts } | null {
	const value = requireEdtf(edtf);
	if (value.type === 'date' && !isVague(value)) return { start: dateParts(value) };
	if (value.type === 'interval') {
		const [start, end] = [value.start, value.end];
		if (typeof start !== 'string' && !isVague(start)) {
			if (typeof end === 'string') return { start: dateParts(start) };
			if (!isVague(end)) return { start: dateParts(start), end: dateParts(end) };
		}
	}
	const { earliestStart, latestEnd } = edgesOf(edtf);
	if (!Number.isFinite(earliestStart)) return Number.isFinite(latestEnd) ? { start: dayParts(Math.ceil(latestEnd) - 1) } : null;
	if (!Number.isFinite(latestEnd)) return { start: dayParts(earliestStart) };
	return { start: dayParts(earliestStart), end: dayParts(Math.ceil(latestEnd) - 1) };
}

function isVague(date: EdtfDate): boolean {
	return date.years[0] !== date.years[1] || date.vagueMonth || date.vagueDay || date.season !== undefined;
}

function dateParts({ years: [year], months, days, time }: EdtfDate): SlideParts {
	return {
		year,
		...(months && { month: months[0]! }),
		...(days && { day: days[0]! }),
		...(time && { hour: time.hour, minute: time.minute, ...(time.second !== undefined && { second: time.second }) })
	};
}

function dayParts(day: number): SlideParts {
	const { year, month, day: ofMonth } = civilOf(day);
	return Math.abs(year) > 9999 ? { year } : { year, month, day: ofMonth };
}

/** TimelineJS takes HTML in texts: what is text stays text. */
function escapeMarkup(text: string): string {
	return text.replace(/[&<>"]/gu, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign] ?? sign);
}

function paragraphs(text: string): string {
	return text
		.split(/\n+/u)
		.filter((line) => line.trim() !== '')
		.map((line) => `<p>${escapeMarkup(line)}</p>`)
		.join('');
}
