/** A place in the grid: row -1 is the head, columns count from 0 in reading order. */
export interface GridPlace {
	readonly row: number;
	readonly column: number;
}

export interface GridSize {
	readonly rows: number;
	readonly columns: number;
	/** Rows that fit on the screen at once. */
	readonly page: number;
}

/** The parts of a keyboard event that matter here. */
export interface GridKey {
	readonly key: string;
	readonly ctrl: boolean;
}

/**
 * Where a key leads in an ARIA grid; null when it is none of the grid's keys. Left and right are sides of the screen,
 * so under right-to-left the left arrow goes to the next column; Home is the first column in reading order.
 */
export function placeAfterKey({ key, ctrl }: GridKey, at: GridPlace, size: GridSize, rightToLeft: boolean): GridPlace | null {
	const forward = rightToLeft ? 'ArrowLeft' : 'ArrowRight';
	const backward = rightToLeft ? 'ArrowRight' : 'ArrowLeft';
	switch (key) {
		case forward:
			return within({ ...at, column: ctrl ? size.columns - 1 : at.column + 1 }, size);
		case backward:
			return within({ ...at, column: ctrl ? 0 : at.column - 1 }, size);
		case 'ArrowDown':
			return within({ ...at, row: at.row + 1 }, size);
		case 'ArrowUp':
			return within({ ...at, row: at.row - 1 }, size);
		case 'PageDown':
			return within({ ...at, row: at.row + size.page }, size);
		case 'PageUp':
			// Paging stays among the rows; only the arrow steps up into the head.
			return within({ ...at, row: Math.max(Math.min(at.row, 0), at.row - size.page) }, size);
		case 'Home':
			return within({ row: ctrl ? 0 : at.row, column: 0 }, size);
		case 'End':
			return within({ row: ctrl ? size.rows - 1 : at.row, column: size.columns - 1 }, size);
		default:
			return null;
	}
}

/** The nearest place that exists. */
export function within({ row, column }: GridPlace, { rows, columns }: GridSize): GridPlace {
	return { row: Math.max(-1, Math.min(row, rows - 1)), column: Math.max(0, Math.min(column, columns - 1)) };
}
