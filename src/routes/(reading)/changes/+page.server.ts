import { titleOf } from '#lib/domain/read-record.ts';
import { changesSince } from '#lib/server/live/changes.ts';

/** Entries shown at once, and records named under each: a seed load touches hundreds. */
const ENTRIES = 50;
const NAMED = 60;

export async function load({ locals, url }) {
	const { store } = locals.context;
	const asked = url.searchParams.get('since');
	const since = asked !== null && /^\d{1,9}$/.test(asked) ? Number(asked) : (locals.seen ?? 0);
	const notices = [];
	for await (const notice of changesSince(store, since, ENTRIES)) {
		const records = [];
		for (const record of notice.records.slice(0, NAMED)) {
			const body = await store.record(record.id);
			records.push({ ...record, title: body ? titleOf(body) : null });
		}
		notices.push({ ...notice, records, more: Math.max(0, notice.count - NAMED) });
	}
	return { since, head: await store.head(), notices: notices.reverse() };
}
