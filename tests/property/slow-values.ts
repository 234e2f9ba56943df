/** The slow resolver's sense of values: agreement, the narrower of two, keys, and ids that moved. */
import { datesAgree } from '../../src/lib/temporal/agree.ts';
import { edgesOf } from '../../src/lib/temporal/edges-of.ts';
import type { Claim } from '../../src/lib/domain/claim.ts';
import { FIELDS, type ValueType } from '../../src/lib/domain/fields.ts';

export type Json = Record<string, unknown>;

export function agree(type: ValueType, a: unknown, b: unknown): boolean {
	if (a === null || b === null) return a === b;
	if (type.type === 'date') return datesAgree(edgesOf((a as { edtf: string }).edtf), edgesOf((b as { edtf: string }).edtf));
	if (type.type === 'range') {
		const [p, q] = [limits(a), limits(b)];
		return (p[0] <= q[0] && q[1] <= p[1]) || (q[0] <= p[0] && p[1] <= q[1]);
	}
	const same = (x: string, y: string) => x.normalize('NFKC').trim() === y.normalize('NFKC').trim();
	if (type.type === 'string') return same(a as string, b as string);
	if (type.type !== 'text') return a === b;
	const [x, y] = [a as Record<string, string>, b as Record<string, string>];
	return Object.keys(x).every(
		(language) => y[language] === undefined || same((x[language] ?? '').toLowerCase(), y[language].toLowerCase())
	);
}

function limits(range: unknown): [number, number] {
	const { min, max } = range as { min: number | null; max: number | null };
	return [min ?? -Infinity, max ?? Infinity];
}

/** What agreeing values, best first, show together. */
export function shownOf(type: ValueType, values: readonly unknown[]): unknown {
	if (values[0] === null) return null;
	if (type.type === 'text') {
		const all: Json = {};
		for (const language of ['en', 'ar', 'fa', 'ru']) {
			const found = values.find((value) => (value as Json)[language] !== undefined);
			if (found) all[language] = (found as Json)[language];
		}
		return all;
	}
	if (type.type !== 'date' && type.type !== 'range') return values[0];
	const widths = values.map((value) => {
		if (type.type === 'range') return [limits(value)];
		const edges = edgesOf((value as { edtf: string }).edtf);
		return [
			[edges.earliestStart, edges.latestStart],
			[edges.earliestEnd, edges.latestEnd]
		];
	});
	const size = (sides: number[][]) => {
		const each = sides.map(([from = 0, to = 0]) => (from === to ? 0 : to - from));
		return [each.filter((side) => side === Infinity).length, each.filter((side) => side !== Infinity).reduce((a, b) => a + b, 0)];
	};
	let best = 0;
	widths.forEach((sides, at) => {
		const [a = [0, 0], b = [0, 0]] = [size(sides), size(widths[best] ?? [])];
		if ((a[0] ?? 0) < (b[0] ?? 0) || (a[0] === b[0] && (a[1] ?? 0) < (b[1] ?? 0))) best = at;
	});
	return values[best];
}

export function keyOf(members: readonly string[], element: Json): string {
	return members
		.map((member) => (element[member] ?? '') as string)
		.map((part) => String(part).normalize('NFKC').trim())
		.join(' · ');
}

export function mapIds(claim: Claim, fields: Json, end: (id: string) => string): Json {
	const moved: Json = {};
	for (const [field, value] of Object.entries(fields)) {
		const spec = FIELDS[claim.kind][field];
		const inside = (members: Readonly<Record<string, ValueType>>, part: Json) =>
			Object.fromEntries(
				Object.entries(part).map(([name, inner]) => [name, members[name]?.type === 'ref' && typeof inner === 'string' ? end(inner) : inner])
			);
		if (!spec || value === null) moved[field] = value;
		else if (spec.shape === 'value') moved[field] = spec.type === 'ref' ? end(value as string) : value;
		else if (spec.shape === 'group') moved[field] = inside(spec.members, value as Json);
		else moved[field] = (value as Json[]).map((part) => inside(spec.members, part));
	}
	return moved;
}

export function movePath(kind: Claim['kind'], path: string, end: (id: string) => string): string {
	const [field = '', ...rest] = path.split('/');
	const spec = FIELDS[kind][field];
	if (spec?.shape !== 'list') return path;
	const member = rest.pop() ?? '';
	const parts = rest.join('/').split(' · ');
	const key = parts.map((part, at) => (spec.members[spec.key[at] ?? '']?.type === 'ref' ? end(part) : part)).join(' · ');
	return `${field}/${key}/${member}`;
}

export function moveValue(kind: Claim['kind'], path: string, value: unknown, end: (id: string) => string): unknown {
	const [field = ''] = path.split('/');
	const spec = FIELDS[kind][field];
	const type = spec?.shape === 'value' ? spec : spec?.members[path.slice(path.lastIndexOf('/') + 1)];
	return type?.type === 'ref' && typeof value === 'string' ? end(value) : value;
}
