import { edgesOf, isUndated } from '#lib/temporal/edges-of.ts';
import type { Edges } from '#lib/temporal/edges.ts';
import type { DateValue, RangeValue } from '#lib/domain/claim.ts';
import type { RecordKind } from '#lib/domain/kinds.ts';
import {
	conflictsOf,
	currentStage,
	elementsOf,
	memberOf,
	refOf,
	refsOf,
	stagesOf,
	textOf,
	titleOf,
	valueOf,
	type StageReached
} from '#lib/domain/read-record.ts';
import type { RecordBody, ResolvedElement, ResolvedValue, Version } from '#lib/domain/record.ts';
import { LANGUAGES, type Text } from '#lib/domain/text.ts';

export interface QuantityFact {
	readonly what: string;
	/** What it is called, by language; null: `what` is all there is. */
	readonly label: Text | null;
	readonly amount: RangeValue | null;
	readonly words: Text | null;
	readonly conflict: boolean;
}

/** What lists, filters and drawings ask of a record, read out of its body. Ids only; nothing is looked up elsewhere. */
export interface Facts {
	readonly id: string;
	readonly kind: RecordKind;
	/** Prefixed kind, '' when not reported; a follow-up is just `follow-up`. */
	readonly subkind: string;
	/** Prefixed status, '' when not reported. */
	readonly status: string;
	/** The date it is listed under: an event's date, an agreement's shown stage, a follow-up's due day, a source's publication. */
	readonly date: DateValue | null;
	/** Planned, proposed or hoped for. */
	readonly planned: boolean;
	/** Fields on which sources differ, the most voices on one of them, and the first one's path. */
	readonly conflicts: number;
	readonly voices: number;
	readonly conflictPath: string;
	/** As claimed of this record itself; a follow-up's comes from what it arises from. */
	readonly track: string;
	readonly topics: readonly string[];
	/** Participants, parties or owners, each once, in order. */
	readonly actors: readonly string[];
	readonly sources: readonly string[];
	/** `signed`, `planned:contract`, in the order of STAGES. */
	readonly stages: readonly string[];
	readonly title: Text;
	readonly summary: Text | null;
	readonly place: Text | null;
	/** Other titles and spellings it is found by. */
	readonly spellings: readonly string[];
	readonly quantities: readonly QuantityFact[];
	readonly earlierDates: readonly DateValue[];
	readonly dateVersions: readonly DateValue[];
	readonly previous: string;
	readonly followsFrom: string;
	readonly arisesFrom: string;
	readonly partOf: string;
	/** Event the shown stage happened at. */
	readonly atEvent: string;
	readonly ordinal: number;
}

/** Where a kind keeps the date it is listed under; an agreement keeps it in its shown stage. */
const DATE_FIELD: Readonly<Partial<Record<RecordKind, string>>> = { event: 'date', 'follow-up': 'due', source: 'published' };
const PEOPLE_FIELD: Readonly<Partial<Record<RecordKind, string>>> = { event: 'participants', 'follow-up': 'owner' };

/** Reads a body once. Pure; a field that is missing is "not reported". */
export function factsOf(body: RecordBody): Facts {
	const { id, kind } = body;
	const shown = kind === 'agreement' ? currentStage(body) : null;
	const state = kind === 'agreement' ? (shown?.stage ?? '') : (valueOf<string>(body, 'status') ?? '');
	const ownKind = valueOf<string>(body, 'kind') ?? '';
	const reached = shown && (hopedFor(body, shown) ?? shown);
	const dated = reached ? reached.element.members.date : valueField(body, DATE_FIELD[kind] ?? '');
	const conflicts = anyDiffer(body) ? conflictsOf(body) : [];
	return {
		id,
		kind,
		subkind: kind === 'follow-up' ? kind : ownKind && `${kind}:${ownKind}`,
		status: state && `${kind}:${state}`,
		date: (dated?.value as DateValue | null | undefined) ?? null,
		planned: isPlanned(kind, state, shown, ownKind),
		conflicts: conflicts.length,
		voices: Math.max(0, ...conflicts.map(({ voices }) => voices)),
		conflictPath: conflicts[0]?.path ?? '',
		track: kind === 'track' ? id : (refOf(body, 'track') ?? ''),
		topics: kind === 'topic' ? [id] : refsOf(body, 'topics', 'topic'),
		actors: kind === 'actor' ? [id] : refsOf(body, PEOPLE_FIELD[kind] ?? 'parties', 'actor'),
		sources: kind === 'source' ? [id] : body.sources,
		stages: stagesOf(body).map(({ stage, planned }) => (planned ? `planned:${stage}` : stage)),
		title: titleOf(body),
		summary: said(textOf(body, 'summary')),
		place: said(textOf(body, 'place')),
		spellings: spellingsIn(body),
		quantities: elementsOf(body, 'quantities').map(quantity),
		earlierDates: datesIn(dated?.earlier ?? []),
		dateVersions: datesIn(dated?.versions?.slice(1) ?? []),
		previous: refOf(body, 'series/previous') ?? '',
		followsFrom: refOf(body, 'follows_from') ?? '',
		arisesFrom: refOf(body, 'arises_from') ?? '',
		partOf: refOf(body, 'part_of') ?? '',
		atEvent: reached?.event ?? '',
		ordinal: valueOf<number>(body, 'series/ordinal') ?? -1
	};
}

/** Whether sources differ on anything: mostly they do not, and then nothing need be gathered. */
function anyDiffer({ fields }: RecordBody): boolean {
	for (const name in fields) {
		const field = fields[name];
		if (field?.shape === 'value' && field.versions) return true;
		if (field?.shape === 'group' && memberDiffers(field.members)) return true;
		if (field?.shape === 'list') for (const { members } of field.elements) if (memberDiffers(members)) return true;
	}
	return false;
}

function memberDiffers(members: Readonly<Record<string, ResolvedValue>>): boolean {
	for (const name in members) if (members[name]?.versions) return true;
	return false;
}

/** An undated proposal is listed under the date of what is hoped for: that is the day a desk waits for. */
function hopedFor(body: RecordBody, shown: StageReached): StageReached | undefined {
	return shown.stage === 'proposed' && !shown.date ? stagesOf(body).findLast(({ planned, date }) => planned && date) : undefined;
}

/** A day or month of a year that is not known (`XXXX-12-21`): its edges are those of all years. */
const OF_NO_YEAR = /^XXXX[^/]*$/;

/** A date's edges; null for none, and for one that says nothing of when on a line of time (`XXXX`, `XXXX-12-21`). */
export function datedEdges(date: DateValue | null): Edges | null {
	if (!date) return null;
	const edges = edgesOf(date.edtf);
	return isUndated(edges) || OF_NO_YEAR.test(date.edtf) ? null : edges;
}

/** A text in the first language it has: the value a text is counted and filtered by, whatever the reader's language. */
export function plainText(text: Text | null): string {
	for (const language of LANGUAGES) if (text?.[language]) return text[language];
	return '';
}

function isPlanned(kind: RecordKind, state: string, shown: StageReached | null, ownKind: string): boolean {
	if (kind === 'event') return state === 'planned' || state === 'postponed';
	if (kind === 'follow-up') return state !== 'done' && state !== 'lapsed';
	if (kind !== 'agreement') return false;
	return shown ? shown.planned || state === 'proposed' : ownKind === 'proposal';
}

function valueField(body: RecordBody, name: string): ResolvedValue | undefined {
	const field = body.fields[name];
	return field?.shape === 'value' ? field : undefined;
}

/** The dates among versions; a version may also say that there is none. */
function datesIn(versions: readonly Version[]): DateValue[] {
	return versions.map(({ value }) => value as DateValue | null).filter((value) => value !== null);
}

function spellingsIn(body: RecordBody): string[] {
	const title = body.fields.title;
	const others = title?.shape === 'text' ? title.others.map(({ text }) => text) : [];
	const spelled = elementsOf(body, 'spellings').map((element) => memberOf<string>(element, 'text') ?? '');
	return [...new Set([...others, ...spelled])].filter((text) => text !== '');
}

function quantity(element: ResolvedElement): QuantityFact {
	return {
		what: memberOf<string>(element, 'what') ?? '',
		label: memberOf<Text>(element, 'label') ?? null,
		amount: memberOf<RangeValue>(element, 'amount') ?? null,
		words: memberOf<Text>(element, 'words') ?? null,
		conflict: element.members.amount?.versions !== undefined
	};
}

function said(text: Text): Text | null {
	return Object.keys(text).length ? text : null;
}
