import type { RecordedClaim } from '#lib/domain/claim.ts';
import type { RecordBody } from '#lib/domain/record.ts';
import type { Store } from '../storage/store.ts';
import { prune } from './prune.ts';

/** What is asked of a shared view and is not in it. */
export class NotSharedError extends Error {
	override readonly name = 'NotSharedError';
}

export interface StoreLimits {
	/** Records that are shown, and what they are told by. */
	readonly allowed: ReadonlySet<string>;
	/** Whether an id is a record that exists and is not shown. */
	readonly hidden: (id: string) => boolean;
	/** What was known then; undefined: now. */
	readonly asof: number | undefined;
}

/**
 * A store that answers for the allowed records only, as of one moment, whatever moment is asked for. What a page of a shared view
 * never needs is closed: it throws, rather than answer for all.
 */
export function limitStore(store: Store, { allowed, hidden, asof }: StoreLimits): Store {
	const body = (given: RecordBody): RecordBody => prune(given, hidden) as RecordBody;
	async function claims(given: readonly RecordedClaim[]): Promise<RecordedClaim[]> {
		const kept: RecordedClaim[] = [];
		// A claim about a record that was joined to an allowed one is its evidence, too.
		for (const claim of given) {
			// What a source says that speaks of no record shown is not told.
			if (hidden(claim.source)) continue;
			if (allowed.has(claim.record) || allowed.has(await store.alias(claim.record, asof))) kept.push(prune(claim, hidden) as RecordedClaim);
		}
		return kept;
	}
	const open: Partial<Store> = {
		head: async () => asof ?? (await store.head()),
		alias: (id) => store.alias(id, asof),
		async record(id) {
			const found = allowed.has(id) ? await store.record(id, asof) : null;
			return found && body(found);
		},
		async recordsById(ids) {
			const found = await store.recordsById(
				ids.filter((id) => allowed.has(id)),
				asof
			);
			return new Map([...found].map(([id, each]) => [id, body(each)]));
		},
		async *records({ kind } = {}) {
			for await (const found of store.records({ ...(kind !== undefined && { kind }), ...(asof !== undefined && { asof }) }))
				if (allowed.has(found.id)) yield body(found);
		},
		claims: async (ids) => claims(await store.claims(ids)),
		async history(id) {
			if (!allowed.has(id)) return [];
			const versions = await store.history(id);
			return versions
				.filter(({ fromSeq }) => fromSeq <= (asof ?? Infinity))
				.map((version) => ({ ...version, body: version.body && body(version.body) }));
		},
		async entry(seq) {
			const found = await store.entry(seq);
			// Of an entry its time and kind are told, not what else it said.
			return found && { ...found, account: '', body: { kind: found.body.kind } as typeof found.body };
		}
	};
	return new Proxy(open as Store, {
		get: (target, name) =>
			Reflect.get(target, name) ??
			(() => {
				throw new NotSharedError(`${String(name)} is not part of a shared view.`);
			})
	});
}
