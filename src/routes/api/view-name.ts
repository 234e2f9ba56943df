import { rowsOf } from '#lib/columns/mask.ts';
import { stripBidi } from '#lib/language/bidi.ts';
import { describeDate } from '#lib/language/describe-date.ts';
import { textIn } from '#lib/language/text-in.ts';
import { moreWordsOf } from '../parts/more-words.ts';
import type { Requested } from './requested.ts';

/** A view in words: in titles of files, link pictures and file names. */
export interface ViewName {
	/** Of one track alone its name, else ''. */
	readonly name: string;
	readonly title: string;
	/** As of when, how many records, on how many of them sources differ. */
	readonly line: string;
	/** ISO instant the data is of: the ledger's, not the clock's. */
	readonly at: string;
}

/** What a view is called, in its language. Its moment is that of the last entry it knows. */
export async function namesOf(
	{ set, mask, view }: Pick<Requested, 'set' | 'mask' | 'view'>,
	{ context, months }: Pick<App.Locals, 'context' | 'months'>
): Promise<ViewName> {
	const { lang: language, cal } = view;
	const { t } = await moreWordsOf(language);
	const at = (await context.store.entry(set.seq))?.at ?? '1970-01-01T00:00:00.000Z';
	const day = stripBidi(describeDate(at.slice(0, 10), { language, calendar: cal[0], months, t, style: 'short' }));
	const [track, ...others] = view.track;
	const name = track !== undefined && others.length === 0 ? textIn(set.names.get(track), language, track).text : '';
	const rows = rowsOf(mask);
	const differing = rows.reduce((sum, row) => sum + ((set.conflicts[row] ?? 0) > 0 ? 1 : 0), 0);
	return {
		name,
		title: stripBidi(name || t('files.title')),
		line: stripBidi(t('files.line', { day, count: rows.length, differing })),
		at
	};
}
