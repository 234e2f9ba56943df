import type { Language } from '../locales.ts';
import type { Meaning } from './meaning.ts';
import { tokensOf, type Token } from './tokens.ts';
import { phrasesFrom, type Phrase } from './vocabulary.ts';

export interface Figure {
	readonly value: number;
	/** How many digits were written: "05" has two. */
	readonly digits: number;
	readonly at: number;
}

/** What the grammar reads: a number, figures joined by signs, a clock time, a run of words with all it may mean, or a sign. */
export interface Term {
	readonly at: number;
	readonly end: number;
	readonly figure?: Figure;
	/** `14/09/1404`, `12.2025`: two or three figures with one sign between them. */
	readonly figures?: { readonly parts: readonly Figure[]; readonly sign: string };
	readonly time?: { readonly hour: number; readonly minute: number };
	readonly sign?: string;
	/** Empty for a word nothing is known of. */
	readonly meanings?: readonly Meaning[];
	readonly languages?: readonly Language[];
}

/** The terms of a text, left to right. */
export function termsOf(text: string): Term[] {
	const tokens = tokensOf(text);
	const terms: Term[] = [];
	for (let i = 0; i < tokens.length;) {
		const [term, used] = termAt(tokens, i);
		if (term) terms.push(term);
		i += used;
	}
	return terms;
}

function termAt(tokens: readonly Token[], i: number): [term: Term | null, used: number] {
	const token = tokens[i]!;
	const { at, end } = token;
	if (token.kind === 'number') return timeAt(tokens, i) ?? figuresAt(tokens, i) ?? [{ at, end, figure: figureOf(token) }, 1];
	// A dot outside of figures ends an abbreviation.
	if (token.kind === 'sign') return [token.text === '.' ? null : { at, end, sign: token.text }, 1];
	const found = phrasesAt(tokens, i);
	const [longest] = found;
	if (!longest) return [{ at, end, meanings: [], languages: [] }, 1];
	const same = found.filter(({ used }) => used === longest.used);
	return [
		{
			at,
			end: tokens[i + longest.used - 1]?.end ?? end,
			meanings: same.map(({ phrase }) => phrase.meaning),
			languages: [...new Set(same.map(({ phrase }) => phrase.language))]
		},
		longest.used
	];
}

/** The phrases whose words stand at `i`; dots and hyphens may stand between them. The longest come first. */
function phrasesAt(tokens: readonly Token[], i: number): { readonly phrase: Phrase; readonly used: number }[] {
	const found = [];
	for (const phrase of phrasesFrom(tokens[i]!.text)) {
		let next = i + 1;
		const fits = phrase.words.slice(1).every((word) => {
			const sign = tokens[next];
			if (sign?.kind === 'sign' && (sign.text === '.' || sign.text === '-')) next++;
			return tokens[next++]?.text === word;
		});
		if (fits) found.push({ phrase, used: next - i });
	}
	return found.sort((a, b) => b.used - a.used);
}

function figureOf({ text, at }: Token): Figure {
	return { value: Number(text), digits: text.length, at };
}

/** `09:40`, `09:40:12`; the seconds of a typed date are not kept. */
function timeAt(tokens: readonly Token[], i: number): [Term, number] | null {
	const [hour, colon, minute] = tokens.slice(i, i + 3);
	if (!hour || colon?.text !== ':' || colon.gap || minute?.kind !== 'number' || minute.gap || minute.text.length !== 2) return null;
	const time = { hour: Number(hour.text), minute: Number(minute.text) };
	if (time.hour > 24 || time.minute > 59) return null;
	const seconds = tokens[i + 3]?.text === ':' && tokens[i + 4]?.kind === 'number';
	return [{ at: hour.at, end: minute.end, time }, seconds ? 5 : 3];
}

/** Figures with one and the same sign between them and no blanks; more than three are no date. */
function figuresAt(tokens: readonly Token[], i: number): [Term, number] | null {
	const parts = [figureOf(tokens[i]!)];
	const sign = tokens[i + 1]?.text ?? '';
	if (!['/', '.', '-'].includes(sign)) return null;
	let used = 1;
	for (let at = i + 1; parts.length < 4; at += 2) {
		const [joint, number] = [tokens[at], tokens[at + 1]];
		if (joint?.text !== sign || joint.gap || number?.kind !== 'number' || number.gap) break;
		parts.push(figureOf(number));
		used += 2;
	}
	// "4-5 December" and "1851-52" are ranges, "12-2025" and "2025-12" are months.
	const [first, second, third] = parts;
	if (!first || !second) return null;
	const isMonth = first.digits === 4 && second.digits === 2 && second.value >= 1 && second.value <= 12;
	if (!third && sign === '-' && !isMonth && (first.digits > 2 || second.digits < 4)) return null;
	if (parts.length > 3) return [{ at: first.at, end: tokens[i + used - 1]!.end, meanings: [], languages: [] }, used];
	return [{ at: tokens[i]!.at, end: tokens[i + used - 1]!.end, figures: { parts, sign } }, used];
}
