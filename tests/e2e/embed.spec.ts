import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test, type Page } from '@playwright/test';

const hosts: Server[] = [];
test.afterAll(() => {
	for (const host of hosts) host.close();
});

/** A long page of another site with a shared view in it. */
async function hosted(page: Page, url: string, view: string, [width, height]: readonly [number, number]) {
	const answer = await fetch(`${url}/api/v1/shares`, {
		method: 'POST',
		headers: { 'content-type': 'application/json' },
		body: JSON.stringify({ view, frozen: false })
	});
	const { token } = (await answer.json()) as { token: string };
	const html = `<body style="margin:0;height:3000px"><iframe src="${url}/embed/${token}" width="${width}" height="${height}" style="border:0"></iframe>`;
	const host = createServer((_, response) => response.setHeader('content-type', 'text/html').end(html)).listen(0, '127.0.0.1');
	hosts.push(host);
	await new Promise((resolve) => host.once('listening', resolve));
	await page.goto(`http://127.0.0.1:${(host.address() as AddressInfo).port}/`);
	const frame = page.frameLocator('iframe');
	await frame.locator('section.timeline.live').waitFor();
	return frame;
}

for (const size of [
	[800, 480],
	[1000, 300],
	[320, 420]
] as const)
	test(`the wheel over an embed of ${size.join(' × ')} moves the page it stands in, however much the embed holds`, async ({
		page,
		baseURL
	}) => {
		await hosted(page, baseURL ?? '', 'lang=en', size);
		await page.mouse.move(size[0] * 0.6, size[1] * 0.45);
		await page.mouse.wheel(0, 200);
		await expect.poll(() => page.evaluate(() => scrollY)).toBe(200);
	});

test('who has clicked into a low embed scrolls what does not fit', async ({ page, baseURL }) => {
	const frame = await hosted(page, baseURL ?? '', 'lang=en', [320, 420]);
	await page.mouse.click(190, 225);
	await page.mouse.wheel(0, 100);
	await expect.poll(() => frame.locator('.timeline .body').evaluate((body) => body.scrollTop)).toBeGreaterThan(50);
	expect(await page.evaluate(() => scrollY)).toBe(0);
});

test('an embed that is wide enough shows its lanes without any scrolling', async ({ page, baseURL }) => {
	const frame = await hosted(page, baseURL ?? '', 'track=iran-russia-ict&lang=en', [1000, 480]);
	const hidden = await frame.locator('.timeline .body').evaluate((body) => body.scrollHeight - body.clientHeight);
	expect(hidden).toBeLessThanOrEqual(1);
});
