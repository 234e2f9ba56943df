import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { LANGUAGES } from '../support/pages.ts';

let folder: string;
test.beforeAll(async () => {
	folder = await mkdtemp(join(tmpdir(), 'accordline-files-'));
});
test.afterAll(() => rm(folder, { recursive: true, force: true }));

for (const { lang, dir } of LANGUAGES) {
	test(`the HTML file opens from a disk with the network off, and answers to keys and search, in ${lang}`, async ({
		page,
		context,
		request
	}) => {
		const path = join(folder, `${lang}.html`);
		await writeFile(path, await (await request.get(`/api/v1/export/html?lang=${lang}`)).body());
		await context.setOffline(true);
		const told: string[] = [];
		page.on('console', (message) => told.push(message.text()));
		page.on('request', (asked) => {
			if (!/^(?:file|data):/u.test(asked.url())) told.push(asked.url());
		});
		await page.goto(pathToFileURL(path).href);
		await expect(page.locator('html')).toHaveAttribute('dir', dir);
		const picture = page.locator('.timeline > svg');
		const before = await picture.getAttribute('viewBox');
		await page.locator('.timeline').focus();
		await page.keyboard.press('+');
		await expect(picture).not.toHaveAttribute('viewBox', before ?? '');
		await page.keyboard.press('0');
		await expect(picture).toHaveAttribute('viewBox', before ?? '');
		// The first mark leads to its evidence.
		await page.keyboard.press('Tab');
		await page.keyboard.press('Enter');
		await expect(page.locator('article:target')).toBeVisible();
		const rows = page.locator('table.records tbody tr:visible');
		const all = await rows.count();
		await page.locator('.find input').fill('qqqq');
		await expect(rows).toHaveCount(0);
		await page.locator('.find input').fill('');
		await expect(rows).toHaveCount(all);
		expect(told).toEqual([]);
		expect((await new AxeBuilder({ page }).analyze()).violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
	});

	test(`the page for printing needs no script and comes out as numbered sheets in ${lang}`, async ({ browser, baseURL }) => {
		const context = await browser.newContext({ javaScriptEnabled: false, baseURL });
		const page = await context.newPage();
		await page.goto(`/print?lang=${lang}&paper=a4&turn=wide`);
		await expect(page.locator('html')).toHaveAttribute('dir', dir);
		await expect(page.locator('.timeline > svg')).toBeVisible();
		await expect(page.locator('#sources')).toBeVisible();
		for (const [paper, turn, width, height] of [
			['a4', 'wide', 842, 595],
			['a3', 'upright', 842, 1191]
		] as const) {
			await page.goto(`/print?lang=${lang}&paper=${paper}&turn=${turn}`);
			const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
			const [, across, down] = /\/MediaBox\s*\[\s*[\d.]+ [\d.]+ ([\d.]+) ([\d.]+)/u.exec(pdf) ?? [];
			expect(Math.abs(Number(across) - width)).toBeLessThan(2);
			expect(Math.abs(Number(down) - height)).toBeLessThan(2);
		}
		await context.close();
	});
}

for (const { lang, dir } of LANGUAGES) {
	test(`on a phone the HTML file and the page for printing stay within the screen, and what is wider scrolls in its own box, in ${lang}`, async ({
		page,
		request
	}) => {
		await page.setViewportSize({ width: 390, height: 844 });
		const path = join(folder, `${lang}-phone.html`);
		await writeFile(path, await (await request.get(`/api/v1/export/html?lang=${lang}`)).body());
		for (const address of [pathToFileURL(path).href, `/print?lang=${lang}&paper=a4&turn=upright`]) {
			await page.goto(address);
			await expect(page.locator('table.records').first()).toBeVisible();
			expect(await page.evaluate(() => document.documentElement.scrollWidth), address).toBe(390);
			// Words of the picture are as large as they were laid out, and it opens where reading begins.
			const picture = await page.locator('.timeline > svg').evaluate((svg) => ({
				scale: svg.getBoundingClientRect().width / (svg as SVGSVGElement).viewBox.baseVal.width,
				left: svg.getBoundingClientRect().left,
				right: svg.getBoundingClientRect().right
			}));
			expect(picture.scale).toBeCloseTo(1, 2);
			if (dir === 'rtl') expect(picture.right).toBeLessThan(390);
			else expect(picture.left).toBeGreaterThanOrEqual(0);
			await page.locator('.timeline').evaluate((box) => box.scrollBy(box.matches('[dir=rtl] *') ? -200 : 200, 0));
			expect(Math.abs(await page.locator('.timeline').evaluate((box) => box.scrollLeft))).toBe(200);
		}
	});
}

test('a picture is as large as asked for, and refuses what it cannot be', async ({ request }) => {
	const answer = await request.get('/api/v1/scene.png?width=800&scale=2&lang=fa');
	expect(answer.headers()['content-type']).toBe('image/png');
	expect((await answer.body()).readUInt32BE(16)).toBe(1600);
	for (const wrong of ['scale=5', 'transparent=yes', 'card=2', 'width=1']) {
		expect((await request.get(`/api/v1/scene.png?${wrong}`)).status(), wrong).toBe(400);
	}
	expect((await request.get('/api/v1/scene.png?width=8000&height=20000&scale=4')).status()).toBeLessThan(500);
});

test('a file of an empty view says so instead of failing', async ({ request }) => {
	for (const place of ['/api/v1/export/pptx', '/api/v1/export/html', '/print', '/api/v1/scene.png']) {
		const answer = await request.get(`${place}?track=none`);
		expect(answer.status(), place).toBe(200);
		expect((await answer.body()).length).toBeGreaterThan(1000);
	}
});
