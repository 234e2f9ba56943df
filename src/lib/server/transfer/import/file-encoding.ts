import { isEncoding } from '#lib/formats/decode-text.ts';
import { detectEncoding, ENCODINGS } from '#lib/formats/encoding.ts';
import { bytesOf } from './file-bytes.ts';
import { BadOptionError } from './questions.ts';

/**
 * The encoding somebody has said, or the likeliest one by looking at the whole file.
 * `candidates`: what to choose from where only a person can tell; empty where it is sure.
 * @throws BadOptionError when no encoding of that name is known
 */
export async function encodingFor(
	path: string,
	said: string | undefined
): Promise<{ readonly encoding: string; readonly candidates: readonly string[] }> {
	if (said !== undefined && !isEncoding(said))
		throw new BadOptionError('unknown-encoding', { encoding: said, known: ENCODINGS.join(', ') });
	if (said !== undefined) return { encoding: said, candidates: [] };
	const found = await detectEncoding(bytesOf(path));
	const [best] = found;
	return { encoding: best?.encoding ?? 'utf-8', candidates: best?.sure === false ? found.map(({ encoding }) => encoding) : [] };
}
