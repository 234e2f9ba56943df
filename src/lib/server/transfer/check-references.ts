import { DESK, type Claim } from '#lib/domain/claim.ts';
import { FIELDS, type ValueType } from '#lib/domain/fields.ts';
import type { RecordKind } from '#lib/domain/kinds.ts';
import type { SeedProblem, SeedRow } from './seed-row.ts';

/** What rows say of each other: every id points to a record of the right kind, one kind an id, and every record has a title. */
export function checkReferences(rows: readonly SeedRow[]): SeedProblem[] {
	const problems: SeedProblem[] = [];
	const kinds = new Map<string, RecordKind>();
	const titled = new Set<string>();
	const first = new Map<string, SeedRow>();
	for (const row of rows) {
		const { record, kind, fields } = row.claim;
		const known = kinds.get(record);
		if (known === undefined) {
			kinds.set(record, kind);
			first.set(record, row);
		} else if (known !== kind) problems.push(at(row, 'kind', 'other-kind', `"${record}" is of kind ${known} elsewhere, here ${kind}`));
		if (fields.title) titled.add(record);
	}
	const check = (row: SeedRow, path: string, id: string, allowed: readonly RecordKind[]) => {
		const kind = kinds.get(id);
		if (kind === undefined) problems.push(at(row, path, 'dangling', `no record is called "${id}"`));
		else if (!allowed.includes(kind))
			problems.push(at(row, path, 'wrong-kind', `"${id}" is of kind ${kind}, but ${allowed.join(' or ')} is meant`));
	};
	for (const row of rows) {
		const { claim } = row;
		if (claim.source !== DESK) check(row, 'source', claim.source, ['source']);
		if (claim.said_by) check(row, 'said_by', claim.said_by, ['actor']);
		for (const { path, id, to } of referencesIn(claim)) check(row, path, id, to);
	}
	for (const [record, row] of first) {
		if (!titled.has(record)) problems.push(at(row, 'fields.title', 'no-title', `"${record}" has a title in no language`));
	}
	return problems;
}

function at({ file, line }: SeedRow, path: string, code: string, reason: string): SeedProblem {
	return { file, line, path, code, reason };
}

interface Reference {
	readonly path: string;
	readonly id: string;
	readonly to: readonly RecordKind[];
}

function* referencesIn({ kind, fields }: Claim): Generator<Reference> {
	for (const [name, value] of Object.entries(fields)) {
		const spec = FIELDS[kind][name];
		if (!spec || value === null) continue;
		if (spec.shape === 'value') yield* reference(spec, `fields.${name}`, value);
		else if (spec.shape === 'group') yield* members(spec.members, `fields.${name}`, value);
		else for (const [index, element] of (value as unknown[]).entries()) yield* members(spec.members, `fields.${name}.${index}`, element);
	}
}

function* members(types: Readonly<Record<string, ValueType>>, path: string, value: unknown): Generator<Reference> {
	for (const [name, part] of Object.entries(value as Record<string, unknown>)) {
		const type = types[name];
		if (type) yield* reference(type, `${path}.${name}`, part);
	}
}

function* reference(type: ValueType, path: string, value: unknown): Generator<Reference> {
	if (type.type === 'ref' && typeof value === 'string') yield { path, id: value, to: type.to };
}
