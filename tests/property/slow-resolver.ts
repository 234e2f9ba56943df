/**
 * What a ledger adds up to, the slow and obvious way: the whole ledger is read anew for every seq, and every rule is
 * written as its sentence in DESIGN says it. Shares no code with the fast resolver but the edges of dates.
 */
import { edgesOf } from '../../src/lib/temporal/edges-of.ts';
import type { Claim } from '../../src/lib/domain/claim.ts';
import type { Entry } from '../../src/lib/domain/entry.ts';
import { FIELDS, type FieldSpec, type ValueType } from '../../src/lib/domain/fields.ts';
import { agree, keyOf, mapIds, movePath, moveValue, shownOf, type Json } from './slow-values.ts';

interface Said {
	readonly id: string;
	readonly seq: number;
	readonly at: number;
	readonly claim: Claim;
	readonly grade: number;
	readonly published: [number, number] | null;
	readonly said: [number, number];
	readonly voice: string;
	readonly value?: unknown;
	readonly plan?: boolean;
}
interface Choice {
	readonly seq: number;
	readonly path: string;
	readonly value: unknown;
	readonly because: string;
}

/** Every record after each entry: `result[seq]` is id → body. */
export function slowRecords(entries: readonly Entry[]): Map<string, Json>[] {
	const all: Map<string, Json>[] = [new Map()];
	const since = new Map<string, number>();
	for (let seq = 1; seq <= entries.length; seq++) {
		const now = worldAt(entries.slice(0, seq));
		const before = all[seq - 1] ?? new Map<string, Json>();
		const stamped = new Map<string, Json>();
		for (const [id, body] of now) {
			const old = before.get(id);
			if (!since.has(id)) since.set(id, seq);
			const same = old && JSON.stringify({ ...old, since: 0, changed: 0 }) === JSON.stringify({ ...body, since: 0, changed: 0 });
			stamped.set(id, { ...body, since: since.get(id), changed: same ? old['changed'] : seq });
		}
		all.push(stamped);
	}
	return all;
}

function worldAt(entries: readonly Entry[]): Map<string, Json> {
	const undone = (seq: number): boolean => entries.some(({ seq: by, body }) => body.kind === 'undo' && body.entry === seq && !undone(by));
	const standing = entries.filter(({ seq }) => !undone(seq));
	const into = new Map<string, string>();
	const end = (id: string): string => (into.has(id) ? end(into.get(id) ?? id) : id);
	const dropped = new Set<string>();
	const claims: { id: string; seq: number; claim: Claim }[] = [];
	for (const { seq, body } of standing) {
		if (body.kind === 'merge' && end(body.into) !== body.from) into.set(body.from, body.into);
		if (body.kind === 'unmerge' && into.get(body.from) === body.into) into.delete(body.from);
		if (body.kind === 'drop') dropped.add(body.record);
		if (body.kind === 'claims') body.claims.forEach((claim, at) => claims.push({ id: `${seq}.${at + 1}`, seq, claim }));
	}
	const takenBack = new Set(standing.flatMap(({ body }) => (body.kind === 'claims' ? (body.withdraws ?? []) : [])));
	const left = claims.flatMap(({ id, seq, claim }) => {
		if (takenBack.has(id) || (claim as { redacted?: boolean }).redacted || dropped.has(claim.record)) return [];
		let fields: Json = { ...claim.fields };
		for (const { body } of standing) {
			if (body.kind !== 'withdraw' || body.claim !== id) continue;
			if (!body.fields && !body.elements) fields = {};
			for (const field of body.fields ?? []) delete fields[field];
			for (const [field, keys] of Object.entries(body.elements ?? {})) {
				const spec = FIELDS[claim.kind][field];
				const value = fields[field];
				if (!Array.isArray(value) || spec?.shape !== 'list') continue;
				const rest = (value as Json[]).filter((element) => !keys.includes(keyOf(spec.key, element)));
				if (rest.length > 0) fields[field] = rest;
				else delete fields[field];
			}
		}
		if (Object.keys(fields).length === 0) return [];
		const moved: Claim = { ...claim, source: end(claim.source), fields: mapIds(claim, fields, end) };
		return [{ id, seq, record: end(claim.record), claim: claim.said_by ? { ...moved, said_by: end(claim.said_by) } : moved }];
	});
	const records = new Map<string, Json>();
	const ids = [...new Set(left.map(({ record }) => record))].filter((id) => !dropped.has(id));
	const of = (id: string) => left.filter(({ record }) => record === id);
	const build = (id: string, facts: (source: string) => Json) => {
		const own = of(id);
		const kind = own[0]?.claim.kind ?? 'topic';
		const said = own.map(({ id: claimId, seq, claim }, at): Said => weighed(claimId, seq, claim, at, facts));
		const choices = standing.flatMap(({ seq, body }): Choice[] =>
			body.kind === 'decide' && end(body.record) === id && !dropped.has(body.record)
				? [{ seq, path: movePath(kind, body.field, end), value: moveValue(kind, body.field, body.value, end), because: body.because }]
				: []
		);
		const merged = [...into.keys()].filter((from) => end(from) === id).sort();
		const sources = own.map(({ claim }) => claim.source).filter((source, at, all) => source !== 'desk' && all.indexOf(source) === at);
		const body = { id, kind, fields: fieldsOf(kind, said, choices), claims: own.map((each) => each.id), sources, merged };
		records.set(id, { ...body, since: 0, changed: 0 });
	};
	const isSource = (id: string) => of(id)[0]?.claim.kind === 'source';
	for (const id of ids.filter(isSource)) build(id, () => ({}));
	const facts = (source: string): Json => {
		const fields = (records.get(source)?.['fields'] ?? {}) as Record<string, { value: unknown } | undefined>;
		const published = fields['published']?.value as { edtf: string } | null | undefined;
		return { published: published?.edtf, reliability: fields['reliability']?.value, passes_on: fields['passes_on']?.value ?? undefined };
	};
	for (const id of ids.filter((each) => !isSource(each))) build(id, facts);
	return records;
}

function weighed(id: string, seq: number, claim: Claim, at: number, facts: (source: string) => Json): Said {
	const own = facts(claim.source);
	const published = span(own['published'] as string | undefined);
	const grade = typeof own['reliability'] === 'string' ? 'ABCDEF'.indexOf(own['reliability']) : 6;
	const said = (claim.said_on ? span(claim.said_on) : published) ?? [-Infinity, Infinity];
	const trail = [claim.source];
	let voice = claim.said_by;
	while (voice === undefined) {
		const next = facts(trail.at(-1) ?? '')['passes_on'] as string | undefined;
		if (next === undefined) voice = trail.at(-1);
		else if (trail.includes(next)) [voice] = trail.slice(trail.indexOf(next)).sort();
		else trail.push(next);
	}
	return { id, seq, at, claim, grade, published, said, voice };
}

function span(edtf: string | undefined): [number, number] | null {
	if (edtf === undefined) return null;
	const { earliestStart, latestEnd } = edgesOf(edtf);
	return earliestStart === -Infinity && latestEnd === Infinity ? null : [earliestStart, latestEnd];
}

function fieldsOf(kind: Claim['kind'], said: readonly Said[], choices: readonly Choice[]): Json {
	const chosen = (path: string) => choices.findLast((choice) => choice.path === path);
	const fields: Json = {};
	const status = said.some(({ claim }) => 'status' in claim.fields) || chosen('status') ? FIELDS[kind]['status'] : undefined;
	const shownStatus = status?.shape === 'value' ? one(status, 'moving', withField(said, 'status'), chosen('status'))?.['value'] : undefined;
	for (const [field, spec] of Object.entries(FIELDS[kind])) {
		const found = resolve(field, spec, withField(said, field), chosen, shownStatus);
		if (found) fields[field] = found;
	}
	return fields;
}

function withField(said: readonly Said[], field: string): Said[] {
	return said.filter(({ claim }) => claim.fields[field] !== undefined).map((each) => ({ ...each, value: each.claim.fields[field] }));
}

function resolve(field: string, spec: FieldSpec, said: Said[], chosen: (path: string) => Choice | undefined, status: unknown): Json | null {
	if (spec.shape === 'group') {
		const members: Json = {};
		for (const [member, type] of Object.entries(spec.members)) {
			const own = said
				.filter(({ value }) => (value as Json | null)?.[member] !== undefined)
				.map((each) => ({ ...each, value: (each.value as Json)[member] }));
			const found = one(type, spec.nature, own, chosen(`${field}/${member}`));
			if (found) members[member] = found;
		}
		return said.length > 0 || Object.keys(members).length > 0 ? { shape: 'group', members } : null;
	}
	if (spec.shape === 'list') {
		if (said.length === 0) return null;
		const keys = [...new Set(said.flatMap(({ value }) => ((value ?? []) as Json[]).map((element) => keyOf(spec.key, element))))];
		return { shape: 'list', elements: keys.map((key) => element(field, spec, key, said, chosen)) };
	}
	if (spec.nature === 'editorial') return editorial(spec, said);
	if (spec.nature !== 'planned-date') return one(spec, spec.nature, said, chosen(field));
	const plans = said.map((each): Said => {
		const own = each.claim.fields['status'];
		return { ...each, plan: typeof own === 'string' ? own !== 'held' : saidBefore(each, each.value) };
	});
	return planned(spec, plans, typeof status === 'string' && status !== 'held', chosen(field));
}

function element(
	field: string,
	spec: Extract<FieldSpec, { shape: 'list' }>,
	key: string,
	said: Said[],
	chosen: (path: string) => Choice | undefined
): Json {
	const parts = said.flatMap((each) => {
		const found = ((each.value ?? []) as Json[]).findLast((part) => keyOf(spec.key, part) === key);
		return found
			? [{ ...each, part: found, plan: typeof found['planned'] === 'boolean' ? found['planned'] : saidBefore(each, found['date']) }]
			: [];
	});
	const staged = 'planned' in spec.members;
	const aboutPlan = parts.some(({ part }) => typeof part['planned'] === 'boolean') || chosen(`${field}/${key}/planned`);
	const plan =
		staged && aboutPlan
			? one(
					{ type: 'boolean' },
					'moving',
					parts.map((each) => ({ ...each, value: each.plan })),
					chosen(`${field}/${key}/planned`)
				)
			: null;
	const members: Json = {};
	for (const [member, type] of Object.entries(spec.members)) {
		const own = parts.filter(({ part }) => part[member] !== undefined).map((each) => ({ ...each, value: each.part[member] }));
		const choice = spec.key.includes(member) ? undefined : chosen(`${field}/${key}/${member}`);
		const found =
			member === 'planned'
				? plan
				: staged && member === 'date'
					? planned(type, own, plan?.['value'] === true, choice)
					: one(type, spec.nature, own, choice);
		if (found) members[member] = found;
	}
	// Words beside a value follow the value shown and are no conflict of their own.
	for (const [member, worded] of Object.entries(spec.wording)) {
		const words = members[member] as Json | undefined;
		const versions = words?.['versions'] as Json[] | undefined;
		if (!words || !versions) continue;
		const lead = members[worded] as Json | undefined;
		const leading = (lead?.['claims'] ?? []) as string[];
		const version = versions.find((one) => (one['claims'] as string[]).some((id) => leading.includes(id))) ?? versions[0];
		delete words['versions'];
		words['value'] = version?.['value'];
		words['claims'] = version?.['claims'];
		words['by'] = lead?.['by'] ?? words['by'];
	}
	return { key, members, claims: parts.map(({ id }) => id) };
}

function editorial(spec: ValueType, said: Said[]): Json | null {
	const isDesk = ({ claim }: Said) => claim.source === 'desk';
	if (spec.type !== 'text') {
		const shown = said.findLast(isDesk) ?? said.at(-1);
		if (!shown) return null;
		const same = said.filter(({ value }) => value === shown.value);
		return {
			shape: 'value',
			value: shown.value,
			claims: same.map(({ id }) => id),
			by: said.length === 1 ? 'only' : same.length === said.length ? 'agree' : 'recorded later'
		};
	}
	const text: Json = {};
	const claims: Json = {};
	const others: Json[] = [];
	for (const language of ['en', 'ar', 'fa', 'ru']) {
		const own = said.filter(({ value }) => (value as Json | null)?.[language]);
		const shown = own.findLast(isDesk) ?? own.at(-1);
		if (shown) [text[language], claims[language]] = [(shown.value as Json)[language], shown.id];
	}
	if (Object.keys(text).length === 0) return null;
	for (const { value, id } of said)
		for (const language of ['en', 'ar', 'fa', 'ru']) {
			const words = (value as Json | null)?.[language];
			const known = others.some((other) => other['language'] === language && other['text'] === words);
			if (words && words !== text[language] && !known) others.push({ language, text: words, claim: id });
		}
	return { shape: 'text', text, claims, others };
}

const saidBefore = ({ said }: Said, date: unknown) => !!date && said[1] <= edgesOf((date as { edtf: string }).edtf).earliestStart;
const later = (a: [number, number], b: [number, number]) => a[0] >= b[1];
const oldestOf = (said: readonly Said[]) => said.filter((each) => said.some((other) => other !== each && later(other.said, each.said)));

function planned(type: ValueType, said: Said[], still: boolean, choice: Choice | undefined): Json | null {
	const real = said.filter(({ plan }) => !plan);
	if (still || choice || real.length === 0) return one(type, 'moving', said, choice);
	const held = one(type, 'standing', real, undefined);
	const plans = said.filter(({ plan, value }) => plan && !agree(type, value, held?.['value']));
	return plans.length > 0 ? { ...held, earlier: versions(type, inOrder('moving', plans)) } : held;
}

function one(type: ValueType, nature: string, said: Said[], choice: Choice | undefined): Json | null {
	if (choice) {
		const ordered = inOrder(nature === 'moving' ? 'moving' : 'standing', said);
		const same = ordered.filter(({ value }) => agree(type, value, choice.value));
		const other = ordered.filter((each) => !same.includes(each));
		const newer = other.filter(({ seq }) => seq > choice.seq);
		const older = nature === 'moving' ? other.filter((each) => !newer.includes(each)) : [];
		return {
			shape: 'value',
			value: choice.value,
			claims: ids(same),
			by: 'decided',
			...(newer.length > 0
				? { versions: [{ value: choice.value, claims: ids(same), voices: voices(same) }, ...versions(type, newer)] }
				: {}),
			...(older.length > 0 ? { earlier: versions(type, older) } : {}),
			decision: { seq: choice.seq, because: choice.because, newer: newer.length > 0 }
		};
	}
	if (said.length === 0) return null;
	const history = nature === 'moving' ? oldestOf(said) : [];
	const current = said.filter((each) => !history.includes(each));
	const order = nature === 'moving' ? [...current].sort((a, b) => a.grade - b.grade || b.at - a.at) : inOrder('standing', current);
	const groups = clusters(type, order);
	const shownGroup = groups[0] ?? [];
	const value = together(type, shownGroup);
	const backing = [...shownGroup, ...history.filter((each) => agree(type, each.value, value))];
	const ghosts = history.filter((each) => !backing.includes(each));
	const [a, b] = [shownGroup[0], groups[1]?.[0]];
	let by = said.length === 1 ? 'only' : ghosts.length > 0 ? 'said later' : 'agree';
	if (a && b) {
		by = 'recorded later';
		if (nature !== 'moving' && a.published && (!b.published || later(a.published, b.published))) by = 'published later';
		if (a.grade !== b.grade) by = 'reliability';
	}
	return {
		shape: 'value',
		value,
		claims: ids(backing),
		by,
		...(b
			? { versions: [{ value, claims: ids(backing), voices: voices(backing) }, ...groups.slice(1).map((group) => version(type, group))] }
			: {}),
		...(ghosts.length > 0 ? { earlier: versions(type, inOrder('moving', ghosts)) } : {})
	};
}

/** Takes the best, then the best of the rest, and so on. */
function inOrder(nature: 'moving' | 'standing', said: readonly Said[]): Said[] {
	if (said.length === 0) return [];
	let best = [...said];
	const among = (keep: (each: Said, all: Said[]) => boolean) => {
		best = best.filter((each) => keep(each, best));
	};
	if (nature === 'moving') among((each, all) => !all.some((other) => other !== each && later(other.said, each.said)));
	among((each, all) => all.every((other) => each.grade <= other.grade));
	if (nature === 'standing') {
		among((each, all) => each.published !== null || all.every((other) => other.published === null));
		among(
			(each, all) => !all.some((other) => other !== each && other.published && each.published && later(other.published, each.published))
		);
	}
	among((each, all) => all.every((other) => each.at >= other.at));
	const [first] = best;
	return first
		? [
				first,
				...inOrder(
					nature,
					said.filter((each) => each !== first)
				)
			]
		: [];
}

function clusters(type: ValueType, said: readonly Said[]): Said[][] {
	const groups: Said[][] = [];
	for (const each of said) {
		const home = groups.find((group) => group.every((member) => agree(type, member.value, each.value)));
		if (home) home.push(each);
		else groups.push([each]);
	}
	return groups;
}

const version = (type: ValueType, group: Said[]) => ({ value: together(type, group), claims: ids(group), voices: voices(group) });
const versions = (type: ValueType, said: readonly Said[]) => clusters(type, said).map((group) => version(type, group));
const recorded = (said: readonly Said[]) => [...said].sort((a, b) => a.at - b.at);
const ids = (said: readonly Said[]) => recorded(said).map(({ id }) => id);
const voices = (said: readonly Said[]) =>
	recorded(said)
		.map(({ voice }) => voice)
		.filter((voice, at, all) => all.indexOf(voice) === at);

function together(type: ValueType, group: readonly Said[]): unknown {
	return shownOf(
		type,
		group.map(({ value }) => value)
	);
}
