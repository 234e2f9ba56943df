import { AGREEMENT_KINDS, EVENT_KINDS, EVENT_STATUSES, FOLLOW_UP_STATUSES } from '#lib/domain/kinds.ts';
import type { Language } from '#lib/domain/text.ts';
import { isUnique, isWording, profilesOf, separatorOf, variety, type ColumnProfile } from './column-profile.ts';
import type { TableRow } from './delimited.ts';
import type { ColumnTarget, Mapping } from './foreign.ts';
import { suggestDates, type SuggestedDate } from './mapping-dates.ts';
import { headerLanguage, hintOf, type HeaderHint } from './mapping-headers.ts';
import { arabicOrPersian, languageByScript } from './script-language.ts';

/** One answer to a question: a value of the mapping, with how many cells it would read and the first rows it would refuse. */
export interface Answer {
	readonly value: string;
	readonly read?: number;
	readonly refused?: number;
	/** Rows of the file. */
	readonly rows?: readonly number[];
}

/** What only a person can say. `required`: nothing goes in before it is answered; else the mapping holds a fair guess. */
export interface Question {
	readonly about: 'date-order' | 'calendar' | 'key' | 'title' | 'kind' | 'language';
	readonly column?: string;
	readonly required: boolean;
	readonly options: readonly Answer[];
}

export interface MappingSuggestion {
	readonly mapping: Mapping;
	readonly questions: readonly Question[];
}

type Kind = Mapping['kind'];

/**
 * A mapping from what the headers say, in four languages, and what the cells look like, with the questions it leaves.
 * Give it as many rows as can be had (some thousands): the order of day and month is certain only if a cell shows it.
 */
export function suggestMapping(columns: readonly string[], rows: readonly TableRow[]): MappingSuggestion {
	const profiles = profilesOf(columns, rows);
	const targets = new Map<string, ColumnTarget>();
	const isFree = ({ header }: ColumnProfile) => !targets.has(header);
	const isList = columns.some((column) => hintOf(column, 'participant') === 3) && !profiles.some((profile) => titleScore(profile) >= 30);
	const kind = isList ? 'event' : kindOf(columns);
	const dates = suggestDates(profiles, kind, isList);
	for (const { profile, target } of dates) targets.set(profile.header, target);

	const keyProfile = bestBy(profiles.filter(isFree).filter(isUnique), keyScore);
	const titles = titlesOf(profiles.filter(isFree), isList, keyProfile);
	for (const { header } of titles) targets.set(header, { to: 'title', ...languageOf(header) });
	if (keyProfile && titles.includes(keyProfile)) targets.set(keyProfile.header, { to: 'title', key: true });
	else if (keyProfile) targets.set(keyProfile.header, { to: 'key' });
	// In a list of participants each stands once.
	else if (isList && titles[0] && isUnique(titles[0])) targets.set(titles[0].header, { to: 'title', key: true });

	for (const field of ['summary', 'location', 'track', 'topics', 'actors'] as const) {
		for (const profile of fieldColumns(profiles.filter(isFree), field)) {
			const separator = field === 'topics' || field === 'actors' ? separatorOf(profile, isPlural(profile.header)) : undefined;
			targets.set(profile.header, { to: field, ...languageOf(profile.header), ...(separator !== undefined && { separator }) });
		}
	}
	for (const profile of profiles.filter(isFree)) {
		if (hintOf(profile.header, 'words') === 3) targets.set(profile.header, { to: 'words' });
		for (const to of ['kind', 'status'] as const) {
			const values = hintOf(profile.header, to) > 0 ? valuesOf(profile, to, kind) : null;
			if (values && isFree(profile)) targets.set(profile.header, { to, values });
		}
	}
	const language = languageOfCells(titles, profiles);
	const inOrder = columns.filter((column) => targets.has(column)).map((column) => [column, targets.get(column)!] as const);
	return {
		mapping: { version: 1, kind, language, columns: Object.fromEntries(inOrder) },
		questions: [...dateQuestions(dates, rows), ...otherQuestions(profiles, { kind, titles, keyProfile, language })]
	};
}

/** An agreement is what has a signature, an entry into force, or a treaty's name. */
function kindOf(columns: readonly string[]): Kind {
	const has = (hint: HeaderHint, least: number) => columns.some((column) => hintOf(column, hint) >= least);
	if (has('signed', 1) || has('force', 1) || has('agreement', 1)) return 'agreement';
	// Alliances and the like: a term of years, and whether it is in effect.
	if (columns.some((column) => /^(?:ineffect|in[ ._]force)/iu.test(column))) return 'agreement';
	return has('due', 2) && !has('start', 2) ? 'follow-up' : 'event';
}

/** A column that names each row: by its header, else the first one if it looks like numbers or codes. */
function keyScore({ header, index, cells }: ColumnProfile): number {
	const hint = /#/u.test(header) ? 3 : hintOf(header, 'key');
	const isCode = index === 0 && cells.every((cell) => cell.length < 40 && /\d/u.test(cell) && !/\s/u.test(cell.trim()));
	return hint + (isCode ? 1.5 : 0);
}

function titleScore(profile: ColumnProfile): number {
	if (!isWording(profile)) return 0;
	const hint = hintOf(profile.header, 'title');
	if (hint === 0) return 0;
	const aside = hintOf(profile.header, 'aside') > 0 ? 15 : 0;
	return hint * 10 + variety(profile) * 8 + Math.min(profile.length, 60) / 10 - aside;
}

/** The column, or columns, that name a row: by its header, else by what it says of it, else by its key. */
function titlesOf(profiles: readonly ColumnProfile[], isList: boolean, key: ColumnProfile | undefined): ColumnProfile[] {
	if (isList) return profiles.filter(({ header }) => hintOf(header, 'participant') === 3).slice(0, 1);
	const wording = profiles.filter((profile) => isWording(profile) && varies(profile) && profile !== key);
	const said = bestBy(wording, titleScore) ?? bestBy(wording, ({ header }) => Math.max(hintOf(header, 'kind'), hintOf(header, 'status')));
	const first = said ?? bestBy(wording, ({ length, filled }) => length * filled);
	if (!first) return key ? [key] : profiles.slice(0, 1);
	const translations = profiles.filter(
		(profile) =>
			profile !== first && headerLanguage(profile.header) !== undefined && hintOf(stem(profile.header), 'title') === 3 && isWording(profile)
	);
	if (translations.length > 0 || variety(first) > 0.5) return [first, ...translations];
	// `Afghanistan` in a hundred rows names none of them: what changed there does.
	const second = wording.find(
		(profile) =>
			profile !== first &&
			profile.distinct < profile.cells.length / 2 &&
			(hintOf(profile.header, 'status') > 0 || hintOf(profile.header, 'kind') > 0 || /target|action|event/iu.test(profile.header))
	);
	return second ? [first, second] : [first];
}

/** The same in every row tells no rows apart; of a single row nothing can be said. */
function varies({ distinct, cells }: ColumnProfile): boolean {
	return distinct > 1 || (distinct === 1 && cells.length === 1);
}

/** A header without the language it ends in. */
function stem(header: string): string {
	return header.replace(/[_:\-.\s(]+[a-z]{2,7}\)?$/iu, '');
}

function fieldColumns(profiles: readonly ColumnProfile[], field: 'summary' | 'location' | 'track' | 'topics' | 'actors'): ColumnProfile[] {
	const fitting = profiles.filter(
		(profile) =>
			isWording(profile) && (varies(profile) || separatorOf(profile, true) !== undefined) && hintOf(profile.header, 'aside') === 0
	);
	const least = field === 'actors' || field === 'topics' ? 1 : 2;
	const named = fitting.filter(({ header, length }) => field !== 'actors' || (length > 3 && !/abb?r|code|iso\b/iu.test(header)));
	const best = bestBy(named, ({ header, filled }) => (hintOf(header, field) >= least ? hintOf(header, field) + filled / 10 : 0));
	if (!best) return [];
	const others = fitting.filter((profile) => profile !== best && hintOf(stem(profile.header), field) >= least);
	if (headerLanguage(best.header) !== undefined) return [best, ...others.filter(({ header }) => headerLanguage(header) !== undefined)];
	// Two sides in columns of their own, as in logs of incidents.
	const pair = /[1a]$/iu.test(best.header) ? others.filter(({ header }) => header.slice(0, -1) === best.header.slice(0, -1)) : [];
	return [best, ...(field === 'actors' ? pair : [])];
}

const isPlural = (header: string) => /s$|ship$|ها|ات|اعضا|طرفین|[ыи]$/iu.test(header.trim());

function languageOf(header: string): { language?: Language } {
	const language = headerLanguage(header);
	return language ? { language } : {};
}

function languageOfCells(titles: readonly ColumnProfile[], all: readonly ColumnProfile[]): Language {
	const counts = new Map<Language, number>();
	for (const { cells } of titles) {
		for (const cell of cells.slice(0, 500)) {
			if (cell.trim() === '') continue;
			const language = languageByScript(cell);
			counts.set(language, (counts.get(language) ?? 0) + 1);
		}
	}
	const found = [...counts].reduce((most, next) => (next[1] > most[1] ? next : most), ['en' as Language, 0])[0];
	// Two languages of one script: short titles show little, the other columns and the headers more.
	if (found !== 'ar' && found !== 'fa') return found;
	return arabicOrPersian(all.flatMap(({ header, cells }) => [header, ...cells.slice(0, 200)])) ?? found;
}

/** Our kinds and statuses by the words of others. */
const VALUES: Readonly<Record<string, string>> = {
	session: 'session, sitting, اجتماع لجنة, جلسه, نشست, заседание, сессия',
	signing: 'signing, signature, توقيع, امضا, подписание',
	meeting: 'meeting, اجتماع, لقاء, دیدار, ملاقات, встреча',
	visit: 'visit, زيارة, بازدید, سفر, визит',
	conference: 'conference, summit, forum, مؤتمر, قمة, کنفرانس, همایش, اجلاس, конференция, саммит, форум',
	talks: 'talks, negotiation, negotiations, consultations, مفاوضات, مباحثات, گفتگو, مذاکره, مذاکرات, переговоры, консультации',
	other: 'other, أخرى, سایر, دیگر, другое, прочее',
	treaty: 'treaty, convention, معاهدة, معاهده, договор, конвенция',
	memorandum: 'memorandum, mou, memorandum of understanding, مذكرة تفاهم, یادداشت تفاهم, تفاهم‌نامه, تفاهمنامه, меморандум',
	contract: 'contract, عقد, قرارداد, контракт',
	protocol: 'protocol, بروتوكول, پروتکل, протокол',
	planned: 'planned, scheduled, upcoming, مخطط, مقرر, برنامه‌ریزی‌شده, запланировано',
	held: 'held, done, completed, took place, عُقد, منعقد, برگزار شد, برگزارشده, состоялось, проведено',
	postponed: 'postponed, delayed, مؤجل, به تعویق افتاد, отложено, перенесено',
	cancelled: 'cancelled, canceled, ملغى, لغو شد, لغو, отменено',
	open: 'open, in progress, مفتوح, باز, в работе, открыто',
	done: 'done, completed, closed, منجز, انجام شد, выполнено',
	lapsed: 'lapsed, expired, منقض, منقضی, просрочено',
	unknown: 'unknown, غير معروف, نامعلوم, неизвестно'
};

/** Cell → our value, when every cell has one; null when the column says something else. */
function valuesOf({ cells }: ColumnProfile, to: 'kind' | 'status', kind: Kind): Record<string, string> | null {
	const ours: readonly string[] =
		to === 'kind'
			? kind === 'agreement'
				? AGREEMENT_KINDS
				: kind === 'event'
					? EVENT_KINDS
					: []
			: kind === 'event'
				? EVENT_STATUSES
				: kind === 'follow-up'
					? FOLLOW_UP_STATUSES
					: [];
	const values: Record<string, string> = {};
	for (const cell of new Set(cells.map((text) => text.trim()).filter(Boolean))) {
		const word = cell.toLowerCase();
		const value = ours.find((own) => own === word || (VALUES[own] ?? '').split(', ').includes(word));
		if (value === undefined) return null;
		values[cell] = value;
	}
	return Object.keys(values).length > 0 ? values : null;
}

function dateQuestions(dates: readonly SuggestedDate[], rows: readonly TableRow[]): Question[] {
	return dates.flatMap(({ profile, target, suggestion }) => {
		const { options, asks, reading } = suggestion;
		const answer = (value: string, read: number, refused: number, against: readonly number[]): Answer => ({
			value,
			read,
			refused,
			rows: against.flatMap((at) => rows[at]?.row ?? [])
		});
		return asks.map((about): Question => {
			const part = target.part === undefined ? {} : { part: target.part };
			if (about === 'calendar') {
				const calendars = ['persian', 'islamic', 'gregorian'].map((calendar) => {
					const tried = options.filter((option) => option.calendar === calendar).sort((a, b) => b.read - a.read)[0];
					return tried ? answer(calendar, tried.read, tried.refused, tried.against) : { value: calendar };
				});
				return { about, column: profile.header, required: true, options: calendars, ...part };
			}
			const orders = options
				.filter(({ calendar, order }) => calendar === reading.calendar && order !== 'ymd')
				.map(({ order, read, refused, against }) => answer(order, read, refused, against));
			return { about, column: profile.header, required: true, options: orders, ...part };
		});
	});
}

interface Chosen {
	readonly kind: Kind;
	readonly titles: readonly ColumnProfile[];
	readonly keyProfile: ColumnProfile | undefined;
	readonly language: Language;
}

function otherQuestions(profiles: readonly ColumnProfile[], { kind, titles, keyProfile, language }: Chosen): Question[] {
	const headers = (wanted: (profile: ColumnProfile) => boolean): Answer[] =>
		profiles.filter(wanted).map(({ header }) => ({ value: header }));
	const questions: Question[] = [];
	if (!titles.some((profile) => titleScore(profile) > 0)) questions.push({ about: 'title', required: false, options: headers(isWording) });
	if (!keyProfile) questions.push({ about: 'key', required: false, options: headers(isUnique) });
	const kinds = [kind, ...(['event', 'agreement', 'follow-up'] as const).filter((other) => other !== kind)];
	questions.push({ about: 'kind', required: false, options: kinds.map((value) => ({ value })) });
	const languages = [language, ...(['en', 'ar', 'fa', 'ru'] as const).filter((other) => other !== language)];
	questions.push({ about: 'language', required: false, options: languages.map((value) => ({ value })) });
	return questions;
}

function bestBy(profiles: readonly ColumnProfile[], score: (profile: ColumnProfile) => number): ColumnProfile | undefined {
	let best: ColumnProfile | undefined;
	let most = 0;
	for (const profile of profiles) {
		const found = score(profile);
		if (found > most) [best, most] = [profile, found];
	}
	return best;
}
