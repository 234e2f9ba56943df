import { discard } from '../items/discard.ts';
import { pack, type Standing } from '../layout/pack-rows.ts';
import { buffersOf, type PackingOptions } from '../layout/packing.ts';
import { timeOrder, type PackedColumns, type TimeOrder } from '../layout/time-order.ts';

/** To the worker: a table once, then what is asked of it. `pack` answers with `{ask, packing}`. */
export type ToPacking =
	| { readonly type: 'table'; readonly columns: PackedColumns }
	| {
			readonly type: 'pack';
			readonly ask: number;
			readonly standing: Standing;
			readonly level: number;
			readonly options: PackingOptions;
	  };

let order: TimeOrder | null = null;

addEventListener('message', ({ data }: MessageEvent<ToPacking>) => {
	if (data.type === 'table') {
		order = timeOrder(data.columns);
		// The columns were copied for it alone.
		discard(...Object.values(data.columns).filter((column) => ArrayBuffer.isView(column)));
		return;
	}
	if (!order) return;
	const packing = pack(order, data.standing, data.level, data.options);
	postMessage({ ask: data.ask, packing }, { transfer: buffersOf(packing) });
});
