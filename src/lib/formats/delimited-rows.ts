import { ForeignFileError } from './foreign.ts';
import { problemOf } from './foreign-reading.ts';

/** A row of a delimited text: the line it begins on, counted from 1 as an editor counts them, and its cells. */
export interface RawRow {
	readonly row: number;
	readonly cells: string[];
	/** Nothing stands on the line: in a table of one column an empty cell, else no row at all. */
	readonly isBlank: boolean;
}

/** Characters a single row may have: beyond it a quote was surely left open. */
const LONGEST_ROW = 1 << 24;

/**
 * Reads delimited text (RFC 4180, strictly) piece by piece. Rows end at LF, CRLF or CR; a cell in quotes may hold
 * delimiters, line ends and doubled quotes. Lines without a quote, the most of them, are cut by the engine's own split.
 * (Own and not a package: rows come with the line they begin on and errors with line and cell, in pieces, without Node;
 * a test holds it equal to `csv-parse`.)
 */
export class DelimitedRows {
	readonly #file: string;
	readonly #delimiter: string;
	/** '' when quotes mean nothing. */
	readonly #quote: string;
	#buffer = '';
	#line = 1;

	constructor(file: string, delimiter: string, quote: string) {
		this.#file = file;
		this.#delimiter = delimiter;
		this.#quote = quote;
	}

	/**
	 * The rows that are whole after this piece; `isLast`: nothing follows.
	 * @throws ForeignFileError for a quote that is left open, or that stands where none may, with line and cell.
	 */
	*push(piece: string, isLast: boolean): Generator<RawRow> {
		const text = this.#buffer === '' ? piece : this.#buffer + piece;
		let at = 0;
		let nextQuote = this.#quote === '' ? Infinity : -1;
		let nextReturn = -1;
		const find = (sign: string, from: number) => {
			const found = text.indexOf(sign, from);
			return found < 0 ? Infinity : found;
		};
		for (;;) {
			if (at >= text.length) break;
			if (nextReturn < at) nextReturn = find('\r', at);
			if (nextQuote < at) nextQuote = find(this.#quote, at);
			const feed = find('\n', at);
			const end = Math.min(feed, nextReturn);
			if (nextQuote < end) {
				const row = this.#quotedRow(text, at, isLast);
				if (!row) break;
				yield { row: this.#line, cells: row.cells, isBlank: false };
				this.#line += row.lines;
				at = row.next;
				continue;
			}
			// A CR at the end of the piece may be half of a CRLF.
			if (end === Infinity ? !isLast : end === nextReturn && end === text.length - 1 && !isLast) break;
			const line = text.slice(at, end === Infinity ? text.length : end);
			yield { row: this.#line, cells: line.split(this.#delimiter), isBlank: line === '' };
			this.#line++;
			at = end === Infinity ? text.length : text.startsWith('\r\n', end) ? end + 2 : end + 1;
		}
		this.#buffer = isLast ? '' : text.slice(at);
		if (this.#buffer.length > LONGEST_ROW) this.#refuse('quote-open', this.#buffer, 1);
	}

	/** A row with quotes in it, from its first character; null: it does not end in this piece. */
	#quotedRow(text: string, from: number, isLast: boolean): { cells: string[]; next: number; lines: number } | null {
		const cells: string[] = [];
		let at = from;
		let lines = 1;
		for (;;) {
			if (text[at] !== this.#quote) {
				const end = this.#plainEnd(text, at);
				if (end === text.length && !isLast) return null;
				const cell = text.slice(at, end);
				if (cell.includes(this.#quote)) this.#refuse('quote-stray', cell, cells.length + 1, lines);
				cells.push(cell);
				at = end;
			} else {
				const close = this.#closingQuote(text, at + 1);
				// A quote at the very end of a piece may be the first of two.
				if (close < 0 || (close === text.length - 1 && !isLast)) {
					if (isLast) this.#refuse('quote-open', text.slice(at), cells.length + 1, lines);
					return null;
				}
				const cell = text.slice(at + 1, close);
				at = close + 1;
				lines += countLineEnds(cell);
				if (at < text.length && text[at] !== this.#delimiter && text[at] !== '\r' && text[at] !== '\n') {
					this.#refuse('quote-stray', text.slice(close + 1 - Math.min(cell.length + 2, 60), at + 40), cells.length + 1, lines);
				}
				cells.push(cell.includes(this.#quote) ? cell.replaceAll(this.#quote + this.#quote, this.#quote) : cell);
			}
			if (text[at] === this.#delimiter) {
				at++;
				continue;
			}
			if (text[at] === '\r' && at === text.length - 1 && !isLast) return null;
			const next = at >= text.length ? at : text.startsWith('\r\n', at) ? at + 2 : at + 1;
			return { cells, next, lines };
		}
	}

	/** Where an unquoted cell ends: at a delimiter, a line end or the end of the text. */
	#plainEnd(text: string, from: number): number {
		let at = from;
		while (at < text.length) {
			const sign = text[at];
			if (sign === this.#delimiter || sign === '\n' || sign === '\r') break;
			at++;
		}
		return at;
	}

	/** The quote that ends a quoted cell, doubled ones passed over; -1: it is not in this piece. */
	#closingQuote(text: string, from: number): number {
		let at = text.indexOf(this.#quote, from);
		while (at >= 0 && text[at + 1] === this.#quote) at = text.indexOf(this.#quote, at + 2);
		return at;
	}

	#refuse(code: string, value: string, column: number, lines = 1): never {
		const place = { file: this.#file, row: this.#line + lines - 1 };
		throw new ForeignFileError(problemOf(place, 'refused', 'file', code, value, { column, begins: this.#line }));
	}
}

/** Line ends as an editor counts them: LF, CRLF and CR are one each. */
export function countLineEnds(text: string): number {
	let count = 0;
	for (let at = 0; at < text.length; at++) {
		if (text[at] === '\n' || (text[at] === '\r' && text[at + 1] !== '\n')) count++;
	}
	return count;
}
