/** `npm run rebuild`: drops every derived table and restores it from the ledger. Stop the server first. */
import { rebuild } from '#lib/server/ledger/rebuild.ts';
import { openNamedStore } from './open-named-store.ts';

const store = await openNamedStore();
try {
	await rebuild(store);
	console.log(`Rebuilt everything from ${await store.head()} entries of the ledger.`);
} finally {
	await store.close();
}
