import type { DateValue } from '#lib/domain/claim.ts';
import { AGREEMENT_KINDS, EVENT_KINDS, EVENT_STATUSES, FOLLOW_UP_STATUSES } from '#lib/domain/kinds.ts';
import type { Text } from '#lib/domain/text.ts';
import type { DateCell } from './date-cells.ts';
import { readDateCell } from './date-cells.ts';
import { joinSpan, readDateParts } from './date-parts-cells.ts';
import { isBefore } from './date-parts.ts';
import type { TableRow } from './delimited.ts';
import type { ForeignPlace, ForeignProblem, ForeignRecord, ForeignStage, Mapping } from './foreign.ts';
import { problemOf } from './foreign-reading.ts';
import { planOf, type DateGroup, type MappingPlan } from './mapping-plan.ts';
import { mappedTexts } from './mapping-texts.ts';

/** The file a row belongs to. */
export interface MappedTable {
	readonly file: string;
	readonly sheet?: string;
	readonly columns: readonly string[];
}

/** A row as a record; null: the row is refused, and the problems say why. */
export type MappedRow =
	| { readonly record: ForeignRecord; readonly problems: readonly ForeignProblem[] }
	| { readonly record: null; readonly problems: readonly ForeignProblem[] };

type Kind = ForeignRecord['kind'];

const SUBKINDS: Readonly<Record<Kind, readonly string[]>> = { event: EVENT_KINDS, agreement: AGREEMENT_KINDS, 'follow-up': [] };
const STATUSES: Readonly<Record<Kind, readonly string[]>> = { event: EVENT_STATUSES, agreement: [], 'follow-up': FOLLOW_UP_STATUSES };
const KINDS: readonly string[] = ['event', 'agreement', 'follow-up'];

/** What keeps a mapping from being laid on a table: headers it names and the table has not, or no title. Each refuses the file. */
export function checkMapping(mapping: Mapping, { file, sheet, columns }: MappedTable, headerRow = 1): ForeignProblem[] {
	const place = { file, ...(sheet !== undefined && { sheet }), row: headerRow };
	const problems: ForeignProblem[] = [];
	for (const [header, { to }] of Object.entries(mapping.columns)) {
		if (to === 'rest' || to === 'ignore' || columns.includes(header)) continue;
		problems.push(problemOf({ ...place, column: header }, 'refused', 'file', 'header-missing', header));
	}
	const hasTitle = columns.some((column) => Object.hasOwn(mapping.columns, column) && mapping.columns[column]?.to === 'title');
	if (!hasTitle) problems.push(problemOf(place, 'refused', 'file', 'no-title-column', columns.join(', ')));
	return problems;
}

/** One row by a mapping; for many rows take `rowMapper`. */
export function applyMapping(mapping: Mapping, table: MappedTable, row: TableRow): MappedRow {
	return rowMapper(mapping, table)(row);
}

/**
 * Rows to records by a mapping. Nothing is dropped: cells that no field takes, and cells that were refused, are in `rest`
 * under their header as they stood. A row without a title is refused; whatever else is wrong is said of its cell.
 * In an agreement a `date` is its signing, a `start` its entry into force and an `end` its end.
 */
export function rowMapper(mapping: Mapping, table: MappedTable): (row: TableRow) => MappedRow {
	const plan = planOf(mapping, table.columns);
	const where = { file: table.file, ...(table.sheet !== undefined && { sheet: table.sheet }) };
	return (row) => new RowReading(mapping, plan, { ...where, row: row.row }, row).result();
}

/** The reading of a single row: its problems and left-over cells gather here. */
class RowReading {
	readonly #mapping: Mapping;
	readonly #plan: MappingPlan;
	readonly #place: ForeignPlace;
	readonly #row: TableRow;
	readonly #problems: ForeignProblem[];
	readonly #rest: Record<string, string> = {};

	constructor(mapping: Mapping, plan: MappingPlan, place: ForeignPlace, row: TableRow) {
		this.#mapping = mapping;
		this.#plan = plan;
		this.#place = place;
		this.#row = row;
		this.#problems = row.problems ? [...row.problems] : [];
	}

	result(): MappedRow {
		const { cells } = this.#row;
		const problems = this.#problems;
		const texts = mappedTexts(this.#plan.texts, this.#row, (index, severity, code, args) => {
			this.#keep(index);
			if (code !== '') this.#report(index, { severity, code, ...(args && { args }) });
		});
		if (!texts.title) {
			problems.push(problemOf(this.#place, 'refused', 'row', 'no-title', cells.filter((cell) => cell.trim() !== '').join(' · ')));
			return { record: null, problems };
		}
		const { kind, subkind, status } = this.#kinds();
		const dates = kind === 'agreement' ? this.#stages() : this.#date();
		for (const index of this.#plan.rest) this.#keep(index);
		const key = this.#plan.keys
			.map((index) => (cells[index] ?? '').trim())
			.filter(Boolean)
			.join(' / ');
		const record: ForeignRecord = {
			place: this.#place,
			key: key === '' ? null : key,
			kind,
			...(texts as { title: Text }),
			...(subkind !== undefined && { subkind }),
			...(status !== undefined && { status }),
			...dates,
			...(Object.keys(this.#rest).length > 0 && { rest: this.#rest }),
			problems
		};
		return { record, problems };
	}

	/** Keeps a cell as it stands, under its header. */
	#keep(index: number): void {
		const cell = this.#row.cells[index] ?? '';
		if (cell.trim() !== '') this.#rest[this.#plan.columns[index] ?? ''] = cell;
	}

	#report(
		index: number,
		{ severity, code, args }: { severity: ForeignProblem['severity']; code: string; args?: ForeignProblem['args'] }
	): void {
		const place = { ...this.#place, column: this.#plan.columns[index] ?? '' };
		this.#problems.push(problemOf(place, severity, 'cell', code, this.#row.cells[index] ?? '', args));
	}

	#kinds(): { kind: Kind; subkind?: string; status?: string } {
		let kind: Kind = this.#mapping.kind;
		const found: { subkind?: string; status?: string } = {};
		for (const { index, to, values } of this.#plan.kinds) {
			const cell = (this.#row.cells[index] ?? '').trim();
			if (cell === '') continue;
			const value = values.get(cell.toLowerCase()) ?? cell.toLowerCase();
			if (to === 'kind' && KINDS.includes(value)) kind = value as Kind;
			else if ((to === 'kind' ? SUBKINDS : STATUSES)[kind].includes(value)) found[to === 'kind' ? 'subkind' : 'status'] = value;
			else {
				this.#keep(index);
				this.#report(index, { severity: 'odd', code: to === 'kind' ? 'unknown-kind' : 'unknown-status', args: { kind } });
			}
		}
		return { kind, ...found };
	}

	/** The date of a group of columns, what is odd about it said and what it could not take kept. */
	#read(group: DateGroup): DateCell & { readonly index: number } {
		const { year, month, day, time } = group.parts;
		const language = this.#mapping.language;
		const cellOf = (index: number | undefined) => (index === undefined ? undefined : this.#row.cells[index]);
		if (year) {
			const parts = { year: cellOf(year.index), month: cellOf(month?.index), day: cellOf(day?.index), time: cellOf(time?.index) };
			const read = readDateParts(parts, year.reading, language);
			const indexes = [year, month, day, time].flatMap((column) => (column ? [column.index] : []));
			this.#tell(read, year.index, indexes);
			if (read.date !== null) return { ...read, index: year.index };
		}
		let first: (DateCell & { readonly index: number }) | undefined;
		for (const { index, header, reading } of group.whole) {
			const cell = this.#row.cells[index] ?? '';
			if (cell.trim() === '') continue;
			const isTyped = this.#row.typed?.includes(index) === true;
			const read = readDateCell(cell, isTyped ? { ...reading, order: 'iso', calendar: 'gregorian' } : reading, language);
			// A second date of the same role has no place of its own.
			if (first) this.#keep(index);
			else {
				this.#tell(read, index, [index]);
				if (read.note !== undefined) this.#rest[`${header} (note)`] = read.note;
				const isKnown = read.date !== null && (read.date === 'open' || read.date.edtf !== 'XXXX');
				if (isKnown && group.whole.length > 1 && read.date !== null && read.date !== 'open') {
					first = { ...read, date: { ...read.date, rule: `column: ${header}` }, index };
				} else if (isKnown || group.whole.length === 1) first = { ...read, index };
			}
		}
		return first ?? { date: null, index: group.whole[0]?.index ?? year?.index ?? 0 };
	}

	#tell({ problem }: DateCell, index: number, kept: readonly number[]): void {
		if (!problem) return;
		this.#report(index, problem);
		if (problem.severity === 'refused') kept.forEach((at) => this.#keep(at));
	}

	#stages(): { stages?: readonly ForeignStage[] } {
		const stages: ForeignStage[] = [];
		const indexes = new Map<string, number>();
		for (const group of this.#plan.dates) {
			const read = this.#read(group);
			if (read.date === null || read.date === 'open') continue;
			const stage = AGREEMENT_ROLES[group.role] ?? group.role.replace(/^stage:/u, '');
			if (stages.some((known) => known.stage === stage)) {
				this.#keep(read.index);
				continue;
			}
			stages.push({ stage, date: this.#worded(read.date) });
			indexes.set(stage, read.index);
		}
		for (const [before, after] of [
			['signed', 'in force'],
			['signed', 'ended'],
			['in force', 'ended']
		] as const) {
			const [one, other] = [before, after].map((name) => stages.find(({ stage }) => stage === name)?.date?.edtf);
			if (one === undefined || other === undefined || one === 'XXXX' || other === 'XXXX' || !isBefore(other, one)) continue;
			this.#report(indexes.get(after) ?? 0, { severity: 'odd', code: 'stage-before', args: { stage: after, other: before, date: one } });
		}
		return stages.length > 0 ? { stages } : {};
	}

	#date(): { date?: DateValue } {
		const groups = this.#plan.dates;
		const of = (...roles: string[]) => groups.find(({ role }) => roles.includes(role));
		const startGroup = of('start') ?? of('date', 'due');
		const endGroup = of('end');
		const start = startGroup ? this.#read(startGroup) : { date: null };
		const end = endGroup ? this.#read(endGroup) : { date: null, index: 0 };
		const isEndSaid = endGroup !== undefined && (this.#row.cells[end.index] ?? '').trim() !== '';
		const { date, problem, lostEnd } = joinSpan(start, end, isEndSaid);
		if (problem) this.#report(end.index, problem);
		if (lostEnd) this.#keep(end.index);
		let told = date;
		for (const group of groups) {
			if (group === startGroup || group === endGroup) continue;
			const read = this.#read(group);
			// An event has one date: of stages the first that is known.
			if (read.date !== null && read.date !== 'open' && told === null) told = read.date;
			else [...group.whole, ...Object.values(group.parts)].forEach(({ index }) => this.#keep(index));
		}
		const worded = this.#worded(told);
		return worded ? { date: worded } : {};
	}

	/** With the words of a column of its own ("Display Date"), where there is one and they are not said already. */
	#worded<T extends DateValue | null>(date: T): DateValue | T {
		const words = this.#plan.words
			.map((index) => (this.#row.cells[index] ?? '').trim())
			.filter(Boolean)
			.join('; ');
		if (words === '' || words === date?.edtf) return date;
		return { ...(date ?? { edtf: 'XXXX' }), words: { [this.#mapping.language]: words } };
	}
}

const AGREEMENT_ROLES: Readonly<Record<string, string>> = { date: 'signed', start: 'in force', end: 'ended', due: 'signed' };
