/** `npm start`: builds if needed, opens the store, loads the seeds into an empty one, serves, stops cleanly. */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { createServer, type RequestListener, type Server } from 'node:http';
import { enableCompileCache } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { ServerContext } from '#lib/server/context.ts';

const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
/** What the build joins for a start (.config/join-server.js). */
const SERVING = join(ROOT, 'build/serving.js');
const ANSWERING = join(ROOT, 'build/answering.js');
/** What the build is made of. */
const SOURCE_FOLDERS = ['src', 'static', '.config'];
const SOURCE_FILES = ['package.json', 'package-lock.json', 'svelte.config.js', 'vite.config.ts'];
const FIRST_PORT = 3000;
const LAST_PORT = 3099;
/** How long answers under way may take once we were asked to stop. */
const LAST_ANSWERS_MS = 3000;
const PARENT_CHECK_MS = 300;
/** The columns of a large store are begun a little after the first requests could be answered. */
const BEGIN_MS = 20;
/** So long after its columns are there a large store's first page is worked out: whoever asks before is answered first. */
const AHEAD_MS = 1000;
/** What a reader's first page and first search are made of. */
const ASKED_AHEAD = ['/', '/api/v1/matches?q=a&words=1'];
const NO_ADDRESS: ReadonlySet<string> = new Set(['ENOTFOUND', 'EADDRNOTAVAIL', 'EAI_AGAIN', 'EINVAL', 'EAFNOSUPPORT']);

/** Time of the newest source file; a build older than it shows yesterday's program. */
function newestSource(folder: string): number {
	let newest = 0;
	for (const entry of readdirSync(folder, { withFileTypes: true })) {
		const path = join(folder, entry.name);
		newest = Math.max(newest, entry.isDirectory() ? newestSource(path) : statSync(path).mtimeMs);
	}
	return newest;
}

function isBuilt(): boolean {
	const sources = [
		...SOURCE_FOLDERS.map((folder) => newestSource(join(ROOT, folder))),
		...SOURCE_FILES.map((file) => statSync(join(ROOT, file)).mtimeMs)
	];
	return [SERVING, ANSWERING].every((file) => existsSync(file) && statSync(file).mtimeMs >= Math.max(...sources));
}

function build(): void {
	console.log(existsSync(ANSWERING) ? 'Building: the sources are newer than the build …' : 'Building for the first time …');
	const { status, stdout, stderr } = spawnSync(
		process.execPath,
		[join(ROOT, 'node_modules/vite/bin/vite.js'), 'build', '--logLevel', 'warn'],
		{
			cwd: ROOT,
			encoding: 'utf8'
		}
	);
	if (status !== 0) throw new Error(`The build failed.\n${stdout}${stderr}`);
}

/** Listens on the asked port, or on the first free one from 3000 on. */
async function listen(server: Server, host: string, port: number | null): Promise<{ readonly address: string; readonly port: number }> {
	for (let candidate = port ?? FIRST_PORT; ; candidate++) {
		try {
			await new Promise<void>((done, failed) => {
				server.once('error', failed);
				server.listen(candidate, host, () => {
					server.off('error', failed);
					done();
				});
			});
			const address = server.address();
			return typeof address === 'object' && address ? address : { address: host, port: candidate };
		} catch (error) {
			const code = (error as NodeJS.ErrnoException).code ?? '';
			if (NO_ADDRESS.has(code))
				throw new Error(
					`HOST is "${host}", which is no address of this machine. Leave it unset for this machine alone, or set 0.0.0.0 for all its addresses.`,
					{ cause: error }
				);
			if (code === 'EACCES')
				throw new Error(`Port ${candidate} may not be opened by this account. Set PORT to one above 1023.`, { cause: error });
			if (code === 'EADDRINUSE' && port === null && candidate < LAST_PORT) continue;
			if (code === 'EADDRINUSE')
				throw new Error(`Port ${candidate} on ${host} is taken. Set PORT to another one, or leave it unset.`, { cause: error });
			throw error;
		}
	}
}

/** The first page of a million records takes over a second to work out, the next ones a tenth of it: nobody need wait for that. */
async function askAhead(context: ServerContext, url: string): Promise<void> {
	const { words } = await context.columns();
	if (words.complete) return;
	await new Promise((later) => setTimeout(later, AHEAD_MS).unref());
	for (const path of ASKED_AHEAD) await (await fetch(url + path)).arrayBuffer();
}

async function main(): Promise<void> {
	// What Node makes of our sources is kept: the next start takes half the time. Where nothing can be kept, nothing is.
	enableCompileCache(join(ROOT, 'node_modules/.cache/accordline'));
	const ready = isBuilt();
	const { createDoor, isLoopback, openAddress, openContext, readEnvironment, shareContext } = (
		ready ? await import(pathToFileURL(SERVING).href) : await import('./serving.ts')
	) as typeof import('./serving.ts');
	const environment = readEnvironment(process.env);
	// The database is looked at before the slow build: a refusal should come at once.
	const context = await openContext(environment, { root: ROOT });
	try {
		shareContext(context);
		if (!ready) build();
		// What takes in files holds limits of its own while they stream.
		process.env.BODY_SIZE_LIMIT ??= 'Infinity';
		if (environment.origin) process.env.ORIGIN = environment.origin;
		else process.env.PROTOCOL_HEADER = 'x-forwarded-proto';
		const { handler } = (await import(pathToFileURL(ANSWERING).href)) as { handler: RequestListener };
		const server = createServer((request, response) => {
			if (!environment.origin) request.headers['x-forwarded-proto'] = 'http';
			handler(request, response);
		});
		const { address, port } = await listen(server, environment.host, environment.port);
		context.reach.listensOn = address;
		setTimeout(() => context.desk.begin(), BEGIN_MS);
		console.log(context.opened);
		const host = environment.host.includes(':') ? `[${environment.host}]` : environment.host;
		console.log(`Accordline listens on http://${host}:${port}`);
		const here = isLoopback(address) && (environment.origin === null || isLoopback(new URL(environment.origin).hostname));
		if (here) {
			console.log('It is open to this machine alone, and asks nobody who they are.');
			// Of no importance where it fails, as while the server is being stopped.
			askAhead(context, `http://${host}:${port}`).catch(() => undefined);
		} else {
			const token = await createDoor(context.store, Date.now).signInToken();
			const shown = openAddress({ origin: environment.origin, host: environment.host, port });
			console.log(`Sign in once, within a quarter of an hour: ${shown}/sign-in?token=${token}`);
		}

		const stop = () => {
			// Streams of changes never end by themselves; answers under way may finish.
			context.stop();
			server.close(() => {
				void context.close().then(() => process.exit(0));
			});
			server.closeIdleConnections();
			setTimeout(() => server.closeAllConnections(), LAST_ANSWERS_MS).unref();
		};
		// npm hands a SIGTERM to the shell between it and us, and some shells keep it to themselves: their end is ours.
		const parent = process.ppid;
		if (process.env.npm_lifecycle_event) {
			const watch = setInterval(() => {
				if (process.ppid === parent) return;
				clearInterval(watch);
				stop();
			}, PARENT_CHECK_MS).unref();
		}
		process.once('SIGTERM', stop);
		process.once('SIGINT', stop);
	} catch (error) {
		await context.close();
		throw error;
	}
}

try {
	await main();
} catch (error) {
	console.error(error instanceof Error ? error.message : error);
	process.exitCode = 1;
}
