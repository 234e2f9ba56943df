import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { openStore } from '../../src/lib/server/storage/open-store.ts';
import { describeBulk } from './store-bulk.ts';
import { describeDocuments } from './store-documents.ts';
import { describeStore } from './store.ts';
import type { StoreUnderTest } from './under-test.ts';

const folder = mkdtempSync(join(tmpdir(), 'accordline-'));
let made = 0;
const next = () => join(folder, `${++made}`, 'store.db');
let current = '';

const sqlite: StoreUnderTest = {
	open: () => openStore(`sqlite:${(current = next())}`),
	reopen: () => openStore(`sqlite:${current}`),
	copyPath: () => join(folder, `copy-${++made}.db`),
	openCopy: (path) => openStore(`sqlite:${path}`)
};

describeStore('SQLite', sqlite);
describeBulk('SQLite', sqlite);
describeDocuments('SQLite', sqlite);

afterAll(() => rmSync(folder, { recursive: true, force: true }));
