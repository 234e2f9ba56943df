import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Claim } from '../../src/lib/domain/claim.ts';
import type { Entry, EntryBody, EntryKind } from '../../src/lib/domain/entry.ts';
import type { RecordBody } from '../../src/lib/domain/record.ts';
import { LedgerError } from '../../src/lib/server/ledger/check-entry.ts';
import { createLedger, type Ledger, type Notice } from '../../src/lib/server/ledger/ledger.ts';
import { rebuild } from '../../src/lib/server/ledger/rebuild.ts';
import { openStore } from '../../src/lib/server/storage/open-store.ts';
import type { Store } from '../../src/lib/server/storage/store.ts';
import { anyWish, RECORDS, type Kind, type Wish } from './random-entries.ts';
import { slowRecords } from './slow-resolver.ts';

const SEED = 1404_09_14;

/** Everything there is, so that any id may be mentioned. */
const BEGINNING: EntryBody = {
	kind: 'claims',
	claims: (Object.keys(RECORDS) as Kind[]).flatMap((kind) =>
		RECORDS[kind].map((record): Claim => ({ record, kind, source: 'desk', fields: { title: { en: record } } }))
	)
};

function entryFor({ about, wish }: { about: Kind; wish: Wish }, entries: readonly Entry[]): EntryBody {
	const [a = 0, b = 0, c = 0] = wish.picks;
	const pick = <T>(from: readonly T[], at: number) => from[at % from.length] as T;
	const records = RECORDS[about];
	const acts = entries.filter(({ body }) => body.kind === 'claims');
	const act = pick(acts, a);
	const claimAt = ({ seq, body }: Entry, at: number) => `${seq}.${(at % (body.kind === 'claims' ? body.claims.length : 1)) + 1}`;
	const claim = claimAt(act, b);
	switch (wish.kind) {
		case 'claims':
			return {
				kind: 'claims',
				...(wish.takes.length > 0 && { withdraws: [...new Set(wish.takes.map((at) => claimAt(pick(acts, at), at)))] }),
				claims: wish.claims.map(({ pick: at, fields }) => ({
					record: pick(records, at),
					kind: about,
					source: pick(['desk', ...RECORDS.source], wish.source + at),
					...wish.said,
					fields
				}))
			};
		case 'withdraw': {
			const fields = act.body.kind === 'claims' ? Object.keys(act.body.claims[b % act.body.claims.length]?.fields ?? {}) : [];
			if (c % 3 === 0 || fields.length === 0) return { kind: 'withdraw', claim, reason: 'misread' };
			if (c % 3 === 1) return { kind: 'withdraw', claim, fields: [pick(fields, c)], reason: 'misread' };
			const elements = { participants: ['a1 · head', 'a2 · '], quantities: ['signed'], stages: ['signed'], roles: ['a1 · minister'] };
			return {
				kind: 'withdraw',
				claim,
				elements: Object.fromEntries(Object.entries(elements).filter(([field]) => fields.includes(field))),
				reason: 'misread'
			};
		}
		case 'decide':
			return { kind: 'decide', record: pick(records, a), ...wish.value, because: 'the desk looked' };
		case 'merge':
			return { kind: 'merge', from: pick(records, a), into: pick(records, b) };
		case 'unmerge': {
			// Mostly one that was merged: two ids picked blindly hardly ever are.
			const merges = entries.flatMap(({ body }) => (body.kind === 'merge' ? [body] : []));
			const { from, into } = merges.length > 0 ? pick(merges, c) : { from: pick(records, a), into: pick(records, b) };
			return { kind: 'unmerge', from, into };
		}
		case 'drop':
			return { kind: 'drop', record: pick(records, a) };
		case 'redact':
			return { kind: 'redact', claim, because: 'a court said so' };
		case 'undo':
			return { kind: 'undo', entry: entries.length - (a % Math.min(entries.length - 1 || 1, 6)) };
	}
}

async function all(store: Store, asof: number): Promise<Map<string, RecordBody>> {
	const records = new Map<string, RecordBody>();
	for await (const body of store.records({ asof })) records.set(body.id, body);
	return records;
}

/** The entries with all claims in them, wherever the store keeps those. */
async function wholeEntries(store: Store): Promise<Entry[]> {
	const entries: Entry[] = [];
	for await (const entry of store.entries(0)) {
		if (entry.body.kind !== 'claims') entries.push(entry);
		else {
			const claims: Claim[] = [];
			for await (const some of store.claimsOf(entry.seq)) claims.push(...some);
			entries.push({ ...entry, body: { ...entry.body, claims } });
		}
	}
	return entries;
}

/** Appends as a form would, or as an import would. */
async function append(ledger: Ledger, body: EntryBody, isBulk: boolean): Promise<Notice> {
	if (!isBulk || body.kind !== 'claims') return ledger.append(body);
	const { claims, withdraws = [] } = body;
	const { entry } = await ledger.appendBulk([claims.slice(0, 1), claims.slice(1)], { withdraws: () => withdraws });
	return { entry: { ...entry, body }, changed: [], many: true };
}

test.each([
	['a few at a time', 10_000, 90],
	['one at a time', 1, 40]
])(
	'any ledger adds up, at every seq, to what the slow resolver makes of it, and a rebuild changes nothing: records worked out %s',
	async (_, many, numRuns) => {
		const taken = new Map<EntryKind | 'bulk' | 'take back', number>();
		const count = (kind: EntryKind | 'bulk' | 'take back') => taken.set(kind, (taken.get(kind) ?? 0) + 1);
		await fc.assert(
			fc.asyncProperty(fc.array(anyWish, { minLength: 15, maxLength: 45, size: 'max' }), async (wished) => {
				const store = await openStore('sqlite::memory:');
				try {
					const ledger = createLedger(store, { clock: () => 0, account: 'desk', many });
					const entries = [(await ledger.append(BEGINNING)).entry];
					for (const each of wished) {
						try {
							const body = entryFor(each, entries);
							const { entry, changed, many: notListed } = await append(ledger, body, each.wish.bulk);
							entries.push(entry);
							count(body.kind);
							if (body.kind === 'claims' && each.wish.bulk) count('bulk');
							if (body.kind === 'claims' && body.withdraws) count('take back');
							const kept = await store.changed(entry.seq - 1);
							if (entry.body.kind !== 'redact' && !notListed)
								expect(changed.map(({ record }) => record)).toEqual(kept.map(({ record }) => record));
						} catch (error) {
							if (!(error instanceof LedgerError)) throw error;
						}
					}
					const kept = await wholeEntries(store);
					expect(kept.map(({ seq }) => seq)).toEqual(entries.map((__, at) => at + 1));
					const slow = slowRecords(kept);
					const before: string[] = [];
					for (let seq = 0; seq <= kept.length; seq++) {
						const fast = await all(store, seq);
						expect(Object.fromEntries(fast)).toEqual(Object.fromEntries(slow[seq] ?? []));
						before.push(JSON.stringify([...fast]));
					}
					await rebuild(store, many);
					for (let seq = 0; seq <= kept.length; seq++) expect(JSON.stringify([...(await all(store, seq))])).toBe(before[seq]);
				} finally {
					await store.close();
				}
			}),
			{ seed: SEED, numRuns }
		);
		for (const kind of ['claims', 'withdraw', 'decide', 'merge', 'unmerge', 'drop', 'redact', 'undo', 'bulk', 'take back'] as const)
			expect(taken.get(kind), kind).toBeGreaterThan(5);
	}
);
