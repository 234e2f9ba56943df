import { stripBidi } from '#lib/language/bidi.ts';
import { writeDocument } from '#lib/server/transfer/briefing/document.ts';
import { isViewFile, VIEW_FILE_TYPES, VIEW_FILES } from '#lib/server/transfer/briefing/view-file.ts';
import { bodyOf, writeExport } from '#lib/server/transfer/export/export-stream.ts';
import {
	dispositionOf,
	EXPORT_FILES,
	EXPORT_FORMATS,
	isExportFormat,
	MOST_IN_WORKBOOK
} from '#lib/server/transfer/export/export-formats.ts';
import { writeSlides } from '#lib/server/transfer/pptx/slides.ts';
import { badParameter, problem } from '../../../answers.ts';
import { fileRequestOf } from '../../../file-request.ts';
import { requested } from '../../../requested.ts';

/** The view of the address as a file: its filter and order, its as-of, the reader's language and calendar. */
export async function GET({ params, locals, url, request }) {
	const { context, language } = locals;
	const { format } = params;
	if (!isExportFormat(format) && !isViewFile(format)) {
		const known = [...EXPORT_FORMATS, ...VIEW_FILES].join(', ');
		return problem(404, { code: 'unknown-format', value: format, message: `Unknown format. Known here: ${known}.` });
	}
	const formulas = url.searchParams.get('formulas') ?? 'guard';
	if (formulas !== 'guard' && formulas !== 'keep') return badParameter('formulas', formulas, 'Should be guard or keep.');
	const asked = await requested(context, language, url.searchParams, ['formulas']);
	if ('refused' in asked) return asked.refused;
	const { request: file, fileName } = await fileRequestOf(asked, locals, { url, signal: request.signal, formulas });
	if (format === 'xlsx' && file.rows.length > MOST_IN_WORKBOOK) {
		const message = stripBidi(file.t('export.too-many', { limit: MOST_IN_WORKBOOK, count: file.rows.length }));
		return problem(413, { code: 'too-many-records', message });
	}
	const { type, ending } = isViewFile(format) ? VIEW_FILE_TYPES[format] : EXPORT_FILES[format];
	const headers = {
		'content-type': type,
		'content-disposition': dispositionOf(fileName, ending),
		'content-language': file.language,
		'cache-control': 'no-store',
		'x-content-type-options': 'nosniff',
		'x-accordline-seq': String(file.set.seq),
		'x-accordline-records': String(file.rows.length)
	};
	if (format === 'html') {
		const { text, policy } = await writeDocument(file, { use: 'file' });
		return new Response(text, { headers: { ...headers, 'content-security-policy': policy } });
	}
	if (format === 'pptx') return new Response(new Blob([new Uint8Array(await writeSlides(file))]).stream(), { headers });
	return new Response(bodyOf(writeExport(format, file), file.signal), { headers });
}
