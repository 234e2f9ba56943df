import { decodeText } from '#lib/formats/decode-text.ts';
import { ForeignFileError } from '#lib/formats/foreign.ts';
import { readOwnLines } from '#lib/formats/own-json.ts';
import type { ForeignRow } from './foreign-file.ts';
import { bytesOf } from './file-bytes.ts';

/**
 * Our own claims, one a line, piece after piece: such a file may be larger than memory.
 * A piece without a single claim is told line by line like any other bad line.
 */
export async function* ownLines(path: string, file: string, onbytes: (length: number) => void): AsyncGenerator<ForeignRow> {
	let before = 0;
	let any = false;
	let refusal: ForeignFileError | null = null;
	for await (const piece of decodeText(bytesOf(path, onbytes), 'utf-8', () => undefined)) {
		const moved = <P extends { readonly row: number }>(place: P): P => ({ ...place, row: place.row + before });
		try {
			const { claims, problems } = readOwnLines(piece, file);
			any = true;
			for (const { claim, place } of claims) yield { claim, place: moved(place) };
			for (const problem of problems) yield { problem: { ...problem, place: moved(problem.place) } };
		} catch (error) {
			if (!(error instanceof ForeignFileError)) throw error;
			if (piece.trim() !== '') {
				refusal ??= error;
				yield { problem: { ...error.problem, reach: 'row', place: moved(error.problem.place) } };
			}
		}
		before += piece.split('\n').length - 1;
	}
	if (!any && refusal) throw refusal;
}
