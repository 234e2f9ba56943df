import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { csv, EVENTS, openBench, type Bench } from './import-files.ts';

const ROWS = 30_000;

let bench: Bench;
beforeEach(() => (bench = openBench()));
afterEach(() => bench.end());

/** Starts the command on a large file and ends it at the first line of progress that fits. */
async function importUntil(line: RegExp, signal: 'SIGKILL' | 'SIGINT'): Promise<{ code: number | null; said: string }> {
	const file = join(bench.folder, 'large.csv');
	const mapping = join(bench.folder, 'mapping.json');
	writeFileSync(file, csv(...Array.from({ length: ROWS }, (_, at) => `${at},Meeting ${at},01/05/2024,Track ${at % 50},Iran; Iraq,`)));
	writeFileSync(mapping, JSON.stringify(EVENTS));
	const child = spawn(process.execPath, ['src/cli/import.ts', file, '--db', bench.db, '--mapping', mapping], {
		stdio: ['ignore', 'pipe', 'pipe']
	});
	const said: string[] = [];
	createInterface(child.stderr).on('line', (text) => {
		said.push(text);
		if (line.test(text)) child.kill(signal);
	});
	child.stdout.resume();
	const [code] = (await once(child, 'exit')) as [number | null];
	return { code, said: said.join('\n') };
}

/** Everything a reader could see. */
async function content(): Promise<string> {
	const store = await bench.store();
	const bodies = [];
	for await (const batch of store.bodies()) bodies.push(...batch);
	return JSON.stringify([await store.head(), bodies, await store.searchPending()]);
}

describe.each([
	['while it reads', /^Reading: [1-9]/u],
	['while it works records out', /^Working out records: [1-9]/u]
])('an import that is killed %s', (_, line) => {
	test('leaves the store as it was, whole, and the next one goes in', { timeout: 60_000 }, async () => {
		await bench.done('events.csv', csv('1,First,01/05/2024,Energy,Iran,'), { read: { mapping: EVENTS } });
		const before = await content();
		const { code, said } = await importUntil(line, 'SIGKILL');
		expect(said).toMatch(new RegExp(line.source, 'mu'));
		expect(code).toBeNull();
		expect(await content()).toBe(before);
		const report = await bench.done('events.csv', csv('1,First,02/05/2024,Energy,Iran,'), { read: { mapping: EVENTS } });
		expect(report).toMatchObject({ outcome: 'committed', entry: 2, records: { changed: 1 } });
	});
});

test('an import that is stopped by Ctrl-C says so, ends with 1 and leaves the store as it was', { timeout: 60_000 }, async () => {
	await bench.done('events.csv', csv('1,First,01/05/2024,Energy,Iran,'), { read: { mapping: EVENTS } });
	const before = await content();
	const { code, said } = await importUntil(/^Reading: [1-9]/u, 'SIGINT');
	expect(code).toBe(1);
	expect(said).toContain('Nothing was written');
	expect(await content()).toBe(before);
});
