/**
 * `npm run bench [-- core | dashboard | peers | rooms | search | ticks] [--records 100000] [--seed 42] [--db FILE] [--burst N] [--lanes N] [--tracks N]`:
 * how fast it is. `core` are the server's answers on the seeds and whole-set questions in Node, `dashboard` is the real page on
 * a made-up store, `peers` other libraries on the same data in the same browser, `rooms`
 * many followers of a presenter. Figures of note stand in LEDGER.md.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

const SHAPE = ['burst', 'lanes', 'tracks', 'actors'] as const;

const { values, positionals } = parseArgs({
	allowPositionals: true,
	options: {
		records: { type: 'string', default: '100000' },
		seed: { type: 'string', default: '42' },
		db: { type: 'string' },
		burst: { type: 'string' },
		lanes: { type: 'string' },
		tracks: { type: 'string' },
		actors: { type: 'string' },
		/** Only the server's part of `dashboard`. */
		'no-page': { type: 'boolean', default: false }
	}
});

const folder = mkdtempSync(join(tmpdir(), 'accordline-bench-'));
const store = {
	folder,
	records: Number(values.records),
	seed: Number(values.seed),
	db: values.db ?? null,
	shape: Object.fromEntries(SHAPE.flatMap((name) => (values[name] === undefined ? [] : [[name, values[name]]])))
};
try {
	switch (positionals[0] ?? 'core') {
		case 'core':
			await (await import('./core.ts')).benchCore(folder);
			await (await import('./names.ts')).benchNames();
			break;
		case 'dashboard':
			await (await import('./dashboard.ts')).benchDashboard({ ...store, page: !values['no-page'] });
			break;
		case 'peers':
			await (await import('./peers.ts')).benchPeers(store);
			break;
		case 'search':
			await (await import('./search.ts')).benchSearch(store);
			break;
		case 'ticks':
			(await import('./ticks.ts')).benchTicks();
			break;
		case 'rooms':
			await (await import('./rooms.ts')).benchRooms(folder);
			break;
		default:
			throw new Error(`There is no bench "${positionals[0]}". There are core, dashboard, peers, rooms, search and ticks.`);
	}
} finally {
	rmSync(folder, { recursive: true, force: true });
}
