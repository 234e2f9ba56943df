import { WIDTH_CLASSES, type WidthClass } from './interaction/width-classes.ts';
import type { TimelineInput } from './items/item.ts';
import { layoutTimeline, type LayoutOptions } from './layout/layout.ts';
import { DESK_SIZES } from './layout/sizes.ts';
import { FONT_FAMILIES } from './paint/palette.ts';
import { plotWidthOf } from './layout/plot-width.ts';
import { paintPlotSvg, paintShelfSvg } from './paint/svg-painter.ts';
import { escapeXml } from './paint/svg-parts.ts';
import type { Scene } from './scene.ts';

/** What every width class shares. */
export type StillOptions = Omit<LayoutOptions, 'plotWidth' | 'decideAtWidth' | 'compact' | 'level'>;

/** The server's pictures, one for each width class, and the rules that show the one that fits. */
export interface Stills {
	/** A style element: which picture is shown, and where the lane heads stand beside it. */
	readonly rules: string;
	readonly plots: string;
	readonly shelves: string;
}

/** How the canvas' first frame must be laid out to equal the still of its class. */
export function layoutForClass(one: WidthClass, options: StillOptions): LayoutOptions {
	const width = plotWidthOf(one.decideAt, one.compact, (options.sizes ?? DESK_SIZES).shelf);
	return {
		...options,
		plotWidth: width,
		decideAtWidth: width,
		compact: one.compact,
		maxHeight: one.compact ? undefined : options.maxHeight
	};
}

/** `id` is the timeline's own, so that two timelines of one page do not rule each other. */
export function paintStills(input: TimelineInput, options: StillOptions, id: string): Stills {
	let heads = '';
	let plots = '';
	let shelves = '';
	for (const one of WIDTH_CLASSES) {
		const scene = layoutTimeline(input, layoutForClass(one, options));
		const name = stillName(one);
		heads += inClass(one, headRules(scene, id));
		plots += svg(name, '100%', scene.height, paintPlotSvg(scene, `${id}-${name}`));
		if (scene.shelf) shelves += svg(name, `${scene.shelf.width}`, scene.height, paintShelfSvg(scene, `${id}-${name}-shelf`));
	}
	return { rules: `<style>${stillRules(id)}${heads}</style>`, plots, shelves };
}

export function stillName(one: WidthClass): string {
	return `w${one.from}`;
}

/** Of all stills inside the element `id` only that of the container's width class is shown. */
export function stillRules(id: string): string {
	return `#${id} .still{display:none}` + WIDTH_CLASSES.map((one) => inClass(one, `#${id} .${stillName(one)}{display:block}`)).join('');
}

/** Beside the plot a head has its lane's whole height, inside it only the row kept free for it. */
export function headHeight(scene: Scene, laneHeight: number): number {
	return scene.compact ? scene.sizes.headRow : laneHeight;
}

function svg(name: string, width: string, height: number, inner: string): string {
	// The canvas names the families itself, so the still does too: a page may order them otherwise.
	const fonts = escapeXml(FONT_FAMILIES);
	return `<svg class="still ${name}" width="${width}" height="${height}" direction="ltr" font-family="${fonts}" aria-hidden="true">${inner}</svg>`;
}

function inClass(one: WidthClass, rules: string): string {
	const next = WIDTH_CLASSES.find((other) => other.from > one.from);
	return `@container timeline (width >= ${one.from}px)${next ? ` and (width < ${next.from}px)` : ''}{${rules}}`;
}

function headRules(scene: Scene, id: string): string {
	return scene.lanes
		.map((lane) => `#${id} [data-lane="${lane.index}"]{inset-block-start:${lane.top}px;block-size:${headHeight(scene, lane.height)}px}`)
		.join('');
}
