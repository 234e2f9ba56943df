import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createColumnsBuilder } from '#lib/columns/build.ts';
import { columnsFromRecords } from '#lib/columns/from-records.ts';
import { filterMask } from '#lib/columns/mask.ts';
import { createTextIndexBuilder, textIndexFromParts } from '#lib/columns/text-index.ts';
import { textMask } from '#lib/columns/text-mask.ts';
import { createWordFolder } from '#lib/columns/word-folder.ts';
import { factsOf } from '#lib/filter/facts.ts';
import { NO_FILTER } from '#lib/filter/filter.ts';
import { foldedText } from '#lib/filter/text-match.ts';
import { fold, foldWords } from '#lib/language/fold.ts';
import type { RecordBody } from '#lib/domain/record.ts';
import { body, RUNS, title, WORDS, world } from './records.ts';

const question = fc
	.array(fc.constantFrom(...WORDS, 'bag', 'aghd', 'a', 'ата', 'اتص', 'خواهم', 'می', 'd', 'zz', 'memo', '٢'), { maxLength: 3 })
	.map((words) => words.join(' '));

const texts = (record: RecordBody) => {
	const { title: named, spellings, summary, place } = factsOf(record);
	return [foldedText(named, spellings), foldedText(summary), foldedText(place)];
};

describe('TextIndex', () => {
	test('finds exactly what reading every text finds', () => {
		fc.assert(
			fc.property(world, question, fc.boolean(), fc.boolean(), (records, q, folded, backwards) => {
				const set = columnsFromRecords(records, 1);
				const builder = createTextIndexBuilder({ shared: folded });
				for (const record of backwards ? records.toReversed() : records) {
					const row = set.id.rowOf(record.id);
					if (row < 0) continue;
					if (folded) builder.add(row, texts(record));
					else builder.addRecord(row, record);
				}
				const index = builder.finish();
				const slow = [...textMask(set, q)];
				expect([...index.find(set, q)]).toEqual(slow);
				expect([...textIndexFromParts(structuredClone(index.parts)).find(set, q)]).toEqual(slow);
			}),
			{ ...RUNS, numRuns: 400 }
		);
	});

	test('a row set since answers by its new texts, and one added since is found', () => {
		fc.assert(
			fc.property(world, world, question, (before, after, q) => {
				const set = columnsFromRecords(after, 2);
				const builder = createTextIndexBuilder();
				for (const record of before) if (set.id.rowOf(record.id) > 0) builder.addRecord(set.id.rowOf(record.id), record);
				const index = builder.finish();
				for (const record of after) {
					const row = set.id.rowOf(record.id);
					if (row < 0) continue;
					if (row % 2) index.setRecord(row, record);
					else index.set(row, texts(record));
				}
				expect([...index.find(set, q)]).toEqual([...textMask(set, q)]);
				expect(index.changed).toBe(set.count);
			}),
			RUNS
		);
	});

	test('rows far apart and many words to a row are kept', () => {
		const builder = createTextIndexBuilder();
		builder.add(3_000_000, ['alpha beta']);
		builder.add(5, ['alpha gamma']);
		const set = { ...columnsFromRecords([], 1), count: 3_000_001 };
		const rows = (q: string) =>
			[5, 3_000_000].filter((row) => index.find({ ...set, track: { values: [], codes: new Int32Array(0) } }, q)[row] === 1);
		const index = builder.finish();
		expect(rows('alpha')).toEqual([5, 3_000_000]);
		expect(rows('alpha bet')).toEqual([3_000_000]);
		expect(rows('lph gam')).toEqual([5]);
	});
});

describe('createWordFolder', () => {
	test('folding word by word is folding the whole, also after it has forgotten', () => {
		const letter = fc.constantFrom(...'aÉΣσς ́ ـ‌ىئؤ۵٣ёйﬁ-’. ٱلّ'.split(''), 'می‌خواهم', 'ΟΔΟΣ', '½');
		const text = fc.array(letter, { maxLength: 30 }).map((letters) => letters.join(''));
		const whole = createWordFolder((part) => fold(part).split(' ').filter(Boolean), 3);
		const both = createWordFolder(foldWords, 3);
		fc.assert(
			fc.property(text, (said) => {
				expect(whole(said).join(' ')).toBe(fold(said));
				expect(new Set(both(said))).toEqual(new Set(foldWords(said)));
			}),
			{ ...RUNS, numRuns: 500 }
		);
	});
});

describe('the text of a filter', () => {
	const set = columnsFromRecords([body('a', 'event', { title: title({ en: 'Visit' }) }), body('b', 'event')], 1);

	test('takes an answer had elsewhere before its own words; a row beyond the answer is not kept', () => {
		expect([...filterMask(set, { ...NO_FILTER, q: 'visit' })]).toEqual([2, 0]);
		expect([...filterMask(set, { ...NO_FILTER, q: 'visit' }, Uint8Array.of(0, 1))]).toEqual([0, 2]);
		expect([...filterMask(set, { ...NO_FILTER, q: 'visit' }, Uint8Array.of(1))]).toEqual([2, 0]);
	});

	test('asks nothing while there is neither an answer nor all words', () => {
		const builder = createColumnsBuilder({ words: 'none' });
		builder.add(body('a', 'event'));
		expect([...filterMask(builder.finish(1), { ...NO_FILTER, q: 'visit' })]).toEqual([2]);
	});
});
