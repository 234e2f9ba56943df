import { expect, test, type Page } from '@playwright/test';
import { dashboard, openLive } from '../support/pages.ts';

/** A day of the seeds in December, with an axis that shows December and January. */
const VIEW = '/?lang=ar&table=events&sel=wg-5&t=2025-11-01/2026-03-01';
/** A digit before it: titles and quotes keep the name they were written with. */
const DECEMBER = { usual: /\d ديسمبر/, levant: /\d كانون الأول/ };

const menu = (page: Page) => page.locator('.bar .calendar');

async function choose(page: Page, names: RegExp): Promise<void> {
	await menu(page).locator('summary').click();
	await menu(page).getByRole('button', { name: names }).click();
}

test.describe('a reader from Beirut', () => {
	test.use({ locale: 'ar-LB' });

	test('reads the months of Beirut in table and panel', async ({ page }) => {
		await openLive(page, VIEW);
		await expect(dashboard.rowOf(page, '/events/wg-5')).toContainText(DECEMBER.levant);
		await expect(dashboard.panel(page)).toContainText(DECEMBER.levant);
		await expect(page.locator('main')).not.toContainText(DECEMBER.usual);
	});

	test('reads those of Cairo at once after choosing them, where they were', async ({ page }) => {
		await openLive(page, VIEW);
		await choose(page, /يناير، يوليو$/);
		await dashboard.live(page).waitFor();
		await expect(page).toHaveURL(/sel=wg-5/);
		await expect(dashboard.rowOf(page, '/events/wg-5')).toContainText(DECEMBER.usual);
		await expect(dashboard.panel(page)).toContainText(DECEMBER.usual);
		await expect(page.locator('main')).not.toContainText(DECEMBER.levant);
		await page.goto('/events/wg-5');
		await expect(page.locator('main')).toContainText(DECEMBER.usual);
	});

	test.describe('without scripts', () => {
		test.use({ javaScriptEnabled: false });

		test('has the same months on the axis, and the same choice', async ({ page }) => {
			await page.goto(VIEW);
			await expect(dashboard.still(page)).toContainText('كانون الثاني');
			await choose(page, /يناير، يوليو$/);
			await expect(page).toHaveURL(/sel=wg-5/);
			await expect(dashboard.still(page)).toContainText('يناير');
			await expect(dashboard.still(page)).not.toContainText('كانون');
			await expect(dashboard.panel(page)).toContainText(DECEMBER.usual);
		});
	});
});

test('a reader from Kabul has the months of Kabul, in files as well', async ({ browser, baseURL }) => {
	const context = await browser.newContext({ locale: 'fa-AF', ...(baseURL !== undefined && { baseURL }) });
	const page = await context.newPage();
	await openLive(page, '/?lang=fa&table=events');
	await expect(dashboard.rowOf(page, '/events/wg-5')).toContainText('قوس');
	const picture = await page.request.get('/api/v1/scene.svg?lang=fa', { headers: { 'accept-language': 'fa-AF' } });
	expect(picture.headers().vary).toContain('accept-language');
	expect(await picture.text()).toContain('قوس');
	await context.close();
});

test('a frozen share keeps the months it was made with, whoever reads it', async ({ request }) => {
	const view = 'lang=ar&t=2025-11-01/2026-03-01';
	for (const [maker, own] of [
		['ar-LB', 'كانون الثاني'],
		['ar-EG', 'يناير']
	] as const) {
		const made = await request.post('/api/v1/shares', {
			data: { view, frozen: true },
			headers: { 'accept-language': maker }
		});
		const { token } = (await made.json()) as { token: string };
		const [first, ...others] = await Promise.all(
			['ar-LB', 'ar-EG', 'ar-MA', 'en'].map(async (reader) => {
				const answer = await request.get(`/share/${token}/api/v1/scene.svg?lang=ar`, { headers: { 'accept-language': reader } });
				return answer.text();
			})
		);
		expect(first).toContain(own);
		for (const other of others) expect(other).toBe(first);
		await request.delete(`/api/v1/shares/${token}`);
	}
});

for (const lang of ['en', 'ru']) {
	test(`there is nothing to choose in ${lang}`, async ({ page }) => {
		await page.goto(`/?lang=${lang}`);
		await menu(page).locator('summary').click();
		await expect(menu(page).getByRole('link').first()).toBeVisible();
		await expect(menu(page).getByRole('button')).toHaveCount(0);
	});
}
