import { describe, expect, test } from 'vitest';
import type { Mapping } from '#lib/formats/foreign.ts';
import { messages as arMessages } from '#lib/language/messages/ar-transfer.ts';
import { messages as enMessages } from '#lib/language/messages/en-transfer.ts';
import { messages as faMessages } from '#lib/language/messages/fa-transfer.ts';
import { messages as ruMessages } from '#lib/language/messages/ru-transfer.ts';
import { sizeInWords } from '../../../src/routes/import/parts/size-in-words.ts';
import { choicesIn, choicesOf, mappingOf, openIn } from '../../../src/routes/import/mapping-form.ts';
import { asSentence, withoutCommand } from '../../../src/routes/import/parts/on-page.ts';

const COLUMNS = ['title', 'begin', 'end'];
const MAPPING: Mapping = {
	version: 1,
	kind: 'event',
	language: 'en',
	columns: {
		title: { to: 'title' },
		begin: { to: 'date', role: 'start', reading: { order: 'dmy', calendar: 'gregorian' } },
		end: { to: 'date', role: 'end', reading: { order: 'iso', calendar: 'persian' } }
	}
};

function formOf(fields: Readonly<Record<string, string>>): FormData {
	const form = new FormData();
	for (const [name, value] of Object.entries(fields)) form.set(name, value);
	return form;
}

describe('the form of columns', () => {
	test('leaves an order and a calendar open that the file leaves open, whatever the mapping takes for likely', () => {
		const choices = choicesOf(COLUMNS, MAPPING, [
			{ about: 'date-order', column: 'begin', required: true },
			{ about: 'calendar', column: 'end', required: true }
		]);
		expect(choices.map(openIn)).toEqual([[], ['date-order'], ['calendar']]);
		expect(choices[1]).toMatchObject({ order: '', calendar: 'gregorian' });
		expect(choices[2]).toMatchObject({ order: 'iso', calendar: '' });
		expect(choicesOf(COLUMNS, MAPPING, []).flatMap(openIn)).toEqual([]);
	});

	test('keeps what was said of the other columns while one is still asked about', () => {
		const form = formOf({
			'to.0': 'date',
			'to.1': 'start',
			'order.1': 'mdy',
			'calendar.1': 'gregorian',
			'to.2': 'end',
			'order.2': 'iso',
			'calendar.2': ''
		});
		const said = choicesIn(form, COLUMNS);
		expect(said.map(openIn)).toEqual([['date-order'], [], ['calendar']]);
		expect(said[1]).toMatchObject({ meaning: 'start', order: 'mdy' });
		expect(mappingOf(form, COLUMNS, said, MAPPING).columns).toEqual({
			begin: { to: 'date', role: 'start', reading: { order: 'mdy', calendar: 'gregorian' } }
		});
	});
});

describe.each([
	['ar', arMessages],
	['en', enMessages],
	['fa', faMessages],
	['ru', ruMessages]
] as const)('sentences on the page in %s', (_, messages) => {
	test.each(['problem-no-key', 'problem-same-file', 'refused-too-many-refused', 'refused-cells-do'] as const)(
		'%s says nothing of the command line, and all else it says',
		(key) => {
			const whole = messages[`import.${key}`];
			const shown = withoutCommand(whole);
			expect(whole).toContain('--');
			expect(shown).not.toMatch(/--|npm|[()]/u);
			expect(shown.length).toBeGreaterThan(whole.length / 2);
		}
	);
});

test('a fragment that stands by itself becomes a sentence, and a sentence stays one', () => {
	expect(asSentence('the same bytes are in already')).toBe('The same bytes are in already.');
	expect(asSentence('همین بایت‌ها آمده‌اند')).toBe('همین بایت‌ها آمده‌اند.');
	expect(asSentence('Is it?')).toBe('Is it?');
});

test('a size is said in words and digits of the language', () => {
	expect(sizeInWords(484, 'en')).toBe('484 bytes');
	expect(sizeInWords(2_500, 'fa').replaceAll(/[\u200e\u200f]/g, '')).toBe('۲٫۵ کیلوبایت');
});
