import { expect, test } from '@playwright/test';
import { dashboard, openLive } from '../support/pages.ts';
import { differingShare } from '../support/pixels.ts';

test('selecting in the table selects in the timeline and opens the evidence', async ({ page }) => {
	await openLive(page, '/?lang=en');
	await dashboard.rowOf(page, '/agreements/contracts-2025').getByRole('gridcell').nth(1).click();
	await expect(page).toHaveURL(/sel=contracts-2025/);
	await expect(dashboard.panel(page)).toContainText('Evidence');
	await expect(page.locator('section.timeline nav a[aria-current="true"]')).toHaveAttribute('href', '/agreements/contracts-2025');
});

test('a selected mark is drawn otherwise than before', async ({ page }) => {
	await openLive(page, '/?lang=en&sel=contracts-2025');
	const one = await dashboard.plot(page).screenshot();
	await openLive(page, '/?lang=en&sel=wg-6');
	expect(await differingShare(page, one, await dashboard.plot(page).screenshot())).toBeGreaterThan(0.0002);
});

test('selecting in the timeline selects in the table', async ({ page }) => {
	await openLive(page, '/?lang=en&table=events');
	await dashboard.plot(page).focus();
	await page.keyboard.press('Home');
	await page.keyboard.press('Space');
	await expect(page).toHaveURL(/sel=/);
	const sel = new URL(page.url()).searchParams.get('sel');
	const isEvent = (await page.request.get(`/api/v1/events/${sel}`)).status() === 200;
	if (!isEvent) await dashboard.tabs(page).first().click();
	await expect(dashboard.selectedRow(page).getByRole('link')).toHaveAttribute('href', new RegExp(`/${sel}$`));
});

test('closing the panel takes the selection back everywhere', async ({ page }) => {
	await openLive(page, '/?lang=en&sel=contracts-2025');
	await expect(dashboard.selectedRow(page)).toHaveCount(1);
	await dashboard.panel(page).getByRole('link', { name: 'Close' }).click();
	await expect(page).not.toHaveURL(/sel=/);
	await expect(dashboard.selectedRow(page)).toHaveCount(0);
});

test('the search filters timeline and table alike', async ({ page }) => {
	await openLive(page, '/?lang=en&q=treaty');
	await expect(dashboard.rowOf(page, '/agreements/strategic-treaty')).toBeVisible();
	await expect(dashboard.rowOf(page, '/agreements/contracts-2025')).toHaveCount(0);
	await expect(page.locator('section.timeline nav a[href="/agreements/contracts-2025"]')).toHaveCount(0);
});
