import type { Item, ItemLink } from '../items/item.ts';
import type { PlotX } from '../scale/time-scale.ts';
import type { SceneLink } from '../scene.ts';

/** Where a link can hold on to an item: its shape's middle, its span's both ends, its row. */
export interface Anchor {
	readonly lane: number;
	readonly y: number;
	readonly middle: PlotX;
	readonly earlierEnd: PlotX;
	readonly laterEnd: PlotX;
	/** px of the shape's middle at the deciding width. */
	readonly at: number;
}

/** Shapes nearer than this share one channel beside them. */
const SAME_DATE = 24;

/** Ids of the selected record's chain: all it leads to and all that leads to it. */
export function chainOf(links: readonly ItemLink[], selected: string | null): ReadonlySet<string> {
	const chain = new Set<string>();
	if (selected === null) return chain;
	const next = new Map<string, string[]>();
	const back = new Map<string, string[]>();
	for (const link of links) {
		if (link.kind !== 'leads-to') continue;
		next.set(link.from, [...(next.get(link.from) ?? []), link.to]);
		back.set(link.to, [...(back.get(link.to) ?? []), link.from]);
	}
	for (const edges of [next, back]) {
		const open = [selected];
		const seen = new Set<string>();
		for (let id = open.pop(); id !== undefined; id = open.pop()) {
			if (seen.has(id)) continue;
			seen.add(id);
			chain.add(id);
			open.push(...(edges.get(id) ?? []));
		}
	}
	return chain;
}

/** Routes the links both of whose ends have a row. `blocked` answers whether a shape stands between two rows at px `at`. */
export function routeLinks(
	items: readonly Item[],
	links: readonly ItemLink[],
	options: {
		readonly selected: string | null;
		readonly later: 1 | -1;
		readonly shapeScale: number;
		/** Physical side of the channel: where fewer labels stand. */
		readonly channel: 1 | -1;
		indexOf(id: string): number | undefined;
		anchor(index: number): Anchor | null;
		blocked(at: number, y0: number, y1: number): boolean;
	}
): SceneLink[] {
	const routed: SceneLink[] = [];
	const chain = chainOf(links, options.selected);
	for (const link of links) {
		if (link.kind === 'order') continue;
		if (link.kind === 'leads-to' && !(chain.has(link.from) && chain.has(link.to))) continue;
		const fromIndex = options.indexOf(link.from);
		const toIndex = options.indexOf(link.to);
		if (fromIndex === undefined || toIndex === undefined) continue;
		const from = options.anchor(fromIndex);
		const to = options.anchor(toIndex);
		if (!from || !to || outside(from, to)) continue;
		if (link.kind === 'series') {
			const straight = from.y === to.y;
			const first = options.blocked(from.at, from.y, to.y) ? 'across-then-down' : 'down-then-across';
			routed.push({
				kind: 'series',
				from: straight ? from.laterEnd : from.middle,
				fromY: from.y,
				to: to.earlierEnd,
				toY: to.y,
				elbow: straight ? 'none' : first
			});
		} else {
			routed.push({
				kind: 'leads-to',
				from: from.middle,
				fromY: from.y,
				to: to.middle,
				toY: to.y,
				channel: Math.abs(from.at - to.at) < SAME_DATE && from.y !== to.y ? options.channel : 0,
				scale: options.shapeScale
			});
		}
	}
	return routed;
}

/** Both ends on the same far side of the view: nothing of the line would be seen. */
function outside(from: Anchor, to: Anchor): boolean {
	return (from.middle.f < 0 && to.middle.f < 0) || (from.middle.f > 1 && to.middle.f > 1);
}
