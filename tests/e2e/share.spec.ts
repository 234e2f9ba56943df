import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { createLedger } from '../../src/lib/server/ledger/ledger.ts';
import { openStore } from '../../src/lib/server/storage/open-store.ts';
import { startServer, type TestServer } from '../support/server.ts';

const JSON_TYPE = { 'content-type': 'application/json' };
let folder: string;
let db: string;
let server: TestServer;

test.describe.configure({ mode: 'serial' });
test.beforeAll(async () => {
	folder = await mkdtemp(join(tmpdir(), 'accordline-share-'));
	db = join(folder, 'share.db');
	server = await startServer({ today: '2026-11-22', db: `sqlite:${db}` });
});
test.afterAll(async () => {
	await server.stop();
	await rm(folder, { recursive: true, force: true });
});

interface Made {
	readonly token: string;
	readonly address: string;
	readonly seq: number;
}

async function share(view: string, frozen: boolean, more: Record<string, unknown> = {}): Promise<Made> {
	const answer = await fetch(`${server.url}/api/v1/shares`, {
		method: 'POST',
		headers: JSON_TYPE,
		body: JSON.stringify({ view, frozen, name: 'For the ministry', ...more })
	});
	expect(answer.status).toBe(201);
	return (await answer.json()) as Made;
}

const text = async (path: string) => (await fetch(server.url + path)).text();
const items = async (path: string) =>
	((await (await fetch(server.url + path)).json()) as { items: { id: string }[] }).items.map(({ id }) => id);

/** Writes to the ledger beside the server, which then follows. */
async function say(
	...claims: Parameters<ReturnType<typeof createLedger>['append']>[0] extends infer Body ? readonly Body[] : never
): Promise<void> {
	const store = await openStore(`sqlite:${db}`);
	const ledger = createLedger(store, { clock: Date.now, account: 'desk' });
	for (const body of claims) await ledger.append(body);
	const head = await store.head();
	await store.close();
	await expect
		.poll(async () => ((await (await fetch(`${server.url}/health`)).json()) as { columns: number }).columns, { timeout: 20_000 })
		.toBe(head);
}

test('what a share shows is its filter, whatever is asked of it', async () => {
	const { token } = await share('track=iran-armenia-ict&lang=en', false);
	const base = `/share/${token}`;
	const own = await items('/api/v1/events?track=iran-armenia-ict');
	expect(own.length).toBeGreaterThan(0);
	for (const query of ['', '?track=iran-russia-ict', '?track=', '?kind=event:session', '?q=Moscow', '?asof=0', '?in=2025', '?actor=abedi'])
		for (const id of await items(`${base}/api/v1/events${query}`)) expect(own, query).toContain(id);
	expect((await items(`${base}/api/v1/events`)).toSorted()).toEqual(own.toSorted());
	expect((await fetch(`${server.url}${base}/api/v1/events/wg-5`)).status).toBe(404);
	expect((await fetch(`${server.url}${base}/events/wg-5`)).status).toBe(404);
	expect(await items(`${base}/api/v1/agreements`)).not.toContain('contracts-2025');
	const everything = [
		await text(base),
		await text(`${base}/api/v1/items`),
		await text(`${base}/api/v1/facets?table=events`),
		await text(`${base}/api/v1/search?q=session`),
		await text(`${base}/api/v1/export/csv`),
		await text(`${base}/api/v1/export/jsonl`),
		await text(`${base}/api/v1/export/html`),
		await text(`${base}/api/v1/scene.svg`),
		await text(`${base}/print`)
	];
	for (const answer of everything) {
		expect(answer).not.toContain('wg-6');
		expect(answer).not.toContain('contracts-2025');
	}
});

test('what is not part of a shared view is closed under it, and nothing is written through it', async () => {
	const { token } = await share('track=iran-armenia-ict&lang=en', true);
	for (const path of [
		'/api/v1/claims',
		'/api/v1/changes',
		'/api/v1/shares',
		'/import',
		'/decks',
		'/names',
		'/changes',
		'/api/v1/rows?rows=0'
	])
		expect((await fetch(`${server.url}/share/${token}${path}`, { redirect: 'manual' })).status, path).toBe(path === '/changes' ? 200 : 404);
	expect((await fetch(`${server.url}/share/${token}`, { method: 'POST', body: 'x' })).status).toBe(405);
});

test('forged, ended and revoked links are answered alike', async () => {
	const { token } = await share('lang=en', false);
	const ended = await share('lang=en', false, { ends: new Date(Date.now() + 1500).toISOString() });
	expect((await fetch(`${server.url}/share/${ended.token}`)).status).toBe(200);
	expect((await fetch(`${server.url}/api/v1/shares/${token}`, { method: 'DELETE' })).status).toBe(204);
	await expect.poll(async () => (await fetch(`${server.url}/share/${ended.token}`)).status).toBe(404);
	const answers = await Promise.all(
		[token, ended.token, 'A'.repeat(24), 'short'].map(async (each) => {
			const page = await fetch(`${server.url}/share/${each}`);
			return [
				page.status,
				await page.text(),
				(await fetch(`${server.url}/share/${each}/api/v1/events`)).status,
				(await fetch(`${server.url}/embed/${each}`)).status
			];
		})
	);
	for (const answer of answers) expect(answer).toEqual(answers[0]);
	expect(answers[0]?.[0]).toBe(404);
});

test('a bad request for a link is refused with its parameter', async () => {
	const post = (body: unknown) => fetch(`${server.url}/api/v1/shares`, { method: 'POST', headers: JSON_TYPE, body: JSON.stringify(body) });
	const refused = async (body: unknown) => {
		const answer = await post(body);
		return [answer.status, ((await answer.json()) as { error: { parameter?: string } }).error.parameter];
	};
	expect(await refused({ view: 'colour=red' })).toEqual([400, 'view']);
	expect(await refused({ view: '', ends: '2020-01-01' })).toEqual([400, 'ends']);
	expect(await refused({ view: '', ends: 'soon' })).toEqual([400, 'ends']);
	expect(await refused({ view: 7 })).toEqual([400, undefined]);
});

test('a frozen link shows the same, byte for byte, after new claims and on another day, and tells what changed', async () => {
	const { token, seq } = await share('t=2025/2027&track=iran-russia-ict&lang=fa', true);
	const live = await share('track=iran-russia-ict&lang=en', false);
	const svg = await text(`/share/${token}/api/v1/scene.svg`);
	const csv = await text(`/share/${token}/api/v1/export/csv`);
	expect(svg).toContain('<svg');
	await say(
		{
			kind: 'claims',
			claims: [
				{
					record: 'paper',
					kind: 'source',
					source: 'desk',
					fields: { title: { en: 'A new paper' }, language: 'en', published: { edtf: '2026-11-20' } }
				},
				{ record: 'new-visit', kind: 'event', source: 'desk', fields: { title: { en: 'A new visit' } } },
				{
					record: 'new-visit',
					kind: 'event',
					source: 'paper',
					fields: { track: 'iran-russia-ict', kind: 'visit', status: 'held', date: { edtf: '2026-11-19' } }
				},
				{ record: 'wg-6', kind: 'event', source: 'paper', fields: { date: { edtf: '2027-02' } } },
				{ record: 'wg-5', kind: 'event', source: 'paper', fields: { date: { edtf: '2025-11-01/2025-11-02' } } }
			]
		},
		{ kind: 'drop', record: 'b2b-2025' }
	);
	expect(await text(`/share/${token}/api/v1/scene.svg`)).toBe(svg);
	expect(await text(`/share/${token}/api/v1/export/csv`)).toBe(csv);
	expect(await items(`/share/${live.token}/api/v1/events`)).toContain('new-visit');
	expect(await items(`/share/${token}/api/v1/events`)).not.toContain('new-visit');

	await server.stop();
	server = await startServer({ today: '2027-03-01', db: `sqlite:${db}` });
	expect(await text(`/share/${token}/api/v1/scene.svg`)).toBe(svg);

	const answer = (await (await fetch(`${server.url}/api/v1/shares/${token}/changes`)).json()) as {
		since: number;
		items: {
			id: string;
			what: string[];
			seq: number | null;
			from?: string;
			to?: string;
			contradictions?: { field: string; versions: { value: unknown; voices: string[]; isNew: boolean }[] }[];
		}[];
	};
	expect(answer.since).toBe(seq);
	const byId = Object.fromEntries(answer.items.map(({ id, what }) => [id, what.join(' ')]));
	expect(byId['new-visit']).toBe('added');
	expect(byId['wg-6']).toBe('moved');
	expect(byId['wg-5']).toBe('moved contradicted');
	expect(byId['b2b-2025']).toBe('dropped');
	expect(Object.keys(byId)).toHaveLength(4);
	expect(answer.items.find(({ id }) => id === 'b2b-2025')?.seq).toBeGreaterThan(seq);
	const held = answer.items.find(({ id }) => id === 'wg-5');
	expect(held?.seq).toBe(seq + 1);
	expect(held?.contradictions?.map(({ field }) => field)).toEqual(['date']);
	const fresh = held?.contradictions?.[0]?.versions.filter(({ isNew }) => isNew) ?? [];
	expect(fresh.map(({ value, voices }) => [(value as { edtf: string }).edtf, voices])).toEqual([['2025-11-01/2025-11-02', ['paper']]]);
	expect(await text(`/share/${token}/changes`)).toContain('A new visit');

	await fetch(`${server.url}/api/v1/shares/${token}`, { method: 'POST' });
	expect(await items(`/share/${token}/api/v1/events`)).toContain('new-visit');
	const pinned = await text(`/share/${token}/api/v1/scene.svg`);
	await say({ kind: 'drop', record: 'new-visit' });
	expect(await text(`/share/${token}/api/v1/scene.svg`)).toBe(pinned);
});

test('the page of a share is the dashboard of its view, read-only, with its banner', async ({ page }) => {
	const { token, address } = await share('track=iran-russia-ict&table=events&lang=en', true);
	await page.goto(address);
	await expect(page.locator('section.timeline.live')).toBeVisible();
	await expect(page.locator('p.shared')).toContainText('As known on');
	await expect(page.getByRole('link', { name: /5th session/ }).first()).toBeVisible();
	await page.locator('tbody tr').first().click();
	await expect(page.locator('aside, .panel').first()).toBeVisible();
	await expect(page).toHaveURL(new RegExp(`/share/${token}\\?.*sel=`));
	await expect(page.getByRole('link', { name: 'Import' })).toHaveCount(0);
});

test('only an embed stands in another page; a link unfurls to the picture of its view', async ({ page, request }) => {
	const { token } = await share('track=iran-russia-ict&lang=en', false);
	expect((await request.get(`${server.url}/share/${token}`)).headers()['x-frame-options']).toBe('SAMEORIGIN');
	expect((await request.get(`${server.url}/embed/${token}`)).headers()['x-frame-options']).toBeUndefined();
	const html = await text(`/share/${token}?lang=en`);
	expect(html).toContain('og:title" content="For the ministry"');
	expect(html).toMatch(/og:description" content="[^"]*\d+ events · \d+ agreements · \d+ follow-ups[^"]* · sources differ on \d+ · /);
	// Nameless, it is called by what it asks for, and says what it holds in its own language.
	const nameless = await share('track=iran-russia-ict&lang=ar', true, { name: '' });
	const arabic = await text(`/share/${nameless.token}?track=iran-russia-ict`);
	expect(arabic).toContain('og:title" content="إيران – روسيا: الاتصالات والتقنية"');
	expect(arabic).toMatch(/og:description" content="[^"]* أحداث · 4 اتفاقات[^"]* · كما عُرف في /);
	const picture = /og:image" content="([^"]+)"/.exec(html)?.[1]?.replace(/&amp;/g, '&') ?? '';
	const answer = await request.get(picture);
	expect([answer.status(), answer.headers()['content-type']]).toEqual([200, 'image/png']);
	const oembed = /json\+oembed" href="([^"]+)"/.exec(html)?.[1]?.replace(/&amp;/g, '&') ?? '';
	expect(await (await request.get(oembed)).json()).toMatchObject({
		type: 'rich',
		title: 'For the ministry',
		html: expect.stringContaining(`/embed/${token}`)
	});
	// Another server is another site, whose page this one's policy has to let in.
	const other = createServer((_, response) => {
		response.setHeader('content-type', 'text/html');
		response.end(`<iframe src="${server.url}/embed/${token}" width="900" height="480"></iframe>`);
	});
	await new Promise<void>((done) => other.listen(0, '127.0.0.1', done));
	try {
		await page.goto(`http://127.0.0.1:${(other.address() as AddressInfo).port}/`);
		await expect(page.frameLocator('iframe').locator('section.timeline.live')).toBeVisible();
	} finally {
		other.close();
		other.closeAllConnections();
	}
});

test('everything a shared page links to stays within the share, before and after its scripts run', async ({ page, browser }) => {
	const { address, token } = await share('track=iran-russia-ict&table=events&lang=en', true);
	const leaving = () =>
		[...document.querySelectorAll('a[href], form[action]')]
			.map((each) => each.getAttribute('href') ?? each.getAttribute('action') ?? '')
			.filter((href) => href.startsWith('/') && href !== '/preferences' && !href.startsWith(`/share/`));
	for (const path of ['', '/events/wg-5', '/actors', '/print']) {
		await page.goto(`${address}${path}${path === '' ? '' : '?lang=en'}`);
		if (path === '') await page.locator('section.timeline.live').waitFor();
		await expect.poll(() => page.evaluate(leaving), path).toEqual([]);
	}
	const quiet = await browser.newContext({ javaScriptEnabled: false });
	const still = await quiet.newPage();
	await still.goto(`${address}/events/wg-5?lang=en`);
	expect((await still.locator('a[href^="/events/"], a[href^="/actors/"], a[href^="/tracks/"]').all()).length).toBe(0);
	await quiet.close();
	await page.goto(`${server.url}/embed/${token}`);
	await expect.poll(() => page.evaluate(leaving)).toEqual([]);
});

test('a view of a past moment is given as of that moment', async () => {
	const made = await fetch(`${server.url}/api/v1/shares`, {
		method: 'POST',
		headers: { 'content-type': 'application/json' },
		body: JSON.stringify({ view: 'asof=0', frozen: false, name: 'Before', ends: null })
	});
	const { token, seq } = (await made.json()) as { token: string; seq: number };
	expect(seq).toBe(0);
	const { items } = (await (await fetch(`${server.url}/share/${token}/api/v1/events`)).json()) as { items: unknown[] };
	expect(items).toEqual([]);
});

test('a share is read in the language it was given in, and leaves its reader’s own choice alone', async () => {
	const { token } = await share('track=iran-russia-ict&lang=fa', true);
	const answer = await fetch(`${server.url}/embed/${token}`, { headers: { 'accept-language': 'en' } });
	expect(await answer.text()).toContain('<html lang="fa" dir="rtl"');
	const page = await fetch(`${server.url}/share/${token}?lang=fa`);
	expect(page.headers.get('set-cookie') ?? '').not.toContain('language=');
});

test('a step whose view cannot be read is refused, and a body that is too long is not read', async () => {
	const send = (path: string, body: string, type = 'application/json') =>
		fetch(server.url + path, { method: 'POST', headers: { 'content-type': type }, body });
	const deck = (await (await send('/api/v1/decks', '{"title":{"en":"T"}}')).json()) as { id: string };
	expect((await send(`/api/v1/decks/${deck.id}/steps`, '{"view":"tracks=typo"}')).status).toBe(400);
	expect((await send(`/api/v1/decks/${deck.id}/steps`, '{"view":"track=iran-russia-ict"}')).status).toBe(201);
	// Said to be coming, and refused before any of it has.
	const status = await new Promise<number | undefined>((resolve, reject) => {
		const headers = { 'content-type': 'application/x-www-form-urlencoded', 'content-length': 9_000_000 };
		const sent = request(`${server.url}/sign-in`, { method: 'POST', headers }, (answer) => {
			resolve(answer.statusCode);
			sent.destroy();
		});
		sent.on('error', reject);
		sent.flushHeaders();
	});
	expect(status).toBe(413);
});

test('of the sources only those are told that speak of a record shown', async () => {
	const { token } = await share('track=iran-armenia-ict&table=events&lang=en', true);
	const items = async (path: string) =>
		((await (await fetch(server.url + path)).json()) as { items: { id: string; sources?: string[] }[] }).items;
	const speaking = new Set<string>();
	for (const kind of ['events', 'agreements', 'follow-ups'])
		for (const { id } of await items(`/share/${token}/api/v1/${kind}`)) {
			const record = (await (await fetch(`${server.url}/api/v1/${kind}/${id}`)).json()) as { claims: { source: string }[] };
			for (const { source } of record.claims) speaking.add(source);
		}
	const told = (await items(`/share/${token}/api/v1/sources`)).map(({ id }) => id);
	expect(told.length).toBeGreaterThan(0);
	expect(told.filter((id) => !speaking.has(id))).toEqual([]);
	expect((await fetch(`${server.url}/share/${token}/api/v1/sources/mehr-2025-12-05`)).status).toBe(404);
	for (const { id } of await items(`/share/${token}/api/v1/actors`)) {
		const answer = await (await fetch(`${server.url}/share/${token}/api/v1/actors/${id}`)).text();
		expect(answer, id).not.toContain('mehr-2025-12-05');
	}
});
