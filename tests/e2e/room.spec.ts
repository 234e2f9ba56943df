import { expect, test, type Page } from '@playwright/test';

const STEPS = [
	{ id: 's1', view: 't=2025&track=iran-russia-ict&lang=en', caption: { en: 'First words' }, notes: {} },
	{ id: 's2', view: 'q=memorandum&lang=en', caption: { en: 'Second words' }, notes: {} }
];

const caption = (page: Page) => page.getByRole('heading', { level: 1 });
const live = (page: Page) => page.locator('section.timeline.live');

/** Requests to one server. */
function callsTo(url: string) {
	const send = (method: string) => (path: string, body?: unknown) =>
		fetch(url + path, { method, headers: { 'content-type': 'application/json' }, body: body === undefined ? null : JSON.stringify(body) });
	return { post: send('POST'), put: send('PUT'), remove: send('DELETE') };
}

async function newDeck(url: string): Promise<string> {
	const answer = await callsTo(url).post('/api/v1/decks', { title: { en: 'A talk' }, steps: STEPS });
	expect(answer.status).toBe(201);
	return ((await answer.json()) as { id: string }).id;
}

/** A stage with an open room, and one who follows it. */
async function followed(page: Page, audience: Page, url: string) {
	const id = await newDeck(url);
	await page.goto(`/present/${id}/s1?lang=en`);
	await live(page).waitFor();
	await page.keyboard.press('o');
	const address = (await page.locator('.follow .address').getAttribute('href')) ?? '';
	await audience.goto(`${address}?lang=en`);
	await live(audience).waitFor();
	return { id, address, token: address.split('/').at(-1) ?? '' };
}

test('a deck that is deleted ends its rooms: who follows is told, and nothing of the room answers any more', async ({
	page,
	browser,
	baseURL
}) => {
	const url = baseURL ?? '';
	const audience = await browser.newPage();
	const { id, address, token } = await followed(page, audience, url);
	expect((await callsTo(url).remove(`/api/v1/decks/${id}`)).status).toBe(204);
	await expect(audience.locator('.state')).toHaveText('The presentation has ended. You may go on looking around.');
	for (const gone of [address, `${address}/events`, `${url}/api/v1/rooms/${token}`]) expect((await fetch(gone)).status, gone).toBe(404);
	await audience.close();
});

test('a deck edited while it is followed: stage and followers have its new words and steps without a reload', async ({
	page,
	browser,
	baseURL
}) => {
	const url = baseURL ?? '';
	const audience = await browser.newPage();
	const { id } = await followed(page, audience, url);
	const more = { id: 's3', view: 't=2024/2027&track=iran-armenia-ict&lang=en', caption: { en: 'Third words' }, notes: {} };
	const edited = await callsTo(url).put(`/api/v1/decks/${id}`, {
		revision: 1,
		title: { en: 'A talk' },
		// A new first step: the one that is shown stays the one that is shown.
		steps: [{ ...more, id: 's0', caption: { en: 'New first' } }, { ...STEPS[0], caption: { en: 'Mended words' } }, STEPS[1], more]
	});
	expect(edited.status).toBe(200);
	await expect(caption(audience)).toHaveText('Mended words');
	await expect(audience.locator('footer .place')).toHaveText('2 of 4');
	await page.evaluate(() => dispatchEvent(new Event('focus')));
	await expect(caption(page)).toHaveText('Mended words');
	await page.keyboard.press('End');
	await expect(caption(page)).toHaveText('Third words');
	await expect(caption(audience)).toHaveText('Third words');
	await expect(live(audience)).not.toHaveAttribute('aria-label', / 0 records/);
	await audience.close();
});

test('a room on loopback says that only this machine reaches it, and shows no code for telephones', async ({ page, baseURL }) => {
	const id = await newDeck(baseURL ?? '');
	await page.goto(`/present/${id}/s1?lang=en`);
	await live(page).waitFor();
	await page.keyboard.press('o');
	await expect(page.locator('.follow')).toContainText('Only this machine reaches this room');
	await expect(page.locator('.follow')).toContainText('HOST=0.0.0.0');
	await expect(page.locator('.code')).toHaveCount(0);
	await page.keyboard.press('o');
	await expect(page.getByRole('dialog')).toContainText('Only this machine reaches this room');
	await expect(page.locator('.code')).toHaveCount(0);
});

test('the code fills the stage with its address on one line, and Escape takes away one thing after the other before it leaves', async ({
	page,
	baseURL
}) => {
	const url = baseURL ?? '';
	const id = await newDeck(url);
	await page.route('**/api/v1/rooms', async (route) => {
		const answer = await route.fetch();
		const opened = (await answer.json()) as { token: string };
		await route.fulfill({
			response: answer,
			json: { ...opened, reach: 'all', address: `http://192.168.100.200:4747/follow/${opened.token}` }
		});
	});
	await page.setViewportSize({ width: 1280, height: 720 });
	await page.goto(`/present/${id}/s1?lang=en`);
	await live(page).waitFor();
	await page.keyboard.press('o');
	await page.getByRole('button', { name: 'Show the address large' }).first().click();
	const large = page.getByRole('dialog', { name: 'Follow on your phone' });
	const sizes = await large.evaluate((dialog) => {
		const [code, address] = [dialog.querySelector('.code'), dialog.querySelector('.address')];
		return {
			code: code?.getBoundingClientRect().height ?? 0,
			height: address?.getBoundingClientRect().height ?? 0,
			address: address?.getBoundingClientRect().width ?? 0,
			letters: address ? parseFloat(getComputedStyle(address).fontSize) : 0
		};
	});
	expect(sizes.code).toBeGreaterThan(440);
	expect(sizes.height).toBeLessThan(1.8 * sizes.letters);
	expect(sizes.address).toBeLessThan(1280);
	expect(sizes.letters).toBeGreaterThan(28);
	await page.keyboard.press('Escape');
	await expect(large).toHaveCount(0);
	await page.keyboard.press('j');
	await expect(page.locator('.list')).toBeVisible();
	await page.keyboard.press('b');
	await page.keyboard.press('o');
	await expect(large).toBeVisible();
	await page.keyboard.press('Escape');
	await expect(page.locator('.blank')).toBeVisible();
	await page.keyboard.press('Escape');
	await expect(page.locator('.blank')).toHaveCount(0);
	await expect(page.locator('.list')).toHaveCount(0);
	await expect(page.locator('.follow')).toBeVisible();
	await page.keyboard.press('Escape');
	await expect(page.locator('.follow')).toHaveCount(0);
	await page.locator('.plot').focus();
	await page.keyboard.press('?');
	await expect(page.locator('dialog[open]')).toBeVisible();
	await page.keyboard.press('Escape');
	await expect(page.locator('dialog[open]')).toHaveCount(0);
	await expect(page).toHaveURL(new RegExp(`/present/${id}/`));
	await page.keyboard.press('Escape');
	await expect(page).toHaveURL(new RegExp(`/decks/${id}`));
});

test('a step that names no time shows the same time on the stage, in its small picture and to those who follow', async ({
	page,
	browser,
	baseURL
}) => {
	const audience = await browser.newPage();
	const { id } = await followed(page, audience, baseURL ?? '');
	await page.keyboard.press('PageDown');
	await expect(caption(audience)).toHaveText('Second words');
	const summary = (await live(page).getAttribute('aria-label')) ?? '';
	const span = /\d{1,2} \w+ \d{4} – \d{1,2} \w+ \d{4}/.exec(summary)?.[0] ?? summary;
	await expect(live(audience)).toHaveAttribute('aria-label', new RegExp(span));
	await page.goto(`/decks/${id}?lang=en`);
	const src = (await page.locator('picture img').nth(1).getAttribute('src')) ?? '';
	expect(await (await page.request.get(src)).text()).toContain(span);
	await audience.close();
});

test('a room is moved to no step its deck does not have, and to no view that cannot be read', async ({ baseURL }) => {
	const url = baseURL ?? '';
	const { post } = callsTo(url);
	const deck = await newDeck(url);
	const state = { step: 's1', view: 't=2025&lang=en', blank: false, pointer: null };
	for (const wrong of [
		{ ...state, step: 's9' },
		{ ...state, view: 'nonsense=1' }
	])
		expect((await post('/api/v1/rooms', { deck, state: wrong })).status).toBe(400);
	const { token, key } = (await (await post('/api/v1/rooms', { deck, state })).json()) as { token: string; key: string };
	for (const wrong of [
		{ ...state, step: 's9' },
		{ ...state, view: 'nonsense=1' },
		{ ...state, view: 't=garbage' }
	])
		expect((await post(`/api/v1/rooms/${token}`, { key, state: wrong })).status).toBe(400);
	expect((await post(`/api/v1/rooms/${token}`, { key, state: { ...state, step: 's2' } })).status).toBe(200);
});

test('on a telephone no tooltip of a mark is cut by the screen, whichever side it grows to', async ({ page, baseURL }) => {
	await page.setViewportSize({ width: 390, height: 844 });
	const { post } = callsTo(baseURL ?? '');
	const deck = await newDeck(baseURL ?? '');
	const state = { step: 's1', view: 't=2024-10/2026-12&lang=en', blank: false, pointer: null };
	const { token } = (await (await post('/api/v1/rooms', { deck, state })).json()) as { token: string };
	let seen = 0;
	for (const lang of ['en', 'fa']) {
		await page.goto(`/follow/${token}?lang=${lang}`);
		await live(page).waitFor();
		const plot = await page.locator('.plot').boundingBox();
		const tooltip = page.locator('.tooltip');
		for (let y = 75; y < 300; y += 31)
			for (let x = 30; x < (plot?.width ?? 0); x += 30) {
				await page.mouse.move((plot?.x ?? 0) + x, (plot?.y ?? 0) + y);
				if ((await tooltip.count()) === 0) continue;
				const box = await tooltip.boundingBox();
				if (!box) continue;
				seen++;
				expect(box.x).toBeGreaterThanOrEqual(0);
				expect(box.x + box.width).toBeLessThanOrEqual(390);
			}
	}
	expect(seen).toBeGreaterThan(5);
});

/** Different pictures of the plot within a second after the next step was asked for. */
async function picturesOfATurn(page: Page): Promise<number> {
	const counting = page.evaluate(
		() =>
			new Promise<number>((resolve) => {
				const seen = new Set<string>();
				const until = performance.now() + 1500;
				const look = () => {
					seen.add(document.querySelector<HTMLCanvasElement>('.plot canvas')?.toDataURL() ?? '');
					if (performance.now() < until) requestAnimationFrame(look);
					else resolve(seen.size);
				};
				look();
			})
	);
	await page.keyboard.press('PageDown');
	return counting;
}

test('the stage travels from step to step, and where less motion is asked for it is there at once', async ({ page, baseURL }) => {
	const id = await newDeck(baseURL ?? '');
	await page.goto(`/present/${id}/s1?lang=en`);
	await live(page).waitFor();
	// The way from one to the next is fetched with the first turn, which is a jump.
	await picturesOfATurn(page);
	await page.keyboard.press('Home');
	await page.waitForTimeout(1000);
	expect(await picturesOfATurn(page)).toBeGreaterThan(4);
	await page.emulateMedia({ reducedMotion: 'reduce' });
	await page.goto(`/present/${id}/s1?lang=en`);
	await live(page).waitFor();
	await picturesOfATurn(page);
	await page.keyboard.press('Home');
	await page.waitForTimeout(1000);
	expect(await picturesOfATurn(page)).toBeLessThanOrEqual(2);
	await expect(caption(page)).toHaveText('Second words');
});
