/** `npm run sign-in-link`: a link by which the owner signs in, once, within a quarter of an hour. The server may be running. */
import { createDoor } from '#lib/server/accounts/door.ts';
import { readEnvironment } from '#lib/server/environment.ts';
import { openNamedStore } from './open-named-store.ts';

const { origin, host, port } = readEnvironment(process.env);
const store = await openNamedStore();
try {
	const token = await createDoor(store, Date.now).signInToken();
	const address = origin ?? `http://${host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host}:${port ?? 3000}`;
	console.log(`${address}/sign-in?token=${token}`);
} finally {
	await store.close();
}
