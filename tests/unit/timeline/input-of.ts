import {
	CONFLICT,
	ITEM_SHAPES,
	ITEM_TONES,
	laneOfItem,
	NOT_REPORTED,
	PLANNED,
	type Item,
	type ItemLink,
	type ItemTable,
	type Lane,
	type TimelineInput
} from '#lib/timeline/items/item.ts';

/** A link by record ids, as tests write it. */
export interface NamedLink {
	readonly from: string;
	readonly to: string;
	readonly kind: ItemLink['kind'];
}

/** An input made of its items themselves, with what they were made of at hand. */
export interface TestInput extends TimelineInput {
	readonly items: readonly Item[];
	readonly links: readonly NamedLink[];
}

/** Items in the order of their numbers become columns; rows of the mask are the items. */
export function inputOf(items: readonly Item[], lanes: readonly Lane[], links: readonly NamedLink[] = [], mask?: Uint8Array): TestInput {
	const indexOf = (id: string) => items.findIndex((item) => item.id === id);
	const numbered = links.flatMap((link): ItemLink[] => {
		const [from, to] = [indexOf(link.from), indexOf(link.to)];
		return from < 0 || to < 0 ? [] : [{ from, to, kind: link.kind }];
	});
	const previous = new Int32Array(items.length).fill(-1);
	for (const link of numbered) if (link.kind === 'series') previous[link.to] = link.from;
	const edge = (name: 'earliestStart' | 'latestStart' | 'earliestEnd' | 'latestEnd') =>
		Float64Array.from(items, (item) => item.edges?.[name] ?? NaN);
	const wide = items.flatMap((item, index) => ([...item.ghosts, ...item.versions].length > 0 ? [index] : []));
	const other = (index: number) => [...(items[index]?.ghosts ?? []), ...(items[index]?.versions ?? [])];
	const start = edge('earliestStart');
	const order = items.map((_, index) => index);
	order.sort((a, b) => {
		const [x, y] = [start[a] ?? NaN, start[b] ?? NaN];
		if (Number.isNaN(x) || Number.isNaN(y)) return Number(Number.isNaN(x)) - Number(Number.isNaN(y)) || a - b;
		return x < y ? -1 : x > y ? 1 : a - b;
	});
	const table: ItemTable = {
		count: items.length,
		group: Uint16Array.from(items, (item) => item.lane),
		rowOf: Uint32Array.from(items, (_, index) => index),
		undated: Uint32Array.from(order.filter((index) => Number.isNaN(start[index]))),
		earliestStart: start,
		latestStart: edge('latestStart'),
		earliestEnd: edge('earliestEnd'),
		latestEnd: edge('latestEnd'),
		reach: {
			items: Uint32Array.from(wide),
			start: Float64Array.from(wide, (index) => Math.min(...other(index).map((edges) => edges.earliestStart))),
			end: Float64Array.from(wide, (index) => Math.max(...other(index).map((edges) => edges.latestEnd)))
		},
		shape: Uint8Array.from(items, (item) => ITEM_SHAPES.indexOf(item.shape)),
		tone: Uint8Array.from(items, (item) => ITEM_TONES.indexOf(item.tone)),
		flags: Uint8Array.from(
			items,
			(item) => (item.planned ? PLANNED : 0) | (item.notReported ? NOT_REPORTED : 0) | (item.conflict ? CONFLICT : 0)
		),
		weight: Uint8Array.from(items, (item) => item.weight),
		order: Uint32Array.from(order),
		previous,
		itemsOf: (id) => items.flatMap((item, index) => (item.id === id ? [index] : []))
	};
	const input: TestInput = {
		items,
		links,
		table,
		mask: mask ?? Uint8Array.from(items, (item) => (item.possibly ? 1 : 2)),
		laneOf: Uint16Array.from(lanes, (_, lane) => lane),
		lanes,
		kept: () => Uint32Array.from(items.keys()).filter((index) => input.mask[index] !== 0),
		item: (index) => {
			const item = items[index];
			if (!item) throw new Error(`no item ${index}`);
			return item;
		},
		linksOf: (asked, ends = 'either') => {
			const wanted = new Set(asked);
			return numbered.filter(({ from, to }) => (ends === 'both' ? wanted.has(from) && wanted.has(to) : wanted.has(from) || wanted.has(to)));
		},
		undated: () => undatedOf(input, numbered),
		missingWords: () => new Uint32Array(0)
	};
	return input;
}

/** As given, but each right after the one it is known to follow. */
function undatedOf(input: TestInput, links: readonly ItemLink[]): number[][] {
	const byLane: number[][] = input.lanes.map(() => []);
	const undated = input.items.flatMap((item, index) => (item.edges ? [] : [index]));
	const orders = links.filter((link) => link.kind === 'order' && laneOfItem(input, link.from) === laneOfItem(input, link.to));
	const seen = new Set<number>();
	const visit = (index: number) => {
		if (seen.has(index) || input.mask[index] === 0) return;
		seen.add(index);
		byLane[laneOfItem(input, index)]?.push(index);
		for (const link of orders) if (link.from === index) visit(link.to);
	};
	for (const index of undated) if (!orders.some((link) => link.to === index)) visit(index);
	for (const index of undated) visit(index);
	return byLane;
}
