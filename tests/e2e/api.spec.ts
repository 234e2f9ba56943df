import { expect, test } from '@playwright/test';

test('/health answers with the seq', async ({ request }) => {
	const response = await request.get('/health');
	expect(response.status()).toBe(200);
	expect(await response.json()).toMatchObject({ status: 'ok', seq: expect.any(Number) });
});

for (const kind of ['tracks', 'events', 'agreements', 'follow-ups', 'actors', 'sources', 'topics']) {
	test(`/api/v1/${kind} lists records with id and kind`, async ({ request }) => {
		const response = await request.get(`/api/v1/${kind}`);
		expect(response.status()).toBe(200);
		const { items } = (await response.json()) as { items: { id: string; kind: string }[] };
		expect(items.length).toBeGreaterThan(0);
		for (const item of items) expect(item).toMatchObject({ id: expect.any(String), kind: kind.slice(0, -1) });
	});
}

test('an unknown record is a 404 that says so as JSON', async ({ request }) => {
	const response = await request.get('/api/v1/events/no-such-record');
	expect(response.status()).toBe(404);
	expect(response.headers()['content-type']).toContain('application/json');
	expect(await response.json()).toMatchObject({ error: { code: expect.any(String), message: expect.any(String) } });
});

test('an unknown parameter is a 400 that names parameter and reason', async ({ request }) => {
	const response = await request.get('/api/v1/events?colour=red');
	expect(response.status()).toBe(400);
	expect(await response.json()).toMatchObject({ error: { parameter: 'colour', message: expect.stringMatching(/\w+/) } });
});

test('a page size out of bounds is a 400 that names parameter and reason', async ({ request }) => {
	const response = await request.get('/api/v1/events?limit=-1');
	expect(response.status()).toBe(400);
	expect(await response.json()).toMatchObject({ error: { parameter: 'limit', value: '-1', message: expect.stringMatching(/\d/) } });
});

for (const address of ['/seen', '/preferences']) {
	test(`${address} without a form goes back instead of failing`, async ({ request }) => {
		expect((await request.post(address, { maxRedirects: 0 })).status()).toBe(303);
	});
}

test('an unknown page is a 404 for people', async ({ request }) => {
	const response = await request.get('/events/no-such-record', { headers: { accept: 'text/html' } });
	expect(response.status()).toBe(404);
	expect(response.headers()['content-type']).toContain('text/html');
});
