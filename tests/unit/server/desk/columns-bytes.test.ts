import { expect, test } from 'vitest';
import { decodeColumns, encodeColumns } from '#lib/columns/binary.ts';
import { columnsFromRecords } from '#lib/columns/from-records.ts';
import { columnsBytes, rememberBytes } from '#lib/server/desk/columns-bytes.ts';
import { body, title } from '../../columns/records.ts';

/** Some MB of columns, as ids are long. */
function longSet() {
	const records = Array.from({ length: 6000 }, (_, index) =>
		body(`e-${index}-${'x'.repeat(500)}`, 'event', { title: title({ en: `${index}` }) })
	);
	return columnsFromRecords(records, 3);
}

async function taken(set: ReturnType<typeof longSet>): Promise<Uint8Array[]> {
	const pieces: Uint8Array[] = [];
	for await (const piece of columnsBytes(set)) pieces.push(piece);
	return pieces;
}

test('pieces together are the binary form, made once and given again', async () => {
	const set = longSet();
	const first = await taken(set);
	expect(first.length).toBeGreaterThan(2);
	expect(Buffer.concat(first).equals(encodeColumns(set))).toBe(true);
	const again = await taken(set);
	expect(again.every((piece, index) => piece === first[index])).toBe(true);
});

test('a set that was read gives the very bytes it was read from', async () => {
	const bytes = encodeColumns(longSet());
	const set = decodeColumns(bytes);
	rememberBytes(set, bytes);
	const pieces = await taken(set);
	expect(Buffer.concat(pieces).equals(bytes)).toBe(true);
	expect(pieces.every(({ buffer }) => buffer === bytes.buffer)).toBe(true);
});

test('others have their turn between two pieces', async () => {
	const order: string[] = [];
	const set = longSet();
	setImmediate(() => order.push('another'));
	for await (const piece of columnsBytes(set)) order.push(`piece of ${Math.sign(piece.length)}`);
	expect(order.indexOf('another')).toBeGreaterThan(0);
	expect(order.indexOf('another')).toBeLessThan(order.length - 1);
});
