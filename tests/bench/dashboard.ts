import { openBrowser, rendererBytes, type Measured } from './chromium.ts';
import { median, megabytes, ms, printFigures, type Figure } from './figures.ts';
import { drag, everyFrame, recordFrames, turnWheel, type Frames } from './frames.ts';
import { madeUpStore, type StoreOptions } from './made-up-store.ts';
import { watchAnswer, watchDrawing } from './painted.ts';
import { serve } from './served.ts';

const SCRIPT_MS = 3000;
/** px a ms: 600 a second while panning, 3,000 while scrolling. */
const PAN_SPEED = 0.6;
const SCROLL_SPEED = 3;
/** A turn of the wheel zooms by 2 ** (delta / 500). */
const ZOOM = Math.log2(40) * 500;
const FIRST_LOADS = 3;

/** The numbers of issue 3 on the real page, with a real server and a store filled through the ledger. */
export async function benchDashboard(options: StoreOptions & { readonly page: boolean }): Promise<void> {
	const { server, figures } = await serve(madeUpStore(options));
	try {
		const all = options.page ? [...(await benchPage(server.url)), ...figures] : figures;
		printFigures(`${options.records.toLocaleString('en')} records, seed ${options.seed}`, all);
	} finally {
		await server.stop();
	}
}

async function benchPage(url: string): Promise<Figure[]> {
	const figures: Figure[] = [];
	const firsts: { toPaint: number; toFrame: number }[] = [];
	for (let load = 0; load < FIRST_LOADS; load++) {
		const measured = await openBrowser();
		try {
			firsts.push(await firstPaint(measured, `${url}/?lang=en&table=events`));
		} finally {
			await measured.browser.close();
		}
	}
	figures.push(
		{ name: 'columns in the page → timeline painted', value: ms(median(firsts.map(({ toPaint }) => toPaint))), goal: '≤ 350 ms' },
		{ name: 'columns in the page → end of that frame', value: ms(median(firsts.map(({ toFrame }) => toFrame))) }
	);
	const measured = await openBrowser();
	try {
		await firstPaint(measured, `${url}/?lang=en&table=events`);
		figures.push({ name: 'renderer memory, page at rest', value: megabytes(await rendererBytes(measured)), goal: '≤ 600 MB' });
		figures.push(...(await benchTimeline(measured, url)));
		figures.push(...(await benchTable(measured, url)));
		figures.push({ name: 'renderer memory, after all of it', value: megabytes(await rendererBytes(measured)), goal: '≤ 600 MB' });
	} finally {
		await measured.browser.close();
	}
	return figures;
}

/** From the marks the page itself sets: columns decoded, first frame painted. */
async function firstPaint({ page }: Measured, address: string): Promise<{ toPaint: number; toFrame: number }> {
	await page.addInitScript(() => {
		new PerformanceObserver((list) => {
			for (const { name } of list.getEntries()) {
				if (name !== 'accordline:painted') continue;
				const channel = new MessageChannel();
				channel.port1.onmessage = () => performance.mark('bench:frame');
				requestAnimationFrame(() => channel.port2.postMessage(null));
			}
		}).observe({ type: 'mark', buffered: true });
	});
	await page.goto(address);
	await page.waitForFunction(() => performance.getEntriesByName('bench:frame').length > 0, undefined, { timeout: 60_000 });
	return page.evaluate(() => {
		const at = (name: string) => performance.getEntriesByName(name)[0]?.startTime ?? NaN;
		// A small set stands in the page itself: then the page's own begin counts.
		const columns = at('accordline:columns');
		return { toPaint: at('accordline:painted') - columns, toFrame: at('bench:frame') - columns };
	});
}

async function benchTimeline(measured: Measured, url: string): Promise<Figure[]> {
	const figures: Figure[] = [];
	for (const [name, query] of [
		['whole span', ''],
		['two years', '&t=2023/2024']
	] as const) {
		await openAt(measured, `${url}/?lang=en&table=events${query}`);
		figures.push(...framesFigures(`pan, ${name}`, await recordFrames(measured, () => pan(measured))));
		await openAt(measured, `${url}/?lang=en&table=events${query}`);
		figures.push(...framesFigures(`zoom ×40, ${name}`, await recordFrames(measured, () => zoom(measured))));
	}
	return figures;
}

async function openAt({ page }: Measured, address: string): Promise<void> {
	await page.goto(address);
	await page.locator('section.timeline.live').waitFor({ timeout: 60_000 });
	await page.waitForTimeout(1000);
}

function framesFigures(name: string, frames: Frames): Figure[] {
	return [
		{ name: `${name}: frame p95 (median, worst)`, value: `${ms(frames.p95)} (${ms(frames.median)}, ${ms(frames.worst)})`, goal: '≤ 18 ms' },
		{ name: `${name}: main thread a frame`, value: ms(frames.main), goal: '≤ 10 ms' },
		{ name: `${name}: tasks over 50 ms`, value: frames.long.length === 0 ? 'none' : frames.long.map(ms).join(', '), goal: 'none' }
	];
}

/** The middle of a part of the page. */
async function middleOf({ page }: Measured, selector: string): Promise<{ x: number; y: number }> {
	const box = await page.locator(selector).first().boundingBox();
	if (!box) throw new Error(`There is no ${selector}.`);
	const bottom = Math.min(box.y + box.height, 880);
	return { x: box.x + box.width / 2, y: (Math.max(0, box.y) + bottom) / 2 };
}

/** To and fro by hand, 600 px a second. */
async function pan(measured: Measured): Promise<void> {
	const { devtools } = measured;
	const middle = await middleOf(measured, 'section.timeline .plot');
	await devtools.send('Input.dispatchMouseEvent', { type: 'mousePressed', ...middle, button: 'left', buttons: 1, clickCount: 1 });
	await everyFrame(SCRIPT_MS, (elapsed) => {
		const way = elapsed * PAN_SPEED;
		const there = way % 1200;
		const x = middle.x - 300 + (there < 600 ? there : 1200 - there);
		return drag(measured, { x, y: middle.y });
	});
	await devtools.send('Input.dispatchMouseEvent', { type: 'mouseReleased', ...middle, button: 'left', clickCount: 1 });
}

/** Forty times nearer by the wheel, and out again. */
async function zoom(measured: Measured): Promise<void> {
	const middle = await middleOf(measured, 'section.timeline .plot');
	let before = 0;
	await everyFrame(SCRIPT_MS, (elapsed) => {
		const share = Math.min(1, elapsed / SCRIPT_MS);
		const power = ZOOM * (share < 0.5 ? share * 2 : 2 - share * 2);
		const delta = before - power;
		before = power;
		return turnWheel(measured, middle, 0, delta);
	});
}

const TYPED_LETTERS = 8;

async function benchTable(measured: Measured, url: string): Promise<Figure[]> {
	const { page } = measured;
	const figures: Figure[] = [];
	for (const [column, first, after] of [
		['title', '≤ 100 ms', '≤ 35 ms'],
		['date', '≤ 130 ms', '≤ 30 ms']
	] as const) {
		// The other way round, so that the first click is the first time this order is asked for.
		await openAt(measured, `${url}/?lang=en&table=events&sort=${column === 'title' ? 'date' : 'title'}`);
		const times: number[] = [];
		for (let click = 0; click < 5; click++) {
			const answered = await watchAnswer(page, 'click');
			await page.locator(`[data-sort="${column}"]`).click();
			times.push(await answered());
			await page.waitForTimeout(300);
		}
		figures.push(
			{ name: `sort by ${column}, first click → painted`, value: ms(times[0] ?? NaN), goal: first },
			{ name: `sort by ${column}, later clicks → painted`, value: ms(median(times.slice(1))), goal: after }
		);
	}
	figures.push(...(await benchTyping(measured, url)));
	await openAt(measured, `${url}/?lang=en&table=events`);
	const grid = await middleOf(measured, 'table tbody');
	const scrolled = await recordFrames(measured, () =>
		everyFrame(SCRIPT_MS, () => turnWheel(measured, grid, 0, Math.round(SCROLL_SPEED * 16)))
	);
	figures.push(
		{
			name: 'table scroll: frame p95 (median, worst)',
			value: `${ms(scrolled.p95)} (${ms(scrolled.median)}, ${ms(scrolled.worst)})`,
			goal: '≤ 18 ms'
		},
		{ name: 'table scroll: main thread a frame', value: ms(scrolled.main), goal: '≤ 4 ms' }
	);
	return figures;
}

/** Types the beginning of a title that is there, letter by letter, and takes it back: each key its own answer. */
async function benchTyping(measured: Measured, url: string): Promise<Figure[]> {
	const { page } = measured;
	const { items } = (await (await fetch(`${url}/api/v1/events?limit=1&sort=title&lang=en`)).json()) as {
		items: { title: { en?: string } }[];
	};
	const text = (items[0]?.title.en ?? 'summit c').slice(0, TYPED_LETTERS).toLowerCase();
	await watchDrawing(page);
	await openAt(measured, `${url}/?lang=en&table=events`);
	await page.locator('input[type="search"]').focus();
	const times: number[] = [];
	for (const key of [...text]) {
		const answered = await watchAnswer(page, 'input');
		await page.keyboard.press(key === ' ' ? 'Space' : key);
		const time = await Promise.race([answered().catch(() => NaN), page.waitForTimeout(3000).then(() => NaN)]);
		if (Number.isFinite(time)) times.push(time);
		await page.waitForTimeout(250);
	}
	return [
		{
			name: `text filter, keystroke → painted (${times.length} of ${text.length} changed the table)`,
			value: ms(median(times)),
			goal: '≤ 50 ms'
		},
		{ name: 'text filter, slowest keystroke', value: ms(Math.max(...times)), goal: '≤ 150 ms' }
	];
}
