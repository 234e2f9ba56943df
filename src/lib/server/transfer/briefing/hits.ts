import { HEAD_WIDTH, plotWidthOf } from '#lib/timeline/layout/plot-width.ts';
import { num } from '#lib/timeline/paint/svg-parts.ts';
import type { ViewScene } from '../picture/view-scene.ts';
import { html, raw, type Markup } from './markup.ts';

/** A place in a picture that stands for a record; px from the picture's left top corner. */
export interface PictureHit {
	readonly id: string;
	readonly sentence: string;
	readonly left: number;
	readonly top: number;
	readonly width: number;
	readonly height: number;
}

/** Where plot and shelf stand in the picture, px from its left edge. */
export function placesOf({ view, scene, width }: ViewScene): {
	readonly plotLeft: number;
	readonly plotWidth: number;
	readonly shelfLeft: number;
} {
	const shelf = scene.shelf?.width ?? 0;
	const plotWidth = plotWidthOf(width, scene.compact, shelf);
	const mirrored = view.direction === 'rtl';
	return {
		plotLeft: scene.compact ? 16 : mirrored ? shelf : HEAD_WIDTH,
		plotWidth,
		shelfLeft: mirrored ? 0 : HEAD_WIDTH + plotWidth
	};
}

/** Where each record can be pressed, in reading order: its mark, and its words. */
export function hitsOf(laid: ViewScene): PictureHit[] {
	const { scene, input } = laid;
	const { plotLeft, plotWidth, shelfLeft } = placesOf(laid);
	const order = new Map(scene.focusOrder.map((item, place) => [item, place]));
	const all = [
		...scene.hits.map((hit) => ({ hit, left: plotLeft, width: plotWidth })),
		...(scene.shelf?.hits ?? []).map((hit) => ({ hit, left: shelfLeft, width: scene.shelf?.width ?? 0 }))
	].toSorted((a, b) => (order.get(a.hit.item) ?? 0) - (order.get(b.hit.item) ?? 0));
	return all.map(({ hit, left, width }) => {
		const { id, sentence } = input.item(hit.item);
		const x = left + hit.x.f * width + hit.x.dx;
		const ends = [
			x - hit.halfWidth,
			x + hit.halfWidth,
			...(hit.label ? [left + hit.label.left.f * width + hit.label.left.dx, left + hit.label.right.f * width + hit.label.right.dx] : [])
		];
		const from = Math.max(left, Math.min(...ends));
		const to = Math.min(left + width, Math.max(...ends));
		return { id, sentence, left: from, top: hit.y - hit.halfHeight, width: Math.max(1, to - from), height: 2 * hit.halfHeight };
	});
}

/** A picture whose marks lead to what holds them up: links laid over it, each with its sentence. */
export function withLinks(svg: string, laid: ViewScene, known: ReadonlySet<string>): Markup {
	const links = hitsOf(laid)
		.filter(({ id }) => known.has(id))
		.map(
			({ id, sentence, left, top, width, height }) =>
				html`<a href="#r-${id}" aria-label="${sentence}"
					><title>${sentence}</title
					><rect x="${num(left)}" y="${num(top)}" width="${num(width)}" height="${num(height)}" fill="#fff" fill-opacity="0" rx="3"
				/></a>`
		);
	const end = svg.lastIndexOf('</svg>');
	// Links inside an image would not be told by screen readers.
	return raw(svg.slice(0, end).replace('role="img"', 'role="group"') + links.map(({ markup }) => markup).join('') + svg.slice(end));
}
