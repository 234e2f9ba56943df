import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { RECORD_KINDS, KIND_SEGMENT } from '../../src/lib/domain/kinds.ts';
import { VARIABLES } from '../../src/lib/server/environment.ts';
import { readSeeds } from '../../src/lib/server/transfer/read-seeds.ts';
import { defaultView } from '../../src/lib/view/defaults.ts';
import { viewFromUrl } from '../../src/lib/view/from-url.ts';
import { COLUMN_FILTER_PREFIX, PARAMETERS } from '../../src/lib/view/parameters.ts';
import { readTree, ROOT } from '../support/source-tree.ts';
import { coded, plain, read, rows, section } from './markdown.ts';

const readme = read('README.md');
const DOCUMENTS = ['README.md', 'CONTRIBUTING.md', 'CHANGELOG.md', 'src/README.md', 'seeds/README.md'];
const problemsOf = (query: string) => viewFromUrl(new URLSearchParams(query), defaultView('en')).problems;

describe('environment variables', () => {
	const table = rows(section(readme, 'Configuration'));

	test('the table holds every variable, with default and meaning as the program has them, and no other', () => {
		const told = Object.entries(VARIABLES).map(([name, { default: value, meaning }]) => [name, plain(value), plain(meaning)]);
		expect(table.map((cells) => cells.map(plain))).toEqual(told);
	});

	test('the sources read no variable of ours that is not in the table', () => {
		const read = readTree('src').flatMap(({ text }) => text.match(/\bACCORDLINE_[A-Z]+\b/g) ?? []);
		expect(new Set(read).size).toBeGreaterThan(2);
		for (const name of read) expect(Object.keys(VARIABLES)).toContain(name);
	});

	test('no document names a variable of ours that does not exist', () => {
		for (const path of DOCUMENTS)
			for (const [name] of read(path).matchAll(/\bACCORDLINE_[A-Z]+\b/g)) expect(Object.keys(VARIABLES), path).toContain(name);
	});
});

describe('keys of the address', () => {
	const table = rows(section(readme, 'The address of a view'));

	test('the table holds every key, in their order, and no other', () => {
		expect(table.map(([key = '']) => plain(key))).toEqual([...PARAMETERS.map(({ key }) => key), `${COLUMN_FILTER_PREFIX}TABLE.COLUMN`]);
	});

	test('every value the table names can be read', () => {
		for (const [key = '', values = ''] of table.slice(0, -1))
			for (const value of coded(values))
				expect([key, value, problemsOf(`${plain(key)}=${encodeURIComponent(value)}`)]).toEqual([key, value, []]);
	});

	test('every address the tour and the examples give can be read', () => {
		const queries = [...readme.matchAll(/[`&/?a-z]\?([a-z][a-z.-]*=[^`"\s]+)/g)].map(([, query = '']) => query);
		const own = ['limit', 'source', 'since', 'width', 'rows', 'by', 'name', 'text', 'said', 'every', 'scale', 'card'];
		expect(queries.length).toBeGreaterThan(8);
		for (const query of queries) expect([query, problemsOf(query).filter(({ key }) => !own.includes(key))]).toEqual([query, []]);
	});

	test('every record the README selects is in the seeds', () => {
		const ids = new Set(readSeeds(join(ROOT, 'seeds')).rows.map(({ claim }) => claim.record));
		const selected = [...readme.matchAll(/(?:sel=|\/v1\/[a-z-]+\/)([a-z0-9]+(?:-[a-z0-9]+)+)/g)].map(([, id = '']) => id);
		expect(selected.length).toBeGreaterThan(2);
		for (const id of selected) expect(ids).toContain(id);
	});
});

describe('the API', () => {
	const api = section(readme, 'API');
	const described = [...api.matchAll(/^\*\*`(?:GET|POST) ([^`]+)`\*\*/gm)].map(([, address = '']) => address);
	// What answers for addresses there are none of has no paragraph of its own.
	const all = readTree('src/routes').filter(({ path }) => /routes\/(api|health)\/(.*\/)?\+server\.ts$/.test(path));
	const files = all.filter(({ path }) => !path.includes('[...'));
	const addressOf = (path: string) =>
		path
			.replace(/^src\/routes|\/\+server\.ts$/g, '')
			.replace('[segment=segment]', 'KIND')
			.replace('[id]', 'ID')
			.replace('[token]', 'TOKEN')
			.replace('[format]', 'FORMAT');

	test('every address has its paragraph, and no paragraph is about another', () => {
		expect(described.toSorted()).toEqual(files.map(({ path }) => addressOf(path)).toSorted());
	});

	test('every paragraph names the parameters its address takes beside those of a view, and has an example', () => {
		for (const { path, text } of files) {
			const paragraph = api.split(/^(?=\*\*`(?:GET|POST) )/m).find((part) => part.includes(`${addressOf(path)}\`**`)) ?? '';
			const lists = [...text.matchAll(/(?:unknownParameter\(\w+(?:\.\w+)*|url\.searchParams|params), \[([^\]]*)\]/g)];
			const parameters = lists.flatMap(([, list = '']) => [...list.matchAll(/'([a-z]+)'/g)].map(([, name = '']) => name));
			for (const name of parameters.filter((each) => each !== 'lang')) expect(coded(paragraph), `${path}: ${name}`).toContain(name);
			expect(paragraph, path).toContain('curl');
		}
	});

	test('every kind of record is named by its segment', () => {
		for (const kind of RECORD_KINDS) expect(coded(api)).toContain(KIND_SEGMENT[kind]);
	});

	test('every code of an error is named', () => {
		const codes = readTree('src/routes/api').flatMap(({ text }) => [...text.matchAll(/code: '([a-z-]+)'/g)].map(([, code = '']) => code));
		expect(codes.length).toBeGreaterThan(2);
		for (const code of codes) expect(coded(api)).toContain(code);
	});
});

describe('commands', () => {
	const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };

	test('the table holds every npm script and no other', () => {
		const told = rows(section(readme, 'Run it')).map(([command = '']) => plain(command).replace(/^npm (run )?/, ''));
		expect(told.toSorted()).toEqual(Object.keys(scripts).toSorted());
	});

	test('no document names a script that does not exist', () => {
		for (const path of DOCUMENTS)
			for (const [, name = ''] of read(path).matchAll(/npm run ([a-z:]+(?:-[a-z]+)*)/g)) expect(Object.keys(scripts), path).toContain(name);
	});
});

test('every link from one document to another leads to a file', () => {
	for (const path of DOCUMENTS) {
		for (const [, target = ''] of read(path).matchAll(/(?<!!)\[[^\]]*\]\((?!https?:)([^)#]+)\)/g))
			expect(existsSync(join(ROOT, dirname(path), target)), `${path}: ${target}`).toBe(true);
	}
});

test('the changelog tells of the version that package.json names', () => {
	const { version } = JSON.parse(read('package.json')) as { version: string };
	expect(read('CHANGELOG.md')).toContain(`\n## ${version}`);
});
