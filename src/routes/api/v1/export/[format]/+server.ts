import { rowsOf } from '#lib/columns/mask.ts';
import { orderRows } from '#lib/columns/order.ts';
import type { Language } from '#lib/language/locales.ts';
import { stripBidi } from '#lib/language/bidi.ts';
import { describeDate } from '#lib/language/describe-date.ts';
import { textIn } from '#lib/language/text-in.ts';
import { createTranslate, loadMessages, loadTransferMessages } from '#lib/language/translate.ts';
import { bodyOf, writeExport } from '#lib/server/transfer/export/export-stream.ts';
import {
	dispositionOf,
	EXPORT_FILES,
	EXPORT_FORMATS,
	isExportFormat,
	MOST_IN_WORKBOOK
} from '#lib/server/transfer/export/export-formats.ts';
import { addressOf } from '../../../../parts/reading.ts';
import { badParameter, problem } from '../../../answers.ts';
import { requested } from '../../../requested.ts';

/** The view of the address as a file: its filter and order, its as-of, the reader's language and calendar. */
export async function GET({ params, locals, url, request }) {
	const { context, language } = locals;
	const { format } = params;
	if (!isExportFormat(format)) {
		return problem(404, { code: 'unknown-format', value: format, message: `Unknown format. Known here: ${EXPORT_FORMATS.join(', ')}.` });
	}
	const formulas = url.searchParams.get('formulas') ?? 'guard';
	if (formulas !== 'guard' && formulas !== 'keep') return badParameter('formulas', formulas, 'Should be guard or keep.');
	const asked = await requested(context, language, url.searchParams, ['formulas']);
	if ('refused' in asked) return asked.refused;
	const { set, mask, view, asof } = asked;
	const t = await translateTransfer(language);
	const rows = orderRows(set, rowsOf(mask), view.sort, language);
	if (format === 'xlsx' && rows.length > MOST_IN_WORKBOOK) {
		const message = stripBidi(t('export.too-many', { limit: MOST_IN_WORKBOOK, count: rows.length }));
		return problem(413, { code: 'too-many-records', message });
	}
	const at = (await context.store.entry(set.seq))?.at ?? '1970-01-01T00:00:00.000Z';
	const day = stripBidi(describeDate(at.slice(0, 10), { language, calendar: view.cal[0], t, style: 'short' }));
	const [track, ...others] = view.track;
	const name = track !== undefined && others.length === 0 ? textIn(set.names.get(track), language, track).text : '';
	const title = stripBidi(name ? t('export.title-of', { name, day }) : t('export.title', { day }));
	const signal = AbortSignal.any([request.signal, context.stopping]);
	const chunks = writeExport(format, {
		store: context.store,
		asof: asof ?? undefined,
		set,
		rows,
		mask,
		language,
		calendar: view.cal[0],
		t,
		title,
		at,
		linkOf: (kind, id) => new URL(addressOf(kind, id), url).href,
		signal,
		formulas
	});
	const { type, ending } = EXPORT_FILES[format];
	return new Response(bodyOf(chunks, signal), {
		headers: {
			'content-type': type,
			'content-disposition': dispositionOf(name ? `Accordline ${name} ${at.slice(0, 10)}` : `Accordline ${at.slice(0, 10)}`, ending),
			'content-language': language,
			'cache-control': 'no-store',
			'x-content-type-options': 'nosniff',
			'x-accordline-seq': String(set.seq),
			'x-accordline-records': String(rows.length)
		}
	});
}

async function translateTransfer(language: Language) {
	return createTranslate(language, { ...(await loadMessages(language)), ...(await loadTransferMessages(language)) });
}
