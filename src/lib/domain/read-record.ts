import type { DateValue } from './claim.ts';
import { memberPath } from './paths.ts';
import { STAGES, type Stage } from './kinds.ts';
import type { RecordBody, ResolvedElement, ResolvedValue, Version } from './record.ts';
import type { Text } from './text.ts';

/** A record's title; empty when no claim names it. */
export function titleOf(body: RecordBody): Text {
	return textOf(body, 'title');
}

/** A text field in its languages; empty when not reported. */
export function textOf(body: RecordBody, field: string): Text {
	const resolved = body.fields[field];
	if (resolved?.shape === 'text') return resolved.text;
	return (valueOf<Text>(body, field) ?? {}) as Text;
}

/** The shown value of a field or group member (`series/ordinal`); null when claimed to be none, undefined when not reported. */
export function valueOf<T>(body: RecordBody, path: string): T | null | undefined {
	const [field = '', member] = path.split('/');
	const resolved = body.fields[field];
	if (resolved?.shape === 'value') return resolved.value as T | null;
	if (resolved?.shape === 'group' && member !== undefined) return resolved.members[member]?.value as T | null | undefined;
	return undefined;
}

/** A date field; null when there is none. */
export function dateOf(body: RecordBody, field = 'date'): DateValue | null {
	return valueOf<DateValue>(body, field) ?? null;
}

/** The id a field points to; null when there is none. */
export function refOf(body: RecordBody, path: string): string | null {
	return valueOf<string>(body, path) ?? null;
}

/** The elements of a list, in the order they were first said. */
export function elementsOf(body: Pick<RecordBody, 'fields'>, field: string): readonly ResolvedElement[] {
	const resolved = body.fields[field];
	return resolved?.shape === 'list' ? resolved.elements : [];
}

/** The shown value of an element's member. */
export function memberOf<T>(element: ResolvedElement, member: string): T | null | undefined {
	return element.members[member]?.value as T | null | undefined;
}

/** Distinct ids that one member of a list's elements points to, in order. */
export function refsOf(body: RecordBody, field: string, member: string): string[] {
	const ids = elementsOf(body, field).map((element) => memberOf<string>(element, member));
	return [...new Set(ids.filter((id): id is string => typeof id === 'string'))];
}

/** A field on which sources differ. */
export interface Conflict {
	/** `date`, `series/ordinal`, `quantities/concluded/amount`. */
	readonly path: string;
	/** The shown one first. */
	readonly versions: readonly Version[];
	/** Distinct voices over all versions. */
	readonly voices: number;
}

/** Every conflict in a record, inside lists and groups as well. */
export function conflictsOf(body: RecordBody): Conflict[] {
	return resolvedValues(body).flatMap(({ path, resolved: { versions } }) =>
		versions ? [{ path, versions, voices: new Set(versions.flatMap(({ voices }) => voices)).size }] : []
	);
}

/** Every resolved value of a record with its path; editorial texts are not among them. */
export function resolvedValues(body: RecordBody): { readonly path: string; readonly resolved: ResolvedValue }[] {
	return Object.entries(body.fields).flatMap(([field, resolved]) => {
		if (resolved.shape === 'value') return [{ path: field, resolved }];
		if (resolved.shape === 'group') return membersOf(resolved.members, (member) => memberPath(field, member));
		if (resolved.shape === 'list')
			return resolved.elements.flatMap(({ key, members }) => membersOf(members, (member) => memberPath(field, member, key)));
		return [];
	});
}

/** A stage an agreement reached, or is planned to reach. */
export interface StageReached {
	readonly stage: Stage;
	readonly date: DateValue | null;
	/** The event it was reached at. */
	readonly event: string | null;
	readonly planned: boolean;
	readonly element: ResolvedElement;
}

/** An agreement's stages in the order of the pipeline, not of time. */
export function stagesOf(body: RecordBody): StageReached[] {
	const elements = elementsOf(body, 'stages');
	return STAGES.flatMap((stage) =>
		elements
			.filter((element) => memberOf(element, 'stage') === stage)
			.map((element) => ({
				stage,
				date: memberOf<DateValue>(element, 'date') ?? null,
				event: memberOf<string>(element, 'event') ?? null,
				planned: memberOf<boolean>(element, 'planned') === true,
				element
			}))
	);
}

/** The furthest stage reached, else the furthest planned; null when no stage is reported. */
export function currentStage(body: RecordBody): StageReached | null {
	const stages = stagesOf(body);
	return stages.findLast(({ planned }) => !planned) ?? stages.at(-1) ?? null;
}

function membersOf(members: Readonly<Record<string, ResolvedValue>>, pathTo: (member: string) => string) {
	return Object.entries(members).map(([member, resolved]) => ({ path: pathTo(member), resolved }));
}
