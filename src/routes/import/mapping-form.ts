import type { ColumnTarget, DateReading, Mapping, TextTarget } from '#lib/formats/foreign.ts';
import { STAGES } from '#lib/domain/kinds.ts';
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

/** A column as the form shows it. */
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

/** The meaning of a column out of the form; null: a date whose order was not chosen. */
export function targetOf(choice: ColumnChoice, before: ColumnTarget | undefined): ColumnTarget | null {
	const { meaning } = choice;
	if ((DATE_MEANINGS as readonly string[]).includes(meaning)) {
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

/** How a date column is read, by the form; null: its order was not chosen. */
export function readingOf({ order, calendar, open, unknown }: ColumnChoice): DateReading | null {
	const chosen = ORDERS.find((each) => each === order);
	if (!chosen) return null;
	const [opened, notKnown] = [markersIn(open), markersIn(unknown)];
	return {
		order: chosen,
		calendar: CALENDARS.find((each) => each === calendar) ?? 'gregorian',
		...(opened.length > 0 && { open: opened }),
		...(notKnown.length > 0 && { unknown: notKnown })
	};
}

/** The mapping a form says, and the columns whose order of day and month was left open. */
export function mappingOf(
	form: FormData,
	columns: readonly string[],
	before: Mapping
): { readonly mapping: Mapping; readonly open: readonly string[] } {
	const field = (name: string) => String(form.get(name) ?? '');
	const open: string[] = [];
	const targets = columns.flatMap((column, at): [string, ColumnTarget][] => {
		const target = targetOf(
			{
				meaning: field(`to.${at}`),
				language: field(`language.${at}`),
				separator: field(`separator.${at}`),
				part: field(`part.${at}`),
				order: field(`order.${at}`),
				calendar: field(`calendar.${at}`),
				open: field(`open.${at}`),
				unknown: field(`unknown.${at}`)
			},
			before.columns[column]
		);
		if (target === null) open.push(column);
		return target === null || target.to === 'rest' ? [] : [[column, target]];
	});
	const kind = field('kind');
	const language = field('language');
	return {
		mapping: {
			...before,
			kind: kind === 'agreement' || kind === 'follow-up' ? kind : 'event',
			language: isLanguage(language) ? language : before.language,
			columns: Object.fromEntries(targets)
		},
		open
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
