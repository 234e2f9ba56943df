import { afterEach, beforeEach, expect, test } from 'vitest';
import { roomStream } from '#lib/server/live/room-stream.ts';
import { createRooms, type RoomNews } from '#lib/server/live/rooms.ts';
import { openStore } from '#lib/server/storage/open-store.ts';
import type { Store } from '#lib/server/storage/store.ts';

const HOUR = 3_600_000;
let store: Store;
let now = 0;
const rooms = () => createRooms(store, () => now);

beforeEach(async () => {
	now = Date.UTC(2026, 10, 22);
	store = await openStore('sqlite::memory:');
});
afterEach(() => store.close());

test('who follows is told what is shown now, and all that comes', async () => {
	const all = rooms();
	const { token, key } = await all.open('deck', 'one');
	const heard: unknown[] = [];
	const stop = await all.follow(token, (news) => heard.push(typeof news === 'object' ? news.state : news));
	expect(await all.move(token, key, 'two', false)).toBe(1);
	stop?.();
	expect(await all.move(token, key, 'three', false)).toBe(0);
	expect(heard).toEqual(['one', 'two']);
});

test('only the key of the one who opened it moves or closes a room', async () => {
	const all = rooms();
	const { token } = await all.open('deck', 'one');
	const other = await all.open('deck', 'other');
	expect(await all.move(token, other.key, 'two', false)).toBe('not yours');
	expect(await all.close(token, '')).toBe('not yours');
	expect((await all.look(token))?.now.state).toBe('one');
});

test('after a restart of the server a room shows what it showed, and is moved by the same key', async () => {
	const before = rooms();
	const { token, key } = await before.open('deck', 'one');
	await before.move(token, key, 'two', false);
	const after = rooms();
	expect(await after.look(token)).toEqual({ deck: 'deck', now: { n: 2, state: 'two' }, followers: 0 });
	expect(await after.move(token, key, 'three', false)).toBe(0);
});

test('a pointer that moves is told and not kept', async () => {
	const all = rooms();
	const { token, key } = await all.open('deck', 'one');
	const heard: RoomNews[] = [];
	await all.follow(token, (news) => heard.push(news));
	await all.move(token, key, 'pointing', true);
	expect(heard.at(-1)).toMatchObject({ state: 'pointing' });
	expect((await rooms().look(token))?.now.state).toBe('one');
});

test('a room ends after a day, and when it is closed; those who follow hear it', async () => {
	const all = rooms();
	const first = await all.open('deck', 'one');
	const heard: RoomNews[] = [];
	await all.follow(first.token, (news) => heard.push(news));
	expect(await all.close(first.token, first.key)).toBe('closed');
	expect(heard.at(-1)).toBe('ended');
	expect(await rooms().look(first.token)).toBeNull();
	const second = await all.open('deck', 'one');
	now += 25 * HOUR;
	expect(await all.look(second.token)).toBeNull();
	expect(await store.documents.list('room')).toEqual([]);
});

test('tokens cannot be guessed, and stand in the store as hashes alone', async () => {
	const all = rooms();
	const { token, key } = await all.open('deck', 'one');
	expect(token).toMatch(/^[\w-]{22}$/);
	const kept = JSON.stringify(await store.documents.list('room'));
	expect(kept).not.toContain(token);
	expect(kept).not.toContain(key);
	expect(await all.look(`${token}x`)).toBeNull();
});

test('a stream begins with the present and ends with the room', async () => {
	const all = rooms();
	const { token, key } = await all.open('deck', { step: 'a' });
	const stream = await roomStream(all, token, []);
	expect(stream).not.toBeNull();
	const reading = new Response(stream).text();
	await new Promise((resolve) => setTimeout(resolve));
	await all.move(token, key, { step: 'b' }, false);
	await all.close(token, key);
	const text = await reading;
	expect(text).toContain('id: 1\nevent: state\ndata: {"step":"a"}');
	expect(text).toContain('id: 2\nevent: state\ndata: {"step":"b"}');
	expect(text.endsWith('event: ended\ndata: {}\n\n')).toBe(true);
	expect(await roomStream(all, token, [])).toBeNull();
});

test('when a deck is gone all its rooms are over, those of before a restart too, and other decks’ rooms stay', async () => {
	const before = rooms();
	const unheard = await before.open('deck', 'one');
	const all = rooms();
	const followed = await all.open('deck', 'one');
	const other = await all.open('other', 'one');
	const heard: RoomNews[] = [];
	await all.follow(followed.token, (news) => heard.push(news));
	await all.endAll('deck');
	expect(heard.at(-1)).toBe('ended');
	expect(await all.look(followed.token)).toBeNull();
	expect(await all.look(unheard.token)).toBeNull();
	expect(await all.look(other.token)).not.toBeNull();
});

test('who follows hears that the deck was changed, on the stream too, and who follows another deck does not', async () => {
	const all = rooms();
	const { token, key } = await all.open('deck', 'one');
	const other = await all.open('other', 'one');
	const heard: RoomNews[] = [];
	await all.follow(other.token, (news) => heard.push(news));
	const reading = new Response(await roomStream(all, token, [])).text();
	await new Promise((resolve) => setTimeout(resolve));
	await all.deckChanged('deck');
	await all.close(token, key);
	expect(await reading).toContain('event: deck\ndata: {}\n\n');
	expect(heard.filter((news) => news === 'deck')).toEqual([]);
});
