import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { EntryBody } from '../../src/lib/domain/entry.ts';
import { loadSeeds, SeedError } from '../../src/lib/server/transfer/load-seeds.ts';
import { readSeeds } from '../../src/lib/server/transfer/read-seeds.ts';
import { ROOT } from '../support/source-tree.ts';
import { SEEDS } from './seed-world.ts';

const GOOD = [
	{ record: 'paper', kind: 'source', source: 'desk', fields: { title: { en: 'A paper' } } },
	{ record: 'ann', kind: 'actor', source: 'desk', fields: { title: { en: 'Ann' } } },
	{ record: 'fair', kind: 'event', source: 'desk', fields: { title: { en: 'A fair' } } },
	{ record: 'fair', kind: 'event', source: 'paper', where: 2, said_by: 'ann', fields: { kind: 'conference', date: { edtf: '2025-12' } } }
];
const row = (fields: unknown, rest: object = {}) => ({ record: 'fair', kind: 'event', source: 'paper', fields, ...rest });

let folder = '';
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'seeds-'))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** The good rows in one file, and another whose second line is the bad one (the first is blank). */
function write(bad?: string | object): void {
	writeFileSync(join(folder, 'a-good.jsonl'), GOOD.map((each) => JSON.stringify(each)).join('\n'));
	if (bad !== undefined) writeFileSync(join(folder, 'b-bad.jsonl'), `\r\n${typeof bad === 'string' ? bad : JSON.stringify(bad)}\r\n`);
}

test('good rows have no problem, in the order of file names and lines', () => {
	write();
	writeFileSync(join(folder, 'notes.txt'), 'not a seed');
	const { rows, problems } = readSeeds(folder);
	expect(problems).toEqual([]);
	expect(rows.map(({ claim, file, line }) => `${file}:${line} ${claim.record}`)).toEqual([
		'a-good.jsonl:1 paper',
		'a-good.jsonl:2 ann',
		'a-good.jsonl:3 fair',
		'a-good.jsonl:4 fair'
	]);
});

describe('a bad row is refused with its file, line, place and reason', () => {
	test.each<[what: string, bad: string | object, path: string, code: string, reason: RegExp]>([
		['broken JSON', '{"record":', '', 'json', /not JSON/],
		['a row that is no object', '[]', '', 'expected', /a claim/],
		['an unknown kind', row({ kind: 'visit' }, { kind: 'thing' }), 'kind', 'expected', /one of track, event/],
		['a missing source', row({ kind: 'visit' }, { source: undefined }), 'source', 'missing', /"source" is missing/],
		['an unknown key', row({ kind: 'visit' }, { page: 3 }), 'page', 'unknown', /"page" is not known/],
		['an unknown field', row({ colour: 'red' }), 'fields.colour', 'unknown', /"colour" is not known/],
		['a wrong type', row({ series: { ordinal: 'fifth' } }), 'fields.series.ordinal', 'expected', /number/],
		['a word that is not on the list', row({ status: 'perhaps' }), 'fields.status', 'expected', /planned, held/],
		['a date that is not EDTF', row({ date: { edtf: '2025-13-01' } }), 'fields.date.edtf', 'edtf', /character 6/],
		['a fact without an outside source', row({ kind: 'visit' }, { source: 'desk' }), 'fields.kind', 'no-source', /outside source/],
		['a text in no language', row({ place: {} }), 'fields.place', 'no-language', /at least one language/],
		['a direction override', row({ place: { en: 'Mos\u202Ecow' } }), 'fields.place.en', 'bidi-control', /U\+202A/],
		['a place that does not exist', row({ kind: 'visit' }, { where: 0 }), 'where', 'expected', /paragraph from 1/],
		['a source that is not there', row({ kind: 'visit' }, { source: 'nobody' }), 'source', 'dangling', /"nobody"/],
		['a source that is an actor', row({ kind: 'visit' }, { source: 'ann' }), 'source', 'wrong-kind', /"ann" is of kind actor, but source is meant/],
		['a speaker that is not there', row({ kind: 'visit' }, { said_by: 'nobody' }), 'said_by', 'dangling', /"nobody"/],
		['a reference to nothing', row({ part_of: 'nothing' }), 'fields.part_of', 'dangling', /"nothing"/],
		['a reference inside a list', row({ participants: [{ actor: 'nobody' }] }), 'fields.participants.0.actor', 'dangling', /"nobody"/],
		['a reference inside a group', row({ series: { previous: 'ann' } }), 'fields.series.previous', 'wrong-kind', /event is meant/],
		['another kind for one id', { ...row({ kind: 'working group' }), kind: 'track' }, 'kind', 'other-kind', /"fair"/],
		['a record without a title', row({ kind: 'visit' }, { record: 'bare' }), 'fields.title', 'no-title', /"bare"/],
		['the same row twice', GOOD[3] ?? '', '', 'double', /a-good\.jsonl:4/]
	])('%s', (_, bad, path, code, reason) => {
		write(bad);
		const { problems } = readSeeds(folder);
		expect(problems).toEqual([{ file: 'b-bad.jsonl', line: 2, path, code, reason: expect.stringMatching(reason) as unknown }]);
	});
});

describe('loadSeeds', () => {
	test('writes one entry with every claim', async () => {
		write();
		const entries: EntryBody[] = [];
		await loadSeeds({ folder, append: async (body) => entries.push(body) });
		expect(entries).toEqual([{ kind: 'claims', claims: GOOD, note: 'seeds' }]);
	});

	test('writes nothing when a single row is bad, and names it', async () => {
		write(row({ colour: 'red' }));
		const entries: EntryBody[] = [];
		const load = loadSeeds({ folder, append: async (body) => entries.push(body) });
		await expect(load).rejects.toThrow(SeedError);
		await expect(load).rejects.toThrow(/^b-bad\.jsonl:2: "colour" is not known here/m);
		expect(entries).toEqual([]);
	});

	test('writes nothing for an empty folder', async () => {
		const entries: EntryBody[] = [];
		expect(await loadSeeds({ folder, append: async (body) => entries.push(body) })).toBe(0);
		expect(entries).toEqual([]);
	});
});

describe('the command check-seeds', () => {
	const run = (path: string) => {
		try {
			return { code: 0, out: execFileSync(process.execPath, ['src/cli/check-seeds.ts', path], { cwd: ROOT, encoding: 'utf8', stdio: 'pipe' }), err: '' };
		} catch (error) {
			const { status, stdout, stderr } = error as { status: number; stdout: string; stderr: string };
			return { code: status, out: stdout, err: stderr };
		}
	};

	test('counts and ends well on good seeds', () => {
		expect(run(SEEDS)).toMatchObject({ code: 0, out: expect.stringMatching(/^\d+ claims about \d+ records, 0 problems\n$/) as unknown });
	});

	test('prints file, line and reason, and ends with 1 on bad ones', () => {
		write(row({ date: { edtf: 'soon' } }));
		const { code, err } = run(folder);
		expect(code).toBe(1);
		expect(err).toMatch(/^b-bad\.jsonl:2: "soon" at character 1: .* \(fields\.date\.edtf\)$/m);
	});
});
