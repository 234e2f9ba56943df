/**
 * Width classes of the server's pictures, by the width of the whole timeline in CSS px. Each is laid out at its smallest width, so
 * that labels cannot meet at any width of the class; the style sheet shows the one that fits (`Timeline.svelte` names the same
 * widths in its container rules).
 */
export interface WidthClass {
	/** Smallest width of the class; also its name. */
	readonly from: number;
	/** Width to lay out at. */
	readonly decideAt: number;
	/** Phone layout: lane heads inside the plot, no shelf. */
	readonly compact: boolean;
}

export const WIDTH_CLASSES = [
	{ from: 0, decideAt: 360, compact: true },
	{ from: 720, decideAt: 720, compact: false },
	{ from: 860, decideAt: 860, compact: false },
	{ from: 1030, decideAt: 1030, compact: false },
	{ from: 1240, decideAt: 1240, compact: false },
	{ from: 1500, decideAt: 1500, compact: false }
] as const satisfies readonly WidthClass[];

export function widthClassOf(width: number): WidthClass {
	return WIDTH_CLASSES.findLast((one) => width >= one.from) ?? WIDTH_CLASSES[0];
}
