import type { Edges } from '#lib/temporal/edges.ts';
import type { Item, Lane } from '#lib/timeline/items/item.ts';
import type { AxisText } from '#lib/timeline/scale/ticks.ts';
import { inputOf, type NamedLink } from './input-of.ts';

/** Epoch day of an ISO date. */
export function day(iso: string): number {
	return Date.parse(`${iso}T00:00Z`) / 86_400_000;
}

/** A single value: within [from, to], both days included. */
export function within(from: string, to = from): Edges {
	const [start, end] = [day(from), day(to) + 1];
	return { earliestStart: start, latestStart: end, earliestEnd: start, latestEnd: end };
}

/** An interval of two known days. */
export function lasted(from: string, to: string): Edges {
	return { earliestStart: day(from), latestStart: day(from) + 1, earliestEnd: day(to), latestEnd: day(to) + 1 };
}

export function item(part: Partial<Item> & { readonly id: string }): Item {
	return {
		edges: null,
		lane: 0,
		shape: 'small-circle',
		tone: 'event',
		planned: false,
		notReported: false,
		conflict: false,
		versions: [],
		ghosts: [],
		name: part.id,
		detail: '',
		language: 'en',
		sentence: part.id,
		said: [],
		weight: 1,
		possibly: false,
		...part
	};
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const date = (at: number) => new Date(at * 86_400_000);

export const englishAxis: AxisText = {
	year: (at) => String(date(at).getUTCFullYear()),
	month: (at) => MONTHS[date(at).getUTCMonth()] ?? '',
	monthAndYear: (at) => `${MONTHS[date(at).getUTCMonth()]} ${date(at).getUTCFullYear()}`,
	dayOfMonth: (at) => String(date(at).getUTCDate()),
	dayMonthYear: (at) => `${date(at).getUTCDate()} ${MONTHS[date(at).getUTCMonth()]} ${date(at).getUTCFullYear()}`,
	hour: (at) => `${String(date(at).getUTCHours()).padStart(2, '0')}:00`
};

const lanes: Lane[] = [
	{ key: 'jwg', name: 'Joint working group', detail: 'Iran–Russia, ICT', language: 'en' },
	{ key: 'relations', name: 'Relations at large', detail: 'Iran–Russia', language: 'en' },
	{ key: 'ict', name: 'ICT cooperation', detail: 'Iran–Armenia', language: 'en' }
];

const wg = lasted('2025-12-04', '2025-12-05');
const fifth = within('2025-12-05');
const items: Item[] = [
	item({ id: 'wg-5', edges: wg, shape: 'circle', name: '5th session', detail: 'Moscow, 4–5 Dec', weight: 9 }),
	item({ id: 'meetings', edges: wg, name: 'Company meetings', detail: '16 from Iran', weight: 3 }),
	item({ id: 'signing', edges: fifth, name: 'Memorandum signing', detail: '5 Dec, evening', weight: 4 }),
	item({
		id: 'memo',
		edges: fifth,
		shape: 'diamond',
		tone: 'memorandum',
		name: 'Memorandum between governments',
		detail: '5 Dec 2025',
		weight: 8
	}),
	item({
		id: 'memoranda',
		edges: fifth,
		shape: 'diamond',
		tone: 'memorandum',
		conflict: true,
		name: 'Company memoranda',
		detail: '20, sources differ',
		weight: 6
	}),
	item({ id: 'ceremony', edges: fifth, name: 'Contract ceremony', detail: '5 Dec, evening', weight: 4 }),
	item({
		id: 'contracts',
		edges: fifth,
		shape: 'square',
		tone: 'contract',
		conflict: true,
		name: 'Contracts',
		detail: '5, sources differ',
		weight: 7
	}),
	item({
		id: 'wg-6',
		edges: within('2026-01-01', '2026-12-31'),
		shape: 'circle',
		planned: true,
		name: '6th session',
		detail: 'Tehran, planned',
		weight: 9
	}),
	item({
		id: 'third',
		edges: within('2026-01-01', '2026-12-31'),
		shape: 'square',
		tone: 'contract',
		planned: true,
		name: 'Third-country contracts',
		detail: 'hoped for',
		weight: 5
	}),
	item({
		id: 'presidents',
		lane: 1,
		edges: within('2025-01-01', '2025-01-31'),
		name: 'Presidents sign',
		detail: '“last January”',
		weight: 5
	}),
	item({
		id: 'treaty',
		lane: 1,
		edges: within('2025-01-01', '2025-01-31'),
		shape: 'hexagon',
		tone: 'treaty',
		name: 'Comprehensive strategic treaty',
		weight: 8
	}),
	item({ id: 'ministers', lane: 1, name: 'Ministers meet', detail: 'before 2025' }),
	item({ id: 'documents', lane: 1, shape: 'diamond', tone: 'memorandum', name: 'Cooperation documents' }),
	item({ id: 'lajevardi', lane: 1, name: 'Lajevardi hosts Shoitov' }),
	item({ id: 'corridor', lane: 2, name: 'Iran Corridor, Dubai' }),
	item({ id: 'hashemi', lane: 2, name: 'Hashemi, Hakobyan meet' }),
	item({ id: 'delegations', lane: 2, shape: 'diamond', tone: 'memorandum', planned: true, name: 'Delegations', detail: 'proposed' })
];

const links: NamedLink[] = [
	{ from: 'wg-5', to: 'wg-6', kind: 'series' },
	{ from: 'wg-5', to: 'memo', kind: 'leads-to' },
	{ from: 'memo', to: 'contracts', kind: 'leads-to' },
	{ from: 'ministers', to: 'lajevardi', kind: 'order' }
];

/** What a desk sees: two lanes with dates, one without. */
export const desk = inputOf(items, lanes, links);

export const TODAY = day('2026-11-22');

export const englishTexts = {
	undated: 'Undated',
	emptyLane: (count: number) => `No dated records, ${count} undated`,
	notReported: 'not reported',
	more: (count: number) => `+${count}`
};
