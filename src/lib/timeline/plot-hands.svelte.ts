import type * as Gestures from './interaction/gestures.ts';
import { itemAt } from './interaction/hit-test.ts';
import type { Intent } from './interaction/intent.ts';
import type * as Keyboard from './interaction/keyboard.ts';
import { barAt, daysOfBar, intoBar, isBar, markPlaces, type ItemPlace } from './interaction/places.ts';
import type { TimelineInput } from './items/item.ts';
import { selectedItem } from './layout/layout.ts';
import type { LiveTimeline } from './live-timeline.svelte.ts';
import type { Extent } from './scale/extent.ts';
import { reachOf } from './scale/fit.ts';
import { timeScale, type TimeDirection } from './scale/time-scale.ts';
import type { SceneHit } from './scene.ts';

/** How long a hint stands, and how long a tooltip outlives the pointer's leaving (it may be going to the tooltip). */
const HINT_MS = 1600;
const LINGER_MS = 120;

/** What hands are laid on, read anew for every event. */
export interface Held {
	readonly input: TimelineInput;
	readonly direction: TimeDirection;
	readonly selected: string | null;
	readonly bounds: Extent | undefined;
	readonly embedded: boolean;
	/** Nothing answers before the canvas has taken over. */
	readonly live: boolean;
	/** The shelf stands before the plot's left side. */
	readonly mirrored: boolean;
}

export interface HandHooks {
	held(): Held;
	onintent(intent: Intent): void;
	/** The keyboard has come to a record, or left (null). */
	reached(id: string | null): void;
	showKeys(): void;
	scrollBy(px: number): void;
}

/** DOM events of the plot → gestures and keys → intents; knows what is hovered and where the keyboard is. */
export class PlotHands {
	dragging = $state(false);
	hovered = $state<string | null>(null);
	/** The record the keyboard is on. */
	cursor = $state<string | null>(null);
	/** The wheel was meant for the host page: say which key would zoom. */
	hint = $state(false);

	readonly #engine: LiveTimeline;
	readonly #hooks: HandHooks;
	/** What events mean is fetched when the first hand comes near; until it is here they wait in line. */
	#skills: { readonly gestures: typeof Gestures; readonly keyboard: typeof Keyboard } | null = null;
	#waiting: (() => void)[] | null = null;
	#gesture: Gestures.GestureState | null = null;
	#hintTimer: ReturnType<typeof setTimeout> | undefined;
	#lingerTimer: ReturnType<typeof setTimeout> | undefined;

	constructor(engine: LiveTimeline, hooks: HandHooks) {
		this.#engine = engine;
		this.#hooks = hooks;
	}

	stop(): void {
		clearTimeout(this.#hintTimer);
		clearTimeout(this.#lingerTimer);
	}

	/** Where a record's mark stands, if it is in view. */
	placeOf(id: string | null): ItemPlace | null {
		return id === null ? null : (this.#places().find((place) => place.id === id) ?? null);
	}

	pointer(type: 'down' | 'move' | 'up', e: PointerEvent & { currentTarget: HTMLElement }): void {
		if (type === 'down' && e.pointerType === 'mouse' && e.button !== 0) return;
		const { x, y } = pointOf(e);
		if (type === 'down') {
			e.currentTarget.setPointerCapture(e.pointerId);
			this.cursor = null;
		}
		if (type === 'move' && (this.#gesture?.mode ?? 'idle') === 'idle') {
			this.wake();
			if (e.pointerType === 'mouse') this.hover(this.#idAt(x, y, false));
			return;
		}
		this.#play({ type, pointer: e.pointerId, x, y, at: e.timeStamp, coarse: e.pointerType === 'touch', shift: e.shiftKey });
	}

	/** A hand is near: what it may do is fetched. */
	wake(): void {
		if (this.#waiting) return;
		this.#waiting = [];
		void Promise.all([import('./interaction/gestures.ts'), import('./interaction/keyboard.ts')]).then(([gestures, keyboard]) => {
			this.#skills = { gestures, keyboard };
			for (const act of this.#waiting?.splice(0) ?? []) act();
		});
	}

	cancel(e: PointerEvent): void {
		this.#play({ type: 'cancel', pointer: e.pointerId });
	}

	double(e: MouseEvent & { currentTarget: HTMLElement }): void {
		this.#play({ type: 'double', ...pointOf(e), shift: e.shiftKey });
	}

	wheel(e: WheelEvent & { currentTarget: HTMLElement }): void {
		const control = e.ctrlKey || e.metaKey;
		if (!this.#hooks.held().embedded || control) e.preventDefault();
		this.#play({ type: 'wheel', x: pointOf(e).x, deltaX: e.deltaX, deltaY: e.deltaY, mode: e.deltaMode, shift: e.shiftKey, control });
	}

	key(e: KeyboardEvent & { currentTarget: HTMLElement }): void {
		if (!this.#hooks.held().live || e.target !== e.currentTarget) return;
		const press = { key: e.key, code: e.code, shift: e.shiftKey, control: e.ctrlKey || e.metaKey || e.altKey };
		if (!this.#skills) {
			this.wake();
			this.#waiting?.push(() => void this.#press(press));
			// What scrolls the page elsewhere moves the picture here, also before we know how.
			if (!press.control && /^(Arrow|Page|Home|End| $)/.test(press.key)) e.preventDefault();
		} else if (this.#press(press)) e.preventDefault();
	}

	/** @returns whether the key means something here */
	#press(press: Keyboard.KeyPress): boolean {
		const { direction, selected, bounds } = this.#hooks.held();
		const scale = timeScale(this.#engine.aim, direction);
		const result = this.#skills?.keyboard.keyResult(press, {
			extent: this.#engine.aim,
			direction,
			cursor: this.cursor,
			selected,
			marks: this.#places(),
			dayAt: (x) => scale.toDay(x / this.#engine.plotWidth),
			bounds
		});
		if (!result) return false;
		if (result.type === 'keys') this.#hooks.showKeys();
		else if (result.type === 'extent') this.#engine.goTo(result.extent);
		else if (result.type === 'hover') this.moveCursor(result.id);
		else this.#send(result);
		return true;
	}

	moveCursor(id: string | null): void {
		this.hovered = null;
		this.cursor = id;
		this.#send({ type: 'hover', id });
		this.#hooks.reached(id);
	}

	hover(id: string | null): void {
		clearTimeout(this.#lingerTimer);
		if (id === this.hovered) return;
		if (id === null && !this.dragging) this.#lingerTimer = setTimeout(() => this.#setHovered(null), LINGER_MS);
		else this.#setHovered(id);
	}

	/** The pointer has come to the tooltip: it stays. */
	stay(): void {
		clearTimeout(this.#lingerTimer);
	}

	/** Escape takes the tooltip away at once. */
	dismiss(): void {
		if (this.hovered !== null) this.#setHovered(null);
	}

	/** On the shelf there is nothing to drag: a click selects, a mouse hovers. */
	shelfHover(e: PointerEvent & { currentTarget: HTMLElement }): void {
		if (e.pointerType === 'mouse') this.hover(this.#shelfIdAt(e));
	}

	shelfClick(e: MouseEvent & { currentTarget: HTMLElement }): void {
		const id = this.#shelfIdAt(e);
		if (id !== null) this.#send({ type: 'select', id });
	}

	#setHovered(id: string | null): void {
		this.hovered = id;
		this.#send({ type: 'hover', id });
	}

	/** What is meant for a bar is done here: the page knows records only. Selecting or opening a bar zooms into it. */
	#send(intent: Intent): void {
		if (!('id' in intent) || intent.id === null || !isBar(intent.id)) return this.#hooks.onintent(intent);
		if (intent.type === 'hover') return this.#hooks.onintent({ type: 'hover', id: null });
		const days = daysOfBar(intent.id);
		if (days) this.#engine.goTo(intoBar(days));
	}

	#places(): ItemPlace[] {
		const { scene, plotWidth, input } = this.#engine;
		const { mirrored } = this.#hooks.held();
		return scene && input
			? markPlaces(scene, (index) => input.item(index), plotWidth, mirrored ? -(scene.shelf?.width ?? 0) : plotWidth)
			: [];
	}

	#idAt(x: number, y: number, coarse: boolean): string | null {
		const { scene, plotWidth } = this.#engine;
		return this.#hit(scene?.hits, plotWidth, x, y, coarse) ?? (scene ? barAt(scene, plotWidth, x, y) : null);
	}

	#shelfIdAt(e: MouseEvent & { currentTarget: HTMLElement }): string | null {
		const { x, y } = pointOf(e);
		return this.#hit(this.#engine.scene?.shelf?.hits, 0, x, y, false);
	}

	#hit(hits: readonly SceneHit[] | undefined, width: number, x: number, y: number, coarse: boolean): string | null {
		const item = hits ? itemAt(hits, width, x, y, coarse) : null;
		return item === null ? null : (this.#engine.input?.item(item).id ?? null);
	}

	#play(step: Gestures.GestureInput): void {
		const skills = this.#skills;
		if (!skills) {
			this.wake();
			return void this.#waiting?.push(() => this.#play(step));
		}
		const { input, live, direction, selected, bounds, embedded } = this.#hooks.held();
		if (!live) return;
		const engine = this.#engine;
		const scale = timeScale(engine.extent, direction);
		const result = skills.gestures.gesture(this.#gesture ?? skills.gestures.AT_REST, step, {
			extent: engine.extent,
			dayAt: (x) => scale.toDay(x / engine.plotWidth),
			hit: (x, y, coarse) => this.#idAt(x, y, coarse),
			spanOf: (id) => {
				const item = selectedItem(input, id);
				return isBar(id) ? daysOfBar(id) : item < 0 ? null : reachOf(input.item(item));
			},
			selected,
			bounds,
			embedded
		});
		this.#gesture = result.state;
		this.dragging = result.state.mode === 'drag' || result.state.mode === 'pinch';
		if (this.dragging) this.hover(null);
		if (result.look && result.settle === 'now') engine.goTo(result.look);
		else if (result.look) engine.lookAt(result.look);
		else if (result.settle === 'now') engine.settle();
		if (result.settle === 'soon') engine.settleSoon();
		if (result.scrollBy !== 0) this.#hooks.scrollBy(result.scrollBy);
		if (result.hint) this.#showHint();
		for (const intent of result.intents) {
			if (intent.type !== 'select' || intent.id !== null || selected !== null) this.#send(intent);
		}
	}

	#showHint(): void {
		clearTimeout(this.#hintTimer);
		this.hint = true;
		this.#hintTimer = setTimeout(() => (this.hint = false), HINT_MS);
	}
}

/** px from the left top corner of the element that listens, whatever lies in it under the pointer, and however large it is shown. */
function pointOf(e: MouseEvent & { currentTarget: HTMLElement }): { x: number; y: number } {
	const at = e.currentTarget.getBoundingClientRect();
	const shown = at.width / (e.currentTarget.offsetWidth || at.width || 1);
	// Widths in whole px differ a little without any magnifying.
	const times = Math.abs(shown - 1) < 0.01 ? 1 : shown;
	return { x: (e.clientX - at.left) / times, y: (e.clientY - at.top) / times };
}
