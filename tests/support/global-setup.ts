import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startServer } from './server.ts';

/** One server for all tests in the browser, on a store of its own filled from the seeds. */
export default async function globalSetup(): Promise<() => Promise<void>> {
	const folder = await mkdtemp(join(tmpdir(), 'accordline-e2e-'));
	const server = await startServer({ today: '2026-11-22', db: `sqlite:${join(folder, 'e2e.db')}` });
	process.env.ACCORDLINE_E2E_URL = server.url;
	return async () => {
		await server.stop();
		await rm(folder, { recursive: true, force: true });
	};
}
