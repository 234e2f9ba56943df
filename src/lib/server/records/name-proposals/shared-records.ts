import type { RecordedClaim } from '#lib/domain/claim.ts';
import type { RecordBody } from '#lib/domain/record.ts';
import type { Store } from '../../storage/store.ts';

/** What records that name both actors say of their being one. */
export interface SharedRecords {
	/** One claim lists both: whoever wrote it took them for two. */
	readonly namedTogether: boolean;
	/** A record where different sources name the one and the other. */
	readonly record: string | null;
}

const LISTS = ['participants', 'parties', 'owner'];
/** So many records of an actor are looked through: someone named everywhere is found beside anyone. */
const MOST_RECORDS = 200;

export async function sharedRecords(store: Store, a: RecordBody, b: RecordBody): Promise<SharedRecords> {
	const [left, right] = [idsOf(a), idsOf(b)];
	const ofOne = new Set(await store.mentioning(left, { inside: true, limit: MOST_RECORDS }));
	if (ofOne.size === 0) return { namedTogether: false, record: null };
	const common = (await store.mentioning(right, { inside: true, limit: MOST_RECORDS })).filter((id) => ofOne.has(id));
	if (common.length === 0) return { namedTogether: false, record: null };
	const standing = new Set([...(await store.recordsById(common)).values()].flatMap(({ claims }) => claims));
	let record: string | null = null;
	const sources = new Map<string, { left: Set<string>; right: Set<string> }>();
	for (const claim of await store.claimsAbout(common)) {
		if (!standing.has(claim.id)) continue;
		const named = actorsIn(claim);
		const hasLeft = left.some((id) => named.has(id));
		const hasRight = right.some((id) => named.has(id));
		if (hasLeft && hasRight) return { namedTogether: true, record: null };
		const seen = sources.get(claim.record) ?? { left: new Set<string>(), right: new Set<string>() };
		sources.set(claim.record, seen);
		if (hasLeft) seen.left.add(claim.source);
		if (hasRight) seen.right.add(claim.source);
		if (seen.left.size > 0 && seen.right.size > 0 && new Set([...seen.left, ...seen.right]).size > 1) record ??= claim.record;
	}
	return { namedTogether: false, record };
}

function idsOf({ id, merged }: RecordBody): string[] {
	return [id, ...merged];
}

function actorsIn({ fields }: RecordedClaim): Set<string> {
	const actors = new Set<string>();
	for (const name of LISTS) {
		const list = fields[name];
		if (!Array.isArray(list)) continue;
		for (const element of list as readonly { actor?: unknown }[]) if (typeof element?.actor === 'string') actors.add(element.actor);
	}
	return actors;
}
