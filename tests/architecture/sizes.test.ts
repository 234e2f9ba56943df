import { expect, test } from 'vitest';
import { readTree } from '../support/source-tree.ts';

const MOST_LINES = 400;
const MOST_MEDIAN = 150;

const lines = readTree('src').map((file) => ({ path: file.path, lines: file.text.trimEnd().split('\n').length }));
const inOrder = lines.map((file) => file.lines).sort((a, b) => a - b);
const median = inOrder[Math.floor(inOrder.length / 2)] ?? 0;

test(`none of the ${lines.length} source files is longer than ${MOST_LINES} lines`, () => {
	expect(lines.filter((file) => file.lines > MOST_LINES)).toEqual([]);
});

test(`the median file has ${median} lines, at most ${MOST_MEDIAN}`, () => {
	expect(lines.length).toBeGreaterThan(50);
	expect(median).toBeLessThanOrEqual(MOST_MEDIAN);
});
