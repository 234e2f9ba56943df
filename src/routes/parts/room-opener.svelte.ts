import type { StageState } from '#lib/presenting/stage-state.ts';

interface OwnRoom {
	readonly token: string;
	readonly key: string;
	readonly address: string;
	/** Other than `all`: only this machine reaches the address, and why. */
	readonly reach?: 'all' | 'listens-here' | 'named-here';
}

interface Told {
	readonly followers: number;
	/** The revision its deck stands at. */
	readonly deck: number;
}

/** Between two moves of the pointer that are told, ms. */
const POINTER_MS = 80;

/** The room a stage is followed in. Its key stays in this browser's session, so a reload goes on moving it. */
export class RoomOpener {
	room = $state.raw<OwnRoom | null>(null);
	/** Those who follow, as last heard; null: not heard. */
	followers = $state<number | null>(null);
	/** The revision of the deck that the server last told of; null: none yet. */
	revision = $state<number | null>(null);
	failed = $state(false);
	readonly #deck: string;
	#told = '';
	#waiting: StageState | null = null;
	#busy = false;
	#passing: ReturnType<typeof setTimeout> | undefined;

	constructor(deck: string) {
		this.#deck = deck;
	}

	/** Takes up the room this browser had open. */
	async resume(): Promise<void> {
		const kept = sessionStorage.getItem(this.#name());
		if (!kept) return;
		const room = (this.room = JSON.parse(kept) as OwnRoom);
		const answer = await fetch(`/api/v1/rooms/${room.token}`).catch(() => null);
		if (answer?.status === 404 && this.room === room) this.#forget();
		else if (answer?.ok && this.room === room) this.#heard((await answer.json()) as Told);
	}

	async open(state: StageState): Promise<void> {
		const answer = await fetch('/api/v1/rooms', {
			method: 'POST',
			headers: { 'content-type': 'application/json' },
			body: JSON.stringify({ deck: this.#deck, state })
		}).catch(() => null);
		this.failed = !answer?.ok;
		if (!answer?.ok) return;
		const opened = (await answer.json()) as OwnRoom & { deck: number };
		this.room = opened;
		this.#heard({ followers: 0, deck: opened.deck });
		sessionStorage.setItem(this.#name(), JSON.stringify(this.room));
	}

	async close(): Promise<void> {
		const { room } = this;
		this.#forget();
		if (room) await fetch(`/api/v1/rooms/${room.token}`, { method: 'DELETE', headers: { 'x-room-key': room.key } }).catch(() => undefined);
	}

	/** Tells the room what is shown. Only the last of many is told; what cannot be told now is told again. */
	tell(state: StageState): void {
		if (!this.room) return;
		this.#waiting = state;
		clearTimeout(this.#passing);
		this.#passing = undefined;
		void this.#send(false);
	}

	/** The same for a pointer that moves: a few times a second, and kept by nobody. */
	point(state: StageState): void {
		if (!this.room) return;
		this.#waiting = state;
		this.#passing ??= setTimeout(() => {
			this.#passing = undefined;
			void this.#send(true);
		}, POINTER_MS);
	}

	async #send(passing: boolean): Promise<void> {
		if (this.#busy || !this.#waiting || !this.room) return;
		const state = this.#waiting;
		this.#waiting = null;
		const text = JSON.stringify(state);
		if (text === this.#told) return;
		this.#busy = true;
		try {
			const answer = await fetch(`/api/v1/rooms/${this.room.token}`, {
				method: 'POST',
				headers: { 'content-type': 'application/json' },
				body: JSON.stringify({ key: this.room.key, state, passing })
			});
			if (answer.status === 404 || answer.status === 403) return this.#forget();
			if (answer.ok) this.#heard((await answer.json()) as Told);
			// The step has been taken out of the deck meanwhile: asking again would change nothing.
			else if (answer.status === 400) void this.resume();
			else throw new Error(String(answer.status));
			this.#told = text;
			this.failed = false;
		} catch {
			// The server is away: the last state is told when it is back.
			this.failed = true;
			this.#waiting ??= state;
			setTimeout(() => void this.#send(false), 1000);
		} finally {
			this.#busy = false;
		}
		if (this.#waiting && !this.failed) void this.#send(passing);
	}

	#heard({ followers, deck }: Told): void {
		this.followers = followers;
		this.revision = deck;
	}

	#forget(): void {
		this.room = null;
		this.followers = null;
		sessionStorage.removeItem(this.#name());
	}

	#name(): string {
		return `accordline room ${this.#deck}`;
	}
}
