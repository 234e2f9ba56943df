import type * as Glide from './interaction/glide.ts';
import { movingRows, ROW_MOVE_MS, rowPlaces, rowsDiffer, type RowPlaces } from './interaction/row-move.ts';
import { widthClassOf } from './interaction/width-classes.ts';
import type { TimelineInput } from './items/item.ts';
import { layoutTimeline, type LayoutOptions } from './layout/layout.ts';
import { DESK_SIZES } from './layout/sizes.ts';
import type { MeasureText } from './layout/text-width.ts';
import { plotWidthOf } from './paint/svg-painter.ts';
import { sameExtent, type Extent } from './scale/extent.ts';
import type { Scene } from './scene.ts';
import { layoutForClass, type StillOptions } from './stills.ts';

/** A wheel has no end: this long after its last turn the page is told. */
const REST_MS = 150;

/** What the component shows at the moment, read anew for every frame. */
export interface Shown {
	readonly input: TimelineInput;
	/** What the page says; `looking` goes before it while a gesture is under way. */
	readonly extent: Extent;
	readonly looking: Extent | null;
	readonly options: Omit<StillOptions, 'extent'>;
}

export interface LiveHooks {
	shown(): Shown;
	/** Sets the local extent (null: as the page says). */
	look(extent: Extent | null): void;
	/** The gesture is over: tell the page. */
	settled(extent: Extent): void;
	paint(scene: Scene, plotWidth: number): void;
	reducedMotion(): boolean;
}

/**
 * The picture in motion: decides what each frame shows, and does all of its work in animation frames. Begins with the very
 * decisions of the server's still and lays out at the real width only after the first gesture or resize, so that nothing jumps.
 */
export class LiveTimeline {
	/** The last scene painted; heads, hits and overlays stand by it. */
	scene = $state.raw<Scene | null>(null);
	plotWidth = $state(0);

	readonly #hooks: LiveHooks;
	#measure: MeasureText | undefined;
	#motion: typeof Glide | null = null;
	#width = 0;
	/** Decide at the real width; before, at that of the width class. */
	#own = false;
	#frame = 0;
	#rest: ReturnType<typeof setTimeout> | undefined;
	/** Row level held while a gesture is under way. */
	#held: number | null = null;
	#laid: {
		readonly shown: Shown;
		readonly width: number;
		readonly own: boolean;
		readonly held: number | null;
		readonly scene: Scene;
	} | null = null;
	#way: { readonly at: (done: number) => Extent; readonly to: Extent; readonly begun: number; readonly tell: boolean } | null = null;
	#rows: { readonly from: RowPlaces; readonly begun: number } | null = null;
	/** The extent last sent up: it comes back as a prop, rounded to what an address can hold, and must not move the picture. */
	#sent: Extent | null = null;
	#last: Extent | null = null;

	constructor(hooks: LiveHooks) {
		this.#hooks = hooks;
	}

	/** Where the view is or is on its way to: what the next key or turn of the wheel starts from. */
	get aim(): Extent {
		const { looking, extent } = this.#hooks.shown();
		return this.#way?.to ?? looking ?? extent;
	}

	get extent(): Extent {
		const { looking, extent } = this.#hooks.shown();
		return looking ?? extent;
	}

	/** Texts are measured from now on (fonts are there); takes effect with the first gesture or resize. */
	measureWith(measure: MeasureText): void {
		this.#measure = measure;
	}

	resize(width: number): void {
		if (width === this.#width || width <= 0) return;
		if (this.#width > 0) this.#own = true;
		this.#width = width;
		this.request();
	}

	request(): void {
		if (this.#frame === 0) this.#frame = requestAnimationFrame((now) => this.draw(now));
	}

	stop(): void {
		cancelAnimationFrame(this.#frame);
		clearTimeout(this.#rest);
		this.#frame = 0;
	}

	/** A step of a gesture. */
	lookAt(extent: Extent): void {
		this.#begin();
		this.#way = null;
		this.#hooks.look(extent);
		this.request();
	}

	/** A wish without a hand on it (keys, double click): go there, and tell the page when at rest. */
	goTo(extent: Extent): void {
		this.#begin();
		this.#setOut(extent, true);
		this.settleSoon();
	}

	settleSoon(): void {
		clearTimeout(this.#rest);
		this.#rest = setTimeout(() => this.settle(), REST_MS);
	}

	/** The gesture has ended: rows may change now, and the page is told. */
	settle(): void {
		clearTimeout(this.#rest);
		// A glide still under way tells at its end.
		if (this.#way) return;
		this.#release();
		const { looking } = this.#hooks.shown();
		if (!looking) return;
		this.#sent = looking;
		this.#hooks.settled(looking);
	}

	/** The page's extent has changed: our own wish coming back, or a new one to glide to. */
	arrive(extent: Extent): void {
		if (this.#last === null || this.#width === 0) {
			this.#last = extent;
			return;
		}
		if (this.#sent && isRounded(this.#sent, extent)) return this.#release();
		this.#sent = null;
		if (sameExtent(this.extent, extent) && sameExtent(this.#last, extent)) return;
		this.#begin();
		this.#hooks.look(this.#last);
		this.#setOut(extent, false);
	}

	/** Another hand (the overview's brush) moves the local extent. */
	follow(extent: Extent | null): void {
		if (!extent || !this.#last || this.#way || sameExtent(extent, this.#last)) return;
		this.#begin();
		this.#sent = extent;
		this.request();
	}

	#begin(): void {
		// The way there is fetched with the first gesture; until it is here, a move is a jump.
		if (!this.#motion) void import('./interaction/glide.ts').then((module) => (this.#motion = module));
		this.#own = true;
		this.#rows = null;
		this.#held ??= this.scene?.level ?? null;
	}

	#release(): void {
		if (this.#held === null) return;
		this.#held = null;
		if (this.scene && !this.#hooks.reducedMotion()) this.#rows = { from: rowPlaces(this.scene), begun: NaN };
		this.request();
	}

	#setOut(to: Extent, tell: boolean): void {
		const at = this.#hooks.reducedMotion() || !this.#motion ? () => to : this.#motion.glide(this.extent, to);
		this.#way = { at, to, begun: NaN, tell };
		this.request();
	}

	/** One frame: where the view is now, its layout, its paint. */
	draw(now: number): void {
		this.#frame = 0;
		if (this.#width === 0) return;
		this.#glideOn(now);
		const scene = this.#layOut();
		this.#last = this.extent;
		const drawn = this.#rowsOn(scene, now);
		this.scene = scene;
		this.#hooks.paint(drawn, this.plotWidth);
	}

	#glideOn(now: number): void {
		if (!this.#way) return;
		if (Number.isNaN(this.#way.begun)) this.#way = { ...this.#way, begun: now };
		const { at, to, begun, tell } = this.#way;
		const done = this.#hooks.reducedMotion() ? 1 : Math.min(1, (now - begun) / (this.#motion?.GLIDE_MS ?? 1));
		this.#hooks.look(at(done));
		if (done < 1) return this.request();
		this.#way = null;
		if (tell) return this.settleSoon();
		this.#hooks.look(sameExtent(to, this.#hooks.shown().extent) ? null : to);
		this.#release();
	}

	#layOut(): Scene {
		const shown = this.#hooks.shown();
		const laid = this.#laid;
		if (laid && isSame(laid.shown, shown) && laid.width === this.#width && laid.own === this.#own && laid.held === this.#held)
			return laid.scene;
		const scene = layoutTimeline(shown.input, this.#layoutOptions(shown));
		this.#laid = { shown, width: this.#width, own: this.#own, held: this.#held, scene };
		return scene;
	}

	#layoutOptions(shown: Shown): LayoutOptions {
		const one = widthClassOf(this.#width);
		const options: StillOptions = { ...shown.options, extent: shown.looking ?? shown.extent };
		this.plotWidth = plotWidthOf(this.#width, one.compact, (options.sizes ?? DESK_SIZES).shelf);
		if (!this.#own) return { ...layoutForClass(one, options), plotWidth: this.plotWidth };
		return {
			...options,
			plotWidth: this.plotWidth,
			compact: one.compact,
			maxHeight: one.compact ? undefined : options.maxHeight,
			...(this.#measure && { measure: this.#measure }),
			...(this.#held !== null && { level: this.#held })
		};
	}

	#rowsOn(scene: Scene, now: number): Scene {
		if (!this.#rows || this.#held !== null) return scene;
		if (Number.isNaN(this.#rows.begun)) {
			if (!rowsDiffer(this.#rows.from, scene)) {
				this.#rows = null;
				return scene;
			}
			this.#rows = { ...this.#rows, begun: now };
		}
		const done = Math.min(1, (now - this.#rows.begun) / ROW_MOVE_MS);
		const drawn = movingRows(this.#rows.from, scene, done);
		if (done < 1) this.request();
		else this.#rows = null;
		return drawn;
	}
}

/** The address holds whole days: what comes back within a day of what was sent is the same wish. */
function isRounded(sent: Extent, back: Extent): boolean {
	return Math.abs(sent.start - back.start) <= 1 && Math.abs(sent.end - back.end) <= 1;
}

function isSame(a: Shown, b: Shown): boolean {
	return a.input === b.input && a.options === b.options && sameExtent(a.looking ?? a.extent, b.looking ?? b.extent);
}
