import { ordersOf, type KnownOrder } from '#lib/domain/known-order.ts';
import type { RecordBody } from '#lib/domain/record.ts';
import type { Text } from '#lib/domain/text.ts';
import type { RecordContext } from '#lib/filter/context.ts';
import { partsOf } from '#lib/temporal/date-parts.ts';
import { datedEdges, factsOf, plainText } from '#lib/filter/facts.ts';
import type { ColumnSet, RowWords } from './column-set.ts';
import { Dictionary, ListDraft } from './dictionary.ts';
import { finishColumns } from './finish.ts';
import { IdNumbers } from './id-bytes.ts';
import { Growing } from './memory.ts';
import { EDGES, hullOf, LINKS, LISTS, ROW_KINDS, type Row } from './row.ts';
import { wordsOfFacts } from './words.ts';

/** The maps of a set that are not rows. */
export type SetNames = Omit<RecordContext, 'tracks'>;

export interface BuilderOptions {
	/** `all`: every row keeps its words. `none`: they are had elsewhere, and no body is held on to. */
	readonly words: 'all' | 'none';
	/** Columns on shared memory, for threads to read. */
	readonly shared?: boolean;
}

/** Takes records of every kind, in any order, and makes columns of them. */
export interface ColumnsBuilder {
	/** An event, agreement or follow-up becomes a row; the others give names. Each record once. */
	add(body: RecordBody): void;
	/** Rows in ledger order. The builder is spent. */
	finish(seq: number): ColumnSet;
}

export function createColumnsBuilder(options: BuilderOptions): ColumnsBuilder {
	const draft = new Draft(options.words === 'all');
	const names = { names: new Map<string, Text>(), spellings: new Map<string, readonly string[]>(), published: new Map<string, string>() };
	return {
		add(body) {
			const { spellings, ...facts } = factsOf(body);
			const isRow = facts.kind === 'event' || facts.kind === 'agreement' || facts.kind === 'follow-up';
			if (isRow) draft.add({ ...facts, order: ordersOf(body) }, body.since);
			else names.names.set(facts.id, facts.title);
			// A row's other titles are only looked for where its words are.
			if (spellings.length && (!isRow || options.words === 'all')) names.spellings.set(facts.id, spellings);
			if (facts.kind === 'source' && facts.date) names.published.set(facts.id, facts.date.edtf);
		},
		finish: (seq) => finishColumns(draft, names, seq, options.shared ?? false)
	};
}

/** Columns of rows in the order given, with their words; null is a row that is gone. */
export function buildColumns(rows: Iterable<Row | { readonly gone: string }>, names: SetNames, seq: number): ColumnSet {
	const draft = new Draft(true);
	for (const row of rows) {
		if ('gone' in row) draft.addGone(row.gone);
		else draft.add(row, 0);
	}
	return finishColumns(draft, names, seq, false, true);
}

/** Columns on their way: rows in the order they came, links as numbers of ids. */
export class Draft {
	readonly ids = new IdNumbers();
	/** Number of the row's id. */
	readonly id = new Growing(Uint32Array);
	readonly since = new Growing(Float64Array);
	readonly kind = new Growing(Uint8Array);
	readonly subkind = { dictionary: new Dictionary(), codes: new Growing(Int32Array) };
	readonly status = { dictionary: new Dictionary(), codes: new Growing(Int32Array) };
	readonly track = { dictionary: new Dictionary(), codes: new Growing(Int32Array) };
	readonly place = { dictionary: new Dictionary(), codes: new Growing(Int32Array), texts: [] as Text[] };
	readonly edges = EDGES.map(() => new Growing(Float64Array));
	/** EDTF texts of dates that are no one stretch, by the place they came at. */
	readonly inParts = new Map<number, string>();
	readonly others = { rows: new Growing(Uint32Array), start: new Growing(Float64Array), end: new Growing(Float64Array) };
	readonly planned = new Growing(Uint8Array);
	readonly conflicts = new Growing(Uint16Array);
	readonly voices = new Growing(Uint16Array);
	readonly lists = LISTS.map(() => new ListDraft());
	/** Numbers of ids, -1 for none. */
	readonly links = LINKS.map(() => new Growing(Int32Array));
	readonly ordinal = new Growing(Int32Array);
	/** Of the few rows that have any, by the place they came at. */
	readonly orders = new Map<number, readonly KnownOrder[]>();
	readonly words: (RowWords | undefined)[] | null;

	constructor(keepWords: boolean) {
		this.words = keepWords ? [] : null;
	}

	get count(): number {
		return this.kind.length;
	}

	add(row: Row, since: number): void {
		const at = this.count;
		this.id.push(this.ids.numberOf(row.id));
		this.since.push(since);
		this.kind.push((ROW_KINDS as readonly string[]).indexOf(row.kind));
		this.subkind.codes.push(this.subkind.dictionary.codeOrNone(row.subkind));
		this.status.codes.push(this.status.dictionary.codeOrNone(row.status));
		this.track.codes.push(row.kind === 'follow-up' ? -1 : this.track.dictionary.codeOrNone(row.track));
		const place = this.place.dictionary.codeOrNone(plainText(row.place));
		if (row.place && place === this.place.texts.length) this.place.texts.push(row.place);
		this.place.codes.push(place);
		const edges = datedEdges(row.date);
		EDGES.forEach((edge, index) => this.edges[index]!.push(edges ? edges[edge] : NaN));
		if (row.date && partsOf(row.date.edtf)) this.inParts.set(at, row.date.edtf);
		if (row.earlierDates.length || row.dateVersions.length) {
			const hull = hullOf([...row.earlierDates, ...row.dateVersions]);
			if (hull) {
				this.others.rows.push(at);
				this.others.start.push(hull.start);
				this.others.end.push(hull.end);
			}
		}
		this.planned.push(Number(row.planned));
		this.conflicts.push(row.conflicts);
		this.voices.push(row.voices);
		LISTS.forEach((list, index) => this.lists[index]!.push(row[list]));
		LINKS.forEach((link, index) => this.links[index]!.push(row[link] === '' ? -1 : this.ids.numberOf(row[link])));
		this.ordinal.push(row.ordinal);
		if (row.order?.length) this.orders.set(at, row.order);
		this.words?.push(wordsOfFacts(row));
	}

	addGone(id: string): void {
		this.add({ ...NOTHING, id }, 0);
		this.kind.room[this.count - 1] = 255;
		if (this.words) this.words[this.count - 1] = undefined;
	}
}

const NOTHING: Row = {
	id: '',
	kind: 'event',
	subkind: '',
	status: '',
	date: null,
	planned: false,
	conflicts: 0,
	voices: 0,
	conflictPath: '',
	track: '',
	topics: [],
	actors: [],
	sources: [],
	stages: [],
	title: {},
	summary: null,
	place: null,
	quantities: [],
	earlierDates: [],
	dateVersions: [],
	previous: '',
	followsFrom: '',
	arisesFrom: '',
	partOf: '',
	atEvent: '',
	ordinal: -1
};
