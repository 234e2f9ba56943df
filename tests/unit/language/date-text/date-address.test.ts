import { describe, expect, test } from 'vitest';
import { GET } from '../../../../src/routes/api/v1/date/+server.ts';

/** GET /api/v1/date with these parameters. */
async function ask(params: Record<string, string>): Promise<{ status: number; body: Record<string, unknown> }> {
	const url = new URL(`http://localhost/api/v1/date?${new URLSearchParams(params)}`);
	const response = await (GET as unknown as (event: { url: URL }) => Promise<Response>)({ url });
	return { status: response.status, body: await response.json() };
}

describe('GET /api/v1/date', () => {
	test('gives EDTF, inclusive edges, words in four languages, calendar and rule', async () => {
		expect(await ask({ text: 'by next year', said: '2025-12-05' })).toEqual({
			status: 200,
			body: {
				edtf: '2026',
				edges: { earliestStart: '2026-01-01', latestStart: '2026-12-31', earliestEnd: '2026-01-01', latestEnd: '2026-12-31' },
				words: {
					en: 'between 1 January and 31 December 2026',
					ar: 'بين 1 يناير و31 ديسمبر 2026',
					fa: 'بین ۱۱ دی ۱۴۰۴ و ۱۰ دی ۱۴۰۵',
					ru: 'между 1 января и 31 декабря 2026'
				},
				calendar: 'gregorian',
				rule: 'within next year',
				flags: [],
				said: '2025-12-05'
			}
		});
	});

	test('tells an open edge from an unknown one', async () => {
		expect((await ask({ text: 'since 2026' })).body.edges).toMatchObject({ earliestEnd: '..', latestEnd: '..' });
		expect((await ask({ text: '2026/' })).body.edges).toMatchObject({ latestEnd: null });
	});

	test('takes a day said that is known vaguely, a calendar and a language', async () => {
		expect((await ask({ text: 'تا سال آینده', said: '2025-12~', calendar: 'gregorian', lang: 'fa' })).body).toMatchObject({ edtf: '2026' });
		expect((await ask({ text: '05.06.2025', lang: 'ru' })).body).toMatchObject({ edtf: '2025-06-05' });
	});

	test('words of one language in a page of another count in their own calendar; the day said is told only where it matters', async () => {
		const said = '2025-12-05';
		expect((await ask({ text: 'by next year', said, lang: 'fa' })).body).toMatchObject({ edtf: '2026', calendar: 'gregorian', said });
		expect((await ask({ text: 'تا سال آینده', said, lang: 'en' })).body).toMatchObject({ calendar: 'persian', said });
		expect((await ask({ text: 'by next year', said, lang: 'fa', calendar: 'persian' })).body).toMatchObject({ calendar: 'persian' });
		expect((await ask({ text: '5 December 2025', said })).body).not.toHaveProperty('said');
	});

	test('answers 400 with code, position and what was expected', async () => {
		expect(await ask({ text: '30 Azar 2025' })).toMatchObject({
			status: 400,
			body: { error: { code: 'year-of-another-calendar', parameter: 'text', position: 8, expected: 'a year of the persian calendar' } }
		});
		expect(await ask({ text: 'next year' })).toMatchObject({ status: 400, body: { error: { code: 'needs-said', position: 0 } } });
		expect(await ask({})).toMatchObject({ status: 400, body: { error: { code: 'empty' } } });
	});

	test('gives the choices where a date can be read in several ways', async () => {
		expect(await ask({ text: '05/06/2025' })).toMatchObject({
			status: 400,
			body: {
				error: {
					code: 'ambiguous-order',
					choices: [
						{ edtf: '2025-06-05', calendar: 'gregorian' },
						{ edtf: '2025-05-06', calendar: 'gregorian' }
					]
				}
			}
		});
	});

	test.each([
		['said', { text: 'x', said: 'soon' }],
		['calendar', { text: 'x', calendar: 'julian' }],
		['lang', { text: 'x', lang: 'de' }],
		['date', { text: 'x', date: '1' }]
	])('refuses a bad “%s”', async (parameter, params) => {
		expect(await ask(params as Record<string, string>)).toMatchObject({
			status: 400,
			body: { error: { code: 'invalid-parameter', parameter } }
		});
	});
});
