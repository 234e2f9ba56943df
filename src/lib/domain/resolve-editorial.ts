import type { Candidate } from './candidate.ts';
import { DESK } from './claim.ts';
import type { ValueType } from './fields.ts';
import type { ResolvedText, ResolvedValue } from './record.ts';
import { LANGUAGES, type Language, type Text } from './text.ts';
import { valuesAgree } from './values-agree.ts';

interface Wording {
	readonly language: Language;
	readonly text: string;
	readonly claim: string;
	readonly desk: boolean;
}

/**
 * The desk's wording, per language: its last recorded one. An outside wording shows only in a language the desk says
 * nothing in; every other wording is kept beside it. Never a conflict. Candidates in ledger order; null says nothing.
 */
export function resolveText(candidates: readonly Candidate[]): ResolvedText | null {
	const wordings = candidates.flatMap(wordingsOf);
	const text: Partial<Record<Language, string>> = {};
	const claims: Partial<Record<Language, string>> = {};
	for (const language of LANGUAGES) {
		const own = wordings.filter((wording) => wording.language === language);
		const shown = own.findLast(({ desk }) => desk) ?? own.at(-1);
		if (!shown) continue;
		text[language] = shown.text;
		claims[language] = shown.claim;
	}
	if (Object.keys(text).length === 0) return null;
	const others: { language: Language; text: string; claim: string }[] = [];
	for (const wording of wordings) {
		const { language, text: words, claim } = wording;
		if (words === text[language] || others.some((other) => other.language === language && other.text === words)) continue;
		others.push({ language, text: words, claim });
	}
	return { shape: 'text', text, claims, others };
}

/** An editorial value that is no text (a topic's broader one): the desk's last recorded, else the last recorded. */
export function resolveEditorialValue(type: ValueType, candidates: readonly Candidate[]): ResolvedValue | null {
	const shown = candidates.findLast(({ claim }) => claim.source === DESK) ?? candidates.at(-1);
	if (!shown) return null;
	const agreeing = candidates.filter(({ value }) => valuesAgree(type, value, shown.value));
	const by = candidates.length === 1 ? 'only' : agreeing.length === candidates.length ? 'agree' : 'recorded later';
	return { shape: 'value', value: shown.value, claims: agreeing.map(({ claim }) => claim.id), by };
}

function wordingsOf({ claim, value }: Candidate): Wording[] {
	if (value === null || typeof value !== 'object') return [];
	return LANGUAGES.flatMap((language) => {
		const text = (value as Text)[language];
		return text ? [{ language, text, claim: claim.id, desk: claim.source === DESK }] : [];
	});
}
