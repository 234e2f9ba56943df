import { startServer, type TestServer } from '../support/server.ts';
import { median, ms, type Figure } from './figures.ts';

const TODAY = '2026-11-22';
const RUNS = 20;
const PORT = 4390;

/** The server on a large store, with what it measured at its start. */
export interface Served {
	readonly server: TestServer;
	readonly figures: readonly Figure[];
}

/**
 * Starts the server twice: once so that it has its columns worked out and kept, then as it is started every day, and
 * measures that start and the facets under several filters.
 */
export async function serve(db: string): Promise<Served> {
	const address = { today: TODAY, db: `sqlite:${db}` };
	const prepared = await startServer(address);
	const begun = performance.now();
	await ready(prepared.url);
	const built = performance.now() - begun;
	await prepared.stop();

	const start = performance.now();
	const url = `http://127.0.0.1:${PORT}`;
	const first = asked(`${url}/health`).then(() => performance.now() - start);
	const facets = asked(`${url}/api/v1/facets`).then(() => performance.now() - start);
	const server = await startServer({ ...address, port: PORT });
	const figures: Figure[] = [
		{ name: 'columns, ranks and text index, worked out anew', value: ms(built) },
		{ name: 'server: start to first answer', value: ms(await first), goal: '≤ 300 ms' },
		{ name: 'server: start to all facets', value: ms(await facets), goal: '≤ 4,000 ms' }
	];
	await ready(url);
	for (const [name, query] of await filters(url)) {
		const times = await answers(`${url}/api/v1/facets?${query}`);
		figures.push({ name: `server: facets, ${name}`, value: ms(median(times)), goal: '≤ 30 ms' });
	}
	figures.push({ name: 'server: / (median)', value: ms(median(await answers(`${url}/?lang=en`))) });
	return { server, figures };
}

/** Filters of different reach: none, a kind, a track that is there, an interval, a text. */
async function filters(url: string): Promise<[string, string][]> {
	const { items } = (await (await fetch(`${url}/api/v1/tracks?limit=1`)).json()) as { items: { id: string }[] };
	return [
		['none', 'table=events'],
		['a kind', 'table=events&kind=event:session'],
		['a track', `table=events&track=${items[0]?.id ?? ''}`],
		['an interval', 'table=events&in=2024/2025'],
		['a text', 'table=events&q=re']
	];
}

async function answers(address: string): Promise<number[]> {
	const times: number[] = [];
	for (let run = 0; run < RUNS + 3; run++) {
		const begun = performance.now();
		const answer = await fetch(address);
		await answer.arrayBuffer();
		if (!answer.ok) throw new Error(`${address} answered ${answer.status}.`);
		if (run >= 3) times.push(performance.now() - begun);
	}
	return times;
}

/** The first answer that is no refusal; asked again and again from before the server listens. */
async function asked(address: string): Promise<void> {
	for (;;) {
		const answer = await fetch(address).catch(() => null);
		await answer?.arrayBuffer();
		if (answer?.ok) return;
		await new Promise((next) => setTimeout(next, 3));
	}
}

async function ready(url: string): Promise<void> {
	for (;;) {
		const { search } = (await (await fetch(`${url}/health`)).json()) as { search: string };
		if (search === 'ready') return;
		await new Promise((next) => setTimeout(next, 100));
	}
}
