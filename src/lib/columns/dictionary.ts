import { Growing } from './memory.ts';

/** Values as numbers, in order of first appearance. */
export class Dictionary {
	readonly values: string[] = [];
	readonly #codes = new Map<string, number>();

	code(value: string): number {
		let code = this.#codes.get(value);
		if (code === undefined) {
			code = this.values.push(value) - 1;
			this.#codes.set(value, code);
		}
		return code;
	}

	/** As `code`, with -1 for ''. */
	codeOrNone(value: string): number {
		return value === '' ? -1 : this.code(value);
	}
}

/** Lists of codes on their way into a column. */
export class ListDraft {
	readonly dictionary = new Dictionary();
	readonly ends = new Growing(Uint32Array);
	readonly codes = new Growing(Uint32Array);

	push(values: readonly string[]): void {
		for (const value of values) this.codes.push(this.dictionary.code(value));
		this.ends.push(this.codes.length);
	}
}

const known = new WeakMap<readonly string[], Map<string, number>>();

/**
 * The code of a value in a dictionary, -1 when it is not there. Remembered; a longer dictionary made of this one goes on
 * with the same memory, so an answer is checked before it is believed.
 */
export function codeIn(values: readonly string[], value: string): number {
	let codes = known.get(values);
	if (!codes) known.set(values, (codes = codesOf(values)));
	const code = codes.get(value);
	if (code === undefined || values[code] === value) return code ?? -1;
	known.set(values, (codes = codesOf(values)));
	return codes.get(value) ?? -1;
}

/** The dictionary with one more value behind; the old one stays as it is. */
export function withValue(values: readonly string[], value: string): readonly string[] {
	const longer = [...values, value];
	const codes = known.get(values);
	if (codes) known.set(longer, codes.set(value, values.length));
	return longer;
}

function codesOf(values: readonly string[]): Map<string, number> {
	return new Map(values.map((value, code) => [value, code]));
}
