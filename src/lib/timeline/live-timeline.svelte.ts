import type * as Glide from './interaction/glide.ts';
import { inView } from './interaction/in-view.ts';
import { RowGiver } from './crowd.ts';
import { movingRows, picturedBefore, ROW_MOVE_MS, rowsDiffer, type Before } from './interaction/row-move.ts';
import { widthClassOf } from './interaction/width-classes.ts';
import type { TimelineInput } from './items/item.ts';
import { layoutTimeline, packingFor, type LayoutOptions } from './layout/layout.ts';
import type { Packing } from './layout/packing.ts';
import { wordsWanted } from './layout/words-wanted.ts';
import { DESK_SIZES } from './layout/sizes.ts';
import type { MeasureText } from './layout/text-width.ts';
import { plotWidthOf } from './layout/plot-width.ts';
import { sameExtent, type Extent } from './scale/extent.ts';
import type { Scene } from './scene.ts';
import { layoutForClass, type StillOptions } from './stills.ts';

/** A wheel has no end: this long after its last turn the page is told. */
const REST_MS = 150;
/** The first picture waits so long for its rows; then it is drawn with bars alone. */
const FIRST_ROWS_MS = 20;
/** Rows worked out this many doublings away are given up during a gesture: they would be far too many or far too few. */
const HELD_LEVELS = 3;
/** Words are asked for once the view has stood so long, or so often while it moves. */
const WORDS_MS = 60;

/** What the component shows at the moment, read anew for every frame. */
export interface Shown {
	readonly input: TimelineInput;
	/** What the page says; `looking` goes before it while a gesture is under way. */
	readonly extent: Extent;
	readonly looking: Extent | null;
	readonly options: Omit<StillOptions, 'extent'>;
	/** Rises when words have arrived: what is in view is told anew. */
	readonly words?: number | undefined;
}

export interface LiveHooks {
	shown(): Shown;
	/** Sets the local extent (null: as the page says). */
	look(extent: Extent | null): void;
	/** The gesture is over: tell the page. */
	settled(extent: Extent): void;
	paint(scene: Scene, plotWidth: number): void;
	/** Rows in view, or nearly, whose words are missing. */
	need?(rows: Uint32Array): void;
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
	/** What the scene's numbers mean: while rows are on their way, not yet what the page says. */
	input = $state.raw<TimelineInput | null>(null);

	readonly #hooks: LiveHooks;
	#measure: MeasureText | undefined;
	#motion: typeof Glide | null = null;
	#width = 0;
	/** Decide at the real width; before, at that of the width class. */
	#own = false;
	#frame = 0;
	#rest: ReturnType<typeof setTimeout> | undefined;
	#wordsTimer: ReturnType<typeof setTimeout> | undefined;
	/** Row level held while a gesture is under way. */
	#held: number | null = null;
	/** What the last frame was drawn from: it stands until the rows of what is to come are there. */
	#drawn: { readonly input: TimelineInput; readonly packing: Packing } | null = null;
	#waiting = NaN;
	readonly #rowGiver = new RowGiver(() => this.request());
	#laid: {
		readonly shown: Shown;
		readonly packing: Packing;
		readonly width: number;
		readonly own: boolean;
		readonly scene: Scene;
	} | null = null;
	#way: { readonly at: (done: number) => Extent; readonly to: Extent; readonly begun: number; readonly tell: boolean } | null = null;
	#rows: { readonly from: Before; readonly begun: number } | null = null;
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
		// Narrower than the narrowest still is laid out for, its labels would be cut off.
		if (this.#width > 0 || width < widthClassOf(width).decideAt) this.#own = true;
		this.#width = width;
		this.request();
	}

	/** What is to be drawn has changed: its rows are begun at once, not with the next frame. */
	prepare(): void {
		const shown = this.#hooks.shown();
		if (this.#scenelessAndVast(shown.input)) return;
		if (this.#width === 0) return this.#rowGiver.know(shown.input);
		const wanted = packingFor(shown.input, this.#layoutOptions(shown));
		// Another filter's rows are mostly made with the frame that draws them.
		if (this.#drawn && this.#drawn.input !== shown.input && this.#rowGiver.isVast(shown.input)) return;
		this.#rowGiver.request(shown.input, wanted.level, wanted.options);
	}

	request(): void {
		if (this.#frame === 0) this.#frame = requestAnimationFrame((now) => this.draw(now));
	}

	stop(): void {
		cancelAnimationFrame(this.#frame);
		clearTimeout(this.#rest);
		clearTimeout(this.#wordsTimer);
		this.#rowGiver.stop();
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
		this.#held ??= this.scene?.level ?? null;
	}

	#release(): void {
		if (this.#held === null) return;
		this.#held = null;
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
		const scene = this.#layOut(now);
		if (!scene) return;
		this.#last = this.extent;
		const drawn = this.#rowsOn(scene, now);
		// The old picture stands until the rows of the new one are there.
		const waits = scene === this.scene && drawn === scene && this.input !== this.#hooks.shown().input;
		this.scene = scene;
		if (waits) return;
		this.#hooks.paint(drawn, this.plotWidth);
		this.#wordsTimer ??= setTimeout(() => this.#askForWords(), WORDS_MS);
	}

	#askForWords(): void {
		this.#wordsTimer = undefined;
		const { need } = this.#hooks;
		if (!need || !this.#drawn || !this.scene) return;
		const { input, packing } = this.#drawn;
		const listed = inView(input, this.#hooks.shown().extent).items;
		const rows = input.missingWords([...listed, ...wordsWanted(input, packing, this.scene)]);
		if (rows.length > 0) need(rows);
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

	#layOut(now: number): Scene | null {
		const shown = this.#hooks.shown();
		const options = this.#layoutOptions(shown);
		const found = this.#rowsFor(shown.input, options, now);
		if (!found) return null;
		const laid = this.#laid;
		if (
			laid &&
			isSame(laid.shown, { ...shown, input: found.input }) &&
			laid.width === this.#width &&
			laid.own === this.#own &&
			laid.packing === found.packing
		)
			return laid.scene;
		if (this.scene && this.#drawn?.input === found.input && this.#drawn.packing !== found.packing && !this.#hooks.reducedMotion()) {
			const { packing } = this.#drawn;
			if (packing.level !== found.packing.level || packing.placed.length === 0)
				this.#rows = { from: picturedBefore(this.scene), begun: NaN };
		}
		this.#drawn = found;
		this.input = found.input;
		const scene = layoutTimeline(found.input, { ...options, packing: found.packing });
		this.#laid = { shown: { ...shown, input: found.input }, packing: found.packing, width: this.#width, own: this.#own, scene };
		return scene;
	}

	/** The rows to draw now: those asked for if they are there, else the last ones; null: the first picture waits a little. */
	#rowsFor(input: TimelineInput, options: LayoutOptions, now: number): { input: TimelineInput; packing: Packing } | null {
		const wanted = packingFor(input, options);
		const drawn = this.#drawn;
		if (this.#scenelessAndVast(input)) {
			this.request();
			return { input, packing: this.#rowGiver.barsAlone(input, wanted.level, wanted.options) };
		}
		if (this.#held !== null && drawn?.input === input) {
			const ahead = wanted.level - this.#held;
			const held = this.#rowGiver.packed(input, this.#held, wanted.options);
			if (held && Math.abs(ahead) < HELD_LEVELS) {
				// Meanwhile the rows of where the view is going are made.
				if (ahead !== 0) this.#rowGiver.request(input, wanted.level, wanted.options);
				return { input, packing: held };
			}
			const near = this.#rowGiver.packed(input, wanted.level, wanted.options);
			if (near) this.#held = wanted.level;
			return near ? { input, packing: near } : drawn;
		}
		const soon = drawn && drawn.input !== input ? this.#rowGiver.atOnce(input, wanted.level, wanted.options) : null;
		const packing = soon ?? this.#rowGiver.packed(input, wanted.level, wanted.options);
		if (packing) {
			if (this.#held !== null) this.#held = packing.level;
			this.#waiting = NaN;
			return { input, packing };
		}
		// Where all was bars, the new ones stand at once, and what rows there are among them follows.
		if (drawn && drawn.input !== input && drawn.packing.placed.length === 0 && this.#rowGiver.isVast(input))
			return { input, packing: this.#rowGiver.barsAlone(input, wanted.level, wanted.options) };
		if (drawn) return drawn;
		if (Number.isNaN(this.#waiting)) this.#waiting = now;
		if (now - this.#waiting < FIRST_ROWS_MS) {
			this.request();
			return null;
		}
		return { input, packing: this.#rowGiver.barsAlone(input, wanted.level, wanted.options) };
	}

	#scenelessAndVast(input: TimelineInput): boolean {
		return this.scene === null && this.#rowGiver.isVast(input);
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
			...(this.#measure && { measure: this.#measure })
		};
	}

	#rowsOn(scene: Scene, now: number): Scene {
		if (!this.#rows) return scene;
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
	return a.input === b.input && a.options === b.options && a.words === b.words && sameExtent(a.looking ?? a.extent, b.looking ?? b.extent);
}
