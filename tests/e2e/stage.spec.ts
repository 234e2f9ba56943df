import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { strFromU8, unzipSync } from 'fflate';
import { startServer } from '../support/server.ts';

const STEPS = [
	{
		view: 't=2025-12-03/2025-12-07&track=iran-russia-ict&lang=en',
		caption: { en: 'Two days in Moscow', fa: 'دو روز در مسکو' },
		notes: { en: 'Say who said it.' }
	},
	{ view: 't=2022/2027&kind=agreement&lang=en', caption: { en: 'What was agreed' }, notes: {} },
	{ view: 't=2024/2027&sel=wg-5&lang=en', caption: { en: 'The fifth session' }, notes: {} }
];

async function newDeck(url: string): Promise<string> {
	const answer = await fetch(`${url}/api/v1/decks`, {
		method: 'POST',
		headers: { 'content-type': 'application/json' },
		body: JSON.stringify({ title: { en: 'Moscow' }, steps: STEPS.map((step, n) => ({ id: `s${n + 1}`, ...step })) })
	});
	expect(answer.status).toBe(201);
	return ((await answer.json()) as { id: string }).id;
}

const caption = (page: Page) => page.getByRole('heading', { level: 1 });
const live = (page: Page) => page.locator('section.timeline.live');

test('keys and a clicker turn the steps, and the address follows', async ({ page, baseURL }) => {
	const id = await newDeck(baseURL ?? '');
	await page.goto(`/present/${id}/s1?lang=en`);
	await live(page).waitFor();
	await page.keyboard.press('PageDown');
	await expect(caption(page)).toHaveText('What was agreed');
	await expect(page).toHaveURL(new RegExp(`/present/${id}/s2`));
	await page.keyboard.press('ArrowLeft');
	await expect(caption(page)).toHaveText('Two days in Moscow');
	await page.keyboard.press('End');
	await expect(caption(page)).toHaveText('The fifth session');
	await page.keyboard.press('b');
	await expect(page.locator('.blank')).toBeVisible();
	await page.keyboard.press('PageDown');
	await expect(page.locator('.blank')).toHaveCount(0);
});

test('a stage in Persian reads from the right: the left arrow brings the next step, and a caption has its own language', async ({
	page,
	baseURL
}) => {
	const id = await newDeck(baseURL ?? '');
	await page.goto(`/present/${id}/s1?lang=fa`);
	await live(page).waitFor();
	await expect(caption(page)).toHaveText('دو روز در مسکو');
	await page.keyboard.press('ArrowLeft');
	await expect(caption(page)).toHaveText('What was agreed');
	await expect(caption(page)).toHaveAttribute('lang', 'en');
});

test('the step can be read without scripts', async ({ browser, baseURL }) => {
	const id = await newDeck(baseURL ?? '');
	const context = await browser.newContext({ javaScriptEnabled: false });
	const page = await context.newPage();
	await page.goto(`${baseURL}/present/${id}/s1?lang=en`);
	await expect(caption(page)).toHaveText('Two days in Moscow');
	await expect(page.locator('.plot svg:visible').first()).toBeVisible();
	await context.close();
});

test('a deck is made, written and put in order by its form', async ({ page }) => {
	await page.goto('/decks?lang=en&view=t%3D2025');
	await page.getByLabel('New deck').fill('My talk');
	await page.getByRole('button', { name: 'Create' }).click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('My talk');
	await page.getByLabel('Caption in English').fill('First words');
	await page.getByRole('button', { name: 'Duplicate' }).click();
	await expect(page.getByRole('heading', { level: 2, name: 'Step 2' })).toBeVisible();
	await page.getByLabel('Caption in English').nth(1).fill('Second words');
	await page.getByRole('button', { name: 'Move earlier' }).nth(1).click();
	await expect(page.getByLabel('Caption in English').first()).toHaveValue('Second words');
	await expect(page.getByLabel('Caption in English').nth(1)).toHaveValue('First words');
	await page.getByRole('button', { name: 'Delete step' }).first().click();
	await expect(page.getByLabel('Caption in English')).toHaveCount(1);
	await page.getByRole('button', { name: 'Undo' }).click();
	await expect(page.getByLabel('Caption in English').first()).toHaveValue('Second words');
	await expect(page.getByLabel('Caption in English').nth(1)).toHaveValue('First words');
});

test('a deck is a presentation file: captions as titles, notes beside the slides, right to left where the language is', async ({
	baseURL
}) => {
	const id = await newDeck(baseURL ?? '');
	const partsIn = async (lang: string) => {
		const answer = await fetch(`${baseURL}/api/v1/decks/${id}/pptx?lang=${lang}`);
		expect(answer.status).toBe(200);
		return Object.fromEntries(
			Object.entries(unzipSync(new Uint8Array(await answer.arrayBuffer()))).map(([path, bytes]) => [path, strFromU8(bytes)])
		);
	};
	const parts = await partsIn('en');
	for (const [at, { caption: words, notes }] of STEPS.entries()) {
		expect(parts[`ppt/slides/slide${at + 1}.xml`]).toContain(words.en);
		const told = parts[`ppt/notesSlides/notesSlide${at + 1}.xml`];
		if ('en' in notes && notes.en) expect(told).toContain(notes.en);
		else expect(told).toBeUndefined();
	}
	// Whatever a part points at is there, and is of a kind the file names.
	for (const [path, text] of Object.entries(parts).filter(([name]) => name.endsWith('.rels'))) {
		const folder = path.replace(/_rels\/[^/]*$/, '');
		for (const [, target = ''] of text.matchAll(/Target="([^"]*)"/g))
			expect(Object.keys(parts), `${path} → ${target}`).toContain(new URL(target, `file:///${folder}`).pathname.slice(1));
	}
	for (const path of Object.keys(parts).filter((name) => name.endsWith('.xml') && name !== '[Content_Types].xml'))
		expect(parts['[Content_Types].xml']).toContain(`PartName="/${path}"`);
	expect((await partsIn('fa'))['ppt/slides/slide1.xml']).toContain('rtl="1"');
	expect((await fetch(`${baseURL}/api/v1/decks/nothing/pptx`)).status).toBe(404);
});

test('steps are put in order by dragging, what was typed is kept, and Escape gives a drag up', async ({ page, baseURL }) => {
	const id = await newDeck(baseURL ?? '');
	await page.setViewportSize({ width: 1280, height: 1600 });
	await page.goto(`/decks/${id}?lang=en`);
	const captions = () => page.getByLabel('Caption in English').evaluateAll((all) => all.map((each) => (each as HTMLInputElement).value));
	const before = await captions();
	await page.getByLabel('Caption in English').first().fill('Typed and not saved');
	const handles = page.locator('[data-handle]');
	const carry = async (from: number, to: number, end: () => Promise<void>) => {
		await handles.nth(from).scrollIntoViewIfNeeded();
		const [start, goal] = [await handles.nth(from).boundingBox(), await handles.nth(to).boundingBox()];
		await page.mouse.move((start?.x ?? 0) + 8, (start?.y ?? 0) + 8);
		await page.mouse.down();
		await page.mouse.move((goal?.x ?? 0) + 8, (goal?.y ?? 0) + 40, { steps: 6 });
		await expect(page.locator('li[data-dragged]')).toHaveAttribute('style', /translateY\([1-9]/);
		await end();
	};
	await carry(0, 1, () => page.keyboard.press('Escape'));
	expect(await captions()).toEqual(['Typed and not saved', ...before.slice(1)]);
	await page.mouse.up();
	await carry(0, 1, () => page.mouse.up());
	await expect.poll(captions).toEqual([before[1], 'Typed and not saved', ...before.slice(2)]);
	await page.reload();
	expect(await captions()).toEqual([before[1], 'Typed and not saved', ...before.slice(2)]);
});

test('followers see each step, may look around by themselves, and come back with one press', async ({ page, browser, baseURL }) => {
	const id = await newDeck(baseURL ?? '');
	await page.goto(`/present/${id}/s1?lang=en`);
	await live(page).waitFor();
	await page.keyboard.press('o');
	const address = await page.locator('.follow .address').getAttribute('href');
	const audience = await browser.newPage();
	await audience.goto(`${address}?lang=en`);
	await live(audience).waitFor();
	await expect(caption(audience)).toHaveText('Two days in Moscow');
	await page.keyboard.press('PageDown');
	await expect(caption(audience)).toHaveText('What was agreed');
	await expect(audience.locator('body')).not.toContainText('Say who said it.');
	await audience.locator('.plot').hover();
	await audience.mouse.wheel(0, -240);
	const back = audience.getByRole('button', { name: 'Back to the presenter' });
	await back.click();
	await expect(back).toHaveCount(0);
	await expect(page.locator('.follow .count')).toContainText('1 follows');
	await audience.close();
});

test('a room is moved by nobody but the browser that opened it', async ({ baseURL }) => {
	const url = baseURL ?? '';
	const id = await newDeck(url);
	const post = (path: string, body: unknown) =>
		fetch(url + path, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
	const { token, key } = (await (await post('/api/v1/rooms', { deck: id })).json()) as { token: string; key: string };
	const state = { step: 's2', view: '', blank: false, pointer: null };
	expect((await post(`/api/v1/rooms/${token}`, { key: 'forged', state })).status).toBe(403);
	expect((await post(`/api/v1/rooms/${token}`, { key, state })).status).toBe(200);
	expect((await post(`/api/v1/rooms/${token.slice(1)}A`, { key, state })).status).toBe(404);
	expect((await fetch(`${url}/follow/${token.slice(1)}A`)).status).toBe(404);
});

test('when the server was away, stage and followers go on together', async ({ browser }) => {
	const folder = await mkdtemp(join(tmpdir(), 'accordline-stage-'));
	const options = { today: '2026-11-22', db: `sqlite:${join(folder, 'stage.db')}` };
	let server = await startServer(options);
	const port = Number(new URL(server.url).port);
	try {
		const id = await newDeck(server.url);
		const stage = await browser.newPage();
		await stage.goto(`${server.url}/present/${id}/s1?lang=en`);
		await live(stage).waitFor();
		await stage.keyboard.press('o');
		const address = await stage.locator('.follow .address').getAttribute('href');
		const audience = await browser.newPage();
		await audience.goto(`${address}?lang=en`);
		await live(audience).waitFor();
		await server.stop();
		await expect(audience.locator('.late')).toBeVisible();
		await expect(stage.locator('.late')).toContainText('Reconnecting; last heard at');
		await stage.keyboard.press('PageDown');
		await expect(caption(stage)).toHaveText('What was agreed');
		server = await startServer({ ...options, port });
		await expect(caption(audience)).toHaveText('What was agreed', { timeout: 20_000 });
		await expect(audience.locator('.late')).toHaveCount(0);
		await expect(stage.locator('.late')).toHaveCount(0, { timeout: 20_000 });
		await stage.keyboard.press('PageDown');
		await expect(caption(audience)).toHaveText('The fifth session');
		await stage.close();
		await audience.close();
	} finally {
		await server.stop();
		await rm(folder, { recursive: true, force: true });
	}
});
