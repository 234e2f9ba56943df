import { readFileSync } from 'node:fs';
import { chromium, type Browser, type CDPSession, type Page } from 'playwright';
import { findBrowser } from '../../src/cli/find-browser.ts';

/** A page under measurement, with its DevTools session. */
export interface Measured {
	readonly browser: Browser;
	readonly page: Page;
	readonly devtools: CDPSession;
}

const VIEWPORT = { width: 1280, height: 900 };

/** A fresh browser that draws by software, with one empty page. */
export async function openBrowser(): Promise<Measured> {
	const browser = await chromium.launch({
		executablePath: await findBrowser(),
		args: [
			'--no-sandbox',
			'--disable-gpu',
			'--disable-quic',
			'--no-first-run',
			'--disable-background-networking',
			'--disable-component-update',
			'--disable-sync'
		]
	});
	const context = await browser.newContext({ viewport: VIEWPORT, locale: 'en-GB', timezoneId: 'UTC' });
	const page = await context.newPage();
	const devtools = await context.newCDPSession(page);
	await devtools.send('Performance.enable', { timeDomain: 'threadTicks' });
	return { browser, page, devtools };
}

/** Milliseconds of work the page's main thread has done so far. */
export async function mainThreadMs({ devtools }: Measured): Promise<number> {
	const { metrics } = await devtools.send('Performance.getMetrics');
	return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? NaN) * 1000;
}

/** Resident memory of the browser's largest renderer, in bytes. */
export async function rendererBytes({ browser }: Measured): Promise<number> {
	const session = await browser.newBrowserCDPSession();
	const { processInfo } = (await session.send('SystemInfo.getProcessInfo')) as { processInfo: readonly { type: string; id: number }[] };
	await session.detach();
	return Math.max(...processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => residentBytes(id)));
}

function residentBytes(process: number): number {
	const line = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${process}/status`, 'utf8'));
	return Number(line?.[1] ?? NaN) * 1024;
}
