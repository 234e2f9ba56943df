import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { groupLines, type GroupLine } from '#lib/tables/group-lines.ts';

const sizes = fc.array(fc.tuple(fc.integer({ min: 1, max: 6 }), fc.boolean()), { maxLength: 8 });

function setUp(of: readonly (readonly [number, boolean])[]) {
	let start = 0;
	const groups = of.map(([count], i) => {
		start += count;
		return { value: `v${i}`, start: start - count, count };
	});
	const closed = new Set(of.flatMap(([, shut], i) => (shut ? [`v${i}`] : [])));
	return { groups, closed, rows: start, lines: groupLines(groups, closed) };
}

describe('lines of a grouped table', () => {
	test('are each group’s head and then its rows, those of closed groups left out', () => {
		fc.assert(
			fc.property(sizes, (of) => {
				const { groups, closed, lines } = setUp(of);
				const slow: GroupLine[] = groups.flatMap(({ value, start, count }, group) => [
					{ group, row: -1 },
					...(closed.has(value) ? [] : Array.from({ length: count }, (_, i) => ({ group, row: start + i })))
				]);
				expect(Array.from({ length: lines.count }, (_, line) => lines.at(line))).toEqual(slow);
			}),
			{ seed: 3 }
		);
	});
	test('are found again from their row and their group', () => {
		fc.assert(
			fc.property(sizes, (of) => {
				const { groups, closed, rows, lines } = setUp(of);
				for (let row = 0; row < rows; row++) {
					const group = lines.groupOf(row);
					const line = lines.lineOf(row);
					if (closed.has(groups[group]!.value)) expect(line).toBe(-1);
					else expect(lines.at(line)).toEqual({ group, row });
				}
				groups.forEach((_, group) => expect(lines.at(lines.headOf(group))).toEqual({ group, row: -1 }));
				expect([lines.lineOf(-1), lines.lineOf(rows), lines.groupOf(-1)]).toEqual([-1, -1, -1]);
			}),
			{ seed: 3 }
		);
	});
});
