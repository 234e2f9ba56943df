import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { startServer } from '../support/server.ts';

const WRITES = [
	['POST', '/api/v1/imports?name=a.csv'],
	['POST', '/api/v1/imports/undo'],
	['POST', '/import'],
	['DELETE', '/api/v1/imports/any'],
	['PUT', '/anything']
] as const;

/** A folder for one test. */
async function inFolder(work: (folder: string) => Promise<void>): Promise<void> {
	const folder = await mkdtemp(join(tmpdir(), 'accordline-reach-'));
	try {
		await work(folder);
	} finally {
		await rm(folder, { recursive: true, force: true });
	}
}

test('a server that others can reach takes nothing in, and says why in the language of the reader', async () => {
	await inFolder(async (folder) => {
		const server = await startServer({ today: '2026-11-22', db: `sqlite:${join(folder, 'open.db')}`, host: '0.0.0.0' });
		const url = server.url.replace('0.0.0.0', '127.0.0.1');
		try {
			for (const [method, path] of WRITES) {
				const answer = await fetch(url + path, { method, headers: { 'accept-language': 'ru' } });
				expect(answer.status, `${method} ${path}`).toBe(403);
				const { error } = (await answer.json()) as { error: { code: string; message: string } };
				expect(error.code).toBe('reached-by-others');
				expect(error.message).toMatch(/[а-яё]{5}.*HOST=127\.0\.0\.1/);
			}
			const page = await fetch(`${url}/import?lang=ar`, { method: 'POST', headers: { accept: 'text/html' } });
			expect(page.status).toBe(403);
			expect(await page.text()).toMatch(/<html lang="ar" dir="rtl">[^]*HOST=127\.0\.0\.1/);
			expect((await fetch(`${url}/seen`, { method: 'POST', redirect: 'manual' })).status).toBe(303);
			expect((await fetch(`${url}/api/v1/events`)).status).toBe(200);
		} finally {
			await server.stop();
		}
	});
});

test('a server for this machine alone takes in what comes under its own name only', async ({ request, baseURL }) => {
	const { port } = new URL(baseURL ?? '');
	const bent = await request.post('/api/v1/imports/undo', { data: {}, headers: { host: `evil.example:${port}` } });
	expect(bent.status()).toBe(403);
	const foreign = await request.post('/api/v1/imports/undo', { data: {}, headers: { origin: 'http://evil.example' } });
	expect(await foreign.json()).toMatchObject({ error: { code: 'other-site' } });
	expect((await request.post('/api/v1/imports/undo', { data: {} })).status()).toBe(400);
});

test('a HOST that is no address of this machine is refused with what would do', async () => {
	await inFolder(async (folder) => {
		for (const host of ['192.0.2.1', 'no-such-host.invalid'])
			await expect(startServer({ today: '2026-11-22', db: `sqlite:${join(folder, 'no.db')}`, host })).rejects.toThrow(
				`HOST is "${host}", which is no address of this machine`
			);
	});
});
