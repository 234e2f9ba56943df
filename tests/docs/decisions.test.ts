import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ROOT } from '../support/source-tree.ts';
import { coded, read } from './markdown.ts';

const FOLDER = 'src/decisions';
const MOST_WORDS = 400;
const pages = readdirSync(join(ROOT, FOLDER)).toSorted();

test('decisions are numbered from 1 without a gap', () => {
	expect(pages.length).toBeGreaterThan(0);
	expect(pages.map((name) => name.slice(0, 5))).toEqual(pages.map((_, at) => `${String(at + 1).padStart(4, '0')}-`));
});

describe.each(pages)('%s', (name) => {
	const text = read(join(FOLDER, name));

	test('bears its number and says context, choice, what was rejected and the consequence, in this order, on one page', () => {
		expect(text).toMatch(new RegExp(`^# ${Number(name.slice(0, 4))}\\. \\S`));
		expect([...text.matchAll(/^\*\*(\w+)\.\*\* /gm)].map(([, part]) => part)).toEqual(['Context', 'Choice', 'Rejected', 'Consequence']);
		expect(text.split(/\s+/).length).toBeLessThan(MOST_WORDS);
	});

	test('names only files that are there', () => {
		for (const path of coded(text).filter((code) => /^(src|tests|\.config)\/[^A-Z]*\.\w+$/.test(code)))
			expect(existsSync(join(ROOT, path)), path).toBe(true);
	});
});
