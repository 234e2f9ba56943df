import { strToU8, zipSync } from 'fflate';
import { masterParts, NAMESPACES, OFFICE, PACKAGE, PRESENTATION, XML_HEAD } from './write-pptx-frame.ts';
import { notesMasterParts, notesParts } from './write-pptx-notes.ts';
import { shapeXml } from './write-pptx-shapes.ts';

/** Slides are this large, px of 1/96 inch (16:9). */
export const SLIDE = { width: 1280, height: 720 } as const;

/** Outline of a shape. `round`: round dots; widths in px. */
export interface PptxStroke {
	readonly colour: string;
	readonly width: number;
	readonly dash: 'solid' | 'dash' | 'short' | 'dots';
	/** An open arrow head at the end. */
	readonly tip?: boolean;
}

/** Colours are `#rrggbb`; `opacity` from 0 to 1. */
export type PptxFill =
	| { readonly kind: 'solid'; readonly colour: string; readonly opacity: number }
	| { readonly kind: 'hatch'; readonly colour: string; readonly ground: string }
	| { readonly kind: 'none' };

interface Named {
	/** Name in the list of objects. */
	readonly name: string;
	/** Words for screen readers; '' for what only decorates. */
	readonly words: string;
}

interface Box {
	/** px from the slide's left top corner. */
	readonly x: number;
	readonly y: number;
	readonly width: number;
	readonly height: number;
}

export interface PptxRun {
	readonly text: string;
	readonly colour: string;
	readonly bold: boolean;
}

/** Anything on a slide; everything is an object that can be moved and edited. */
export type PptxShape =
	| (Named &
			Box & {
				readonly kind: 'box';
				readonly form: 'rect' | 'round' | 'ellipse' | 'diamond';
				readonly fill: PptxFill;
				readonly stroke: PptxStroke | null;
			})
	| (Named & {
			readonly kind: 'path';
			/** px on the slide. */
			readonly points: readonly (readonly [x: number, y: number])[];
			readonly closed: boolean;
			readonly fill: PptxFill;
			readonly stroke: PptxStroke | null;
	  })
	| (Named &
			Box & {
				readonly kind: 'text';
				readonly runs: readonly PptxRun[];
				/** px */
				readonly size: number;
				/** Physical side the words stand at. */
				readonly align: 'left' | 'center' | 'right';
				readonly rtl: boolean;
				readonly language: string;
				readonly wrap: boolean;
				/** Paper behind the words, whatever face they come out in: what they stand on stops there. */
				readonly behind?: string;
				/** The whole box is filled with that paper, and reaches px further on the side the words stand at. */
				readonly reach?: number;
				/** Marks the slide's title. */
				readonly title?: boolean;
			})
	| (Named &
			Box & {
				readonly kind: 'table';
				/** Of the whole width; sums to 1. */
				readonly columns: readonly number[];
				/** The first row is the head. */
				readonly rows: readonly (readonly string[])[];
				readonly rowHeights: readonly number[];
				readonly size: number;
				readonly rtl: boolean;
				readonly language: string;
				readonly ink: string;
				readonly rule: string;
				readonly headInk: string;
			});

export interface PptxSlide {
	readonly name: string;
	/** The speaker's notes, which the audience does not see. */
	readonly notes?: { readonly text: string; readonly rtl: boolean; readonly language: string };
	readonly shapes: readonly PptxShape[];
}

export interface PptxDeck {
	readonly title: string;
	readonly language: string;
	/** ISO instant the file is dated with: the same view gives the same bytes. */
	readonly at: string;
	readonly slides: readonly PptxSlide[];
}

/** A presentation (ECMA-376, PresentationML) of native shapes, text boxes and tables. */
export function writePptx(deck: PptxDeck): Uint8Array {
	const parts: Record<string, string> = { ...masterParts(deck), ...(deck.slides.some(({ notes }) => notes) && notesMasterParts()) };
	deck.slides.forEach((slide, index) => {
		parts[`ppt/slides/slide${index + 1}.xml`] = slideXml(slide);
		const noted = slide.notes
			? `<Relationship Id="rId2" Type="${OFFICE}/notesSlide" Target="../notesSlides/notesSlide${index + 1}.xml"/>`
			: '';
		parts[`ppt/slides/_rels/slide${index + 1}.xml.rels`] =
			`${XML_HEAD}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/slideLayout" Target="../slideLayouts/slideLayout1.xml"/>${noted}</Relationships>`;
		Object.assign(parts, notesParts(slide, index + 1));
	});
	const mtime = new Date(Math.max(Date.parse(deck.at), Date.UTC(1980, 0, 2)));
	return zipSync(Object.fromEntries(Object.entries(parts).map(([path, text]) => [path, [strToU8(text), { mtime, level: 6 }]])));
}

function slideXml({ shapes }: PptxSlide): string {
	// 1 is the slide's own group.
	const markup = shapes.map((shape, index) => shapeXml(shape, index + 2)).join('');
	return (
		`${XML_HEAD}<p:sld ${NAMESPACES} xmlns:p="${PRESENTATION}"><p:cSld><p:spTree><p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr>` +
		`<p:grpSpPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/><a:chOff x="0" y="0"/><a:chExt cx="0" cy="0"/></a:xfrm></p:grpSpPr>${markup}` +
		'</p:spTree></p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sld>'
	);
}
