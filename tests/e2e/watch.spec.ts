import { expect, test } from '@playwright/test';
import { dashboard, openLive } from '../support/pages.ts';

test('the next tile shows the sixth session, its words and its last day', async ({ page }) => {
	await page.goto('/?lang=en');
	const next = dashboard.tiles(page).first();
	await expect(next).toContainText(/6th|sixth/i);
	await expect(next).toContainText('Tehran');
	await expect(next).toContainText(/by next year/i);
	await expect(next).toContainText(/31 Dec(ember)? 2026/);
	// From 22 November to 31 December 2026.
	await expect(next).toContainText('39 days left');
});

test('the next tile sets the view: it selects the session', async ({ page }) => {
	await openLive(page, '/?lang=en');
	await dashboard.tiles(page).first().click();
	await expect(page).toHaveURL(/sel=wg-6/);
	await expect(dashboard.panel(page)).toBeVisible();
});

test('the tile of differing sources leaves only records whose sources differ', async ({ page }) => {
	await openLive(page, '/?lang=en');
	const all = await dashboard.rows(page).count();
	await dashboard.tiles(page).nth(3).click();
	await expect(dashboard.rowOf(page, '/agreements/contracts-2025')).toBeVisible();
	await expect.poll(() => dashboard.rows(page).count()).toBeLessThan(all);
});

test('what is new is counted from the entry last marked as seen', async ({ page, request, context, baseURL }) => {
	const { seq } = (await (await request.get('/health')).json()) as { seq: number };
	const news = dashboard.tiles(page).nth(4).locator('.value');
	await context.addCookies([{ name: 'seen', value: '0', url: baseURL ?? '' }]);
	await page.goto('/?lang=en');
	expect(Number(await news.textContent())).toBeGreaterThan(0);
	await context.addCookies([{ name: 'seen', value: String(seq), url: baseURL ?? '' }]);
	await page.reload();
	await expect(news).toHaveText('0');
});

test('marking all as seen takes the count to nothing', async ({ page, context, baseURL }) => {
	await context.addCookies([{ name: 'seen', value: '0', url: baseURL ?? '' }]);
	await page.goto('/changes?lang=en');
	await page.getByRole('button', { name: 'Mark all as seen' }).click();
	await page.goto('/?lang=en');
	await expect(dashboard.tiles(page).nth(4).locator('.value')).toHaveText('0');
});
