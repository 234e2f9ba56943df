import { expect, test } from '@playwright/test';
import { dashboard, LANGUAGES, openLive } from '../support/pages.ts';

/** The planned session's date is 2026, as a span: half a year of it is only possible. */
const HALF = '/?in=2025-12-05/2026-06-30&table=events';

test('what is only possible is counted, marked in its row and on the timeline, and can be left out', async ({ page }) => {
	await openLive(page, `${HALF}&lang=en`);
	const chips = page.locator('.chips');
	await expect(chips.locator('.counts')).toContainText(/\d+ certainly\s*\d+ possibly\s*\d+ not dated/);
	const row = dashboard.rowOf(page, '/events/wg-6');
	await expect(row.locator('.possibly')).toBeVisible();
	await expect(dashboard.rowOf(page, '/events/wg-5').locator('.possibly')).toBeHidden();
	await page.locator('.legend summary').click();
	await expect(page.locator('.legend')).toContainText('dots under it');
	await chips.getByRole('link', { name: /^Leave out possibly/ }).click();
	await expect(page).toHaveURL(/possible=without/);
	await expect(row).toHaveCount(0);
	// What was left out is still counted, so that one knows what to get back.
	await expect(chips.getByRole('link', { name: /^Include possibly \([1-9]/ })).toBeVisible();
});

test('the picture of a page without scripts and the picture as a file have dots under what is only possible', async ({ request }) => {
	for (const path of ['/', '/api/v1/scene.svg']) {
		expect(await (await request.get(`${path}?in=2025-12-05/2026-06-30`)).text()).toContain('stroke-dasharray="0 3.2"');
		expect(await (await request.get(`${path}?in=2025`)).text()).not.toContain('stroke-dasharray="0 3.2"');
	}
});

test('the days typed in the reader’s words are read, said back and asked for', async ({ page }) => {
	await openLive(page, `${HALF}&lang=en`);
	const filter = page.locator('.time');
	await filter.locator('summary').click();
	await filter.getByRole('textbox').fill('5 Dec 2025');
	await expect(filter.getByRole('status')).toHaveText('5 Dec 2025');
	await filter.getByRole('textbox').press('Enter');
	await expect(page).toHaveURL(/in=2025-12-05(&|$)/);
});

test('a day that could be two is not guessed: both are offered', async ({ page }) => {
	await openLive(page, `${HALF}&lang=en`);
	const filter = page.locator('.time');
	await filter.locator('summary').click();
	await filter.getByRole('textbox').fill('05/06/2025');
	await expect(filter.getByRole('status').getByRole('button')).toHaveCount(2);
	await filter.getByRole('textbox').press('Enter');
	await expect(page).toHaveURL(/in=2025-12-05\/2026-06-30/);
});

test('the head of the dates says which edge the order goes by, and offers the other', async ({ page }) => {
	await openLive(page, '/?table=events&lang=en');
	const head = page.locator('th[data-column="date"]');
	await expect(head.locator('.edge')).toHaveText('earliest start');
	await head.locator('.edge').click();
	await expect(page).toHaveURL(/sort=-date\.latest/);
	await expect(head.locator('.edge')).toHaveText('latest end');
	await head.locator('.sort').click();
	await expect(page).toHaveURL(/sort=date\.latest/);
});

for (const { lang } of LANGUAGES) {
	test(`without scripts days and relation are chosen by links and a form in ${lang}`, async ({ browser }) => {
		const context = await browser.newContext({ javaScriptEnabled: false });
		const page = await context.newPage();
		await page.goto(`/?lang=${lang}&table=events`);
		await page.locator('.dates summary').click();
		await page.locator('.dates a[href*="rel=during"]').click();
		await expect(page).toHaveURL(/rel=during/);
		await page.locator('.time summary').click();
		await page.locator('.time select').selectOption('before');
		await page.locator('.time input[name="in"]').fill('2026');
		await page.locator('.time form > button').click();
		await expect(page).toHaveURL(/in=2026(&|$)/);
		await expect(page).toHaveURL(/table=events/);
		await expect(dashboard.rowOf(page, '/events/wg-5')).toBeVisible();
		await expect(dashboard.rowOf(page, '/events/wg-6')).toHaveCount(0);
		await context.close();
	});
}

test('the API answers how certain each record is, and how many there are of each', async ({ request }) => {
	const answer = (await (await request.get('/api/v1/events?in=2025-12-05/2026-06-30&limit=500')).json()) as {
		items: { id: string; certainty: string }[];
		counts: Record<string, number>;
	};
	expect(answer.items.find(({ id }) => id === 'wg-6')?.certainty).toBe('possibly');
	expect(answer.items.find(({ id }) => id === 'wg-5')?.certainty).toBe('certainly');
	for (const certainty of ['certainly', 'possibly', 'undated'])
		expect(answer.items.filter((item) => item.certainty === certainty)).toHaveLength(answer.counts[certainty] ?? -1);
	const bad = await request.get('/api/v1/events?in=2026&rel=around');
	expect(bad.status()).toBe(400);
});
