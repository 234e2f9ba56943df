import { expect, test } from '@playwright/test';
import { dashboard, openLive } from '../support/pages.ts';

test('Back and Forward walk through what was looked at', async ({ page }) => {
	await openLive(page, '/?lang=en');
	await dashboard.tabs(page).nth(1).click();
	await expect(page).toHaveURL(/table=events/);
	await dashboard.rowOf(page, '/events/wg-5').getByRole('gridcell').nth(1).click();
	await expect(page).toHaveURL(/sel=wg-5/);
	await page.goBack();
	await expect(page).not.toHaveURL(/sel=/);
	await expect(dashboard.panel(page)).toHaveCount(0);
	await page.goBack();
	await expect(page).not.toHaveURL(/table=/);
	await expect(dashboard.rowOf(page, '/agreements/contracts-2025')).toBeVisible();
	await page.goForward();
	await page.goForward();
	await expect(page).toHaveURL(/sel=wg-5/);
	await expect(dashboard.panel(page)).toBeVisible();
});

test('a pasted link shows the same to someone else', async ({ page, browser }) => {
	await openLive(page, '/?lang=en&table=events&sort=-date&sel=wg-6');
	const mine = await dashboard.rows(page).allInnerTexts();
	const other = await browser.newContext({ locale: 'fa-IR', viewport: { width: 1280, height: 900 } });
	const pasted = await other.newPage();
	await openLive(pasted, page.url());
	expect(await dashboard.rows(pasted).allInnerTexts()).toEqual(mine);
	await expect(dashboard.selectedRow(pasted)).toHaveText((await dashboard.selectedRow(page).textContent()) ?? '-');
	await other.close();
});

test('what is shared says extent, language, calendar and direction', async ({ page }) => {
	await openLive(page, '/?lang=en');
	const href = (await page.locator('a.share').getAttribute('href')) ?? '';
	const keys = [...new URL(href, page.url()).searchParams.keys()];
	expect(keys).toEqual(expect.arrayContaining(['t', 'lang', 'cal', 'dir']));
});

test('a bad key is left out with a notice, and the rest stands', async ({ page }) => {
	await openLive(page, '/?lang=en&table=events&t=soon&colour=red');
	await expect(dashboard.notice(page)).toContainText('soon');
	await expect(dashboard.notice(page)).toContainText('colour');
	await expect(dashboard.tabs(page).nth(1)).toHaveAttribute('aria-selected', 'true');
});

test('a selected id that does not exist is said, and the rest stands', async ({ page }) => {
	await openLive(page, '/?lang=en&sel=no-such-record');
	await expect(dashboard.notice(page)).toContainText('no-such-record');
	expect(await dashboard.rows(page).count()).toBeGreaterThanOrEqual(7);
});

test('panning only looks: it filters nothing', async ({ page }) => {
	await openLive(page, '/?lang=en&t=1990/1991');
	expect(await dashboard.rows(page).count()).toBeGreaterThanOrEqual(7);
});
