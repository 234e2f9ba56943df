import { columnFacet } from '#lib/filter/facets.ts';
import { isLanguage } from '#lib/language/locales.ts';
import { splitList, type Reading } from './codecs.ts';
import { baseFor } from './defaults.ts';
import { COLUMN_FILTER_PREFIX, PARAMETERS, type Parameter } from './parameters.ts';
import type { ViewState } from './view-state.ts';

/** A part of an address that was left out: nobody's key, a value that cannot be read, or a second value where one is meant. */
export interface AddressProblem {
	readonly key: string;
	readonly value: string;
	readonly code: 'unknown' | 'bad' | 'repeated';
}

/** An address read: what stands, and what was dropped. */
export interface ViewReading {
	readonly view: ViewState;
	readonly problems: readonly AddressProblem[];
}

/**
 * The view an address asks for, over a base. Never throws: what is good is kept, the rest is told. Keys in
 * `passThrough` belong to somebody else and are not looked at.
 */
export function viewFromUrl(params: URLSearchParams, base: ViewState, passThrough: readonly string[] = []): ViewReading {
	const problems: AddressProblem[] = [];
	const language = params.get('lang');
	const patch: Record<string, unknown> = {};
	const columnFilters: Record<string, readonly string[]> = {};
	for (const key of new Set(params.keys())) {
		if (passThrough.includes(key)) continue;
		const values = params.getAll(key);
		const parameter = PARAMETERS.find((known) => known.key === key);
		const path = key.startsWith(COLUMN_FILTER_PREFIX) ? key.slice(COLUMN_FILTER_PREFIX.length) : '';
		if (parameter) {
			const reading = readParameter(parameter, values, problems);
			if (reading) patch[parameter.field] = reading.value;
		} else if (columnFacet(path)) columnFilters[path] = [...new Set(values.flatMap(splitList))];
		else problems.push({ key, value: values.join(','), code: 'unknown' });
	}
	const start = isLanguage(language) ? baseFor(base, language) : base;
	return { view: { ...start, ...patch, columnFilters: { ...start.columnFilters, ...columnFilters } }, problems };
}

function readParameter({ key, codec }: Parameter, values: readonly string[], problems: AddressProblem[]): Reading<unknown> | null {
	const [first = '', ...others] = values;
	if (!codec.list) for (const value of others) problems.push({ key, value, code: 'repeated' });
	const text = codec.list ? values.join(',') : first;
	const reading = codec.read(text);
	for (const value of reading ? reading.dropped : [text]) problems.push({ key, value, code: 'bad' });
	return reading;
}
