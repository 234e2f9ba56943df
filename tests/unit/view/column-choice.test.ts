import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { columnChoices, columnChoiceText, readColumnChoice } from '#lib/view/column-choice.ts';
import { defaultView } from '#lib/view/defaults.ts';
import { viewFromUrl } from '#lib/view/from-url.ts';
import { queryText, viewToParams } from '#lib/view/to-url.ts';

const base = defaultView('en');
const read = (query: string) => viewFromUrl(new URLSearchParams(query), base);

describe('columns in the address', () => {
	test('a choice written is read again as the same', () => {
		const choice = fc.record({
			id: fc.stringMatching(/^[a-z][\w.-]{0,20}$/),
			pinned: fc.boolean(),
			width: fc.option(fc.integer({ min: 48, max: 1200 }))
		});
		fc.assert(
			fc.property(choice, (of) => {
				expect(readColumnChoice(columnChoiceText(of))).toEqual({ choice: of, whole: true });
			}),
			{ seed: 3 }
		);
	});
	test('a pinned and a sized column stand in the link as they are typed', () => {
		const cols = ['title!', 'date:160', 'parties!:90', 'track'];
		const query = queryText(viewToParams({ ...base, cols }, base));
		expect(query).toBe('cols=title!,date:160,parties!:90,track');
		expect(read(query)).toMatchObject({ view: { cols }, problems: [] });
	});
	test.each([
		['title:9', 'title'],
		['title!:99999', 'title!'],
		['title:wide', 'title'],
		['title!!', 'title!'],
		['title:160px', 'title']
	])('of %s only %s stands, and the rest is told', (text, kept) => {
		const { view, problems } = read(`cols=${text},date`);
		expect(problems).toEqual([{ key: 'cols', value: text, code: 'bad' }]);
		expect(view.cols).toEqual([kept, 'date']);
	});
	test('a column named twice stands once, as it was named first', () => {
		expect(columnChoices(['date:160', 'date!'])).toEqual([{ id: 'date', pinned: false, width: 160 }]);
	});
});
