import type { Claim } from '#lib/domain/claim.ts';
import type { ForeignPlace, ForeignRecord } from '#lib/formats/foreign.ts';
import { problemOf } from '#lib/formats/foreign-reading.ts';
import type { Store } from '../../storage/store.ts';
import type { ForeignFile, ForeignRow } from './foreign-file.ts';
import type { PastImport } from './import-list.ts';
import { NAMED_KINDS, type NameBook } from './names.ts';
import { claimOf } from './record-claim.ts';
import { keyGiven, keyOf, recordIdOf } from './record-ids.ts';
import type { ProblemBook } from './report.ts';
import { pairOf, SeenTable } from './seen-table.ts';
import { openStanding } from './standing.ts';

/** Rows compared with what stands in one go. */
const BATCH = 500;
/** Bits of a record's state: counted among the rows, something new is said of it, counted as gone, waiting in a batch. */
const [COUNTED, SAID, GONE, SPOKEN] = [1, 2, 4, 8] as const;
/** What readers of our own files call the source of facts that came without one. */
const NAMELESS = 'import';

export interface ComparisonOptions {
	readonly reading: Store;
	readonly source: string;
	readonly editions: readonly PastImport[];
	readonly file: ForeignFile;
	readonly book: ProblemBook;
	readonly names: NameBook;
	readonly onrows: (rows: number) => void;
}

export interface Comparison {
	/** What is to be said anew, in batches, and `about` the file series itself where it is a source. Walk it to its end before asking for anything else. */
	claims(about: readonly Claim[], signal?: AbortSignal): AsyncGenerator<readonly Claim[]>;
	/** Claims of earlier editions that this one no longer makes. */
	withdraws(): readonly string[];
	counts(): {
		readonly rows: number;
		/** Rows that say something. */
		readonly accepted: number;
		readonly rowsRefused: number;
		readonly rowsDouble: number;
		readonly fresh: number;
		readonly changed: number;
		/** Records an earlier edition spoke of, and this one speaks of again. */
		readonly had: number;
		readonly same: number;
		readonly gone: number;
		readonly said: number;
		readonly withdrawn: number;
	};
}

/** A row made ready; `claim` null: it was refused, but its record is known and keeps what it had. */
interface Prepared {
	readonly id: string;
	readonly claim: Claim | null;
	readonly row: number;
}

/**
 * Lays a file beside what the earlier editions of its series say. The file is walked once; what is remembered of a row are
 * some fifty bytes, however long it is.
 */
export async function compareEditions(options: ComparisonOptions): Promise<Comparison> {
	const { reading, source, editions, file, book, names } = options;
	const standing = await openStanding(reading, new Set(editions.map(({ seq }) => seq)));
	/** Records by their ids, with the row they were first spoken of in. */
	const records = new SeenTable();
	/** What rows say, whole. */
	const sayings = new SeenTable();
	/** How many rows were alike in all that is mapped and yet not the same. */
	const alike = new SeenTable();
	const taken: string[] = [];
	const count = { rows: 0, accepted: 0, rowsRefused: 0, rowsDouble: 0, fresh: 0, changed: 0, had: 0, gone: 0, said: 0 };
	let ours = false;
	let nameless = false;
	/** Where the last row stood that came as a problem alone: one row may have several faults, told one after the other. */
	let faulty = '';

	function isDouble(saying: string, place: ForeignPlace): boolean {
		const pair = pairOf(saying);
		const first = sayings.row(...pair);
		if (first === 0) {
			sayings.set(...pair, 1, place.row);
			return false;
		}
		count.rowsDouble++;
		book.see(problemOf(place, 'odd', 'row', 'double-row', '', { first }));
		return true;
	}

	/** A row as claims about records; none: nothing comes of it. */
	function prepare(row: ForeignRow): readonly Prepared[] {
		if ('keeps' in row) {
			// Which kind the row would have been nobody knows; of the others there is nothing to keep.
			return (['event', 'agreement', 'follow-up'] as const).map((kind) => ({
				id: recordIdOf(source, kind, keyGiven(row.keeps)),
				claim: null,
				row: 0
			}));
		}
		if ('problem' in row) {
			book.see(row.problem);
			const { reach, severity, place } = row.problem;
			const at = `${place.file}\n${place.sheet ?? ''}\n${place.row}`;
			if (reach === 'row' && severity === 'refused' && at !== faulty) {
				faulty = at;
				count.rows++;
				count.rowsRefused++;
			}
			return [];
		}
		count.rows++;
		const prepared = 'claim' in row ? prepareOwn(row.claim, row.place) : prepareRecord(row.record);
		return prepared ? [prepared] : [];
	}

	function prepareOwn(given: Claim, place: ForeignPlace): Prepared | null {
		ours = true;
		nameless ||= given.source === NAMELESS;
		const claim = given.source === NAMELESS ? { ...given, source } : given;
		if (isDouble(JSON.stringify(claim), place)) return null;
		return { id: claim.record, claim, row: place.row };
	}

	function prepareRecord(record: ForeignRecord): Prepared | null {
		const { place, kind } = record;
		const key = keyOf(record);
		let id = recordIdOf(source, kind, key);
		let refused = false;
		for (const problem of record.problems) {
			book.see(problem);
			refused ||= problem.severity === 'refused' && problem.reach === 'row';
		}
		const made = refused ? null : claimOf(record, id, source, names);
		for (const problem of made?.problems ?? []) book.see(problem);
		if (!made?.claim) {
			count.rowsRefused++;
			return record.key === null ? null : { id, claim: null, row: place.row };
		}
		const { claim } = made;
		if (isDouble(JSON.stringify([kind, key, claim.fields, claim.rest, claim.quote]), place)) return null;
		book.keep(claim.rest);
		const first = records.row(...pairOf(id));
		if (first !== 0 && record.key !== null) book.see(problemOf(place, 'odd', 'row', 'key-again', record.key, { first }));
		else if (first !== 0) {
			// Alike in all that is mapped, and yet another row: its number among such rows tells them apart.
			const pair = pairOf(`${kind}\n${key}`);
			const number = alike.row(...pair) + 1;
			alike.set(...pair, 1, number);
			id = recordIdOf(source, kind, `${key}#${number + 1}`);
		}
		return { id, claim: id === claim.record ? claim : { ...claim, record: id }, row: place.row };
	}

	/** What of these rows is to be said anew. */
	async function compare(batch: readonly Prepared[]): Promise<Claim[]> {
		const earlier = await standing.about([...new Set(batch.map(({ id }) => id))]);
		const anew: Claim[] = names.take();
		for (const { id, claim, row } of batch) {
			const pair = pairOf(id);
			const had = earlier.get(id) ?? [];
			if (claim === null && had.length === 0) continue;
			let state = records.state(...pair);
			if (!(state & COUNTED)) count[had.length > 0 ? 'had' : 'fresh']++;
			state |= COUNTED;
			const same = claim && had.find((each) => standing.sayTheSame(claim, each, ours));
			if (claim === null) for (const each of had) standing.keep(each);
			else if (same) standing.keep(same);
			else {
				if (had.length > 0 && !(state & SAID)) count.changed++;
				state |= SAID;
				anew.push(claim);
			}
			if (claim) count.accepted++;
			records.set(...pair, state, row);
		}
		count.said += anew.length;
		return anew;
	}

	async function takeBack(signal?: AbortSignal): Promise<void> {
		const isNamed = (kind: string) => kind === 'source' || (NAMED_KINDS as readonly string[]).includes(kind);
		for await (const { id, record, kind } of standing.left()) {
			signal?.throwIfAborted();
			// What a file only names stays: others may have come to speak of it.
			if (record === source || (!ours && isNamed(kind))) continue;
			taken.push(id);
			const pair = pairOf(record);
			const state = records.state(...pair);
			if (state & (SAID | GONE)) continue;
			if (state & COUNTED) count.changed++;
			else count.gone++;
			records.set(...pair, state | (state & COUNTED ? SAID : GONE), records.row(...pair));
		}
	}

	return {
		async *claims(about, signal) {
			let batch: Prepared[] = [];
			for await (const row of file.rows()) {
				for (const prepared of prepare(row)) {
					batch.push(prepared);
					// Rows of a batch must not meet their own key in it unseen.
					const pair = pairOf(prepared.id);
					if (prepared.claim && records.state(...pair) === 0) records.set(...pair, SPOKEN, prepared.row);
				}
				if (batch.length < BATCH) continue;
				signal?.throwIfAborted();
				options.onrows(count.rows);
				const anew = await compare(batch);
				batch = [];
				if (anew.length > 0) yield anew;
			}
			const anew = await compare(batch);
			if (anew.length > 0) yield anew;
			options.onrows(count.rows);
			// Our own claims bring their sources along; only what came without one is said by the file itself.
			if (about.length > 0 && count.accepted > 0 && (!ours || nameless)) {
				count.said += about.length;
				yield about;
			}
			await takeBack(signal);
		},
		withdraws: () => taken,
		counts: () => {
			return { ...count, same: count.had - count.changed, withdrawn: taken.length };
		}
	};
}
