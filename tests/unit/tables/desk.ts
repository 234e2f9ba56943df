import { buildColumns } from '#lib/columns/build.ts';
import type { ColumnSet } from '#lib/columns/column-set.ts';
import type { Row } from '#lib/columns/row.ts';
import type { Text } from '#lib/domain/text.ts';
import type { Language } from '#lib/language/locales.ts';
import { textIn } from '#lib/language/text-in.ts';
import { createTranslate, loadMessages } from '#lib/language/translate.ts';
import type { CellContext } from '#lib/tables/cells.ts';

const BLANK: Row = {
	...{
		id: '',
		kind: 'agreement',
		subkind: '',
		status: '',
		date: null,
		planned: false,
		conflicts: 0,
		voices: 0,
		conflictPath: '',
		track: ''
	},
	...{ topics: [], actors: [], sources: [], stages: [], title: {}, summary: null, place: null, quantities: [], earlierDates: [] },
	...{ dateVersions: [], previous: '', followsFrom: '', arisesFrom: '', partOf: '', atEvent: '', ordinal: -1 }
};

const NAMES: Readonly<Record<string, Text>> = {
	iran: { en: 'Iran', fa: 'ایران', ru: 'Иран' },
	russia: { en: 'Russia', fa: 'روسیه', ru: 'Россия' },
	ai: { en: 'artificial intelligence' },
	cyber: { en: 'cybersecurity' },
	transit: { en: 'data transit' },
	'wg-5': { en: '5th session' }
};

/** Rows made of what they say; everything else is not reported. */
export function deskOf(...rows: readonly Partial<Row>[]): ColumnSet {
	const names = new Map(Object.entries(NAMES));
	return buildColumns(
		rows.map((row) => ({ ...BLANK, ...row })),
		{ names, spellings: new Map(), published: new Map() },
		1
	);
}

/** 22 November 2026. */
export const TODAY = Date.UTC(2026, 10, 22) / 86_400_000;

export async function readerOf(language: Language): Promise<CellContext> {
	return {
		language,
		calendar: language === 'fa' ? 'persian' : 'gregorian',
		t: createTranslate(language, await loadMessages(language)),
		today: TODAY,
		labelOf: (id) => textIn(NAMES[id], language, id).text
	};
}
