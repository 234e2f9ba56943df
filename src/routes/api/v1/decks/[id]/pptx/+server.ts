import { textIn } from '#lib/language/text-in.ts';
import { VIEW_FILE_TYPES } from '#lib/server/transfer/briefing/view-file.ts';
import { dispositionOf } from '#lib/server/transfer/export/export-formats.ts';
import { writeDeckSlides, type StepRequest } from '#lib/server/transfer/pptx/slides.ts';
import { problem, unknownParameter } from '../../../../answers.ts';
import { deckOf, noDeck } from '../../../../decks.ts';
import { fileRequestOf } from '../../../../file-request.ts';
import { requested } from '../../../../requested.ts';

/** A deck as slides of native shapes: each step under its caption, with its notes, in the language of `lang`. */
export async function GET({ locals, params, url, request }) {
	const unknown = unknownParameter(url.searchParams, ['lang']);
	if (unknown) return unknown;
	const { context, language } = locals;
	const kept = await deckOf(context, params.id);
	if (!kept) return noDeck(params.id);
	if (kept.deck.steps.length === 0) return problem(409, { code: 'no-steps', message: 'This deck has no steps yet.' });
	const steps: StepRequest[] = [];
	for (const step of kept.deck.steps) {
		const view = new URLSearchParams(step.view);
		view.set('lang', language);
		const asked = await requested(context, language, view, []);
		if ('refused' in asked) return asked.refused;
		const { request: file } = await fileRequestOf(asked, locals, { url, signal: request.signal, formulas: 'guard' });
		const notes = textIn(step.notes, language);
		steps.push({ request: file, caption: textIn(step.caption, language).text, notes: { text: notes.text, language: notes.language } });
	}
	const title = textIn(kept.deck.title, language, params.id).text;
	const { type, ending } = VIEW_FILE_TYPES.pptx;
	return new Response(new Blob([new Uint8Array(await writeDeckSlides(steps, title))]).stream(), {
		headers: {
			'content-type': type,
			'content-disposition': dispositionOf(`Accordline ${title}`, ending),
			'content-language': language,
			'cache-control': 'no-store',
			'x-content-type-options': 'nosniff'
		}
	});
}
