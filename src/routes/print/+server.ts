import { writeDocument } from '#lib/server/transfer/briefing/document.ts';
import { PAPERS, TURNS } from '#lib/server/transfer/briefing/style.ts';
import { badParameter } from '../api/answers.ts';
import { fileRequestOf } from '../api/file-request.ts';
import { requested } from '../api/requested.ts';

/**
 * The view of the address as a page to be printed: timeline, legend, tables, evidence, sources, page numbers. `paper` a4 or a3,
 * `turn` wide or upright. It needs no script.
 */
export async function GET({ locals, url, request }) {
	const { context, language } = locals;
	const paper = PAPERS.find((each) => each === (url.searchParams.get('paper') ?? 'a4'));
	if (!paper) return badParameter('paper', url.searchParams.get('paper') ?? '', 'Should be a4 or a3.');
	const turn = TURNS.find((each) => each === (url.searchParams.get('turn') ?? 'wide'));
	if (!turn) return badParameter('turn', url.searchParams.get('turn') ?? '', 'Should be wide or upright.');
	const asked = await requested(context, language, url.searchParams, ['paper', 'turn']);
	if ('refused' in asked) return asked.refused;
	const { request: file } = await fileRequestOf(asked, locals, { url, signal: request.signal, formulas: 'guard' });
	const { t } = file;
	const view = new URLSearchParams(url.searchParams);
	view.delete('paper');
	view.delete('turn');
	const base = locals.share?.base ?? '';
	const links = [
		{ words: t('files.back-to-view'), href: `${base || '/'}${view.size > 0 ? `?${view}` : ''}`, current: false },
		...PAPERS.flatMap((each) =>
			TURNS.map((way) => ({
				words: `${each.toUpperCase()}${t('common.list-comma')}${t(way === 'wide' ? 'files.wide' : 'files.upright')}`,
				href: `${base}/print?${new URLSearchParams([...view, ['paper', each], ['turn', way]])}`,
				current: each === paper && way === turn
			}))
		)
	];
	const { text, policy } = await writeDocument(file, { use: 'print', paper, turn, links });
	return new Response(text, {
		headers: {
			'content-type': 'text/html; charset=utf-8',
			'content-language': file.language,
			'content-security-policy': policy,
			'cache-control': 'no-store'
		}
	});
}
