import type { CivilCalendar } from '#lib/temporal/calendars.ts';
import { suggestReading, type ReadingSuggestion } from './date-reading.ts';
import type { ColumnProfile } from './column-profile.ts';
import type { ColumnTarget, DateReading } from './foreign.ts';
import { hintOf, headerWords } from './mapping-headers.ts';

type DateTarget = Extract<ColumnTarget, { readonly to: 'date' }>;
type Role = DateTarget['role'];

/** A column of dates, what it says of a record and how it can be read. */
export interface SuggestedDate {
	readonly profile: ColumnProfile;
	readonly target: DateTarget;
	readonly suggestion: ReadingSuggestion;
}

const DATE_HINTS = ['date', 'start', 'end', 'due', 'signed', 'force', 'year'] as const;
const YEAR_OR_NAME = /\d{3,4}|\p{L}{3,}.*\d/u;
/** A date of the file's own making, not of what it tells of. */
const ASIDE_ROLE = 'aside';

/** The date columns of a table with their roles; columns of dates that say nothing of the record (`last_verified`) are left out. */
export function suggestDates(
	profiles: readonly ColumnProfile[],
	kind: 'event' | 'agreement' | 'follow-up',
	isList: boolean
): SuggestedDate[] {
	const parts = partGroups(profiles);
	const inParts = new Set(parts.flatMap(({ columns }) => columns.map(({ profile }) => profile.index)));
	const found = profiles.flatMap((profile) => {
		if (inParts.has(profile.index)) return [];
		const role = isList ? (hasDateHint(profile.header) || looksDated(profile) ? 'date' : null) : roleOf(profile.header, kind);
		if (role === ASIDE_ROLE || (role === null && !looksDated(profile))) return [];
		const suggestion = suggestReading(profile.cells, /end/u.test(role ?? '') ? 'end' : 'other');
		// What a header calls a date is one, however its cells are written: those that cannot be read are told one by one.
		if (!isDated(profile, suggestion, role !== null) && !(role !== null && hasFigures(profile))) return [];
		return [{ profile, role: role ?? 'date', suggestion }];
	});
	const whole = oneForEachRole(found, kind, isList || parts.length > 0);
	return [
		...parts.flatMap(({ role, columns }) => partTargets(kind === 'agreement' ? stageOf(role) : role, columns)),
		...whole.map(({ profile, role, suggestion }) => ({
			profile,
			suggestion,
			target: { to: 'date', role, reading: suggestion.reading } as const
		}))
	];
}

function hasDateHint(header: string): boolean {
	return DATE_HINTS.some((hint) => hintOf(header, hint) > 0);
}

/** A column says what it dates by its header; null: by nothing. */
function roleOf(header: string, kind: string): Role | typeof ASIDE_ROLE | null {
	if (hintOf(header, 'aside') > 0) return ASIDE_ROLE;
	if (kind === 'follow-up' && hintOf(header, 'due') > 0) return 'due';
	if (hintOf(header, 'force') > 0) return kind === 'agreement' ? 'stage:in force' : 'date';
	if (hintOf(header, 'signed') > 0) return kind === 'agreement' ? 'stage:signed' : 'date';
	if (hintOf(header, 'end') > 1) return kind === 'agreement' ? 'stage:ended' : 'end';
	if (hintOf(header, 'start') > 1) return 'start';
	if (hintOf(header, 'due') > 1) return 'due';
	if (hintOf(header, 'date') > 0 || hintOf(header, 'year') > 0) return 'date';
	return null;
}

/** Cheap look before every reading is tried: most filled cells are short and have a year. */
function looksDated({ cells, length }: ColumnProfile): boolean {
	if (length < 4 || length > 40) return false;
	const said = cells.filter((cell) => cell.trim() !== '').slice(0, 60);
	return said.filter((cell) => /\d/u.test(cell) && YEAR_OR_NAME.test(cell)).length > said.length / 2;
}

/** Most filled cells are short and have a figure in them; those of years alone, or of days counted, are judged by their own rule. */
function hasFigures({ cells, length, numeric }: ColumnProfile): boolean {
	const said = cells.filter((cell) => cell.trim() !== '').slice(0, 60);
	return length <= 40 && numeric < 0.5 && said.filter((cell) => /\p{Nd}/u.test(cell)).length > said.length / 2;
}

function isDated({ numeric }: ColumnProfile, { cells, read, reading }: ReadingSuggestion, isHinted: boolean): boolean {
	if (cells === 0) return isHinted;
	if (reading.order === 'year') return isHinted && read > cells / 2;
	if (reading.order === 'excel') return isHinted;
	return read / cells > (isHinted ? 0.4 : 0.9) && (isHinted || numeric < 0.5);
}

interface Found {
	readonly profile: ColumnProfile;
	readonly role: Role;
	readonly suggestion: ReadingSuggestion;
}

/** One column for each role: the finer one (`Signature Date` before `Signature Year`), then the fuller one. A list keeps all. */
function oneForEachRole(found: readonly Found[], kind: string, keepAll: boolean): Found[] {
	if (keepAll && kind !== 'agreement') return found.filter(({ suggestion }) => suggestion.cells > 0);
	const best = new Map<Role, Found>();
	const rank = ({ suggestion, profile }: Found) => (suggestion.reading.order === 'year' ? 0 : 10) + profile.filled;
	for (const one of found) {
		const { role } = one;
		const known = best.get(role);
		if (!known || rank(one) > rank(known)) best.set(role, one);
	}
	if (kind === 'agreement') agreementRoles(best);
	else if (best.has('start')) best.delete('date');
	return [...best.values()];
}

/** A beginning is the entry into force where nothing else is; a bare date is the signature. */
function agreementRoles(best: Map<Role, Found>): void {
	for (const [role, stage] of [
		['start', 'stage:in force'],
		['date', 'stage:signed'],
		['end', 'stage:ended']
	] as const) {
		const one = best.get(role);
		if (!one) continue;
		best.delete(role);
		if (!best.has(stage)) best.set(stage, { ...one, role: stage });
	}
}

interface PartGroup {
	readonly role: Role;
	readonly columns: readonly { readonly profile: ColumnProfile; readonly part: 'year' | 'month' | 'day' | 'time' }[];
}

/** Year, month and day in columns of their own: `begyr begmo begday`, `End Year, End Month, End Day`, `year month day`. */
function partGroups(profiles: readonly ColumnProfile[]): PartGroup[] {
	const groups = new Map<string, { part: 'year' | 'month' | 'day' | 'time'; profile: ColumnProfile }[]>();
	for (const profile of profiles) {
		const words = headerWords(profile.header);
		const part = (['year', 'month', 'ofMonth', 'clock'] as const).find((hint) => hintOf(words.split(' ').at(-1) ?? '', hint) === 3);
		if (!part) continue;
		const prefix = words.split(' ').slice(0, -1).join(' ');
		const name = part === 'ofMonth' ? 'day' : part === 'clock' ? 'time' : part;
		const group = groups.get(prefix) ?? [];
		if (!group.some(({ part: known }) => known === name)) groups.set(prefix, [...group, { part: name, profile }]);
	}
	return [...groups].flatMap(([prefix, columns]) => {
		const has = (part: string) => columns.some((column) => column.part === part);
		if (!has('year') || !has('month')) return [];
		const role: Role = prefix === '' ? 'date' : hintOf(prefix, 'end') > 0 ? 'end' : hintOf(prefix, 'start') > 0 ? 'start' : 'date';
		return [{ role, columns }];
	});
}

function stageOf(role: Role): Role {
	return role === 'end' ? 'stage:ended' : role === 'start' ? 'stage:in force' : 'stage:signed';
}

function partTargets(role: Role, columns: PartGroup['columns']): SuggestedDate[] {
	const cellsOf = (part: string) => columns.find((column) => column.part === part)?.profile.cells ?? [];
	const [years, months, days] = [cellsOf('year'), cellsOf('month'), cellsOf('day')];
	const isEnd = /end/u.test(role);
	const calendar: CivilCalendar = suggestReading(years).reading.calendar;
	const zero = years.some((year, at) => Number(year || NaN) === 0 && !Number(months[at] ?? 0) && !Number(days[at] ?? 0));
	const far = [...new Set(years.filter((year) => /^(?:9999|2[4-9]\d\d)$/u.test(year.trim())))];
	const markers = [...(zero ? ['0/0/0'] : []), ...far];
	const mixed = suggestReading(years).reading.mixed && { mixed: true as const };
	const reading: DateReading = {
		order: 'ymd',
		calendar,
		...mixed,
		...(markers.length > 0 && (isEnd ? { open: markers } : { unknown: markers }))
	};
	const certain = calendar === 'gregorian';
	return columns.map(({ profile, part }) => ({
		profile,
		target: { to: 'date', role, part, reading },
		suggestion: {
			reading,
			certain: certain || part !== 'year',
			asks: certain || part !== 'year' ? [] : ['calendar'],
			options: [],
			cells: years.length,
			read: years.length
		}
	}));
}
