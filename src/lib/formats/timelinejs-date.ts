import type { DateValue } from '#lib/domain/claim.ts';
import { edtfOfParts, edtfSpan } from './date-parts.ts';
import type { ForeignPlace, ForeignProblem } from './foreign.ts';
import { problemOf } from './foreign-reading.ts';
import { textByScript } from './script-language.ts';

/** The parts of a TimelineJS date, as text; '' where nothing is said. */
export interface SlideDate {
	readonly year: string;
	readonly month?: string;
	readonly day?: string;
	readonly hour?: string;
	readonly minute?: string;
	readonly second?: string;
}

const NO_PARTS: SlideDate = { year: '' };

/**
 * The date of a slide: from its start to its end, no finer than its parts; its display date is kept as the words. A year
 * below 0 is taken as it stands. Parts that make no date are told in `problems` and left to the caller's rest.
 */
export function slideDate(
	start: SlideDate | null,
	end: SlideDate | null,
	display: string,
	place: (column: string) => ForeignPlace
): { readonly date: DateValue | null; readonly problems: readonly ForeignProblem[]; readonly lost: readonly ('start' | 'end')[] } {
	const problems: ForeignProblem[] = [];
	const lost: ('start' | 'end')[] = [];
	const from = edtfOfSlide(start ?? NO_PARTS);
	const to = edtfOfSlide(end ?? NO_PARTS);
	if (from === null) {
		problems.push(problemOf(place('start_date'), 'refused', 'cell', 'date', written(start)));
		lost.push('start');
	}
	if (to === null) {
		problems.push(problemOf(place('end_date'), 'refused', 'cell', 'date', written(end)));
		lost.push('end');
	}
	const words = textByScript(display);
	if (!from && !to) return { date: words ? { edtf: 'XXXX', words } : null, problems, lost };
	let edtf = from ? edtfSpan(from, to || null) : `/${to}`;
	if (edtf === null) {
		problems.push(problemOf(place('end_date'), 'refused', 'cell', 'end-before-start', written(end), { start: from ?? '' }));
		lost.push('end');
		edtf = from!;
	}
	const year = Number(start?.year || end?.year);
	if (year < 0 && year > -10_000) problems.push(problemOf(place('start_date.year'), 'odd', 'cell', 'bce', String(year)));
	return { date: { edtf, ...(words && { words }) }, problems, lost };
}

/** '' when nothing is said, null when what is said is no date. */
function edtfOfSlide({ year, month = '', day = '', hour = '', minute = '', second = '' }: SlideDate): string | null {
	const parts = [year, month, day, hour, minute, second].map((part) => part.trim().replaceAll(',', ''));
	if (parts.every((part) => part === '')) return '';
	const end = parts.findIndex((part) => part === '');
	const said = end < 0 ? parts : parts.slice(0, end);
	// A day without its month, an hour without its day: there is no such date.
	if (end >= 0 && parts.slice(end).some((part) => part !== '')) {
		const onlyNoughts = parts.slice(end).every((part) => part === '' || Number(part) === 0);
		if (!onlyNoughts || said.length === 0) return null;
	}
	const numbers = said.map(Number);
	if (numbers.some((number) => !Number.isInteger(number))) return null;
	const [y = 0, m, d, h, min, s] = numbers;
	return edtfOfParts({ year: y, month: m, day: d, hour: h, minute: min, second: s });
}

function written(date: SlideDate | null): string {
	return Object.values(date ?? {})
		.filter((part) => part !== '')
		.join(' ');
}
