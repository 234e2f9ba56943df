import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { columnsFromRecords } from '#lib/columns/from-records.ts';
import type { RecordBody } from '#lib/domain/record.ts';
import { changesBetween, newContradictions, type ViewState } from '#lib/server/sharing/changes-since.ts';

/** A record as some sources tell it: by field, what each of them says. */
type Told = Readonly<Record<string, readonly string[]>>;

const distinct = (said: readonly string[]) => [...new Set(said)];

function bodyOf(told: Told, id = 'a', changed = 1): RecordBody {
	const fields = Object.fromEntries(
		Object.entries(told).flatMap(([field, said]) => {
			const values = distinct(said);
			if (values.length === 0) return [];
			const versions = values.map((value) => ({ value, claims: [`1.${values.indexOf(value)}`], voices: [value] }));
			const [shown] = versions;
			return [
				[
					field,
					{
						shape: 'value' as const,
						value: shown!.value,
						claims: shown!.claims,
						by: 'only' as const,
						...(values.length > 1 && { versions })
					}
				]
			];
		})
	);
	return { id, kind: 'event', fields, claims: [], sources: [], merged: [], since: 1, changed };
}

const told = fc.record({
	place: fc.array(fc.constantFrom('x', 'y', 'z'), { maxLength: 4 }),
	kind: fc.array(fc.constantFrom('p', 'q'), { maxLength: 3 })
});

describe('contradictions', () => {
	test('a field is newly contradicted when sources differ on it and one says what none said before, and not otherwise', () => {
		fc.assert(
			fc.property(told, told, (then, now) => {
				const slow = Object.keys(now).filter((field) => {
					const [before, after] = [distinct((then as Told)[field]!), distinct((now as Told)[field]!)];
					return after.length > 1 && after.some((value) => !before.includes(value));
				});
				const found = newContradictions(bodyOf(then), bodyOf(now));
				expect(found.map(({ field }) => field).sort()).toEqual(slow.sort());
				for (const { field, versions } of found)
					for (const { value, isNew } of versions) expect(isNew).toBe(!(then as Told)[field]!.includes(String(value)));
			}),
			{ seed: 11, numRuns: 500 }
		);
	});

	test('what one source takes back and another goes on saying is no new contradiction', () => {
		expect(newContradictions(bodyOf({ place: ['x', 'y', 'z'] }), bodyOf({ place: ['x', 'y'] }))).toEqual([]);
	});
});

test('each change names the entry that made it, and what is gone names none', () => {
	const state = (...bodies: RecordBody[]): ViewState => ({
		set: columnsFromRecords(bodies, 9),
		bodies: new Map(bodies.map((body) => [body.id, body]))
	});
	const then = state(bodyOf({ place: ['x'] }, 'stays'), bodyOf({ place: ['x'] }, 'goes'));
	const now = state(bodyOf({ place: ['x', 'y'] }, 'stays', 7), bodyOf({}, 'comes', 8));
	const changes = changesBetween(then, now);
	expect(changes.map(({ id, what, seq }) => [id, what.join(), seq])).toEqual([
		['comes', 'added', 8],
		['stays', 'contradicted', 7],
		['goes', 'dropped', null]
	]);
});
