import { defineConfig } from '@playwright/test';
import { findBrowser } from '../../src/cli/find-browser.ts';

export default defineConfig({
	testDir: '.',
	testMatch: '*.spec.ts',
	outputDir: '../../test-results',
	globalSetup: '../support/global-setup.ts',
	workers: 2,
	fullyParallel: true,
	forbidOnly: true,
	retries: 0,
	timeout: 60_000,
	expect: { timeout: 10_000 },
	use: {
		// Set by the global set-up, read again in each worker.
		baseURL: process.env.ACCORDLINE_E2E_URL,
		viewport: { width: 1280, height: 900 },
		timezoneId: 'UTC',
		locale: 'en-GB',
		colorScheme: 'light',
		launchOptions: {
			executablePath: await findBrowser(),
			args: [
				'--headless',
				'--no-sandbox',
				'--disable-gpu',
				'--disable-quic',
				'--no-first-run',
				'--disable-background-networking',
				'--disable-component-update',
				'--disable-sync'
			]
		}
	}
});
