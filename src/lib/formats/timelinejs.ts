import type { Text } from '#lib/domain/text.ts';
import type { ForeignPlace, ForeignProblem, ForeignRecord } from './foreign.ts';
import { problemOf, refuseFile, restOf, type ForeignReading } from './foreign-reading.ts';
import { isObject, leavesOf, objectIn, parseJsonFile, textIn, type JsonObject } from './json-text.ts';
import { hasMarkup, plainMarkup } from './plain-markup.ts';
import { foreignOf } from './own-record.ts';
import { textByScript } from './script-language.ts';
import { slideDate, type SlideDate } from './timelinejs-date.ts';
import { slideMark } from './write-timelinejs.ts';

/**
 * TimelineJS 3 (`{title, events, eras, scale}`) and its version 2 (`{timeline: {date, era}}`). Eras come in as events of
 * kind `other`; media, background and what else has no field here stay in `rest`, HTML as it was where its text says less.
 * @throws ForeignFileError when it is no JSON, or no timeline.
 */
export function readTimelineJs(text: string, file: string): ForeignReading {
	const root = parseJsonFile(text, file);
	if (!isObject(root)) return refuseFile(file, 1, 'not-timelinejs', text.slice(0, 60));
	if (isObject(root.timeline)) return versionTwo(root.timeline, file);
	if (!Array.isArray(root.events)) return refuseFile(file, 1, 'not-timelinejs', Object.keys(root).join(', '));
	const problems: ForeignProblem[] = [];
	const titleSlide = isObject(root.title) ? root.title : null;
	for (const [path, value] of Object.entries(root)) {
		if (['events', 'eras', 'title', 'scale', 'accordline'].includes(path)) continue;
		problems.push(problemOf({ file, row: 1, column: path }, 'odd', 'cell', 'unknown-member', value));
	}
	if (titleSlide) problems.push(problemOf({ file, row: 1, column: 'title' }, 'odd', 'row', 'title-slide', titleSlide));
	const title = textByScript(plainMarkup(textIn(titleSlide ? objectIn(titleSlide, 'text') : {}, 'headline')));
	return {
		...(title && { title }),
		problems,
		records: slides(root.events, Array.isArray(root.eras) ? root.eras : [], objectIn(root, 'accordline').undated, file)
	};
}

function* slides(events: readonly unknown[], eras: readonly unknown[], undated: unknown, file: string): Generator<ForeignRecord> {
	for (const [index, slide] of events.entries()) yield slideRecord(slide, `events[${index}]`, file, index + 1, false);
	for (const [index, era] of eras.entries()) yield slideRecord(era, `eras[${index}]`, file, events.length + index + 1, true);
	for (const [index, record] of (Array.isArray(undated) ? undated : []).entries()) {
		const place = { file, row: events.length + eras.length + index + 1, column: `accordline.undated[${index}]` };
		yield foreignOf(record, place) ?? unreadable(record, place);
	}
}

/** `accordline`: a copy of the record as it was before another program changed the slide. */
const TAKEN = new Set(['start_date', 'end_date', 'text', 'group', 'unique_id', 'display_date', 'accordline']);
const DATE_TAKEN = new Set(['year', 'month', 'day', 'hour', 'minute', 'second', 'display_date']);

function slideRecord(slide: unknown, path: string, file: string, row: number, era: boolean): ForeignRecord {
	const place = (column: string): ForeignPlace => ({ file, row, column: `${path}${column && `.${column}`}` });
	if (!isObject(slide)) return unreadable(slide, place(''));
	const copy = objectIn(slide, 'accordline');
	const own = copy.written === slideMark(slide) ? foreignOf(copy.record, place('')) : null;
	if (own) return own;
	const start = isObject(slide.start_date) ? slide.start_date : null;
	const end = isObject(slide.end_date) ? slide.end_date : null;
	const display = textIn(slide, 'display_date') || (start ? textIn(start, 'display_date') : '');
	const read = slideDate(start && slideParts(start), end && slideParts(end), plainMarkup(display), place);
	const words = objectIn(slide, 'text');
	const headline = headlineOf(textIn(words, 'headline'), textIn(words, 'text'), place('text.headline'));
	const rest: [string, unknown][] = [...leavesOf(slide)].filter(([leaf]) => !TAKEN.has(leaf.split('.')[0] ?? ''));
	for (const member of ['headline', 'text']) if (hasMarkup(textIn(words, member))) rest.push([`text.${member}`, textIn(words, member)]);
	for (const [leaf, value] of leavesOf(words)) if (!['headline', 'text'].includes(leaf)) rest.push([`text.${leaf}`, value]);
	for (const [name, date] of [['start', start] as const, ['end', end] as const]) {
		for (const [leaf, value] of date ? leavesOf(date) : []) {
			const kept = DATE_TAKEN.has(leaf) && !read.lost.includes(name) && !(leaf === 'display_date' && name === 'end');
			if (!kept) rest.push([`${name}_date.${leaf}`, value]);
		}
	}
	for (const name of ['start_date', 'end_date']) {
		const value = slide[name];
		if (value !== undefined && value !== null && !isObject(value)) rest.push([name, value]);
	}
	if (era) rest.push(['type', 'era']);
	const summary = textByScript(plainMarkup(textIn(words, 'text')));
	const track = textByScript(plainMarkup(textIn(slide, 'group')));
	const noDate = read.date || read.problems.length > 0 ? [] : [problemOf(place('start_date'), 'odd', 'cell', 'no-date', '')];
	return {
		place: place(''),
		key: textIn(slide, 'unique_id') || null,
		kind: 'event',
		title: headline.title,
		...(summary && { summary }),
		...(era && { subkind: 'other' }),
		...(read.date && { date: read.date }),
		...(track && { track }),
		...restOf(rest),
		problems: [...headline.problems, ...read.problems, ...noDate]
	};
}

function slideParts(date: JsonObject): SlideDate {
	return {
		year: textIn(date, 'year'),
		month: textIn(date, 'month'),
		day: textIn(date, 'day'),
		hour: textIn(date, 'hour'),
		minute: textIn(date, 'minute'),
		second: textIn(date, 'second')
	};
}

/** A title where there is none: the first line of the text, else a dash, and the reader is told. */
export function headlineOf(
	headline: string,
	text: string,
	place: ForeignPlace
): { readonly title: Text; readonly problems: readonly ForeignProblem[] } {
	const title = textByScript(plainMarkup(headline));
	if (title) return { title, problems: [] };
	const [line = ''] = plainMarkup(text).split('\n');
	const instead = textByScript(line.length > 120 ? `${line.slice(0, 119)}…` : line) ?? { en: '—' };
	return { title: instead, problems: [problemOf(place, 'odd', 'cell', 'no-title', headline)] };
}

/** What is no object where one should be: refused as a row, told with its value. */
export function unreadable(value: unknown, place: ForeignPlace): ForeignRecord {
	return {
		place,
		key: null,
		kind: 'event',
		title: { en: '—' },
		problems: [problemOf(place, 'refused', 'row', 'not-an-object', value)]
	};
}

const OLD_TAKEN = new Set(['startDate', 'endDate', 'headline', 'text', 'tag']);

function versionTwo(timeline: JsonObject, file: string): ForeignReading {
	const dates = Array.isArray(timeline.date) ? timeline.date : [];
	const eras = Array.isArray(timeline.era) ? timeline.era : [];
	const problems = [...leavesOf(timeline)]
		.filter(([path]) => !['date', 'era', 'headline', 'type'].includes(path))
		.map(([path, value]) => problemOf({ file, row: 1, column: `timeline.${path}` }, 'odd', 'row', 'title-slide', value));
	const title = textByScript(plainMarkup(textIn(timeline, 'headline')));
	return { ...(title && { title }), problems, records: records() };

	function* records(): Generator<ForeignRecord> {
		for (const [index, date] of dates.entries()) yield oldSlide(date, `timeline.date[${index}]`, file, index + 1, false);
		for (const [index, era] of eras.entries()) yield oldSlide(era, `timeline.era[${index}]`, file, dates.length + index + 1, true);
	}
}

function oldSlide(slide: unknown, path: string, file: string, row: number, era: boolean): ForeignRecord {
	const place = (column: string): ForeignPlace => ({ file, row, column: `${path}${column && `.${column}`}` });
	if (!isObject(slide)) return unreadable(slide, place(''));
	const read = slideDate(commaParts(textIn(slide, 'startDate')), commaParts(textIn(slide, 'endDate')), '', (column) =>
		place(column.startsWith('start') ? 'startDate' : 'endDate')
	);
	const headline = headlineOf(textIn(slide, 'headline'), textIn(slide, 'text'), place('headline'));
	const rest: [string, unknown][] = [...leavesOf(slide)].filter(([leaf]) => !OLD_TAKEN.has(leaf));
	for (const name of read.lost) rest.push([`${name}Date`, slide[`${name}Date`]]);
	for (const member of ['headline', 'text']) if (hasMarkup(textIn(slide, member))) rest.push([member, textIn(slide, member)]);
	if (era) rest.push(['type', 'era']);
	const summary = textByScript(plainMarkup(textIn(slide, 'text')));
	const track = textByScript(textIn(slide, 'tag'));
	return {
		place: place(''),
		key: null,
		kind: 'event',
		title: headline.title,
		...(summary && { summary }),
		...(era && { subkind: 'other' }),
		...(read.date && { date: read.date }),
		...(track && { track }),
		...restOf(rest),
		problems: [...headline.problems, ...read.problems]
	};
}

/** `2012,1,26` and `2012,1,26,10,30`; a date of version 2 may also be ISO, with dashes. */
function commaParts(text: string): SlideDate | null {
	if (text.trim() === '') return null;
	const negative = text.trim().startsWith('-');
	const [year = '', month = '', day = '', hour = '', minute = '', second = ''] = text
		.trim()
		.replace(/^-/u, '')
		.split(/[-,T: ]+/u);
	return { year: negative ? `-${year}` : year, month, day, hour, minute, second };
}
