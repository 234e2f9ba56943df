import type { ServerContext } from '#lib/server/context.ts';
import { seqAt } from '#lib/server/records/seq-at.ts';
import { badParameter } from './answers.ts';

/** The seq an `asof` asks for (a seq or an ISO instant); null: now. */
export async function asofOf(
	context: ServerContext,
	params: URLSearchParams
): Promise<{ readonly seq: number | null } | { readonly refused: Response }> {
	const text = params.get('asof');
	if (text === null) return { seq: null };
	const seq = await seqAt(context.store, text);
	if (seq === null)
		return { refused: badParameter('asof', text, 'Should be an entry number of the ledger or an instant such as 2026-11-22T12:00:00Z.') };
	return { seq };
}
