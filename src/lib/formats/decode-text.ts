import { ENCODINGS, encodingOfMark } from './encoding.ts';

type Bytes = AsyncIterable<Uint8Array> | Iterable<Uint8Array>;

/** Bytes without a line end that are waited for; beyond, a piece is cut between two letters. */
const LONGEST_LINE = 1 << 22;

/** Told of every line with bytes that are no text in this encoding; in the text each stands as U+FFFD. */
export type UndecodableLine = (line: number, shown: string) => void;

/** Whether an encoding of this name can be read. */
export function isEncoding(name: string): boolean {
	return (ENCODINGS as readonly string[]).includes(name.toLowerCase());
}

/**
 * The text of a file, piece by piece, without its byte order mark. What cannot be decoded is reported by line, before
 * the piece it stands in is given out: never a silent U+FFFD. Undefined bytes of a code page, which decode to control
 * characters U+0080–U+009F, are reported likewise.
 * @throws RangeError when there is no such encoding.
 */
export async function* decodeText(bytes: Bytes, encoding: string, onUndecodable: UndecodableLine): AsyncGenerator<string> {
	const name = encoding.toLowerCase();
	if (!isEncoding(name)) throw new RangeError(`no such encoding: ${encoding}`);
	const unit = name.startsWith('utf-16') ? 2 : 1;
	const strict = new TextDecoder(name, { fatal: true, ignoreBOM: true });
	const loose = new TextDecoder(name, { ignoreBOM: true });
	let rest = new Uint8Array();
	let line = 1;
	let isFirst = true;

	const decode = (piece: Uint8Array): string => {
		let text: string;
		try {
			text = strict.decode(piece);
			if (unit === 1 && name !== 'utf-8' && /[\u0080-\u009F]/.test(text)) report(text.split('\n'), /[\u0080-\u009F]/);
		} catch {
			text = loose.decode(piece);
			const damaged: string[] = [];
			for (const [from, to] of linesOf(piece, name)) {
				const part = piece.subarray(from, to);
				damaged.push(isClean(strict, part) ? '' : loose.decode(part));
			}
			report(damaged, /[^]/);
		}
		line += countLines(text);
		return text;
	};
	const report = (lines: readonly string[], sign: RegExp) => {
		lines.forEach((text, index) => {
			if (sign.test(text)) onUndecodable(line + index, text.trim());
		});
	};

	for await (const chunk of bytes) {
		let piece = rest.length > 0 ? joined(rest, chunk) : chunk;
		if (isFirst && piece.length >= 3) {
			isFirst = false;
			if (encodingOfMark(piece) === name) piece = piece.subarray(name === 'utf-8' ? 3 : 2);
		}
		// Pieces end after a line, so that no letter is ever torn and lines can be named.
		const end = isFirst ? 0 : lastLineEnd(piece, name) || (piece.length > LONGEST_LINE ? letterEnd(piece, name) : 0);
		if (end > 0) yield decode(piece.subarray(0, end));
		rest = piece.slice(end);
	}
	if (isFirst && encodingOfMark(rest) === name) rest = rest.subarray(name === 'utf-8' ? 3 : 2);
	if (rest.length > 0) yield decode(rest);
}

function isClean(decoder: TextDecoder, bytes: Uint8Array): boolean {
	try {
		decoder.decode(bytes);
		return true;
	} catch {
		return false;
	}
}

/** The position after the last line feed. A line feed is the byte 0A in every encoding read here, and the unit 000A in UTF-16. */
function lastLineEnd(bytes: Uint8Array, encoding: string): number {
	if (!encoding.startsWith('utf-16')) return bytes.lastIndexOf(0x0a) + 1;
	for (let at = bytes.length - (bytes.length % 2) - 2; at >= 0; at -= 2) if (isWideLineFeed(bytes, at, encoding)) return at + 2;
	return 0;
}

/** The last position that does not tear a letter. */
function letterEnd(bytes: Uint8Array, encoding: string): number {
	let end = bytes.length - (encoding.startsWith('utf-16') ? bytes.length % 2 : 0);
	if (encoding === 'utf-8') while (end > 0 && ((bytes[end - 1] ?? 0) & 0xc0) === 0x80) end--;
	if (encoding === 'utf-8') return end - 1;
	const high = encoding === 'utf-16le' ? bytes[end - 1] : bytes[end - 2];
	return encoding.startsWith('utf-16') && ((high ?? 0) & 0xfc) === 0xd8 ? end - 2 : end;
}

function isWideLineFeed(bytes: Uint8Array, at: number, encoding: string): boolean {
	return encoding === 'utf-16le' ? bytes[at] === 0x0a && bytes[at + 1] === 0 : bytes[at] === 0 && bytes[at + 1] === 0x0a;
}

function* linesOf(bytes: Uint8Array, encoding: string): Generator<readonly [from: number, to: number]> {
	let from = 0;
	while (from < bytes.length) {
		let to = from;
		if (encoding.startsWith('utf-16')) {
			while (to < bytes.length && !isWideLineFeed(bytes, to, encoding)) to += 2;
			to = Math.min(to + 2, bytes.length);
		} else {
			const feed = bytes.indexOf(0x0a, from);
			to = feed < 0 ? bytes.length : feed + 1;
		}
		yield [from, to];
		from = to;
	}
}

function countLines(text: string): number {
	let count = 0;
	for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) count++;
	return count;
}

function joined(first: Uint8Array, second: Uint8Array): Uint8Array {
	const both = new Uint8Array(first.length + second.length);
	both.set(first);
	both.set(second, first.length);
	return both;
}
