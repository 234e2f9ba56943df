import { spanOf, type Extent } from '../scale/extent.ts';
import { ZOOM_LIMITS, panBy, zoomAbout } from '../scale/fit.ts';
import { keptNear, sortedExtent } from './moves.ts';
import type { Intent } from './intent.ts';

/** A press that moved less than this is a click; a finger is given more. CSS px. */
const CLICK_SLOP = 4;
const COARSE_CLICK_SLOP = 10;
/** Two fingers nearer than this say nothing of a span. CSS px. */
const MIN_PINCH = 16;
/** Two taps within this time and distance are a double one (touch screens send no `dblclick` where gestures are ours). */
const DOUBLE_TAP_MS = 350;
const DOUBLE_TAP_PX = 24;
const DOUBLE_CLICK_FACTOR = 2;

/** What a gesture has to know of the picture under it. x and y are CSS px from the plot's top left corner. */
export interface GestureFrame {
	/** The extent on the screen now. */
	readonly extent: Extent;
	/** Which day lies under x: the one place where direction enters. */
	readonly dayAt: (x: number) => number;
	/** The record under the point. */
	readonly hit: (x: number, y: number, coarse: boolean) => string | null;
	/** The days of a record, null without a date. */
	readonly spanOf: (id: string) => Extent | null;
	readonly selected: string | null;
	readonly bounds?: Extent | undefined;
	/** In another page: the wheel belongs to that page unless Ctrl or ⌘ is held. */
	readonly embedded: boolean;
}

export type GestureInput =
	| {
			readonly type: 'down' | 'move' | 'up';
			readonly pointer: number;
			readonly x: number;
			readonly y: number;
			/** Milliseconds on any clock that only goes forward (`e.timeStamp`). */
			readonly at: number;
			readonly coarse: boolean;
			readonly shift: boolean;
	  }
	| { readonly type: 'cancel'; readonly pointer: number }
	| {
			readonly type: 'wheel';
			readonly x: number;
			readonly deltaX: number;
			readonly deltaY: number;
			/** DOM's `deltaMode`: 0 pixels, 1 lines, 2 pages. */
			readonly mode: number;
			readonly shift: boolean;
			/** Ctrl or ⌘; a touchpad's pinch arrives as a wheel with Ctrl. */
			readonly control: boolean;
	  }
	| { readonly type: 'double'; readonly x: number; readonly y: number; readonly shift: boolean };

interface Pointer {
	readonly x: number;
	readonly y: number;
	readonly fromX: number;
	readonly fromY: number;
	/** The day first taken hold of; it follows the pointer. */
	readonly day: number;
}

export interface GestureState {
	readonly pointers: ReadonlyMap<number, Pointer>;
	/** `press`: down, not yet moved far; it may become a click. */
	readonly mode: 'idle' | 'press' | 'drag' | 'pinch';
	readonly lastTap: { readonly x: number; readonly y: number; readonly at: number } | null;
}

/** What a step of a gesture asks for. */
export interface GestureResult {
	readonly state: GestureState;
	/** Draw this extent now. */
	readonly look: Extent | null;
	/** `now`: the gesture has ended, tell the page; `soon`: tell it after a rest (a wheel has no end). */
	readonly settle: 'now' | 'soon' | null;
	readonly intents: readonly Intent[];
	/** Scroll the lanes by this many px, as a drag on a map does. */
	readonly scrollBy: number;
	/** The host page's wheel was meant: leave it alone, and say which key would zoom. */
	readonly hint: boolean;
}

export const AT_REST: GestureState = { pointers: new Map(), mode: 'idle', lastTap: null };

function result(state: GestureState, change: Partial<GestureResult> = {}): GestureResult {
	return { state, look: null, settle: null, intents: [], scrollBy: 0, hint: false, ...change };
}

/** d3-zoom's wheel formula: the power of two to zoom by. Ten times for a touchpad's pinch, whose deltas are small. */
export function wheelPower(deltaY: number, mode: number, control: boolean): number {
	return -deltaY * (mode === 1 ? 0.05 : mode ? 1 : 0.002) * (control && mode === 0 && Math.abs(deltaY) < 50 ? 10 : 1);
}

/** Wheel steps in CSS px, to pan by. */
function wheelPixels(delta: number, mode: number): number {
	return delta * (mode === 1 ? 16 : mode ? 400 : 1);
}

/** One input on one state: no clock, no DOM, nothing kept. */
export function gesture(state: GestureState, input: GestureInput, frame: GestureFrame): GestureResult {
	switch (input.type) {
		case 'wheel':
			return wheel(state, input, frame);
		case 'double':
			return zoomIn(state, input.x, input.shift ? 1 / DOUBLE_CLICK_FACTOR : DOUBLE_CLICK_FACTOR, frame);
		case 'down':
			return down(state, input, frame);
		case 'move':
			return move(state, input, frame);
		case 'up':
			return up(state, input, frame);
		case 'cancel':
			return release(state, input.pointer, frame);
	}
}

function look(extent: Extent, frame: GestureFrame): Extent {
	return keptNear(extent, frame.bounds);
}

function wheel(state: GestureState, input: Extract<GestureInput, { type: 'wheel' }>, frame: GestureFrame): GestureResult {
	if (frame.embedded && !input.control) return result(state, { hint: true });
	// Some systems turn a shifted wheel into a horizontal one by themselves, some leave it to us.
	const sideways =
		input.shift && !input.control ? input.deltaX || input.deltaY : Math.abs(input.deltaX) > Math.abs(input.deltaY) ? input.deltaX : 0;
	if (sideways !== 0 && !input.control) {
		const days = frame.dayAt(wheelPixels(sideways, input.mode)) - frame.dayAt(0);
		return result(state, { look: look(panBy(frame.extent, days), frame), settle: 'soon' });
	}
	if (input.deltaY === 0) return result(state);
	const factor = 2 ** wheelPower(input.deltaY, input.mode, input.control);
	return result(state, { look: look(zoomAbout(frame.extent, frame.dayAt(input.x), factor), frame), settle: 'soon' });
}

function zoomIn(state: GestureState, x: number, factor: number, frame: GestureFrame): GestureResult {
	return result({ ...state, lastTap: null }, { look: look(zoomAbout(frame.extent, frame.dayAt(x), factor), frame), settle: 'now' });
}

type PointerInput = Extract<GestureInput, { type: 'down' | 'move' | 'up' }>;

function down(state: GestureState, input: PointerInput, frame: GestureFrame): GestureResult {
	if (state.pointers.size >= 2) return result(state);
	const pointers = new Map(state.pointers);
	pointers.set(input.pointer, { x: input.x, y: input.y, fromX: input.x, fromY: input.y, day: frame.dayAt(input.x) });
	// The first finger may have moved the picture since: it takes hold anew of what is under it.
	for (const [id, pointer] of pointers) pointers.set(id, { ...pointer, day: frame.dayAt(pointer.x) });
	return result({ ...state, pointers, mode: pointers.size === 2 ? 'pinch' : 'press' });
}

function move(state: GestureState, input: PointerInput, frame: GestureFrame): GestureResult {
	const held = state.pointers.get(input.pointer);
	if (!held) return result(state);
	const moved = { ...held, x: input.x, y: input.y };
	const pointers = new Map(state.pointers).set(input.pointer, moved);
	if (state.mode === 'pinch') return pinch({ ...state, pointers }, frame);
	const slop = input.coarse ? COARSE_CLICK_SLOP : CLICK_SLOP;
	if (state.mode === 'press' && Math.hypot(input.x - held.fromX, input.y - held.fromY) < slop) return result({ ...state, pointers });
	const days = moved.day - frame.dayAt(input.x);
	return result(
		{ ...state, pointers, mode: 'drag' },
		{ look: look(panBy(frame.extent, days), frame), scrollBy: input.coarse ? 0 : held.y - input.y }
	);
}

/** The extent that lays each finger's day under its finger again. */
function pinch(state: GestureState, frame: GestureFrame): GestureResult {
	const [a, b] = [...state.pointers.values()];
	if (!a || !b || Math.abs(a.x - b.x) < MIN_PINCH || a.day === b.day) return result(state);
	const { start } = frame.extent;
	const span = spanOf(frame.extent);
	const placeA = (frame.dayAt(a.x) - start) / span;
	const placeB = (frame.dayAt(b.x) - start) / span;
	const next = (b.day - a.day) / (placeB - placeA);
	// Crossed fingers would turn time round.
	if (!(next > 0)) return result(state);
	const held = Math.min(ZOOM_LIMITS.longest, Math.max(ZOOM_LIMITS.shortest, next));
	const nextStart = a.day - placeA * held;
	return result(state, { look: look({ start: nextStart, end: nextStart + held }, frame) });
}

function up(state: GestureState, input: PointerInput, frame: GestureFrame): GestureResult {
	const held = state.pointers.get(input.pointer);
	if (!held) return result(state);
	if (state.mode !== 'press') return release(state, input.pointer, frame);
	const { lastTap } = state;
	const double =
		input.coarse &&
		lastTap &&
		input.at - lastTap.at < DOUBLE_TAP_MS &&
		Math.hypot(input.x - lastTap.x, input.y - lastTap.y) < DOUBLE_TAP_PX;
	if (double) return zoomIn({ ...AT_REST }, input.x, DOUBLE_CLICK_FACTOR, frame);
	const id = frame.hit(input.x, input.y, input.coarse);
	return result({ ...AT_REST, lastTap: { x: input.x, y: input.y, at: input.at } }, { intents: [selection(id, input, frame)] });
}

function selection(id: string | null, input: PointerInput, frame: GestureFrame): Intent {
	if (!input.shift || frame.selected === null) return { type: 'select', id };
	const from = frame.spanOf(frame.selected);
	const day = frame.dayAt(input.x);
	const to = id === null ? sortedExtent(day, day) : frame.spanOf(id);
	if (!from || !to) return { type: 'select', id: id ?? frame.selected };
	return {
		type: 'select',
		id: id ?? frame.selected,
		range: { start: Math.min(from.start, to.start), end: Math.max(from.end, to.end) }
	};
}

/** A pointer leaves. One that stays takes hold anew, so the picture does not leap when a finger of two is lifted. */
function release(state: GestureState, pointer: number, frame: GestureFrame): GestureResult {
	if (!state.pointers.has(pointer)) return result(state);
	const pointers = new Map(state.pointers);
	pointers.delete(pointer);
	for (const [id, stays] of pointers) pointers.set(id, { ...stays, day: frame.dayAt(stays.x) });
	if (pointers.size > 0) return result({ ...state, pointers, mode: 'drag' });
	return result({ ...AT_REST, lastTap: null }, { settle: state.mode === 'press' ? null : 'now' });
}
