import { columnsToJson } from '#lib/columns/wire.ts';
import { answerRecord } from '#lib/server/records/record-answer.ts';
import { seqAt } from '#lib/server/records/seq-at.ts';
import { watchOf } from '#lib/server/records/watch.ts';
import { changesSince } from '#lib/server/live/changes.ts';

/** Entries looked through for "new since"; further back the count says "at least". */
const MOST_ENTRIES = 500;

export async function load({ locals, url, untrack }) {
	const { context } = locals;
	const { store } = context;
	const asofText = url.searchParams.get('asof');
	const asof = asofText === null ? null : await seqAt(store, asofText);
	const set = await context.columns(asof);
	// The panel's record is the page's own business after the first answer: a change of selection loads nothing here.
	const sel = untrack(() => url.searchParams.get('sel'));
	const found = sel === null ? null : await answerRecord(context, sel, asof ?? undefined);
	const selected = found && 'moved' in found ? await answerRecord(context, found.moved, asof ?? undefined) : found;
	return {
		columns: columnsToJson(set),
		asof,
		answer: selected && 'answer' in selected ? selected.answer : null,
		watch: watchOf(set, context.today(), await newsSince(context, locals.seen ?? 0))
	};
}

async function newsSince({ store }: App.Locals['context'], since: number) {
	const records = new Set<string>();
	let entries = 0;
	for await (const notice of changesSince(store, since, MOST_ENTRIES)) {
		entries++;
		for (const record of notice.records) records.add(record.id);
	}
	return { records: records.size, entries, since, head: await store.head() };
}
