import { expect, test, type Page } from '@playwright/test';
import { dashboard, openLive } from '../support/pages.ts';

/** Presses Tab until `selector` holds the focus; fails when it never does. */
async function tabTo(page: Page, selector: string): Promise<void> {
	for (let n = 0; n < 80; n++) {
		await page.keyboard.press('Tab');
		if (await page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector)) return;
	}
	throw new Error(`Tab never reaches ${selector}`);
}

const focused = (page: Page) => page.evaluate(() => document.activeElement?.getAttribute('data-cell') ?? null);

for (const lang of ['en', 'fa'] as const) {
	test(`the timeline is walked, selected from and left by keys in ${lang}`, async ({ page }) => {
		await openLive(page, `/?lang=${lang}`);
		await tabTo(page, '.plot');
		await page.keyboard.press('End');
		await page.keyboard.press('Enter');
		await expect(page).toHaveURL(/sel=/);
		await expect(dashboard.panel(page)).toBeVisible();
		await page.keyboard.press('Escape');
		await page.keyboard.press('Escape');
		await expect(page).not.toHaveURL(/sel=/);
	});

	test(`the table is walked, sorted and opened by keys in ${lang}`, async ({ page }) => {
		await openLive(page, `/?lang=${lang}&table=events`);
		await tabTo(page, '[data-cell]');
		await page.keyboard.press('Control+Home');
		const start = await focused(page);
		await page.keyboard.press(lang === 'fa' ? 'ArrowLeft' : 'ArrowRight');
		expect(await focused(page)).not.toBe(start);
		expect(await focused(page)).toMatch(/:1$/);
		await page.keyboard.press('ArrowUp');
		await page.keyboard.press('ArrowUp');
		expect(await focused(page)).toBe('-1:1');
		await page.keyboard.press('Enter');
		await expect(page).toHaveURL(/sort=/);
		await page.keyboard.press('ArrowDown');
		await page.keyboard.press('Space');
		await expect(page).toHaveURL(/sel=/);
		await page.keyboard.press('Enter');
		await expect(page).toHaveURL(/\/events\//);
	});
}

test('zooming, fitting and going to today need no pointer', async ({ page }) => {
	await openLive(page, '/?lang=en');
	await tabTo(page, '.plot');
	await page.keyboard.press('+');
	await expect(page).toHaveURL(/[?&]t=/);
	const zoomed = page.url();
	await page.keyboard.press('t');
	await expect(page).not.toHaveURL(zoomed);
	await page.keyboard.press('0');
	await expect(dashboard.plot(page)).toBeFocused();
});

test('the question mark shows all keys, Escape closes them', async ({ page }) => {
	await openLive(page, '/?lang=en');
	await tabTo(page, '.plot');
	await page.keyboard.press('?');
	await expect(dashboard.keysHelp(page)).toBeVisible();
	await page.keyboard.press('Escape');
	await expect(dashboard.keysHelp(page)).toBeHidden();
});

test('a slash goes to the search from anywhere, and finds', async ({ page }) => {
	await openLive(page, '/?lang=en');
	await page.keyboard.press('/');
	await expect(dashboard.search(page)).toBeFocused();
	await page.keyboard.type('Abedi');
	await expect(page.getByRole('option').first()).toBeVisible();
});

test('tabs of the tables follow the arrow keys', async ({ page }) => {
	await openLive(page, '/?lang=en');
	await tabTo(page, '[role="tab"]');
	await page.keyboard.press('ArrowRight');
	await expect(dashboard.tabs(page).nth(1)).toHaveAttribute('aria-selected', 'true');
	await expect(dashboard.tabs(page).nth(1)).toBeFocused();
});
