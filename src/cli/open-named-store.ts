import { existsSync } from 'node:fs';
import { readEnvironment } from '#lib/server/environment.ts';
import { openStore } from '#lib/server/storage/open-store.ts';
import type { Store } from '#lib/server/storage/store.ts';

/** The store that `ACCORDLINE_DB` names, which must exist: a command about a store should not make one. Ends with a message where it cannot be opened. */
export async function openNamedStore(): Promise<Store> {
	try {
		const { db } = readEnvironment(process.env);
		const path = db.slice('sqlite:'.length);
		if (!existsSync(path)) throw new Error(`There is no database at ${path}. Start the server once, or set ACCORDLINE_DB.`);
		return await openStore(db);
	} catch (error) {
		console.error(error instanceof Error ? error.message : error);
		process.exit(1);
	}
}
