import { afterEach, beforeEach, expect, test } from 'vitest';
import { createDoor } from '#lib/server/accounts/door.ts';
import { openStore } from '#lib/server/storage/open-store.ts';
import type { Store } from '#lib/server/storage/store.ts';

const MINUTE = 60_000;
let store: Store;
let now = 0;
const door = () => createDoor(store, () => now);

beforeEach(async () => {
	now = Date.UTC(2026, 10, 22);
	store = await openStore('sqlite::memory:');
});
afterEach(() => store.close());

test('a sign-in link works once, and gives a session that a restart does not end', async () => {
	const token = await door().signInToken();
	const session = await door().enter(token, 'here');
	expect(await door().accountOf(String(session))).toEqual({ id: 'owner', role: 'owner' });
	expect(await door().enter(token, 'here')).toBeNull();
});

test('two who use one link at once do not both come in', async () => {
	const token = await door().signInToken();
	const both = door();
	const sessions = await Promise.all([both.enter(token, 'here'), both.enter(token, 'there')]);
	expect(sessions.filter((session) => session !== null)).toHaveLength(1);
});

test('a link is too old after a quarter of an hour, a session after thirty days', async () => {
	const own = door();
	const old = await own.signInToken();
	now += 16 * MINUTE;
	expect(await own.enter(old, 'here')).toBeNull();
	const session = String(await own.enter(await own.signInToken(), 'here'));
	now += 29 * 24 * 60 * MINUTE;
	expect(await own.accountOf(session)).not.toBeNull();
	now += 2 * 24 * 60 * MINUTE;
	expect(await own.accountOf(session)).toBeNull();
});

test('who signs out is out, and no other session is', async () => {
	const own = door();
	const [one, other] = [String(await own.enter(await own.signInToken(), 'a')), String(await own.enter(await own.signInToken(), 'b'))];
	await own.leave(one);
	expect([await own.accountOf(one), await own.accountOf(other)]).toEqual([null, { id: 'owner', role: 'owner' }]);
});

test('who guesses too often is told to wait ten minutes; others are not, and the right link lets in whoever shares that address', async () => {
	const own = door();
	for (let guess = 0; guess < 10; guess++) expect(await own.enter(`guess ${guess}`, 'bad')).toBeNull();
	expect(await own.enter('guess again', 'bad')).toBe('throttled');
	expect(await own.enter('guess', 'good')).toBeNull();
	expect(await own.accountOf(String(await own.enter(await own.signInToken(), 'bad')))).toEqual({ id: 'owner', role: 'owner' });
	now += 11 * MINUTE;
	expect(await own.enter('guess again', 'bad')).toBeNull();
	expect(await own.enter(await own.signInToken(), 'good')).not.toBe('throttled');
});

test('the store holds hashes, and nothing that opens the door', async () => {
	const own = door();
	const token = await own.signInToken();
	const session = String(await own.enter(await own.signInToken(), 'here'));
	const kept = JSON.stringify([await store.documents.list('sign-in'), await store.documents.list('session')]);
	expect(kept).not.toContain(token);
	expect(kept).not.toContain(session);
});
