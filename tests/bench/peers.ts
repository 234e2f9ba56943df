import { createReadStream, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { build } from 'vite';
import { ROOT } from '../support/source-tree.ts';
import { openBrowser, rendererBytes, type Measured } from './chromium.ts';
import { median, megabytes, ms, printFigures, type Figure } from './figures.ts';
import { everyFrame, recordFrames } from './frames.ts';
import { madeUpStore, type StoreOptions } from './made-up-store.ts';
import { writePeerData } from './peer-data.ts';
import type { PeerWindow } from './peers/contract.ts';

const SCRIPT_MS = 3000;
/** A page that shows nothing after this has failed at this size. */
const PATIENCE_MS = 180_000;
const PAGES = ['vis-timeline', 'ag-grid'] as const;

/** Two well-known libraries on the records of a made-up store, in the same browser and by the same clock as our own page. */
export async function benchPeers(options: StoreOptions): Promise<void> {
	const { folder } = options;
	const count = await writePeerData(madeUpStore(options), join(folder, 'data.json'));
	for (const page of PAGES) await bundle(page, folder);
	const server = createServer((request, response) => {
		const name = /^\/([\w-]+\.(html|js|css|json))$/.exec(request.url ?? '')?.[1];
		if (!name) return void response.writeHead(404).end();
		const types = { html: 'text/html', js: 'text/javascript', css: 'text/css', json: 'application/json' };
		response.writeHead(200, { 'content-type': types[name.split('.')[1] as keyof typeof types] });
		createReadStream(join(folder, name))
			.on('error', () => response.end())
			.pipe(response);
	});
	await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
	const address = server.address();
	const url = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`;
	try {
		for (const page of PAGES) printFigures(`${page}, ${count.toLocaleString('en')} records`, await benchPage(`${url}/${page}.html`, page));
	} finally {
		server.close();
		server.closeAllConnections();
	}
}

async function bundle(page: string, folder: string): Promise<void> {
	await build({
		configFile: false,
		root: ROOT,
		logLevel: 'error',
		build: {
			outDir: folder,
			emptyOutDir: false,
			copyPublicDir: false,
			rollupOptions: {
				input: join(ROOT, `tests/bench/peers/${page}.ts`),
				output: { entryFileNames: `${page}.js`, assetFileNames: `${page}[extname]` }
			}
		}
	});
	const html = `<!doctype html><meta charset="utf-8" /><link rel="stylesheet" href="${page}.css" /><body style="margin:0"><div id="app"></div><script type="module" src="${page}.js"></script></body>`;
	writeFileSync(join(folder, `${page}.html`), html);
}

async function benchPage(address: string, name: (typeof PAGES)[number]): Promise<Figure[]> {
	const measured = await openBrowser();
	const { page } = measured;
	try {
		await page.goto(address);
		const shown = await page
			.waitForFunction(() => (window as PeerWindow).painted, undefined, { timeout: PATIENCE_MS, polling: 100 })
			.then((handle) => handle.jsonValue())
			.catch(() => null);
		if (shown === null || shown === undefined) return [{ name: 'data in the page → painted', value: `not within ${PATIENCE_MS / 1000} s` }];
		const figures: Figure[] = [{ name: 'data in the page → painted', value: ms(shown) }];
		figures.push(...(name === 'vis-timeline' ? await benchPeerTimeline(measured) : await benchPeerTable(measured)));
		figures.push({ name: 'renderer memory', value: megabytes(await rendererBytes(measured)) });
		return figures;
	} finally {
		await measured.browser.close();
	}
}

async function benchPeerTimeline(measured: Measured): Promise<Figure[]> {
	const { page } = measured;
	const figures: Figure[] = [];
	for (const [name, look] of [
		['whole span', null],
		['two years', [Date.UTC(2023, 0, 1), Date.UTC(2025, 0, 1)]]
	] as const) {
		if (look) await page.evaluate(([start, end]) => (window as PeerWindow).peer?.look?.(start, end), look);
		await page.waitForTimeout(1000);
		const frames = await recordFrames(measured, async () => {
			await everyFrame(SCRIPT_MS, () =>
				page.evaluate(() => (window as PeerWindow).peer?.panBy?.(Math.sign(Math.sin(performance.now() / 1000)) * 10))
			);
			await page.evaluate(() => undefined);
		});
		figures.push({
			name: `pan, ${name}: frame p95 (median, worst) · main thread a frame`,
			value: `${ms(frames.p95)} (${ms(frames.median)}, ${ms(frames.worst)}) · ${ms(frames.main)}`
		});
	}
	return figures;
}

async function benchPeerTable(measured: Measured): Promise<Figure[]> {
	const { page } = measured;
	const figures: Figure[] = [];
	for (const column of ['title', 'start'] as const) {
		const times: number[] = [];
		for (let click = 0; click < 3; click++) times.push(await answerTime(measured, { sort: column }));
		figures.push({ name: `sort by ${column}, first · later`, value: `${ms(times[0] ?? NaN)} · ${ms(median(times.slice(1)))}` });
	}
	const typed: number[] = [];
	for (const text of ['r', 're', 'res', 'rese']) typed.push(await answerTime(measured, { filter: text }));
	await page.evaluate(() => (window as PeerWindow).peer?.filter?.(''));
	await page.waitForTimeout(1000);
	const scrolled = await recordFrames(measured, () =>
		everyFrame(SCRIPT_MS, () => page.evaluate(() => (window as PeerWindow).peer?.scrollBy?.(48)))
	);
	return [
		...figures,
		{ name: 'text filter, median · slowest', value: `${ms(median(typed))} · ${ms(Math.max(...typed))}` },
		{ name: 'scroll: frame p95 · main thread a frame', value: `${ms(scrolled.p95)} · ${ms(scrolled.main)}` }
	];
}

/** From the question to the frame after its work. */
function answerTime({ page }: Measured, question: { readonly sort?: 'title' | 'start'; readonly filter?: string }): Promise<number> {
	return page.evaluate(
		(asked) =>
			new Promise<number>((done) => {
				const { peer } = window as PeerWindow;
				const begun = performance.now();
				if (asked.sort) peer?.sort?.(asked.sort);
				if (asked.filter !== undefined) peer?.filter?.(asked.filter);
				requestAnimationFrame(() => {
					const channel = new MessageChannel();
					channel.port1.onmessage = () => done(performance.now() - begun);
					channel.port2.postMessage(null);
				});
			}),
		question
	);
}
