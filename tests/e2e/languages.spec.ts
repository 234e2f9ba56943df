import { expect, test } from '@playwright/test';
import { dashboard, LANGUAGES, openLive } from '../support/pages.ts';

for (const { lang, dir } of LANGUAGES) {
	test(`the page speaks ${lang} and runs ${dir}`, async ({ page }) => {
		await openLive(page, `/?lang=${lang}`);
		await expect(page.locator('html')).toHaveAttribute('lang', lang);
		await expect(page.locator('html')).toHaveAttribute('dir', dir);
		const [heads, plot] = await Promise.all([page.locator('[data-lane]').first().boundingBox(), dashboard.plot(page).boundingBox()]);
		// Lane heads stand on the side where lines begin.
		expect((heads?.x ?? 0) < (plot?.x ?? 0)).toBe(dir === 'ltr');
		await expect(page.locator('body')).not.toContainText(/\{\w+(, (plural|select))?|undefined|NaN|\[object/);
	});

	test(`nothing is wider than a phone in ${lang}`, async ({ page }) => {
		await page.setViewportSize({ width: 390, height: 844 });
		await openLive(page, `/?lang=${lang}`);
		expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
	});
}

test('Persian shows Persian digits and months, Arabic and English do not', async ({ page }) => {
	await page.goto('/?lang=fa&table=events');
	await expect(dashboard.rowOf(page, '/events/wg-5')).toContainText(/۱۴.*آذر/);
	await page.goto('/?lang=ar&table=events');
	await expect(dashboard.rowOf(page, '/events/wg-5')).toContainText(/5/);
	await expect(dashboard.rowOf(page, '/events/wg-5')).not.toContainText(/[۰-۹٠-٩]/);
	await page.goto('/?lang=en&table=events');
	await expect(dashboard.rowOf(page, '/events/wg-5')).toContainText(/Dec/);
});

test('the language chosen is remembered on the next page', async ({ page }) => {
	await page.goto('/?lang=fa');
	await page.goto('/events');
	await expect(page.locator('html')).toHaveAttribute('lang', 'fa');
});

test.describe('without a choice', () => {
	test.use({ locale: 'ru-RU' });
	test("the browser's language is taken", async ({ page }) => {
		await page.goto('/');
		await expect(page.locator('html')).toHaveAttribute('lang', 'ru');
	});
});
