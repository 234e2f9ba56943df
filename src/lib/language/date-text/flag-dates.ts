import { edgesOf } from '#lib/temporal/edges-of.ts';
import type { Edges } from '#lib/temporal/edges.ts';
import { LANGUAGES, type CalendarName, type Language } from '../locales.ts';
import { readDateTextSaid } from './said.ts';
import type { DateFlag, DateReading } from './reading.ts';

/** A date as claims keep it, as far as its words and its span are compared. */
export interface SaidDate {
	readonly edtf: string;
	readonly words?: Readonly<Partial<Record<Language, string>>> | undefined;
	readonly said?: string | undefined;
	readonly calendar?: CalendarName | undefined;
}

/** A contradiction with the languages of the words it stands in. */
export type FoundFlag = DateFlag & { readonly languages: readonly Language[] };

/** Flags are derived when a record is read, never stored. */
export type Flagged = SaidDate & { readonly flags?: readonly FoundFlag[] };

/**
 * What a date says against itself: a weekday or a second calendar in its words that is another day, or words that name
 * a date which cannot be the stored one. Words that cannot be read, or that are counted from a day said too vaguely,
 * say nothing against it. Each contradiction is told once, whatever the number of languages it stands in.
 */
export function dateFlags(date: SaidDate): readonly FoundFlag[] {
	const key = JSON.stringify([date.edtf, date.words, date.said, date.calendar]);
	const known = memory.get(key);
	if (known) return known;
	const flags = readFlags(date);
	if (memory.size >= REMEMBERED) for (const oldest of memory.keys()) if (memory.delete(oldest)) break;
	memory.set(key, flags);
	return flags;
}

/** Records are asked for again and again; the oldest go first. */
const REMEMBERED = 5000;
const memory = new Map<string, readonly FoundFlag[]>();

function readFlags({ edtf, words, said, calendar }: SaidDate): readonly FoundFlag[] {
	const flags = new Map<string, { readonly flag: DateFlag; readonly languages: Language[] }>();
	for (const language of LANGUAGES) {
		const text = words?.[language];
		if (!text) continue;
		const reading = readDateTextSaid(text, said, { language, ...(calendar && { calendar }) });
		if (!reading.ok) continue;
		for (const flag of against(reading, edtf)) {
			const key = JSON.stringify(flag);
			const known = flags.get(key);
			if (known) known.languages.push(language);
			else flags.set(key, { flag, languages: [language] });
		}
	}
	return [...flags.values()].map(({ flag, languages }) => ({ ...flag, languages }));
}

/**
 * What words, as they were read, say against the stored date. Where it is the second of two days they say, the first is the
 * other one; where it is neither, both are, and a weekday is no longer about it.
 */
function against({ edtf, edges, flags }: DateReading, stored: string): readonly DateFlag[] {
	const kept = edgesOf(stored);
	if (meet(edges, kept)) return flags;
	const second = flags.filter((flag) => flag.code === 'calendars-differ');
	if (second.some((flag) => meet(edgesOf(flag.edtf), kept))) return second.map((flag) => ({ ...flag, edtf }));
	return [{ code: 'words-differ', edtf }, ...second];
}

/** Whether two dates can be of one thing at all: their outermost spans share some time. */
function meet(a: Edges, b: Edges): boolean {
	return a.earliestStart < b.latestEnd && b.earliestStart < a.latestEnd;
}

/**
 * A value with every date in it that contradicts itself flagged (`flags`); a value without any is given back as it is.
 * @throws RangeError when a stored date is not EDTF.
 */
export function withDateFlags<Value>(value: Value): Value {
	return flagged(value) as Value;
}

function flagged(value: unknown): unknown {
	if (Array.isArray(value)) {
		const parts = value.map(flagged);
		return parts.some((part, n) => part !== value[n]) ? parts : value;
	}
	if (!value || typeof value !== 'object') return value;
	if (isSaidDate(value)) {
		const flags = value.words ? dateFlags(value) : [];
		return flags.length > 0 ? { ...value, flags } : value;
	}
	const parts = Object.entries(value).map(([name, part]) => [name, part, flagged(part)] as const);
	return parts.some(([, before, after]) => before !== after) ? Object.fromEntries(parts.map(([name, , after]) => [name, after])) : value;
}

function isSaidDate(value: object): value is SaidDate {
	return 'edtf' in value && typeof value.edtf === 'string';
}
