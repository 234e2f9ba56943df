import { rowsOf } from '#lib/columns/mask.ts';
import { orderRows } from '#lib/columns/order.ts';
import { stripBidi } from '#lib/language/bidi.ts';
import type { ViewFileRequest } from '#lib/server/transfer/briefing/view-file.ts';
import { moreWordsOf } from '../parts/more-words.ts';
import { addressOf } from '../parts/reading.ts';
import { withinShare } from '../parts/share-path.ts';
import { picturedView } from './pictured.ts';
import type { Requested } from './requested.ts';
import { namesOf } from './view-name.ts';
import { describeDate } from '#lib/language/describe-date.ts';

/** What a file of a view is written from, and what it is called. */
export interface FileRequest {
	readonly request: ViewFileRequest;
	/** Name of the file, without its ending. */
	readonly fileName: string;
}

/** The view of an address made ready to be written out. @param url what records' own pages are addressed from */
export async function fileRequestOf(
	asked: Requested,
	{ context, months }: Pick<App.Locals, 'context' | 'months'>,
	{ url, signal, formulas }: { readonly url: URL; readonly signal: AbortSignal; readonly formulas: 'guard' | 'keep' }
): Promise<FileRequest> {
	const { set, mask, view, asof } = asked;
	const { t } = await moreWordsOf(view.lang);
	const { name, title: heading, line, at } = await namesOf(asked, { context, months });
	const day = stripBidi(describeDate(at.slice(0, 10), { language: view.lang, calendar: view.cal[0], months, t, style: 'short' }));
	return {
		request: {
			store: context.store,
			asof: asof ?? undefined,
			set,
			rows: orderRows(set, rowsOf(mask), view.sort, view.lang),
			mask,
			language: view.lang,
			calendar: view.cal[0],
			months,
			t,
			title: stripBidi(name ? t('export.title-of', { name, day }) : t('export.title', { day })),
			heading,
			line,
			at,
			linkOf: (kind, id) => new URL((withinShare(url.pathname)?.base ?? '') + addressOf(kind, id), url).href,
			signal: AbortSignal.any([signal, context.stopping]),
			formulas,
			picture: await picturedView(asked, { context, months })
		},
		fileName: name ? `Accordline ${name} ${at.slice(0, 10)}` : `Accordline ${at.slice(0, 10)}`
	};
}
