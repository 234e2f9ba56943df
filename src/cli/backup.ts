/** `npm run backup -- FILE`: a consistent copy of the database, also while the server runs. */
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { openNamedStore } from './open-named-store.ts';

const target = process.argv[2];
if (!target) {
	console.error('Where to? npm run backup -- FILE');
	process.exit(1);
}
if (existsSync(target)) {
	console.error(`${target} exists already and was not touched. Name a new file.`);
	process.exit(1);
}
const store = await openNamedStore();
try {
	await store.backup(resolve(target));
	console.log(`Copied the ledger up to entry ${await store.head()} to ${target}.`);
} catch (error) {
	console.error(`${target} could not be written: ${(error as Error).message}. Name a file in a folder that exists and may be written.`);
	process.exitCode = 1;
} finally {
	await store.close();
}
