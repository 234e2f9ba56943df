import { AxeBuilder } from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startServer, type TestServer } from '../support/server.ts';

/** Starts that can be read in two orders, ends whose calendar nobody says, two rows without a title. */
const TABLE = [
	'title,start date,end date,remark',
	'First round,03/04/2024,1403-01-15,held in Muscat',
	'Second round,05/06/2024,1403-03-16,',
	',06/07/2024,1403-04-01,',
	',07/08/2024,1403-04-02,',
	''
].join('\n');

let folder: string;
let server: TestServer;
test.beforeAll(async () => {
	folder = await mkdtemp(join(tmpdir(), 'accordline-e2e-answers-'));
	server = await startServer({ today: '2026-11-22', db: `sqlite:${join(folder, 'answers.db')}` });
});
test.afterAll(async () => {
	await server.stop();
	await rm(folder, { recursive: true, force: true });
});
test.describe.configure({ mode: 'serial' });

async function put(page: Page, name: string, text: string): Promise<void> {
	const sent = await page.request.post(`${server.url}/api/v1/imports?name=${name}`, { data: Buffer.from(text) });
	await page.goto(`${server.url}/import/${((await sent.json()) as { id: string }).id}?lang=en`);
}
const control = (page: Page, name: string) => page.locator(`select[name="${name}"]`);

test('each open question leads to the control that answers it, and neither order nor calendar is filled in before', async ({ page }) => {
	await put(page, 'asked.csv', TABLE);
	await expect(page.getByRole('heading', { name: '2 questions are open' })).toBeVisible();
	await expect(control(page, 'order.1')).toHaveValue('');
	await expect(control(page, 'calendar.2')).toHaveValue('');
	const readings = page.getByRole('table', { name: /In which calendar/ });
	await expect(readings.getByRole('row').filter({ hasText: '1403-01-15' })).toContainText('3 Apr 2024');
	await expect(readings.getByRole('row').filter({ hasText: '1403-01-15' })).toContainText('15 Jan 1403');
	const { violations } = await new AxeBuilder({ page }).analyze();
	expect(violations.map(({ id }) => id)).toEqual([]);

	await page.getByRole('link', { name: /In which order/ }).focus();
	await page.keyboard.press('Enter');
	await expect(control(page, 'order.1')).toBeFocused();
	await page.keyboard.press('d');
	await expect(control(page, 'order.1')).toHaveValue('dmy');
	// The calendar is still open: nothing is tried.
	await page.getByRole('button', { name: 'Dry run' }).click();
	await expect(control(page, 'calendar.2')).toBeFocused();
	await control(page, 'calendar.2').selectOption('persian');
	await page.getByRole('button', { name: 'Dry run' }).click();
	await expect(page.getByText('Dry run: nothing was written.')).toBeInViewport();
	await expect(page.getByRole('link', { name: /In which/ })).toHaveCount(0);
});

test('rows that cannot be taken in are refused once, and left out by the button beside the refusal', async ({ page }) => {
	await put(page, 'gaps.csv', TABLE.replaceAll('1403-', '2025-'));
	await control(page, 'order.1').selectOption('dmy');
	await page.getByRole('button', { name: 'Dry run' }).click();
	await expect(page.getByText(/2 rows of 4 cannot be taken in/)).toBeVisible();
	await expect(page.getByText('--accept-refused')).toHaveCount(0);
	await page.getByRole('button', { name: 'Import what can be read' }).click();
	await expect(page.getByText('Imported as entry 2.')).toBeVisible();
});

test('a finished import offers its undo, and once undone says so and offers none', async ({ page }) => {
	await put(page, 'undone.csv', 'title,date\nA meeting of one day,2024-05-01\n');
	await page.getByRole('button', { name: 'Dry run' }).click();
	await page.getByRole('button', { name: 'Import', exact: true }).click();
	await expect(page.getByText('Imported as entry 3.')).toBeVisible();
	const done = page.url();
	await page.getByRole('button', { name: 'Undo this import' }).click();
	await expect(page.getByText('Entry 3 is undone.', { exact: false })).toBeVisible();
	await page.goto(done);
	await expect(page.getByText('This import was undone.')).toBeVisible();
	await expect(page.getByRole('button', { name: 'Undo this import' })).toHaveCount(0);
});

test('a file that is no longer there is said to be gone, and another can be chosen', async ({ page }) => {
	await put(page, 'lost.csv', 'title,date\nA meeting,2024-05-01\n');
	// Wherever beside the database it waits.
	for (const name of await readdir(folder)) if (name.endsWith('-imports')) await rm(join(folder, name), { recursive: true });
	await page.getByRole('button', { name: 'Dry run' }).click();
	await expect(page.getByText('Choose the file again.')).toBeVisible();
	await expect(page.getByRole('link', { name: 'Import another file' })).toBeVisible();
});

test('a file refused as a whole is told where, and what to do next', async ({ page }) => {
	await put(page, 'broken.csv', 'title,date\n"Open,2024-01-01\n');
	const alert = page.getByRole('alert');
	await expect(alert).toContainText('Row 2');
	await expect(alert).toContainText('Mend the file and choose it again.');
	await page.getByRole('link', { name: 'Import another file' }).click();
	await expect(page).toHaveURL(/\/import$/);
	await expect(page.getByRole('listitem').filter({ hasText: 'broken.csv' })).toContainText('refused');
});

test.describe('without scripts', () => {
	test.use({ javaScriptEnabled: false });
	test('a column that is said to be a date keeps that meaning while its order is asked', async ({ page }) => {
		await put(page, 'plain.csv', 'name,kept,said\nFirst round,12/31,ready\nSecond round,11/30,open\n');
		await expect(control(page, 'order.1')).toHaveCount(0);
		await control(page, 'to.1').selectOption('date');
		await control(page, 'kind').selectOption('agreement');
		await page.getByRole('button', { name: 'Dry run' }).click();
		await expect(page.getByRole('heading', { name: 'One question is open' })).toBeVisible();
		await expect(control(page, 'to.1')).toHaveValue('date');
		await expect(control(page, 'kind')).toHaveValue('agreement');
		await expect(control(page, 'order.1')).toHaveValue('');
	});
});

test('the question about the encoding shows words that tell which is right, and reading again answers it', async ({ page }) => {
	const sent = await page.request.post(`${server.url}/api/v1/imports?name=latin.csv`, {
		data: Buffer.from('title,date\nTraité de São Paulo,2024-05-01\nAccord de Genève,2024-06-01\n', 'latin1')
	});
	await page.goto(`${server.url}/import/${((await sent.json()) as { id: string }).id}?lang=en`);
	await page.getByRole('link', { name: /Which encoding/ }).click();
	await expect(control(page, 'encoding')).toBeFocused();
	await expect(control(page, 'encoding')).toHaveValue('');
	await expect(page.getByText('Traité de São Paulo').first()).toBeVisible();
	await control(page, 'encoding').selectOption('windows-1252');
	await page.getByRole('button', { name: 'Read it again' }).click();
	await expect(page.getByRole('link', { name: /Which encoding/ })).toHaveCount(0);
	await expect(control(page, 'encoding')).toHaveValue('windows-1252');
});
