import type { Locator, Page } from '@playwright/test';

/** The four languages and the direction of their pages. */
export const LANGUAGES = [
	{ lang: 'en', dir: 'ltr' },
	{ lang: 'ar', dir: 'rtl' },
	{ lang: 'fa', dir: 'rtl' },
	{ lang: 'ru', dir: 'ltr' }
] as const;

/** One page of every kind of record in the seeds; a follow-up's is found through the list. */
export const RECORD_PAGES = [
	'/tracks/iran-russia-ict',
	'/events/wg-5',
	'/events/wg-6',
	'/agreements/contracts-2025',
	'/actors/abedi',
	'/sources/ilna-2025-12-06',
	'/topics/cybersecurity'
] as const;

export const LIST_PAGES = ['/tracks', '/events', '/agreements', '/follow-ups', '/actors', '/sources', '/topics'] as const;

/** Where things are on the pages: the one place to change when the markup does. Language-independent where names are not given. */
export const dashboard = {
	/** The timeline as a whole. */
	timeline: (page: Page): Locator => page.locator('section.timeline'),
	/** What takes the keys; has a tab stop once scripts run. */
	plot: (page: Page): Locator => page.getByRole('application'),
	/** The server's picture of the plot for this width. */
	still: (page: Page): Locator => page.locator('section.timeline .plot svg.still:visible'),
	/** The timeline after the canvas has taken over. */
	live: (page: Page): Locator => page.locator('section.timeline.live'),
	/** The list of records in view, the timeline's twin. */
	twin: (page: Page): Locator => page.locator('section.timeline nav').getByRole('link', { includeHidden: true }),
	/** The table shown. */
	grid: (page: Page): Locator => page.getByRole('grid'),
	/** Rows of the table, without the heads. */
	rows: (page: Page): Locator => page.getByRole('grid').locator('tbody').getByRole('row'),
	/** The row that is selected. */
	selectedRow: (page: Page): Locator => page.getByRole('grid').locator('tbody [aria-selected="true"]'),
	/** A table's row by the address its title leads to. */
	rowOf: (page: Page, path: string): Locator =>
		page
			.getByRole('grid')
			.locator('tbody tr')
			.filter({ has: page.locator(`a[href="${path}"]`) }),
	tabs: (page: Page): Locator => page.getByRole('tablist').getByRole('tab'),
	/** The panel on the selected record. */
	panel: (page: Page): Locator => page.getByRole('complementary'),
	/** Tiles of the watch strip, in order: next, follow-ups, stages, disagree, new. */
	tiles: (page: Page): Locator => page.locator('nav.strip a'),
	/** What the address held and could not be used. */
	notice: (page: Page): Locator => page.locator('.notice[role="status"]'),
	search: (page: Page): Locator => page.getByRole('combobox').first(),
	keysHelp: (page: Page): Locator => page.getByRole('dialog')
};

export const record = {
	heading: (page: Page): Locator => page.getByRole('heading', { level: 1 }),
	/** Where sources differ: one region for each point they differ on. */
	differing: (page: Page): Locator => page.locator('section.differing'),
	/** The list of claims. */
	evidence: (page: Page): Locator => page.locator('section[aria-labelledby^="evidence-"]')
};

/** Opens a page and waits until scripts have taken the timeline over. */
export async function openLive(page: Page, address: string): Promise<void> {
	await page.goto(address);
	await dashboard.live(page).waitFor();
}

/** An address with one more key. */
export function withKey(address: string, key: string, value: string): string {
	return `${address}${address.includes('?') ? '&' : '?'}${key}=${value}`;
}
