/**
 * Encodings a text file may be read in, by their WHATWG names. (`iso-8859-1` is read as `windows-1252`, as everywhere
 * on the web: it differs only where ISO 8859-1 has control characters.)
 */
export const ENCODINGS = [
	'utf-8',
	'utf-16le',
	'utf-16be',
	'windows-1250',
	'windows-1251',
	'windows-1252',
	'windows-1253',
	'windows-1254',
	'windows-1255',
	'windows-1256',
	'windows-1257',
	'iso-8859-1',
	'iso-8859-2',
	'iso-8859-5',
	'iso-8859-6',
	'iso-8859-7',
	'iso-8859-9',
	'iso-8859-15',
	'koi8-r',
	'ibm866',
	'macintosh'
] as const;

/** What speaks for an encoding. `latin`, `cyrillic`, `arabic`: how the bytes above 127 stand beside others, which is a hint and no proof. */
export type EncodingEvidence =
	'bom' | 'ascii' | 'utf-8' | 'utf-16-zeros' | 'declared' | 'latin' | 'central-european' | 'cyrillic' | 'arabic';

/** `sure: false`: somebody has to say so; a text in one script can be valid in another one's code page. */
export interface EncodingCandidate {
	readonly encoding: string;
	readonly sure: boolean;
	readonly because: EncodingEvidence;
}

type Bytes = AsyncIterable<Uint8Array> | Iterable<Uint8Array>;

/** Bytes kept for looking at more closely: the neighbourhood of the first bytes above 127. */
const SAMPLE = 65_536;

/**
 * The encodings a file may be in, the likeliest first. It is read to its end: whether a file is UTF-8 is certain only
 * then. UTF-8 and UTF-16 are told for sure; among the code pages of one byte a letter nobody chooses but a person.
 */
export async function detectEncoding(bytes: Bytes): Promise<EncodingCandidate[]> {
	const decoder = new TextDecoder('utf-8', { fatal: true });
	const sample = new Sample();
	let [isUtf8, isAscii, isFirst] = [true, true, true];
	for await (const chunk of bytes) {
		if (chunk.length === 0) continue;
		if (isFirst) {
			const marked = encodingOfMark(chunk);
			if (marked) return [{ encoding: marked, sure: true, because: 'bom' }];
			isFirst = false;
		}
		isAscii &&= sample.add(chunk);
		isUtf8 &&= decodes(decoder, chunk, true);
	}
	isUtf8 &&= decodes(decoder, new Uint8Array(), false);
	const wide = sample.wideEncoding();
	if (wide) return [{ encoding: wide, sure: true, because: 'utf-16-zeros' }];
	if (isAscii) return [{ encoding: 'utf-8', sure: true, because: 'ascii' }];
	if (isUtf8) return [{ encoding: 'utf-8', sure: true, because: 'utf-8' }];
	const declared = sample.declaredEncoding();
	return declared ? [{ encoding: declared, sure: true, because: 'declared' }] : codePages(sample.aroundHighBytes());
}

/** The encoding a byte order mark names. */
export function encodingOfMark(head: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' | null {
	if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return 'utf-8';
	if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
	return head[0] === 0xfe && head[1] === 0xff ? 'utf-16be' : null;
}

function decodes(decoder: TextDecoder, bytes: Uint8Array, stream: boolean): boolean {
	try {
		decoder.decode(bytes, { stream });
		return true;
	} catch {
		return false;
	}
}

/** The head of a file, and the lines in which it first leaves ASCII. */
/** A stray zero byte makes no text one of two bytes a letter. */
const LEAST_ZEROS = 4;

class Sample {
	#head = new Uint8Array();
	readonly #high: Uint8Array[] = [];
	#kept = 0;

	/** @returns whether the chunk is all ASCII. */
	add(chunk: Uint8Array): boolean {
		if (this.#head.length < SAMPLE) {
			const head = new Uint8Array(Math.min(SAMPLE, this.#head.length + chunk.length));
			head.set(this.#head);
			head.set(chunk.subarray(0, head.length - this.#head.length), this.#head.length);
			this.#head = head;
		}
		let at = chunk.findIndex((byte) => byte > 127);
		const isAscii = at < 0;
		while (at >= 0 && this.#kept < SAMPLE) {
			const around = chunk.slice(Math.max(0, at - 32), at + 512);
			this.#high.push(around);
			this.#kept += around.length;
			const from = at + 512;
			const next = chunk.subarray(from).findIndex((byte) => byte > 127);
			at = next < 0 ? -1 : from + next;
		}
		return isAscii;
	}

	aroundHighBytes(): readonly Uint8Array[] {
		return this.#high;
	}

	/** What an XML file says of itself. */
	declaredEncoding(): string | null {
		const head = new TextDecoder('windows-1252').decode(this.#head.subarray(0, 200));
		const said = /^<\?xml\s[^>]*?encoding\s*=\s*["']([\w.:-]+)["']/iu.exec(head)?.[1]?.toLowerCase();
		return ENCODINGS.find((encoding) => encoding === said && encoding !== 'utf-8') ?? null;
	}

	/**
	 * UTF-16 without a mark: the separators and line ends of a table are ASCII, so one of the two bytes of many units is
	 * zero, always the same one; no text of one byte a letter has zeros at all.
	 */
	wideEncoding(): 'utf-16le' | 'utf-16be' | null {
		let [even, odd] = [0, 0];
		this.#head.forEach((byte, at) => {
			if (byte !== 0) return;
			if (at % 2) odd++;
			else even++;
		});
		const [most, least] = [Math.max(even, odd), Math.min(even, odd)];
		if (most < LEAST_ZEROS || most < this.#head.length / 40 || least > most / 20) return null;
		const encoding = odd > even ? 'utf-16le' : 'utf-16be';
		const whole = this.#head.subarray(0, this.#head.length - (this.#head.length % 2));
		return decodes(new TextDecoder(encoding, { fatal: true }), whole, true) ? encoding : null;
	}
}

const CODE_PAGES: readonly (readonly [encoding: string, script: RegExp, because: EncodingEvidence])[] = [
	['windows-1252', /\p{Script=Latin}/u, 'latin'],
	['windows-1250', /\p{Script=Latin}/u, 'central-european'],
	['windows-1251', /\p{Script=Cyrillic}/u, 'cyrillic'],
	['koi8-r', /\p{Script=Cyrillic}/u, 'cyrillic'],
	['windows-1256', /\p{Script=Arabic}/u, 'arabic'],
	['iso-8859-6', /\p{Script=Arabic}/u, 'arabic']
];

/**
 * Code pages by how well words come out of them: a word of Cyrillic or Arabic is written in high bytes from end to end,
 * a word of a Latin language has one or two among ASCII letters. Capitals inside a word speak against.
 */
function codePages(samples: readonly Uint8Array[]): EncodingCandidate[] {
	return CODE_PAGES.map(([encoding, script, because], order) => ({ encoding, because, order, score: scoreOf(samples, encoding, script) }))
		.sort((a, b) => b.score - a.score || a.order - b.order)
		.map(({ encoding, because }) => ({ encoding, sure: false, because }));
}

function scoreOf(samples: readonly Uint8Array[], encoding: string, script: RegExp): number {
	const isLatin = encoding === 'windows-1252' || encoding === 'windows-1250';
	let score = 0;
	for (const sample of samples) {
		const text = new TextDecoder(encoding).decode(sample);
		for (const word of text.match(/[\p{L}\p{M}\u0080-\u009F]+/gu) ?? []) {
			const high = word.match(/[^\p{ASCII}]/gu)?.length ?? 0;
			if (high === 0) continue;
			const own = [...word].filter((letter) => script.test(letter)).length;
			const isMixed = high < word.length;
			const breaks = /\p{Ll}\p{Lu}|[\u0080-\u009F]/u.test(word) ? 2 : 0;
			score += (own / word.length) * high * (isLatin === isMixed ? 2 : 0.5) - breaks * high;
		}
	}
	return score;
}
