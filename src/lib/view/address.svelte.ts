import { afterNavigate, beforeNavigate, goto, pushState, replaceState } from '$app/navigation';
import { onMount } from 'svelte';
import type { AddressProblem } from './from-url.ts';
import { historyAct, needsLoad, type HistoryAct } from './history-policy.ts';
import { hrefOf, pathOf, viewFromHref } from './href.ts';
import type { ViewState } from './view-state.ts';

/** Milliseconds between two writes while panning; browsers refuse more than about a hundred in thirty seconds. */
const WRITE_AFTER = 400;

export interface AddressOptions {
	/** The page's address: `page.url`. Read again from the browser wherever there is one. */
	readonly url: URL;
	/** What the reader starts from; asked again each time, so it may follow their settings. */
	readonly base: () => ViewState;
	/** Keys that are not the view's: kept when the address is written, never reported. */
	readonly passThrough?: readonly string[];
}

/**
 * The view and the address bar as one thing. Make it while a page component is being set up.
 *
 * Most changes are shallow (`pushState`, `replaceState`): nothing is loaded. Kit does not move `page.url` along with
 * those, and on Back to one of them it loads for the URL the page had, so the browser's own `location` is what is read,
 * after every navigation and every `popstate`. A `load` may therefore depend on `lang`, `asof` and `published` only:
 * a change of those goes through `goto`.
 */
export class Address {
	#view = $state.raw<ViewState>() as ViewState;
	#problems = $state.raw<readonly AddressProblem[]>([]);
	readonly #options: AddressOptions;
	/** Where the page lives; an address elsewhere is not ours to read. */
	readonly #path: string;
	/** A replace not yet written. */
	#timer: ReturnType<typeof setTimeout> | undefined;
	/** A `goto` under way, how many there were, and whether the view was changed while it ran. */
	#loading = false;
	#loads = 0;
	#changedWhileLoading = false;

	constructor(options: AddressOptions) {
		this.#options = options;
		this.#path = options.url.pathname;
		this.#read(this.#current());
		afterNavigate(() => this.#readLocation());
		// The picture left behind is the one Back returns to. A popstate has changed the address already: too late to write.
		beforeNavigate(({ type }) => (type === 'popstate' ? this.#dropPending() : this.#writePending()));
		onMount(() => {
			const onPop = () => {
				this.#dropPending();
				this.#readLocation();
			};
			addEventListener('popstate', onPop);
			return () => {
				removeEventListener('popstate', onPop);
				this.#dropPending();
			};
		});
	}

	/** What the reader looks at. */
	get view(): ViewState {
		return this.#view;
	}

	/** What the address asked for in vain, for a notice; empty again after the next navigation. */
	get problems(): readonly AddressProblem[] {
		return this.#problems;
	}

	/**
	 * Looks at something else. The history follows `historyAct`; `act` overrules it, such as `replace` for a selection that
	 * merely follows the keyboard.
	 */
	set(patch: Partial<ViewState>, act?: Exclude<HistoryAct, 'none'>): void {
		const before = this.#view;
		const after = { ...before, ...patch };
		const how = historyAct(before, after);
		if (how === 'none') return;
		this.#view = after;
		if (needsLoad(before, after)) void this.#load(before, after, act ?? how);
		else if (this.#loading) this.#changedWhileLoading = true;
		else if ((act ?? how) === 'replace') this.#writeSoon();
		else {
			// A pan not yet written belongs to the entry we are leaving.
			this.#writePending(before);
			pushState(this.#hrefOf(after), {});
		}
	}

	/** The address of this view with a change, for links. */
	href(patch: Partial<ViewState> = {}): string {
		return this.#hrefOf({ ...this.#view, ...patch });
	}

	async #load(before: ViewState, after: ViewState, act: HistoryAct): Promise<void> {
		this.#writePending(before);
		const load = ++this.#loads;
		this.#loading = true;
		try {
			await goto(this.#hrefOf(after), { noScroll: true, keepFocus: true, replaceState: act === 'replace' });
		} catch {
			// Overtaken by a later navigation, or held back by a guard: the address says what holds.
		}
		if (load !== this.#loads) return;
		this.#loading = false;
		if (this.#changedWhileLoading) this.#writeSoon();
		else this.#readLocation();
		this.#changedWhileLoading = false;
	}

	#writeSoon(): void {
		this.#timer ??= setTimeout(() => this.#writePending(), WRITE_AFTER);
	}

	#writePending(view = this.#view): void {
		if (this.#timer === undefined) return;
		this.#dropPending();
		replaceState(this.#hrefOf(view), {});
	}

	#dropPending(): void {
		clearTimeout(this.#timer);
		this.#timer = undefined;
	}

	/** The browser's address; on the server, the page's. */
	#current(): string {
		return typeof location === 'undefined' ? this.#options.url.href : location.href;
	}

	#readLocation(): void {
		const href = this.#current();
		if (pathOf(href) === this.#path && !this.#changedWhileLoading) this.#read(href);
	}

	#read(href: string): void {
		const { view, problems } = viewFromHref(href, this.#options.base(), this.#options.passThrough);
		this.#view = view;
		this.#problems = problems;
	}

	#hrefOf(view: ViewState): string {
		return hrefOf(this.#path, view, this.#options.base(), this.#current(), this.#options.passThrough);
	}
}
