import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Store } from '../storage/store.ts';

/** A room forgets itself after so long. */
const LASTS_MS = 24 * 60 * 60 * 1000;
/** 128 bits: nobody guesses a room. */
const TOKEN_BYTES = 16;

/** What is said in a room, one after the other. `n` grows with each, over restarts of the server too. */
export interface RoomMoment {
	readonly n: number;
	/** What the presenter shows: plain JSON, which the rooms only pass on. */
	readonly state: unknown;
}

/** What those who follow are told: what is shown, that the deck itself reads otherwise now, or that it is over. */
export type RoomNews = RoomMoment | 'deck' | 'ended';

/** Rooms in which people follow a presenter. What is shown is kept, so a restarted server goes on where it was. */
export interface Rooms {
	/** Opens a room on a deck. `key` moves it and is told to the presenter alone. */
	open(deck: string, state: unknown): Promise<{ readonly token: string; readonly key: string }>;
	/** The deck and what is shown now; null when there is no such room, or it has ended. */
	look(token: string): Promise<{ readonly deck: string; readonly now: RoomMoment; readonly followers: number } | null>;
	/**
	 * Shows something else. What is `passing` (a pointer that moves) is told and not kept.
	 * @returns the number who follow; 'no room' or 'not yours' when it cannot.
	 */
	move(token: string, key: string, state: unknown, passing: boolean): Promise<number | 'no room' | 'not yours'>;
	close(token: string, key: string): Promise<'closed' | 'no room' | 'not yours'>;
	/** Tells the listener all that comes. @returns how to stop; null when there is no such room. */
	follow(token: string, listener: (news: RoomNews) => void): Promise<(() => void) | null>;
	/** The steps or the words of a deck are other ones now. */
	deckChanged(deck: string): Promise<void>;
	/** Ends every room on a deck. */
	endAll(deck: string): Promise<void>;
}

interface KeptRoom {
	readonly deck: string;
	readonly keyHash: string;
	readonly until: number;
	readonly now: RoomMoment;
}

interface OpenRoom {
	kept: KeptRoom;
	revision: number;
	readonly listeners: Set<(news: RoomNews) => void>;
	/** Writes go one after the other. */
	writing: Promise<unknown>;
}

/** @param clock ms since 1970 */
export function createRooms(store: Store, clock: () => number): Rooms {
	const open = new Map<string, Promise<OpenRoom | null>>();

	async function read(id: string): Promise<OpenRoom | null> {
		const document = await store.documents.get('room', id);
		return document
			? { kept: document.body as KeptRoom, revision: document.revision, listeners: new Set(), writing: Promise.resolve() }
			: null;
	}

	/** Tokens are kept as hashes: who reads the file follows nobody. */
	async function find(token: string): Promise<{ readonly id: string; readonly room: OpenRoom } | null> {
		const id = hashOf(token);
		let known = open.get(id);
		if (!known) open.set(id, (known = read(id)));
		const room = await known;
		if (!room) {
			open.delete(id);
			return null;
		}
		if (room.kept.until > clock()) return { id, room };
		await end(id, room);
		return null;
	}

	async function end(id: string, room: OpenRoom): Promise<void> {
		open.delete(id);
		await store.documents.delete('room', id);
		for (const listener of room.listeners) listener('ended');
		room.listeners.clear();
	}

	async function keep(id: string, room: OpenRoom): Promise<void> {
		const changed = new Date(clock()).toISOString();
		const revision = await store.documents.put('room', { id, expected: room.revision, changed, body: room.kept });
		if (revision !== null) room.revision = revision;
	}

	return {
		async open(deck, state) {
			const token = randomBytes(TOKEN_BYTES).toString('base64url');
			const key = randomBytes(TOKEN_BYTES).toString('base64url');
			const id = hashOf(token);
			const kept: KeptRoom = { deck, keyHash: hashOf(key), until: clock() + LASTS_MS, now: { n: 1, state } };
			const room: OpenRoom = { kept, revision: 0, listeners: new Set(), writing: Promise.resolve() };
			await keep(id, room);
			open.set(id, Promise.resolve(room));
			return { token, key };
		},
		async look(token) {
			const found = await find(token);
			return found && { deck: found.room.kept.deck, now: found.room.kept.now, followers: found.room.listeners.size };
		},
		async move(token, key, state, passing) {
			const found = await find(token);
			if (!found) return 'no room';
			const { id, room } = found;
			if (!isSame(hashOf(key), room.kept.keyHash)) return 'not yours';
			room.kept = { ...room.kept, now: { n: room.kept.now.n + 1, state } };
			for (const listener of room.listeners) listener(room.kept.now);
			if (!passing) await (room.writing = room.writing.then(() => keep(id, room)));
			return room.listeners.size;
		},
		async close(token, key) {
			const found = await find(token);
			if (!found) return 'no room';
			if (!isSame(hashOf(key), found.room.kept.keyHash)) return 'not yours';
			await end(found.id, found.room);
			return 'closed';
		},
		async follow(token, listener) {
			const found = await find(token);
			if (!found) return null;
			const { listeners, kept } = found.room;
			listener(kept.now);
			listeners.add(listener);
			return () => listeners.delete(listener);
		},
		async deckChanged(deck) {
			for (const known of [...open.values()]) {
				const room = await known;
				if (room?.kept.deck === deck) for (const listener of room.listeners) listener('deck');
			}
		},
		async endAll(deck) {
			// Those nobody has asked for since the start stand in the store alone.
			for (const { id, body } of await store.documents.list('room')) {
				if ((body as KeptRoom).deck !== deck) continue;
				const room = (await open.get(id)) ?? null;
				if (room) await end(id, room);
				else await store.documents.delete('room', id);
			}
		}
	};
}

function hashOf(secret: string): string {
	return createHash('sha256').update(secret).digest('hex');
}

function isSame(a: string, b: string): boolean {
	return timingSafeEqual(Buffer.from(a), Buffer.from(b));
}
