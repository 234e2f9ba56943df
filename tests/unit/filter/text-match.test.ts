import { describe, expect, test } from 'vitest';
import { columnFacet, facetOf, SUBKINDS } from '#lib/filter/facets.ts';
import { foldedText, holdsTerm, searchTerms, textMatches } from '#lib/filter/text-match.ts';

const found = (q: string, ...texts: string[]) =>
	textMatches(
		searchTerms(q),
		texts.map((text) => foldedText({ en: text }))
	);

describe('text search', () => {
	test('short terms begin a word, longer ones may stand inside it', () => {
		expect(found('ba', 'In Baghdad')).toBe(true);
		expect(found('gh', 'In Baghdad')).toBe(false);
		expect(found('ghd', 'In Baghdad')).toBe(true);
	});

	test('all terms must be held, by whichever text', () => {
		expect(found('baghdad signing', 'In Baghdad', 'A signing')).toBe(true);
		expect(found('baghdad tehran', 'In Baghdad', 'A signing')).toBe(false);
	});

	test('nothing typed asks nothing, and so does punctuation alone', () => {
		expect(found('', 'x')).toBe(true);
		expect(found(' – ', 'x')).toBe(true);
	});

	test('spellings of one word meet: letters, marks, digits, joined and split', () => {
		expect(found('علي', 'علی')).toBe(true);
		expect(found('۱۴۰۴', '1404')).toBe(true);
		expect(found('خواهم', 'می‌خواهم')).toBe(true);
		expect(found('Петр', 'Пётр')).toBe(true);
	});

	test('every language of a text and its other spellings are looked at', () => {
		const folded = foldedText({ en: 'Iraq', ar: 'العراق' }, ['Irak']);
		for (const term of ['iraq', 'عراق', 'irak']) expect(holdsTerm(folded, searchTerms(term)[0] ?? '')).toBe(true);
	});
});

describe('facets', () => {
	test("a table's own column names lead to the facet", () => {
		expect(columnFacet('agreements.parties')).toEqual({ table: 'agreements', facet: 'actor' });
		expect(columnFacet('follow-ups.status')).toEqual({ table: 'follow-ups', facet: 'status' });
		for (const path of ['x.status', 'events.title', 'events', 'events.toString']) expect(columnFacet(path)).toBeUndefined();
		expect(facetOf('constructor')).toBeUndefined();
	});

	test('kinds are prefixed, a follow-up has but one', () => {
		expect(SUBKINDS).toContain('event:session');
		expect(SUBKINDS.at(-1)).toBe('follow-up');
	});
});
