import { AxeBuilder } from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DESK, type Claim } from '../../src/lib/domain/claim.ts';
import { createLedger } from '../../src/lib/server/ledger/ledger.ts';
import { openStore } from '../../src/lib/server/storage/open-store.ts';
import { LANGUAGES } from '../support/pages.ts';
import { startServer, type TestServer } from '../support/server.ts';

const person = (id: string, language: string, text: string): Claim[] => [
	{ record: id, kind: 'actor', source: DESK, fields: { title: { [language]: text } } },
	{ record: id, kind: 'actor', source: 'paper', fields: { kind: 'person', spellings: [{ text, language }] } }
];
const CLAIMS: readonly Claim[] = [
	{ record: 'paper', kind: 'source', source: DESK, fields: { title: { en: 'A paper' } } },
	...person('abedi', 'en', 'Meysam Abedi'),
	...person('abedi-ar', 'ar', 'ميثم عابدي'),
	...person('abedi-ru', 'ru', 'Мейсам Абеди'),
	...person('shoitov', 'ar', 'شفيتوف'),
	...person('shoitov-2', 'ar', 'شويتوف'),
	...person('hashemi', 'fa', 'ستار هاشمی')
];

/** What the page says was done. */
const said = (page: Page) => page.getByRole('main').getByRole('status');

let folder: string;
let server: TestServer;
// A server of its own, with nothing joined yet.
test.beforeAll(async () => {
	folder = await mkdtemp(join(tmpdir(), 'accordline-e2e-names-'));
	const db = `sqlite:${join(folder, 'names.db')}`;
	const store = await openStore(db);
	await createLedger(store, { clock: () => Date.UTC(2026, 10, 22), account: 'desk' }).append({ kind: 'claims', claims: CLAIMS });
	await store.close();
	server = await startServer({ today: '2026-11-22', db });
});
test.afterAll(async () => {
	await server.stop();
	await rm(folder, { recursive: true, force: true });
});
test.describe.configure({ mode: 'serial' });

for (const { lang, dir } of LANGUAGES) {
	test(`proposals can be read in ${lang}, with their reasons, and pass the accessibility check`, async ({ page }) => {
		await page.goto(`${server.url}/names?lang=${lang}`);
		await expect(page.locator('html')).toHaveAttribute('dir', dir);
		await expect(page.locator('article')).toHaveCount(3);
		await expect(page.locator('article .sounds').first()).toBeVisible();
		await expect(page.getByRole('main')).not.toContainText('names.');
		const { violations } = await new AxeBuilder({ page }).analyze();
		expect(violations).toEqual([]);
	});
}

test('a join makes the old address lead to the new one, and undoing it gives the old one back', async ({ page }) => {
	await page.goto(`${server.url}/names?lang=en`);
	const article = page.locator('article').filter({ hasText: 'شويتوف' });
	await article.getByRole('combobox').selectOption('shoitov');
	await article.getByRole('button', { name: /^Join/ }).press('Enter');
	await expect(said(page)).toContainText('Joined as entry 2');
	await expect(page.locator('article')).toHaveCount(2);
	await page.goto(`${server.url}/actors/shoitov-2`);
	await expect(page).toHaveURL(`${server.url}/actors/shoitov`);
	await page.goto(`${server.url}/names?lang=en`);
	await page.getByRole('button', { name: /^Undo the join/ }).click();
	await expect(said(page)).toContainText('entry 3');
	await page.goto(`${server.url}/actors/shoitov-2`);
	await expect(page, 'not remembered as moved by this browser').toHaveURL(`${server.url}/actors/shoitov-2`);
});

test.describe('without scripts', () => {
	test.use({ javaScriptEnabled: false });

	test('two can be told apart, are not proposed again, and that can be taken back', async ({ page }) => {
		await page.goto(`${server.url}/names?lang=en`);
		await page
			.locator('article')
			.filter({ hasText: 'شويتوف' })
			.getByRole('button', { name: /not the same$/ })
			.click();
		await expect(said(page)).toContainText('not the same');
		await expect(page.locator('article')).toHaveCount(2);
		await page.getByRole('button', { name: /^Propose/ }).click();
		await expect(page.locator('article')).toHaveCount(3);
	});

	test('all that are proposed for one person are joined in one press, an entry each', async ({ page }) => {
		await page.goto(`${server.url}/names?lang=en`);
		await page.getByRole('button', { name: 'Join all 3' }).click();
		await expect(page.locator('article')).toHaveCount(1);
		await expect(page.getByRole('button', { name: /^Undo the join/ })).toHaveCount(2);
	});
});

test('the API answers proposals, joins, tells apart and undoes, and says why it will not', async ({ request }) => {
	const at = `${server.url}/api/v1/names`;
	const { items, next, count } = await (await request.get(`${at}/proposals`)).json();
	expect([items.length, next, count]).toEqual([1, null, 1]);
	expect(items[0]).toMatchObject({ kind: 'proposal', likeness: 0.9348, reasons: [{ code: 'near-consonants' }] });
	const pair = { one: items[0].from, other: items[0].into };
	expect((await request.post(`${at}/apart`, { data: { ...pair, because: 'brothers' } })).status()).toBe(201);
	expect(await (await request.get(`${at}/proposals`)).json()).toMatchObject({ items: [], apart: [{ ...pair, because: 'brothers' }] });
	expect((await request.post(`${at}/undo`, { data: pair })).status()).toBe(200);
	expect((await request.post(`${at}/undo`, { data: pair })).status()).toBe(409);
	const refused = await request.post(`${at}/join`, { data: { from: 'nobody', into: 'abedi' } });
	expect([refused.status(), (await refused.json()).error.code]).toEqual([404, 'unknown-record']);
	expect((await request.post(`${at}/join`, { data: { from: 'paper', into: 'abedi' } })).status()).toBe(409);
	expect((await request.post(`${at}/join`, { data: ['abedi'] })).status()).toBe(400);
	const foreign = await request.post(`${at}/join`, {
		data: { from: 'shoitov', into: 'abedi' },
		headers: { origin: 'http://elsewhere.example' }
	});
	expect(foreign.status(), 'another site').toBe(403);
});
