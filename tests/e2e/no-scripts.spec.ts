import { expect, test } from '@playwright/test';
import { dashboard, LANGUAGES, record } from '../support/pages.ts';

test.use({ javaScriptEnabled: false });

for (const { lang, dir } of LANGUAGES) {
	test(`without scripts the dashboard can be read in ${lang}`, async ({ page }) => {
		await page.goto(`/?lang=${lang}`);
		await expect(page.locator('html')).toHaveAttribute('lang', lang);
		await expect(page.locator('html')).toHaveAttribute('dir', dir);
		await expect(dashboard.still(page)).toHaveCount(1);
		const picture = await dashboard.still(page).boundingBox();
		expect(picture?.width).toBeGreaterThan(500);
		expect(picture?.height).toBeGreaterThan(100);
		expect(await dashboard.still(page).locator('text').count()).toBeGreaterThan(5);
		expect(await dashboard.rows(page).count()).toBeGreaterThanOrEqual(7);
		await expect(dashboard.rowOf(page, '/agreements/contracts-2025')).toBeVisible();
		expect(await dashboard.twin(page).count()).toBeGreaterThan(5);
	});

	test(`without scripts the contested contracts show both voices and their paragraphs in ${lang}`, async ({ page }) => {
		await page.goto(`/agreements/contracts-2025?lang=${lang}`);
		await expect(page.locator('html')).toHaveAttribute('lang', lang);
		await expect(record.heading(page)).toBeVisible();
		await expect(record.differing(page)).not.toHaveCount(0);
		const versions = record.differing(page).first().locator('.versions > li');
		await expect(versions).toHaveCount(2);
		for (const version of await versions.all()) await expect(version.locator('.voices')).not.toBeEmpty();
		expect(await record.evidence(page).locator('[id^="claim-"]').count()).toBeGreaterThanOrEqual(3);
		await expect(record.evidence(page)).toContainText(/¶\d|ف \d|بند [۰-۹]|абз\. \d/);
	});
}

test('without scripts a row of the table leads to its own page', async ({ page }) => {
	await page.goto('/?lang=en');
	await dashboard.rowOf(page, '/agreements/contracts-2025').getByRole('link').click();
	await expect(page).toHaveURL(/\/agreements\/contracts-2025/);
	await expect(record.evidence(page)).toBeVisible();
});

test('without scripts the other tables are one link away', async ({ page }) => {
	await page.goto('/?lang=en');
	await dashboard.tabs(page).nth(1).click();
	await expect(page).toHaveURL(/table=events/);
	await expect(dashboard.rowOf(page, '/events/wg-5')).toBeVisible();
});

test('a track’s page and the list of agreements tell state, date and differing sources beside each name', async ({ page }) => {
	const row = (name: string) => page.getByRole('listitem').filter({ has: page.getByRole('link', { name, exact: true }) });
	await page.goto('/tracks/iran-russia-ict?lang=en');
	await expect(row('6th session')).toContainText(/Planned\s*2026/);
	await expect(row('Contracts of December 2025')).toContainText(/Contract\s*5 Dec 2025\s*sources differ/);
	await page.goto('/agreements?lang=ru');
	await expect(row('Обмен делегациями')).toContainText(/Предложено\s*без даты/);
	await page.goto('/events?lang=fa');
	await expect(row('نشست پنجم')).toContainText(/برگزارشده\s*۱۳ و ۱۴ آذر ۱۴۰۴/);
});
