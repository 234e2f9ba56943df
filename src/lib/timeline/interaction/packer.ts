import { AT_ONCE, type ItemTable, type TimelineInput } from '../items/item.ts';
import { keepPacking, knownPacking, packingKey, packRows } from '../layout/pack-rows.ts';
import type { Packing, PackingOptions } from '../layout/packing.ts';
import type { PackedColumns } from '../layout/time-order.ts';
import type { ToPacking } from './packing-worker.ts';

interface Ask {
	readonly input: TimelineInput;
	readonly level: number;
	readonly options: PackingOptions;
}

/**
 * Gives rows: of a small table at once, of a large one from a worker that knows the table. Of several wishes only the newest waits;
 * an answer nobody asks for any more is kept for whoever comes back to it.
 */
export class Packer {
	readonly #ready: () => void;
	#worker: Worker | null = null;
	/** The table the worker knows. */
	#table: ItemTable | null = null;
	#busy: (Ask & { readonly number: number }) | null = null;
	#next: Ask | null = null;
	#asked = 0;

	/** @param ready a packing has come: ask again */
	constructor(ready: () => void) {
		this.#ready = ready;
	}

	/** The packing, if it is there or made at once; else null, and it is on its way. */
	packed(input: TimelineInput, level: number, options: PackingOptions): Packing | null {
		const known = knownPacking(input, level, options);
		if (known) return known;
		if (input.table.count <= AT_ONCE || typeof Worker === 'undefined') return packRows(input, level, options);
		this.request(input, level, options);
		return null;
	}

	/** Asks for a packing that will be wanted soon. */
	request(input: TimelineInput, level: number, options: PackingOptions): void {
		if (input.table.count <= AT_ONCE || knownPacking(input, level, options)) return;
		const same = (ask: Ask | null): boolean => ask?.input === input && packingKey(ask.level, ask.options) === packingKey(level, options);
		if (same(this.#busy)) return void (this.#next = null);
		if (same(this.#next)) return;
		this.#next = { input, level, options };
		if (!this.#busy) this.#send();
	}

	/** Sends a table ahead, so that its first packing need not wait for it. */
	know({ table }: TimelineInput): void {
		if (table.count <= AT_ONCE || typeof Worker === 'undefined') return;
		const worker = (this.#worker ??= this.#start());
		if (this.#table === table) return;
		this.#table = table;
		const { columns, buffers } = copied(table);
		worker.postMessage({ type: 'table', columns } satisfies ToPacking, buffers);
	}

	stop(): void {
		this.#worker?.terminate();
		this.#worker = null;
		this.#table = null;
		this.#busy = null;
		this.#next = null;
	}

	#send(): void {
		const ask = this.#next;
		this.#next = null;
		if (!ask) return;
		const { input, level, options } = ask;
		this.know(input);
		const number = ++this.#asked;
		this.#busy = { ...ask, number };
		const standing = { mask: owned(input.mask), laneOf: owned(input.laneOf), lanes: input.lanes.length };
		const copies = [standing.mask.buffer, standing.laneOf.buffer].filter((buffer) => buffer instanceof ArrayBuffer);
		this.#worker?.postMessage({ type: 'pack', ask: number, standing, level, options } satisfies ToPacking, copies);
	}

	#start(): Worker {
		const worker = new Worker(new URL('./packing-worker.ts', import.meta.url), { type: 'module' });
		worker.onmessage = ({ data }: MessageEvent<{ readonly ask: number; readonly packing: Packing }>) => {
			const asked = this.#busy;
			if (asked?.number !== data.ask) return;
			this.#busy = null;
			keepPacking(asked.input, asked.level, asked.options, data.packing);
			this.#send();
			this.#ready();
		};
		// Without a worker (no memory, forbidden by the page's host) rows are worked out here, once.
		worker.onerror = () => {
			const asked = this.#busy;
			this.stop();
			if (asked) packRows(asked.input, asked.level, asked.options);
			this.#ready();
		};
		return worker;
	}
}

/** Shared memory is shared; of all else the very bytes are copied, never the whole buffer a column may be a part of. */
function owned<T extends Uint8Array | Uint16Array | Uint32Array | Int32Array | Float64Array>(column: T): T {
	return column.buffer instanceof ArrayBuffer ? (column.slice() as T) : column;
}

function copied(table: ItemTable): { columns: PackedColumns; buffers: ArrayBuffer[] } {
	const { reach } = table;
	const columns: PackedColumns = {
		count: table.count,
		group: owned(table.group),
		earliestStart: owned(table.earliestStart),
		latestStart: owned(table.latestStart),
		earliestEnd: owned(table.earliestEnd),
		latestEnd: owned(table.latestEnd),
		reach: { items: owned(reach.items), start: owned(reach.start), end: owned(reach.end) },
		shape: owned(table.shape),
		order: owned(table.order),
		previous: owned(table.previous)
	};
	const views = [...Object.values(columns), ...Object.values(columns.reach)].filter((value) => ArrayBuffer.isView(value));
	const buffers = new Set(views.map((view) => view.buffer));
	return { columns, buffers: [...buffers].filter((buffer) => buffer instanceof ArrayBuffer) };
}
