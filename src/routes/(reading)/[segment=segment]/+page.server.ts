import { KIND_SEGMENT, RECORD_KINDS } from '#lib/domain/kinds.ts';
import { conflictsOf, titleOf } from '#lib/domain/read-record.ts';
import { sortKey } from '#lib/language/sort-key.ts';
import { textIn } from '#lib/language/text-in.ts';

/** A page of a list; enough to scroll, little enough to answer at once. */
const PAGE = 200;

export async function load({ params, locals, url }) {
	const kind = RECORD_KINDS.find((candidate) => KIND_SEGMENT[candidate] === params.segment) ?? 'event';
	const { context, language } = locals;
	const records = [];
	for await (const body of context.store.records({ kind })) {
		const title = titleOf(body);
		records.push({
			id: body.id,
			title,
			key: sortKey(textIn(title, language, body.id).text, language),
			conflicts: conflictsOf(body).length
		});
	}
	records.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : a.id < b.id ? -1 : 1));
	const page = Math.max(1, Math.floor(Number(url.searchParams.get('page')) || 1));
	return {
		kind,
		total: records.length,
		page,
		pages: Math.max(1, Math.ceil(records.length / PAGE)),
		records: records.slice((page - 1) * PAGE, page * PAGE).map(({ id, title, conflicts }) => ({ id, title, conflicts }))
	};
}
