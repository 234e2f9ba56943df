import { expect, test } from '@playwright/test';
import { dashboard, LANGUAGES, openLive } from '../support/pages.ts';
import { differingShare } from '../support/pixels.ts';

for (const lang of ['en', 'fa'] as const) {
	test(`the canvas takes over in ${lang} without a visible change`, async ({ page, browser, baseURL }) => {
		const bare = await browser.newContext({ javaScriptEnabled: false, viewport: page.viewportSize(), locale: 'en-GB', timezoneId: 'UTC' });
		const still = await bare.newPage();
		await still.goto(`${baseURL}/?lang=${lang}`);
		const before = await dashboard.plot(still).screenshot();
		await bare.close();
		await openLive(page, `/?lang=${lang}`);
		const after = await dashboard.plot(page).screenshot();
		expect(await differingShare(page, before, after)).toBeLessThan(0.005);
	});
}

test('the comparison itself sees a moved mark', async ({ page }) => {
	await openLive(page, '/?lang=en');
	const before = await dashboard.plot(page).screenshot();
	expect(await differingShare(page, before, before)).toBe(0);
	await openLive(page, '/?lang=en&t=2025-11/2026-01');
	expect(await differingShare(page, before, await dashboard.plot(page).screenshot())).toBeGreaterThan(0.005);
});

for (const { lang } of LANGUAGES) {
	test(`nothing jumps and nothing complains while the page comes alive in ${lang}`, async ({ page }) => {
		const complaints: string[] = [];
		page.on('console', (message) => {
			if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
		});
		page.on('pageerror', (error) => complaints.push(error.message));
		await page.addInitScript(() => {
			const shifts: number[] = [];
			Object.assign(window, { shifts });
			new PerformanceObserver((list) => {
				for (const entry of list.getEntries()) shifts.push((entry as PerformanceEntry & { value: number }).value);
			}).observe({ type: 'layout-shift', buffered: true });
		});
		await openLive(page, `/?lang=${lang}`);
		await page.evaluate(() => document.fonts.ready);
		// Two frames: the shifts of the last one have been reported then.
		await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
		const shifts = await page.evaluate(() => (window as Window & { shifts?: number[] }).shifts ?? []);
		expect(shifts.reduce((sum, value) => sum + value, 0)).toBeLessThan(0.01);
		expect(complaints).toEqual([]);
	});
}

for (const lanes of ['topic', 'actor'] as const) {
	test(`a record that stands in several lanes breaks nothing with a lane for each ${lanes}`, async ({ page }) => {
		const errors: string[] = [];
		page.on('pageerror', (error) => errors.push(error.message));
		await openLive(page, `/?lanes=${lanes}`);
		expect(errors).toEqual([]);
	});
}
