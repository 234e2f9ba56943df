import type { DateValue } from '#lib/domain/claim.ts';
import { conflictsOf, titleOf } from '#lib/domain/read-record.ts';
import type { RecordBody, ResolvedField, ResolvedValue } from '#lib/domain/record.ts';
import { edgesOf } from '#lib/temporal/edges-of.ts';
import { isoOf } from '#lib/temporal/epoch-day.ts';

/** Edges as the API gives them: inclusive ISO days; `..` is open, null unknown. */
export interface EdgesAnswer {
	readonly earliestStart: string | null;
	readonly latestStart: string | null;
	readonly earliestEnd: string | null;
	readonly latestEnd: string | null;
}

/** Inclusive days of a date: inside the program ends are exclusive, at the border they are the last day. */
export function edgesAnswer(edtf: string): EdgesAnswer {
	const { earliestStart, latestStart, earliestEnd, latestEnd } = edgesOf(edtf);
	const openStart = earliestStart === -Infinity && latestStart === -Infinity;
	const openEnd = earliestEnd === Infinity && latestEnd === Infinity;
	const day = (value: number) => (Number.isFinite(value) ? isoOf(Math.floor(value)) : null);
	const lastDay = (value: number) => (Number.isFinite(value) ? isoOf(Math.ceil(value) - 1) : null);
	return {
		earliestStart: openStart ? '..' : day(earliestStart),
		latestStart: openStart ? '..' : lastDay(latestStart),
		earliestEnd: openEnd ? '..' : day(earliestEnd),
		latestEnd: openEnd ? '..' : lastDay(latestEnd)
	};
}

/** A record as a list of the API gives it: shown values only, with the number of fields on which sources differ. */
export type FlatRecord = {
	readonly id: string;
	readonly kind: RecordBody['kind'];
	readonly title: unknown;
	readonly conflicts: number;
} & Record<string, unknown>;

/** The record's own `kind` field (session, treaty …) is given as `subkind`: `kind` is the kind of record everywhere. */
export function flatRecord(body: RecordBody): FlatRecord {
	const flat: Record<string, unknown> = {};
	for (const [name, field] of Object.entries(body.fields)) flat[name === 'kind' ? 'subkind' : name] = plainValue(field);
	return { ...flat, id: body.id, kind: body.kind, title: titleOf(body), conflicts: conflictsOf(body).length, changed: body.changed };
}

function plainValue(field: ResolvedField): unknown {
	switch (field.shape) {
		case 'text':
			return field.text;
		case 'value':
			return withEdges(field);
		case 'group':
			return members(field.members);
		case 'list':
			return field.elements.map((element) => members(element.members));
	}
}

function members(values: Readonly<Record<string, ResolvedValue>>): Record<string, unknown> {
	return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, withEdges(value)]));
}

function withEdges({ value }: ResolvedValue): unknown {
	if (!value || typeof value !== 'object' || !('edtf' in value)) return value;
	const date = value as DateValue;
	return { ...date, edges: edgesAnswer(date.edtf) };
}
