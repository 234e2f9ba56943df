import type { DateValue } from '#lib/domain/claim.ts';
import type { RecordBody, ResolvedField, ResolvedValue } from '#lib/domain/record.ts';
import { STAGES } from '#lib/domain/kinds.ts';
import type { Text } from '#lib/domain/text.ts';
import type { ForeignPlace, ForeignRecord, ForeignStage } from './foreign.ts';
import { restOf } from './foreign-reading.ts';
import { isObject } from './json-text.ts';
import { dateOf, textOf } from './own-record.ts';

/** A record's shown values in the form claims give them: field → value. Nulls (said to be none) stay. */
export type PlainFields = Readonly<Record<string, unknown>>;

/** The shown values of a resolved record, without who said them and without the versions that differ. */
export function plainFields(body: RecordBody): PlainFields {
	const fields: Record<string, unknown> = {};
	for (const [name, field] of Object.entries(body.fields)) {
		const value = plainValue(field);
		if (value !== undefined) fields[name] = value;
	}
	return fields;
}

function plainValue(field: ResolvedField): unknown {
	switch (field.shape) {
		case 'text':
			return field.text;
		case 'value':
			return field.value;
		case 'group':
			return memberValues(field.members);
		case 'list':
			return field.elements.length === 0 ? undefined : field.elements.map((element) => memberValues(element.members) ?? {});
	}
}

function memberValues(members: Readonly<Record<string, ResolvedValue>>): Record<string, unknown> | undefined {
	const values = Object.entries(members).flatMap(([name, { value }]) =>
		value === null || value === undefined ? [] : [[name, value] as const]
	);
	return values.length > 0 ? Object.fromEntries(values) : undefined;
}

/** Lists of actors, and what has a place of its own in a foreign record. */
const PEOPLE: Readonly<Record<string, string>> = { event: 'participants', agreement: 'parties', 'follow-up': 'owner' };
const PLAIN = new Set([
	'title',
	'summary',
	'kind',
	'status',
	'date',
	'due',
	'place',
	'track',
	'topics',
	'stages',
	'participants',
	'parties',
	'owner'
]);

/**
 * An event, agreement or follow-up as a record of names, which formats of others can carry. What such a record has no member
 * for (quantities, series, links, roles, events of stages) is in `rest`, as JSON under the field's own name.
 * @param nameOf names of tracks, topics and actors; an id without a name stands for itself.
 */
export function foreignOfFields(
	id: string,
	kind: ForeignRecord['kind'],
	fields: PlainFields,
	nameOf: (id: string) => Text | undefined,
	place: ForeignPlace
): ForeignRecord {
	const named = (value: unknown): Text | undefined => (typeof value === 'string' ? (nameOf(value) ?? { en: value }) : undefined);
	const rest: [string, unknown][] = [];
	const listed = (field: string, member: string): readonly Text[] | undefined => {
		const elements = fields[field];
		if (!Array.isArray(elements)) return undefined;
		const others = elements.some((element) => isObject(element) && Object.keys(element).some((name) => name !== member));
		if (others) rest.push([field, elements]);
		const ids = elements.map((element) => (isObject(element) ? element[member] : null));
		return [...new Set(ids)].flatMap((each) => named(each) ?? []);
	};
	const title = textOf(fields.title) ?? { en: id };
	const date = dateOf(kind === 'follow-up' ? fields.due : fields.date);
	const stages = stagesOf(fields.stages);
	if (Array.isArray(fields.stages) && fields.stages.some((stage) => isObject(stage) && ('event' in stage || 'planned' in stage))) {
		rest.push(['stages', fields.stages]);
	}
	const [summary, location, track] = [textOf(fields.summary), textOf(fields.place), named(fields.track)];
	const topics = listed('topics', 'topic');
	const actors = listed(PEOPLE[kind] ?? '', 'actor');
	for (const [name, value] of Object.entries(fields)) if (!PLAIN.has(name)) rest.push([name, value]);
	return {
		place,
		key: id,
		kind,
		title,
		...(summary && { summary }),
		...(typeof fields.kind === 'string' && { subkind: fields.kind }),
		...(typeof fields.status === 'string' && { status: fields.status }),
		...(date && { date }),
		...(stages && { stages }),
		...(location && { location }),
		...(track && { track }),
		...(topics && topics.length > 0 && { topics }),
		...(actors && actors.length > 0 && { actors }),
		...restOf(rest),
		problems: []
	};
}

/** Stages in the order of the pipeline, each with its date if it has one. */
function stagesOf(value: unknown): readonly ForeignStage[] | undefined {
	if (!Array.isArray(value)) return undefined;
	const stages = value.flatMap((element): ForeignStage[] =>
		isObject(element) && typeof element.stage === 'string' ? [{ stage: element.stage, date: dateOf(element.date) ?? null }] : []
	);
	const rank = ({ stage }: ForeignStage) => (STAGES as readonly string[]).indexOf(stage);
	return stages.toSorted((one, other) => rank(one) - rank(other));
}

/** The date a record is shown at: its own, or that of the furthest stage that has one. */
export function shownDate({ date, stages }: Pick<ForeignRecord, 'date' | 'stages'>): DateValue | null {
	return date ?? stages?.findLast((stage) => stage.date !== null)?.date ?? null;
}
