import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { openStore } from '../../src/lib/server/storage/open-store.ts';
import { describeStore } from './store.ts';

const folder = mkdtempSync(join(tmpdir(), 'accordline-'));
let made = 0;
const next = () => join(folder, `${++made}`, 'store.db');
let current = '';

describeStore('SQLite', {
	open: () => openStore(`sqlite:${(current = next())}`),
	reopen: () => openStore(`sqlite:${current}`),
	copyPath: () => join(folder, `copy-${++made}.db`),
	openCopy: (path) => openStore(`sqlite:${path}`)
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));
