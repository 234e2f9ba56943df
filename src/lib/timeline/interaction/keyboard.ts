import { spanOf, type Extent } from '../scale/extent.ts';
import { panBy, zoomAbout } from '../scale/fit.ts';
import { keptNear } from './moves.ts';
import type { Intent } from './intent.ts';

/** A mark as the eye finds it: x from the plot's left, y from its top, CSS px. Marks of one row share their y. */
export interface MarkPlace {
	readonly id: string;
	readonly x: number;
	readonly y: number;
}

/** What a key has to know. */
export interface KeyFrame {
	readonly extent: Extent;
	readonly direction: 'ltr' | 'rtl';
	/** The mark the keyboard is on. */
	readonly cursor: string | null;
	readonly selected: string | null;
	/** The marks in view, in any order. */
	readonly marks: readonly MarkPlace[];
	/** Which day lies under x. */
	readonly dayAt: (x: number) => number;
	readonly bounds?: Extent | undefined;
}

export interface KeyPress {
	/** DOM's `key`. */
	readonly key: string;
	/** DOM's `code`: letters are found by their place, so that `T` works on Arabic and Russian keyboards too. */
	readonly code: string;
	readonly shift: boolean;
	/** Ctrl, ⌘ or Alt: the browser's own keys. */
	readonly control: boolean;
}

/** An intent, or the wish to see all keys. */
export type KeyResult = Intent | { readonly type: 'keys' };

const KEY_ZOOM = 1.5;
/** How much of the view a pan key moves. */
const KEY_PAN = 0.2;

/** What this key asks for; null: not ours, leave it to the page. Arrows go where they point, whatever the language. */
export function keyResult(press: KeyPress, frame: KeyFrame): KeyResult | null {
	if (press.control) return null;
	const middle = cursorDay(frame);
	switch (press.key) {
		case 'ArrowLeft':
		case 'ArrowRight': {
			const side = press.key === 'ArrowLeft' ? -1 : 1;
			const next = press.shift ? null : beside(frame, side);
			return next ? { type: 'hover', id: next.id } : panned(frame, side);
		}
		case 'ArrowUp':
		case 'ArrowDown': {
			const next = aboveOrBelow(frame, press.key === 'ArrowUp' ? -1 : 1);
			return next && { type: 'hover', id: next.id };
		}
		case 'Home':
		case 'End': {
			const mark = outermost(frame, (press.key === 'Home') === (frame.direction === 'ltr') ? -1 : 1);
			return mark && { type: 'hover', id: mark.id };
		}
		case '+':
		case '=':
			return { type: 'extent', extent: keptNear(zoomAbout(frame.extent, middle, KEY_ZOOM), frame.bounds) };
		case '-':
		case '−':
		case '_':
			return { type: 'extent', extent: keptNear(zoomAbout(frame.extent, middle, 1 / KEY_ZOOM), frame.bounds) };
		case 'Enter':
			return frame.cursor === null ? null : { type: 'open', id: frame.cursor };
		case ' ':
			return frame.cursor === null ? null : { type: 'select', id: frame.cursor };
		case 'Escape':
			if (frame.cursor !== null) return { type: 'hover', id: null };
			return frame.selected === null ? null : { type: 'select', id: null };
		case '?':
		case '؟':
			return { type: 'keys' };
	}
	if (press.code === 'Slash' && press.shift) return { type: 'keys' };
	if (press.code === 'Digit0' || press.code === 'Numpad0') return { type: 'fit' };
	if (press.code === 'KeyT' && !press.shift) return { type: 'today' };
	return null;
}

/** Keys zoom about the mark the reader is on, else about the middle. */
function cursorDay(frame: KeyFrame): number {
	const { start, end } = frame.extent;
	const mark = frame.marks.find(({ id }) => id === frame.cursor);
	const day = mark ? frame.dayAt(mark.x) : NaN;
	// A mark on the shelf has a place, but no day.
	return day >= start && day < end ? day : (start + end) / 2;
}

function panned(frame: KeyFrame, side: -1 | 1): KeyResult {
	const later = side === (frame.direction === 'ltr' ? 1 : -1);
	const days = spanOf(frame.extent) * KEY_PAN * (later ? 1 : -1);
	return { type: 'extent', extent: keptNear(panBy(frame.extent, days), frame.bounds) };
}

function current(frame: KeyFrame): MarkPlace | undefined {
	const wanted = frame.cursor ?? frame.selected;
	return frame.marks.find((mark) => mark.id === wanted);
}

/** Before any mark is current, every arrow goes to the first one of the first row, in reading order of time. */
function first(frame: KeyFrame): MarkPlace | null {
	const top = Math.min(...frame.marks.map((mark) => mark.y));
	return outermost({ ...frame, marks: frame.marks.filter((mark) => mark.y === top) }, frame.direction === 'ltr' ? -1 : 1);
}

/** Left to right, then by id: marks at one place have one order, so that going there and back ends where it began. */
function byPlace(a: MarkPlace, b: MarkPlace): number {
	return a.x - b.x || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
}

function beside(frame: KeyFrame, side: -1 | 1): MarkPlace | null {
	const here = current(frame);
	if (!here) return first(frame);
	const row = frame.marks.filter((mark) => mark.y === here.y).sort(byPlace);
	return row[row.findIndex((mark) => mark.id === here.id) + side] ?? null;
}

function aboveOrBelow(frame: KeyFrame, side: -1 | 1): MarkPlace | null {
	const here = current(frame);
	if (!here) return first(frame);
	let best: MarkPlace | null = null;
	for (const mark of frame.marks) {
		const rise = (mark.y - here.y) * side;
		if (rise <= 0) continue;
		const bestRise = best ? (best.y - here.y) * side : Infinity;
		if (rise < bestRise || (rise === bestRise && best && Math.abs(mark.x - here.x) < Math.abs(best.x - here.x))) best = mark;
	}
	return best;
}

function outermost(frame: KeyFrame, side: -1 | 1): MarkPlace | null {
	let best: MarkPlace | null = null;
	for (const mark of frame.marks) if (!best || byPlace(mark, best) * side > 0) best = mark;
	return best;
}
