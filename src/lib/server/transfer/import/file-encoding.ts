import { detectEncoding } from '#lib/formats/encoding.ts';
import { bytesOf } from './file-bytes.ts';

/**
 * The encoding somebody has said, or the likeliest one by looking at the whole file.
 * `candidates`: what to choose from where only a person can tell; empty where it is sure.
 */
export async function encodingFor(
	path: string,
	said: string | undefined
): Promise<{ readonly encoding: string; readonly candidates: readonly string[] }> {
	if (said !== undefined) return { encoding: said, candidates: [] };
	const found = await detectEncoding(bytesOf(path));
	const [best] = found;
	return { encoding: best?.encoding ?? 'utf-8', candidates: best?.sure === false ? found.map(({ encoding }) => encoding) : [] };
}
