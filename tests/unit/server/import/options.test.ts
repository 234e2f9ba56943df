import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { messages as words } from '#lib/language/messages/en-transfer.ts';
import { createTranslate } from '#lib/language/translate.ts';
import { questionText } from '#lib/server/transfer/import/question-text.ts';
import { refusalText } from '#lib/server/transfer/import/report-text.ts';
import { csv, EVENTS, KEYLESS, openBench, type Bench } from './import-files.ts';

let bench: Bench;
beforeEach(() => (bench = openBench()));
afterEach(() => bench.end());

const means = { t: createTranslate('en', words), known: new Set(Object.keys(words)), language: 'en' } as const;
const MIXED =
	'Title,Date\nAlpha talks,to be said\nBeta talks,05/05/2025\nGamma talks,06/06/2025\nDelta talks,01/02/2025\nEta talks,03/04/2025\n';
const CALENDAR = [
	'BEGIN:VCALENDAR',
	'VERSION:2.0',
	'PRODID:x',
	'BEGIN:VEVENT',
	'UID:1',
	'DTSTART;VALUE=DATE:20250101',
	'SUMMARY:Talks',
	'END:VEVENT',
	'END:VCALENDAR',
	''
].join('\r\n');

describe('an option', () => {
	test('answers the question it is for: --order says which of day and month comes first', async () => {
		const asked = await bench.take('mixed.csv', MIXED);
		if (asked.type !== 'refused') throw new Error(asked.type);
		expect(asked.refusal.questions).toMatchObject([{ about: 'date-order', column: 'Date' }]);
		expect(questionText(asked.refusal, means).join('\n')).toContain('--order dmy');
		// The cells that decide are shown before those that every answer, or none, reads alike.
		expect(asked.refusal.questions?.[0]?.cells?.slice(0, 2)).toEqual(['01/02/2025', '03/04/2025']);
		const said = await bench.done('mixed.csv', MIXED, { read: { order: 'mdy' }, acceptRefused: true });
		expect(said).toMatchObject({ outcome: 'committed', records: { fresh: 5 } });
		const dates: unknown[] = [];
		for await (const { fields } of (await bench.store()).records({ kind: 'event' })) dates.push(JSON.stringify(fields['date'] ?? null));
		expect(dates.join()).toContain('"2025-01-02"');
	});

	test('that says nothing about files of that format is refused, and not passed over', async () => {
		const sheet = await bench.take('mixed.csv', MIXED, { read: { sheet: 'Nope', order: 'dmy' }, strict: true });
		expect(sheet).toMatchObject({ type: 'refused', refusal: { code: 'option-not-for-format', args: { option: 'sheet' } } });
		const order = await bench.take('a.ics', CALENDAR, { read: { order: 'dmy' }, strict: true });
		if (order.type !== 'refused') throw new Error(order.type);
		expect(refusalText(order.refusal, 'a.ics', means).join('\n')).toContain('--order says nothing about a file of this format (iCalendar)');
		expect(await bench.take('a.ics', CALENDAR, { strict: true })).toMatchObject({ type: 'done' });
		const both = await bench.take('e.csv', csv('1,A,01/05/2024,,,'), { read: { mapping: EVENTS, order: 'mdy' }, strict: true });
		expect(both).toMatchObject({ type: 'refused', refusal: { code: 'option-in-mapping' } });
	});

	test('names the key of the rows, so that a changed row is told as changed', async () => {
		const first = 'Event,Date,Note\nAlpha talks,2025-01-01,x\nBeta talks,2025-02-01,y\nGamma talks,2025-03-01,z\n';
		const second = first.replace('2025-02-01', '2025-02-15').replace('2025-03-01', '2025-03-15');
		await bench.done('e.csv', first, { read: { key: 'Event' } });
		expect(await bench.done('e.csv', second)).toMatchObject({ records: { fresh: 0, changed: 2, same: 1, gone: 0 }, odd: [] });
		const none = await bench.take('e.csv', second, { read: { key: 'Nope' } });
		expect(none).toMatchObject({ type: 'refused', refusal: { code: 'no-such-column', args: { known: 'Event, Date, Note' } } });
	});
});

test('an edition of a source without a key says that a changed row is told as new and gone, and which columns could be one', async () => {
	const first = ['1,First,01/05/2024,,,', '2,Second,02/06/2024,,,', '3,Third,03/07/2024,,,'];
	const keyless = { read: { mapping: KEYLESS } };
	expect((await bench.done('e.csv', csv(...first), keyless)).odd).toEqual([]);
	const changed = await bench.done('e.csv', csv(first[0] ?? '', '2,Second,09/06/2024,,,', '3,Third,03/07/2024,,,'), keyless);
	expect(changed).toMatchObject({ records: { fresh: 1, changed: 0, same: 2, gone: 1 } });
	expect(changed.odd).toMatchObject([{ code: 'no-key', args: { name: 'id, title' } }]);
});

describe('a refusal is a sentence', () => {
	const sentence = async (outcome: Awaited<ReturnType<Bench['take']>>) =>
		outcome.type === 'refused' ? refusalText(outcome.refusal, 'e.csv', means).join('\n') : JSON.stringify(outcome);

	test('about an encoding nobody knows', async () => {
		expect(await sentence(await bench.take('e.csv', csv('1,A,01/05/2024,,,'), { read: { encoding: 'klingon' } }))).toMatch(
			/“klingon” is not known. It is one of utf-8/u
		);
	});

	test('about a database that is no store', async () => {
		writeFileSync(join(bench.folder, 'none.db'), 'no database at all, only some words that fill a page or so');
		const text = await sentence(await bench.take('e.csv', csv('1,A,01/05/2024,,,'), { db: `sqlite:${join(bench.folder, 'none.db')}` }));
		expect(text).toMatch(/none\.db is no store of Accordline.*--db/u);
		expect(text).not.toContain('{');
	});

	test('about an undo that was asked for twice', async () => {
		await bench.done('e.csv', csv('1,A,01/05/2024,,,'), { read: { mapping: EVENTS } });
		expect((await bench.undo(1)).type).toBe('done');
		expect(await sentence(await bench.undo(1))).toMatch(/undone already/u);
	});

	test('of the command, about a folder, an order or an encoding, with exit code 1', () => {
		mkdirSync(join(bench.folder, 'files'));
		writeFileSync(join(bench.folder, 'e.csv'), csv('1,A,01/05/2024,,,'));
		const root = resolve('.');
		const run = (...args: string[]) =>
			spawnSync(process.execPath, [join(root, 'src/cli/import.ts'), ...args, '--db', bench.db], { cwd: bench.folder, encoding: 'utf8' });
		for (const [args, says] of [
			[['files'], /^files is no file\./u],
			[['e.csv', '--order', 'year'], /^--order "year" is not known/u],
			[['e.csv', '--encoding', 'klingon'], /^--encoding "klingon" is not known/u]
		] as const) {
			const { status, stderr } = run(...args);
			expect(status, stderr).toBe(1);
			expect(stderr).toMatch(says);
			expect(stderr.trim().split('\n')).toHaveLength(1);
		}
	});
});

describe('a row with too few or too many cells', () => {
	const text = csv('1,First,01/05/2024,,,', '2,Second,02/06/2024', '3,Third,03/07/2024,,,', '4,Fourth,04/07/2024,,,,more');

	test('refuses the file, which says what to do', async () => {
		const outcome = await bench.take('e.csv', text, { read: { mapping: EVENTS } });
		if (outcome.type !== 'refused') throw new Error(outcome.type);
		expect(outcome.refusal.problem).toMatchObject({ code: 'cells-too-few', place: { row: 3 } });
		expect(refusalText(outcome.refusal, 'e.csv', means).join('\n')).toContain('--accept-refused');
	});

	test('is left out and named where that is wanted', async () => {
		const report = await bench.done('e.csv', text, { read: { mapping: EVENTS }, acceptRefused: true });
		expect(report).toMatchObject({ rows: 4, records: { fresh: 2 }, rowsRefused: 2 });
		expect(report.refused).toMatchObject([
			{ code: 'cells-too-few', reach: 'row', place: { row: 3 } },
			{ code: 'cells-too-many', reach: 'row', place: { row: 5 } }
		]);
	});
});

test('lines of delimiters alone are no rows', async () => {
	const report = await bench.done('e.csv', csv('1,First,01/05/2024,,,', ',,,,,', ' , ,,,,', ',,'), { read: { mapping: EVENTS } });
	expect(report).toMatchObject({ rows: 1, rowsRefused: 0, refused: [], odd: [], records: { fresh: 1 } });
});
