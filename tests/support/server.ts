import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { ROOT } from './source-tree.ts';

/** A server under test. */
export interface TestServer {
	/** Its address, without a slash at the end. */
	readonly url: string;
	/** The lines it has printed so far. */
	readonly said: () => readonly string[];
	/** Asks it to stop and waits until it has ended. */
	readonly stop: () => Promise<void>;
}

export interface ServerOptions {
	/** The day the server takes for today, such as `2026-11-22`. */
	readonly today: string;
	/** `sqlite:PATH`. */
	readonly db: string;
	/** 0, the default: any free one. */
	readonly port?: number;
	/** Address to listen on; default: this machine alone. */
	readonly host?: string;
	/** Rows a page takes in; default: the program's own. */
	readonly pageRecords?: number;
}

/**
 * Starts the program as its users do and waits for the line with its address.
 * @throws Error with everything the server said, when it ends before it listens.
 */
export async function startServer({ today, db, port = 0, host = '127.0.0.1', pageRecords }: ServerOptions): Promise<TestServer> {
	const child = spawn(process.execPath, [join(ROOT, 'src/cli/start.ts')], {
		cwd: ROOT,
		stdio: ['ignore', 'pipe', 'pipe'],
		env: {
			PATH: process.env.PATH,
			HOME: process.env.HOME,
			TZ: 'UTC',
			HOST: host,
			PORT: String(port),
			ACCORDLINE_DB: db,
			ACCORDLINE_TODAY: today,
			ACCORDLINE_ZONE: 'UTC',
			...(pageRecords !== undefined && { ACCORDLINE_PAGE_RECORDS: String(pageRecords) })
		}
	});
	const ended = once(child, 'exit');
	let stopping = false;
	const said: string[] = [];
	const keep = (line: string) => said.push(line);
	createInterface(child.stderr).on('line', keep);
	const url = await new Promise<string>((found, failed) => {
		createInterface(child.stdout).on('line', (line) => {
			keep(line);
			const address = /https?:\/\/[^\s/]+:\d+/.exec(line)?.[0];
			if (address) found(address);
		});
		child.once('error', failed);
		child.once('close', (code) => failed(new Error(`The server ended with ${code} before it listened.\n${said.join('\n')}`)));
	});
	// A server that dies shows in its tests as a page that cannot be reached: here it says why.
	child.once('close', (code, signal) => {
		if (!stopping) console.error(`The server at ${url} ended by itself (${code ?? signal}).\n${said.join('\n')}`);
	});
	return {
		url,
		said: () => said,
		stop: async () => {
			stopping = true;
			child.kill('SIGTERM');
			await ended;
		}
	};
}
