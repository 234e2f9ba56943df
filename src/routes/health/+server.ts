import { json } from '@sveltejs/kit';

/** Whether the store answers, how far the columns are with the ledger, and whether every record is found by its words. Waits for nothing. */
export async function GET({ locals }) {
	const { store, desk } = locals.context;
	const progress = desk.progress();
	const columns = progress === null ? (await desk.columns()).seq : null;
	const { ready, waiting } = desk.search();
	return json(
		{ status: 'ok', seq: await store.head(), columns, progress: progress ?? 1, search: ready ? 'ready' : 'being built', waiting },
		{ headers: { 'cache-control': 'no-store' } }
	);
}
