import { ITEM_SHAPES, type ItemShape, type ItemTone } from '#lib/timeline/items/item.ts';
import { SIGNS, type Sign } from '#lib/timeline/items/signs.ts';
import type { Scene } from '#lib/timeline/scene.ts';
import { LIGHT } from '#lib/timeline/paint/palette.ts';
import { hatchPatterns, paintShape, paintSpan, pixelPen } from '#lib/timeline/paint/svg-parts.ts';
import type { ViewScene } from '../picture/view-scene.ts';

/** A sign and what it says. */
export interface LegendEntry {
	/** Inner markup of a 40 × 18 picture; its colours are literal. */
	readonly markup: string;
	readonly words: string;
	readonly sign: Sign | ItemShape;
	readonly shape: ItemShape;
	readonly tone: ItemTone;
}

/** What is in a picture, explained; nothing else is. */
export function legendOf({ view, scene }: ViewScene): readonly LegendEntry[] {
	const { t } = view.reader;
	const marks = [...scene.marks, ...(scene.shelf?.marks ?? [])];
	const tones = new Map(marks.map(({ shape, tone }) => [shape, tone]));
	const shapes = ITEM_SHAPES.flatMap((shape) => {
		const tone = tones.get(shape);
		return tone ? [{ shape, tone }] : [];
	});
	const signs = signsIn(scene);
	const sample = shapes[0] ?? ({ shape: 'circle', tone: 'event' } as const);
	const mirrored = view.direction === 'rtl';
	return [
		...shapes.map(({ shape, tone }) => ({
			...{ shape, tone },
			sign: shape,
			markup: mark(shape, tone, 'filled'),
			words: t(`timeline.shape-${shape}`)
		})),
		...SIGNS.filter((sign) => signs.has(sign)).map((sign) => {
			const markup = signMarkup(sign, sample);
			return {
				...sample,
				sign,
				markup: mirrored ? `<g transform="matrix(-1 0 0 1 40 0)">${markup}</g>` : markup,
				words: t(`timeline.sign-${sign}`)
			};
		})
	];
}

function signsIn({ marks, shelf, spans, ghosts, brackets, links, density, today }: Scene): ReadonlySet<Sign> {
	const all = [...marks, ...(shelf?.marks ?? [])];
	const has: Readonly<Record<Sign, boolean>> = {
		held: marks.some(({ look }) => look === 'filled'),
		planned: all.some(({ look }) => look === 'dashed') || spans.some(({ kind }) => kind === 'dashed'),
		'not-reported': brackets.length > 0,
		doubt: spans.some(({ kind }) => kind === 'hatch'),
		undated: all.some(({ look }) => look === 'hollow') || (shelf?.marks.length ?? 0) > 0,
		conflict: all.some(({ look }) => look === 'split') || spans.some(({ kind }) => kind.startsWith('version')),
		moved: ghosts.length > 0,
		possibly: spans.some(({ kind }) => kind === 'possibly') || all.some(({ faint }) => faint),
		series: links.some(({ kind }) => kind === 'series'),
		'leads-to': links.some(({ kind }) => kind === 'leads-to'),
		density: density.length > 0,
		today: today !== null
	};
	return new Set(SIGNS.filter((sign) => has[sign]));
}

const PEN = pixelPen('legend', 40, LIGHT);

function mark(shape: ItemShape, tone: ItemTone, look: 'filled' | 'dashed' | 'hollow' | 'split', faint = false): string {
	return `<g transform="translate(20 9)">${paintShape(PEN, { shape, tone, look, scale: 1, faint })}</g>`;
}

function signMarkup(sign: Sign, { shape, tone }: { shape: ItemShape; tone: ItemTone }): string {
	const line = (d: string, stroke: string, more = '') => `<path d="${d}" fill="none" stroke="${stroke}" stroke-width="1.25" ${more}/>`;
	switch (sign) {
		case 'held':
			return mark(shape, tone, 'filled');
		case 'planned':
			return mark(shape, tone, 'dashed');
		case 'undated':
			return mark(shape, tone, 'hollow');
		case 'conflict':
			return mark(shape, tone, 'split');
		case 'not-reported':
			return line('M8 4H4V14H8M32 4H36V14H32', LIGHT['ink-3']);
		case 'doubt':
			return (
				hatchPatterns(PEN, ['event']) +
				paintSpan(PEN, {
					...{ item: 0, kind: 'hatch', tone: 'event', f0: 0.1, f1: 0.9, y: 9, height: 12, strength: 'full', tinted: true },
					...{ stopLeft: true, stopRight: true, openLeft: false, openRight: false, faint: false }
				})
			);
		case 'moved':
			return `<circle cx="6" cy="9" r="4" fill="none" stroke="${LIGHT.event}" stroke-dasharray="1.2 1.8"/>${line('M12 9H32M29 6L33 9L29 12', LIGHT['ink-3'])}`;
		case 'possibly':
			return mark(shape, tone, 'filled', true) + line('M13 16H28', LIGHT['ink-2'], 'stroke-linecap="round" stroke-dasharray="0 3.2"');
		case 'series':
			return line('M2 9H38', LIGHT.event, 'stroke-dasharray="4 3"');
		case 'leads-to':
			return line('M12 3C30 3 30 13 16 14M20 10.5L15 14L20 16.5', LIGHT.accent);
		case 'density':
			return `<path d="M9 15V10M15 15V5M21 15V8M27 15V12" stroke="${LIGHT['ink-3']}" stroke-width="4"/>`;
		case 'today':
			return line('M20 1V17', LIGHT.accent);
	}
}
