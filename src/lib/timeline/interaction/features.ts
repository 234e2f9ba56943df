import { SMALL_TABLE, type ItemShape, type ItemTone, type TimelineInput } from '../items/item.ts';
import type { Sign } from '../items/signs.ts';
import type { Extent } from '../scale/extent.ts';
import { inView } from './in-view.ts';

/** What is on the screen: only that is explained. */
export interface Features {
	/** Shapes with their colours, in the order kinds are drawn. */
	readonly shapes: readonly { readonly shape: ItemShape; readonly tone: ItemTone }[];
	readonly signs: ReadonlySet<Sign>;
}

const SHAPES: readonly ItemShape[] = ['circle', 'small-circle', 'diamond', 'square', 'hexagon', 'flag'];

/** What the marks in view need explaining; of very many in view, what those nearest to the middle do. */
export function featuresOf(input: TimelineInput, extent: Extent, today: number, selected: string | null): Features {
	const view = inView(input, extent);
	const items = view.items.map((index) => input.item(index));
	const shapes = new Map<ItemShape, ItemTone>();
	const signs = new Set<Sign>();
	for (const item of items) {
		if (!shapes.has(item.shape)) shapes.set(item.shape, item.tone);
		if (!item.edges) signs.add('undated');
		else if (item.notReported) signs.add('not-reported');
		else if (item.planned) signs.add('planned');
		else signs.add('held');
		if (item.edges && !item.planned && isDoubtful(item.edges)) signs.add('doubt');
		if (item.conflict) signs.add('conflict');
		if (item.ghosts.length > 0) signs.add('moved');
		if (item.possibly) signs.add('possibly');
	}
	if (view.count > SMALL_TABLE) signs.add('density');
	const shown = new Set(view.items);
	if (view.items.some((index) => shown.has(input.table.previous[index]!))) signs.add('series');
	// Only the chain of a selected record is drawn.
	if (selected !== null && input.linksOf(shown, 'both').some(({ kind }) => kind === 'leads-to')) signs.add('leads-to');
	if (today >= extent.start && today < extent.end) signs.add('today');
	return { shapes: SHAPES.flatMap((shape) => (shapes.has(shape) ? [{ shape, tone: shapes.get(shape) ?? 'event' }] : [])), signs };
}

/** More than a day of doubt at either end: below that no mark at any usual zoom shows it. */
function isDoubtful(edges: { earliestStart: number; latestStart: number; earliestEnd: number; latestEnd: number }): boolean {
	return edges.latestStart - edges.earliestStart > 1 || edges.latestEnd - edges.earliestEnd > 1;
}
