import { describe, expect, test } from 'vitest';
import { readTree } from '../support/source-tree.ts';
import { purityBreaches } from './purity.ts';
import { isPure } from './rooms.ts';

const inFile = (path: string, text: string) => purityBreaches([{ path, text }]);

test('the pure rooms ask no clock, no chance, no page and no Node', () => {
	const sources = readTree('src');
	expect(sources.filter((file) => isPure(file.path)).length).toBeGreaterThan(20);
	expect(purityBreaches(sources)).toEqual([]);
});

describe('the checker', () => {
	test.each([
		['Date.now()', 'export const a = Date.now();'],
		['new Date()', 'export const a = new Date();'],
		['new Date', 'export const a = new Date;'],
		['Date()', 'export const a = Date();'],
		['Math.random()', 'export const a = Math.random();'],
		['crypto.randomUUID()', 'export const a = crypto.randomUUID();'],
		['window', 'export const a = () => window.innerWidth;'],
		['typeof document', "export const a = typeof document === 'undefined';"],
		['globalThis.document', 'export const a = globalThis.document;'],
		['document as a shorthand', 'export const a = { document };'],
		['document as a default value', 'export const a = (x = document) => x;'],
		['node:fs', "import { readFileSync } from 'node:fs'; export const a = readFileSync;"]
	])('sees %s', (_, text) => {
		expect(inFile('src/lib/filter/a.ts', text)).toHaveLength(1);
	});

	test.each([
		['a date of a number', 'export const a = (day: number) => new Date(day * 864e5);'],
		['Date.UTC', 'export const a = Date.UTC(2026, 10, 22);'],
		['a parameter of that name', 'export const a = (window: number[]) => window.length;'],
		[
			'a taken-apart parameter of that name',
			'export const a = ({ location }: { location: string }) => { const b = () => location; return b; };'
		],
		['a variable of that name', 'const document = 1; export const a = () => document;'],
		['a member of that name', 'export const a = (x: { window: number }) => x.window;'],
		['a key of that name', 'export const a = { window: 1 };'],
		['a mention in a comment', '// window, document, Date.now()\nexport const a = 1;']
	])('lets pass %s', (_, text) => {
		expect(inFile('src/lib/filter/a.ts', text)).toEqual([]);
	});

	test('names file and line', () => {
		expect(inFile('src/lib/temporal/a.ts', '\n\nexport const a = Date.now();')).toEqual(['src/lib/temporal/a.ts:3 uses Date.now']);
	});

	test.each([
		['src/lib/timeline/layout/a.ts', true],
		['src/lib/timeline/paint/svg.ts', true],
		['src/lib/timeline/paint/canvas.ts', false],
		['src/lib/timeline/interaction/a.ts', false],
		['src/lib/timeline/Timeline.svelte', false],
		['src/lib/view/view-state.ts', true],
		['src/lib/view/address.svelte.ts', false],
		['src/lib/tables/a.ts', false],
		['src/lib/server/a.ts', false],
		['src/routes/+page.ts', false]
	])('holds %s to it: %s', (path, held) => {
		expect(isPure(path)).toBe(held);
		expect(inFile(path, 'export const a = Date.now();')).toHaveLength(held ? 1 : 0);
	});
});
