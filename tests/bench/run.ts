/**
 * `npm run bench [-- core | dashboard | peers] [--records 100000] [--seed 42] [--db FILE]`: how fast it is. `core` are the server's
 * answers and whole-set questions in Node, `dashboard` is the real page on a made-up store, `peers` other libraries on the same
 * data in the same browser. Figures of note stand in LEDGER.md.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

const { values, positionals } = parseArgs({
	allowPositionals: true,
	options: {
		records: { type: 'string', default: '100000' },
		seed: { type: 'string', default: '42' },
		db: { type: 'string' },
		burst: { type: 'string', default: '0' },
		lanes: { type: 'string' },
		/** Only the server's part of `dashboard`. */
		'no-page': { type: 'boolean', default: false }
	}
});

const folder = mkdtempSync(join(tmpdir(), 'accordline-bench-'));
try {
	const records = Number(values.records);
	switch (positionals[0] ?? 'core') {
		case 'core':
			await (await import('./core.ts')).benchCore(folder);
			break;
		case 'dashboard':
			await (
				await import('./dashboard.ts')
			).benchDashboard({
				folder,
				records,
				seed: Number(values.seed),
				db: values.db ?? null,
				burst: Number(values.burst),
				lanes: values.lanes === undefined ? null : Number(values.lanes),
				page: !values['no-page']
			});
			break;
		default:
			throw new Error(`There is no bench "${positionals[0]}". There are core and dashboard.`);
	}
} finally {
	rmSync(folder, { recursive: true, force: true });
}
