import type { RecordedClaim } from '#lib/domain/claim.ts';
import { conflictsOf, dateOf, resolvedValues, textOf, titleOf, valueOf } from '#lib/domain/read-record.ts';
import type { RecordBody, Version } from '#lib/domain/record.ts';
import type { RecordKind } from '#lib/domain/kinds.ts';
import { shownDate } from '#lib/formats/record-fields.ts';
import { stripBidi } from '#lib/language/bidi.ts';
import { describeDate } from '#lib/language/describe-date.ts';
import { formatNumber } from '#lib/language/format-number.ts';
import { fieldLabel } from '#lib/language/labels.ts';
import type { Language } from '#lib/language/locales.ts';
import { textIn } from '#lib/language/text-in.ts';
import { exportRows, type ExportRequest, type ExportRow } from '../export/export-rows.ts';
import { differIn, doubtIn, kindIn, listIn, plainIn, statusIn } from '../export/row-words.ts';
import { valueWords } from './value-words.ts';

/** A text with the language it really is in. */
export interface Told {
	readonly text: string;
	readonly language: Language;
}

/** One of the values sources give. */
export interface ToldVersion {
	readonly words: string;
	readonly shown: boolean;
	readonly voices: number;
	/** Names of the sources it comes from. */
	readonly sources: readonly string[];
}

export interface ToldDifference {
	readonly field: string;
	readonly versions: readonly ToldVersion[];
}

export interface Quoted {
	readonly quote: Told | null;
	readonly source: string;
	/** Id of the source, or '' when there is no record of it. */
	readonly sourceId: string;
	readonly where: string;
	readonly saidBy: string;
	readonly saidOn: string;
}

/** A record in the reader's words, with all that holds it up. */
export interface ToldRecord {
	readonly id: string;
	readonly kind: RecordKind;
	readonly title: Told;
	/** The date with its doubt; "not dated" where there is none. */
	readonly date: string;
	/** The words it was given in, '' where none are kept. */
	readonly said: string;
	readonly sort: string;
	readonly kindWords: string;
	readonly status: string;
	readonly track: string;
	readonly place: string;
	readonly people: string;
	readonly topics: string;
	readonly summary: Told | null;
	readonly possibly: boolean;
	/** "on 2 fields", '' where sources agree. */
	readonly differ: string;
	readonly differences: readonly ToldDifference[];
	/** What a moved date was before, latest first. */
	readonly earlier: readonly string[];
	readonly evidence: readonly Quoted[];
	readonly sources: readonly string[];
	/** The record's own page. */
	readonly address: string;
}

export interface ToldSource {
	readonly id: string;
	readonly name: Told;
	readonly outlet: string;
	readonly published: string;
	/** https only: nothing else is made a link. */
	readonly url: string;
}

/** A view with its evidence. */
export interface Gathered {
	readonly records: readonly ToldRecord[];
	readonly sources: readonly ToldSource[];
	/** Records of the view beyond those gathered. */
	readonly left: number;
}

/** Reads the first `most` records of a view, what sources say of each, and the sources. @throws the signal's reason */
export async function gather(request: ExportRequest, most: number): Promise<Gathered> {
	const rows: ExportRow[] = [];
	for await (const batch of exportRows(request, request.rows.subarray(0, most))) rows.push(...batch);
	const claims = await claimsOf(rows, request);
	const others = await recordsNamed(rows, claims, request);
	const title = (id: string) => textIn(titleIn(others, id) ?? request.set.names.get(id), request.language, id).text;
	const used = new Set<string>();
	const records = rows.map((row) => told(row, claims, title, used, request));
	const sources = [...used].flatMap((id) => {
		const body = others.get(id);
		return body ? [toldSource(body, title, request)] : [];
	});
	return { records, sources, left: Math.max(0, request.rows.length - most) };
}

function titleIn(bodies: ReadonlyMap<string, RecordBody>, id: string) {
	const body = bodies.get(id);
	return body && titleOf(body);
}

async function claimsOf(rows: readonly ExportRow[], { store, signal }: ExportRequest): Promise<ReadonlyMap<string, RecordedClaim>> {
	const wanted = rows.flatMap(({ body }) => body.claims);
	const claims = new Map<string, RecordedClaim>();
	for (let from = 0; from < wanted.length; from += 500) {
		signal.throwIfAborted();
		for (const claim of await store.claims(wanted.slice(from, from + 500))) if (!claim.redacted) claims.set(claim.id, claim);
	}
	return claims;
}

/** Everything the records name in what is told of them: sources, speakers, and what differing references lead to. */
async function recordsNamed(
	rows: readonly ExportRow[],
	claims: ReadonlyMap<string, RecordedClaim>,
	{ store, asof }: ExportRequest
): Promise<ReadonlyMap<string, RecordBody>> {
	const ids = new Set<string>();
	for (const { source, said_by: speaker } of claims.values()) {
		ids.add(source);
		if (speaker) ids.add(speaker);
	}
	for (const { body } of rows) {
		for (const { versions } of conflictsOf(body)) {
			for (const { value } of versions) if (typeof value === 'string' && value.length <= 200) ids.add(value);
		}
	}
	const all = [...ids];
	const bodies = new Map<string, RecordBody>();
	for (let from = 0; from < all.length; from += 500) {
		for (const [id, body] of await store.recordsById(all.slice(from, from + 500), asof)) bodies.set(id, body);
	}
	return bodies;
}

function told(
	row: ExportRow,
	claims: ReadonlyMap<string, RecordedClaim>,
	title: (id: string) => string,
	used: Set<string>,
	request: ExportRequest
): ToldRecord {
	const { body, record } = row;
	const { language, t } = request;
	const date = shownDate(record);
	const quoted = body.claims.flatMap((id) => {
		const claim = claims.get(id);
		if (!claim || claim.source === 'desk') return [];
		used.add(claim.source);
		return [claim];
	});
	const words = (path: string, value: unknown) => valueWords(body.kind, path, value, title, request);
	const sourcesOf = (version: Version) => [
		...new Set(version.claims.flatMap((id) => (claims.get(id) ? [title(claims.get(id)?.source ?? '')] : [])))
	];
	const summary = textIn(textOf(body, 'summary'), language);
	return {
		id: body.id,
		kind: body.kind,
		title: textIn(record.title, language, body.id),
		date: doubtIn(row, request),
		said: plainIn(date?.words, request),
		sort: date?.edtf ?? '',
		kindWords: kindIn(row, request),
		status: statusIn(row, request),
		track: plainIn(record.track, request),
		place: plainIn(record.location, request),
		people: listIn(record.actors, request),
		topics: listIn(record.topics, request),
		summary: summary.text ? summary : null,
		possibly: row.possibly,
		differ: differIn(row, request),
		differences: conflictsOf(body).map(({ path, versions }) => ({
			field: fieldLabel(t, body.kind, path),
			versions: versions.map((version, index) => ({
				words: words(path, version.value),
				shown: index === 0,
				voices: version.voices.length,
				sources: sourcesOf(version)
			}))
		})),
		earlier: resolvedValues(body).flatMap(({ path, resolved }) => (resolved.earlier ?? []).map(({ value }) => words(path, value))),
		evidence: evidenceOf(quoted, title, request),
		sources: [...new Set(quoted.map(({ source }) => title(source)))],
		address: request.linkOf(body.kind, body.id)
	};
}

/** What was said, each wording of a source once. */
function evidenceOf(claims: readonly RecordedClaim[], title: (id: string) => string, request: ExportRequest): Quoted[] {
	const { language, calendar, months, t } = request;
	const seen = new Set<string>();
	return claims.flatMap((claim) => {
		const key = `${claim.source}\n${claim.where ?? ''}\n${claim.quote?.text ?? ''}`;
		if (seen.has(key)) return [];
		seen.add(key);
		return [
			{
				quote: claim.quote ?? null,
				source: title(claim.source),
				sourceId: claim.source,
				where: placeWords(claim.where, request),
				saidBy: claim.said_by ? title(claim.said_by) : '',
				saidOn: claim.said_on ? stripBidi(describeDate(claim.said_on, { language, calendar, months, t, style: 'short' })) : ''
			}
		];
	});
}

function placeWords(where: number | string | undefined, { t, language }: ExportRequest): string {
	if (where === undefined) return '';
	if (typeof where === 'number') return stripBidi(t('detail.paragraph', { n: formatNumber(where, language) }));
	return where === 'header' ? t('detail.where-header') : where;
}

function toldSource(body: RecordBody, title: (id: string) => string, { language, calendar, months, t }: ExportRequest): ToldSource {
	const published = dateOf(body, 'published');
	const url = valueOf<string>(body, 'link');
	return {
		id: body.id,
		name: textIn(titleOf(body), language, title(body.id)),
		outlet: textIn(textOf(body, 'outlet'), language).text,
		published: published ? stripBidi(describeDate(published.edtf, { language, calendar, months, t, style: 'long' })) : '',
		url: typeof url === 'string' && /^https?:\/\//u.test(url) ? url : ''
	};
}
