import type { ForeignPlace, ForeignProblem, ForeignRecord } from './foreign.ts';
import { csvRows, type CsvRow } from './csv-rows.ts';
import { readDateString } from './date-strings.ts';
import { edtfSpan } from './date-parts.ts';
import { problemOf, refuseFile, restOf, type ForeignReading } from './foreign-reading.ts';
import { hasMarkup, plainMarkup } from './plain-markup.ts';
import { textByScript } from './script-language.ts';
import { slideDate, type SlideDate } from './timelinejs-date.ts';
import { headlineOf } from './timelinejs.ts';

/** Headers as TimelineJS matches them: without case, blanks and signs. */
const plainHeader = (header: string) => header.toLowerCase().replace(/[^a-z]/gu, '');

const TAKEN = new Set(
	'year month day time endyear endmonth endday endtime startdate enddate displaydate headline text type group tag'.split(' ')
);

/** Whether these headers are those of TimelineJS' sheet, of now or of its first version. */
export function isTimelineJsSheet(headers: readonly string[]): boolean {
	const names = new Set(headers.map(plainHeader));
	return names.has('headline') && ((names.has('year') && names.has('displaydate')) || names.has('startdate'));
}

/**
 * The sheet of TimelineJS as CSV: `Year, Month, Day, Time, End Year …` or, of version 1, `Start Date, End Date`.
 * A row of type `title` names the file, one of type `era` is an event of kind `other`. Version 1 dates such as `5/6/2012`
 * are read only when `order` says which number is the month.
 * @throws ForeignFileError for broken quoting, or headers that are not the sheet's.
 */
export function readTimelineJsSheet(text: string, file: string, { order }: { order?: 'dmy' | 'mdy' } = {}): ForeignReading {
	const [header, ...rows] = csvRows(text, file);
	if (!header || !isTimelineJsSheet(header.cells)) return refuseFile(file, header?.row ?? 1, 'not-timelinejs', header?.cells.join(', '));
	const headers = header.cells;
	const names = headers.map(plainHeader);
	const cell = (row: CsvRow, name: string) => row.cells[names.indexOf(name)]?.trim() ?? '';
	const titleRow = rows.find((row) => cell(row, 'type').toLowerCase() === 'title');
	const title = titleRow && textByScript(plainMarkup(cell(titleRow, 'headline')));
	const problems: ForeignProblem[] = titleRow
		? [problemOf({ file, row: titleRow.row }, 'odd', 'row', 'title-slide', titleRow.cells.filter(Boolean).join(' · '))]
		: [];
	return { ...(title && { title }), problems, records: records() };

	function* records(): Generator<ForeignRecord> {
		for (const row of rows) if (row !== titleRow && row.cells.some((value) => value.trim() !== '')) yield record(row);
	}

	function record(row: CsvRow): ForeignRecord {
		const place = (column: string): ForeignPlace => ({ file, row: row.row, column });
		const old = names.includes('startdate');
		const read = old ? oldDate(row) : partsDate(row);
		const era = cell(row, 'type').toLowerCase() === 'era';
		const headline = headlineOf(cell(row, 'headline'), cell(row, 'text'), place('Headline'));
		const summary = textByScript(plainMarkup(cell(row, 'text')));
		const track = textByScript(cell(row, 'group') || cell(row, 'tag'));
		const rest: [string, string][] = row.cells.flatMap((value, index): [string, string][] => {
			const name = names[index] ?? '';
			const lost = read.lost.some((which) => (which === 'end') === name.startsWith('end') && /year|month|day|time|date/u.test(name));
			const markup = (name === 'text' || name === 'headline') && hasMarkup(value);
			if (TAKEN.has(name) && name !== 'type' && !markup && !(lost && name !== 'displaydate')) return [];
			return [[headers[index] || `#${index + 1}`, value]];
		});
		const more = row.cells.length > headers.length ? [problemOf(place(''), 'odd', 'row', 'cells-too-many', row.cells.at(-1))] : [];
		return {
			place: { file, row: row.row },
			key: null,
			kind: 'event',
			title: headline.title,
			...(summary && { summary }),
			...(era && { subkind: 'other' }),
			...(read.date && { date: read.date }),
			...(track && { track }),
			...restOf(rest),
			problems: [...headline.problems, ...read.problems, ...more]
		};
	}

	function partsDate(row: CsvRow): ReturnType<typeof slideDate> {
		const place = (column: string): ForeignPlace => ({ file, row: row.row, column: column.startsWith('start') ? 'Year' : 'End Year' });
		const parts = (prefix: string): SlideDate => {
			const [hour = '', minute = '', second = ''] = clock(cell(row, `${prefix}time`));
			return { year: cell(row, `${prefix}year`), month: cell(row, `${prefix}month`), day: cell(row, `${prefix}day`), hour, minute, second };
		};
		return slideDate(parts(''), parts('end'), plainMarkup(cell(row, 'displaydate')), place);
	}

	function oldDate(row: CsvRow): ReturnType<typeof slideDate> {
		const problems: ForeignProblem[] = [];
		const lost: ('start' | 'end')[] = [];
		const read = (which: 'start' | 'end') => {
			const value = cell(row, `${which}date`);
			if (value === '') return null;
			const [, one = '', two = '', year = ''] = /^(\d{1,2})[/.](\d{1,2})[/.](\d{4})$/u.exec(value) ?? [];
			const ordered = year && order ? `${year}-${order === 'mdy' ? one : two}-${order === 'mdy' ? two : one}` : value;
			const edtf = readDateString(ordered)?.edtf ?? null;
			if (edtf !== null) return edtf;
			lost.push(which);
			const column = headers[names.indexOf(`${which}date`)] ?? '';
			problems.push(problemOf({ file, row: row.row, column }, 'refused', 'cell', year ? 'day-month-order' : 'date', value));
			return null;
		};
		const [start, end] = [read('start'), read('end')];
		const words = textByScript(plainMarkup(cell(row, 'displaydate')));
		const edtf = start ? edtfSpan(start, end) : end ? `/${end}` : null;
		if (start && end && edtf === null) {
			problems.push(problemOf({ file, row: row.row, column: 'End Date' }, 'refused', 'cell', 'end-before-start', end, { start }));
			lost.push('end');
		}
		const shown = edtf ?? start ?? (words ? 'XXXX' : null);
		return { date: shown ? { edtf: shown, ...(words && { words }) } : null, problems, lost };
	}
}

/** `13:30`, `13:30:05`, `1:30 PM`: as the numbers of a day of 24 hours. */
function clock(text: string): string[] {
	const [, hour, minute, second, half] = /^(\d{1,2}):(\d{2})(?::(\d{2}))?(?:\.\d+)?\s*([ap]\.?m\.?)?$/iu.exec(text) ?? [];
	if (hour === undefined) return text === '' ? [] : [text];
	const shift = half ? (/^p/iu.test(half) ? 12 : 0) : 0;
	return [String(half ? (Number(hour) % 12) + shift : Number(hour)), minute ?? '', second ?? ''];
}
