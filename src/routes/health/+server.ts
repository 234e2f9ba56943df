import { json } from '@sveltejs/kit';

/** Whether the store answers, and how far the columns are with the ledger. */
export async function GET({ locals }) {
	const [head, set] = await Promise.all([locals.context.store.head(), locals.context.columns()]);
	return json({ status: 'ok', seq: head, columns: set.seq }, { headers: { 'cache-control': 'no-store' } });
}
