import { stripBidi } from '#lib/language/bidi.ts';
import type { Gathered, Quoted, ToldRecord } from './gather.ts';
import { html, told, type Markup } from './markup.ts';
import type { ViewFileRequest } from './view-file.ts';

/** What holds each record up: on what sources differ, what was said earlier, and the wording of every source. */
export function evidenceOf({ records }: Gathered, request: ViewFileRequest): Markup {
	return html`<section aria-labelledby="evidence">
		<h2 id="evidence">${request.t('files.evidence')}</h2>
		${records.map((record) => articleOf(record, request))}
	</section> `;
}

function articleOf(record: ToldRecord, request: ViewFileRequest): Markup {
	const { t, language } = request;
	return html`<article id="r-${record.id}">
		<h3>${told(record.title, language)}</h3>
		<p class="quiet">${[record.kindWords, record.status, record.date, record.place].filter(Boolean).join(' · ')}</p>
		${record.summary ? html`<p>${told(record.summary, language)}</p>` : null}
		${record.differences.map(
			({ field, versions }) =>
				html`<p class="differ">${stripBidi(t('files.differ', { field }))}</p>
					<ul>
						${versions.map(
							({ words, shown, voices, sources }) =>
								html`<li>
									<bdi>${words}</bdi>${shown ? html` <small>(${t('files.shown')})</small>` : null}
									<small class="quiet"
										>${stripBidi(t('files.voices', { count: voices }))}${sources.length > 0 ? html`: <bdi>${sources.join(t('common.list-comma'))}</bdi>` : null}</small
									>
								</li>`
						)}
					</ul> `
		)}
		${record.earlier.length > 0 ? html`<p>${t('files.earlier')}: <bdi>${record.earlier.join(t('common.list-comma'))}</bdi></p>` : null}
		${record.evidence.length > 0 ? record.evidence.map((each) => quotedOf(each, request)) : html`<p class="quiet">${t('files.no-evidence')}</p>`}
		<p class="back"><a href="#timeline">${t('files.back')}</a></p>
	</article> `;
}

function quotedOf({ quote, source, sourceId, where, saidBy, saidOn }: Quoted, { language }: ViewFileRequest): Markup {
	const from = [saidBy, saidOn, where].filter(Boolean).map((part) => html` · <bdi>${part}</bdi>`);
	return html`<blockquote>
		${quote ? html`<p>${told(quote, language)}</p>` : null}<small class="quiet"
			><a href="#s-${sourceId}"><bdi>${source}</bdi></a
			>${from}</small
		>
	</blockquote> `;
}
