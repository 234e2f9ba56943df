import { fold } from '../fold.ts';
import type { CalendarName, Language } from '../locales.ts';
import { monthName, weekdayName } from '../month-names.ts';
import type { Entry, Meaning } from './meaning.ts';
import { NAMED_DAYS } from './named-days.ts';
import { arabic } from './vocabulary-ar.ts';
import { english } from './vocabulary-en.ts';
import { persian } from './vocabulary-fa.ts';
import { russian } from './vocabulary-ru.ts';

/** A run of folded words with what it means and in which language. */
export interface Phrase {
	readonly words: readonly string[];
	readonly meaning: Meaning;
	readonly language: Language;
}

const CALENDARS: readonly CalendarName[] = ['gregorian', 'persian', 'islamic'];
const ZWNJ = '\u200C';
/** Arabic "and" inside a phrase: الحادي والعشرين. */
const JOINED_AND = / و(?=\p{L})/u;
/** 4 January 1970 was a Sunday. */
const SUNDAY = 3;

let index: ReadonlyMap<string, readonly Phrase[]> | undefined;

/** Every phrase that begins with a folded word, the longest first. Worked out once, on first use. */
export function phrasesFrom(word: string): readonly Phrase[] {
	index ??= buildIndex();
	return index.get(word) ?? [];
}

function buildIndex(): ReadonlyMap<string, readonly Phrase[]> {
	const phrases = new Map<string, Phrase[]>();
	const add = (text: string, meaning: Meaning, language: Language) => {
		const words = fold(text).split(' ');
		const [first] = words;
		if (!first) return;
		const others = phrases.get(first);
		if (others) others.push({ words, meaning, language });
		else phrases.set(first, [{ words, meaning, language }]);
	};
	for (const { language, entries } of [english, arabic, persian, russian]) {
		const days = NAMED_DAYS.map((day): Entry => [{ is: 'named', day }, day.names[language] ?? '']);
		for (const [meaning, list] of [...namesOf(language), ...entries, ...days]) {
			for (const text of list.split('|')) {
				add(text, meaning, language);
				if (text.includes(ZWNJ)) add(text.replaceAll(ZWNJ, ' '), meaning, language);
				// Where the word behind it is known by itself, the tokens stand apart.
				if (JOINED_AND.test(text)) add(text.replace(JOINED_AND, ' و '), meaning, language);
			}
		}
	}
	for (const list of phrases.values()) list.sort((a, b) => b.words.length - a.words.length);
	return phrases;
}

/** Months and weekdays as the product itself writes them. */
function namesOf(language: Language): Entry[] {
	const months = CALENDARS.flatMap((calendar) =>
		Array.from({ length: 12 }, (_, n): Entry => {
			const forms = (['plain', 'genitive'] as const).map((form) => monthName(calendar, n + 1, language, 'long', form));
			return [{ is: 'month', calendar, month: n + 1 }, forms.join('|')];
		})
	);
	const weekdays = Array.from({ length: 7 }, (_, n): Entry => [{ is: 'weekday', weekday: n }, weekdayName(SUNDAY + n, language)]);
	return [...months, ...weekdays];
}
