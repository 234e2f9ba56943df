import type { DateValue, RangeValue } from '#lib/domain/claim.ts';
import { FIELDS, type ValueType } from '#lib/domain/fields.ts';
import type { RecordKind } from '#lib/domain/kinds.ts';
import type { Text } from '#lib/domain/text.ts';
import { stripBidi } from '#lib/language/bidi.ts';
import { describeDoubt } from '#lib/language/describe-date.ts';
import { formatNumber, formatRangeOfNumbers } from '#lib/language/format-number.ts';
import { kindLabel, roleLabel, stageLabel, statusLabel } from '#lib/language/labels.ts';
import { textIn } from '#lib/language/text-in.ts';
import type { ExportRequest } from '../export/export-rows.ts';

/** The type of a field, or of a list's member, by its path (`quantities/concluded/amount`). */
export function typeAt(kind: RecordKind, path: string): ValueType | null {
	const [field = '', , member] = path.split('/');
	const spec = FIELDS[kind][field];
	if (!spec) return null;
	if (spec.shape === 'value') return spec;
	return spec.members[member ?? path.split('/').at(-1) ?? ''] ?? null;
}

/** A value in words for a file: dates with their doubt and as they were said, references by their titles. */
export function valueWords(
	kind: RecordKind,
	path: string,
	value: unknown,
	titleOf: (id: string) => string,
	{ language, calendar, months, t }: Pick<ExportRequest, 'language' | 'calendar' | 'months' | 't'>
): string {
	if (value === null || value === undefined) return t('detail.says-none');
	switch (typeAt(kind, path)?.type) {
		case 'text':
			return textIn(value as Text, language).text;
		case 'date': {
			const date = value as DateValue;
			const words = textIn(date.words, language).text;
			const doubt = stripBidi(describeDoubt(date.edtf, { language, calendar, months, t }));
			return words ? `${doubt} (${stripBidi(t('export.said', { words }))})` : doubt;
		}
		case 'range':
			return stripBidi(formatRangeOfNumbers(value as RangeValue, t, language));
		case 'number':
			return formatNumber(Number(value), language);
		case 'boolean':
			return t(value ? 'detail.yes' : 'detail.no');
		case 'ref':
			return titleOf(String(value));
		case 'enum':
			return enumWords(kind, path, String(value), t);
		default:
			return path.endsWith('role') ? roleLabel(t, String(value)) : String(value);
	}
}

function enumWords(kind: RecordKind, path: string, value: string, t: ExportRequest['t']): string {
	const name = path.split('/').at(-1);
	if (name === 'stage') return stageLabel(t, value);
	if (name === 'status') return statusLabel(t, `${kind}:${value}`);
	return kindLabel(t, `${kind}:${value}`);
}
