import { rowsOfKind } from '#lib/columns/kind-counts.ts';
import { filterMask } from '#lib/columns/mask.ts';
import { orderRows } from '#lib/columns/order.ts';
import { ROW_KINDS } from '#lib/columns/row.ts';
import { KIND_SEGMENT, RECORD_KINDS, type RecordKind } from '#lib/domain/kinds.ts';
import { ledgerOfPromises, type PromiseLedger } from '#lib/domain/promises.ts';
import { dateOf, titleOf, valueOf } from '#lib/domain/read-record.ts';
import type { RecordBody } from '#lib/domain/record.ts';
import { NO_FILTER } from '#lib/filter/filter.ts';
import { listedAs } from '#lib/server/records/record-answer.ts';
import { sortKey } from '#lib/language/sort-key.ts';
import { textIn } from '#lib/language/text-in.ts';

/** A page of a list; enough to scroll, little enough to answer at once. */
const PAGE = 200;

export async function load({ params, locals, url }) {
	const kind = RECORD_KINDS.find((candidate) => KIND_SEGMENT[candidate] === params.segment) ?? 'event';
	const asked = Math.max(1, Math.floor(Number(url.searchParams.get('page')) || 1));
	const { total, page, bodies } = await pageOf(locals, kind, asked);
	const promises = kind === 'follow-up' ? await promisesOf(locals, bodies) : new Map<string, PromiseOfList>();
	return {
		kind,
		total,
		page,
		pages: Math.max(1, Math.ceil(total / PAGE)),
		records: bodies.map((body) => ({
			id: body.id,
			title: titleOf(body),
			listed: listedAs(body),
			promise: promises.get(body.id) ?? null
		}))
	};
}

/** A follow-up in a list of them: what was promised last, and how it moved. */
interface PromiseOfList {
	readonly status: string | null;
	/** EDTF; null: no date was given. */
	readonly due: string | null;
	readonly ledger: Omit<PromiseLedger, 'steps'>;
}

async function promisesOf({ context }: App.Locals, bodies: readonly RecordBody[]): Promise<Map<string, PromiseOfList>> {
	const claims = Map.groupBy(await context.store.claims(bodies.flatMap((body) => body.claims)), ({ id }) => id);
	const { published } = await context.columns();
	return new Map(
		bodies.map((body) => {
			const own = body.claims.flatMap((id) => claims.get(id) ?? []);
			const { steps: _, ...ledger } = ledgerOfPromises('follow-up', own, (source) => published.get(source));
			return [body.id, { status: valueOf<string>(body, 'status') ?? null, due: dateOf(body, 'due')?.edtf ?? null, ledger }];
		})
	);
}

interface ListPage {
	readonly total: number;
	readonly page: number;
	readonly bodies: readonly RecordBody[];
}

/** Records of a kind by title. Of those that are rows only the page's own are read. */
async function pageOf({ context, language }: App.Locals, kind: RecordKind, asked: number): Promise<ListPage> {
	const number = (ROW_KINDS as readonly string[]).indexOf(kind);
	if (number < 0) {
		const all: { readonly body: RecordBody; readonly key: string }[] = [];
		for await (const body of context.store.records({ kind }))
			all.push({ body, key: sortKey(textIn(titleOf(body), language, body.id).text, language) });
		all.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : a.body.id < b.body.id ? -1 : 1));
		return { total: all.length, page: asked, bodies: cut(all, asked).map(({ body }) => body) };
	}
	const set = await context.columns();
	await context.desk.ranks(set, language);
	const rows = rowsOfKind(set, filterMask(set, NO_FILTER), number);
	const ids = Array.from(cut(orderRows(set, rows, [{ column: 'title', descending: false }], language), asked), (row) => set.id.at(row));
	const bodies = await context.store.recordsById(ids, set.seq);
	return { total: rows.length, page: asked, bodies: ids.flatMap((id) => bodies.get(id) ?? []) };
}

function cut<T extends { slice(from: number, to: number): T }>(list: T, page: number): T {
	return list.slice((page - 1) * PAGE, page * PAGE);
}
