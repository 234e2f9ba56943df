import { on } from 'svelte/events';
import type { TableState } from './table-state.svelte.ts';

/** Nearer than this to where it began, a press is a click, px. */
const SLACK = 5;
/** A column is not made wider than this for its texts, px. */
const NATURAL_MOST = 640;

/** Carries out a press on a column's head, at `target`: its grip changes the width, the rest of it moves the column. */
export function pressedHead(e: PointerEvent, target: HTMLElement, table: HTMLTableElement, state: TableState): void {
	const head = target.closest<HTMLElement>('th');
	const id = head?.dataset['column'];
	if (!head || id === undefined) return;
	if (target.dataset['grip']) resize(e, head, table, (width) => state.resizeColumn(id, width));
	else move(e, head, (by) => state.moveColumn(id, by));
}

/** The width at which nothing in a column that is drawn is cut off, px. */
export function naturalWidth(table: HTMLTableElement, column: number): number {
	const kept = table.style.cssText;
	table.style.setProperty('--columns', `repeat(${table.rows[0]?.cells.length ?? 1}, max-content)`);
	const cells = [...table.rows].flatMap(({ cells }) => (cells.length > 1 ? (cells[column] ?? []) : []));
	const width = Math.max(...cells.map((cell) => cell.getBoundingClientRect().width));
	table.style.cssText = kept;
	return Math.min(Math.ceil(width), NATURAL_MOST);
}

function resize(e: PointerEvent, head: HTMLElement, table: HTMLTableElement, done: (width: number) => void): void {
	const sign = getComputedStyle(head).direction === 'rtl' ? -1 : 1;
	const start = head.getBoundingClientRect().width;
	const line = document.createElement('div');
	const edge = head.getBoundingClientRect()[sign < 0 ? 'left' : 'right'];
	const { top, bottom } = (table.parentElement ?? table).getBoundingClientRect();
	line.style.cssText = `position: fixed; z-index: 9; inline-size: 1px; background: var(--accent); pointer-events: none; top: ${top}px; height: ${bottom - top}px; left: ${edge}px`;
	drag(e, line, {
		moved: (dx) => (line.style.translate = `${dx}px`),
		done: (dx) => done(start + sign * dx)
	});
}

function move(e: PointerEvent, head: HTMLElement, done: (by: number) => void): void {
	const heads = [...(head.parentElement?.children ?? [])].map((other) => other.getBoundingClientRect());
	const from = [...(head.parentElement?.children ?? [])].indexOf(head);
	const rightToLeft = getComputedStyle(head).direction === 'rtl';
	const line = document.createElement('div');
	/** Before which head, in reading order, the pointer stands. */
	const slotAt = (x: number): number =>
		heads.filter(({ left, right }) => (rightToLeft ? x < (left + right) / 2 : x > (left + right) / 2)).length;
	const { top, bottom } = head.getBoundingClientRect();
	line.style.cssText = `position: fixed; z-index: 9; inline-size: 2px; background: var(--accent); pointer-events: none; top: ${top}px; height: ${bottom - top}px`;
	drag(e, line, {
		moved: (_, x) => {
			const slot = slotAt(x);
			const [before, after] = [heads[slot - 1], heads[slot]];
			const at = rightToLeft ? (after?.right ?? before?.left) : (after?.left ?? before?.right);
			line.style.left = `${at ?? 0}px`;
		},
		done: (_, x) => {
			const slot = slotAt(x);
			done((slot > from ? slot - 1 : slot) - from);
		}
	});
}

interface Drag {
	readonly moved: (dx: number, x: number) => void;
	readonly done: (dx: number, x: number) => void;
}

/** Follows a pointer until it is let go, or given up with Escape; the click that would follow is not one. */
function drag(begun: PointerEvent, line: HTMLElement, { moved, done }: Drag): void {
	let under = false;
	const stops = [
		on(window, 'pointermove', (e) => {
			if (e.pointerId !== begun.pointerId) return;
			const dx = e.clientX - begun.clientX;
			if (!under && Math.abs(dx) < SLACK) return;
			if (!under) document.body.append(line);
			under = true;
			moved(dx, e.clientX);
		}),
		on(window, 'pointerup', (e) => {
			if (e.pointerId !== begun.pointerId) return;
			end();
			if (!under) return;
			const swallow = on(window, 'click', (click) => (click.preventDefault(), click.stopPropagation()), { capture: true });
			setTimeout(swallow);
			done(e.clientX - begun.clientX, e.clientX);
		}),
		on(window, 'pointercancel', () => end()),
		on(window, 'keydown', (e) => {
			if (e.key === 'Escape') end();
		})
	];
	function end(): void {
		line.remove();
		stops.forEach((stop) => stop());
	}
}
