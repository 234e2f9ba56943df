import type { ShownColumn } from './columns/columns-of.ts';

/** A column narrows to this share of its width before the table scrolls. */
const LEAST_SHARE = 0.72;
/** Mean width of a letter of 13 px text, px: an estimate that errs on the wide side. */
const LETTER = 6.7;
/** px between the texts of two columns. */
const GAP = 16;

export interface ColumnLayout {
	/** CSS width of each column. */
	readonly widths: readonly string[];
	/** How far from the start each pinned column stays, CSS; null: it scrolls. */
	readonly pins: readonly (string | null)[];
	/** The table's least width, px. */
	readonly least: number;
	/** Every column has a width of its own, so the table does not fill its place. */
	readonly exact: boolean;
}

/**
 * Widths of columns without measuring, so that the server draws the same. Columns given a width have it; the others share
 * what is left. `100cqi` is the width of the scroller, whose descendants alone may use these lengths.
 */
export function columnLayout(columns: readonly ShownColumn[]): ColumnLayout {
	const fixed = columns.reduce((sum, { px }) => sum + (px ?? 0), 0);
	const shared = columns.reduce((sum, { px, width }) => sum + (px === null ? width : 0), 0);
	const plain = columns.every(({ px, pinned }) => px === null && !pinned);
	const widths = columns.map(({ px, width }) =>
		plain
			? `${(width / shared) * 100}%`
			: px === null
				? `max(${Math.round(width * LEAST_SHARE)}px, (100cqi - ${fixed}px) * ${(width / shared).toFixed(4)})`
				: `${px}px`
	);
	const pins = columns.map(({ pinned }, i) => (pinned ? (i === 0 ? '0px' : `calc(${widths.slice(0, i).join(' + ')})`) : null));
	return { widths, pins, least: Math.round(fixed + shared * LEAST_SHARE), exact: shared === 0 };
}

/** How many letters fit in each column of a table this wide, px. */
export function lettersIn(columns: readonly ShownColumn[], { least }: ColumnLayout, width: number): number[] {
	const fixed = columns.reduce((sum, { px }) => sum + (px ?? 0), 0);
	const shared = columns.reduce((sum, { px, width }) => sum + (px === null ? width : 0), 0);
	const rest = Math.max(width, least) - fixed;
	return columns.map(({ px, width }) => Math.floor(((px ?? (width / shared) * rest) - GAP) / LETTER));
}
