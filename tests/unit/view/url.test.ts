import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { columnFacet, FACETS, KIND_CHOICES, STATUSES } from '#lib/filter/facets.ts';
import { SORT_COLUMNS } from '#lib/filter/sort.ts';
import { LANGUAGES } from '#lib/language/locales.ts';
import { RELATIONS } from '#lib/temporal/relation.ts';
import { defaultView } from '#lib/view/defaults.ts';
import { viewFromUrl } from '#lib/view/from-url.ts';
import { hrefOf, viewFromHref } from '#lib/view/href.ts';
import { filterOf } from '#lib/view/to-filter.ts';
import { queryText, viewToParams } from '#lib/view/to-url.ts';
import type { CalendarName, ViewState } from '#lib/view/view-state.ts';

const base = defaultView('en');
const read = (query: string, over = base) => viewFromUrl(new URLSearchParams(query), over);
const write = (patch: Partial<ViewState>) => queryText(viewToParams({ ...base, ...patch }, base));

const ids = fc.uniqueArray(fc.stringMatching(/^[\p{L}\d:.-]{1,12}$/u), { maxLength: 3 });
const among = <T>(values: readonly T[], maxLength = 3) => fc.uniqueArray(fc.constantFrom(...values), { maxLength });
const minute = fc.integer({ min: -20_000_000, max: 40_000_000 });
const extent = fc.oneof(
	fc
		.tuple(fc.integer({ min: -700_000, max: 2_000_000 }), fc.integer({ min: 1, max: 300_000 }))
		.map(([start, length]) => ({ start, end: start + length })),
	fc
		.tuple(minute, fc.integer({ min: 1, max: 3 * 1440 - 1 }))
		.map(([start, length]) => ({ start: start / 1440, end: (start + length) / 1440 }))
);
const CALENDARS: CalendarName[] = ['gregorian', 'persian', 'islamic'];
const cal = fc.oneof(
	fc.constantFrom(...CALENDARS).map((one): ViewState['cal'] => [one]),
	fc.shuffledSubarray(CALENDARS, { minLength: 2, maxLength: 2 }).map((two) => two as unknown as ViewState['cal'])
);
const columns = FACETS.map((facet) => `events.${facet}`).concat('agreements.parties', 'follow-ups.owner');

const view: fc.Arbitrary<ViewState> = fc.record({
	extent: fc.option(extent),
	within: fc.constantFrom(null, '2025', '2025-12-01/2026-01', '2024/..', '/2025-12-05', '2025-12-04T10:00/2025-12-04T12:30'),
	relation: fc.constantFrom(...RELATIONS),
	possible: fc.boolean(),
	undated: fc.boolean(),
	lanes: fc.constantFrom('track', 'kind', 'topic', 'actor'),
	q: fc.string({ unit: 'grapheme', maxLength: 20 }),
	track: ids,
	kind: among(KIND_CHOICES),
	status: among(STATUSES),
	topic: ids,
	actor: ids,
	conflict: fc.boolean(),
	columnFilters: fc.dictionary(
		fc.constantFrom(...columns),
		fc.uniqueArray(fc.oneof(fc.constantFrom('', ',', '\\', 'a,b', '\\,', 'held'), fc.string({ unit: 'grapheme' })), {
			minLength: 1,
			maxLength: 3
		}),
		{ noNullPrototype: true, maxKeys: 3 }
	),
	sel: fc.option(fc.stringMatching(/^[\w:.-]{1,12}$/)),
	table: fc.constantFrom('agreements', 'events', 'follow-ups'),
	sort: fc.uniqueArray(fc.record({ column: fc.constantFrom(...SORT_COLUMNS), descending: fc.boolean() }), {
		maxLength: 3,
		selector: ({ column }) => column
	}),
	group: fc.constantFrom(null, 'track', 'status', 'parties', 'year'),
	cols: fc.option(fc.uniqueArray(fc.stringMatching(/^[a-z][a-z_-]{0,8}$/), { minLength: 1, maxLength: 4 })),
	cal,
	dir: fc.constantFrom('ltr', 'rtl'),
	lang: fc.constantFrom(...LANGUAGES),
	asof: fc.constantFrom(null, '12', '2026-01-02T10:00:00Z', '2026-01-02T10:00+03:30'),
	published: fc.constantFrom(null, '2025-12-05')
});

describe('view and address', () => {
	test('a view written and read again is the same view, without problems, whoever reads it first', () => {
		fc.assert(
			fc.property(view, fc.constantFrom(...LANGUAGES), fc.boolean(), (of, language, share) => {
				const mine = defaultView(language);
				const query = queryText(viewToParams(of, mine, { share }));
				expect(viewFromUrl(new URLSearchParams(query), mine)).toEqual({ view: of, problems: [] });
			}),
			{ seed: 20261122, numRuns: 1000 }
		);
	});

	test('a shared view is the same view for a reader of any other language', () => {
		fc.assert(
			fc.property(view, fc.constantFrom(...LANGUAGES), fc.constantFrom(...LANGUAGES), (of, mine, theirs) => {
				const query = queryText(viewToParams(of, defaultView(mine), { share: true }));
				expect(read(query, defaultView(theirs)).view).toEqual(of);
			}),
			{ seed: 20261122, numRuns: 300 }
		);
	});

	test('reading never throws, whatever the address', () => {
		const key = fc.constantFrom(
			't',
			'in',
			'q',
			'sort',
			'cal',
			'lang',
			'asof',
			'published',
			'cols',
			'f.events.kind',
			'f.',
			'f',
			'__proto__',
			'sel'
		);
		fc.assert(
			fc.property(fc.array(fc.tuple(fc.oneof(key, fc.string()), fc.string({ unit: 'binary' }))), (pairs) => {
				expect(() => viewFromUrl(new URLSearchParams(pairs), base)).not.toThrow();
			}),
			{ seed: 20261122, numRuns: 1000 }
		);
	});

	test('the default view needs no parameters; a shared one says how it is to be read', () => {
		expect(write({})).toBe('');
		const shared = viewToParams({ ...base, extent: { start: 20_454, end: 20_819 } }, base, { share: true });
		expect(queryText(shared)).toBe('t=2026-01-01/2026-12-31&cal=gregorian&dir=ltr&lang=en');
	});

	test('another language brings its calendar and direction unless the address says otherwise', () => {
		expect(read('lang=fa').view).toMatchObject({ lang: 'fa', cal: ['persian'], dir: 'rtl' });
		expect(read('lang=fa&dir=ltr').view).toMatchObject({ cal: ['persian'], dir: 'ltr' });
	});
});

describe('each key', () => {
	const written: [string, Partial<ViewState>][] = [
		['t=2025-12-04/2025-12-05', { extent: { start: 20_426, end: 20_428 } }],
		['t=2025-12-04T12:00/2025-12-04T17:59', { extent: { start: 20_426.5, end: 20_426.75 } }],
		['in=2025-12-01/2026-01', { within: '2025-12-01/2026-01' }],
		['possible=without', { possible: false }],
		['undated=without', { undated: false }],
		['lanes=actor', { lanes: 'actor' }],
		['q=%D8%B9', { q: 'ع' }],
		['track=a,b', { track: ['a', 'b'] }],
		['kind=event:session,follow-up', { kind: ['event:session', 'follow-up'] }],
		['status=agreement:in+force', { status: ['agreement:in force'] }],
		['topic=x', { topic: ['x'] }],
		['actor=x', { actor: ['x'] }],
		['f.agreements.stage=,signed', { columnFilters: { 'agreements.stage': ['', 'signed'] } }],
		['conflict=only', { conflict: true }],
		['sel=wg-5', { sel: 'wg-5' }],
		['table=follow-ups', { table: 'follow-ups' }],
		[
			'sort=-date,title',
			{
				sort: [
					{ column: 'date', descending: true },
					{ column: 'title', descending: false }
				]
			}
		],
		['sort=', { sort: [] }],
		['group=status', { group: 'status' }],
		['group=year', { group: 'year' }],
		['cols=title,date', { cols: ['title', 'date'] }],
		['cal=persian,gregorian', { cal: ['persian', 'gregorian'] }],
		['dir=rtl', { dir: 'rtl' }],
		['asof=12', { asof: '12' }],
		['asof=2026-01-02T10:00:00Z', { asof: '2026-01-02T10:00:00Z' }],
		['published=2025-12-05', { published: '2025-12-05' }]
	];
	test.each(written)('%s is written and read', (query, patch) => {
		expect(write(patch)).toBe(query);
		expect(read(query)).toEqual({ view: { ...base, ...patch }, problems: [] });
	});

	const bad = [
		't=never',
		't=2025/..',
		't=2026/2025',
		'in=XXXX',
		'in={2022,2027}',
		'in=[2022,2027]',
		'in=2025-XX-31',
		'possible=maybe',
		'undated=1',
		'lanes=none',
		`q=${'x'.repeat(501)}`,
		'track=a%20b'
	];
	const worse = [
		'kind=event:party',
		'status=held',
		'conflict=1',
		'sel=%09',
		'table=all',
		'sort=-beauty',
		'group=title',
		'cols=<b>',
		'cal=julian'
	];
	const worst = ['dir=up', 'lang=de', 'asof=yesterday', 'asof=2026-13-01T00:00:00Z', 'published=2025', 'published=2025-02-30'];
	test.each([...bad, ...worse, ...worst])('%s is dropped with a problem, and the rest stands', (query) => {
		const { view: of, problems } = read(`${query}&table=events&sel=kept`.replace(/^(table|sel)=(.*)&table=events&sel=kept$/, '$1=$2'));
		const key = query.slice(0, query.indexOf('='));
		expect(problems).toEqual([{ key, value: new URLSearchParams(query).get(key), code: 'bad' }]);
		expect(of).toEqual(key === 'table' || key === 'sel' ? base : { ...base, table: 'events', sel: 'kept' });
	});

	test('a bad element leaves the good ones of its list', () => {
		expect(read('kind=event:session,event:party&sort=-date,beauty')).toEqual({
			view: { ...base, kind: ['event:session'], sort: [{ column: 'date', descending: true }] },
			problems: [
				{ key: 'kind', value: 'event:party', code: 'bad' },
				{ key: 'sort', value: 'beauty', code: 'bad' }
			]
		});
	});

	test('unknown keys are told, those of others are not; a second value is told where one is meant', () => {
		const params = new URLSearchParams('width=9&colour=red&f.events.title=x&lanes=kind&lanes=topic&track=a&track=b');
		const { view: of, problems } = viewFromUrl(params, base, ['width']);
		expect(of).toEqual({ ...base, lanes: 'kind', track: ['a', 'b'] });
		expect(problems).toEqual([
			{ key: 'colour', value: 'red', code: 'unknown' },
			{ key: 'f.events.title', value: 'x', code: 'unknown' },
			{ key: 'lanes', value: 'topic', code: 'repeated' }
		]);
	});

	test('the empty fields of a form ask nothing', () => {
		expect(read('q=&track=&in=&sel=&group=&cols=')).toEqual({ view: base, problems: [] });
	});

	test('a longer extent is written in days, rounded', () => {
		expect(write({ extent: { start: 20_426.4, end: 20_436.4 } })).toBe('t=2025-12-04/2025-12-13');
	});
});

describe('around the view', () => {
	test('an address keeps the keys of others', () => {
		const href = hrefOf('/', { ...base, sel: 'x' }, base, 'http://h/?theme=dark&q=old', ['theme']);
		expect(href).toBe('/?sel=x&theme=dark');
		expect(viewFromHref(`http://h${href}`, base, ['theme'])).toEqual({ view: { ...base, sel: 'x' }, problems: [] });
	});

	test('the filter asks what the view says, for every table at once', () => {
		const of = filterOf({
			...base,
			within: '2026',
			possible: false,
			kind: ['event'],
			columnFilters: { 'events.kind': ['x'] },
			conflict: true,
			q: 'a'
		});
		expect(of).toMatchObject({
			within: { start: 20_454, end: 20_819 },
			possible: false,
			kind: ['event'],
			tables: [],
			conflict: true,
			q: 'a'
		});
		expect(of.columns).toEqual({ 'events.kind': ['x'] });
	});

	test('every column a test writes is one that can be filtered', () => {
		for (const path of columns) expect(columnFacet(path)).toBeDefined();
	});
});
