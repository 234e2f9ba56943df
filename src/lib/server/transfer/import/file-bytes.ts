import { createReadStream } from 'node:fs';

/** A file piece by piece. @param onbytes told the length of each */
export async function* bytesOf(path: string, onbytes: (length: number) => void = () => undefined): AsyncGenerator<Uint8Array> {
	for await (const chunk of createReadStream(path, { highWaterMark: 1 << 18 }) as AsyncIterable<Buffer>) {
		onbytes(chunk.length);
		yield chunk;
	}
}
