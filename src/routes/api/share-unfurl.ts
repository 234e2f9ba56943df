import { GONE, type ColumnSet } from '#lib/columns/column-set.ts';
import { stripBidi } from '#lib/language/bidi.ts';
import { formatDay, formatMonth } from '#lib/language/format-day.ts';
import { formatNumber } from '#lib/language/format-number.ts';
import { textIn } from '#lib/language/text-in.ts';
import type { Share } from '#lib/server/sharing/shares.ts';
import { civilIn, hasBegun } from '#lib/temporal/calendars.ts';
import { drawnDay } from '#lib/temporal/drawn-days.ts';
import { defaultView } from '#lib/view/defaults.ts';
import { viewFromUrl } from '#lib/view/from-url.ts';
import { moreWordsOf } from '../parts/more-words.ts';

/** So many names stand in a title before it says how many more there are. */
const NAMES_TOLD = 3;
const KINDS = ['sharing.holds-events', 'sharing.holds-agreements', 'sharing.holds-follow-ups'] as const;

/** What a link says of itself where it is passed on. Plain text, in the language the view was given in. */
export interface Unfurled {
	readonly title: string;
	/** What the view holds: span, counts, where sources differ, as of when. */
	readonly description: string;
	readonly picture: string;
}

/** @param set the records of the share, and no others */
export async function unfurl(share: Share, set: ColumnSet): Promise<Unfurled> {
	const { language } = share;
	const { t } = await moreWordsOf(language);
	const title = stripBidi(share.name || (await askedFor(share, set)));
	const counts: [number, number, number] = [0, 0, 0];
	let [differing, undated, total] = [0, 0, 0];
	for (let row = 0; row < set.count; row++) {
		const kind = set.kind[row]!;
		if (kind === GONE) continue;
		total++;
		counts[kind]!++;
		if ((set.conflicts[row] ?? 0) > 0) differing++;
		if (Number.isNaN(set.earliestStart[row])) undated++;
	}
	const span = spanOf(set, share);
	const parts = [
		...(span === null ? [] : [span]),
		...(total === 0 ? [t('sharing.holds-nothing')] : []),
		...KINDS.flatMap((key, kind) => (counts[kind] ? [t(key, { count: counts[kind] })] : [])),
		...(undated > 0 ? [t('sharing.holds-undated', { count: undated })] : []),
		...(differing > 0 ? [t('sharing.holds-differing', { count: differing })] : []),
		share.frozen
			? t('common.shared-frozen', {
					day: formatDay(share.today, { language, calendar: share.calendar, style: 'short', months: share.months }),
					seq: formatNumber(share.seq, language)
				})
			: t('common.shared-live')
	];
	return { title, description: stripBidi(parts.join(' · ')), picture: stripBidi(t('sharing.picture-of', { title })) };
}

/** What a nameless view asks for: tracks, topics, people and words; of all there is, that it is a timeline. */
export async function askedFor(
	{ view: query, language }: Pick<Share, 'view' | 'language'>,
	set: Pick<ColumnSet, 'names'>
): Promise<string> {
	const { t } = await moreWordsOf(language);
	const { view } = viewFromUrl(new URLSearchParams(query), defaultView(language));
	const names = [...view.track, ...view.topic, ...view.actor].map((id) => textIn(set.names.get(id), language, id).text);
	if (view.q !== '') names.push(language === 'en' ? `“${view.q}”` : `«${view.q}»`);
	if (names.length === 0) return t('files.title');
	const told = names.slice(0, NAMES_TOLD).join(language === 'ar' || language === 'fa' ? '، ' : ', ');
	return stripBidi(names.length > NAMES_TOLD ? t('sharing.holds-more', { names: told, count: names.length - NAMES_TOLD }) : told);
}

/** "Oct 2024 – Jun 2027", from the first day any record may have begun to the last it may have ended; null: none is dated. */
function spanOf(set: ColumnSet, { language, calendar, months }: Share): string | null {
	let [first, last] = [Infinity, -Infinity];
	for (let row = 0; row < set.count; row++) {
		if (set.kind[row] === GONE) continue;
		for (const edge of [set.earliestStart[row]!, set.latestStart[row]!, set.earliestEnd[row]! - 1, set.latestEnd[row]! - 1]) {
			if (!Number.isFinite(edge)) continue;
			first = Math.min(first, edge);
			last = Math.max(last, edge);
		}
	}
	if (first > last) return null;
	const [from, to] = [first, last].map((edge) => {
		const day = Math.floor(drawnDay(edge));
		const told = hasBegun(calendar, day) ? calendar : 'gregorian';
		return formatMonth(civilIn(told, day), { language, calendar: told, width: 'short', months });
	});
	return from === to ? from! : `${from} – ${to}`;
}
