import type { Claim } from '#lib/domain/claim.ts';
import { elementsOf, memberOf } from '#lib/domain/read-record.ts';
import type { RecordBody } from '#lib/domain/record.ts';
import type { Text } from '#lib/domain/text.ts';
import { fold } from '#lib/language/fold.ts';
import type { Store } from '../../storage/store.ts';
import { namedIdOf } from './record-ids.ts';

/** Kinds of record that a file names and does not describe. */
export const NAMED_KINDS = ['track', 'topic', 'actor'] as const;
export type NamedKind = (typeof NAMED_KINDS)[number];

/** A name's record. `ambiguous`: several bear this very name, and the first was taken. */
export interface Named {
	readonly id: string;
	readonly ambiguous?: true;
}

/** Finds the tracks, topics and actors that a file names, and makes those that nobody has named before. */
export interface NameBook {
	/** `where` as in the claims of this row. */
	find(kind: NamedKind, name: Text, where: string): Named;
	/** Claims of names made since the last call: they go before the claims that use them. */
	take(): Claim[];
	readonly made: Readonly<Record<NamedKind, number>>;
	readonly found: Readonly<Record<NamedKind, number>>;
}

/**
 * A name is joined to a record only when a title, or another spelling of it, folds to the very same text; likeness is for
 * people to judge. @param source the record of the file series, whose claims the new names are
 */
export async function openNameBook(store: Store, source: string): Promise<NameBook> {
	const known = {} as Record<NamedKind, Map<string, string[]>>;
	for (const kind of NAMED_KINDS) {
		const byName = (known[kind] = new Map<string, string[]>());
		for await (const body of store.records({ kind })) {
			for (const name of new Set(namesOf(body).map(fold))) if (name !== '') byName.set(name, [...(byName.get(name) ?? []), body.id]);
		}
	}
	const aliases = await store.aliases();
	const answered = { track: new Map<string, Named>(), topic: new Map<string, Named>(), actor: new Map<string, Named>() };
	const made = { track: 0, topic: 0, actor: 0 };
	const found = { track: 0, topic: 0, actor: 0 };
	let waiting: Claim[] = [];

	function look(kind: NamedKind, name: Text, where: string): Named {
		const candidates = new Set(Object.values(name).flatMap((spelling) => known[kind].get(fold(spelling)) ?? []));
		const own = namedIdOf(source, kind, name);
		const [first] = candidates;
		if (first !== undefined) {
			found[kind]++;
			// What an earlier edition made for this name stays the one.
			const kept = candidates.has(own) ? own : (aliases.get(own) ?? '');
			if (candidates.has(kept)) return { id: kept };
			return { id: first, ...(candidates.size > 1 && { ambiguous: true }) };
		}
		made[kind]++;
		waiting.push({ record: own, kind, source, where, fields: { title: name } });
		for (const spelling of Object.values(name)) known[kind].set(fold(spelling), [own]);
		return { id: own };
	}

	return {
		made,
		found,
		find(kind, name, where) {
			const key = keyOf(name);
			let answer = answered[kind].get(key);
			if (!answer) answered[kind].set(key, (answer = look(kind, name, where)));
			return answer;
		},
		take() {
			const claims = waiting;
			waiting = [];
			return claims;
		}
	};
}

/** Most names are in one language; a file of a million rows asks for them three million times. */
function keyOf(name: Text): string {
	let key = '';
	for (const language in name) key += `${language}\n${name[language as keyof Text]}\n`;
	return key;
}

function namesOf(body: RecordBody): string[] {
	const title = body.fields['title'];
	const titles = title?.shape === 'text' ? [...Object.values(title.text), ...title.others.map(({ text }) => text)] : [];
	const spellings = elementsOf(body, 'spellings').map((element) => memberOf<string>(element, 'text'));
	return [...titles, ...spellings.filter((text) => typeof text === 'string')];
}
