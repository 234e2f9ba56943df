import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { keyResult, type KeyFrame, type KeyPress } from '#lib/timeline/interaction/keyboard.ts';
import { timeScale } from '#lib/timeline/scale/time-scale.ts';

const extent = { start: 1000, end: 2000 };

function frameOf(change: Partial<KeyFrame> = {}): KeyFrame {
	const direction = change.direction ?? 'ltr';
	return {
		extent,
		direction,
		cursor: null,
		selected: null,
		// Two rows: a b c over d e.
		marks: [
			{ id: 'b', x: 300, y: 10 },
			{ id: 'a', x: 100, y: 10 },
			{ id: 'c', x: 700, y: 10 },
			{ id: 'd', x: 120, y: 32 },
			{ id: 'e', x: 650, y: 32 }
		],
		dayAt: (x) => timeScale(extent, direction).toDay(x / 1000),
		...change
	};
}

function press(key: string, change: Partial<KeyPress> = {}): KeyPress {
	return { key, code: key, shift: false, control: false, ...change };
}

describe('arrows', () => {
	for (const direction of ['ltr', 'rtl'] as const) {
		test(`← goes to what is on the left, → to what is on the right, where time runs ${direction}`, () => {
			const frame = frameOf({ direction, cursor: 'b' });
			expect(keyResult(press('ArrowLeft'), frame)).toEqual({ type: 'hover', id: 'a' });
			expect(keyResult(press('ArrowRight'), frame)).toEqual({ type: 'hover', id: 'c' });
		});
	}

	test('↑ and ↓ go to the nearest mark of the next row', () => {
		expect(keyResult(press('ArrowDown'), frameOf({ cursor: 'c' }))).toEqual({ type: 'hover', id: 'e' });
		expect(keyResult(press('ArrowUp'), frameOf({ cursor: 'd' }))).toEqual({ type: 'hover', id: 'a' });
		expect(keyResult(press('ArrowUp'), frameOf({ cursor: 'a' }))).toBeNull();
	});

	test('at the end of a row the view moves that way: later on the right, or on the left where time runs right to left', () => {
		expect(keyResult(press('ArrowRight'), frameOf({ cursor: 'c' }))).toEqual({ type: 'extent', extent: { start: 1200, end: 2200 } });
		expect(keyResult(press('ArrowRight'), frameOf({ cursor: 'c', direction: 'rtl' }))).toEqual({
			type: 'extent',
			extent: { start: 800, end: 1800 }
		});
	});

	test('with shift the view moves, whatever mark is current', () => {
		expect(keyResult(press('ArrowLeft', { shift: true }), frameOf({ cursor: 'b' }))).toEqual({
			type: 'extent',
			extent: { start: 800, end: 1800 }
		});
	});

	test('the first arrow goes to the selected mark’s neighbour, or to the earliest of the first row', () => {
		expect(keyResult(press('ArrowRight'), frameOf({ selected: 'a' }))).toEqual({ type: 'hover', id: 'b' });
		expect(keyResult(press('ArrowRight'), frameOf())).toEqual({ type: 'hover', id: 'a' });
		expect(keyResult(press('ArrowLeft'), frameOf({ direction: 'rtl' }))).toEqual({ type: 'hover', id: 'c' });
	});

	test('every mark can be reached, and ← undoes → (random marks, many at one place)', () => {
		const mark = fc.record({ x: fc.integer({ min: 0, max: 6 }), y: fc.integer({ min: 0, max: 3 }) });
		fc.assert(
			fc.property(fc.array(mark, { minLength: 1, maxLength: 14 }), (places) => {
				const marks = places.map((place, n) => ({ id: `m${n}`, x: place.x * 50, y: place.y * 22 }));
				const start = keyResult(press('ArrowDown'), frameOf({ marks }));
				const reached = new Set<string>();
				const queue = start?.type === 'hover' && start.id ? [start.id] : [];
				for (let cursor = queue.pop(); cursor !== undefined; cursor = queue.pop()) {
					if (reached.has(cursor)) continue;
					reached.add(cursor);
					for (const key of ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown']) {
						const next = keyResult(press(key), frameOf({ marks, cursor }));
						if (next?.type !== 'hover' || next.id === null) continue;
						queue.push(next.id);
						if (key === 'ArrowRight')
							expect(keyResult(press('ArrowLeft'), frameOf({ marks, cursor: next.id }))).toEqual({ type: 'hover', id: cursor });
					}
				}
				expect(reached.size).toBe(marks.length);
			}),
			{ seed: 7, numRuns: 200 }
		);
	});
});

describe('other keys', () => {
	test('Home is the earliest and End the latest in view, in both directions of time', () => {
		expect(keyResult(press('Home'), frameOf())).toEqual({ type: 'hover', id: 'a' });
		expect(keyResult(press('End'), frameOf())).toEqual({ type: 'hover', id: 'c' });
		expect(keyResult(press('Home'), frameOf({ direction: 'rtl' }))).toEqual({ type: 'hover', id: 'c' });
		expect(keyResult(press('End'), frameOf({ direction: 'rtl' }))).toEqual({ type: 'hover', id: 'a' });
	});

	test('+ comes nearer about the current mark, which keeps its place; − undoes it', () => {
		const nearer = keyResult(press('+'), frameOf({ cursor: 'a' }));
		if (nearer?.type !== 'extent') throw new Error('no extent');
		expect((1100 - nearer.extent.start) / (nearer.extent.end - nearer.extent.start)).toBeCloseTo(0.1, 10);
		const back = keyResult(press('-'), frameOf({ cursor: 'a', extent: nearer.extent, dayAt: () => 1100 }));
		if (back?.type !== 'extent') throw new Error('no extent');
		expect(back.extent.start).toBeCloseTo(1000, 6);
		expect(back.extent.end).toBeCloseTo(2000, 6);
	});

	test('+ about a mark on the shelf, which has no day, is about the middle', () => {
		const marks = [{ id: 's', x: 1100, y: 10 }];
		const nearer = keyResult(press('+'), frameOf({ cursor: 's', marks }));
		if (nearer?.type !== 'extent') throw new Error('no extent');
		expect(nearer.extent.start + nearer.extent.end).toBeCloseTo(3000, 6);
	});

	test('Enter opens and Space selects the current mark; without one they are the page’s', () => {
		expect(keyResult(press('Enter'), frameOf({ cursor: 'd' }))).toEqual({ type: 'open', id: 'd' });
		expect(keyResult(press(' '), frameOf({ cursor: 'd' }))).toEqual({ type: 'select', id: 'd' });
		expect(keyResult(press('Enter'), frameOf())).toBeNull();
		expect(keyResult(press(' '), frameOf())).toBeNull();
	});

	test('Escape leaves the mark first, then the selection, then is the page’s', () => {
		expect(keyResult(press('Escape'), frameOf({ cursor: 'a', selected: 'b' }))).toEqual({ type: 'hover', id: null });
		expect(keyResult(press('Escape'), frameOf({ selected: 'b' }))).toEqual({ type: 'select', id: null });
		expect(keyResult(press('Escape'), frameOf())).toBeNull();
	});

	test('0, T and ? are found by place on Persian, Arabic and Russian keyboards', () => {
		expect(keyResult(press('۰', { code: 'Digit0' }), frameOf())).toEqual({ type: 'fit' });
		expect(keyResult(press('ف', { code: 'KeyT' }), frameOf())).toEqual({ type: 'today' });
		expect(keyResult(press('е', { code: 'KeyT' }), frameOf())).toEqual({ type: 'today' });
		expect(keyResult(press('؟', { code: 'Slash', shift: true }), frameOf())).toEqual({ type: 'keys' });
		expect(keyResult(press(',', { code: 'Slash', shift: true }), frameOf())).toEqual({ type: 'keys' });
	});

	test('keys with Ctrl, ⌘ or Alt belong to the browser', () => {
		for (const key of ['ArrowLeft', '+', '-', '0', 'Enter'])
			expect(keyResult(press(key, { control: true }), frameOf({ cursor: 'a' }))).toBeNull();
	});

	test('keys do not lead out of the bounds', () => {
		const result = keyResult(press('ArrowRight', { shift: true }), frameOf({ bounds: { start: 1000, end: 1600 } }));
		expect(result).toEqual({ type: 'extent', extent: { start: 1100, end: 2100 } });
	});
});
