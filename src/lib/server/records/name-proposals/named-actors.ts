import { elementsOf, memberOf, textOf, valueOf } from '#lib/domain/read-record.ts';
import type { RecordBody } from '#lib/domain/record.ts';
import { fold } from '#lib/language/fold.ts';
import { nameOf, type Name } from '#lib/language/name-likeness/name-parts.ts';

/** People are compared with people, bodies with bodies; of an actor whose kind is not reported either may be. */
export type ActorGroup = 'person' | 'body' | 'country' | 'unknown';

/** An actor as its names are compared. */
export interface NamedActor {
	readonly id: string;
	readonly group: ActorGroup;
	/** Title in every language, then other spellings; each once. */
	readonly names: readonly Name[];
	/** Claims that speak of it: of two that are one, the better known keeps its address. */
	readonly claims: number;
	readonly since: number;
	readonly body: RecordBody;
}

export function namedActor(body: RecordBody): NamedActor {
	const texts = new Map<string, string>();
	const title = body.fields.title;
	const others = title?.shape === 'text' ? title.others.map(({ text }) => text) : [];
	for (const text of [...Object.values(textOf(body, 'title')), ...others, ...spellingsOf(body).map(({ text }) => text)]) {
		const folded = fold(text);
		if (folded !== '' && !texts.has(folded)) texts.set(folded, text);
	}
	return {
		id: body.id,
		group: groupOf(valueOf<string>(body, 'kind') ?? null),
		names: [...texts.values()].map(nameOf),
		claims: body.claims.length,
		since: body.since,
		body
	};
}

/** The spellings sources used, with the claims that use them. */
export function spellingsOf(
	body: RecordBody
): { readonly text: string; readonly language: string | null; readonly claims: readonly string[] }[] {
	return elementsOf(body, 'spellings').flatMap((element) => {
		const text = memberOf<string>(element, 'text');
		return text ? [{ text, language: memberOf<string>(element, 'language') ?? null, claims: element.claims }] : [];
	});
}

function groupOf(kind: string | null): ActorGroup {
	if (kind === 'person' || kind === 'country') return kind;
	return kind === null ? 'unknown' : 'body';
}
