import type { ExportFormat } from './export-formats.ts';
import type { ExportRequest } from './export-rows.ts';
import { writeDataPackage, writeWorkbook } from './write-archive.ts';
import { writeCsv, writeICalendar, writeLines, writeTimelineJs } from './write-text.ts';

const WRITERS: Readonly<Record<ExportFormat, (request: ExportRequest) => AsyncGenerator<string | Uint8Array>>> = {
	csv: writeCsv,
	xlsx: writeWorkbook,
	jsonl: writeLines,
	timelinejs: writeTimelineJs,
	ics: writeICalendar,
	datapackage: writeDataPackage
};

/** A view in a format, chunk by chunk: text or bytes. */
export function writeExport(format: ExportFormat, request: ExportRequest): AsyncGenerator<string | Uint8Array> {
	return WRITERS[format](request);
}

/**
 * Chunks as a body that is worked out only as fast as it is read; when the reader goes, or the signal is aborted, the writing
 * stops between two batches.
 */
export function bodyOf(chunks: AsyncGenerator<string | Uint8Array>, signal: AbortSignal): ReadableStream<Uint8Array> {
	const encoder = new TextEncoder();
	return new ReadableStream<Uint8Array>(
		{
			async pull(controller) {
				try {
					for (;;) {
						signal.throwIfAborted();
						const { done, value } = await chunks.next();
						if (done) {
							controller.close();
							return;
						}
						const bytes = typeof value === 'string' ? encoder.encode(value) : value;
						if (bytes.length > 0) {
							controller.enqueue(bytes);
							return;
						}
					}
				} catch (error) {
					controller.error(error);
				}
			},
			async cancel() {
				await chunks.return(undefined);
			}
		},
		{ highWaterMark: 1 }
	);
}
