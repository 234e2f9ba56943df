import { columnsFromRecords } from '#lib/columns/from-records.ts';
import { filterMask, rowsOf } from '#lib/columns/mask.ts';
import type { RecordBody } from '#lib/domain/record.ts';
import { LOCALES, type Language } from '#lib/language/locales.ts';
import { createTranslate, loadMessages, loadTransferMessages } from '#lib/language/translate.ts';
import { createLedger } from '#lib/server/ledger/ledger.ts';
import { openStore } from '#lib/server/storage/open-store.ts';
import type { Store } from '#lib/server/storage/store.ts';
import type { ViewFileRequest } from '#lib/server/transfer/briefing/view-file.ts';
import { loadSeeds } from '#lib/server/transfer/load-seeds.ts';
import { dayOf } from '#lib/temporal/epoch-day.ts';
import { defaultView } from '#lib/view/defaults.ts';
import { viewFromUrl } from '#lib/view/from-url.ts';
import { filterOf } from '#lib/view/to-filter.ts';

/** A store that holds the seeds, or those of another folder, written on a fixed day. */
export async function seededStore(folder = 'seeds'): Promise<Store> {
	const store = await openStore('sqlite::memory:');
	const ledger = createLedger(store, { clock: () => Date.UTC(2026, 10, 20, 3, 4, 5), account: 'desk' });
	await loadSeeds({ folder, append: (body) => ledger.append(body) });
	return store;
}

/** The view of an address over a store, on a fixed day, as the routes ask for its files. */
export async function viewFileOf(store: Store, language: Language, address = ''): Promise<ViewFileRequest> {
	const records: RecordBody[] = [];
	for await (const body of store.records({})) records.push(body);
	const set = columnsFromRecords(records, await store.head());
	const { view } = viewFromUrl(new URLSearchParams(address), defaultView(language), []);
	const mask = filterMask(set, filterOf(view));
	const t = createTranslate(language, { ...(await loadMessages(language)), ...(await loadTransferMessages(language)) });
	const reader = { language, calendar: view.cal[0], t, today: dayOf(2026, 11, 22), zone: 'UTC' };
	return {
		store,
		asof: undefined,
		set,
		rows: rowsOf(mask),
		mask,
		language,
		calendar: view.cal[0],
		t,
		title: 'Accordline',
		heading: t('files.title'),
		line: t('files.title'),
		at: '2026-11-20T03:04:05.000Z',
		linkOf: (kind, id) => `http://127.0.0.1:3000/${kind}/${id}`,
		signal: new AbortController().signal,
		formulas: 'guard',
		picture: { set, mask, lanes: view.lanes, extent: view.extent, direction: LOCALES[language].direction, selected: view.sel, reader }
	};
}
