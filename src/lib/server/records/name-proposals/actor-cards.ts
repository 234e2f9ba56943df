import { elementsOf, memberOf, titleOf, valueOf } from '#lib/domain/read-record.ts';
import type { RecordKind } from '#lib/domain/kinds.ts';
import type { Text } from '#lib/domain/text.ts';
import type { Store } from '../../storage/store.ts';
import type { NameDesk } from './name-desk.ts';
import { spellingsOf } from './named-actors.ts';

/** An actor with the evidence for its names: enough to judge a proposal by. */
export interface ActorCard {
	readonly id: string;
	readonly title: Text;
	/** `person`, `organisation` …; null: not reported. */
	readonly kind: string | null;
	readonly claims: number;
	readonly spellings: readonly { readonly text: string; readonly language: string | null; readonly sources: readonly string[] }[];
	readonly roles: readonly { readonly organisation: string; readonly title: string; readonly words: Text }[];
}

/** What an id mentioned beside a card is called. */
export interface Titled {
	readonly kind: RecordKind;
	readonly title: Text;
}

/**
 * The cards of some actors, and the titles of every source, office and record that the cards and some proposals mention,
 * under the ids they are mentioned by.
 */
export async function actorCards(
	store: Store,
	desk: NameDesk,
	ids: Iterable<string>,
	more: Iterable<string> = []
): Promise<{ readonly cards: Record<string, ActorCard>; readonly titles: Record<string, Titled> }> {
	const actors = [...new Set(ids)].flatMap((id) => desk.actors.get(id) ?? []);
	const claims = await store.claims(actors.flatMap(({ body }) => spellingsOf(body).flatMap((spelling) => spelling.claims)));
	const sourceOf = new Map(claims.map(({ id, source }) => [id, source]));
	const cards: Record<string, ActorCard> = {};
	const wanted = new Set(more);
	for (const { id, body, claims: count } of actors) {
		const spellings = spellingsOf(body).map(({ text, language, claims: ofText }) => ({
			text,
			language,
			sources: [...new Set(ofText.flatMap((claim) => sourceOf.get(claim) ?? []))]
		}));
		const roles = elementsOf(body, 'roles').flatMap((element) => {
			const organisation = memberOf<string>(element, 'organisation');
			const title = memberOf<string>(element, 'title');
			return organisation && title ? [{ organisation, title, words: memberOf<Text>(element, 'words') ?? {} }] : [];
		});
		for (const source of spellings.flatMap(({ sources }) => sources)) wanted.add(source);
		for (const { organisation } of roles) wanted.add(organisation);
		cards[id] = { id, title: titleOf(body), kind: valueOf<string>(body, 'kind') ?? null, claims: count, spellings, roles };
	}
	const titles: Record<string, Titled> = {};
	const bodies = await store.recordsById([...wanted]);
	for (const id of wanted) {
		const body = bodies.get(id) ?? (await store.record(await store.alias(id)));
		if (body) titles[id] = { kind: body.kind, title: titleOf(body) };
	}
	return { cards, titles };
}
