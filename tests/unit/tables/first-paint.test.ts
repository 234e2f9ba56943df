import { render } from 'svelte/server';
import { describe, expect, test } from 'vitest';
import type { SortKey } from '#lib/view/view-state.ts';
import DataTable from '#lib/tables/DataTable.svelte';
import { deskOf, readerOf } from './desk.ts';

const noop = () => undefined;

async function html(count: number, language: 'en' | 'fa' = 'en') {
	const set = deskOf(
		...Array.from({ length: count }, (_, i) => ({ id: `r${i}`, title: { en: `Record <${i}>` }, status: 'agreement:signed' }))
	);
	const { body } = render(DataTable, {
		props: {
			...{
				table: 'agreements',
				set,
				rows: Uint32Array.from({ length: count }, (_, i) => i),
				cols: null,
				columnFilters: {},
				selected: 'r1'
			},
			...{ sort: [{ column: 'date', descending: true }], context: await readerOf(language), hrefOf: (id: string) => `/agreements/${id}` },
			sortHref: (keys: readonly SortKey[]) => `?sort=${keys.map(({ column, descending }) => (descending ? '-' : '') + column).join()}`,
			...{ facets: () => [], onsort: noop, oncols: noop, onfilter: noop, onselect: noop }
		}
	});
	return body;
}

describe('a table without scripts', () => {
	test('stands in the page with its first 60 rows as links, and says how many are left', async () => {
		const body = await html(100);
		expect(body.match(/<a [^>]*href="\/agreements\//g)).toHaveLength(60);
		expect(body).toContain('40 more rows');
		expect(body).toContain('aria-rowcount="101"');
		expect(body).toContain('Record &lt;0>');
	});
	test('sorts by links in its heads: the next order of each column', async () => {
		const body = await html(3);
		expect(body).toContain('href="?sort=title"');
		expect(body).toContain('href="?sort=date"');
		expect(body.match(/aria-sort="descending"/g)).toHaveLength(1);
	});
	test('marks the selected row', async () => {
		expect((await html(3)).match(/aria-selected="true"/g)).toHaveLength(1);
	});
	test('says in words that it is empty', async () => {
		expect(await html(0)).toContain('No records here.');
	});
	test('has exactly one tab stop among its cells', async () => {
		expect((await html(3)).match(/tabindex="0"/g)).toHaveLength(1);
	});
});
