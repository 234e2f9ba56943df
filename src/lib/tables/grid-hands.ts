import { on } from 'svelte/events';
import { placeAfterKey, type GridPlace, type GridSize } from './grid-keys.ts';
import type { GroupLines } from './group-lines.ts';
import type { TableState } from './table-state.svelte.ts';

/** What keys and pointers find in a table, and what they ask of it. Lines count from 0; -1 is the head. */
export interface GridHandsOptions {
	readonly columns: () => readonly { readonly id: string }[];
	readonly active: () => GridPlace;
	readonly size: () => GridSize;
	readonly lines: () => GroupLines | null;
	/** The group a line is the head of. */
	readonly groupAt: (line: number) => { readonly closed: boolean; readonly toggle: () => void } | undefined;
	/** Heads can be moved and widened: rows are not cards. */
	readonly headsMove: () => boolean;
	/** Comes with the first act. */
	readonly state: () => Promise<TableState>;
	readonly moveHead: (id: string, by: number) => Promise<void>;
	readonly select: (line: number) => void;
	readonly open: (line: number) => void;
	readonly focusAt: (place: GridPlace) => Promise<void>;
	readonly hold: (place: GridPlace) => void;
	readonly hover: (line: number | null) => void;
}

/** By how much a key changes a column's width, px. */
const WIDTH_STEP = 16;

/** Keys and pointers of a grid, as an attachment. One listener a kind for all cells: they come and go with scrolling. */
export function gridHands(table: GridHandsOptions): (grid: HTMLElement) => () => void {
	const toggleSort = async (id: string, add: boolean): Promise<void> => (await table.state()).toggleSort(id, add);
	const dragging = () => import('./head-hands.ts');
	const lineOf = (target: HTMLElement): number | null => {
		const line = target.closest<HTMLElement>('[data-index]');
		return line ? Number(line.dataset['index']) : null;
	};

	/** The head's own keys: width, place, filter. True when it was one of them. */
	function pressedOnHead(e: KeyboardEvent, target: HTMLElement, forward: number): boolean {
		const id = table.columns()[table.active().column]?.id;
		if (table.active().row >= 0 || id === undefined || (forward === 0 && e.key !== 'ArrowDown')) return false;
		if (forward === 0) target.querySelector<HTMLElement>('button')?.click();
		else if (!table.headsMove()) return false;
		else if (e.shiftKey) void table.moveHead(id, forward);
		else void table.state().then((state) => state.resizeColumn(id, target.offsetWidth + forward * WIDTH_STEP));
		return true;
	}

	/** What a key does where it is pressed; false when it only moves, or means nothing here. */
	function acted(e: KeyboardEvent, forward: number): boolean {
		const { row, column } = table.active();
		const group = table.groupAt(row);
		const acts = e.key === 'Enter' || e.key === ' ';
		const lines = table.lines();
		if (group) {
			if (!acts && (forward === 0 || forward > 0 !== group.closed)) return false;
			group.toggle();
		} else if (acts) {
			if (row < 0) void toggleSort(table.columns()[column]?.id ?? '', e.shiftKey);
			else if (e.key === 'Enter') table.open(row);
			else table.select(row);
		} else if (lines && forward < 0 && column === 0 && row >= 0 && !e.ctrlKey) {
			void table.focusAt({ row: lines.headOf(lines.at(row).group), column: 0 });
		} else return false;
		return true;
	}

	function pressed(e: KeyboardEvent): void {
		const target = e.target as HTMLElement;
		if (!target.dataset['cell'] || e.defaultPrevented || e.metaKey) return;
		const rightToLeft = getComputedStyle(target).direction === 'rtl';
		const step = e.key === 'ArrowRight' ? 1 : e.key === 'ArrowLeft' ? -1 : 0;
		const forward = rightToLeft ? -step : step;
		if (e.altKey) {
			if (pressedOnHead(e, target, forward)) e.preventDefault();
			return;
		}
		if (acted(e, forward)) {
			e.preventDefault();
			return;
		}
		const place = placeAfterKey({ key: e.key, ctrl: e.ctrlKey }, table.active(), table.size(), rightToLeft);
		if (!place) return;
		e.preventDefault();
		void table.focusAt(place);
	}

	function clicked(e: MouseEvent): void {
		const target = e.target as HTMLElement;
		if (e.button !== 0 || e.ctrlKey || e.metaKey || target.closest('[data-opens], [data-grip]')) return;
		const sorted = target.closest<HTMLElement>('[data-sort]');
		if (sorted) {
			// The head is a link as well; its next order would be read from it after this one has been carried out.
			e.preventDefault();
			e.stopPropagation();
			void toggleSort(sorted.dataset['sort'] ?? '', e.shiftKey);
			return;
		}
		const line = lineOf(target);
		// Shift-click on a row and a text being marked are not a choice of the row.
		if (line === null || e.shiftKey || String(getSelection())) return;
		e.preventDefault();
		const group = table.groupAt(line);
		if (group) group.toggle();
		else table.select(line);
	}

	function focused(e: FocusEvent): void {
		const place = (e.target as HTMLElement).dataset['cell']?.split(':').map(Number);
		if (place) table.hold({ row: place[0] ?? 0, column: place[1] ?? 0 });
	}

	function pointed(e: Event): void {
		const target = e.target as HTMLElement;
		if (target.closest('th')) void Promise.all([table.state(), dragging()]);
		table.hover(lineOf(target));
	}

	async function headPressed(e: PointerEvent): Promise<void> {
		const target = e.target as HTMLElement;
		const grid = target.closest('table');
		if (e.button !== 0 || !grid || !table.headsMove() || !target.closest('th') || target.closest('[data-opens]')) return;
		// A finger on a head scrolls the table; only the grip is dragged by it.
		if (e.pointerType !== 'mouse' && target.dataset['grip'] === undefined) return;
		let released = false;
		const stop = on(window, 'pointerup', () => (released = true), { once: true });
		const [{ pressedHead }, state] = await Promise.all([dragging(), table.state()]);
		stop();
		if (!released) pressedHead(e, target, grid, state);
	}

	async function doublePressed(e: MouseEvent): Promise<void> {
		const target = e.target as HTMLElement;
		const id = target.dataset['grip'];
		const grid = target.closest('table');
		if (id === undefined || !grid) return;
		const [{ naturalWidth }, state] = await Promise.all([dragging(), table.state()]);
		const column = table.columns().findIndex((shown) => shown.id === id);
		state.resizeColumn(id, naturalWidth(grid, column));
	}

	return (grid) => {
		const off = [
			on(grid, 'keydown', pressed),
			on(grid, 'click', clicked),
			on(grid, 'focusin', focused),
			on(grid, 'pointerover', pointed),
			on(grid, 'pointerleave', () => table.hover(null)),
			on(grid, 'pointerdown', (e) => void headPressed(e)),
			on(grid, 'dblclick', (e) => void doublePressed(e))
		];
		return () => off.forEach((stop) => stop());
	};
}
