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
				expect(answer.status, `${method} ${path}`).toBe(401);
				const { error } = (await answer.json()) as { error: { code: string; message: string } };
				expect(error.code).toBe('sign-in-needed');
				expect(error.message).toMatch(/[а-яё]{5}.*sign-in-link/);
			}
			const page = await fetch(`${url}/import?lang=ar`, { method: 'POST', headers: { accept: 'text/html' } });
			expect(page.status).toBe(401);
			expect(await page.text()).toMatch(/<html lang="ar" dir="rtl">[^]*sign-in-link/);
			expect(
				(await fetch(`${url}/preferences`, { method: 'POST', body: new URLSearchParams({ theme: 'dark' }), redirect: 'manual' })).status
			).toBe(303);
		} finally {
			await server.stop();
		}
	});
});

test('beyond this machine all but what was given to others waits for the owner, who signs in by a link that works once', async () => {
	await inFolder(async (folder) => {
		const db = `sqlite:${join(folder, 'door.db')}`;
		const server = await startServer({ today: '2026-11-22', db, host: '0.0.0.0' });
		const url = server.url.replace('0.0.0.0', '127.0.0.1');
		try {
			for (const path of [
				'/',
				'/api/v1/events',
				'/api/v1/claims',
				'/events/wg-5',
				'/decks',
				'/shares',
				'/changes',
				'/print',
				'/api/v1/shares'
			])
				expect((await fetch(url + path)).status, path).toBe(401);
			const page = await fetch(`${url}/?lang=fa`, { headers: { accept: 'text/html' } });
			expect([page.status, await page.text()]).toEqual([401, expect.stringMatching(/<html lang="fa" dir="rtl">[^]*sign-in-link/)]);
			for (const path of ['/health', '/sign-in', '/favicon.svg']) expect((await fetch(url + path)).status, path).toBe(200);

			const link = server.said().find((line) => line.includes('/sign-in?token='));
			const token = /token=([\w-]+)/.exec(link ?? '')?.[1] ?? '';
			expect(token).toMatch(/^[\w-]{32}$/);
			const enter = (given: string, headers: Record<string, string> = {}) =>
				fetch(`${url}/sign-in`, {
					method: 'POST',
					body: new URLSearchParams({ token: given }),
					redirect: 'manual',
					headers: { accept: 'text/html', ...headers }
				});
			expect((await enter(token, { origin: 'http://other.example' })).status).toBe(403);
			const noForm = { method: 'POST', headers: { accept: 'text/html', 'content-type': 'text/plain' }, body: 'token' };
			expect((await fetch(`${url}/sign-in`, noForm)).status).toBe(400);
			expect(server.said().join('\n')).not.toMatch(/Error/);
			const entered = await enter(token);
			expect(entered.status).toBe(303);
			const cookie = entered.headers.get('set-cookie') ?? '';
			expect(cookie).toMatch(/session=[\w-]{32};.*HttpOnly.*SameSite=Lax/i);
			expect((await enter(token)).status).toBe(403);

			const headers = { cookie: cookie.split(';')[0] ?? '' };
			expect((await fetch(`${url}/api/v1/events`, { headers })).status).toBe(200);
			const made = await fetch(`${url}/api/v1/shares`, {
				method: 'POST',
				headers,
				body: JSON.stringify({ view: 'track=iran-armenia-ict' })
			});
			expect(made.status).toBe(201);
			const foreign = { ...headers, origin: 'http://other.example' };
			expect((await fetch(`${url}/api/v1/shares`, { method: 'POST', headers: foreign, body: '{}' })).status).toBe(403);
			const { token: shared } = (await made.json()) as { token: string };
			expect((await fetch(`${url}/share/${shared}`)).status).toBe(200);
			expect((await fetch(`${url}/share/${shared}/api/v1/events/wg-5`)).status).toBe(404);

			expect((await fetch(`${url}/sign-out`, { method: 'POST', headers, redirect: 'manual' })).status).toBe(303);
			expect((await fetch(`${url}/api/v1/events`, { headers })).status).toBe(401);
			for (let guess = 0; guess < 12; guess++) await enter(`guess-${guess}`);
			expect((await enter('guess')).status).toBe(429);
		} finally {
			await server.stop();
		}
	});
});

test('a server for this machine alone takes in what comes under its own name only', async ({ request, baseURL }) => {
	const { port } = new URL(baseURL ?? '');
	const bent = await request.post('/api/v1/imports/undo', { data: {}, headers: { host: `evil.example:${port}` } });
	expect(bent.status()).toBe(401);
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
