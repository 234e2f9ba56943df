/**
 * `npm test`: every check in order, stopping at the first that fails; the last line is the sum of all tests. Checks that keep one
 * core busy go two at a time.
 */
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findBrowser } from './find-browser.ts';

const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
const reports = mkdtempSync(join(tmpdir(), 'accordline-tests-'));

interface Counts {
	readonly passed: number;
	readonly failed: number;
}

interface Phase {
	readonly name: string;
	/** A script under `node_modules`, or of our own, and its arguments. */
	readonly script: string;
	readonly args: readonly string[];
	readonly environment?: Readonly<Record<string, string>>;
	/** Where a runner of tests leaves its JSON report, and how its counts are read. */
	readonly report?: { readonly path: string; readonly counts: (report: string) => Counts };
}

/** Counts of Vitest's JSON reporter. A file that fails to load counts as one failure. */
function vitestCounts(report: string): Counts {
	const { numPassedTests, numFailedTests, testResults } = JSON.parse(report) as {
		numPassedTests: number;
		numFailedTests: number;
		testResults: { status: string; assertionResults: unknown[] }[];
	};
	const broken = testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0).length;
	return { passed: numPassedTests, failed: numFailedTests + broken };
}

/** Counts of Playwright's JSON reporter. A test that passed only on a second try counts as failed. */
function playwrightCounts(report: string): Counts {
	const { stats, errors } = JSON.parse(report) as { stats: { expected: number; unexpected: number; flaky: number }; errors: unknown[] };
	const failed = stats.unexpected + stats.flaky;
	return { passed: stats.expected, failed: failed === 0 && errors.length > 0 ? 1 : failed };
}

const vitestReport = join(reports, 'vitest.json');
const playwrightReport = join(reports, 'playwright.json');

/** What stands in one line goes side by side. */
const phases: readonly (readonly Phase[])[] = [
	[{ name: 'sync', script: 'node_modules/@sveltejs/kit/svelte-kit.js', args: ['sync'] }],
	[
		{ name: 'build', script: 'node_modules/vite/bin/vite.js', args: ['build', '--logLevel', 'warn'] },
		{ name: 'format', script: 'node_modules/prettier/bin/prettier.cjs', args: ['--check', '--log-level', 'warn', '.'] }
	],
	[
		{
			name: 'type check',
			script: 'node_modules/svelte-check/bin/svelte-check',
			args: ['--tsconfig', './tsconfig.json', '--fail-on-warnings', '--output', 'human']
		},
		{ name: 'lint', script: 'node_modules/eslint/bin/eslint.js', args: ['-c', '.config/eslint.config.js', '.', '--max-warnings', '0'] }
	],
	[
		{ name: 'unused code', script: 'node_modules/knip/bin/knip.js', args: ['--no-progress'] },
		{ name: 'seeds', script: 'src/cli/check-seeds.ts', args: [] }
	],
	[
		{
			name: 'tests',
			script: 'node_modules/vitest/vitest.mjs',
			args: ['run', '--reporter=dot', '--reporter=json', `--outputFile.json=${vitestReport}`],
			report: { path: vitestReport, counts: vitestCounts }
		}
	],
	[
		{
			name: 'tests in the browser',
			script: 'node_modules/@playwright/test/cli.js',
			args: ['test', '-c', 'tests/e2e/playwright.config.ts', '--reporter=line,json'],
			environment: { PLAYWRIGHT_JSON_OUTPUT_FILE: playwrightReport },
			report: { path: playwrightReport, counts: playwrightCounts }
		}
	]
];

const seconds = (since: number) => `${((performance.now() - since) / 1000).toFixed(1)} s`;

/** Runs one phase; answers its counts, with at least one failure when it failed. What goes beside others speaks when it is through. */
async function run(phase: Phase, browser: string, isAlone: boolean): Promise<Counts> {
	const start = performance.now();
	if (isAlone) console.log(`\n▸ ${phase.name}`);
	const child = spawn(process.execPath, [join(ROOT, phase.script), ...phase.args], {
		cwd: ROOT,
		stdio: isAlone ? ['ignore', 'inherit', 'inherit'] : ['ignore', 'pipe', 'pipe'],
		env: { ...process.env, CI: 'true', TZ: 'UTC', CHROMIUM_PATH: browser, ...phase.environment }
	});
	const said: Buffer[] = [];
	for (const stream of [child.stdout, child.stderr]) stream?.on('data', (bytes: Buffer) => said.push(bytes));
	const status = await new Promise<number | null>((done, failed) => child.once('close', done).once('error', failed));
	if (!isAlone) process.stdout.write(`\n▸ ${phase.name}\n${Buffer.concat(said).toString('utf8')}`);
	const { report } = phase;
	const counts = report && existsSync(report.path) ? report.counts(readFileSync(report.path, 'utf8')) : { passed: 0, failed: 0 };
	const silent = report && counts.passed + counts.failed === 0;
	const failed = (status !== 0 || silent) && counts.failed === 0 ? 1 : counts.failed;
	console.log(`${failed === 0 ? '✓' : '✗'} ${phase.name}: ${seconds(start)}`);
	return { passed: counts.passed, failed };
}

const start = performance.now();
let passed = 0;
let failed = 0;
try {
	const browser = await findBrowser();
	for (const together of phases) {
		const counts = await Promise.all(together.map((phase) => run(phase, browser, together.length === 1)));
		for (const each of counts) passed += each.passed;
		for (const each of counts) failed += each.failed;
		if (failed > 0) {
			const stopped = together.filter((_, at) => (counts[at]?.failed ?? 0) > 0);
			console.log(`\nStopped at: ${stopped.map(({ name }) => name).join(', ')}`);
			break;
		}
	}
} catch (error) {
	console.error(error instanceof Error ? error.message : error);
	failed += 1;
} finally {
	rmSync(reports, { recursive: true, force: true });
}
console.log(`\nIn ${seconds(start)}`);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
