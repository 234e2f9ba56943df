/** `npm run sign-in-link`: a link by which the owner signs in, once, within a quarter of an hour. The server may be running. */
import { createDoor } from '#lib/server/accounts/door.ts';
import { openAddress } from '#lib/server/accounts/open-address.ts';
import { readEnvironment } from '#lib/server/environment.ts';
import { openNamedStore } from './open-named-store.ts';

const { origin, host, port } = readEnvironment(process.env);
const store = await openNamedStore();
try {
	const token = await createDoor(store, Date.now).signInToken();
	console.log(`${openAddress({ origin, host, port: port ?? 3000 })}/sign-in?token=${token}`);
} finally {
	await store.close();
}
