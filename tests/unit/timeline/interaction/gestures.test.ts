import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
	AT_REST,
	gesture,
	wheelPower,
	type GestureFrame,
	type GestureInput,
	type GestureResult
} from '#lib/timeline/interaction/gestures.ts';
import { timeScale, type TimeDirection } from '#lib/timeline/scale/time-scale.ts';

const WIDTH = 1000;
const wide = { start: 1000, end: 2000 };

function frameOf(change: Partial<GestureFrame> & { direction?: TimeDirection } = {}): GestureFrame {
	const extent = change.extent ?? wide;
	const scale = timeScale(extent, change.direction ?? 'ltr');
	return {
		extent,
		dayAt: (x) => scale.toDay(x / WIDTH),
		hit: () => null,
		spanOf: () => null,
		selected: null,
		embedded: false,
		...change
	};
}

type Pointer = Extract<GestureInput, { type: 'down' | 'move' | 'up' }>;

function pointer(type: Pointer['type'], x: number, change: Partial<Pointer> = {}): Pointer {
	return { type, pointer: 1, x, y: 50, at: 0, coarse: false, shift: false, ...change };
}

function wheel(change: Partial<Extract<GestureInput, { type: 'wheel' }>>): GestureInput {
	return { type: 'wheel', x: 500, deltaX: 0, deltaY: 0, mode: 0, shift: false, control: false, ...change };
}

/** Plays inputs as the component does: each `look` becomes the next frame's extent. */
function play(
	inputs: readonly GestureInput[],
	change: Parameters<typeof frameOf>[0] = {}
): { last: GestureResult; frame: GestureFrame; all: GestureResult[] } {
	let frame = frameOf(change);
	let state = AT_REST;
	const all: GestureResult[] = [];
	for (const input of inputs) {
		const result = gesture(state, input, frame);
		state = result.state;
		if (result.look) frame = frameOf({ ...change, extent: result.look });
		all.push(result);
	}
	const last = all.at(-1);
	if (!last) throw new Error('nothing played');
	return { last, frame, all };
}

describe('dragging', () => {
	for (const direction of ['ltr', 'rtl'] as const) {
		test(`what is held stays under the pointer where time runs ${direction}`, () => {
			const held = frameOf({ direction }).dayAt(300);
			const { frame, last } = play([pointer('down', 300), pointer('move', 340), pointer('move', 555), pointer('up', 555)], { direction });
			expect(frame.dayAt(555)).toBeCloseTo(held, 9);
			expect(frame.extent.end - frame.extent.start).toBeCloseTo(1000, 9);
			expect(last.settle).toBe('now');
			expect(last.intents).toEqual([]);
		});
	}

	test('to the right shows earlier days where time runs left to right, later ones where it runs right to left', () => {
		const steps = [pointer('down', 300), pointer('move', 400)];
		expect(play(steps).frame.extent.start).toBeCloseTo(900, 9);
		expect(play(steps, { direction: 'rtl' }).frame.extent.start).toBeCloseTo(1100, 9);
	});

	test('up and down scrolls the lanes with a mouse; a finger’s scrolling is the browser’s own', () => {
		const drag = (coarse: boolean) =>
			play([pointer('down', 300, { coarse }), pointer('move', 330, { y: 20, coarse }), pointer('move', 330, { y: 5, coarse })]).last
				.scrollBy;
		expect(drag(false)).toBe(15);
		expect(drag(true)).toBe(0);
	});

	test('does not lead out of the bounds, and keeps its span there', () => {
		const { frame } = play([pointer('down', 100), pointer('move', 900)], { bounds: { start: 1200, end: 1800 } });
		expect(frame.extent).toEqual({ start: 700, end: 1700 });
	});

	test('a cancelled drag stays where it is and is told', () => {
		const { last, frame } = play([pointer('down', 300), pointer('move', 400), { type: 'cancel', pointer: 1 }]);
		expect(last.settle).toBe('now');
		expect(last.state).toEqual(AT_REST);
		expect(frame.extent.start).toBeCloseTo(900, 9);
	});
});

describe('clicking', () => {
	const frame = { hit: (x: number) => (x === 300 ? 'wg-5' : null) };

	test('selects what is hit, and nothing on empty ground; moving three px is still a click', () => {
		expect(play([pointer('down', 300), pointer('up', 300)], frame).last.intents).toEqual([{ type: 'select', id: 'wg-5' }]);
		expect(play([pointer('down', 297), pointer('move', 300), pointer('up', 300)], frame).last.intents).toEqual([
			{ type: 'select', id: 'wg-5' }
		]);
		expect(play([pointer('down', 10), pointer('up', 10)], frame).last.intents).toEqual([{ type: 'select', id: null }]);
	});

	test('a finger may move more than a mouse before it drags', () => {
		const steps = (coarse: boolean) => [pointer('down', 300, { coarse }), pointer('move', 308, { coarse })];
		expect(play(steps(true)).last.look).toBeNull();
		expect(play(steps(false)).last.look).not.toBeNull();
	});

	test('with shift selects the range from the selected record to this one, in either order', () => {
		const spans: Record<string, { start: number; end: number }> = { early: { start: 10, end: 11 }, late: { start: 20, end: 25 } };
		const ranged = (selected: string, id: string) =>
			play([pointer('down', 1, { shift: true }), pointer('up', 1, { shift: true })], {
				selected,
				hit: () => id,
				spanOf: (one) => spans[one] ?? null
			}).last.intents;
		expect(ranged('early', 'late')).toEqual([{ type: 'select', id: 'late', range: { start: 10, end: 25 } }]);
		expect(ranged('late', 'early')).toEqual([{ type: 'select', id: 'early', range: { start: 10, end: 25 } }]);
		expect(ranged('undated', 'early')).toEqual([{ type: 'select', id: 'early' }]);
	});

	test('a double click zooms in twofold about the pointer, with shift out', () => {
		const near = gesture(AT_REST, { type: 'double', x: 250, y: 0, shift: false }, frameOf());
		expect(near.look).toEqual({ start: 1125, end: 1625 });
		expect(near.settle).toBe('now');
		expect(gesture(AT_REST, { type: 'double', x: 250, y: 0, shift: true }, frameOf()).look).toEqual({ start: 750, end: 2750 });
	});

	test('two quick taps are a double one; two slow ones are two', () => {
		const taps = (gap: number) =>
			play([
				pointer('down', 300, { coarse: true }),
				pointer('up', 300, { coarse: true, at: 0 }),
				pointer('down', 305, { coarse: true }),
				pointer('up', 305, { coarse: true, at: gap })
			]).last;
		expect(taps(200).look).not.toBeNull();
		expect(taps(200).intents).toEqual([]);
		expect(taps(900).look).toBeNull();
	});
});

describe('the wheel', () => {
	for (const direction of ['ltr', 'rtl'] as const) {
		test(`zooms about the pointer where time runs ${direction}`, () => {
			const day = frameOf({ direction }).dayAt(730);
			const { frame, last } = play([wheel({ x: 730, deltaY: -100 })], { direction });
			expect(frame.dayAt(730)).toBeCloseTo(day, 9);
			expect(frame.extent.end - frame.extent.start).toBeCloseTo(1000 / 2 ** 0.2, 9);
			expect(last.settle).toBe('soon');
		});

		test(`with shift, or sideways, moves the view to where it points, where time runs ${direction}`, () => {
			const later = direction === 'ltr' ? 1 : -1;
			expect(play([wheel({ shift: true, deltaY: 50 })], { direction }).frame.extent.start).toBeCloseTo(1000 + 50 * later, 9);
			expect(play([wheel({ deltaX: 50, deltaY: 3 })], { direction }).frame.extent.start).toBeCloseTo(1000 + 50 * later, 9);
		});
	}

	test('is left to the host page when embedded, with a hint, unless Ctrl or ⌘ is held', () => {
		const alone = gesture(AT_REST, wheel({ deltaY: -100 }), frameOf({ embedded: true }));
		expect(alone.look).toBeNull();
		expect(alone.hint).toBe(true);
		const held = gesture(AT_REST, wheel({ deltaY: -100, control: true }), frameOf({ embedded: true }));
		expect(held.look).not.toBeNull();
		expect(held.hint).toBe(false);
	});

	test('stops at the nearest and the farthest view, with the pointer’s day in its place', () => {
		for (const deltaY of [-20_000, 20_000]) {
			const { frame } = play(Array.from({ length: 20 }, () => wheel({ x: 250, deltaY })));
			expect(Number.isFinite(frame.extent.start)).toBe(true);
			expect(frame.dayAt(250)).toBeCloseTo(1250, 6);
		}
	});

	test('a touchpad’s small deltas count tenfold, a mouse’s with Ctrl do not', () => {
		expect(wheelPower(-4, 0, true)).toBeCloseTo(0.08, 12);
		expect(wheelPower(-120, 0, true)).toBeCloseTo(0.24, 12);
		expect(wheelPower(-3, 1, false)).toBeCloseTo(0.15, 12);
	});
});

describe('two fingers', () => {
	for (const direction of ['ltr', 'rtl'] as const) {
		test(`each day held stays under its finger where time runs ${direction}`, () => {
			const start = frameOf({ direction });
			const [a, b] = [start.dayAt(400), start.dayAt(600)];
			const { frame } = play(
				[
					pointer('down', 400, { coarse: true }),
					pointer('down', 600, { coarse: true, pointer: 2 }),
					pointer('move', 300, { coarse: true }),
					pointer('move', 800, { coarse: true, pointer: 2 })
				],
				{ direction }
			);
			expect(frame.dayAt(300)).toBeCloseTo(a, 6);
			expect(frame.dayAt(800)).toBeCloseTo(b, 6);
		});
	}

	test('lifting one goes on as a drag, without a leap, and the last one settles', () => {
		const { all } = play([
			pointer('down', 400, { coarse: true }),
			pointer('down', 600, { coarse: true, pointer: 2 }),
			pointer('move', 700, { coarse: true, pointer: 2 }),
			pointer('up', 700, { coarse: true, pointer: 2 }),
			pointer('move', 401, { coarse: true }),
			pointer('up', 401, { coarse: true })
		]);
		const pinched = all[2]?.look;
		const dragged = all[4]?.look;
		if (!pinched || !dragged) throw new Error('nothing to look at');
		expect(dragged.end - dragged.start).toBeCloseTo(pinched.end - pinched.start, 9);
		expect(Math.abs(dragged.start - pinched.start)).toBeLessThan(1);
		expect(all[3]?.settle).toBeNull();
		expect(all[5]?.settle).toBe('now');
		expect(all.flatMap((one) => one.intents)).toEqual([]);
	});

	test('random gestures never turn time round nor lose it', () => {
		const step = fc.oneof(
			fc.record({
				kind: fc.constantFrom('down' as const, 'move' as const, 'up' as const),
				id: fc.integer({ min: 1, max: 3 }),
				x: fc.integer({ min: -50, max: 1050 })
			}),
			fc.record({ kind: fc.constant('wheel' as const), id: fc.constant(0), x: fc.integer({ min: 0, max: 1000 }) })
		);
		fc.assert(
			fc.property(fc.array(step, { minLength: 1, maxLength: 60 }), fc.constantFrom('ltr' as const, 'rtl' as const), (steps, direction) => {
				const { frame } = play(
					steps.map(({ kind, id, x }) =>
						kind === 'wheel' ? wheel({ x, deltaY: x - 500 }) : pointer(kind, x, { pointer: id, coarse: true })
					),
					{ direction }
				);
				expect(Number.isFinite(frame.extent.start)).toBe(true);
				expect(frame.extent.end).toBeGreaterThan(frame.extent.start);
			}),
			{ seed: 3, numRuns: 300 }
		);
	});
});
