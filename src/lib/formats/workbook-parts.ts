import { unzipSync } from 'fflate';

/** What the pages of a workbook say about themselves and the reader of cells does not pass on. */
export interface SheetInfo {
	readonly name: string;
	readonly hidden: boolean;
	/** Merged ranges, rows and columns from 0, both ends included. */
	readonly merges: readonly Range[];
	/** Cells with a formula whose result was never stored, and cells with an error value, by address (`B7`). */
	readonly lost: readonly LostCell[];
}

export interface LostCell {
	readonly address: string;
	/** `#N/A` and the like; null: a formula without a result. */
	readonly error: string | null;
}

export interface Range {
	readonly firstRow: number;
	readonly lastRow: number;
	readonly firstColumn: number;
	readonly lastColumn: number;
}

export interface WorkbookInfo {
	readonly epoch: 1900 | 1904;
	readonly sheets: readonly SheetInfo[];
	/** Bytes of all parts once unpacked. */
	readonly unpacked: number;
}

/** Unpacked bytes a workbook may have: beyond it, it is taken for a bomb. */
export const LARGEST_WORKBOOK = 1 << 29;

/**
 * Names, visibility, merged ranges and date system of a workbook.
 * @throws RangeError when it unpacks to more than LARGEST_WORKBOOK, Error when it is no zip file.
 */
export function workbookInfo(bytes: Uint8Array): WorkbookInfo {
	let unpacked = 0;
	const parts = unzipSync(bytes, {
		filter: ({ name, originalSize }) => {
			unpacked += originalSize;
			if (unpacked > LARGEST_WORKBOOK) throw new RangeError('workbook too large');
			return /^xl\/(?:workbook\.xml|_rels\/workbook\.xml\.rels|worksheets\/[^/]+\.xml)$/iu.test(name.replace(/^\//u, ''));
		}
	});
	const text = (name: string) => {
		const part = parts[name] ?? parts[`/${name}`];
		return part ? new TextDecoder().decode(part) : '';
	};
	const workbook = text('xl/workbook.xml');
	const targets = new Map<string, string>();
	for (const [tag] of text('xl/_rels/workbook.xml.rels').matchAll(/<(?:\w+:)?Relationship\s[^>]*>/gu)) {
		targets.set(attribute(tag, 'Id'), attribute(tag, 'Target').replace(/^\/?(?:xl\/)?/u, 'xl/'));
	}
	const sheets = [...workbook.matchAll(/<(?:\w+:)?sheet\s[^>]*>/gu)].map(([tag]): SheetInfo => {
		const xml = text(targets.get(attribute(tag, 'id')) ?? '');
		return {
			name: attribute(tag, 'name'),
			hidden: /hidden/iu.test(attribute(tag, 'state')),
			merges: mergesOf(xml),
			lost: lostOf(xml)
		};
	});
	const properties = /<(?:\w+:)?workbookPr\s[^>]*>/u.exec(workbook)?.[0] ?? '';
	return { epoch: /^(?:1|true)$/iu.test(attribute(properties, 'date1904')) ? 1904 : 1900, sheets, unpacked };
}

function attribute(tag: string, name: string): string {
	const [, value = ''] = new RegExp(`\\s(?:\\w+:)?${name}\\s*=\\s*"([^"]*)"`, 'u').exec(tag) ?? [];
	return value.replace(/&(amp|lt|gt|quot|apos|#\d+|#x[0-9a-f]+);/giu, (whole, entity: string) => {
		if (entity.startsWith('#')) return String.fromCodePoint(Number(`0${entity.slice(1).replace(/^(?!x)/iu, '')}`) || 0xfffd);
		return { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }[entity.toLowerCase()] ?? whole;
	});
}

function mergesOf(xml: string): Range[] {
	const at = xml.lastIndexOf('mergeCells');
	if (at < 0) return [];
	return [...xml.slice(xml.indexOf('mergeCells')).matchAll(/<(?:\w+:)?mergeCell\s[^>]*>/gu)].flatMap(([tag]) => {
		const [, column1, row1, column2, row2] = /^\$?([A-Z]+)\$?(\d+):\$?([A-Z]+)\$?(\d+)$/u.exec(attribute(tag, 'ref')) ?? [];
		if (column1 === undefined || column2 === undefined) return [];
		return [{ firstRow: Number(row1) - 1, lastRow: Number(row2) - 1, firstColumn: columnIndex(column1), lastColumn: columnIndex(column2) }];
	});
}

function lostOf(xml: string): LostCell[] {
	if (!xml.includes('<f') && !xml.includes('t="e"')) return [];
	return [...xml.matchAll(/<c\s([^>]*[^/>])>(.*?)<\/c>/gsu)].flatMap(([, attributes = '', inside = '']): LostCell[] => {
		const [, value = ''] = /<v>([^<]*)<\/v>/u.exec(inside) ?? [];
		const address = attribute(` ${attributes}`, 'r');
		if (attribute(` ${attributes}`, 't') === 'e') return [{ address, error: value }];
		return inside.includes('<f') && value === '' && !inside.includes('<is>') ? [{ address, error: null }] : [];
	});
}

/** `A` → 0, `AB` → 27. */
export function columnIndex(letters: string): number {
	return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}
