import { json } from '@sveltejs/kit';
import { wordsToJson } from '#lib/columns/words.ts';
import { badParameter, unknownParameter } from '../../answers.ts';
import { asofOf } from '../../asof.ts';

const MOST = 1000;
const ROWS = /^\d{1,9}(-\d{1,9})?(,\d{1,9}(-\d{1,9})?)*$/;

/** Words of rows by number (`3,7-12`): what a page that has the columns only still needs of the rows in sight. */
export async function GET({ locals, url }) {
	const unknown = unknownParameter(url.searchParams, ['rows', 'asof', 'lang']);
	if (unknown) return unknown;
	const asked = url.searchParams.get('rows') ?? '';
	const rows = rowsIn(asked);
	if (!rows) return badParameter('rows', asked.slice(0, 100), `Should be up to ${MOST} row numbers, such as 3,7-12.`);
	const asof = await asofOf(locals.context, url.searchParams);
	if ('refused' in asof) return asof.refused;
	const { desk } = locals.context;
	const set = await desk.columns(asof.seq);
	const words = await desk.words(set, rows, asof.seq);
	return json({
		seq: set.seq,
		rows: rows.flatMap((row) => {
			const own = words.get(row);
			return own ? [{ row, id: set.id.at(row), words: wordsToJson(own) }] : [];
		})
	});
}

function rowsIn(text: string): number[] | null {
	if (!ROWS.test(text)) return null;
	const rows = new Set<number>();
	for (const part of text.split(',')) {
		const [from = 0, to = from] = part.split('-').map(Number);
		if (to - from >= MOST) return null;
		for (let row = from; row <= to; row++) rows.add(row);
		if (rows.size > MOST) return null;
	}
	return [...rows];
}
