import { HEAD_WIDTH, plotWidthOf } from '../layout/plot-width.ts';
import type { Lane } from '../items/item.ts';
import type { OverviewScene } from '../layout/overview.ts';
import type { Scene, SceneRing, SceneShelf, SceneText } from '../scene.ts';
import type { TimeDirection } from '../scale/time-scale.ts';
import { FONT_FAMILIES, type Palette } from './palette.ts';
import {
	escapeXml,
	hatchPatterns,
	num,
	pagePen,
	paintLink,
	paintMark,
	paintShape,
	paintSpan,
	paintText,
	pixelPen,
	type SvgPen
} from './svg-parts.ts';

const HEAD_INSET = 20;

/**
 * The plot as inner markup of an `<svg width="100%" height={scene.height} direction="ltr">`: x in %, colours as CSS
 * variables, so the first paint is right at any width and in both themes.
 * @param id prefix of pattern ids, unique in the page
 */
export function paintPlotSvg(scene: Scene, id = 'plot'): string {
	return plot(pagePen(id), scene, '100%');
}

/** The shelf as inner markup of an `<svg width={scene.shelf.width} height={scene.height} direction="ltr">`. */
export function paintShelfSvg(scene: Scene, id = 'shelf'): string {
	return scene.shelf ? shelf(pagePen(id), scene, scene.shelf) : '';
}

/**
 * The overview as inner markup of an `<svg width="100%" height="44" direction="ltr">`, without the window: it moves with every
 * frame of a pan, and whoever shows it draws it himself.
 */
export function paintOverviewSvg(overview: OverviewScene, id = 'overview'): string {
	return overviewMarkup(pagePen(id), overview);
}

export interface PictureOptions {
	/** Whole width of the picture, px. The scene must have been laid out for {@link plotWidthOf} this width. */
	readonly width: number;
	readonly palette: Palette;
	/** Direction of the page: heads stand on its start side, the shelf on its end side. */
	readonly direction: TimeDirection;
	readonly title: string;
	/** Longer words for screen readers. */
	readonly description?: string;
	readonly lang: string;
	/** Words over the heads, such as "Lanes by track". */
	readonly headsCaption?: string;
}

/** A whole SVG file: heads, axis, plot, shelf, title. Colours literal, lengths in px, nothing fetched. */
export function paintPictureSvg(scene: Scene, heads: readonly Lane[], options: PictureOptions): string {
	const { width, palette, lang } = options;
	const shelfWidth = scene.shelf?.width ?? 0;
	const plotWidth = plotWidthOf(width, scene.compact, shelfWidth);
	const mirrored = options.direction === 'rtl';
	const plotLeft = scene.compact ? 16 : mirrored ? shelfWidth : HEAD_WIDTH;
	const shelfLeft = mirrored ? 0 : HEAD_WIDTH + plotWidth;
	const pen = pixelPen('picture', plotWidth, palette);
	const shelfPen = pixelPen('picture-shelf', shelfWidth, palette);
	const bottom = scene.lanes.at(-1);
	const laneEnd = bottom ? bottom.top + bottom.height : scene.axis.height;
	const rules = [scene.axis.height, ...scene.lanes.map((lane) => lane.top + lane.height)]
		.filter((y) => y < scene.height || y === laneEnd)
		.map(
			(y, index) => `<line x1="0" x2="${num(width)}" y1="${num(y)}" y2="${num(y)}" stroke="${palette[index === 0 ? 'rule-2' : 'rule']}"/>`
		)
		.join('');
	const description = options.description ? `<desc id="picture-desc">${escapeXml(options.description)}</desc>` : '';
	return (
		`<svg xmlns="http://www.w3.org/2000/svg" width="${num(width)}" height="${num(scene.height)}" viewBox="0 0 ${num(width)} ${num(scene.height)}" ` +
		`direction="ltr" xml:lang="${escapeXml(lang)}" role="img" aria-labelledby="picture-title${description ? ' picture-desc' : ''}" ` +
		`font-family="${escapeXml(FONT_FAMILIES)}">` +
		`<title id="picture-title">${escapeXml(options.title)}</title>${description}` +
		`<rect width="100%" height="100%" fill="${palette.paper}"/>${rules}` +
		`<svg x="${num(plotLeft)}" width="${num(plotWidth)}" height="${num(scene.height)}">${plot(pen, scene, num(plotWidth))}</svg>` +
		(scene.shelf
			? `<svg x="${num(shelfLeft)}" width="${num(shelfWidth)}" height="${num(scene.height)}">${shelf(shelfPen, scene, scene.shelf)}</svg>`
			: '') +
		headTexts(scene, heads, pen, options)
			.map((text) => paintText({ ...pen, unit: (f) => num(f * width) }, text))
			.join('') +
		'</svg>'
	);
}

function headTexts(scene: Scene, heads: readonly Lane[], pen: SvgPen, options: PictureOptions): SceneText[] {
	const mirrored = options.direction === 'rtl';
	const inset = scene.compact ? 16 : HEAD_INSET;
	const x = { f: mirrored ? 1 : 0, dx: mirrored ? -inset : inset };
	const base = { x, anchor: mirrored ? 'end' : 'start', halo: scene.compact, ground: false, width: 0, item: null } as const;
	const texts: SceneText[] = [];
	if (options.headsCaption && !scene.compact) {
		const y = scene.axis.height * 0.72 + 11 * 0.35;
		texts.push({ ...base, y, size: 11, runs: [{ text: options.headsCaption, weight: 400, ink: 'ink-3' }], language: options.lang });
	}
	for (const lane of scene.lanes) {
		const head = heads[lane.index];
		if (!head) continue;
		const name = { text: head.name, weight: 600, ink: 'ink' } as const;
		const detail = { text: head.detail, weight: 400, ink: 'ink-3' } as const;
		if (scene.compact) {
			const runs = head.detail === '' ? [name] : [name, detail];
			texts.push({ ...base, y: lane.top + scene.sizes.headRow / 2 + 4.5, size: 12.5, runs, language: head.language });
			continue;
		}
		texts.push({ ...base, y: lane.top + 22, size: 13, runs: [name], language: head.language });
		if (head.detail !== '') texts.push({ ...base, y: lane.top + 39, size: 11, runs: [detail], language: head.language });
	}
	return texts;
}

function plot(pen: SvgPen, scene: Scene, width: string): string {
	const { axis, height } = scene;
	const vertical = (f: number, from: number, to: number, colour: string) =>
		`<line x1="${pen.unit(f)}" x2="${pen.unit(f)}" y1="${num(from)}" y2="${num(to)}" stroke="${colour}"/>`;
	const lines = [...scene.gridlines]
		.sort((a, b) => (a.strength === b.strength ? 0 : a.strength === 'weak' ? -1 : 1))
		.map((line) =>
			line.strength === 'strong'
				? vertical(line.f, 0, height, pen.colour('rule-2'))
				: vertical(line.f, axis.height, height, pen.colour('grid'))
		);
	const rules = scene.lanes.map((lane) => {
		const y = num(lane.top + lane.height);
		return `<line x1="0" x2="${width}" y1="${y}" y2="${y}" stroke="${pen.colour('rule')}"/>`;
	});
	const ticks = axis.ticks.map((f) => vertical(f, axis.height - 4, axis.height, pen.colour('rule-2')));
	const base = `<line x1="0" x2="${width}" y1="${axis.height}" y2="${axis.height}" stroke="${pen.colour('rule-2')}"/>`;
	const tones = [...scene.spans, ...scene.marks].map((each) => each.tone);
	return (
		hatchPatterns(pen, tones) +
		`<g shape-rendering="crispEdges">${rules.join('')}${lines.join('')}${ticks.join('')}${base}</g>` +
		scene.density.map((density) => densityMarkup(pen, density)).join('') +
		scene.spans.map((span) => paintSpan(pen, span)).join('') +
		scene.links.map((link) => paintLink(pen, link)).join('') +
		scene.ghosts.map((ghost) => ghostLine(pen, ghost)).join('') +
		scene.ghosts.map((ghost) => ghostShape(pen, ghost)).join('') +
		scene.brackets.map((bracket) => bracketMarkup(pen, bracket)).join('') +
		(scene.ring ? ringMarkup(pen, scene.ring, 'ground') : '') +
		scene.marks.map((mark) => paintMark(pen, mark)).join('') +
		(scene.ring ? ringMarkup(pen, scene.ring, 'ring') : '') +
		(scene.today
			? `<line x1="${pen.unit(scene.today.f)}" x2="${pen.unit(scene.today.f)}" y1="4" y2="${num(height)}" stroke="${pen.colour('accent')}" stroke-width="1.5"/>`
			: '') +
		`<g stroke="none">${[...scene.labels, ...axis.upper, ...axis.lower, ...(scene.today?.label ? [scene.today.label] : [])].map((text) => paintText(pen, text)).join('')}</g>`
	);
}

function densityMarkup(pen: SvgPen, density: Scene['density'][number]): string {
	const bars = density.bars.map(({ f0, f1, share }) => ({ f0, f1, height: Math.max(2, share * density.height) }));
	return pen.bars(bars, density.top + density.height, `fill="${pen.colour('ink-3')}"`);
}

/** A hairline with a tip to where the date is now. */
function ghostLine(pen: SvgPen, ghost: Scene['ghosts'][number]): string {
	const side = ghost.to.f >= ghost.from.f ? -1 : 1;
	const y = num(ghost.y);
	const attributes = `fill="none" stroke="${pen.colour('ink-3')}" stroke-width="0.75"`;
	const end = { f: ghost.to.f, dx: ghost.to.dx + side * 8 * ghost.scale };
	return (
		`<line x1="${pen.unit(ghost.from.f)}" x2="${pen.unit(ghost.to.f)}" y1="${y}" y2="${y}" ${attributes}/>` +
		pen.at(
			end,
			ghost.y,
			`<rect x="${side > 0 ? -12 : 0}" y="-2" width="12" height="4" fill="${pen.colour('paper')}"/><path d="M${side * 5} -3L0 0L${side * 5} 3" ${attributes}/>`
		)
	);
}

/** Dotted, where the date was. */
function ghostShape(pen: SvgPen, ghost: Scene['ghosts'][number]): string {
	const ground = `<circle r="${num(7 * ghost.scale)}" fill="${pen.colour('paper')}"/>`;
	return pen.at(ghost.from, ghost.y, ground + paintShape(pen, { ...ghost, look: 'dashed', faint: true }));
}

function bracketMarkup(pen: SvgPen, bracket: Scene['brackets'][number]): string {
	const half = bracket.height / 2;
	const attributes = `fill="none" stroke="${pen.colour('ink-3')}" stroke-width="1.5"`;
	const ground = (dx: number) =>
		`<rect x="${num(dx)}" y="${num(-half)}" width="7" height="${num(2 * half)}" fill="${pen.colour('paper')}"/>`;
	const left = `${ground(-1)}<path d="M5 ${num(-half)}H0V${num(half)}H5" ${attributes}/>`;
	const right = `${ground(-6)}<path d="M-5 ${num(-half)}H0V${num(half)}H-5" ${attributes}/>`;
	return pen.at(bracket.left, bracket.y, left) + pen.at(bracket.right, bracket.y, right);
}

function ringMarkup(pen: SvgPen, ring: SceneRing, part: 'ground' | 'ring'): string {
	const circle =
		part === 'ground'
			? `<circle r="${num(ring.radius)}" fill="${pen.colour('paper')}"/>`
			: `<circle r="${num(ring.radius)}" fill="none" stroke="${pen.colour('accent')}" stroke-width="2"/>`;
	return pen.at(ring.x, ring.y, circle);
}

function shelf(pen: SvgPen, scene: Scene, content: SceneShelf): string {
	// The shelf has its own px: a place's fraction is always 0.
	const px: SvgPen = {
		...pen,
		unit: (f) => num(f * content.width),
		at: (x, y, inner) => `<g transform="translate(${num(x.dx)} ${num(y)})">${inner}</g>`
	};
	const edge = scene.direction === 'rtl' ? content.width - 0.5 : 0.5;
	const joins = content.joins.map(
		(join) =>
			`<line x1="${num(join.x)}" x2="${num(join.x)}" y1="${num(join.y0)}" y2="${num(join.y1)}" stroke="${pen.colour('ink-3')}" stroke-width="1.25"/>`
	);
	const rules = [scene.axis.height, ...scene.lanes.map((lane) => lane.top + lane.height)].map(
		(y, index) =>
			`<line x1="0" x2="${content.width}" y1="${num(y)}" y2="${num(y)}" stroke="${pen.colour(index === 0 ? 'rule-2' : 'rule')}"/>`
	);
	return (
		`<g shape-rendering="crispEdges">${rules.join('')}` +
		`<line x1="${num(edge)}" x2="${num(edge)}" y1="${scene.axis.height}" y2="${num(scene.height)}" stroke="${pen.colour('rule-2')}"/></g>` +
		joins.join('') +
		(content.ring ? ringMarkup(px, content.ring, 'ring') : '') +
		content.marks.map((mark) => px.at(mark.x, mark.y, paintShape(px, mark))).join('') +
		[content.caption, ...content.labels].map((text) => paintText(px, text)).join('')
	);
}

function overviewMarkup(pen: SvgPen, overview: OverviewScene): string {
	const { base } = overview;
	const colour = (token: Parameters<SvgPen['colour']>[0]) => pen.colour(token);
	const rect = (a: number, b: number, y: number, height: number, attributes: string) =>
		`<rect x="${pen.unit(a)}" y="${num(y)}" width="${pen.unit(Math.max(0, b - a))}" height="${num(height)}" ${attributes}/>`;
	const most = base - 8;
	const bars = overview.bars.map(({ f0, f1, share }) => ({ f0, f1, height: Math.max(3, share * most) }));
	const planned = overview.planned.map(
		(stretch) =>
			rect(stretch.f0, stretch.f1, base - 6, 6, `fill="url(#${pen.id}-hatch-event)" opacity="0.6"`) +
			`<line x1="${pen.unit(stretch.f0)}" x2="${pen.unit(stretch.f1)}" y1="${base - 6}" y2="${base - 6}" stroke="${colour('ink-3')}" stroke-dasharray="2 2"/>`
	);
	const ticks = overview.ticks.map(
		(f) => `<line x1="${pen.unit(f)}" x2="${pen.unit(f)}" y1="${base}" y2="${base + 4}" stroke="${colour('rule-2')}"/>`
	);
	const today =
		overview.today === null
			? ''
			: `<line x1="${pen.unit(overview.today)}" x2="${pen.unit(overview.today)}" y1="4" y2="${base}" stroke="${colour('accent')}" stroke-width="1.5"/>`;
	return (
		hatchPatterns(pen, ['event']) +
		planned.join('') +
		pen.bars(bars, base, `fill="${colour('ink-3')}"`) +
		`<line x1="0" x2="${pen.unit(1)}" y1="${base}" y2="${base}" stroke="${colour('rule-2')}" shape-rendering="crispEdges"/>${ticks.join('')}` +
		today +
		overview.labels.map((text) => paintText(pen, text)).join('')
	);
}
