import { KIND_SEGMENT, type RecordKind } from '#lib/domain/kinds.ts';
import type { DateValue, RangeValue } from '#lib/domain/claim.ts';
import { FIELDS, type ValueType } from '#lib/domain/fields.ts';
import type { Text } from '#lib/domain/text.ts';
import type { Reader } from '#lib/encoding/reader.ts';
import { describeDate } from '#lib/language/describe-date.ts';
import { formatNumber, formatRangeOfNumbers } from '#lib/language/format-number.ts';
import { fieldLabel, kindLabel, roleLabel, stageLabel, statusLabel } from '#lib/language/labels.ts';
import { textIn } from '#lib/language/text-in.ts';
import type { Mention, RecordAnswer } from '#lib/server/records/record-answer.ts';

/** Names of everything an answer mentions. */
export type Mentions = Readonly<Record<string, Mention>>;

export function addressOf(kind: RecordKind, id: string): string {
	return `/${KIND_SEGMENT[kind]}/${encodeURIComponent(id)}`;
}

/** A text in the reader's language with the language it really is in, for `lang` and isolation. */
export function reading(text: Text | undefined | null, reader: Reader, otherwise = ''): { text: string; language: string } {
	return textIn(text, reader.language, otherwise);
}

export function mentionTitle(mentions: Mentions, id: string, reader: Reader): string {
	const mention = mentions[id];
	return mention ? textIn(mention.title, reader.language, id).text : id;
}

/** The type of a field, or of a list's member, by its path (`quantities/concluded/amount`). */
export function typeAt(kind: RecordKind, path: string): ValueType | null {
	const [field = '', , member] = path.split('/');
	const spec = FIELDS[kind][field];
	if (!spec) return null;
	if (spec.shape === 'value') return spec;
	const name = spec.shape === 'group' ? path.split('/').at(-1) : (member ?? path.split('/').at(-1));
	return spec.members[name ?? ''] ?? null;
}

/** A date in words, with its doubt: long form in the reader's calendar. */
export function dateInWords(date: DateValue, reader: Reader, style: 'long' | 'short' = 'long'): string {
	return describeDate(date.edtf, { ...reader, style });
}

/** A value in words; references by their titles. Never a bare id where a name is known. */
export function valueInWords(type: ValueType | null, value: unknown, mentions: Mentions, reader: Reader, field = ''): string {
	if (value === null) return reader.t('detail.says-none');
	switch (type?.type) {
		case 'text':
			return reading(value as Text, reader).text;
		case 'string':
			if (field.endsWith('.role')) return roleLabel(reader.t, String(value));
			return field.endsWith('.language') ? languageName(String(value), reader) : String(value);
		case 'date':
			return dateInWords(value as DateValue, reader);
		case 'range':
			return formatRangeOfNumbers(value as RangeValue, reader.t, reader.language);
		case 'number':
			return formatNumber(Number(value), reader.language);
		case 'boolean':
			return reader.t(value ? 'detail.yes' : 'detail.no');
		case 'ref':
			return mentionTitle(mentions, String(value), reader);
		case 'enum':
			return enumInWords(field, String(value), reader);
		default:
			return String(value);
	}
}

/** `field` is `KIND.NAME`, so that an event's kind and an actor's are told apart. */
function enumInWords(field: string, value: string, reader: Reader): string {
	const [kind = '', name = ''] = field.split('.');
	if (name === 'stage') return stageLabel(reader.t, value);
	if (name === 'status') return statusLabel(reader.t, `${kind}:${value}`);
	return kindLabel(reader.t, `${kind}:${value}`);
}

/** What a field, or a path into one, is called; a quantity by its own name. */
export function pathLabel(answer: RecordAnswer, path: string, reader: Reader): string {
	const [name = '', key] = path.split('/');
	const label = fieldLabel(reader.t, answer.kind, name);
	const field = answer.fields[name];
	if (!key || field?.shape !== 'list') return label;
	const own = field.elements.find((element) => element.key === key)?.members.label?.value;
	return own ? reading(own as Text, reader, key).text : `${label}: ${key}`;
}

/** A source by its outlet, as readers know it; else by its title. */
export function sourceName(answer: Pick<RecordAnswer, 'sources' | 'mentions'>, id: string, reader: Reader): string {
	const title = mentionTitle(answer.mentions, id, reader);
	const outlet = answer.sources[id]?.fields.outlet;
	return outlet?.shape === 'text' ? reading(outlet.text, reader, title).text : title;
}

/** The name of a language by its code ("fa" → "Persian"), in the reader's language; the code where it is none. */
export function languageName(code: string, { language }: Reader): string {
	try {
		return new Intl.DisplayNames([language], { type: 'language' }).of(code) ?? code;
	} catch {
		return code;
	}
}

/** Where in its source a claim stands: "¶7" in the reader's digits, "header". */
export function placeInSource(where: number | string | undefined, { t, language }: Reader): string {
	if (where === undefined) return '';
	if (typeof where === 'number') return t('detail.paragraph', { n: formatNumber(where, language) });
	return where === 'header' ? t('detail.where-header') : where;
}
