/** Smaller ones are left to the collector. */
const LEAST_BYTES = 1 << 18;

/**
 * Gives the memory of arrays back that were only worked with, whole buffers at once: a thread that has come to rest does not
 * collect what it left lying about, and a million items leave tens of MB. They and all that share their buffers are empty afterwards.
 */
export function discard(...arrays: readonly ArrayBufferView[]): void {
	const buffers = new Set<ArrayBuffer>();
	for (const { buffer } of arrays) if (buffer instanceof ArrayBuffer && buffer.byteLength >= LEAST_BYTES) buffers.add(buffer);
	if (buffers.size === 0) return;
	// Sent to nobody. `ArrayBuffer.transfer` would leave to the collector what came by a fetch or from another thread.
	const { port1, port2 } = new MessageChannel();
	port1.postMessage(null, [...buffers]);
	port1.close();
	port2.close();
}
