import { isDeepStrictEqual } from 'node:util';
import type { Claim, RecordedClaim } from '#lib/domain/claim.ts';
import { aliasClaim } from '#lib/domain/claim-ids.ts';
import { followAlias } from '../../ledger/merging.ts';
import { parseClaimId } from '../../storage/index-entry.ts';
import type { Store } from '../../storage/store.ts';
import { SeenTable } from './seen-table.ts';

/** What the earlier editions of a file series say that still stands. */
export interface Standing {
	/** Such claims about these records, by record. */
	about(records: readonly string[]): Promise<Map<string, RecordedClaim[]>>;
	/** Whether two claims say the same; `whole`: in the same place and by the same speaker as well. */
	sayTheSame(claim: Claim, earlier: RecordedClaim, whole: boolean): boolean;
	/** This claim is said again, or is left as it is. */
	keep(earlier: RecordedClaim): void;
	/** Claims that were not kept, in ledger order. */
	left(): AsyncGenerator<RecordedClaim>;
}

/**
 * @param editions seqs of the entries that brought the earlier editions in force
 * Claims that somebody withdrew by hand count as standing, and so do redacted ones: saying them again would undo that.
 */
export async function openStanding(store: Store, editions: ReadonlySet<number>): Promise<Standing> {
	const aliases = await store.aliases();
	const alias = (id: string) => followAlias(aliases, id);
	const kept = new SeenTable();
	const undone = new Map<number, boolean>();

	/** Those of the given claims that are the editions' own and not taken back by one of them. */
	async function standing(claims: readonly RecordedClaim[]): Promise<RecordedClaim[]> {
		const own = claims.filter((claim) => editions.has(claim.seq));
		const takenBack = await store.takenBack(own.map(({ id }) => id));
		const unknown = [...new Set(takenBack.map(({ by }) => by))].filter((seq) => !undone.has(seq));
		const off = await store.undone(unknown);
		for (const seq of unknown) undone.set(seq, off.has(seq));
		const gone = new Set(takenBack.filter(({ by }) => !undone.get(by)).map(({ claim }) => claim));
		return own.filter(({ id }) => !gone.has(id));
	}

	return {
		async about(records) {
			if (editions.size === 0 || records.length === 0) return new Map();
			return Map.groupBy(await standing(await store.claimsAbout(records)), ({ record }) => record);
		},
		sayTheSame(claim, earlier, whole) {
			if (earlier.redacted) return true;
			const [now, then] = aliases.size === 0 ? [claim, earlier] : [aliasClaim(claim, alias), aliasClaim(earlier, alias)];
			const [said, says] = [JSON.stringify(sayingOf(now, whole)), JSON.stringify(sayingOf(then, whole))];
			// As JSON, for that is how the ledger keeps it; the order of members does not matter.
			return said === says || isDeepStrictEqual(JSON.parse(said), JSON.parse(says));
		},
		keep(earlier) {
			const at = parseClaimId(earlier.id);
			if (at) kept.set(at.seq, at.n, 1);
		},
		async *left() {
			for (const seq of [...editions].sort((a, b) => a - b)) {
				for await (const claims of store.claimsOf(seq)) {
					for (const claim of await standing(claims)) {
						const at = parseClaimId(claim.id);
						if (at && kept.state(at.seq, at.n) === 0) yield claim;
					}
				}
			}
		}
	};
}

function sayingOf({ kind, fields, rest, quote, source, where, said_by, said_on, credibility }: Claim, whole: boolean): unknown {
	return whole ? { kind, fields, rest, quote, source, where, said_by, said_on, credibility } : { kind, fields, rest, quote };
}
