import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../support/source-tree.ts';

export interface StoreOptions {
	readonly folder: string;
	readonly records: number;
	readonly seed: number;
	/** A file to use, made when it is missing; null: one that goes with the bench. */
	readonly db: string | null;
	/** Other options of the generator (`burst`, `lanes`, `tracks`, `actors`). */
	readonly shape: Readonly<Record<string, string>>;
}

/** A store of made-up records, as the generator makes it. @returns its path */
export function madeUpStore({ folder, records, seed, db, shape }: StoreOptions): string {
	const file = db ?? join(folder, `made-up-${records}.db`);
	if (existsSync(file)) return file;
	const options = { ...shape, records, seed, db: `sqlite:${file}` };
	const words = Object.entries(options).flatMap(([name, value]) => [`--${name}`, String(value)]);
	const { status, stderr } = spawnSync(process.execPath, [join(ROOT, 'src/cli/generate.ts'), ...words], {
		cwd: ROOT,
		stdio: ['ignore', 'inherit', 'pipe'],
		encoding: 'utf8'
	});
	if (status !== 0) throw new Error(`The generator failed.\n${stderr}`);
	return file;
}
