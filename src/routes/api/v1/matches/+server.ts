import { firstInOrder } from '#lib/columns/first-in-order.ts';
import { bitmapOf } from '#lib/columns/mask.ts';
import { textMask } from '#lib/columns/text-mask.ts';
import { wordsToJson, type WordsJson } from '#lib/columns/words.ts';
import { sortOfTable, TABLE_KINDS } from '#lib/tables/table-rows.ts';
import { LONGEST_QUESTION, nobodyWaits, tooLong, wholeNumber } from '../../answers.ts';
import { requested, type Requested } from '../../requested.ts';

const MOST_WORDS = 200;

/**
 * Which rows a text finds, as a bitmap: row r is bit r & 7 of byte r >> 3. With `words`, the words of so many rows on top of the
 * view's table follow it as JSON, so that a page need not ask twice before it can show them.
 */
export async function GET({ locals, url, request }) {
	const q = url.searchParams.get('q') ?? '';
	if (q.length > LONGEST_QUESTION) return tooLong('q', q);
	const count = wholeNumber(url.searchParams, 'words', { fallback: 0, max: MOST_WORDS });
	if ('refused' in count) return count.refused;
	const asked = await requested(locals.context, locals.language, url.searchParams, ['words']);
	if ('refused' in asked) return asked.refused;
	if (request.signal.aborted) return nobodyWaits();
	const bitmap = bitmapOf(asked.hits ?? textMask(asked.set, q)) as Uint8Array<ArrayBuffer>;
	const headers = { 'content-type': 'application/octet-stream', 'x-accordline-seq': String(asked.set.seq) };
	if (count.value === 0) return new Response(bitmap, { headers });
	const words = new TextEncoder().encode(JSON.stringify(await wordsOnTop(locals.context, asked, count.value)));
	const both = new Uint8Array(bitmap.length + words.length);
	both.set(bitmap);
	both.set(words, bitmap.length);
	return new Response(both, { headers });
}

/** Rows with their words: the first of the view's table, and those they are told by. */
async function wordsOnTop(
	{ desk }: App.Locals['context'],
	{ view, set, mask, asof }: Requested,
	count: number
): Promise<readonly (readonly [number, WordsJson])[]> {
	const top = [...firstInOrder(set, mask, TABLE_KINDS[view.table], sortOfTable(view.table, view.sort), view.lang, count)];
	const rows = new Set([...top, ...top.flatMap((row) => [set.followsFrom[row]!, set.arisesFrom[row]!].filter((other) => other >= 0))]);
	const words = await desk.words(set, rows, asof);
	return [...words].map(([row, own]) => [row, wordsToJson(own)] as const);
}
