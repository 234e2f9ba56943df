import { describe, expect, test } from 'vitest';
import { decodeText } from '#lib/formats/decode-text.ts';
import { detectEncoding } from '#lib/formats/encoding.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);
const utf16 = (text: string, littleEndian: boolean) => {
	const view = new DataView(new ArrayBuffer(text.length * 2));
	for (let at = 0; at < text.length; at++) view.setUint16(at * 2, text.charCodeAt(at), littleEndian);
	return new Uint8Array(view.buffer);
};
const bytes = (...parts: (readonly number[] | Uint8Array)[]) => new Uint8Array(parts.flatMap((part) => [...part]));
/** «Соглашение;Договор» in Windows-1251, «اتفاق;معاهدة» in Windows-1256. */
const russian = [0xd1, 0xee, 0xe3, 0xeb, 0xe0, 0xf8, 0xe5, 0xed, 0xe8, 0xe5, 0x3b, 0xc4, 0xee, 0xe3, 0xee, 0xe2, 0xee, 0xf0, 0x0a];
const arabic = [0xc7, 0xca, 0xdd, 0xc7, 0xde, 0x3b, 0xe3, 0xda, 0xc7, 0xe5, 0xcf, 0xc9, 0x0a];
const french = [
	...utf8('Convention relative '),
	0xe0,
	...utf8(' la protection; Minist'),
	0xe8,
	...utf8('re des Affaires '),
	0xe9,
	...utf8('trang'),
	0xe8,
	...utf8('res\n')
];

async function read(chunks: readonly Uint8Array[], encoding: string) {
	const lines: [number, string][] = [];
	let text = '';
	for await (const piece of decodeText(chunks, encoding, (line, shown) => lines.push([line, shown]))) text += piece;
	return { text, lines };
}

describe('the encoding of a file', () => {
	test.each([
		['its byte order mark', bytes([0xef, 0xbb, 0xbf], utf8('a')), 'utf-8', 'bom'],
		['a mark of UTF-16', bytes([0xff, 0xfe], utf16('a', true)), 'utf-16le', 'bom'],
		['a mark of UTF-16, big end first', bytes([0xfe, 0xff], utf16('a', false)), 'utf-16be', 'bom'],
		['nothing above ASCII', utf8('a,b\n1,2\n'), 'utf-8', 'ascii'],
		['letters that are valid UTF-8', utf8('عنوان,تاریخ\n'), 'utf-8', 'utf-8'],
		['zeros beside ASCII', utf16('title;date\nاتفاق;2025\n', true), 'utf-16le', 'utf-16-zeros'],
		['zeros before ASCII', utf16('title;date\nДоговор;2025\n', false), 'utf-16be', 'utf-16-zeros']
	])('is sure by %s', async (_, file, encoding, because) => {
		expect(await detectEncoding([file])).toEqual([{ encoding, sure: true, because }]);
	});

	test.each([
		['Russian', russian, 'windows-1251'],
		['Arabic', arabic, 'windows-1256'],
		['French', french, 'windows-1252']
	])('is never sure for a code page: %s is only the likeliest', async (_, file, encoding) => {
		const candidates = await detectEncoding([new Uint8Array(file)]);
		expect(candidates[0]).toMatchObject({ encoding, sure: false });
		expect(candidates.every(({ sure }) => !sure)).toBe(true);
	});

	test('is looked for to the end: one bad byte after a megabyte is no UTF-8', async () => {
		const chunks = [
			utf8(`${'آ'.repeat(1000)}\n`),
			...Array.from({ length: 10 }, () => utf8('x'.repeat(100_000))),
			new Uint8Array([0xe9, 0x0a])
		];
		expect((await detectEncoding(chunks))[0]?.sure).toBe(false);
	});
});

describe('decoding', () => {
	test('is the same however the bytes are cut', async () => {
		const text = 'عنوان،一二三😎\r\nخط دوم\n';
		for (const [encoding, file] of [
			['utf-8', utf8(text)],
			['utf-16le', utf16(text, true)],
			['utf-16be', utf16(text, false)]
		] as const) {
			for (const size of [1, 2, 3, 5, 1000]) {
				const chunks = [];
				for (let at = 0; at < file.length; at += size) chunks.push(file.slice(at, at + size));
				expect(await read(chunks, encoding)).toEqual({ text, lines: [] });
			}
		}
	});

	test('takes the byte order mark off, and only there', async () => {
		expect((await read([bytes([0xef, 0xbb, 0xbf], utf8('a\n\uFEFFb'))], 'utf-8')).text).toBe('a\n\uFEFFb');
	});

	test('names the line of every byte it cannot read, and keeps the lines beside it', async () => {
		const file = bytes(utf8('good\nb'), [0xff], utf8('d\nfine\n'), [0xc3], utf8('\nend'));
		const { text, lines } = await read([file], 'utf-8');
		expect(lines).toEqual([
			[2, 'b\uFFFDd'],
			[4, '\uFFFD']
		]);
		expect(text).toBe('good\nb\uFFFDd\nfine\n\uFFFD\nend');
	});

	test('names bytes that a code page leaves undefined', async () => {
		const { lines } = await read([bytes(utf8('a\nb'), [0x81], utf8('\n'))], 'windows-1252');
		expect(lines.map(([line]) => line)).toEqual([2]);
	});

	test('knows the code pages', async () => {
		expect((await read([new Uint8Array(russian)], 'windows-1251')).text).toBe('Соглашение;Договор\n');
		expect((await read([new Uint8Array(arabic)], 'Windows-1256')).text).toBe('اتفاق;معاهدة\n');
		expect((await read([new Uint8Array([0x80])], 'windows-1252')).text).toBe('€');
		await expect(read([new Uint8Array([0x80])], 'klingon')).rejects.toThrow(RangeError);
	});
});

test('an XML file is read in the encoding it says it has', async () => {
	const latin = bytes(utf8('<?xml version="1.0" encoding="ISO-8859-1"?><data><event title="Minist'), [0xe8], utf8('re"/></data>'));
	expect(await detectEncoding([latin])).toEqual([{ encoding: 'iso-8859-1', sure: true, because: 'declared' }]);
});

test('a stray zero byte makes no text one of two bytes a letter', async () => {
	expect(await detectEncoding([bytes(utf8('Title,Date\nA'), [0], utf8('b,2025-01-01\n'))])).toMatchObject([
		{ encoding: 'utf-8', sure: true }
	]);
});
