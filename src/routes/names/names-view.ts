import { actorCards, type ActorCard, type Titled } from '#lib/server/records/name-proposals/actor-cards.ts';
import { comparedSoFar, ComparingStopped, type NamesContext } from '#lib/server/records/name-proposals/comparing.ts';
import { nameDeskMeanwhile, openNameDesk, type Joined, type NameDesk } from '#lib/server/records/name-proposals/name-desk.ts';
import type { KeptApart } from '#lib/server/records/name-proposals/kept-apart.ts';
import type { Proposal } from '#lib/server/records/name-proposals/proposals.ts';
import type { SpelledPerson } from '#lib/server/records/name-proposals/spellings-held.ts';

/** What the page and the API show of names that may be one. */
export interface NamesView {
	readonly seq: number;
	/** All of them; `proposals` holds the likeliest. */
	readonly count: number;
	readonly proposals: readonly Proposal[];
	readonly joined: readonly Joined[];
	readonly apart: readonly KeptApart[];
	readonly spelled: readonly SpelledPerson[];
	readonly actors: Readonly<Record<string, ActorCard>>;
	readonly titles: Readonly<Record<string, Titled>>;
}

/** Of the lists that only look back so many are shown. */
const MOST_PAST = 200;

/** So long an answer waits for the comparing of very many names; then it says how far that has come. */
const PATIENCE_MS = 500;

interface Asked {
	readonly limit: number;
	readonly from?: number;
}

/**
 * What there is to say of names, or, where comparing them takes longer than anyone waits, the share (0–1) compared so far. It goes
 * on for as long as somebody asks, and others are served meanwhile.
 */
export async function namesSoon(
	context: NamesContext,
	asked: Asked
): Promise<{ readonly view: NamesView } | { readonly compared: number }> {
	let timer: ReturnType<typeof setTimeout> | undefined;
	const patience = new Promise<null>((resolve) => (timer = setTimeout(() => resolve(null), PATIENCE_MS)));
	const view = openNameDesk(context).then((desk) => viewOf(context, desk, asked));
	const first = await Promise.race([view, patience]);
	clearTimeout(timer);
	if (first) return { view: first };
	const compared = comparedSoFar(context.store);
	// What is left is quick.
	if (compared === null) return { view: await view };
	view.catch((error: unknown) => {
		if (!(error instanceof ComparingStopped)) console.error(error);
	});
	return { compared };
}

/** What can be said while names are being compared, or when that was stopped: what was proposed before, as far as it still holds. */
export async function namesMeanwhile(context: NamesContext, asked: Asked): Promise<NamesView> {
	return viewOf(context, await nameDeskMeanwhile(context), asked);
}

async function viewOf({ store }: NamesContext, desk: NameDesk, { limit, from = 0 }: Asked): Promise<NamesView> {
	const proposals = desk.proposals.slice(from, from + limit);
	const [joined, apart, spelled] = [desk.joined.slice(0, MOST_PAST), desk.apart.slice(0, MOST_PAST), desk.spelled.slice(0, MOST_PAST)];
	const ids = [...proposals.flatMap((proposal) => [proposal.from, proposal.into]), ...spelled.map(({ id }) => id)];
	const mentioned = [
		...proposals.flatMap(({ reasons }) =>
			reasons.flatMap((reason) =>
				reason.code === 'same-record' ? [reason.record] : reason.code === 'same-office' ? [reason.organisation] : []
			)
		),
		...joined.map(({ into }) => into),
		...apart.flatMap(({ one, other }) => [one, other])
	];
	const { cards, titles } = await actorCards(store, desk, ids, mentioned);
	return { seq: desk.seq, count: desk.proposals.length, proposals, joined, apart, spelled, actors: cards, titles };
}
