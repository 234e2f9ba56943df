import { describe, expect, test } from 'vitest';
import { columnLayout } from '#lib/tables/column-layout.ts';
import { shownColumns } from '#lib/tables/columns/columns-of.ts';

const layout = (cols: readonly string[] | null) => columnLayout(shownColumns('agreements', cols));

describe('layout of columns', () => {
	test('is by shares of the table where no width is asked for', () => {
		const { widths, pins, exact } = layout(['title', 'stage']);
		expect(widths.map((width) => Math.round(parseFloat(width)))).toEqual([62, 38]);
		expect(pins).toEqual([null, null]);
		expect(exact).toBe(false);
	});
	test('keeps a width asked for; the others share the rest', () => {
		const { widths, least } = layout(['title:400', 'stage']);
		expect(widths).toEqual(['400px', 'max(135px, (100cqi - 400px) * 1.0000)']);
		expect(least).toBe(400 + Math.round(188 * 0.72));
	});
	test('sets each pinned column behind the pinned ones before it', () => {
		expect(layout(['title!:300', 'date!:120', 'stage:99', 'track!']).pins).toEqual(['0px', 'calc(300px)', 'calc(300px + 120px)', null]);
	});
	test('is exact when every column has its width', () => {
		expect(layout(['title:300', 'stage:100'])).toMatchObject({ exact: true, least: 400 });
	});
});
