import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readTree, ROOT } from '../support/source-tree.ts';
import { seedIds, seedMentions } from './seed-mentions.ts';

test('no product code names a record of the seeds', () => {
	const files = readdirSync(join(ROOT, 'seeds')).filter((name) => name.endsWith('.jsonl'));
	const ids = seedIds(files.map((name) => readFileSync(join(ROOT, 'seeds', name), 'utf8')).join('\n'));
	expect(ids.size).toBeGreaterThan(20);
	// The examples of the API's description are those of the README: records everyone has.
	const product = readTree('src').filter(({ path }) => !path.startsWith('src/routes/api/openapi/'));
	expect(seedMentions(product, ids)).toEqual([]);
});

describe('the checker', () => {
	const ids = seedIds('{"record":"wg-5","fields":{}}\n{"kind":"claims","claims":[{"record":"iran"},{"record":"b2b-2025"}]}\n');
	const mentions = (text: string, path = 'src/lib/domain/a.ts') => seedMentions([{ path, text }], ids);

	test('reads ids at any depth', () => {
		expect([...ids]).toEqual(['wg-5', 'iran', 'b2b-2025']);
	});

	test.each([
		['a string', "export const a = 'wg-5';", 'src/lib/domain/a.ts'],
		['an address', "export const a = '/events/wg-5?lang=fa';", 'src/lib/domain/a.ts'],
		['a template', 'export const a = (x: string) => `${x}/b2b-2025`;', 'src/lib/domain/a.ts'],
		['a plain word as a text of its own', "export const a = 'iran';", 'src/lib/domain/a.ts'],
		['the markup of a component', '<a href="/events/wg-5">x</a>', 'src/lib/ui/A.svelte'],
		['an attribute of a component', '<A id="iran" />', 'src/lib/ui/A.svelte']
	])('sees %s', (_, text, path) => {
		expect(mentions(text, path)).toHaveLength(1);
	});

	test.each([
		['a longer id', "export const a = 'wg-55 and my-wg-5';"],
		['a plain word among others', "export const a = 'tracks of iran';"],
		['a comment', '/** Such as `wg-5`. */ export const a = 1;']
	])('lets pass %s', (_, text) => {
		expect(mentions(text)).toEqual([]);
	});
});
