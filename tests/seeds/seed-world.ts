import { join } from 'node:path';
import { DESK, type RecordedClaim } from '../../src/lib/domain/claim.ts';
import { dateOf, refOf, valueOf } from '../../src/lib/domain/read-record.ts';
import type { RecordBody } from '../../src/lib/domain/record.ts';
import type { ResolveContext } from '../../src/lib/domain/resolve-context.ts';
import { resolveRecord } from '../../src/lib/domain/resolve.ts';
import { readSeeds } from '../../src/lib/server/transfer/read-seeds.ts';
import { ROOT } from '../support/source-tree.ts';

export const SEEDS = join(ROOT, 'seeds');

/** The seeds as the ledger would hold them after one load, and the records they add up to. */
export interface SeedWorld {
	readonly claims: readonly RecordedClaim[];
	readonly record: (id: string) => RecordBody;
}

export function seedWorld(): SeedWorld {
	const claims = readSeeds(SEEDS).rows.map(({ claim }, at): RecordedClaim => ({ ...claim, id: `1.${at + 1}`, seq: 1 }));
	const resolve = (id: string, sources: ResolveContext['sources']) => {
		const own = claims.filter(({ record }) => record === id);
		const body = own[0] ? resolveRecord(id, own[0].kind, own, { decisions: [], sources, merged: [] }) : null;
		if (!body) throw new Error(`no record is called ${id}`);
		return body;
	};
	const sources: ResolveContext['sources'] = (id) => {
		if (id === DESK) return undefined;
		const body = resolve(id, () => undefined);
		const [published, reliability, passes_on] = [dateOf(body, 'published')?.edtf, valueOf<string>(body, 'reliability'), refOf(body, 'passes_on')];
		return { ...(published && { published }), ...(reliability && { reliability }), ...(passes_on && { passes_on }) };
	};
	return { claims, record: (id) => resolve(id, sources) };
}
