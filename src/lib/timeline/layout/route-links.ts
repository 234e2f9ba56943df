import type { ItemLink, TimelineInput } from '../items/item.ts';
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

/** A chain is followed so far: beyond, nobody could follow the lines. */
const LONGEST_CHAIN = 200;

/** Items of the selected one's chain: all it leads to and all that leads to it. */
export function chainOf(input: Pick<TimelineInput, 'linksOf'>, selected: number): ReadonlySet<number> {
	const chain = new Set<number>();
	if (selected < 0) return chain;
	for (const forward of [true, false]) {
		const seen = new Set([selected]);
		let open = [selected];
		while (open.length > 0 && seen.size < LONGEST_CHAIN) {
			const touched = new Set(open);
			open = [];
			for (const link of input.linksOf(touched)) {
				const [near, far] = forward ? [link.from, link.to] : [link.to, link.from];
				if (link.kind !== 'leads-to' || !touched.has(near) || seen.has(far)) continue;
				seen.add(far);
				open.push(far);
			}
		}
		for (const item of seen) chain.add(item);
	}
	return chain;
}

/** Routes the links both of whose ends have a row. `blocked` answers whether a shape stands between two rows at px `at`. */
export function routeLinks(
	links: readonly ItemLink[],
	options: {
		/** Of the selected item ({@link chainOf}). */
		readonly chain: ReadonlySet<number>;
		readonly later: 1 | -1;
		readonly shapeScale: number;
		/** Physical side of the channel: where fewer labels stand. */
		readonly channel: 1 | -1;
		anchor(index: number): Anchor | null;
		blocked(at: number, y0: number, y1: number): boolean;
	}
): SceneLink[] {
	const routed: SceneLink[] = [];
	for (const link of links) {
		if (link.kind === 'order') continue;
		if (link.kind === 'leads-to' && !(options.chain.has(link.from) && options.chain.has(link.to))) continue;
		const from = options.anchor(link.from);
		const to = options.anchor(link.to);
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
