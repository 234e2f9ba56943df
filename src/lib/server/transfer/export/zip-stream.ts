import { Zip, ZipDeflate } from 'fflate';

/** A zip that is written file after file, and handed on as it grows. */
export interface ZipStream {
	/** Adds a file; answers how many bytes it has unpacked. What is ready of the archive is yielded meanwhile. */
	add(path: string, chunks: AsyncIterable<string> | Iterable<string>): AsyncGenerator<Uint8Array, number>;
	end(): Generator<Uint8Array>;
}

/** @param at ISO instant every file is dated with, so that the same view gives the same bytes */
export function zipStream(at: string): ZipStream {
	const ready: Uint8Array[] = [];
	let failure: Error | null = null;
	const encoder = new TextEncoder();
	const zip = new Zip((error, chunk) => {
		if (error) failure = error;
		else if (chunk.length > 0) ready.push(chunk);
	});
	function* taken(): Generator<Uint8Array> {
		if (failure) throw failure;
		yield* ready.splice(0);
	}
	return {
		async *add(path, chunks) {
			const file = new ZipDeflate(path, { level: 6 });
			file.mtime = new Date(at);
			zip.add(file);
			let bytes = 0;
			for await (const text of chunks) {
				const chunk = encoder.encode(text);
				bytes += chunk.length;
				file.push(chunk);
				yield* taken();
			}
			file.push(new Uint8Array(0), true);
			yield* taken();
			return bytes;
		},
		*end() {
			zip.end();
			yield* taken();
		}
	};
}
