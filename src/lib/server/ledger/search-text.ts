import { FIELDS, type ValueType } from '#lib/domain/fields.ts';
import type { RecordBody, ResolvedValue } from '#lib/domain/record.ts';
import { LANGUAGES } from '#lib/domain/text.ts';
import { fold } from '#lib/language/fold.ts';

/** Words of no stated language (spellings, units, links). */
const ANY = 'und';

/** What a record is found by: its texts with every kept wording, and its free strings; folded, one row a language. */
export function searchText(body: RecordBody): { language: string; folded: string }[] {
	const texts = new Map<string, Set<string>>();
	const see = (language: string, text: string) => texts.set(language, (texts.get(language) ?? new Set()).add(text));
	const seeValue = (type: ValueType | undefined, { value, versions, earlier }: ResolvedValue) => {
		for (const each of [value, ...(versions ?? []).map((version) => version.value), ...(earlier ?? []).map((version) => version.value)]) {
			if (type?.type === 'string' && typeof each === 'string') see(ANY, each);
			if (type?.type === 'text') for (const [language, text] of Object.entries(each ?? {})) see(language, String(text));
		}
	};
	for (const [field, resolved] of Object.entries(body.fields)) {
		const spec = FIELDS[body.kind][field];
		if (!spec) continue;
		if (resolved.shape === 'text') {
			for (const [language, text] of Object.entries(resolved.text)) see(language, text);
			for (const { language, text } of resolved.others) see(language, text);
		} else if (resolved.shape === 'value') seeValue(spec.shape === 'value' ? spec : undefined, resolved);
		else if (spec.shape !== 'value') {
			const groups = resolved.shape === 'list' ? resolved.elements.map(({ members }) => members) : [resolved.members];
			for (const members of groups) for (const [member, value] of Object.entries(members)) seeValue(spec.members[member], value);
		}
	}
	return [...LANGUAGES, ANY].flatMap((language) => {
		const folded = [...(texts.get(language) ?? [])].map(foldBothWays).filter((text) => text !== '');
		return folded.length === 0 ? [] : [{ language, folded: folded.join(' ') }];
	});
}

/** A zero-width non-joiner may be typed as nothing or as a space; the text is kept both ways, as whole phrases. */
function foldBothWays(text: string): string {
	const joined = fold(text);
	return text.includes('\u200C') ? `${joined} ${fold(text.replaceAll('\u200C', ' '))}` : joined;
}
