/** What is looked at, in epoch days (float64), end exclusive. `end > start` always. */
export interface Extent {
	readonly start: number;
	readonly end: number;
}

/** Length of an extent in days. */
export function spanOf(extent: Extent): number {
	return extent.end - extent.start;
}

/** Same edges? Used to hand back the same object when nothing changed. */
export function sameExtent(a: Extent, b: Extent): boolean {
	return a.start === b.start && a.end === b.end;
}
