import type { Reader } from '#lib/encoding/reader.ts';
import { moreWordsOf } from '../parts/more-words.ts';

export async function load({ parent }) {
	const data = await parent();
	const reader: Reader = data.reader;
	return { words: await moreWordsOf(reader.language) };
}
