import { AxeBuilder } from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { startServer, type TestServer } from '../support/server.ts';
import { ROOT } from '../support/source-tree.ts';

/** Days and months that can be read both ways, a bad day, a doubled row, a name turned round by a control character. */
const TABLE = [
	'id,title,date,country,remark',
	'1,First round of talks,03/04/2024,Iran,held in Muscat',
	'2,Second round,05/06/2024,Iran,',
	'3,Third round,33/13/2024,Oman,no such day',
	'4,Fourth \u202Eround,07/08/2024,Oman,',
	'1,First round of talks,03/04/2024,Iran,held in Muscat',
	''
].join('\n');
const FILE = { name: 'rounds.csv', mimeType: 'text/csv', buffer: Buffer.from(TABLE) };

let folder: string;
let server: TestServer;
// A server of its own: what is imported would be seen by the other tests.
test.beforeAll(async () => {
	folder = await mkdtemp(join(tmpdir(), 'accordline-e2e-import-'));
	server = await startServer({ today: '2026-11-22', db: `sqlite:${join(folder, 'import.db')}` });
});
test.afterAll(async () => {
	await server.stop();
	await rm(folder, { recursive: true, force: true });
});
test.describe.configure({ mode: 'serial' });

const orderOf = (page: Page) => page.locator('select[name="order.2"]');
const noViolations = async (page: Page) => {
	const { violations } = await new AxeBuilder({ page }).analyze();
	expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
};

test('a file is chosen, its question answered, tried, taken in and undone', async ({ page }) => {
	await page.goto(`${server.url}/import?lang=en`);
	await page.locator('input[type="file"]').setInputFiles(FILE);
	await expect(page).toHaveURL(/\/import\/[0-9a-f-]{36}$/);
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('rounds.csv');
	// A name that would read as another is shown with what turns it round.
	await expect(page.getByText('⟨U+202E⟩').first()).toBeVisible();
	await expect(page.getByRole('heading', { name: /question/ })).toBeVisible();
	await expect(orderOf(page)).toHaveValue('');
	await expect(page.getByText('4 Mar 2024').first()).toBeVisible();
	await expect(page.getByText('3 Apr 2024').first()).toBeVisible();
	await noViolations(page);

	await orderOf(page).selectOption('dmy');
	await page.getByRole('button', { name: 'Dry run' }).click();
	await expect(page.getByText('Dry run: nothing was written.')).toBeVisible();
	const refused = page.getByRole('region', { name: /Refused/ });
	await expect(refused.getByRole('row').filter({ hasText: '33/13/2024' })).toContainText('4');
	await expect(page.getByText('says to the letter what row 2 says').first()).toBeVisible();
	await noViolations(page);
	expect(((await (await page.request.get(`${server.url}/health`)).json()) as { seq: number }).seq).toBe(1);

	await page.getByRole('button', { name: 'Import', exact: true }).click();
	await expect(page.getByText('Imported as entry 2.')).toBeVisible();
	const titles = async () => {
		const { items } = (await (await page.request.get(`${server.url}/api/v1/events?q=round`)).json()) as {
			items: { title: { en?: string } }[];
		};
		return items.map(({ title }) => title.en);
	};
	await expect.poll(titles).toContain('Fourth round');

	await page.getByRole('button', { name: 'Undo' }).click();
	await expect(page.getByText('Entry 2 is undone.', { exact: false })).toBeVisible();
	await page.goto(`${server.url}/import?lang=en`);
	await expect(page.getByRole('row').filter({ hasText: 'rounds.csv' })).toContainText('undone');
	expect(readdirSync(join(folder, 'import.db-imports')).filter((name) => !name.endsWith('.jsonl'))).toEqual([]);
});

test.describe('without scripts', () => {
	test.use({ javaScriptEnabled: false });
	for (const { lang, dir } of [
		{ lang: 'en', dir: 'ltr' },
		{ lang: 'fa', dir: 'rtl' }
	]) {
		test(`the same goes by plain forms (${lang})`, async ({ page }) => {
			await page.goto(`${server.url}/import?lang=${lang}`);
			await expect(page.locator('html')).toHaveAttribute('dir', dir);
			await page.locator('input[type="file"]').setInputFiles({ ...FILE, name: `rounds-${lang}.csv` });
			await page.locator('form[action="?/upload"] button').click();
			await expect(page).toHaveURL(/\/import\/[0-9a-f-]{36}$/);
			await orderOf(page).selectOption('mdy');
			await page.locator('button[formaction="?/try"]').click();
			await page.locator('form[action="?/commit"] button:not([formaction])').click();
			await expect(page.locator('form[action="/import?/undo"] button')).toBeVisible();
			await page.locator('form[action="/import?/undo"] button').click();
			await expect(page.getByRole('main').getByRole('status')).toBeVisible();
		});
	}
});

test('a broken file is refused with row and reason, and can be discarded', async ({ page }) => {
	await page.goto(`${server.url}/import?lang=en`);
	await page
		.locator('input[type="file"]')
		.setInputFiles({ ...FILE, name: 'bad.csv', buffer: Buffer.from('title,date\n"Open,2024-01-01\n') });
	const alert = page.getByRole('alert');
	await expect(alert).toContainText('bad.csv was refused. Nothing was written.');
	await expect(alert).toContainText('Row 2');
	await expect(alert).toContainText('never closed');
	await page.getByRole('button', { name: 'Discard' }).click();
	await expect(page).toHaveURL(/\/import$/);
});

test('a page of another site cannot write', async ({ request }) => {
	const answer = await request.post(`${server.url}/api/v1/imports?name=a.csv`, {
		headers: { origin: 'https://elsewhere.example' },
		data: Buffer.from('title\nx\n')
	});
	expect(answer.status()).toBe(403);
});

test('a server killed in the middle of an import comes up with the store as it was, and no file left over', async ({ request }) => {
	const db = `sqlite:${join(folder, 'killed.db')}`;
	const child = spawn(process.execPath, [join(ROOT, 'src/cli/start.ts')], {
		cwd: ROOT,
		stdio: ['ignore', 'pipe', 'inherit'],
		env: {
			PATH: process.env.PATH,
			HOME: process.env.HOME,
			TZ: 'UTC',
			HOST: '127.0.0.1',
			PORT: '0',
			ACCORDLINE_DB: db,
			ACCORDLINE_TODAY: '2026-11-22'
		}
	});
	const url = await new Promise<string>((found) => {
		createInterface(child.stdout).on('line', (line) => {
			const address = /https?:\/\/[^\s/]+:\d+/.exec(line)?.[0];
			if (address) found(address);
		});
	});
	const rows = Array.from({ length: 60_000 }, (_, at) => `${at},Meeting ${at},2024-05-01,Iran`);
	const sent = await request.post(`${url}/api/v1/imports?name=many.csv`, {
		data: Buffer.from(['id,title,date,country', ...rows, ''].join('\n'))
	});
	const { id } = (await sent.json()) as { id: string };
	await request.post(`${url}/api/v1/imports/${id}`, { data: { action: 'commit' } });
	const read = async () =>
		((await (await request.get(`${url}/api/v1/imports/${id}`)).json()) as { state: { step: string; done?: number } }).state;
	await expect.poll(async () => ((await read()).done ?? 0) > 1000, { intervals: [50] }).toBe(true);
	expect((await read()).step).toBe('running');
	child.kill('SIGKILL');
	await once(child, 'exit');

	const again = await startServer({ today: '2026-11-22', db });
	try {
		expect(((await (await request.get(`${again.url}/health`)).json()) as { seq: number }).seq).toBe(1);
		const imports = (await (await request.get(`${again.url}/api/v1/imports`)).json()) as { items: unknown[]; running: unknown[] };
		expect(imports).toMatchObject({ items: [], running: [] });
		const events = (await (await request.get(`${again.url}/api/v1/events`)).json()) as { items: unknown[] };
		expect(events.items).toHaveLength(10);
	} finally {
		await again.stop();
	}
	expect(existsSync(join(folder, 'killed.db-imports')) ? readdirSync(join(folder, 'killed.db-imports')) : []).toEqual([]);
});
