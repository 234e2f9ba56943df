import type { TimelineInput } from '../items/item.ts';
import { visitRow } from '../query/visible-items.ts';
import type { Scene } from '../scene.ts';
import type { Packing } from './packing.ts';

/** So many items are asked for at once, those in view first. */
const MOST = 800;

/** Items whose words the picture shows or will show when it is moved by a screen. */
export function wordsWanted({ table }: TimelineInput, packing: Packing, scene: Scene): ReadonlySet<number> {
	const wanted = new Set([...scene.hits, ...(scene.shelf?.hits ?? [])].map((hit) => hit.item));
	const { start, end } = scene.extent;
	const around = { start: start - (end - start), end: end + (end - start) };
	for (const lane of scene.lanes) {
		const first = packing.firstRow[lane.index] ?? 0;
		for (let row = first; row < first + lane.rows && !lane.dense && wanted.size < MOST; row++) {
			visitRow(table, packing.placed, packing.ends[row]!, packing.ends[row + 1]!, around, (item) => void wanted.add(item));
		}
	}
	return wanted;
}
