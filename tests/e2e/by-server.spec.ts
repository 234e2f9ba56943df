import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { dashboard, LANGUAGES } from '../support/pages.ts';
import { startServer, type TestServer } from '../support/server.ts';

const folder = mkdtempSync(join(tmpdir(), 'accordline-by-server-'));
let server: TestServer;
test.beforeAll(async () => {
	server = await startServer({ today: '2026-11-22', db: `sqlite:${join(folder, 'ledger.db')}`, pageRecords: 10 });
});
test.afterAll(async () => {
	await server.stop();
	rmSync(folder, { recursive: true });
});

for (const { lang } of LANGUAGES) {
	test(`more than a page takes in is drawn by the server, which says so, in ${lang}`, async ({ page }) => {
		const scripts: string[] = [];
		page.on('request', (request) => {
			if (/\.js$|\/items/.test(new URL(request.url()).pathname)) scripts.push(request.url());
		});
		await page.goto(`${server.url}/?lang=${lang}`, { waitUntil: 'networkidle' });
		expect(scripts).toEqual([]);
		await expect(page.getByRole('status').filter({ hasText: /\d|[۰-۹]/ })).toBeVisible();
		await expect(dashboard.still(page)).toHaveCount(1);
		expect(await dashboard.rows(page).count()).toBeGreaterThanOrEqual(7);
	});
}

test('its links, its search and its record pages work', async ({ page }) => {
	await page.goto(`${server.url}/?lang=en`);
	await page.getByRole('combobox', { name: 'Search' }).fill('memorandum');
	await page.keyboard.press('Enter');
	await expect(page).toHaveURL(/q=memorandum/);
	await expect(dashboard.rowOf(page, '/agreements/mou-2025').or(dashboard.rows(page).first())).toBeVisible();
	await dashboard.tabs(page).nth(1).click();
	await expect(page).toHaveURL(/table=events/);
	await dashboard.rows(page).first().getByRole('link').first().click();
	await expect(page).toHaveURL(/\/events\//);
	await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
});
