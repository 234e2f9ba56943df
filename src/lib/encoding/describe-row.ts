import type { ColumnSet } from '#lib/columns/column-set.ts';
import { shownDate } from '#lib/columns/known-order.ts';
import { shiftRange } from '#lib/domain/date-shift.ts';
import type { Text } from '#lib/domain/text.ts';
import { describeDate } from '#lib/language/describe-date.ts';
import { formatNumber } from '#lib/language/format-number.ts';
import { recordKindLabel, statusLabel } from '#lib/language/labels.ts';
import { textIn } from '#lib/language/text-in.ts';
import { isNotReported } from './mark.ts';
import { movedWords, orderWords } from './promise-words.ts';
import { textFor, type Reader } from './reader.ts';

/** The shown date of a row in the reader's words and calendar; null when undated, or while its words are on their way. */
export function dateWords(set: ColumnSet, row: number, reader: Reader, style: 'long' | 'short'): string | null {
	const date = shownDate(set, row);
	if (!date || Number.isNaN(set.earliestStart[row])) return null;
	return describeDate(date.edtf, { ...reader, style });
}

/** Where a row is known to stand beside others: "after “Ministers meet”, same year". */
export function knownOrderOf(set: ColumnSet, row: number, reader: Reader): string[] {
	if (set.orders.length === 0) return [];
	return set.orders
		.filter((order) => order.row === row)
		.map((order) => {
			const title = set.words.of(set.id.rowOf(order.of))?.title;
			return orderWords(reader.t, order, textIn(title, reader.language, order.of).text);
		});
}

/** Where it was or is to be; null when not reported. */
export function placeOf(set: ColumnSet, row: number): Text | null {
	return set.places[set.place.codes[row] ?? -1] ?? null;
}

/** What stands in 400 beside a mark's name: place and date, or the state in words. */
export function detailOf(set: ColumnSet, row: number, reader: Reader): string {
	const { t } = reader;
	const parts: string[] = [];
	const planned = set.planned[row] === 1;
	const place = textFor(placeOf(set, row), reader);
	const date = dateWords(set, row, reader, 'short');
	if ((set.conflicts[row] ?? 0) > 0) {
		parts.push(t('detail.sources-differ'));
	} else {
		if (place) parts.push(place);
		if (set.kind[row] === 2) parts.push(recordKindLabel(t, 'follow-up').toLocaleLowerCase(reader.language));
		else if (planned)
			parts.push(
				isNotReported(set, row, reader.today) ? t('detail.not-reported') : t(set.kind[row] === 1 ? 'detail.proposed' : 'detail.planned')
			);
		else if (date) parts.push(date);
	}
	return parts.join(t('common.list-comma'));
}

/** "moved twice, 10 months later than first said": of a date that was said otherwise before. */
function movedOf(set: ColumnSet, row: number, { t, today }: Reader): string[] {
	const { date = null, earlierDates = [] } = set.words.of(row) ?? {};
	const first = earlierDates.at(-1);
	if (!date || !first) return [];
	return [movedWords(t, { moves: earlierDates.length, laterBy: shiftRange(first, date), lastWord: null, closed: true }, today)];
}

/** One sentence for screen readers and the tooltip: kind, state, date in words with its doubt, sources that differ. */
export function sentenceOf(set: ColumnSet, row: number, reader: Reader): string {
	const { t, language } = reader;
	const kind = (['event', 'agreement', 'follow-up'] as const)[set.kind[row] ?? 0] ?? 'event';
	const status = set.status.values[set.status.codes[row] ?? -1];
	const parts = [recordKindLabel(t, kind)];
	if (isNotReported(set, row, reader.today)) parts.push(t('detail.not-reported'));
	else if (status) parts.push(statusLabel(t, status));
	parts.push(dateWords(set, row, reader, 'long') ?? t('detail.undated'));
	parts.push(...knownOrderOf(set, row, reader), ...movedOf(set, row, reader));
	const said = textFor(set.words.of(row)?.date?.words, reader);
	if (said) parts.push(t('detail.in-the-words', { words: said }));
	const place = textFor(placeOf(set, row), reader);
	if (place) parts.push(place);
	const differing = set.conflicts[row] ?? 0;
	if (differing > 0) parts.push(t('detail.fields-differ', { count: differing }));
	const sources = (set.sources.offsets[row + 1] ?? 0) - (set.sources.offsets[row] ?? 0);
	parts.push(t('detail.source-count', { count: sources, shown: formatNumber(sources, language) }));
	return parts.join(t('common.list-comma'));
}
