import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeColumns, encodeColumns, encodeColumnsInChunks, leaveBytes } from '#lib/columns/binary.ts';
import { daysOf, daysSection } from '#lib/columns/binary-days.ts';
import { integerSection, integersOf, type FoundSection, type Section } from '#lib/columns/binary-sections.ts';
import { columnsFromRecords } from '#lib/columns/from-records.ts';
import { createColumnsBuilder } from '#lib/columns/build.ts';
import { patchColumns } from '#lib/columns/patch.ts';
import { valuesOf } from '#lib/columns/row.ts';
import { columnsFromParts, columnsToParts } from '#lib/columns/share.ts';
import { columnsOf, content, idsOf } from './content.ts';
import { body, RUNS, title, world } from './records.ts';

/** A section as a reader meets it. */
function found(section: Section): FoundSection {
	const bytes = new Uint8Array(section.parts.reduce((sum, { length }) => sum + length, 0));
	let at = 0;
	for (const part of section.parts) {
		bytes.set(part, at);
		at += part.length;
	}
	const { form, count, bias } = section;
	return { buffer: bytes.buffer, form, count, bias, at: 0, bytes: bytes.length };
}

describe('binary columns', () => {
	test('a set comes back row by row, gone rows and waiting links too, without its words', () => {
		fc.assert(
			fc.property(world, fc.subarray(['e-0', 'a-1', 'f-0']), (records, removed) => {
				const set = patchColumns(columnsFromRecords(records, 6), [], removed, 7);
				const back = decodeColumns(encodeColumns(set));
				expect(idsOf(back)).toEqual(idsOf(set));
				for (let row = 0; row < set.count; row++) expect(columnsOf(back, row)).toEqual(columnsOf(set, row));
				expect([back.seq, back.names, back.spellings, back.published, back.places]).toEqual([
					set.seq,
					set.names,
					set.spellings,
					set.published,
					set.places
				]);
				expect(back.words.complete).toBe(false);
			}),
			RUNS
		);
	});

	test('a decoded set is patched like any other', () => {
		const set = decodeColumns(encodeColumns(columnsFromRecords([body('e', 'event'), body('f', 'event')], 1)));
		const next = patchColumns(set, [body('g', 'event', { title: title({ en: 'G' }) }), body('e', 'agreement')], [], 2);
		expect(idsOf(next)).toEqual(['e', 'f', 'g']);
		expect([...next.kind]).toEqual([1, 0, 0]);
		expect([...set.kind]).toEqual([0, 0]);
	});

	test('lists are read as narrow as they were written, and widen when a patch brings more values', () => {
		const sources = (from: number, to: number) => Array.from({ length: to - from }, (_, at) => `s${from + at}`);
		const records = [body('e', 'event', {}, { sources: sources(0, 250) }), body('f', 'event', {}, { sources: ['s3', 's1'] })];
		const set = decodeColumns(encodeColumns(columnsFromRecords(records, 1)));
		expect(set.sources.codes).toBeInstanceOf(Uint8Array);
		const next = patchColumns(set, [body('g', 'event', {}, { sources: sources(240, 280) })], [], 2);
		expect([0, 1, 2].map((row) => valuesOf(next.sources, row))).toEqual([sources(0, 250), ['s3', 's1'], sources(240, 280)]);
		expect(valuesOf(set.sources, 1)).toEqual(['s3', 's1']);
	});

	const bytes = encodeColumns(columnsFromRecords([body('e', 'event', { title: title({ en: 'E' }) })], 3));
	const changed = (at: number, value: number) => Uint8Array.from(bytes, (byte, index) => (index === at ? value : byte));

	test('a set that has left its bytes reads as before, what was read and what was not, and needs them no more', () => {
		fc.assert(
			fc.property(world, fc.boolean(), (records, read) => {
				const set = columnsFromRecords(records, 6);
				const encoded = encodeColumns(set);
				const back = decodeColumns(encoded);
				if (read) void [back.actors, back.previous];
				expect(leaveBytes(back)).toBe(encoded.buffer);
				expect(leaveBytes(back)).toBeNull();
				encoded.fill(0);
				expect(idsOf(back)).toEqual(idsOf(set));
				for (let row = 0; row < set.count; row++) expect(columnsOf(back, row)).toEqual(columnsOf(set, row));
				expect(back.otherDates).toEqual(set.otherDates);
			}),
			RUNS
		);
	});

	test('chunks are read as one, wherever they are cut', () => {
		expect(Buffer.concat([...encodeColumnsInChunks(decodeColumns(bytes))])).toEqual(Buffer.from(bytes));
		for (let cut = 0; cut <= bytes.length; cut += 7) expect(idsOf(decodeColumns([bytes.slice(0, cut), bytes.slice(cut)]))).toEqual(['e']);
	});

	test('bytes that do not lie on a border of eight are read all the same', () => {
		const shifted = new Uint8Array(bytes.length + 3);
		shifted.set(bytes, 3);
		expect(idsOf(decodeColumns(shifted.subarray(3)))).toEqual(['e']);
	});

	test('what is not columns, of another version or cut short is refused', () => {
		expect(() => decodeColumns(changed(0, 0))).toThrow(new RangeError('these bytes are not columns'));
		expect(() => decodeColumns(new Uint8Array(4))).toThrow(RangeError);
		expect(() => decodeColumns(changed(4, 99))).toThrow(/unknown version of binary columns: 99/);
		for (let length = 16; length < bytes.length; length += 8)
			expect(() => decodeColumns(bytes.slice(0, length))).toThrow(new RangeError('columns are cut short'));
	});

	test('a section it does not know is passed over', () => {
		const extra = new Uint8Array(bytes.length + 40);
		extra.set(bytes.subarray(0, 16));
		const head = new DataView(extra.buffer, 16);
		head.setUint32(0, 9999, true);
		head.setFloat64(16, 5, true);
		extra.set(bytes.subarray(16), 56);
		expect(idsOf(decodeColumns(extra))).toEqual(['e']);
	});
});

describe('sections', () => {
	const integer = fc.oneof(fc.integer({ min: -1, max: 3 }), fc.integer({ min: -1, max: 300 }), fc.integer({ min: -1, max: 2 ** 31 - 1 }));

	test('whole numbers come back, however many bytes they need', () => {
		const lists = fc.oneof(
			fc.array(integer),
			fc.array(fc.integer({ min: -1, max: 300 }), { maxLength: 60 }),
			fc.array(fc.constantFrom(-1, -1, -1, -1, -1, -1, -1, 70_000), { minLength: 60, maxLength: 200 })
		);
		fc.assert(
			fc.property(lists, (values) => {
				const section = found(integerSection(1, Int32Array.from(values)));
				expect([...integersOf(Int32Array, section)]).toEqual(values);
			}),
			RUNS
		);
	});

	test('days come back: whole, with a time of day, unknown, open and far away, from a base or not', () => {
		const moment = fc.oneof(
			{ weight: 20, arbitrary: fc.integer({ min: 18_000, max: 21_000 }) },
			{ weight: 1, arbitrary: fc.constantFrom(NaN, Infinity, -Infinity, -800_000, 18_000.25, 4e9) }
		);
		fc.assert(
			fc.property(fc.array(fc.tuple(moment, moment), { maxLength: 60 }), (pairs) => {
				const base = Float64Array.from(pairs, ([start]) => start);
				const moments = Float64Array.from(pairs, ([, end]) => end);
				for (const from of [null, base]) {
					const section = found(daysSection(1, moments, from));
					expect([...daysOf(section, from)]).toEqual([...moments]);
				}
			}),
			RUNS
		);
	});

	test('a section that is shorter than it says is refused', () => {
		const section = found(integerSection(1, Int32Array.of(1, 200, 3)));
		expect(() => integersOf(Int32Array, { ...section, count: 9 })).toThrow(RangeError);
		expect(() => daysOf({ buffer: new ArrayBuffer(8), form: 6, count: 2, bias: 0, at: 0, bytes: 8 }, null)).toThrow(RangeError);
	});
});

describe('shared columns', () => {
	test('a set on shared memory crosses to another thread without its words, and reads the same there', () => {
		fc.assert(
			fc.property(world, (records) => {
				const builder = createColumnsBuilder({ words: 'none', shared: true });
				for (const record of records) builder.add(record);
				const set = builder.finish(3);
				const parts = structuredClone(columnsToParts(set));
				expect(set.earliestStart.buffer).toBeInstanceOf(SharedArrayBuffer);
				expect(parts.id.bytes.buffer).toBeInstanceOf(SharedArrayBuffer);
				expect(content(columnsFromParts(parts))).toEqual(content(set));
			}),
			{ ...RUNS, numRuns: 30 }
		);
	});
});
