/** What a key, a clicker or a finger asks of the stage. */
export type StageAct = 'next' | 'previous' | 'first' | 'last' | 'blank' | 'pointer' | 'jump' | 'notes' | 'full' | 'follow' | 'leave';

/** Keys that mean the same in every direction. Clickers send PageUp and PageDown, some `.` or B for a blank screen. */
const KEYS: Readonly<Record<string, StageAct>> = {
	PageDown: 'next',
	' ': 'next',
	Enter: 'next',
	ArrowDown: 'next',
	PageUp: 'previous',
	Backspace: 'previous',
	ArrowUp: 'previous',
	Home: 'first',
	End: 'last',
	b: 'blank',
	B: 'blank',
	'.': 'blank',
	p: 'pointer',
	P: 'pointer',
	j: 'jump',
	J: 'jump',
	n: 'notes',
	N: 'notes',
	f: 'full',
	F: 'full',
	o: 'follow',
	O: 'follow',
	Escape: 'leave'
};

/** The letters' keys by their place: a presenter writes with Persian or Russian keys as well. */
const CODES: Readonly<Record<string, StageAct>> = {
	KeyB: 'blank',
	KeyP: 'pointer',
	KeyJ: 'jump',
	KeyN: 'notes',
	KeyF: 'full',
	KeyO: 'follow'
};

export interface StageKey {
	readonly key: string;
	readonly code: string;
	readonly ctrlKey: boolean;
	readonly metaKey: boolean;
	readonly altKey: boolean;
}

/** What a key does; the arrows go where they point: on a stage read from the right, ← is the next step. null: nothing. */
export function stageActOf({ key, code, ctrlKey, metaKey, altKey }: StageKey, rightToLeft: boolean): StageAct | null {
	if (ctrlKey || metaKey || altKey) return null;
	if (key === 'ArrowRight') return rightToLeft ? 'previous' : 'next';
	if (key === 'ArrowLeft') return rightToLeft ? 'next' : 'previous';
	return KEYS[key] ?? CODES[code] ?? null;
}

/** Px a finger has to travel sideways, and how much straighter than up and down. */
const SWIPE = 60;
const STRAIGHT = 2;

/** A swipe turns the page as in a book: towards where one reads from brings the next. */
export function swipeOf(dx: number, dy: number, rightToLeft: boolean): 'next' | 'previous' | null {
	if (Math.abs(dx) < SWIPE || Math.abs(dx) < STRAIGHT * Math.abs(dy)) return null;
	return dx < 0 === rightToLeft ? 'previous' : 'next';
}
