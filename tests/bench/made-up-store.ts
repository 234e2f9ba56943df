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
	readonly burst: number;
	readonly lanes: number | null;
}

/** A store of made-up records, as the generator makes it. @returns its path */
export function madeUpStore({ folder, records, seed, db, burst, lanes }: StoreOptions): string {
	const file = db ?? join(folder, `made-up-${records}.db`);
	if (existsSync(file)) return file;
	const options = [
		'--records',
		records,
		'--seed',
		seed,
		'--burst',
		burst,
		...(lanes === null ? [] : ['--lanes', lanes]),
		'--db',
		`sqlite:${file}`
	];
	const { status, stderr } = spawnSync(process.execPath, [join(ROOT, 'src/cli/generate.ts'), ...options.map(String)], {
		cwd: ROOT,
		stdio: ['ignore', 'inherit', 'pipe'],
		encoding: 'utf8'
	});
	if (status !== 0) throw new Error(`The generator failed.\n${stderr}`);
	return file;
}
