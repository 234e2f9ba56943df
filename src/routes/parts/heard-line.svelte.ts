import { LOCALES, type Language } from '#lib/language/locales.ts';

/** A line that says nothing for so long is taken for dead, and opened anew. */
const SILENT_MS = 45_000;
/** Between two tries of a line the browser has given up, ms. */
const AGAIN_MS = 3000;

/** A line of events that knows when it last heard from the server. It comes back after the server or the network has. */
export class HeardLine {
	/** Connected, and heard from lately. */
	live = $state(false);
	/** ms since 1970; null: never yet. */
	heardAt = $state<number | null>(null);
	readonly #address: string;
	readonly #events: Readonly<Record<string, (data: string) => void>>;
	readonly #refused: () => void;
	#source: EventSource | null = null;
	#again: ReturnType<typeof setTimeout> | undefined;
	#stopped = false;

	/**
	 * @param events what to do with each kind of event; `beat` needs none: it only says that the line lives
	 * @param refused called when an answer was no stream: the server may be gone, or what was listened to
	 */
	constructor(address: string, events: Readonly<Record<string, (data: string) => void>>, refused: () => void = () => undefined) {
		this.#address = address;
		this.#events = events;
		this.#refused = refused;
	}

	/** @returns how to hang up. */
	open(): () => void {
		this.#connect();
		const watch = setInterval(() => {
			if (this.heardAt !== null && Date.now() - this.heardAt > SILENT_MS && this.#again === undefined) this.#connect();
		}, SILENT_MS / 3);
		return () => {
			this.#stopped = true;
			clearInterval(watch);
			clearTimeout(this.#again);
			this.#source?.close();
			this.live = false;
		};
	}

	/** When it was last heard from, as the reader writes the time of day. */
	timeIn(language: Language): string {
		return this.heardAt === null
			? ''
			: new Intl.DateTimeFormat(LOCALES[language].tag, { hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' }).format(
					this.heardAt
				);
	}

	#connect(): void {
		clearTimeout(this.#again);
		this.#again = undefined;
		this.#source?.close();
		if (this.#stopped) return;
		const source = (this.#source = new EventSource(this.#address));
		const heard = (): void => {
			this.live = true;
			this.heardAt = Date.now();
		};
		source.onopen = heard;
		source.addEventListener('beat', heard);
		for (const [name, take] of Object.entries(this.#events))
			source.addEventListener(name, (e: MessageEvent<string>) => {
				heard();
				take(e.data);
			});
		source.onerror = () => {
			this.live = false;
			// The browser tries again by itself, unless the answer was no stream at all.
			if (source.readyState !== EventSource.CLOSED) return;
			this.#again ??= setTimeout(() => this.#connect(), AGAIN_MS);
			this.#refused();
		};
	}
}
