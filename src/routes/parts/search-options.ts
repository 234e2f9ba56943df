import type { RecordKind } from '#lib/domain/kinds.ts';
import type { Language, Text } from '#lib/domain/text.ts';
import type { Reader } from '#lib/encoding/reader.ts';
import { foldedText, searchTerms, textMatches } from '#lib/filter/text-match.ts';
import { datesMeant } from '#lib/language/dates-meant.ts';
import { extentFor } from '#lib/language/date-text/extent-for.ts';
import type { Mark } from '#lib/language/highlight.ts';
import { calendarLabel, recordKindLabel } from '#lib/language/labels.ts';
import { LANGUAGES, LOCALES } from '#lib/language/locales.ts';
import { edgesOf } from '#lib/temporal/edges-of.ts';
import { extentToText } from '#lib/view/interval-text.ts';
import { addressOf, dateInWords, reading } from './reading.ts';

/** A record as `/api/v1/search` answers it. */
export interface Hit {
	readonly id: string;
	readonly kind: RecordKind;
	readonly title: Text;
	readonly date: string | null;
	readonly by: 'title' | 'spelling' | 'summary' | 'text' | 'name' | 'date';
	readonly marks: Readonly<Partial<Record<Language, readonly Mark[]>>>;
	readonly excerpt: { readonly language: Language | null; readonly text: string; readonly marks: readonly Mark[] } | null;
}

export interface Part {
	readonly text: string;
	readonly marked: boolean;
}

/** One line under the search box: a record, a day to go to, or a command. */
export interface Option {
	readonly key: string;
	readonly parts: readonly Part[];
	readonly language: string | undefined;
	/** What the title does not show: another spelling, or a summary in which it was found. */
	readonly excerpt: { readonly language: string | undefined; readonly parts: readonly Part[] } | null;
	readonly detail: string;
	readonly href: string | null;
	/** The address asks for a whole new page. */
	readonly reload: boolean;
	readonly run: (() => void) | null;
}

/** Where commands take effect. */
interface Place {
	readonly reader: Reader;
	readonly url: URL;
	/** Whether there is a timeline here, so that a day is shown in this view and not in a new one. */
	readonly timeline: boolean;
}

const CALENDARS = ['gregorian', 'persian', 'islamic'] as const;
const THEMES = ['system', 'light', 'dark'] as const;
/** Days shown on either side of today. */
const AROUND_TODAY = 45;
/** An excerpt begins so many characters before what was found. */
const BEFORE = 24;
const EXCERPT = 90;

/** What is offered for a text: records by their words, then days it may mean, records by their date, and commands. */
export function offered(q: string, hits: readonly Hit[], place: Place): Option[] {
	const byDate = hits.filter(({ by }) => by === 'date');
	const byWords = hits.filter(({ by }) => by !== 'date');
	return [...hitOptions(byWords, place), ...dateOptions(q, place), ...hitOptions(byDate, place), ...commandOptions(q, place)];
}

/** Whether the text reads as a date: then it leads there, and filters nothing unless it is asked to. */
export function isDate(q: string, { reader }: Place): boolean {
	return datesMeant(q, { today: reader.today, language: reader.language }).length > 0;
}

/** Records that were found, each with what was asked for marked in the words as they are written. */
function hitOptions(hits: readonly Hit[], { reader }: Place): Option[] {
	return hits.map((hit) => {
		const title = reading(hit.title, reader, hit.id);
		const marks = hit.marks[title.language as Language] ?? [];
		const date = hit.date && hit.date !== 'XXXX' ? dateInWords({ edtf: hit.date }, reader, 'short') : '';
		const other = marks.length > 0 ? null : (hit.excerpt ?? otherTitle(hit));
		return {
			...PLAIN,
			key: `hit-${hit.id}`,
			parts: partsOf(title.text, marks),
			language: title.language,
			excerpt: other && { language: other.language ?? undefined, parts: excerptOf(other.text, other.marks) },
			detail: [recordKindLabel(reader.t, hit.kind), date].filter((part) => part !== '').join(' · '),
			href: addressOf(hit.kind, hit.id)
		};
	});
}

const PLAIN = { language: undefined, excerpt: null, href: null, reload: false, run: null } as const;

function otherTitle({ title, marks }: Hit): Hit['excerpt'] {
	const [language] = Object.keys(marks) as Language[];
	return language ? { language, text: title[language] ?? '', marks: marks[language] ?? [] } : null;
}

/** Commands whose names hold the words. */
function commandOptions(q: string, place: Place): Option[] {
	const terms = searchTerms(q);
	if (terms.length === 0) return [];
	return commands(place).filter(({ parts }) => textMatches(terms, [foldedText({ en: parts[0]?.text ?? '' })]));
}

/** Days that the words may mean, each to go to. */
function dateOptions(q: string, place: Place): Option[] {
	const { reader } = place;
	const meant = datesMeant(q, { today: reader.today, language: reader.language });
	return meant.flatMap(({ edtf, calendar }) => {
		const extent = extentFor(edgesOf(edtf));
		if (!extent) return [];
		// What is to choose between is told in the calendar it is named with, and below it in the reader's.
		const isNamed = meant.length > 1;
		const date = dateInWords({ edtf }, isNamed ? { ...reader, calendar } : reader);
		const here = isNamed && calendar !== reader.calendar ? { language: undefined, parts: plain(dateInWords({ edtf }, reader)) } : null;
		return {
			...PLAIN,
			key: `date-${edtf}`,
			parts: plain(reader.t('search.show-date', { date })),
			excerpt: here,
			detail: isNamed ? calendarLabel(reader.t, calendar) : '',
			href: timelineAt(place, { t: extentToText(extent) })
		};
	});
}

function commands(place: Place): Option[] {
	const { reader, timeline } = place;
	const { t, today } = reader;
	const command = (key: string, text: string, does: Partial<Option>): Option => ({
		...PLAIN,
		key,
		parts: plain(text),
		detail: t('search.command'),
		...does
	});
	const change = (what: string, to: string) => t('search.switch', { what, to });
	return [
		command('today', t('search.today'), {
			href: timelineAt(place, { t: extentToText({ start: today - AROUND_TODAY, end: today + AROUND_TODAY + 1 }) })
		}),
		...CALENDARS.map((calendar) =>
			command(`cal-${calendar}`, change(t('common.calendar'), calendarLabel(t, calendar)), {
				href: here(place, { cal: calendar }),
				reload: true
			})
		),
		...LANGUAGES.map((language) =>
			command(`lang-${language}`, change(t('common.language'), LOCALES[language].name), {
				href: here(place, { lang: language, cal: null, dir: null }),
				reload: true
			})
		),
		...THEMES.map((theme) =>
			command(`theme-${theme}`, change(t('common.theme'), t(`common.theme-${theme}`)), { run: () => setTheme(theme) })
		),
		command('import', t('search.import'), { href: `/import?lang=${reader.language}` }),
		...(timeline ? [command('export', t('search.export'), { run: openExport })] : [])
	];
}

type Patch = Readonly<Record<string, string | null>>;

function here({ url, reader }: Place, patch: Patch): string {
	const params = new URLSearchParams(url.searchParams);
	if (!params.has('lang')) params.set('lang', reader.language);
	// The words asked for this, they are no filter.
	params.delete('q');
	for (const [key, value] of Object.entries(patch)) {
		if (value === null) params.delete(key);
		else params.set(key, value);
	}
	return `${url.pathname}?${params}`;
}

function timelineAt(place: Place, patch: Patch): string {
	if (place.timeline) return here(place, patch);
	const url = new URL('/', place.url);
	for (const key of ['lang', 'cal', 'dir']) {
		const value = place.url.searchParams.get(key);
		if (value !== null) url.searchParams.set(key, value);
	}
	return here({ ...place, url }, patch);
}

function setTheme(theme: (typeof THEMES)[number]): void {
	document.cookie = `theme=${theme}; path=/; max-age=31536000; samesite=lax`;
	if (theme === 'system') delete document.documentElement.dataset.theme;
	else document.documentElement.dataset.theme = theme;
}

function openExport(): void {
	const summary = document.querySelector<HTMLElement>('.export-menu > summary');
	if (!summary) return;
	(summary.parentElement as HTMLDetailsElement).open = true;
	summary.focus();
}

function plain(text: string): Part[] {
	return [{ text, marked: false }];
}

function partsOf(text: string, marks: readonly Mark[]): Part[] {
	const parts: Part[] = [];
	let at = 0;
	for (const [start, end] of marks) {
		if (start > at) parts.push({ text: text.slice(at, start), marked: false });
		parts.push({ text: text.slice(start, end), marked: true });
		at = end;
	}
	if (at < text.length) parts.push({ text: text.slice(at), marked: false });
	return parts;
}

/** A piece of a longer text around the first mark, cut at words. */
function excerptOf(text: string, marks: readonly Mark[]): Part[] {
	const [first] = marks;
	const from = !first || first[0] <= BEFORE ? 0 : text.indexOf(' ', first[0] - BEFORE) + 1;
	const start = first && from > first[0] ? first[0] : from;
	const last = text.length - start <= EXCERPT ? text.length : text.lastIndexOf(' ', start + EXCERPT);
	const end = Math.max(last, first?.[1] ?? 0, start);
	const inside = marks.filter((mark) => mark[1] <= end).map(([a, b]): Mark => [a - start, b - start]);
	return [
		...(start > 0 ? [{ text: '… ', marked: false }] : []),
		...partsOf(text.slice(start, end), inside),
		...(end < text.length ? [{ text: ' …', marked: false }] : [])
	];
}
