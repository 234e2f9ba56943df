import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { expect, test } from 'vitest';
import { clearStaged, stage, stagingFolder } from '#lib/server/transfer/import/staging.ts';

test('a server that starts takes no waiting files from another whose database lies in the same folder', async () => {
	const folder = mkdtempSync(join(tmpdir(), 'accordline-staging-'));
	try {
		const [one, other] = [`sqlite:${join(folder, 'one.db')}`, `sqlite:${join(folder, 'other.db')}`];
		const waiting = await stage(one, Readable.from([Buffer.from('title\nA talk\n')]));
		clearStaged(other);
		expect(existsSync(waiting.path)).toBe(true);
		clearStaged(one);
		expect(existsSync(waiting.path)).toBe(false);
	} finally {
		rmSync(folder, { recursive: true });
	}
});

test('a store in memory has no place for waiting files', () => {
	expect(stagingFolder('sqlite::memory:')).toBeNull();
});
