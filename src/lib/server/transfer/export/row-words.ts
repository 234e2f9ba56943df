import { conflictsOf } from '#lib/domain/read-record.ts';
import type { Text } from '#lib/domain/text.ts';
import { shownDate } from '#lib/formats/record-fields.ts';
import { stripBidi } from '#lib/language/bidi.ts';
import { describeDate, describeDoubt } from '#lib/language/describe-date.ts';
import { fieldLabel, kindLabel, recordKindLabel, stageLabel, statusLabel } from '#lib/language/labels.ts';
import { textIn } from '#lib/language/text-in.ts';
import { isoOf } from '#lib/temporal/epoch-day.ts';
import { edgesOf } from '#lib/temporal/edges-of.ts';
import { valueWords } from '../briefing/value-words.ts';
import type { ExportRequest, ExportRow } from './export-rows.ts';

/** A text in the reader's language, as plain letters for a file. */
export function plainIn(text: Text | undefined | null, { language }: Pick<ExportRequest, 'language'>): string {
	return textIn(text, language).text;
}

/** The record's date with its doubt, in the reader's words and calendar. */
export function doubtIn(row: ExportRow, { language, calendar, months, t }: ExportRequest): string {
	const date = shownDate(row.record);
	return date ? stripBidi(describeDoubt(date.edtf, { language, calendar, months, t })) : t('tables.not-dated');
}

/** What of a date only its words tell; '' when it is one plain day. */
export function displayIn(row: ExportRow, { language, calendar, months, t }: ExportRequest): string {
	const date = shownDate(row.record);
	if (!date) return '';
	if (date.words) return textIn(date.words, language).text;
	if (/^-?\d{4}(?:-\d{2}(?:-\d{2})?)?$/u.test(date.edtf) && calendar === 'gregorian') return '';
	return stripBidi(describeDate(date.edtf, { language, calendar, months, t, style: 'long' }));
}

/** A record told in lines, for a calendar's description or a slide's text. */
export function linesOf(row: ExportRow, request: ExportRequest, { withDate }: { withDate: boolean }): string[] {
	const { t } = request;
	const { record } = row;
	const line = (name: string, value: string) => (value ? [stripBidi(t('export.line', { name, value }))] : []);
	const date = shownDate(record);
	const days = date ? edgeDays(date.edtf) : null;
	const words = date?.words && plainIn(date.words, request);
	return [
		...(record.summary ? [plainIn(record.summary, request)] : []),
		...(withDate ? line(t('tables.head.date'), doubtIn(row, request)) : []),
		...(withDate && days?.earliest && days.earliest !== days.latest ? line(t('export.earliest'), days.earliest) : []),
		...(withDate && days?.latest && days.earliest !== days.latest ? line(t('export.latest'), days.latest) : []),
		...(words ? [stripBidi(t('export.said', { words }))] : []),
		...line(t('tables.head.kind'), kindIn(row, request)),
		...line(t('tables.head.status'), statusIn(row, request)),
		...line(t('tables.head.track'), plainIn(record.track, request)),
		...line(t('tables.head.place'), plainIn(record.location, request)),
		...line(t('export.people'), listIn(record.actors, request)),
		...line(t('tables.head.topics'), listIn(record.topics, request)),
		...(row.possibly ? line(t('export.in-view'), t('export.possibly')) : []),
		...line(t('export.differ'), differIn(row, request)),
		...differencesIn(row, request)
	];
}

/** First and last day a date allows, ISO; '' is open or unknown. */
export function edgeDays(edtf: string): { readonly earliest: string; readonly latest: string } {
	const { earliestStart, latestEnd } = edgesOf(edtf);
	return {
		earliest: Number.isFinite(earliestStart) ? isoOf(Math.floor(earliestStart)) : '',
		latest: Number.isFinite(latestEnd) ? isoOf(Math.ceil(latestEnd) - 1) : ''
	};
}

export function kindIn({ record }: ExportRow, { t }: ExportRequest): string {
	return record.subkind ? kindLabel(t, `${record.kind}:${record.subkind}`) : recordKindLabel(t, record.kind);
}

/** An event's or follow-up's status; the furthest stage an agreement is at. */
export function statusIn({ record, row }: ExportRow, { t, set }: ExportRequest): string {
	if (record.kind === 'agreement') {
		const status = set.status.values[set.status.codes[row] ?? -1];
		return status ? stageLabel(t, status) : '';
	}
	return record.status ? statusLabel(t, `${record.kind}:${record.status}`) : '';
}

export function listIn(texts: readonly Text[] | undefined, request: ExportRequest): string {
	return (texts ?? []).map((text) => plainIn(text, request)).join(request.t('common.list-comma'));
}

export function differIn({ body }: ExportRow, { t }: ExportRequest): string {
	const count = conflictsOf(body).length;
	return count > 0 ? stripBidi(t('export.differ-on', { count })) : '';
}

/** What sources differ on, a line a field: each value in words, the shown one first, with who says it. */
export function differencesIn({ body }: ExportRow, request: ExportRequest): string[] {
	const { language, set, t } = request;
	const titleOf = (id: string) => textIn(set.names.get(id), language, id).text;
	return conflictsOf(body).map(({ path, versions }) => {
		const told = versions.map(({ value, voices }) => {
			const by = voices.map(titleOf).join(t('common.list-comma'));
			const words = valueWords(body.kind, path, value, titleOf, request);
			return by ? `${words} [${by}]` : words;
		});
		return stripBidi(t('export.line', { name: t('files.differ', { field: fieldLabel(t, body.kind, path) }), value: told.join(' / ') }));
	});
}
