import { error } from '@sveltejs/kit';
import type { ColumnSet } from '#lib/columns/column-set.ts';
import { nameOf } from '#lib/encoding/reader.ts';
import { fieldLabel } from '#lib/language/labels.ts';
import type { ShareChange } from '#lib/server/sharing/changes-since.ts';
import { valueWords } from '#lib/server/transfer/briefing/value-words.ts';
import { defaultView } from '#lib/view/defaults.ts';
import { changesOfShare } from '../api/share-changes.ts';
import { moreWordsOf } from '../parts/more-words.ts';

/** Stands under a share's address only (`/share/TOKEN/changes`). */
export async function load({ locals, url }) {
	if (!locals.share) error(404, { message: 'Not shared', code: 'not-found' });
	const { language, months } = locals;
	const changes = await changesOfShare(locals.share.whole, locals.share.share);
	const [calendar] = defaultView(language).cal;
	const told = await tell(changes.items, await locals.share.whole.columns(), { language, months, calendar: calendarIn(url) ?? calendar });
	return { changes, told, frozen: locals.share.share.frozen, base: locals.share.base };
}

type Calendar = ReturnType<typeof defaultView>['cal'][0];

function calendarIn(url: URL): Calendar | null {
	const asked = url.searchParams.get('cal')?.split(',')[0];
	return asked === 'gregorian' || asked === 'persian' || asked === 'islamic' ? asked : null;
}

/** By record, what is contradicted in words: the field, and each value with who says it. */
async function tell(
	items: readonly ShareChange[],
	set: ColumnSet,
	reader: Pick<App.Locals, 'language' | 'months'> & { readonly calendar: Calendar }
) {
	const { t } = await moreWordsOf(reader.language);
	const title = (id: string) => nameOf(set, id, reader.language);
	return Object.fromEntries(
		items.map(({ id, kind, contradictions = [] }) => [
			id,
			contradictions.map(({ field, versions }) => ({
				field: fieldLabel(t, kind, field),
				versions: versions.map(({ value, voices, isNew }) => ({
					words: valueWords(kind, field, value, title, { ...reader, t }),
					voices: voices.map(title),
					isNew
				}))
			}))
		])
	);
}
