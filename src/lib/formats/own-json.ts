import { DESK, type Claim } from '#lib/domain/claim.ts';
import { FIELDS } from '#lib/domain/fields.ts';
import { KIND_SEGMENT, RECORD_KINDS, type RecordKind } from '#lib/domain/kinds.ts';
import type { Text } from '#lib/domain/text.ts';
import { validateClaim } from '#lib/domain/validate-claim.ts';
import type { ForeignPlace, ForeignProblem, ForeignRecord } from './foreign.ts';
import { problemOf, refuseFile, type ForeignReading } from './foreign-reading.ts';
import { isObject, parseJsonFile, type JsonObject } from './json-text.ts';
import { textOf } from './own-record.ts';
import { foreignOfFields } from './record-fields.ts';

/** A claim and where it stands. */
export interface OwnClaim {
	readonly place: ForeignPlace;
	readonly claim: Claim;
}

/** Our own files are read as claims, which lose nothing, and as records of names for whoever takes only those. */
export interface OwnReading extends ForeignReading {
	readonly claims: readonly OwnClaim[];
}

/**
 * Claims one a line, as seeds and exports have them. A line that is no claim is refused with its place and the reason; the
 * others stand.
 * @throws ForeignFileError when not one line is a claim.
 */
export function readOwnLines(text: string, file: string): OwnReading {
	const claims: OwnClaim[] = [];
	const problems: ForeignProblem[] = [];
	let line = 0;
	for (const content of text.replace(/^\uFEFF/u, '').split(/\r?\n/u)) {
		line += 1;
		if (content.trim() === '') continue;
		const place = { file, row: line };
		let value: unknown;
		try {
			value = JSON.parse(content);
		} catch (error) {
			problems.push(problemOf(place, 'refused', 'row', 'not-json', content, { reason: (error as Error).message.slice(0, 120) }));
			continue;
		}
		take(value, place, claims, problems);
	}
	if (claims.length === 0) refuseFile(file, problems[0]?.place.row ?? 1, 'not-ours', text.slice(0, 60));
	return readingOf(claims, problems);
}

/**
 * Claims as a JSON list or `{claims: [...]}`, or an answer of the API (`{items: [...]}`: records with their shown values).
 * @throws ForeignFileError when it is no JSON, or none of these.
 */
export function readOwnJson(text: string, file: string): OwnReading {
	const root = parseJsonFile(text, file);
	const list = Array.isArray(root) ? root : isObject(root) ? (root.claims ?? root.items) : null;
	if (!Array.isArray(list)) return refuseFile(file, 1, 'not-ours', text.slice(0, 60));
	const claims: OwnClaim[] = [];
	const problems: ForeignProblem[] = [];
	for (const [index, value] of list.entries()) {
		const place = { file, row: index + 1 };
		if (isObject(value) && 'id' in value && !('record' in value))
			for (const claim of claimsOfFlat(value)) take(claim, place, claims, problems);
		else take(value, place, claims, problems);
	}
	if (claims.length === 0 && list.length > 0) refuseFile(file, problems[0]?.place.row ?? 1, 'not-ours', text.slice(0, 60));
	return readingOf(claims, problems);
}

/** The keys a claim of the API, of the ledger or of an export has beside its own. */
const RECORDED = new Set(['id', 'seq', 'differing']);

function take(value: unknown, place: ForeignPlace, claims: OwnClaim[], problems: ForeignProblem[]): void {
	const bare =
		isObject(value) && 'record' in value ? Object.fromEntries(Object.entries(value).filter(([name]) => !RECORDED.has(name))) : value;
	const checked = validateClaim(bare);
	if ('claim' in checked) claims.push({ place, claim: checked.claim });
	else
		for (const { path, code, message } of checked.problems) {
			problems.push(
				problemOf({ ...place, ...(path && { column: path }) }, 'refused', 'row', 'claim', value, { code, message: message.slice(0, 160) })
			);
		}
}

/** What the API says of a record beside its fields. */
const ANSWERED = new Set(['id', 'kind', 'subkind', 'conflicts', 'changed', 'since', 'edges', 'seq']);
/** The source of facts that came without one. */
const NAMELESS = 'import';

function claimsOfFlat(flat: JsonObject): unknown[] {
	const kind = RECORD_KINDS.find((known) => known === flat.kind);
	if (!kind) return [{ ...flat, record: flat.id }];
	const wording: Record<string, unknown> = {};
	const facts: Record<string, unknown> = {};
	const entries = Object.entries(flat).filter(([name]) => !ANSWERED.has(name));
	if (flat.subkind !== undefined) entries.push(['kind', flat.subkind]);
	for (const [name, value] of entries) (FIELDS[kind][name]?.nature === 'editorial' ? wording : facts)[name] = withoutEdges(value);
	return [
		{ record: flat.id, kind, source: DESK, fields: wording },
		...(Object.keys(facts).length > 0 ? [{ record: flat.id, kind, source: NAMELESS, fields: facts }] : [])
	];
}

/** Dates of the API carry their edges; claims do not. */
function withoutEdges(value: unknown): unknown {
	if (Array.isArray(value)) return value.map(withoutEdges);
	if (!isObject(value)) return value;
	return Object.fromEntries(
		Object.entries(value)
			.filter(([name, inner]) => !(name === 'edges' && 'edtf' in value) && inner !== null)
			.map(([name, inner]) => [name, withoutEdges(inner)])
	);
}

function readingOf(claims: readonly OwnClaim[], problems: readonly ForeignProblem[]): OwnReading {
	return { claims, problems, records: { [Symbol.iterator]: () => recordsOf(claims) } };
}

/** The claims about each record put together: texts by language and lists add up, of single values the last stands. */
function* recordsOf(claims: readonly OwnClaim[]): Generator<ForeignRecord> {
	const records = new Map<string, { readonly kind: RecordKind; readonly place: ForeignPlace; readonly fields: Record<string, unknown> }>();
	for (const { place, claim } of claims) {
		const known = records.get(claim.record) ?? { kind: claim.kind, place, fields: {} };
		records.set(claim.record, known);
		for (const [name, value] of Object.entries(claim.fields)) known.fields[name] = merged(known.fields[name], value);
	}
	const nameOf = (id: string): Text | undefined => textOf(records.get(id)?.fields.title);
	for (const [id, { kind, place, fields }] of records) {
		if (kind === 'event' || kind === 'agreement' || kind === 'follow-up') yield foreignOfFields(id, kind, fields, nameOf, place);
	}
}

function merged(before: unknown, value: unknown): unknown {
	if (Array.isArray(before) && Array.isArray(value)) {
		return [...new Map([...(before as unknown[]), ...(value as unknown[])].map((element) => [JSON.stringify(element), element])).values()];
	}
	if (textOf(before) && textOf(value) && isObject(before) && isObject(value) && !('edtf' in value)) return { ...before, ...value };
	return value;
}

/** Whether a JSON value looks like ours: a claim, or a record as the API answers it. */
export function looksOwn(value: unknown): boolean {
	if (!isObject(value)) return false;
	const kinds: readonly unknown[] = [...RECORD_KINDS, ...Object.values(KIND_SEGMENT)];
	return kinds.includes(value.kind) && ('record' in value ? isObject(value.fields) : 'id' in value && 'title' in value);
}
