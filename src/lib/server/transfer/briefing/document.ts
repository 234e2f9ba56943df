import { createHash } from 'node:crypto';
import { formatDay } from '#lib/language/format-day.ts';
import { recordKindsLabel } from '#lib/language/labels.ts';
import { LOCALES, type Language } from '#lib/language/locales.ts';
import { stripBidi } from '#lib/language/bidi.ts';
import type { RecordKind } from '#lib/domain/kinds.ts';
import { sceneOf, svgOf } from '../picture/view-scene.ts';
import { evidenceOf } from './evidence.ts';
import { faceRules } from './faces.ts';
import { gather, type Gathered, type ToldRecord } from './gather.ts';
import { withLinks } from './hits.ts';
import { legendOf } from './legend.ts';
import { html, raw, told, type Markup } from './markup.ts';
import { DOCUMENT_SCRIPT } from './script.ts';
import { DOCUMENT_STYLE, pageStyle, type Paper, type Turn } from './style.ts';
import type { ViewFileRequest } from './view-file.ts';

/** Records a document holds; more are counted and named as missing. */
export const MOST_IN_DOCUMENT = 2000;

/** How a document is meant to be read. */
export type DocumentUse =
	| { readonly use: 'file' }
	| {
			readonly use: 'print';
			readonly paper: Paper;
			readonly turn: Turn;
			/** Links to the other papers and back, shown on screen only. */
			readonly links: readonly { readonly words: string; readonly href: string; readonly current: boolean }[];
	  };

/** A finished page, and the policy under which its own style and script run and nothing else does. */
export interface WrittenDocument {
	readonly text: string;
	readonly policy: string;
}

/** Widths pictures are laid out at, px: on paper so that labels come out at 7 points and more. */
const FILE_WIDTH = 1280;
const PAPER_WIDTH: Readonly<Record<Paper, Readonly<Record<Turn, number>>>> = {
	a4: { wide: 1120, upright: 860 },
	a3: { wide: 1560, upright: 1120 }
};
/** Heights that fit on one sheet below the title, px of the same picture. */
const PAPER_HEIGHT: Readonly<Record<Paper, Readonly<Record<Turn, number>>>> = {
	a4: { wide: 540, upright: 940 },
	a3: { wide: 840, upright: 1300 }
};

const KINDS = ['event', 'agreement', 'follow-up'] as const;

/** A view as one page that needs nothing else: timeline, legend, tables, evidence, sources; frozen as of its ledger's entry. */
export async function writeDocument(request: ViewFileRequest, use: DocumentUse): Promise<WrittenDocument> {
	const gathered = await gather(request, MOST_IN_DOCUMENT);
	const { language, t, title, picture } = request;
	const style = faceRules(language) + DOCUMENT_STYLE + (use.use === 'print' ? pageStyle(use.paper, use.turn, pageWords(t), language) : '');
	const script = use.use === 'file' ? DOCUMENT_SCRIPT : '';
	const policy =
		`default-src 'none'; style-src ${hashOf(style)}; script-src ${script ? hashOf(script) : "'none'"}; ` +
		"font-src data:; img-src 'none'; base-uri 'none'; form-action 'none'";
	const size =
		use.use === 'file' ? { width: FILE_WIDTH } : { width: PAPER_WIDTH[use.paper][use.turn], height: PAPER_HEIGHT[use.paper][use.turn] };
	const laid = sceneOf(picture, size);
	const known = new Set(gathered.records.map(({ id }) => id));
	const legend = legendOf(laid);
	const page = html`<!doctype html>
		<html lang="${language}" dir="${LOCALES[language].direction}">
			<head>
				<meta charset="utf-8" />
				<meta http-equiv="content-security-policy" content="${policy}" />
				<meta name="viewport" content="width=device-width, initial-scale=1" />
				<meta name="generator" content="Accordline" />
				<meta name="accordline-seq" content="${request.set.seq}" />
				<title>${title}</title>
				${raw(`<style>${style}</style>`)}
			</head>
			<body>
				${use.use === 'print' ? toolsOf(use.links, t('files.print-hint')) : null}
				<header>
					<h1>${request.heading}</h1>
					<p class="quiet">${request.line}</p>
					<p class="frozen">${frozenWords(request)}</p>
				</header>
				<main>
					<section aria-labelledby="timeline">
						<h2 id="timeline">
							${t('files.timeline')} <small class="quiet"><bdi>${laid.span}</bdi></small>
						</h2>
						${use.use === 'file' ? html`<p class="quiet keys" id="keys">${t('files.keys')}</p>` : null}
						<div
							class="timeline"
							${use.use === 'file' ? raw('tabindex="0" role="group" aria-labelledby="timeline" aria-describedby="keys"') : null}
						>
							${withLinks(svgOf(laid, 'light'), laid, known)}
						</div>
						<ul class="legend" aria-label="${t('files.legend')}">
							${legend.map(
								({ markup, words }) =>
									html`<li><svg width="40" height="18" viewBox="0 0 40 18" aria-hidden="true">${raw(markup)}</svg>${words}</li>`
							)}
						</ul>
					</section>
					<section aria-labelledby="records">
						<h2 id="records">${t('files.records')}</h2>
						${use.use === 'file' ? findOf(gathered.records.length, request) : null}
						${gathered.left > 0 ? html`<p>${stripBidi(t('files.more', { count: gathered.left }))}</p>` : null}
						${KINDS.map((kind) => tableOf(kind, gathered, request))}
					</section>
					${evidenceOf(gathered, request)} ${sourcesOf(gathered, request)}
				</main>
				${raw(script && `<script>${script}</script>`)}
			</body>
		</html> `;
	return { text: page.markup, policy };
}

/** The words of a page's foot with places for the two counters. */
function pageWords(t: ViewFileRequest['t']): string {
	return stripBidi(t('files.page-of', { page: '{page}', pages: '{pages}' }));
}

/** As of when the file is, and the day from which due days are counted. */
export function frozenWords({ t, set, at, picture, language, calendar, months }: ViewFileRequest): string {
	const day = (value: number) => formatDay(value, { language, calendar, months, style: 'long' });
	const known = Math.floor(Date.parse(at) / 86_400_000);
	return stripBidi(
		`${t('files.frozen', { day: day(known), seq: set.seq })} ${t('files.today', { day: day(picture.reader.today), zone: picture.reader.zone ?? 'UTC' })}`
	);
}

function hashOf(text: string): string {
	return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
}

function toolsOf(links: readonly { readonly words: string; readonly href: string; readonly current: boolean }[], hint: string): Markup {
	return html`<nav class="tools">
		${links.map(({ words, href, current }) =>
			current ? html`<a href="${href}" aria-current="true">${words}</a>` : html`<a href="${href}">${words}</a>`
		)}<span class="quiet">${hint}</span>
	</nav>`;
}

/** Every count in words beforehand: plural rules stay where they belong. */
function findOf(most: number, { t }: ViewFileRequest): Markup {
	const counts = JSON.stringify(Array.from({ length: most + 1 }, (_, count) => stripBidi(t('files.found', { count }))));
	return html`<div class="find" hidden>
		<label for="find">${t('files.find')}</label><input id="find" type="search" autocomplete="off" /><output
			for="find"
			data-counts="${counts}"
		></output>
	</div>`;
}

function tableOf(kind: RecordKind, { records }: Gathered, request: ViewFileRequest): Markup | null {
	const { t, language } = request;
	const rows = records.filter((record) => record.kind === kind);
	if (rows.length === 0) return null;
	const heads = [
		t('tables.head.date'),
		t('export.title-column'),
		t('tables.head.kind'),
		t('tables.head.status'),
		t('export.people'),
		t('tables.head.place'),
		t('export.differ'),
		t('tables.head.sources')
	];
	return html`<div class="wide">
		<table class="records">
			<caption>
				${recordKindsLabel(t, kind)}
			</caption>
			<thead>
				<tr>
					${heads.map((head) => html`<th scope="col">${head}</th>`)}
				</tr>
			</thead>
			<tbody>
				${rows.map((row) => rowOf(row, language, t))}
			</tbody>
		</table>
	</div> `;
}

function rowOf(row: ToldRecord, language: Language, t: ViewFileRequest['t']): Markup {
	return html`<tr>
		<td data-key="${row.sort || '~'}">
			${row.possibly ? html`<span class="possibly">${row.date}</span> <small>${t('tables.possibly')}</small>` : row.date}${row.said ? html` <small>${stripBidi(t('export.said', { words: row.said }))}</small>` : null}
		</td>
		<td><a href="#r-${row.id}">${told(row.title, language)}</a></td>
		<td>${row.kindWords}</td>
		<td>${row.status}</td>
		<td>${row.people}</td>
		<td>${row.place}</td>
		<td>${row.differ ? html`<span class="differ">${row.differ}</span>` : null}</td>
		<td>${row.sources.join(t('common.list-comma'))}</td>
	</tr> `;
}

function sourcesOf({ sources }: Gathered, { t, language }: ViewFileRequest): Markup | null {
	if (sources.length === 0) return null;
	return html`<section aria-labelledby="sources">
		<h2 id="sources">${t('files.sources')}</h2>
		<div class="wide">
			<table>
				<thead>
					<tr>
						<th scope="col">${t('files.source')}</th>
						<th scope="col">${t('files.published')}</th>
						<th scope="col">${t('export.address')}</th>
					</tr>
				</thead>
				<tbody>
					${sources.map(
						({ id, name, outlet, published, url }) =>
							html`<tr id="s-${id}">
								<td>${told(name, language)}${outlet && outlet !== name.text ? html` <small><bdi>${outlet}</bdi></small>` : null}</td>
								<td>${published}</td>
								<td>${url ? html`<a href="${url}" rel="noreferrer"><bdi>${url}</bdi></a>` : null}</td>
							</tr> `
					)}
				</tbody>
			</table>
		</div>
	</section> `;
}
