/** Finds a Chromium for the tests in the page; run as a script, prints its path. */
import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

const ADVICE = [
	'No Chromium was found, and none could be installed. Do one of these:',
	'  - install it: apt-get install chromium, or the package of your system',
	"  - fetch Playwright's own: npx playwright install --with-deps chromium",
	'  - name one: CHROMIUM_PATH=/path/to/chromium npm test'
].join('\n');

function isProgram(path: string): boolean {
	try {
		accessSync(path, constants.X_OK);
		return true;
	} catch {
		return false;
	}
}

function installed(): string | undefined {
	const folders = ['/usr/bin', ...(process.env.PATH ?? '').split(delimiter)].filter(Boolean);
	return NAMES.flatMap((name) => folders.map((folder) => join(folder, name))).find(isProgram);
}

async function playwrights(): Promise<string | undefined> {
	const { chromium } = await import('playwright');
	const path = chromium.executablePath();
	return existsSync(path) ? path : undefined;
}

/** Installs Debian's Chromium where we may: as root, or where sudo asks nothing. What apt says goes to stderr. */
function installFromDebian(): void {
	if (!isProgram('/usr/bin/apt-get')) return;
	const asRoot = process.getuid?.() === 0 ? [] : ['sudo', '-n'];
	if (asRoot.length > 0 && spawnSync('sudo', ['-n', 'true'], { stdio: 'ignore' }).status !== 0) return;
	for (const step of [['update'], ['install', '-y', '--no-install-recommends', 'chromium']]) {
		const [program = '', ...rest] = [...asRoot, 'env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get', ...step];
		if (spawnSync(program, rest, { stdio: ['ignore', 2, 2] }).status !== 0) return;
	}
}

/**
 * Path of a Chromium: `CHROMIUM_PATH`, else one that is installed, else Playwright's own, else Debian's package, freshly installed.
 * @throws Error that says what to do when there is none, or when `CHROMIUM_PATH` names no program.
 */
export async function findBrowser(): Promise<string> {
	const named = process.env.CHROMIUM_PATH;
	if (named && !isProgram(named)) throw new Error(`CHROMIUM_PATH is "${named}", but no program is there.`);
	const found = named || installed() || (await playwrights());
	if (found) return found;
	installFromDebian();
	const fresh = installed();
	if (fresh) return fresh;
	throw new Error(ADVICE);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
	try {
		console.log(await findBrowser());
	} catch (error) {
		console.error(error instanceof Error ? error.message : error);
		process.exitCode = 1;
	}
}
