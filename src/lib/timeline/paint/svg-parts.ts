import type { PlotX } from '../scale/time-scale.ts';
import type { SceneLink, SceneMark, SceneSpan, SceneText } from '../scene.ts';
import { tintToken, toneToken, type Token } from './palette.ts';
import { flagTick, groundOf, halvesOf, outlineOf, OUTLINE, PLANNED_DASH, type Outline, type Point } from './shapes.ts';

/** A bar from one fraction of the plot's width to another, px high. */
export interface SvgBar {
	readonly f0: number;
	readonly f1: number;
	readonly height: number;
}

/** How places and colours are written: in % and CSS variables inside a page, in px and literal colours in a file. */
export interface SvgPen {
	/** A fraction of the plot's width as a coordinate or length. */
	unit(f: number): string;
	/** Markup drawn round (0, 0), put at a place. */
	at(x: PlotX, y: number, inner: string): string;
	/** A curve between two places whose distance depends on the width. */
	curve(from: PlotX, fromY: number, to: PlotX, toY: number, attributes: string): string;
	/** Upright bars over one base, all one shape: a rectangle each would be thousands of elements to read and to lay out. */
	bars(bars: readonly SvgBar[], base: number, attributes: string): string;
	colour(token: Token): string;
	/** Prefix of pattern ids: several pictures may stand in one page. */
	readonly id: string;
	readonly languageAttribute: 'lang' | 'xml:lang';
}

/** Hatch: 1 px every 4 px at 45°. */
export const HATCH_STEP = 4;
export const HATCH_FULL = 0.6;
export const HATCH_HALF = 0.28;
export const FAINT = 0.45;
/** Dots under what only possibly answers: round ends make a dot of no length. */
export const POSSIBLY_DASH = [0, 3.2];
export const POSSIBLY_WIDTH = 1.6;
export const HALO = 5;
/** Paper under a label reaches so far back towards its shape, px; not over it, where it stands in a plan's box. */
export const GROUND = 4;
const RTL_LANGUAGES = /^(ar|fa|he|ur|ckb|ps)\b/;

/** Text made safe for markup and attributes; control characters XML does not allow are left out. */
export function escapeXml(text: string): string {
	return text
		.replace(/[\t\n\r]/g, ' ')
		.replace(/[\p{Cc}\p{Cs}\ufffe\uffff]/gu, '')
		.replace(/&/g, '&amp;')
		.replace(/</g, '&lt;')
		.replace(/>/g, '&gt;')
		.replace(/"/g, '&quot;')
		.replace(/'/g, '&#39;');
}

/** Up to two decimals, without a trailing zero. */
export function num(value: number): string {
	return String(Math.round(value * 100) / 100 + 0);
}

export function isRightToLeft(language: string): boolean {
	return RTL_LANGUAGES.test(language);
}

export function pagePen(id: string): SvgPen {
	const percent = (f: number) => `${Math.round(f * 1e6) / 1e4}%`;
	return {
		id,
		languageAttribute: 'lang',
		unit: percent,
		at: (x, y, inner) =>
			`<svg x="${percent(x.f)}" y="${num(y)}" overflow="visible">${x.dx === 0 ? inner : `<g transform="translate(${num(x.dx)})">${inner}</g>`}</svg>`,
		curve(from, fromY, to, toY, attributes) {
			const [top, bottom] = [Math.min(fromY, toY), Math.max(fromY, toY)];
			const flipped = from.f <= to.f === fromY <= toY;
			const path = flipped ? 'M0 0C50 0 50 100 100 100' : 'M0 100C50 100 50 0 100 0';
			const height = Math.max(1, bottom - top);
			return (
				`<svg x="${percent(Math.min(from.f, to.f))}" y="${num(top)}" width="${percent(Math.abs(to.f - from.f))}" height="${num(height)}" ` +
				`viewBox="0 0 100 100" preserveAspectRatio="none" overflow="visible"><path d="${path}" vector-effect="non-scaling-stroke" ${attributes}/></svg>`
			);
		},
		bars(bars, base, attributes) {
			if (bars.length === 0) return '';
			const most = Math.max(1, ...bars.map(({ height }) => height));
			const path = barsPath(bars, (f) => Math.round(f * BAR_STEPS), most);
			return (
				`<svg x="0" y="${num(base - most)}" width="100%" height="${num(most)}" viewBox="0 0 ${BAR_STEPS} ${num(most)}" ` +
				`preserveAspectRatio="none" overflow="visible"><path d="${path}" ${attributes}/></svg>`
			);
		},
		colour: (token) => `var(--${token})`
	};
}

/** Steps across a plot whose width is not known: a quarter of a pixel of the widest screens. */
const BAR_STEPS = 16_384;

function barsPath(bars: readonly SvgBar[], unit: (f: number) => number, base: number): string {
	return bars
		.map(({ f0, f1, height }) => {
			const [from, to] = [unit(f0), unit(f1)];
			return `M${num(from)} ${num(base)}v${num(-height)}h${num(to - from)}v${num(height)}z`;
		})
		.join('');
}

export function pixelPen(id: string, width: number, palette: Readonly<Record<Token, string>>): SvgPen {
	const px = (x: PlotX) => num(x.f * width + x.dx);
	return {
		id,
		languageAttribute: 'xml:lang',
		unit: (f) => num(f * width),
		at: (x, y, inner) => `<g transform="translate(${px(x)} ${num(y)})">${inner}</g>`,
		curve(from, fromY, to, toY, attributes) {
			const middle = num(((from.f + to.f) * width + from.dx + to.dx) / 2);
			return `<path d="M${px(from)} ${num(fromY)}C${middle} ${num(fromY)} ${middle} ${num(toY)} ${px(to)} ${num(toY)}" ${attributes}/>`;
		},
		bars: (bars, base, attributes) => (bars.length === 0 ? '' : `<path d="${barsPath(bars, (f) => f * width, base)}" ${attributes}/>`),
		colour: (token) => palette[token]
	};
}

/** One hatch pattern per tone in use. */
export function hatchPatterns(pen: SvgPen, tones: Iterable<SceneSpan['tone']>): string {
	const tokens = new Set([...tones].map(toneToken));
	const patterns = [...tokens].map(
		(token) =>
			`<pattern id="${pen.id}-hatch-${token}" width="${HATCH_STEP}" height="${HATCH_STEP}" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">` +
			`<rect width="1" height="${HATCH_STEP}" fill="${pen.colour(token)}"/></pattern>`
	);
	return patterns.length > 0 ? `<defs>${patterns.join('')}</defs>` : '';
}

/**
 * A line of text: runs in reading order inside one isolate, so that nothing beside it reorders it, and each in its own, so that
 * neither reorders the other: a title in another script would draw the first digits of a date behind it to itself.
 */
export function paintText(pen: SvgPen, text: SceneText): string {
	const rtl = isRightToLeft(text.language);
	const runs = text.runs
		.map(
			(run, index) =>
				`<tspan font-weight="${run.weight}" fill="${pen.colour(run.ink)}">${index > 0 ? '\u2002' : ''}${text.runs.length > 1 ? `\u2068${escapeXml(run.text)}\u2069` : escapeXml(run.text)}</tspan>`
		)
		.join('');
	const halo = text.halo ? ` stroke="${pen.colour('paper')}" stroke-width="${HALO}" stroke-linejoin="round" paint-order="stroke"` : '';
	const dx = text.x.dx === 0 ? '' : ` dx="${num(text.x.dx)}"`;
	const anchor = text.anchor === 'start' ? '' : ` text-anchor="${text.anchor}"`;
	const left = text.x.dx - (text.anchor === 'end' ? text.width + 4 : GROUND);
	const ground = text.ground
		? pen.at(
				{ f: text.x.f, dx: 0 },
				text.y - text.size,
				`<rect x="${num(left)}" width="${num(text.width + GROUND + 4)}" height="${num(text.size * 1.3)}" fill="${pen.colour('paper')}"/>`
			)
		: '';
	return (
		ground +
		`<text x="${pen.unit(text.x.f)}"${dx} y="${num(text.y)}"${anchor} font-size="${num(text.size)}" ${pen.languageAttribute}="${escapeXml(text.language)}"${halo}>` +
		`${rtl ? '\u2067' : '\u2066'}${runs}\u2069</text>`
	);
}

function pathOf(points: readonly Point[], closed = true): string {
	return `M${points.map(([x, y]) => `${num(x)} ${num(y)}`).join('L')}${closed ? 'Z' : ''}`;
}

function outlineMarkup(outline: Outline, attributes: string): string {
	return 'radius' in outline ? `<circle r="${num(outline.radius)}" ${attributes}/>` : `<path d="${pathOf(outline.points)}" ${attributes}/>`;
}

/** A shape round (0, 0), on a disc of paper where lines lead to it. */
export function paintShape(pen: SvgPen, mark: Pick<SceneMark, 'shape' | 'tone' | 'look' | 'scale' | 'faint'>): string {
	const { shape, scale } = mark;
	const colour = pen.colour(toneToken(mark.tone));
	const stroke = OUTLINE * (0.6 + 0.4 * scale);
	const open = `fill="${pen.colour('paper')}" stroke="${colour}" stroke-width="${num(stroke)}"`;
	const tick = (ink: string) =>
		shape === 'flag'
			? `<path d="${pathOf(flagTick(scale), false)}" fill="none" stroke="${ink}" stroke-width="${num(stroke)}" stroke-linecap="round" stroke-linejoin="round"/>`
			: '';
	let markup: string;
	if (mark.look === 'filled') markup = outlineMarkup(outlineOf(shape, scale), `fill="${colour}"`) + tick(pen.colour('paper'));
	else if (mark.look === 'split') {
		const { filled, open: half } = halvesOf(shape, scale);
		markup = `<path d="${pathOf(filled)}" fill="${colour}"/><path d="${pathOf(half)}" ${open} stroke-linejoin="round"/>`;
	} else {
		const dash = mark.look === 'dashed' ? ` stroke-dasharray="${PLANNED_DASH.map((part) => num(part * scale)).join(' ')}"` : '';
		markup = outlineMarkup(outlineOf(shape, scale, stroke / 2), open + dash) + tick(colour);
	}
	return mark.faint ? `<g opacity="${FAINT}">${markup}</g>` : markup;
}

export function paintMark(pen: SvgPen, mark: SceneMark): string {
	const ground = mark.look === 'filled' ? '' : `<circle r="${num(groundOf(mark.shape, mark.scale))}" fill="${pen.colour('paper')}"/>`;
	return pen.at(mark.x, mark.y, ground + paintShape(pen, mark));
}

export function paintSpan(pen: SvgPen, span: SceneSpan): string {
	const colour = pen.colour(toneToken(span.tone));
	const top = span.y - span.height / 2;
	const width = Math.max(0, span.f1 - span.f0);
	const rect = (attributes: string) =>
		`<rect x="${pen.unit(span.f0)}" y="${num(top)}" width="${pen.unit(width)}" height="${num(span.height)}" ${attributes}/>`;
	const faint = span.faint ? FAINT : 1;
	switch (span.kind) {
		case 'dashed':
			return rect(
				`rx="3" fill="none" stroke="${colour}" stroke-width="1.25" stroke-dasharray="4 3"${span.faint ? ` opacity="${FAINT}"` : ''}`
			);
		case 'solid':
		case 'version':
			return rect(`fill="${colour}"${span.faint ? ` opacity="${FAINT}"` : ''}`);
		case 'version-open':
			return rect(`fill="${pen.colour('paper')}" stroke="${colour}" stroke-width="1.25"${span.faint ? ` opacity="${FAINT}"` : ''}`);
		case 'possibly':
			return (
				`<line x1="${pen.unit(span.f0)}" x2="${pen.unit(span.f1)}" y1="${num(span.y)}" y2="${num(span.y)}" stroke="${pen.colour('ink-2')}" ` +
				`stroke-width="${POSSIBLY_WIDTH}" stroke-linecap="round" stroke-dasharray="${POSSIBLY_DASH.join(' ')}"/>`
			);
		case 'hatch': {
			const ground = span.tinted ? rect(`fill="${pen.colour(tintToken(span.tone))}"`) : '';
			const strength = (span.strength === 'half' ? HATCH_HALF : HATCH_FULL) * faint;
			const hatch = rect(`fill="url(#${pen.id}-hatch-${toneToken(span.tone)})" opacity="${num(strength)}"`);
			const stop = (f: number) =>
				`<line x1="${pen.unit(f)}" x2="${pen.unit(f)}" y1="${num(top - 1)}" y2="${num(top + span.height + 1)}" stroke="${colour}" stroke-width="1.25"/>`;
			return ground + hatch + (span.stopLeft ? stop(span.f0) : '') + (span.stopRight ? stop(span.f1) : '');
		}
	}
}

/** Dashed series line, or a curve with a tip. */
export function paintLink(pen: SvgPen, link: SceneLink): string {
	if (link.kind === 'series') {
		const attributes = `fill="none" stroke="${pen.colour('event')}" stroke-width="1.25" stroke-dasharray="4 3"`;
		const across = (y: number) =>
			`<line x1="${pen.unit(link.from.f)}" x2="${pen.unit(link.to.f)}" y1="${num(y)}" y2="${num(y)}" ${attributes}/>`;
		const down = (f: number) =>
			`<line x1="${pen.unit(f)}" x2="${pen.unit(f)}" y1="${num(link.fromY)}" y2="${num(link.toY)}" ${attributes}/>`;
		if (link.elbow === 'none') return across(link.fromY);
		return link.elbow === 'down-then-across' ? down(link.from.f) + across(link.toY) : across(link.fromY) + down(link.to.f);
	}
	const attributes = `fill="none" stroke="${pen.colour('accent')}" stroke-width="1.25" stroke-linecap="round" stroke-linejoin="round"`;
	if (link.channel === 0) {
		const side = link.to.f >= link.from.f ? -1 : 1;
		const tip = pen.at({ f: link.to.f, dx: link.to.dx + side * 9 * link.scale }, link.toY, `<path d="${tipPath(side)}" ${attributes}/>`);
		return pen.curve(link.from, link.fromY, link.to, link.toY, attributes) + tip;
	}
	return pen.at(link.from, link.fromY, `<path d="${channelPath(link)}" ${attributes}/>`);
}

/** Two short strokes that meet at (0, 0), opening to `side`. */
function tipPath(side: number): string {
	return `M${num(side * 5)} -3L0 0L${num(side * 5)} 3`;
}

/** The curve in the channel 8–21 px beside the shapes, round the source's middle. */
export function channelPoints(link: Extract<SceneLink, { kind: 'leads-to' }>): {
	readonly curve: readonly Point[];
	readonly tip: readonly Point[];
} {
	const side = link.channel;
	const grow = 0.4 + 0.6 * link.scale;
	const down = link.toY >= link.fromY ? 1 : -1;
	const rise = link.toY - link.fromY;
	const near = 8 * grow;
	const far = 19 * grow;
	const end = 11.5 * grow;
	const bend = Math.min(16, Math.abs(rise) / 2) * down;
	return {
		curve: [
			[side * (near - 1), 3 * down],
			[side * far, bend],
			[side * (far + 1), rise - bend],
			[side * end, rise]
		],
		tip: [
			[side * (end + 5.5), rise - 3.2 * down],
			[side * end, rise],
			[side * (end + 6), rise + 2.2 * down]
		]
	};
}

function channelPath(link: Extract<SceneLink, { kind: 'leads-to' }>): string {
	const { curve, tip } = channelPoints(link);
	const [a, b, c, d] = curve.map(([x, y]) => `${num(x)} ${num(y)}`);
	return `M${a}C${b} ${c} ${d}${pathOf(tip, false)}`;
}
