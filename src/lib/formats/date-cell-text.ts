import { fold } from '#lib/language/fold.ts';
import type { CivilCalendar } from '#lib/temporal/calendars.ts';
import { LONGEST_NAME, monthsOfName, weekdayOfName } from './date-cell-names.ts';

/** What stands in a date cell, sorted by what it can be; nothing is put in order yet. */
export interface DateWords {
	/** Digits as written, in their order. */
	readonly numbers: readonly string[];
	readonly months: readonly { readonly calendar: CivilCalendar; readonly month: number }[];
	readonly weekday?: number;
	/** Calendars that a mark (هـ, ش, AD) allows; undefined: no mark. */
	readonly calendars?: readonly CivilCalendar[];
	readonly beforeChrist: boolean;
	readonly approximate: boolean;
	readonly uncertain: boolean;
	readonly time?: string;
	/** Letters after the date: the kind of act in treaty lists (`a` accession, `d` succession). */
	readonly note?: string;
}

const FILLERS = new Set(
	[
		'of',
		'the',
		'on',
		'г',
		'год',
		'года',
		'году',
		'سنة',
		'عام',
		'سال',
		'ماه',
		'روز',
		'يوم',
		'من',
		'شهر',
		'مورخ',
		'в',
		'от',
		'th',
		'dated'
	].map(fold)
);
const ABOUT =
	/^(?:~|c\.|ca\.?(?=[\s\d])|c(?=[\s\d])|circa|about|approx(?:\.|imately)?|around|حدود|حوالي|حوالی|نحو|تقریبا|تقريبا|около|примерно|ок\.)\s*/iu;
const ABOUT_AFTER = /\s*(?:~|\(?approx(?:\.|imately)?\)?|\(?circa\)?)$/iu;
const UNCERTAIN_AFTER = /\s*(?:\?|\(\s*(?:uncertain|\?)\s*\))$/iu;
const TIME =
	/(?:^|[T\s,،])(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?\s*(a\.?m\.?|p\.?m\.?|صباحا|مساء|ص|م|ق\.?\s?ظ\.?|ب\.?\s?ظ\.?)?(?![\p{L}\d:])\s*(Z|UTC|GMT)?\s*([+-]\d{1,2}:?(?:\d{2})?)?\s*(?:\([\p{L}\s]+\))?(?=[\s,]|$)/iu;
const NOTE = /(?<=[\d.])\s+([A-Za-z]{1,2})$/u;
const ERA = /^(?:ad|ce|bc|bce|ah|ap|sh)$/iu;
/** Signs that stand between the parts of a date, and in abbreviations. */
const STRANGE = /[^\p{L}\p{N}\p{M}\s\-./,،'’()\u2010-\u2015]/u;

/** Digits of Arabic and Persian as ASCII, without direction marks and vowel signs: how a date cell is looked at, never what is kept. */
export function plainDateText(text: string): string {
	return text
		.normalize('NFKC')
		.replace(/[\u0660-\u0669\u06F0-\u06F9]/gu, (digit) => String((digit.codePointAt(0) ?? 0) & 0xf))
		.replace(/[\u061C\u200B\u200E\u200F\u202A-\u202E\u2066-\u2069\u064B-\u065F]/gu, '')
		.replace(/[\u2010-\u2015\u2212]/gu, '-')
		.replace(/\s+/gu, ' ')
		.trim();
}

/** The parts of a date cell; null: it holds something that belongs to no date. `text`: from `plainDateText`. */
export function dateWords(text: string): DateWords | null {
	let rest = text;
	const approximate = ABOUT.test(rest) || ABOUT_AFTER.test(rest.replace(UNCERTAIN_AFTER, ''));
	const uncertain = UNCERTAIN_AFTER.test(rest) || /%$/u.test(rest);
	const both = /%$/u.test(rest);
	rest = rest.replace(/%$/u, '').replace(UNCERTAIN_AFTER, '').replace(ABOUT_AFTER, '').replace(ABOUT, '').trim();
	const [, act] = NOTE.exec(rest) ?? [];
	const note = act !== undefined && !ERA.test(act) && !/\d:\d/u.test(rest) ? act : undefined;
	if (note !== undefined) rest = rest.slice(0, -note.length).trim();
	const time = timeOf(rest);
	if (time === null) return null;
	rest = rest.replace(TIME, ' ').trim();
	if (STRANGE.test(rest)) return null;
	const sorted = sortWords(fold(rest.replace(/(\d)(?=\p{L})/gu, '$1 ')).split(' '));
	return (
		sorted && {
			...sorted,
			approximate: approximate || both,
			uncertain,
			...(time !== '' && { time }),
			...(note !== undefined && { note })
		}
	);
}

type Sorted = Pick<DateWords, 'numbers' | 'months' | 'weekday' | 'calendars' | 'beforeChrist'>;

function sortWords(words: readonly string[]): Sorted | null {
	const numbers: string[] = [];
	let months: DateWords['months'] = [];
	let weekday: number | undefined;
	const marks = new Set<string>();
	for (let at = 0; at < words.length;) {
		const word = words[at] ?? '';
		if (/^\d+$/u.test(word)) {
			numbers.push(word);
			at++;
			// `23rd`: the ending was parted from its number.
			if (/^(?:st|nd|rd|th|го|е|ام|م)$/u.test(words[at] ?? '') && word.length < 3) at++;
			continue;
		}
		let taken = 0;
		for (let length = LONGEST_NAME; length > 0 && taken === 0; length--) {
			const name = words.slice(at, at + length).join(' ');
			const found = monthsOfName(name);
			const day = weekdayOfName(name);
			if (found.length > 0 && months.length === 0) [months, taken] = [found, length];
			else if (day !== undefined && weekday === undefined) [weekday, taken] = [day, length];
		}
		if (taken === 0 && !FILLERS.has(word)) {
			if (!MARKS.has(word)) return null;
			marks.add(word);
		}
		at += taken || 1;
	}
	const calendars = calendarsOf(marks);
	if (calendars?.length === 0) return null;
	return {
		numbers,
		months,
		...(weekday !== undefined && { weekday }),
		...(calendars && { calendars }),
		beforeChrist: marks.has('bc') || marks.has('bce')
	};
}

const GREGORIAN = ['م', 'میلادی', 'میلادیه', 'ad', 'ce', 'bc', 'bce', 'н', 'э'].map(fold);
const PERSIAN = ['ش', 'شمسی', 'خورشیدی', 'هش', 'ap', 'sh', 'جلالی'].map(fold);
const ISLAMIC = ['ق', 'قمری', 'هق', 'ah'].map(fold);
const HIJRI = ['ه', 'هجری', 'هجریه', 'хиджры'].map(fold);
const MARKS = new Set([...GREGORIAN, ...PERSIAN, ...ISLAMIC, ...HIJRI]);

/** `هجری` alone is said of both calendars counted from the Hijra. */
function calendarsOf(marks: ReadonlySet<string>): CivilCalendar[] | undefined {
	if (marks.size === 0) return undefined;
	const has = (words: readonly string[]) => words.some((word) => marks.has(word));
	const said: CivilCalendar[] = [];
	if (has(GREGORIAN)) said.push('gregorian');
	if (has(PERSIAN)) said.push('persian');
	if (has(ISLAMIC)) said.push('islamic');
	if (has(HIJRI) && said.length === 0) return ['islamic', 'persian'];
	return said.length === 1 ? said : [];
}

/** The time in a cell as EDTF writes it after the T; '' when there is none, null when it is no time of day. */
function timeOf(text: string): string | null {
	const [, hours = '', minutes = '', seconds, half, zone, offset] = TIME.exec(text) ?? [];
	if (hours === '') return '';
	const isAfternoon = half !== undefined && /^(?:p|م|ب)/iu.test(half);
	const hour = half === undefined ? Number(hours) : (Number(hours) % 12) + (isAfternoon ? 12 : 0);
	if (hour > 23 || Number(minutes) > 59 || Number(seconds ?? 0) > 59 || (half !== undefined && Number(hours) > 12)) return null;
	const two = (n: number) => String(n).padStart(2, '0');
	// `:00` of seconds is how programs pad minutes: the minute begins at the same instant.
	const second = seconds === undefined || seconds === '00' ? '' : `:${seconds}`;
	const [, sign, offsetHours = '', offsetMinutes = '00'] = /^([+-])(\d{1,2}):?(\d{2})?$/u.exec(offset ?? '') ?? [];
	const shift = sign ? `${sign}${offsetHours.padStart(2, '0')}:${offsetMinutes}` : zone ? 'Z' : '';
	return `${two(hour)}:${minutes}${second}${/^[+-]00:00$/u.test(shift) ? 'Z' : shift}`;
}
