import type { ColumnTarget, DateReading, Mapping, TextTarget } from '#lib/formats/foreign.ts';
import { STAGES } from '#lib/domain/kinds.ts';
import type { Question } from '#lib/server/transfer/import/questions.ts';
import { isLanguage } from '#lib/language/locales.ts';

/** What a column can be said to mean, in the order of the list. */
export const TEXT_MEANINGS = ['title', 'title-key', 'summary', 'location', 'track', 'topics', 'actors', 'party-1', 'party-2'] as const;
export const PLAIN_MEANINGS = ['kind', 'status', 'key', 'words', 'rest', 'ignore'] as const;
export const DATE_MEANINGS = ['date', 'start', 'end', 'due', ...STAGES.map((stage) => `stage:${stage}` as const)] as const;
export const ORDERS = ['iso', 'dmy', 'mdy', 'ymd', 'year', 'excel'] as const;
export const CALENDARS = ['gregorian', 'persian', 'islamic'] as const;
export const PARTS = ['year', 'month', 'day', 'time'] as const;
/** Fields that may hold several values. */
export const LISTS: readonly string[] = ['topics', 'actors', 'party-1', 'party-2'];

/** A column as the form shows it; '' for an order or a calendar that a person has to say. */
export interface ColumnChoice {
	readonly meaning: string;
	readonly language: string;
	readonly separator: string;
	readonly part: string;
	readonly order: string;
	readonly calendar: string;
	readonly open: string;
	readonly unknown: string;
}

/** What the form shows for a column of a mapping. */
export function choiceOf(target: ColumnTarget | undefined): ColumnChoice {
	const none = { language: '', separator: '', part: '', order: '', calendar: 'gregorian', open: '', unknown: '' };
	if (!target) return { ...none, meaning: 'rest' };
	if (target.to === 'date') {
		const { reading, role, part } = target;
		return {
			...none,
			meaning: role,
			part: part ?? '',
			order: reading.order,
			calendar: reading.calendar,
			open: (reading.open ?? []).join(', '),
			unknown: (reading.unknown ?? []).join(', ')
		};
	}
	if ('values' in target || target.to === 'kind' || target.to === 'status') return { ...none, meaning: target.to };
	if (!isText(target)) return { ...none, meaning: target.to };
	return { ...none, meaning: target.key ? 'title-key' : target.to, language: target.language ?? '', separator: target.separator ?? '' };
}

/** What the form shows for every column: an answer the file leaves open is never filled in, however likely one is. */
export function choicesOf(
	columns: readonly string[],
	mapping: Mapping,
	questions: readonly Pick<Question, 'about' | 'column' | 'required'>[]
): ColumnChoice[] {
	return columns.map((column) => {
		const asked = questions.flatMap((each) => (each.required && each.column === column ? [each.about] : []));
		return {
			...choiceOf(mapping.columns[column]),
			...(asked.includes('date-order') && { order: '' }),
			...(asked.includes('calendar') && { calendar: '' })
		};
	});
}

export function isDateChoice({ meaning }: ColumnChoice): boolean {
	return (DATE_MEANINGS as readonly string[]).includes(meaning);
}

/** What a person still has to say of a column. */
export function openIn(choice: ColumnChoice): ('date-order' | 'calendar')[] {
	if (!isDateChoice(choice)) return [];
	return [...(choice.order === '' ? (['date-order'] as const) : []), ...(choice.calendar === '' ? (['calendar'] as const) : [])];
}

/** The meaning of a column out of the form; null: a date whose order or calendar was not chosen. */
export function targetOf(choice: ColumnChoice, before: ColumnTarget | undefined): ColumnTarget | null {
	const { meaning } = choice;
	if (isDateChoice(choice)) {
		const reading = readingOf(choice);
		if (!reading) return null;
		const part = PARTS.find((each) => each === choice.part);
		return { to: 'date', role: meaning as Extract<ColumnTarget, { to: 'date' }>['role'], ...(part && { part }), reading };
	}
	const language = isLanguage(choice.language) ? { language: choice.language } : {};
	if (meaning === 'title-key') return { to: 'title', key: true, ...language };
	if ((TEXT_MEANINGS as readonly string[]).includes(meaning)) {
		const separator = LISTS.includes(meaning) && choice.separator !== '' ? { separator: choice.separator } : {};
		return { to: meaning as TextTarget, ...language, ...separator };
	}
	if (meaning === 'kind' || meaning === 'status') return before?.to === meaning ? before : { to: meaning };
	return { to: PLAIN_MEANINGS.find((each) => each === meaning && each !== 'kind' && each !== 'status') ?? 'rest' } as ColumnTarget;
}

/** How a date column is read, by the form; null: its order or its calendar was not chosen. */
export function readingOf({ order, calendar, open, unknown }: ColumnChoice): DateReading | null {
	const chosen = ORDERS.find((each) => each === order);
	const chosenCalendar = CALENDARS.find((each) => each === calendar);
	if (!chosen || !chosenCalendar) return null;
	const [opened, notKnown] = [markersIn(open), markersIn(unknown)];
	return {
		order: chosen,
		calendar: chosenCalendar,
		...(opened.length > 0 && { open: opened }),
		...(notKnown.length > 0 && { unknown: notKnown })
	};
}

/** The columns as a form says them. A column that was no date when the form was made has no calendar in it yet. */
export function choicesIn(form: FormData, columns: readonly string[]): ColumnChoice[] {
	const field = (name: string) => String(form.get(name) ?? '');
	return columns.map((_, at) => ({
		meaning: field(`to.${at}`),
		language: field(`language.${at}`),
		separator: field(`separator.${at}`),
		part: field(`part.${at}`),
		order: field(`order.${at}`),
		calendar: form.has(`calendar.${at}`) ? field(`calendar.${at}`) : 'gregorian',
		open: field(`open.${at}`),
		unknown: field(`unknown.${at}`)
	}));
}

/** The mapping a form says; a column with something open in it is left out. */
export function mappingOf(form: FormData, columns: readonly string[], choices: readonly ColumnChoice[], before: Mapping): Mapping {
	const targets = choices.flatMap((choice, at): [string, ColumnTarget][] => {
		const column = columns[at] ?? '';
		const target = targetOf(choice, before.columns[column]);
		return target === null || target.to === 'rest' ? [] : [[column, target]];
	});
	const kind = form.get('kind');
	const language = form.get('language');
	return {
		...before,
		kind: kind === 'agreement' || kind === 'follow-up' ? kind : 'event',
		language: typeof language === 'string' && isLanguage(language) ? language : before.language,
		columns: Object.fromEntries(targets)
	};
}

function isText(target: ColumnTarget): target is Extract<ColumnTarget, { readonly to: TextTarget }> {
	return (TEXT_MEANINGS as readonly string[]).includes(target.to);
}

function markersIn(text: string): string[] {
	return text
		.split(/[,،]/u)
		.map((each) => each.trim())
		.filter(Boolean);
}
