/** Width of the lane heads beside the plot, px (mock, "Space"). */
export const HEAD_WIDTH = 164;

/** Plot width left in a picture of this width: heads and shelf stand beside the plot, or inside it in compact mode. */
export function plotWidthOf(width: number, compact: boolean, shelfWidth: number): number {
	return compact ? width - 32 : width - HEAD_WIDTH - shelfWidth;
}
