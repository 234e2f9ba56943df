import type { RecordedClaim } from '#lib/domain/claim.ts';
import { dateOf, elementsOf, memberOf } from '#lib/domain/read-record.ts';
import type { RecordBody } from '#lib/domain/record.ts';
import type { Text } from '#lib/domain/text.ts';
import { fold } from '#lib/language/fold.ts';
import { edgesOf } from '#lib/temporal/edges-of.ts';
import type { Store } from '../../storage/store.ts';

/** An office someone is said to hold, and from when to when that is known; days since 1970. */
export interface Office {
	readonly organisation: string;
	readonly title: string;
	readonly words: Text;
	readonly span: { readonly start: number; readonly end: number } | null;
}

/** The office two actors share. */
export interface SharedOffice {
	readonly organisation: string;
	readonly title: string;
	readonly words: Text;
	readonly when: 'same-time' | 'other-time' | 'unknown';
}

/** Two sources that name the holder of an office within a year speak of the same time. */
const SAME_TIME_DAYS = 366;

/** The best of what two have in common: an office at the same time before one whose time is not known. */
export function sharedOffice(a: readonly Office[], b: readonly Office[]): SharedOffice | null {
	let best: SharedOffice | null = null;
	for (const one of a)
		for (const other of b) {
			if (one.organisation !== other.organisation || !sameTitle(one, other)) continue;
			const found = { organisation: one.organisation, title: one.title, words: one.words, when: whenHeld(one, other) };
			if (!best || RANK[found.when] > RANK[best.when]) best = found;
		}
	return best;
}

const RANK = { 'other-time': 0, unknown: 1, 'same-time': 2 } as const;

function whenHeld({ span: a }: Office, { span: b }: Office): SharedOffice['when'] {
	if (!a || !b) return 'unknown';
	return Math.max(a.start, b.start) - Math.min(a.end, b.end) <= SAME_TIME_DAYS ? 'same-time' : 'other-time';
}

function sameTitle(a: Office, b: Office): boolean {
	if (fold(a.title) === fold(b.title)) return true;
	return Object.entries(a.words).some(([language, words]) => fold(words) === fold(b.words[language as keyof Text] ?? ''));
}

/**
 * The offices of some actors. When a role has no dates of its own, the days on which sources speak of it stand for it.
 * @param idOf the id a record is kept under now
 */
export async function officesOf(
	store: Store,
	bodies: readonly RecordBody[],
	idOf: (id: string) => string
): Promise<Map<string, readonly Office[]>> {
	const roles = bodies.map((body) => ({ id: body.id, elements: elementsOf(body, 'roles') }));
	const claims = new Map<string, RecordedClaim>();
	for (const claim of await store.claims([...new Set(roles.flatMap(({ elements }) => elements.flatMap((element) => element.claims)))]))
		claims.set(claim.id, claim);
	const sources = await store.recordsById([...new Set([...claims.values()].map(({ source }) => idOf(source)))]);
	const saidOn = ({ said_on, source }: RecordedClaim) => {
		const record = sources.get(idOf(source));
		return said_on ?? (record ? dateOf(record, 'published')?.edtf : undefined);
	};
	return new Map(
		roles.map(({ id, elements }) => [
			id,
			elements.flatMap((element) => {
				const organisation = memberOf<string>(element, 'organisation');
				const title = memberOf<string>(element, 'title');
				if (!organisation || !title) return [];
				const own = [memberOf<{ edtf: string }>(element, 'from')?.edtf, memberOf<{ edtf: string }>(element, 'to')?.edtf];
				const said = element.claims.map((claim) => (claims.has(claim) ? saidOn(claims.get(claim)!) : undefined));
				const span = spanOf(own) ?? spanOf(said);
				return [{ organisation: idOf(organisation), title, words: memberOf<Text>(element, 'words') ?? {}, span }];
			})
		])
	);
}

/** From the first to the last of some dates; null when none of them has a known beginning and end. */
function spanOf(dates: readonly (string | undefined)[]): Office['span'] {
	const edges = dates.flatMap((date) => (date === undefined ? [] : [edgesOf(date)]));
	const starts = edges.map(({ earliestStart }) => earliestStart).filter(Number.isFinite);
	const ends = edges.map(({ latestEnd }) => latestEnd).filter(Number.isFinite);
	return starts.length > 0 && ends.length > 0 ? { start: Math.min(...starts), end: Math.max(...ends) } : null;
}
