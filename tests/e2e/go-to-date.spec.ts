import { expect, test, type Locator, type Page } from '@playwright/test';
import { openLive } from '../support/pages.ts';

/** Opens "Go to a date" by keys and types into it; answers the part of the page that holds it. */
async function typeDate(page: Page, lang: string, text: string): Promise<Locator> {
	await openLive(page, `/?lang=${lang}`);
	const jump = page.locator('.jump');
	await jump.getByRole('button').first().press('Enter');
	await jump.locator('input').first().fill(text);
	return jump;
}

test('what a date could mean is told in the calendar it is named with, not in the reader’s', async ({ page }) => {
	const jump = await typeDate(page, 'fa', '05/06/2025');
	await expect(jump.getByRole('listitem')).toHaveText([/۵ ژوئن ۲۰۲۵ · میلادی/, /۶ مه ۲۰۲۵ · میلادی/]);
	await jump.locator('input').first().fill('1404');
	await expect(jump.getByRole('listitem')).toHaveText([/فروردین.*۱۴۰۴ · هجری شمسی/, /محرم.*۱۴۰۴/, /دسامبر ۱۴۰۴ · میلادی/]);
});

test('English words in a Persian page count in Gregorian months, and the page says so', async ({ page }) => {
	const jump = await typeDate(page, 'fa', 'next month');
	await jump.locator('input').nth(1).fill('۱۴ آبان ۱۴۰۴');
	await expect(jump.getByRole('status').first()).toContainText('دسامبر ۲۰۲۵ · میلادی');
	await expect(jump.getByRole('status').first()).toContainText('2025-12');
});

for (const [lang, words, said] of [
	['en', 'by next year', '5 December 2023'],
	['ar', 'بحلول العام المقبل', '5 ديسمبر 2023'],
	['ru', 'к следующему году', '5 декабря 2023'],
	['fa', 'by next year', '۱۴ آذر ۱۴۰۲']
] as const) {
	test(`the day relative words were said on stands beside them in ${lang}, can be changed by keys, and is counted from`, async ({
		page
	}) => {
		const jump = await typeDate(page, lang, words);
		const [field, day] = [jump.locator('input').first(), jump.locator('input').nth(1)];
		await expect(day).not.toHaveValue('');
		await field.press('Tab');
		await expect(day).toBeFocused();
		await day.fill(said);
		await expect(jump.getByRole('status').first()).toContainText('2024');
		await expect(jump.getByRole('status').first()).not.toContainText('2025');
		await day.fill('?!');
		await expect(day).toHaveAttribute('aria-invalid', 'true');
		await expect(jump.locator('button[type=submit]')).toBeDisabled();
		await field.fill('2025-12-05');
		await expect(day).toHaveCount(0);
		await field.fill(words);
		await day.fill(said);
		await day.press('Enter');
		await expect(page).toHaveURL(/[?&]t=2024|[?&]t=2023-1/);
	});
}

test('the field with its day said fits a narrow page', async ({ page }) => {
	await page.setViewportSize({ width: 390, height: 800 });
	const jump = await typeDate(page, 'ar', 'الشهر المقبل');
	await expect(jump.locator('input')).toHaveCount(2);
	for (const input of await jump.locator('input').all()) {
		const box = (await input.boundingBox())!;
		expect(box.x).toBeGreaterThanOrEqual(0);
		expect(box.x + box.width).toBeLessThanOrEqual(390);
	}
	expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
});
