import type { CivilCalendar } from '#lib/temporal/calendars.ts';
import { OPEN_WORDS } from './date-cell-names.ts';
import { dateWords, plainDateText } from './date-cell-text.ts';
import { readDateCell } from './date-cells.ts';
import type { DateReading } from './foreign.ts';

/** One way to read a column, with what speaks against it. */
export interface ReadingOption {
	readonly order: DateReading['order'];
	readonly calendar: CivilCalendar;
	/** Cells it reads, of those that are not empty and no markers. */
	readonly read: number;
	readonly refused: number;
	/** The first refused cells, as indexes into the samples. */
	readonly against: readonly number[];
}

/** How a column of dates can be read. */
export interface ReadingSuggestion {
	readonly reading: DateReading;
	/** The cells leave no choice. Else a person has to say what `open` questions ask. */
	readonly certain: boolean;
	readonly asks: readonly ('date-order' | 'calendar')[];
	readonly options: readonly ReadingOption[];
	/** Cells looked at that are neither empty nor markers, and how many of them the suggested reading takes. */
	readonly cells: number;
	readonly read: number;
}

const UNKNOWN =
	/^(?:n\/?a|n\.\s?a\.|nan|null|nil|none|unknown|undated|n\.?d\.?|s\.?d\.?|tbd|tba|not (?:known|available|applicable|dated)|[-–—?.]+|нет(?: данных)?|н\/д|неизвестно|не указан[ао]|ندارد|نامشخص|نامعلوم|غير معروف|غير محدد|لا يوجد)$/iu;
const OPEN = new RegExp(`^(?:${OPEN_WORDS})$`, 'iu');
const ZEROS = /^0+(?:[\s./-]0+)*$/u;
const FAR = /(?:^|\D)(?:2[4-9]|[3-9]\d)\d\d(?:\D|$)/u;
const ANY_YEAR = /(?<!\d)(\d{3,4})(?!\d)/u;
const MOST_DISTINCT = 4000;
const ORDERS = ['iso', 'dmy', 'mdy', 'ymd'] as const;

interface Distinct {
	readonly text: string;
	readonly at: number[];
	count: number;
}

/**
 * What a column's cells say about how to read it. Sure is only what cannot be otherwise: an order that reads what the
 * other refuses while the other reads nothing that it refuses. Cells such as `06/03/1991` alone decide nothing.
 * `role`: a far year at an end says "no end", elsewhere "not known".
 */
export function suggestReading(samples: readonly string[], role: 'end' | 'other' = 'other'): ReadingSuggestion {
	const { cells, open, unknown } = sortCells(samples, role);
	const total = cells.reduce((sum, { count }) => sum + count, 0);
	const mixed = isMixed(cells) && { mixed: true as const };
	const markers = { ...mixed, ...(open.length > 0 && { open }), ...(unknown.length > 0 && { unknown }) };
	const calendars = calendarsOf(cells);
	const orders = ordersOf(cells);
	const options = calendars.flatMap((calendar) => orders.map((order) => optionOf(cells, order, calendar)));
	const best = bestOf(
		options.filter(({ option }) => option.calendar === calendars[0]),
		cells
	);
	const asks: ('date-order' | 'calendar')[] = [];
	if (best.asks) asks.push('date-order');
	if (calendars.length > 1) asks.push('calendar');
	const { order, calendar, read } = best.option;
	return {
		reading: { order, calendar, ...markers },
		certain: asks.length === 0,
		asks,
		options: options.map(({ option }) => option),
		cells: total,
		read
	};
}

function sortCells(samples: readonly string[], role: 'end' | 'other') {
	const distinct = new Map<string, Distinct>();
	const [open, unknown] = [new Set<string>(), new Set<string>()];
	samples.forEach((sample, at) => {
		const text = sample.trim();
		if (text === '') return;
		if (UNKNOWN.test(text)) return unknown.add(text);
		if (OPEN.test(text)) return (role === 'end' ? open : unknown).add(text);
		if ((ZEROS.test(text) && text.length > 1) || (text === '0' && role === 'end')) return unknown.add(text);
		if (FAR.test(text) && !/^\d{5,}$/u.test(text)) return (role === 'end' ? open : unknown).add(text);
		const known = distinct.get(text);
		if (known) known.count++;
		else if (distinct.size < MOST_DISTINCT) distinct.set(text, { text, at: [at], count: 1 });
		if (known && known.at.length < 5) known.at.push(at);
		return undefined;
	});
	return { cells: [...distinct.values()], open: [...open], unknown: [...unknown] };
}

/** Calendars the cells allow, the likeliest first: by their marks and months, else by their years (1200–1500 is a question). */
function calendarsOf(cells: readonly Distinct[]): CivilCalendar[] {
	const said = new Set<CivilCalendar>();
	let [years, early] = [0, 0];
	for (const { text } of cells.slice(0, 500)) {
		const plain = plainDateText(text);
		const words = dateWords(plain);
		if (words?.calendars?.length === 1) said.add(words.calendars[0]!);
		else if (words?.months.length === 1) said.add(words.months[0]!.calendar);
		const year = Number(ANY_YEAR.exec(plain)?.[1] ?? 0);
		if (year > 0) years++;
		if (year >= 1250 && year <= 1500) early++;
	}
	if (said.size === 1) return [...said];
	return years > 0 && early / years > 0.6 ? ['persian', 'islamic', 'gregorian'] : ['gregorian'];
}

/** Years of our time beside what looks like years of the Hijra, and none between: two calendars in one column. */
function isMixed(cells: readonly Distinct[]): boolean {
	let [hijra, modern] = [false, false];
	for (const { text } of cells.slice(0, 500)) {
		const year = Number(ANY_YEAR.exec(plainDateText(text))?.[1] ?? NaN);
		if (year >= 1300 && year <= 1450) hijra = true;
		else if (year >= 1900) modern = true;
		else if (year === year) return false;
	}
	return hijra && modern;
}

function ordersOf(cells: readonly Distinct[]): DateReading['order'][] {
	if (cells.length > 0 && cells.every(({ text }) => /^\d{1,4}$/u.test(plainDateText(text)))) return ['year'];
	if (cells.length > 0 && cells.every(({ text }) => /^[1-9]\d{4}(?:\.\d+)?$/u.test(plainDateText(text)))) return ['excel'];
	return [...ORDERS];
}

interface Tried {
	readonly option: ReadingOption;
	/** Which of the distinct cells it reads. */
	readonly takes: readonly boolean[];
}

function optionOf(cells: readonly Distinct[], order: DateReading['order'], calendar: CivilCalendar): Tried {
	let [read, refused] = [0, 0];
	const against: number[] = [];
	const takes = cells.map(({ text, at, count }) => {
		const isRefused = readDateCell(text, { order, calendar }).problem?.severity === 'refused';
		if (isRefused) {
			refused += count;
			against.push(...at.slice(0, 5));
		} else read += count;
		return !isRefused;
	});
	return { option: { order, calendar, read, refused, against: against.sort((a, b) => a - b).slice(0, 5) }, takes };
}

/** The option to begin with, and whether the order has to be asked. */
function bestOf(tried: readonly Tried[], cells: readonly Distinct[]): { option: ReadingOption; asks: boolean } {
	const by = (order: DateReading['order']) => tried.find(({ option }) => option.order === order);
	const [iso, dmy, mdy] = [by('iso'), by('dmy'), by('mdy')];
	const [first] = tried;
	// A serial day looks like any number.
	if (!iso || !dmy || !mdy) return { option: first!.option, asks: first!.option.order === 'excel' };
	const onlyOf = (one: Tried, other: Tried) =>
		cells.reduce((sum, { count }, at) => sum + (one.takes[at] && !other.takes[at] ? count : 0), 0);
	// What ISO reads leaves no choice; if the others read no more, there is nothing to ask.
	if (onlyOf(dmy, iso) === 0 && onlyOf(mdy, iso) === 0) return { option: iso.option, asks: false };
	const [onlyDmy, onlyMdy] = [onlyOf(dmy, mdy), onlyOf(mdy, dmy)];
	if (onlyDmy > 0 && onlyMdy === 0) return { option: dmy.option, asks: false };
	if (onlyMdy > 0 && onlyDmy === 0) return { option: mdy.option, asks: false };
	const { read, refused } = iso.option;
	const safest = read > (read + refused) / 2 ? iso : onlyMdy > onlyDmy ? mdy : dmy;
	return { option: safest.option, asks: true };
}
