import { SLIDE, writePptx, type PptxShape, type PptxSlide } from '#lib/formats/write-pptx.ts';
import { recordKindsLabel } from '#lib/language/labels.ts';
import { LOCALES, type Language } from '#lib/language/locales.ts';
import { stripBidi } from '#lib/language/bidi.ts';
import { LIGHT } from '#lib/timeline/paint/palette.ts';
import { frozenWords } from '../briefing/document.ts';
import { gather, type Gathered, type ToldRecord } from '../briefing/gather.ts';
import { legendOf } from '../briefing/legend.ts';
import type { ViewFileRequest } from '../briefing/view-file.ts';
import { sceneOf, type ViewScene } from '../picture/view-scene.ts';
import { legendShapes } from './legend-shapes.ts';
import { linesIn, slideWidth } from './slide-width.ts';
import { sceneShapes } from './scene-shapes.ts';

/** Records told in a deck's tables; more are counted. Nobody turns over more slides. */
export const MOST_IN_SLIDES = 150;

const INSET = 32;
const TOP = 92;
const FOOT = 28;
/** The picture is laid out this wide and enlarged: labels come out at 11 points. */
const PICTURE_WIDTH = 1000;
const SCALE = SLIDE.width / PICTURE_WIDTH;
/** Every slide's timeline fills the room between its head and its foot. */
const ON_SLIDE = {
	width: PICTURE_WIDTH,
	height: Math.floor((SLIDE.height - TOP - FOOT) / SCALE),
	fill: true,
	measure: slideWidth
} as const;
/** 10.5 points. */
const CELL = 14;
const LINE = CELL * 1.2;
/** Above and under the words of a row. */
const ROW_AIR = 10;
/** Beside the words of a cell, both sides together. */
const CELL_SIDES = 12;

/** A view as slides: the timeline of native shapes, its legend, tables by kind, what sources differ on, the sources. */
export async function writeSlides(request: ViewFileRequest): Promise<Uint8Array> {
	const gathered = await gather(request, MOST_IN_SLIDES);
	const laid = sceneOf(request.picture, ON_SLIDE);
	const slides = [timelineSlide(laid, request), legendSlide(laid, request), ...tableSlides(gathered, request)];
	return writePptx({ title: request.title, language: LOCALES[request.language].tag, at: request.at, slides });
}

/** A step of a deck, made ready to be written out. */
export interface StepRequest {
	readonly request: ViewFileRequest;
	readonly caption: string;
	/** What the speaker says beside it; '' for nothing. */
	readonly notes: { readonly text: string; readonly language: Language };
}

/** A deck as slides: each step's picture under its caption, with the speaker's notes; a legend; what sources differ on; the sources. */
export async function writeDeckSlides(steps: readonly StepRequest[], title: string): Promise<Uint8Array> {
	const [first] = steps;
	if (!first) throw new RangeError('A deck without steps has no slides.');
	const slides: PptxSlide[] = [];
	const told = new Map<string, ToldRecord>();
	const sources = new Map<string, Gathered['sources'][number]>();
	for (const { request, caption, notes } of steps) {
		const laid = sceneOf(request.picture, ON_SLIDE);
		const slide = slideOf(request, caption || request.heading, request.line, sceneShapes(laid, { scale: SCALE, left: 0, top: TOP }));
		const { direction, tag } = LOCALES[notes.language];
		slides.push(notes.text ? { ...slide, notes: { text: notes.text, rtl: direction === 'rtl', language: tag } } : slide);
		if (slides.length === 1) slides.push(legendSlide(laid, request));
		const gathered = await gather(request, MOST_IN_SLIDES);
		for (const record of gathered.records) told.set(record.address, record);
		for (const source of gathered.sources) sources.set(source.id, source);
	}
	// The legend explains the first picture's signs, and stands behind all pictures.
	const [legend] = slides.splice(1, 1);
	const { request } = first;
	const records = [...told.values()].filter(({ differences }) => differences.length > 0);
	const behind = tableSlides({ records, sources: [...sources.values()], left: 0 }, request, ['differences', 'sources']);
	return writePptx({
		title,
		language: LOCALES[request.language].tag,
		at: request.at,
		slides: [...slides, ...(legend ? [legend] : []), ...behind]
	});
}

function timelineSlide(laid: ViewScene, request: ViewFileRequest): PptxSlide {
	return slideOf(request, request.heading, request.line, sceneShapes(laid, { scale: SCALE, left: 0, top: TOP }));
}

function legendSlide(laid: ViewScene, request: ViewFileRequest): PptxSlide {
	const { t } = request;
	return slideOf(request, t('files.legend'), t('timeline.legend-shapes'), legendShapes(legendOf(laid), request.language, TOP + 8));
}

/** Title, a line under it, the foot that says as of when; and what the slide is about. */
function slideOf(request: ViewFileRequest, title: string, line: string, shapes: readonly PptxShape[]): PptxSlide {
	const { language } = request;
	const rtl = LOCALES[language].direction === 'rtl';
	const text = (words: string, y: number, height: number, size: number, colour: string, isTitle = false): PptxShape => ({
		...{
			kind: 'text',
			name: isTitle ? 'Title' : 'Text',
			words: '',
			x: INSET,
			y,
			width: SLIDE.width - 2 * INSET,
			height,
			size,
			rtl,
			language
		},
		align: rtl ? 'right' : 'left',
		wrap: true,
		title: isTitle,
		runs: [{ text: words, colour, bold: isTitle }]
	});
	return {
		name: title,
		shapes: [
			text(title, 18, 40, 28, LIGHT.ink, true),
			text(line, 60, 24, 16, LIGHT['ink-2']),
			...shapes,
			text(frozenWords(request), SLIDE.height - FOOT + 4, 18, 11, LIGHT['ink-3'])
		]
	};
}

type TableName = 'records' | 'differences' | 'sources';

interface Table {
	readonly of: TableName;
	readonly title: string;
	readonly columns: readonly number[];
	readonly head: readonly string[];
	readonly rows: readonly (readonly string[])[];
}

function tableSlides(
	gathered: Gathered,
	request: ViewFileRequest,
	names: readonly TableName[] = ['records', 'differences', 'sources']
): PptxSlide[] {
	const { t } = request;
	const comma = t('common.list-comma');
	const head = [
		t('tables.head.date'),
		t('export.title-column'),
		t('tables.head.kind'),
		t('tables.head.status'),
		t('export.differ'),
		t('tables.head.sources')
	];
	const tables: Table[] = [
		...(['event', 'agreement', 'follow-up'] as const).map((kind) => ({
			of: 'records' as const,
			title: recordKindsLabel(t, kind),
			columns: [0.22, 0.27, 0.11, 0.11, 0.09, 0.2],
			head,
			rows: gathered.records.filter((record) => record.kind === kind).map((record) => cellsOf(record, request))
		})),
		{
			of: 'differences',
			title: t('export.differ'),
			columns: [0.3, 0.16, 0.34, 0.2],
			head: [t('export.title-column'), t('export.differ'), t('files.shown'), t('tables.head.sources')],
			rows: gathered.records.flatMap((record) =>
				record.differences.flatMap(({ field, versions }) =>
					versions.map(({ words, shown, voices, sources }) => [
						record.title.text,
						stripBidi(t('files.differ', { field })),
						shown ? `${words} (${t('files.shown')})` : words,
						[stripBidi(t('files.voices', { count: voices })), ...sources].join(comma)
					])
				)
			)
		},
		{
			of: 'sources',
			title: t('files.sources'),
			columns: [0.46, 0.2, 0.34],
			head: [t('files.source'), t('files.published'), t('export.address')],
			rows: gathered.sources.map(({ name, outlet, published, url }) => [
				outlet && outlet !== name.text ? `${name.text}${comma}${outlet}` : name.text,
				published,
				url
			])
		}
	];
	const more = gathered.left > 0 ? stripBidi(t('files.more', { count: gathered.left })) : request.line;
	const wanted = tables.filter(({ of }) => names.includes(of));
	return wanted.flatMap((table) => pagesOf(table).map((rows) => tableSlide(table, rows, more, request)));
}

function cellsOf(record: ToldRecord, { t }: ViewFileRequest): string[] {
	const said = record.said ? ` · ${stripBidi(t('export.said', { words: record.said }))}` : '';
	return [
		`${record.date}${said}${record.possibly ? ` (${t('tables.possibly')})` : ''}`,
		record.title.text,
		record.kindWords,
		record.status,
		record.differ,
		record.sources.join(t('common.list-comma'))
	];
}

function tableSlide(
	{ title, columns, head }: Table,
	rows: readonly (readonly string[])[],
	line: string,
	request: ViewFileRequest
): PptxSlide {
	const { language } = request;
	const all = [head, ...rows];
	const rowHeights = all.map((row) => heightOf(row, columns));
	const height = rowHeights.reduce((sum, each) => sum + each, 0);
	const table: PptxShape = {
		...{
			kind: 'table',
			name: title,
			words: title,
			x: INSET,
			y: TOP,
			width: SLIDE.width - 2 * INSET,
			height,
			columns,
			rows: all,
			rowHeights
		},
		...{ size: CELL, rtl: LOCALES[language].direction === 'rtl', language, ink: LIGHT.ink, headInk: LIGHT['ink-2'], rule: LIGHT.rule }
	};
	return slideOf(request, title, line, [table]);
}

/** Rows as they fit on slides, one after another; none where there is nothing to tell. */
function pagesOf({ columns, head, rows }: Table): (readonly (readonly string[])[])[] {
	const room = SLIDE.height - TOP - FOOT - 8 - heightOf(head, columns);
	const pages: (readonly string[])[][] = [];
	let left = 0;
	for (const row of rows) {
		const height = heightOf(row, columns);
		if (height > left || pages.length === 0) {
			pages.push([]);
			left = room;
		}
		pages.at(-1)?.push(row);
		left -= height;
	}
	return pages;
}

/** px a row needs: the most lines any of its cells takes. */
function heightOf(row: readonly string[], columns: readonly number[]): number {
	const lines = row.map((text, index) =>
		linesIn((columns[index] ?? 1) * (SLIDE.width - 2 * INSET) - CELL_SIDES, text, (words) => slideWidth(words, CELL, 400))
	);
	return Math.max(...lines) * LINE + ROW_AIR;
}
