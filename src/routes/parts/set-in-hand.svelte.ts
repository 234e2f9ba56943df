import type { ColumnSet } from '#lib/columns/column-set.ts';
import { prepareLinks } from '#lib/encoding/row-links.ts';
import type { Language } from '#lib/language/locales.ts';
import type * as LargeSet from './large-set.ts';

/** How long a search that is being built is left alone before it is asked again. */
const AGAIN_MS = 2000;

/**
 * What a page with a large set gets bit by bit: words of rows in sight, rows that a text finds, ranks of titles. For a small
 * set all of it is there, and nothing here ever asks.
 */
export class SetInHand {
	/** Rises when words have arrived. */
	words = $state(0);
	/** Rises when ranks have arrived. */
	ranks = $state(0);
	/** The search is being built on the server. */
	building = $state(false);
	/** The rows found, and by which text; of another text than asked for they are the last ones known. */
	#hits = $state.raw<{ readonly set: ColumnSet; readonly q: string; readonly rows: Uint8Array } | null>(null);

	readonly #set: () => { readonly set: ColumnSet; readonly asof: number | null };
	readonly #load: () => Promise<typeof LargeSet>;
	#module: Promise<typeof LargeSet> | null = null;
	#loader: LargeSet.WordsLoader | null = null;
	#asking: AbortController | null = null;
	#ranked = new WeakMap<ColumnSet, Set<Language>>();
	#again: ReturnType<typeof setTimeout> | undefined;
	/** The text last asked for, of which set. */
	#asked: { readonly set: ColumnSet; readonly q: string } | null = null;

	/** @param load the code that only a large set needs; called when one is there, which may be after a live change */
	constructor(set: () => { readonly set: ColumnSet; readonly asof: number | null }, load: () => Promise<typeof LargeSet>) {
		this.#set = set;
		this.#load = load;
	}

	#large(): Promise<typeof LargeSet> {
		return (this.#module ??= this.#load());
	}

	need = (rows: Uint32Array): void => {
		if (this.#loader) return this.#loader.need(rows);
		void this.#large()
			.then((large) => {
				this.#loader ??= new large.WordsLoader(this.#set, () => this.words++);
				this.#loader.need(rows);
			})
			.catch(() => undefined);
	};

	/** What the page came with. */
	begin(set: ColumnSet, q: string, rows: Uint8Array | null): void {
		if (rows) this.#hits = { set, q, rows };
	}

	/** The rows a text finds, to filter with: null where the set answers by itself, no text is asked for, or nothing is known yet. */
	hitsFor(set: ColumnSet, q: string): Uint8Array | null {
		if (set.words.complete || q === '') return null;
		const hits = this.#hits;
		return hits?.rows.length === set.count ? hits.rows : null;
	}

	/**
	 * Asks for the rows of a view's text; a later question takes the place of an earlier one.
	 * @param view the keys of the view with this text, `?q=…`
	 */
	ask(q: string, view: string): void {
		const { set } = this.#set();
		if (this.#asking && this.#asked?.set === set && this.#asked.q === q) return;
		clearTimeout(this.#again);
		this.#asking?.abort();
		this.#asking = null;
		this.#asked = { set, q };
		if (set.words.complete || q === '') {
			this.building = false;
			return void (this.#hits = null);
		}
		if (this.#hits?.set === set && this.#hits.q === q) return;
		const asking = (this.#asking = new AbortController());
		void this.#large()
			.then((large) => large.fetchMatches(set, view, asking.signal))
			.then((rows) => {
				if (asking.signal.aborted) return;
				this.#asking = null;
				this.building = rows === null;
				if (rows) this.#hits = { set, q, rows };
				else this.#again = setTimeout(() => this.ask(q, view), AGAIN_MS);
			})
			.catch(() => {
				if (this.#asking === asking) this.#asking = null;
			});
	}

	/** Gets ready what the first search, order or gesture will need. */
	prepare(language: Language): void {
		this.rank(language);
		const { set } = this.#set();
		void prepareLinks(set).then(async () => set.words.complete || (await this.#large()).settle(set));
		// What tells the first filter.
		void import('./FilterChips.svelte');
	}

	/** Asks for the ranks of titles and of dates, once a set and language. */
	rank(language: Language): void {
		const { set, asof } = this.#set();
		const asked = this.#ranked.get(set) ?? new Set();
		if (set.words.complete || asked.has(language)) return;
		this.#ranked.set(set, asked.add(language));
		void this.#large()
			.then(async (large) => {
				const there = await large.fetchRanks(set, 'title', language, asof);
				if (there) this.ranks++;
				else setTimeout(() => asked.delete(language), AGAIN_MS);
				if (await large.fetchRanks(set, 'date', language, asof)) this.ranks++;
			})
			.catch(() => asked.delete(language));
	}
}
