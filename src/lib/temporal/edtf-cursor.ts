/** Thrown inside the parser only; `parseEdtf` turns it into a result. */
export class EdtfError extends Error {
	readonly code: EdtfCode;
	readonly position: number;
	readonly expected: string;
	constructor(code: EdtfCode, position: number, expected: string) {
		super(`${code} at ${position}: expected ${expected}`);
		this.name = 'EdtfError';
		this.code = code;
		this.position = position;
		this.expected = expected;
	}
}

/** Why a text is not EDTF. */
export type EdtfCode =
	| 'empty'
	| 'too-long'
	| 'character'
	| 'digits'
	| 'year'
	| 'year-range'
	| 'month'
	| 'day'
	| 'hour'
	| 'minute'
	| 'second'
	| 'offset'
	| 'separator'
	| 'qualifier'
	| 'significant'
	| 'interval'
	| 'interval-order'
	| 'set'
	| 'set-order';

/** A place in the text, with the little looking about that the grammar needs. */
export class Cursor {
	readonly text: string;
	at: number;
	constructor(text: string) {
		this.text = text;
		this.at = 0;
	}
	/** The character here, `''` at the end. */
	get here(): string {
		return this.text.charAt(this.at);
	}
	get done(): boolean {
		return this.at >= this.text.length;
	}
	sees(part: string): boolean {
		return this.text.startsWith(part, this.at);
	}
	/** Steps over `part` if it is here. */
	take(part: string): boolean {
		if (!this.sees(part)) return false;
		this.at += part.length;
		return true;
	}
	/** The run of characters here that `allowed` holds, at most `limit` of them; steps over it. */
	run(allowed: string, limit = Infinity): string {
		const from = this.at;
		while (this.at < this.text.length && this.at - from < limit && allowed.includes(this.here)) this.at += 1;
		return this.text.slice(from, this.at);
	}
	fail(code: EdtfCode, expected: string, position = this.at): never {
		throw new EdtfError(code, position, expected);
	}
}

export const DIGITS = '0123456789';
