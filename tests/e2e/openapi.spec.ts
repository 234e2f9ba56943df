import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { DOCUMENT } from '../../src/routes/api/openapi/document.ts';
import type { Operation } from '../../src/routes/api/openapi/paths.ts';
import { createAnswerCheck, operationsOf, routesOfApi } from '../support/api-description.ts';
import { startServer, type TestServer } from '../support/server.ts';

const check = createAnswerCheck(DOCUMENT);
const operations = operationsOf(DOCUMENT);
const FILE = 'Title,Date\nFirst talks,2024-05-01\nSecond talks,2024-06-02\n';
const MAPPING = {
	version: 1,
	kind: 'event',
	language: 'en',
	columns: { Title: { to: 'title', key: true }, Date: { to: 'date', role: 'date', reading: { order: 'iso', calendar: 'gregorian' } } }
};

let server: TestServer;
let folder: string;

test.beforeAll(async () => {
	folder = await mkdtemp(join(tmpdir(), 'accordline-api-'));
	server = await startServer({ today: '2026-11-22', db: `sqlite:${join(folder, 'api.db')}` });
});
test.afterAll(async () => {
	await server.stop();
	await rm(folder, { recursive: true, force: true });
});

/** Asks and checks; answers the body of JSON. */
async function ask(operation: Operation, method: string, address: string, options: RequestInit = {}): Promise<unknown> {
	const answer = await fetch(server.url + address, { method, redirect: 'manual', ...options });
	const body: unknown = /^application\/json(;|$)/.test(answer.headers.get('content-type') ?? '')
		? JSON.parse((await answer.text()) || 'null')
		: await answer.arrayBuffer();
	expect(check(operation, answer, body), `${method} ${address}`).toBeNull();
	return body;
}

function operation(id: string): { method: string; path: string; operation: Operation } {
	const found = operations.find((each) => each.operation.operationId === id);
	if (!found) throw new Error(`There is no operation ${id}.`);
	return found;
}

/** The address of an operation with its required parameters by their examples, and some others. */
function addressOf(path: string, { parameters = [] }: Operation, others: Readonly<Record<string, string | number>> = {}): string {
	const required = parameters.filter((parameter) => parameter.required === true && parameter.in === 'query');
	const query = { ...Object.fromEntries(required.map(({ name, example }) => [name, example])), ...others };
	const filled = parameters
		.filter((parameter) => parameter.in === 'path')
		.reduce((text, { name, example }) => text.replace(`{${name}}`, encodeURIComponent(String(example))), path);
	const search = new URLSearchParams(Object.entries(query).map(([name, value]) => [name, String(value)]));
	return search.size > 0 ? `${filled}?${search}` : filled;
}

test('every address of the API is described, and nothing else is', () => {
	expect(operations.map(({ method, path }) => `${method} ${path}`).toSorted()).toEqual(routesOfApi());
});

test('the document is served as it is tested', async () => {
	expect(await (await fetch(`${server.url}/api/v1/openapi.json`)).json()).toEqual(JSON.parse(JSON.stringify(DOCUMENT)));
});

const readable = operations.filter(({ method, path }) => method === 'GET' && !path.includes('/imports/'));
for (const { path, operation: described } of readable) {
	test(`GET ${path} answers as described, with every parameter`, async () => {
		await ask(described, 'GET', addressOf(path, described));
		for (const { name, in: place, example } of described.parameters ?? [])
			if (place === 'query' && example !== undefined) await ask(described, 'GET', addressOf(path, described, { [name]: example }));
	});
}

for (const { path, operation: described } of readable.filter((each) => '400' in each.operation.responses)) {
	test(`GET ${path} refuses a parameter that it does not know`, async () => {
		const body = await ask(described, 'GET', addressOf(path, described, { colour: 'red' }));
		expect(body).toMatchObject({ error: { code: 'invalid-parameter', parameter: 'colour' } });
	});
}

test('what is not there is a described 404', async () => {
	for (const { path, operation: described } of readable.filter((each) => each.path.includes('{')))
		expect(await ask(described, 'GET', path.replace(/\{\w+\}/, 'no-such-thing'))).toMatchObject({ error: { code: expect.any(String) } });
});

test('the binary form of the items is had by asking for it', async () => {
	const { path, operation: described } = operation('getItems');
	const headers = { accept: 'application/vnd.accordline.columns' };
	expect((await ask(described, 'GET', path, { headers })) as ArrayBuffer).toHaveProperty('byteLength');
	const asked = await ask(described, 'GET', `${path}?form=columns`);
	expect(asked).toEqual(await ask(described, 'GET', path, { headers }));
	expect(await ask(described, 'GET', `${path}?form=rows`)).toMatchObject({ error: { parameter: 'form' } });
	await ask(described, 'GET', `${path}?since=0`);
});

test('changes come as a stream of events', async () => {
	const { path, operation: described } = operation('listChanges');
	const stop = new AbortController();
	const answer = await fetch(`${server.url}${path}?since=0`, { headers: { accept: 'text/event-stream' }, signal: stop.signal });
	expect(check(described, answer, null)).toBeNull();
	const reader = answer.body?.getReader();
	let said = '';
	while (!said.includes('\n\n', said.indexOf('id:') + 1) || !said.includes('id:'))
		said += new TextDecoder().decode((await reader?.read())?.value);
	expect(said).toMatch(/id: 1\nevent: change\ndata: \{/);
	stop.abort();
});

test('every export is of its described type', async () => {
	const { path, operation: described } = operation('export');
	const { enum: formats = [] } = described.parameters?.[0]?.schema ?? {};
	for (const format of formats) await ask(described, 'GET', path.replace('{format}', String(format)));
});

test('a file goes in, is tried, committed, taken back and discarded as described', async () => {
	test.setTimeout(120_000);
	const take = operation('takeFile');
	const job = (await ask(take.operation, 'POST', addressOf(take.path, take.operation), {
		body: new Blob([FILE], { type: 'application/octet-stream' })
	})) as { id: string };
	const at = (id: string) => operation(id).path.replace('{id}', job.id);
	const send = (body: unknown) => ({ body: JSON.stringify(body), headers: { 'content-type': 'application/json' } });
	const settled = async (id: string) => {
		for (;;) {
			const found = (await ask(operation('getImport').operation, 'GET', operation('getImport').path.replace('{id}', id))) as {
				state: { step: string; report?: { entry: number | null } };
			};
			if (found.state.step !== 'running') return found.state;
			await new Promise((next) => setTimeout(next, 50));
		}
	};
	await settled(job.id);
	const run = operation('runImport').operation;
	await ask(run, 'POST', at('runImport'), send({ action: 'fly' }));
	await ask(run, 'POST', at('runImport'), send({ action: 'try', mapping: MAPPING }));
	expect(await settled(job.id)).toMatchObject({ step: 'tried' });
	await ask(operation('getImportProblems').operation, 'GET', at('getImportProblems'));
	await ask(run, 'POST', at('runImport'), send({ action: 'commit', mapping: MAPPING }));
	const done = await settled(job.id);
	expect(done).toMatchObject({ step: 'done' });
	await ask(operation('listImports').operation, 'GET', operation('listImports').path);
	const undo = operation('undoImport');
	const taken = (await ask(undo.operation, 'POST', undo.path, send({ entry: done.report?.entry }))) as { id: string };
	expect(await settled(taken.id)).toMatchObject({ step: 'done' });
	await ask(undo.operation, 'POST', undo.path, send({ entry: done.report?.entry }));
	const discard = operation('discardImport').operation;
	await ask(discard, 'DELETE', at('discardImport'));
	await ask(discard, 'DELETE', at('discardImport'));
	await ask(run, 'POST', at('runImport'), send({ action: 'try' }));
});

test('a deck is made, added to, replaced once and deleted, and a room on it opened, moved and closed, as described', async () => {
	const send = (body: unknown, headers = {}) => ({
		body: JSON.stringify(body),
		headers: { 'content-type': 'application/json', ...headers }
	});
	const make = operation('makeDeck');
	const deck = (await ask(make.operation, 'POST', make.path, send({ title: { en: 'Talk' } }))) as { id: string; revision: number };
	const at = (id: string) => operation(id).path.replace('{id}', deck.id);
	const step = (await ask(operation('addStep').operation, 'POST', at('addStep'), send({ view: 't=2025' }))) as { revision: number };
	await ask(operation('addStep').operation, 'POST', at('addStep'), send({ view: 7 }));
	const put = operation('putDeck').operation;
	const steps = [{ id: 's1', view: 't=2025', caption: {}, notes: {} }];
	await ask(put, 'PUT', at('putDeck'), send({ title: {}, steps, revision: step.revision }));
	await ask(put, 'PUT', at('putDeck'), send({ title: {}, steps: [], revision: step.revision }));
	await ask(put, 'PUT', at('putDeck'), send({ title: {}, steps: 'none', revision: step.revision }));
	await ask(operation('getDeck').operation, 'GET', at('getDeck'));
	await ask(operation('listDecks').operation, 'GET', operation('listDecks').path);

	const open = operation('openRoom');
	const room = (await ask(open.operation, 'POST', open.path, send({ deck: deck.id }))) as { token: string; key: string };
	const inRoom = operation('moveRoom').path.replace('{token}', room.token);
	const state = { step: 's1', view: 't=2025', blank: false, pointer: { x: 0.5, y: 0.5 } };
	await ask(operation('moveRoom').operation, 'POST', inRoom, send({ key: room.key, state, passing: true }));
	await ask(operation('moveRoom').operation, 'POST', inRoom, send({ key: 'forged', state }));
	await ask(operation('moveRoom').operation, 'POST', inRoom, send({ key: room.key, state: {} }));
	expect(await ask(operation('getRoom').operation, 'GET', inRoom)).toMatchObject({ state, n: 2 });
	const close = operation('closeRoom').operation;
	await ask(close, 'DELETE', inRoom, { headers: { 'x-room-key': 'forged' } });
	await ask(close, 'DELETE', inRoom, { headers: { 'x-room-key': room.key } });
	await ask(close, 'DELETE', inRoom, { headers: { 'x-room-key': room.key } });
	await ask(operation('deleteDeck').operation, 'DELETE', at('deleteDeck'));
	await ask(operation('deleteDeck').operation, 'DELETE', at('deleteDeck'));
});

test('a page of another site can write nothing', async () => {
	for (const { method, path, operation: described } of operations.filter((each) => each.method !== 'GET')) {
		const address = addressOf(path.replace('{id}', 'any'), described);
		const body = await ask(described, method, address, { headers: { origin: 'http://other.example', 'content-type': 'application/json' } });
		expect(body).toMatchObject({ error: { code: 'other-site' } });
	}
});

test('a program may send a file without saying what it is', async () => {
	const { path, operation: described } = operation('takeFile');
	const job = (await ask(described, 'POST', addressOf(path, described), { body: FILE })) as { id: string };
	await ask(operation('discardImport').operation, 'DELETE', operation('discardImport').path.replace('{id}', job.id));
});
