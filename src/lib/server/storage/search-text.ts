import { createFold } from '#lib/columns/word-folder.ts';
import { FIELDS, type ValueType } from '#lib/domain/fields.ts';
import type { RecordBody, ResolvedValue } from '#lib/domain/record.ts';
import { otherSpellings } from '#lib/language/other-spellings.ts';

/** Between two texts: no term reaches over it, for folding leaves none inside a text or a term. */
const APART = '\n';

/** What a record is found by: its texts with every kept wording, in all languages, and its free strings; folded. Empty: nothing. */
export function searchText(body: RecordBody): string {
	const folded = new Set<string>();
	for (const text of textsOf(body)) foldBothWays(text, folded);
	return [...folded].join(APART);
}

/** Whether `searchText` holds each of some folded terms: text by text, so that most are never folded. */
export function holdsTerms(body: RecordBody, terms: readonly string[]): boolean {
	let left = terms;
	for (const text of textsOf(body)) {
		if (left.length === 0) break;
		const folded = new Set<string>();
		foldBothWays(text, folded);
		left = left.filter((term) => ![...folded].some((phrase) => phrase.includes(term)));
	}
	return left.length === 0;
}

function textsOf(body: RecordBody): Set<string> {
	const texts = new Set<string>();
	const seeValue = (type: ValueType | undefined, { value, versions, earlier }: ResolvedValue) => {
		if (type?.type !== 'string' && type?.type !== 'text') return;
		for (const each of [value, ...(versions ?? []).map((version) => version.value), ...(earlier ?? []).map((version) => version.value)]) {
			if (typeof each === 'string') texts.add(each);
			else for (const text of Object.values(each ?? {})) texts.add(String(text));
		}
	};
	for (const [field, resolved] of Object.entries(body.fields)) {
		const spec = FIELDS[body.kind][field];
		if (!spec) continue;
		if (resolved.shape === 'text') {
			for (const text of Object.values(resolved.text)) texts.add(text);
			for (const { text } of resolved.others) texts.add(text);
		} else if (resolved.shape === 'value') seeValue(spec.shape === 'value' ? spec : undefined, resolved);
		else if (spec.shape !== 'value') {
			const groups = resolved.shape === 'list' ? resolved.elements.map(({ members }) => members) : [resolved.members];
			for (const members of groups) for (const [member, value] of Object.entries(members)) seeValue(spec.members[member], value);
		}
	}
	return texts;
}

/** Names and topics come again and again: most words were folded before. */
const folding = createFold();

/** A zero-width non-joiner may be typed as nothing or as a space; the text is kept both ways, as whole phrases, and after them words of other spellings. */
function foldBothWays(text: string, into: Set<string>): void {
	const add = (phrase: string) => {
		if (phrase === '') return;
		into.add(phrase);
		for (const other of otherSpellings(phrase)) into.add(other);
	};
	add(folding(text));
	if (text.includes('\u200C')) add(folding(text.replaceAll('\u200C', ' ')));
}
