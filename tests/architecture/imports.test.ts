import { describe, expect, test } from 'vitest';
import { readTree, type TreeFile } from '../support/source-tree.ts';
import { readModule } from './read-module.ts';
import { importBreaches, ROOMS, roomOf } from './rooms.ts';

const sources = readTree('src');

describe('the sources', () => {
	test('keep the room table', () => {
		expect(importBreaches(sources)).toEqual([]);
	});

	test("import 'node:sqlite' in exactly one file", () => {
		const files = sources.filter((file) => readModule(file).imports.includes('node:sqlite')).map((file) => file.path);
		expect(files).toHaveLength(1);
		expect(roomOf(files[0] ?? '')).toBe('server');
	});
});

describe('the table itself', () => {
	test('names only rooms that stand above', () => {
		const order = Object.keys(ROOMS);
		for (const [room, allowed] of Object.entries(ROOMS)) {
			for (const other of allowed) expect(order.indexOf(other), `${room} → ${other}`).toBeLessThan(order.indexOf(room));
		}
	});
});

/** A made-up tree of one file, or of several. */
const tree = (files: Readonly<Record<string, string>>): TreeFile[] => Object.entries(files).map(([path, text]) => ({ path, text }));
const breaches = (path: string, text: string) => importBreaches(tree({ [path]: text }));

describe('the checker', () => {
	test('lets lawful trees pass', () => {
		expect(
			importBreaches(
				tree({
					'src/lib/temporal/edges.ts': "import { day } from './epoch-day.ts'; export const a = day;",
					'src/lib/filter/match.ts': "import type { Edges } from '#lib/temporal/edges.ts'; export type A = Edges;",
					'src/lib/encoding/mark.ts': "import type { Item } from '#lib/timeline/items/item.ts'; export type A = Item;",
					'src/lib/server/pictures/svg.ts': "import { paint } from '#lib/timeline/paint/svg.ts'; export const a = paint;",
					'src/lib/view/address.svelte.ts': "import { goto } from '$app/navigation'; export const a = goto;",
					'src/lib/timeline/components/Timeline.svelte': "<script>import { layout } from '../layout/layout.ts';</script><p>{layout}</p>",
					'src/lib/language/messages/en/common.ts': 'export const common = {};',
					'src/routes/+page.svelte':
						"<script>import { page } from '$app/state'; import A from '#lib/tables/Table.svelte';</script>{page}<A />",
					'src/cli/start.ts': "import { openContext } from '#lib/server/context.ts'; openContext();"
				})
			)
		).toEqual([]);
	});

	test('names file, import and rule', () => {
		expect(breaches('src/lib/temporal/a.ts', "import { x } from '#lib/domain/b.ts'; export const y = x;")).toEqual([
			"src/lib/temporal/a.ts imports '#lib/domain/b.ts': temporal may import only nothing"
		]);
	});

	test.each([
		['a static import', "import { x } from '#lib/server/b.ts'; export const y = x;"],
		['a type import', "import type { X } from '#lib/server/b.ts'; export type Y = X;"],
		['a dynamic import', "export const y = () => import('#lib/server/b.ts');"],
		['an import type', "export type Y = import('#lib/server/b.ts').X;"],
		['a re-export beside other code', "export { x } from '#lib/server/b.ts'; export const y = 1;"]
	])('sees %s', (_, text) => {
		expect(breaches('src/lib/columns/a.ts', text)).toHaveLength(1);
	});

	test('sees imports in the scripts and the markup of a component', () => {
		const text =
			"<script lang=\"ts\">import { x } from '#lib/domain/b.ts';</script>{#await import('#lib/server/b.ts') then y}{x}{y}{/await}";
		expect(breaches('src/lib/ui/A.svelte', text)).toHaveLength(2);
	});

	test('is not misled by comments and strings', () => {
		expect(breaches('src/lib/temporal/a.ts', "// import '#lib/server/b.ts'\nexport const a = \"import '#lib/server/b.ts'\";")).toEqual([]);
	});

	test.each<[rule: string, path: string, text: string, message: RegExp]>([
		['a room below', 'src/lib/view/a.ts', "import { x } from '#lib/columns/b.ts'; export const y = x;", /view may import only/],
		[
			'the server importing view',
			'src/lib/server/a.ts',
			"import { x } from '#lib/view/b.ts'; export const y = x;",
			/server may import only/
		],
		['the server importing ui', 'src/lib/server/a.ts', "import { x } from '#lib/ui/b.ts'; export const y = x;", /server may import only/],
		[
			'the server importing tables',
			'src/lib/server/a.ts',
			"import { x } from '#lib/tables/b.ts'; export const y = x;",
			/server may import only/
		],
		['the server importing $app', 'src/lib/server/a.ts', "import { x } from '$app/state'; export const y = x;", /\$app\/\*/],
		['$app in another file of view', 'src/lib/view/a.svelte.ts', "import { x } from '$app/state'; export const y = x;", /\$app\/\*/],
		['$lib', 'src/routes/+page.ts', "import { x } from '$lib/view/b.ts'; export const y = x;", /not '\$lib'/],
		['$env', 'src/hooks.server.ts', "import { x } from '$env/dynamic/private'; export const y = x;", /one file of the server/],
		[
			'a relative import across rooms',
			'src/lib/domain/a.ts',
			"import { x } from '../temporal/b.ts'; export const y = x;",
			/imported as '#lib/
		],
		[
			'a relative import of a room from a route',
			'src/routes/+page.ts',
			"import { x } from '../lib/view/b.ts'; export const y = x;",
			/imported as '#lib/
		],
		['a relative import out of src/lib', 'src/lib/server/a.ts', "import { x } from '../../cli/b.ts'; export const y = x;", /not at all/],
		['#lib inside a room', 'src/lib/domain/a.ts', "import { x } from '#lib/domain/b.ts'; export const y = x;", /are relative/],
		['an unknown room', 'src/lib/stuff/a.ts', 'export const y = 1;', /not a room/],
		['a file beside the rooms', 'src/lib/a.ts', 'export const y = 1;', /not a room/],
		['node: in a page room', 'src/lib/ui/a.ts', "import { x } from 'node:fs'; export const y = x;", /only the server/],
		[
			'the framework in a pure room',
			'src/lib/filter/a.ts',
			"import { x } from 'svelte/store'; export const y = x;",
			/without the framework/
		],
		[
			'layout importing paint',
			'src/lib/timeline/layout/a.ts',
			"import { x } from '../paint/b.ts'; export const y = x;",
			/layout may not import paint/
		],
		[
			'items importing query',
			'src/lib/timeline/items/a.ts',
			"import { x } from '../query/b.ts'; export const y = x;",
			/items may not import query/
		],
		[
			'paint importing components',
			'src/lib/timeline/paint/canvas.ts',
			"import { x } from '../legend.ts'; export const y = x;",
			/may not import comp/
		],
		[
			'encoding importing layout',
			'src/lib/encoding/a.ts',
			"import { x } from '#lib/timeline/layout/b.ts'; export const y = x;",
			/only timeline\/items/
		],
		[
			'the server importing the canvas',
			'src/lib/server/a.ts',
			"import { x } from '#lib/timeline/paint/canvas.ts'; export const y = x;",
			/SVG painter/
		],
		[
			'the server importing gestures',
			'src/lib/server/a.ts',
			"import { x } from '#lib/timeline/interaction/b.ts'; export const y = x;",
			/SVG painter/
		],
		['a barrel', 'src/lib/domain/all.ts', "export * from './a.ts'; export { x } from './b.ts';", /no barrels/],
		['an index', 'src/lib/domain/index.ts', 'export const y = 1;', /no barrels/],
		['a default export', 'src/lib/domain/a.ts', 'export default function x() {}', /no default exports/],
		['a default export by name', 'src/lib/domain/a.ts', 'const x = 1; export { x as default };', /no default exports/],
		['a default expression', 'src/lib/domain/a.ts', 'export default {};', /no default exports/],
		['a file of utils', 'src/lib/domain/utils.ts', 'export const y = 1;', /says nothing/],
		['a folder of helpers', 'src/lib/domain/helpers/a.ts', 'export const y = 1;', /says nothing/],
		['a common file outside the messages', 'src/lib/language/common.ts', 'export const y = 1;', /says nothing/]
	])('refuses %s', (_, path, text, message) => {
		const found = breaches(path, text);
		expect(found).toHaveLength(1);
		expect(found[0]).toMatch(message);
		expect(found[0]).toContain(path);
	});

	test("refuses a second file with 'node:sqlite'", () => {
		const text = "import { DatabaseSync } from 'node:sqlite'; export const a = DatabaseSync;";
		expect(importBreaches(tree({ 'src/lib/server/a.ts': text }))).toEqual([]);
		expect(importBreaches(tree({ 'src/lib/server/a.ts': text, 'src/lib/server/b.ts': text }))).toEqual([
			"src/lib/server/a.ts, src/lib/server/b.ts: 'node:sqlite' is imported in one file only"
		]);
	});
});
