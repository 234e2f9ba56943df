import type { Text } from '#lib/domain/text.ts';
import { daysOf, daysSection } from './binary-days.ts';
import { bytesOf, FORM, HEADER_BYTES, integerSection, integersOf, MAGIC, SECTION_BYTES, VERSION } from './binary-sections.ts';
import type { FoundSection, Section } from './binary-sections.ts';
import type { CodedListColumn, Codes, ColumnSet, RowOrder, UnresolvedLink } from './column-set.ts';
import { statedFromTexts, statedToTexts, type StatedText } from './known-order.ts';
import { Ids, idsOf } from './id-column.ts';
import { allocate, copied, type NumbersOf } from './memory.ts';
import { EDGES, LINKS, LISTS } from './row.ts';
import { createWordsCache } from './words.ts';

/** Numbers of sections; never given again. 0 ends the columns. */
const END = 0;
const TEXTS = 1;
const ID_BYTES = 2;
const ID_LENGTHS = 3;
const OTHER_ROWS = 4;
const OTHER_START = 5;
const OTHER_END = 6;
/** Few, and copied when they are read. */
const OTHERS: readonly number[] = [OTHER_ROWS, OTHER_START, OTHER_END];
const INTEGERS = { kind: 10, planned: 11, conflicts: 12, voices: 13, ordinal: 14 } as const;
const CODES = { subkind: 20, status: 21, track: 22, place: 23 } as const;
const FIRST_EDGE = 30;
const FIRST_LINK = 40;
/** A list has two: how many a row, and the codes. */
const FIRST_LIST = 50;

const CHUNK = 16 << 20;

interface Texts {
	readonly seq: number;
	readonly count: number;
	readonly values: Readonly<Record<string, readonly string[]>>;
	readonly places: readonly Text[];
	readonly unresolved: readonly UnresolvedLink[];
	/** Left out by those who wrote before there were any. */
	readonly orders?: readonly RowOrder[];
	readonly inParts?: readonly (readonly [number, string])[];
	readonly stated?: readonly StatedText[];
	readonly names: readonly (readonly [string, Text])[];
	readonly spellings: readonly (readonly [string, readonly string[]])[];
	readonly published: readonly (readonly [string, string])[];
}

/** A set without words as bytes: what `decodeColumns` reads. Row numbers stand, gone rows too. */
export function encodeColumns(set: ColumnSet): Uint8Array<ArrayBuffer> {
	return joined([...partsOf(set)]);
}

/** The same bytes, so many at a time, made as they are asked for: for a store that keeps blobs, and for answers that stream. */
export function* encodeColumnsInChunks(set: ColumnSet, chunk = CHUNK): Generator<Uint8Array<ArrayBuffer>> {
	let pending: Uint8Array[] = [];
	let size = 0;
	for (const part of partsOf(set)) {
		for (let from = 0; from < part.length;) {
			const share = part.subarray(from, from + chunk - size);
			pending.push(share);
			from += share.length;
			size += share.length;
			if (size < chunk) continue;
			yield joined(pending);
			pending = [];
			size = 0;
		}
	}
	if (size) yield joined(pending);
}

/**
 * The set that was encoded, in one piece or in chunks in their order. Its words are an empty cache; columns are views of
 * the bytes where they can be, so the bytes must not change; lists and links are read when first asked for.
 * @throws RangeError naming what is wrong: not columns, an unknown version, cut short, damaged.
 */
export function decodeColumns(encoded: Uint8Array | readonly Uint8Array[]): ColumnSet {
	const chunks = encoded instanceof Uint8Array ? [encoded] : encoded;
	const bytes = chunks.length === 1 && chunks[0]!.byteOffset % 8 === 0 ? chunks[0]! : joined(chunks);
	const sections = findSections(bytes);
	const section = (id: number): FoundSection => {
		const found = sections.get(id);
		if (!found) throw new RangeError(`columns are damaged: section ${id} is missing`);
		return found;
	};
	const bytesIn = (id: number) => new Uint8Array(section(id).buffer, section(id).at, section(id).bytes);
	const texts = JSON.parse(new TextDecoder().decode(bytesIn(TEXTS).slice())) as Texts;
	const { seq, count, values } = texts;
	const integers = <T extends Uint8Array | Uint16Array | Uint32Array | Int32Array>(of: NumbersOf<T>, id: number): T => {
		if (section(id).count !== count) throw new RangeError(`columns are damaged: section ${id} is not of ${count} rows`);
		return integersOf(of, section(id));
	};
	const coded = (name: keyof typeof CODES) => ({ values: values[name] ?? [], codes: integers(Int32Array, CODES[name]) });
	const offsets = (id: number) => offsetsOf(section(id), count);
	const floats = (id: number) => copied(new Float64Array(section(id).buffer, section(id).at, section(id).count));
	/** Sections that nobody has read yet. */
	const unread = new Set<number>();
	const once = <T>(ids: readonly number[], make: () => T): (() => T) => {
		let made: T | undefined;
		for (const id of ids) unread.add(id);
		return () => {
			if (made !== undefined) return made;
			made = make();
			for (const id of ids) unread.delete(id);
			return made;
		};
	};
	const lists = LISTS.map((name, index) =>
		once([FIRST_LIST + index * 2, FIRST_LIST + index * 2 + 1], (): CodedListColumn => ({
			values: values[name] ?? [],
			offsets: offsets(FIRST_LIST + index * 2),
			codes: codesOf(section(FIRST_LIST + index * 2 + 1))
		}))
	);
	for (let id = FIRST_LINK; id < FIRST_LINK + LINKS.length; id++) section(id);
	for (let id = FIRST_LIST; id < FIRST_LIST + LISTS.length * 2; id++) section(id);
	const earliestStart = daysOf(section(FIRST_EDGE), null);
	const [latestStart, earliestEnd, latestEnd] = EDGES.slice(1).map((_, index) => daysOf(section(FIRST_EDGE + 1 + index), earliestStart));
	const links = LINKS.map((_, index) => once([FIRST_LINK + index], () => integers(Int32Array, FIRST_LINK + index)));
	const ordinal = once([INTEGERS.ordinal], () => integers(Int32Array, INTEGERS.ordinal));
	const ids = new Ids(bytesIn(ID_BYTES), offsets(ID_LENGTHS));
	const set: ColumnSet = {
		seq,
		count,
		id: ids,
		kind: copied(integers(Uint8Array, INTEGERS.kind)),
		subkind: coded('subkind'),
		status: coded('status'),
		earliestStart,
		latestStart: latestStart!,
		earliestEnd: earliestEnd!,
		latestEnd: latestEnd!,
		inParts: new Map(texts.inParts),
		otherDates: { rows: copied(integersOf(Uint32Array, section(OTHER_ROWS))), start: floats(OTHER_START), end: floats(OTHER_END) },
		planned: copied(integers(Uint8Array, INTEGERS.planned)),
		conflicts: integers(Uint16Array, INTEGERS.conflicts),
		voices: integers(Uint16Array, INTEGERS.voices),
		track: coded('track'),
		place: coded('place'),
		places: texts.places,
		get topics() {
			return lists[0]!();
		},
		get actors() {
			return lists[1]!();
		},
		get sources() {
			return lists[2]!();
		},
		get stages() {
			return lists[3]!();
		},
		get previous() {
			return links[0]!();
		},
		get followsFrom() {
			return links[1]!();
		},
		get arisesFrom() {
			return links[2]!();
		},
		get partOf() {
			return links[3]!();
		},
		get atEvent() {
			return links[4]!();
		},
		unresolved: texts.unresolved,
		orders: texts.orders ?? [],
		stated: statedFromTexts(texts.stated ?? []),
		get ordinal() {
			return ordinal();
		},
		names: new Map(texts.names),
		spellings: new Map(texts.spellings),
		published: new Map(texts.published),
		words: createWordsCache()
	};
	releases.set(set, () => {
		ids.leaveBytes();
		const { buffer } = section(TEXTS);
		const isViewed = [...sections].some(
			([id, { form }]) => !unread.has(id) && !OTHERS.includes(id) && (form === FORM.plain32 || form === FORM.float64)
		);
		for (const [id, found] of sections) {
			if (!unread.has(id)) sections.delete(id);
			else sections.set(id, { ...found, buffer: found.buffer.slice(found.at, found.at + found.bytes), at: 0 });
		}
		return isViewed ? null : buffer;
	});
	return set;
}

const releases = new WeakMap<ColumnSet, () => ArrayBufferLike | null>();

/**
 * Lets go of the bytes a set was read from, for pages that keep it long: most of its columns have been unpacked from them, and what
 * nobody has read yet is copied out. The set answers as before.
 * @returns the bytes' memory; null where something is still a view of them, or there were none
 */
export function leaveBytes(set: ColumnSet): ArrayBufferLike | null {
	const left = releases.get(set)?.() ?? null;
	releases.delete(set);
	return left;
}

function* partsOf(set: ColumnSet): Generator<Uint8Array> {
	const header = new DataView(new ArrayBuffer(HEADER_BYTES));
	header.setUint32(0, MAGIC, true);
	header.setUint32(4, VERSION, true);
	yield new Uint8Array(header.buffer);
	for (const section of sectionsOf(set)) {
		const bytes = section.parts.reduce((sum, part) => sum + part.length, 0);
		const head = new DataView(new ArrayBuffer(SECTION_BYTES));
		head.setUint32(0, section.id, true);
		head.setUint32(4, section.form, true);
		head.setUint32(8, section.count, true);
		head.setFloat64(16, bytes, true);
		head.setFloat64(24, section.bias, true);
		yield new Uint8Array(head.buffer);
		yield* section.parts;
		yield new Uint8Array(-bytes & 7);
	}
}

function* sectionsOf(set: ColumnSet): Generator<Section> {
	const raw = (id: number, count: number, form: Section['form'], bytes: Uint8Array): Section => ({
		id,
		form,
		count,
		bias: 0,
		parts: [bytes]
	});
	yield raw(TEXTS, 1, FORM.bytes, textsOf(set));
	const ids = idsOf(set.id, set.count);
	const idBytes = ids.bytes.subarray(0, ids.offsets[set.count]);
	yield raw(ID_BYTES, idBytes.length, FORM.bytes, idBytes);
	yield integerSection(ID_LENGTHS, lengthsOf(ids.offsets));
	for (const name of Object.keys(INTEGERS) as (keyof typeof INTEGERS)[]) yield integerSection(INTEGERS[name], set[name]);
	for (const name of Object.keys(CODES) as (keyof typeof CODES)[]) yield integerSection(CODES[name], set[name].codes);
	for (const [index, edge] of EDGES.entries()) yield daysSection(FIRST_EDGE + index, set[edge], index === 0 ? null : set.earliestStart);
	for (const [index, link] of LINKS.entries()) yield integerSection(FIRST_LINK + index, set[link]);
	for (const [index, list] of LISTS.entries()) {
		yield integerSection(FIRST_LIST + index * 2, lengthsOf(set[list].offsets));
		yield integerSection(FIRST_LIST + index * 2 + 1, set[list].codes);
	}
	const { rows, start, end } = set.otherDates;
	yield integerSection(OTHER_ROWS, rows);
	yield raw(OTHER_START, start.length, FORM.float64, bytesOf(start));
	yield raw(OTHER_END, end.length, FORM.float64, bytesOf(end));
	yield { id: END, form: FORM.bytes, count: 0, bias: 0, parts: [] };
}

function textsOf(set: ColumnSet): Uint8Array {
	const named = [...(Object.keys(CODES) as (keyof typeof CODES)[]), ...LISTS];
	const texts: Texts = {
		seq: set.seq,
		count: set.count,
		values: Object.fromEntries(named.map((name) => [name, set[name].values])),
		places: set.places,
		unresolved: set.unresolved,
		...(set.inParts.size > 0 && { inParts: [...set.inParts] }),
		...(set.orders.length > 0 && { orders: set.orders, stated: statedToTexts(set.stated) }),
		names: [...set.names],
		spellings: [...set.spellings],
		published: [...set.published]
	};
	return new TextEncoder().encode(JSON.stringify(texts));
}

function findSections(bytes: Uint8Array): Map<number, FoundSection> {
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	if (bytes.length < HEADER_BYTES || view.getUint32(0, true) !== MAGIC) throw new RangeError('these bytes are not columns');
	const version = view.getUint32(4, true);
	if (version !== VERSION) throw new RangeError(`unknown version of binary columns: ${version}`);
	const sections = new Map<number, FoundSection>();
	for (let at = HEADER_BYTES; ;) {
		if (at + SECTION_BYTES > bytes.length) throw new RangeError('columns are cut short');
		const id = view.getUint32(at, true);
		if (id === END) return sections;
		const length = view.getFloat64(at + 16, true);
		const from = at + SECTION_BYTES;
		if (!(length >= 0 && from + length <= bytes.length)) throw new RangeError('columns are cut short');
		sections.set(id, {
			buffer: bytes.buffer,
			form: view.getUint32(at + 4, true),
			count: view.getUint32(at + 8, true),
			bias: view.getFloat64(at + 24, true),
			at: bytes.byteOffset + from,
			bytes: length
		});
		at = from + length + (-length & 7);
	}
}

function lengthsOf(offsets: Uint32Array): Uint32Array {
	const lengths = new Uint32Array(offsets.length - 1);
	for (let row = 0; row < lengths.length; row++) lengths[row] = offsets[row + 1]! - offsets[row]!;
	return lengths;
}

/** Codes as wide as they were written. */
function codesOf(found: FoundSection): Codes {
	if (found.bias !== 0) return integersOf(Uint32Array, found);
	if (found.form === FORM.narrow8) return copied(integersOf(Uint8Array, found));
	return found.form === FORM.narrow16 ? integersOf(Uint16Array, found) : integersOf(Uint32Array, found);
}

/** Lengths summed up, without a column of lengths in between. */
function offsetsOf(found: FoundSection, count: number): Uint32Array {
	if (found.count !== count) throw new RangeError(`columns are damaged: lengths are not of ${count} rows`);
	const offsets = allocate(Uint32Array, count + 1);
	const lengths = found.form === FORM.narrow8 ? integersOf(Uint8Array, { ...found, bias: 0 }) : integersOf(Uint32Array, found);
	sumUp(lengths, offsets, found.form === FORM.narrow8 ? found.bias : 0);
	return offsets;
}

function sumUp(lengths: Uint8Array | Uint32Array, offsets: Uint32Array, bias: number): void {
	let end = 0;
	for (let row = 0; row < lengths.length; row++) offsets[row + 1] = end += lengths[row]! + bias;
}

function joined(chunks: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
	const bytes = new Uint8Array(chunks.reduce((sum, { length }) => sum + length, 0));
	let at = 0;
	for (const chunk of chunks) {
		bytes.set(chunk, at);
		at += chunk.length;
	}
	return bytes;
}
