import { facetOf, KIND_CHOICES, STATUSES } from '#lib/filter/facets.ts';
import { TABLES } from '#lib/filter/filter.ts';
import { isSortColumn } from '#lib/filter/sort.ts';
import { LANGUAGES } from '#lib/language/locales.ts';
import { RELATIONS } from '#lib/temporal/relation.ts';
import { eitherOf, listOf, oneOf, optional, textUpTo, type Codec, type Reading } from './codecs.ts';
import { columnChoices, columnChoiceText, readColumnChoice } from './column-choice.ts';
import { extentFromText, extentToText, intervalFromText } from './interval-text.ts';
import { LANE_GROUPINGS, type CalendarName, type SortKey, type ViewState } from './view-state.ts';

/** One key of the address and the field of the view it is. */
export interface Parameter<F extends keyof ViewState = keyof ViewState> {
	readonly key: string;
	readonly field: F;
	readonly codec: Codec<ViewState[F]>;
	/** Written in what is shared even when it is the default. */
	readonly shared?: true;
	/** The server has to load again when it changes. */
	readonly loads?: true;
}

/** Before the name of a table's column in the keys of column filters: `f.agreements.stage`. */
export const COLUMN_FILTER_PREFIX = 'f.';

const same = (value: string) => value;
const idPattern = /^[^\s,\\\p{Cc}]{1,200}$/u;
const asId = (text: string) => (idPattern.test(text) ? text : null);
const among = (values: readonly string[]) => (text: string) => (values.includes(text) ? text : null);
const CALENDARS: readonly CalendarName[] = ['gregorian', 'persian', 'islamic'];

function asSortKey(text: string): SortKey | null {
	const descending = text.startsWith('-');
	const column = descending ? text.slice(1) : text;
	return isSortColumn(column) ? { column, descending } : null;
}

/** A seq, a day (its end), or an instant with its offset. A `+` that came unescaped arrives as a space. */
function asMoment(text: string): string | null {
	if (/^\d{1,15}$/.test(text)) return text;
	if (asDay(text) !== null) return text;
	const instant = text.replace(' ', '+');
	return /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,9})?)?(Z|[+-]\d\d:\d\d)$/.test(instant) && !Number.isNaN(Date.parse(instant))
		? instant
		: null;
}

function asDay(text: string): string | null {
	return /^-?\d{4}-\d\d-\d\d$/.test(text) && intervalFromText(text) ? text : null;
}

const calendars: Codec<ViewState['cal']> = {
	read: (text) => {
		const [first, second, ...others] = text.split(',').map((name) => CALENDARS.find((calendar) => calendar === name));
		if (!first || others.length) return null;
		if (text.includes(',') && (!second || second === first)) return { value: [first], dropped: [text.slice(text.indexOf(',') + 1)] };
		return { value: second ? [first, second] : [first], dropped: [] };
	},
	write: (value) => value.join(',')
};

/** A column with a width or a mark that is no good stands without it. */
function readCols(text: string): Reading<ViewState['cols']> | null {
	const parts = text.split(',').filter((part) => part !== '');
	const dropped = parts.filter((part) => !readColumnChoice(part)?.whole);
	const value = columnChoices(parts).map(columnChoiceText);
	return value.length > 0 ? { value, dropped } : dropped.length > 0 ? null : { value: null, dropped: [] };
}

function parameter<F extends keyof ViewState>(
	key: string,
	field: F,
	codec: Codec<ViewState[F]>,
	mark: Pick<Parameter, 'shared' | 'loads'> = {}
): Parameter {
	return { key, field, codec, ...mark } as unknown as Parameter;
}

/** Every key but the column filters, in the order they are written. A promise to others: add, never rename. */
export const PARAMETERS: readonly Parameter[] = [
	parameter('t', 'extent', optional(extentFromText, extentToText), { shared: true }),
	parameter(
		'in',
		'within',
		optional((text) => (intervalFromText(text) ? text : null), same)
	),
	parameter('rel', 'relation', oneOf(RELATIONS)),
	parameter('possible', 'possible', eitherOf('with', 'without')),
	parameter('undated', 'undated', eitherOf('with', 'without')),
	parameter('lanes', 'lanes', oneOf(LANE_GROUPINGS)),
	parameter('q', 'q', textUpTo(500)),
	parameter('track', 'track', listOf(asId, same)),
	parameter('kind', 'kind', listOf(among(KIND_CHOICES), same)),
	parameter('status', 'status', listOf(among(STATUSES), same)),
	parameter('topic', 'topic', listOf(asId, same)),
	parameter('actor', 'actor', listOf(asId, same)),
	parameter('conflict', 'conflict', eitherOf('only', 'any')),
	parameter('sel', 'sel', optional(asId, same)),
	parameter('table', 'table', oneOf(TABLES)),
	parameter(
		'sort',
		'sort',
		listOf(asSortKey, ({ column, descending }) => `${descending ? '-' : ''}${column}`)
	),
	parameter(
		'group',
		'group',
		optional((text) => (text === 'year' || facetOf(text) ? text : null), same)
	),
	parameter('cols', 'cols', {
		list: true,
		read: readCols,
		write: (value) => value?.join(',') ?? ''
	}),
	parameter('cal', 'cal', calendars, { shared: true }),
	parameter('dir', 'dir', oneOf(['ltr', 'rtl']), { shared: true }),
	parameter('lang', 'lang', oneOf(LANGUAGES), { shared: true, loads: true }),
	parameter('asof', 'asof', optional(asMoment, same), { loads: true }),
	parameter('published', 'published', optional(asDay, same), { loads: true })
];

/** A field of the view as its key writes it. */
export function written(parameter: Parameter, view: ViewState): string {
	return (parameter.codec as Codec<unknown>).write(view[parameter.field]);
}
