import { describe, expect, test } from 'vitest';
import { featuresOf } from '#lib/timeline/interaction/features.ts';
import { inView } from '#lib/timeline/interaction/in-view.ts';
import { WIDTH_CLASSES, widthClassOf } from '#lib/timeline/interaction/width-classes.ts';
import type { Item } from '#lib/timeline/items/item.ts';
import { inputOf as columnsOf } from '../input-of.ts';
import { paintStills } from '#lib/timeline/stills.ts';

function item(id: string, span: readonly [number, number] | null, change: Partial<Item> = {}): Item {
	const edges = span && { earliestStart: span[0], latestStart: span[0], earliestEnd: span[1], latestEnd: span[1] };
	return {
		id,
		edges,
		lane: 0,
		shape: 'circle',
		tone: 'event',
		planned: false,
		notReported: false,
		conflict: false,
		versions: [],
		ghosts: [],
		name: id,
		detail: '',
		language: 'en',
		sentence: '',
		said: [],
		weight: 1,
		possibly: false,
		...change
	};
}

const lane = (key: string) => ({ key, name: key, detail: '', language: 'en' });
const inputOf = (items: Item[], mask?: Uint8Array) => columnsOf(items, [lane('a'), lane('b')], [], mask);
const idsIn = (items: Item[], mask?: Uint8Array) => inView(inputOf(items, mask), extent).items.map((index) => items[index]?.id);

const extent = { start: 100, end: 200 };

describe('what is in view', () => {
	test('whatever touches the extent, ends exclusive, and everything undated', () => {
		const items = [item('before', [90, 100]), item('in', [199, 200]), item('after', [200, 201]), item('undated', null)];
		expect(idsIn(items)).toEqual(['in', 'undated']);
		expect(inView(inputOf(items), extent)).toMatchObject({ count: 2, undated: 1 });
		expect(idsIn(items, Uint8Array.of(2, 0, 2, 2))).toEqual(['undated']);
	});

	test('stands in reading order: by lane, by time, undated last; open beginnings first', () => {
		const items = [
			item('b1', [110, 111], { lane: 1 }),
			item('a3', null),
			item('a2', [150, 151]),
			item('a1', [120, 121]),
			item('a0', [-Infinity, 130]),
			item('a0b', [-Infinity, 130])
		];
		expect(idsIn(items)).toEqual(['a0', 'a0b', 'a1', 'a2', 'a3', 'b1']);
	});
});

test('the legend explains what is on the screen and nothing else', () => {
	const items = [
		item('held', [150, 151]),
		item('plan', [160, 170], { planned: true, shape: 'diamond', tone: 'memorandum' }),
		item('far', [900, 901], { conflict: true })
	];
	const { shapes, signs } = featuresOf(inputOf(items), extent, 120, null);
	expect(shapes.map(({ shape }) => shape)).toEqual(['circle', 'diamond']);
	expect([...signs].sort()).toEqual(['held', 'planned', 'today']);
});

describe('the server’s pictures', () => {
	const axisText = {
		year: () => '2026',
		month: () => 'Jan',
		monthAndYear: () => 'January 2026',
		dayOfMonth: () => '1',
		dayMonthYear: () => '1 January 2026',
		hour: () => '0:00'
	};
	const texts = { undated: 'Undated', emptyLane: () => 'Nothing', notReported: 'not reported', more: (count: number) => `+${count}` };
	const options = { extent, direction: 'ltr' as const, today: 150, todayLabel: 'Today', selected: null, axisText, texts };

	test('there is one for each width class, and the shelf is missing only on the phone', () => {
		const stills = paintStills(inputOf([item('one', [150, 151]), item('two', null)]), options, 'tl');
		expect(stills.plots.match(/<svg class="still /g)).toHaveLength(WIDTH_CLASSES.length);
		expect(stills.shelves.match(/<svg class="still /g)).toHaveLength(WIDTH_CLASSES.length - 1);
		for (const one of WIDTH_CLASSES) expect(stills.rules).toContain(`(width >= ${one.from}px)`);
	});

	test('hold no text as markup, and no comment, at which taking over would stop', () => {
		const stills = paintStills(inputOf([item('</style><!--x--><script>', [150, 151])]), options, 'tl');
		for (const part of [stills.rules, stills.plots, stills.shelves]) expect(part).not.toMatch(/<!--|<script/);
	});

	test('every width has the class it is at least as wide as', () => {
		expect(widthClassOf(200).from).toBe(0);
		expect(widthClassOf(719.5).compact).toBe(true);
		expect(widthClassOf(720).compact).toBe(false);
		expect(widthClassOf(5000).from).toBe(1500);
	});
});
