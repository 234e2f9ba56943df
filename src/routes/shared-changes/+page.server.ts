import { error } from '@sveltejs/kit';
import { dateOf } from '#lib/domain/read-record.ts';
import type { Version } from '#lib/domain/record.ts';
import { nameOf } from '#lib/encoding/reader.ts';
import { describeDate } from '#lib/language/describe-date.ts';
import { fieldLabel } from '#lib/language/labels.ts';
import type { ServerContext } from '#lib/server/context.ts';
import { MOST_SHARED } from '#lib/server/sharing/limit-context.ts';
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
	if ('refused' in changes) {
		if (changes.refused === 'being-built')
			error(503, { message: 'Search is being built. Ask again in a few seconds.', code: 'search-being-built' });
		const { t } = await moreWordsOf(language);
		error(409, { message: t('sharing.too-many', { count: changes.count, most: MOST_SHARED }), code: 'too-many-records' });
	}
	const [calendar] = defaultView(language).cal;
	const told = await tell(changes.items, locals.share.whole, { language, months, calendar: calendarIn(url) ?? calendar });
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
	{ store, columns }: ServerContext,
	reader: Pick<App.Locals, 'language' | 'months'> & { readonly calendar: Calendar }
) {
	const { t } = await moreWordsOf(reader.language);
	const set = await columns();
	const title = (id: string) => nameOf(set, id, reader.language);
	const told = await store.claims(
		items.flatMap(({ contradictions = [] }) => contradictions.flatMap(({ versions }) => versions.flatMap((version) => version.claims)))
	);
	const sources = await store.recordsById([...new Set(told.map(({ source }) => source))]);
	/** Who says it, and on which day what they said was published. */
	const sayings = ({ claims, voices }: Version) => {
		const said = told.filter(({ id }) => claims.includes(id));
		return voices.map((voice) => {
			const days = said.flatMap(({ source, said_by: speaker }) => {
				const body = (speaker ?? source) === voice || voices.length === 1 ? sources.get(source) : undefined;
				const day = body && dateOf(body, 'published')?.edtf;
				return day ? [describeDate(day, { ...reader, t, style: 'short' })] : [];
			});
			return { name: title(voice), days: [...new Set(days)] };
		});
	};
	return Object.fromEntries(
		items.map(({ id, kind, contradictions = [] }) => [
			id,
			contradictions.map(({ field, versions }) => ({
				field: fieldLabel(t, kind, field),
				versions: versions.map((version) => ({
					words: valueWords(kind, field, version.value, title, { ...reader, t }),
					voices: sayings(version),
					isNew: version.isNew
				}))
			}))
		])
	);
}
