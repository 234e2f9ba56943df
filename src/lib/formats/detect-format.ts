import { looksOwn } from './own-json.ts';
import { isOwnTable } from './own-table.ts';
import { isObject } from './json-text.ts';
import { isTimelineJsSheet } from './timelinejs-sheet.ts';

/** What a file is. `delimited`, `workbook`: a table whose columns somebody must say the meaning of. */
export type FormatName =
	| 'icalendar'
	| 'timelinejs'
	| 'timelinejs-sheet'
	| 'vis-timeline'
	| 'simile-json'
	| 'simile-xml'
	| 'markwhen'
	| 'own-json'
	| 'own-lines'
	| 'own-csv'
	| 'data-package'
	| 'workbook'
	| 'delimited';

/** A format, and what spoke for it. */
export interface Detected {
	readonly format: FormatName;
	readonly evidence: string;
}

const ENDING = /\.([a-z0-9]+)$/iu;

/**
 * What a file is, by its first bytes (64 kB are plenty) and, where they leave it open, by its name. The bytes win: a name says
 * what somebody meant. null: nothing known begins so.
 */
export function detectFormat(fileName: string, firstBytes: Uint8Array): Detected | null {
	const ending = ENDING.exec(fileName)?.[1]?.toLowerCase() ?? '';
	if (firstBytes[0] === 0x50 && firstBytes[1] === 0x4b) return zipFormat(firstBytes, ending);
	const text = decoded(firstBytes);
	if (text === null) return null;
	const start = text.trimStart();
	if (/^BEGIN\s*:/iu.test(start)) return { format: 'icalendar', evidence: 'BEGIN:' };
	if (start.startsWith('<')) return xmlFormat(start);
	if (start.startsWith('{') || start.startsWith('[')) {
		const json = jsonFormat(start);
		if (json || isJson(start)) return json;
	}
	return markwhenFormat(start, ending) ?? tableFormat(start, ending);
}

/** What to tell of bytes in which `detectFormat` knows nothing. */
export function whyUnknown(firstBytes: Uint8Array): 'old-excel' | 'unknown-json' | 'unknown-xml' | 'unknown-format' {
	// The mark of OLE compound files, which the workbooks before 2007 are.
	if ([0xd0, 0xcf, 0x11, 0xe0].every((byte, at) => firstBytes[at] === byte)) return 'old-excel';
	const start = decoded(firstBytes)?.trimStart() ?? '';
	if (isJson(start)) return 'unknown-json';
	return /^<(?:\?xml|!doctype(?!\s+html)|[a-z])/iu.test(start) && !/^<(?:!doctype\s+)?html/iu.test(start)
		? 'unknown-xml'
		: 'unknown-format';
}

/** JSON is no table, whatever commas stand in it. The file may be longer than what is here. */
function isJson(start: string): boolean {
	return parsed(start) !== undefined || /^[[{]\s*(?:["{[\]}]|$)/u.test(start);
}

function decoded(bytes: Uint8Array): string | null {
	if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) {
		return new TextDecoder(bytes[0] === 0xff ? 'utf-16le' : 'utf-16be').decode(bytes);
	}
	return bytes.length === 0 ? null : new TextDecoder('utf-8').decode(bytes).replace(/^\uFEFF/u, '');
}

/** The names of a zip's first entries stand in it in plain letters. */
function zipFormat(bytes: Uint8Array, ending: string): Detected {
	const text = new TextDecoder('latin1').decode(bytes);
	if (text.includes('datapackage.json') || (ending === 'zip' && /(?:events|agreements|follow-ups)\.csv/u.test(text))) {
		return { format: 'data-package', evidence: 'zip: datapackage.json' };
	}
	if (text.includes('xl/') || text.includes('[Content_Types].xml') || ending === 'xlsx')
		return { format: 'workbook', evidence: 'zip: xl/' };
	return { format: 'data-package', evidence: 'zip' };
}

function xmlFormat(start: string): Detected | null {
	const body = start.replace(/<\?[\s\S]*?\?>|<!--[\s\S]*?-->|<!DOCTYPE(?:[^[>]|\[[\s\S]*?\])*>/giu, '').trimStart();
	return /^<data\b/iu.test(body) ? { format: 'simile-xml', evidence: '<data>' } : null;
}

function jsonFormat(start: string): Detected | null {
	const [line = ''] = start.split(/\r?\n/u);
	const first = parsed(line);
	if (looksOwn(first)) return { format: 'own-lines', evidence: 'record, kind, fields' };
	const whole = parsed(start);
	if (isObject(whole)) {
		if (Array.isArray(whole.claims) || (Array.isArray(whole.items) && whole.items.some(looksOwn)))
			return { format: 'own-json', evidence: 'claims' };
	} else if (Array.isArray(whole) && whole.some(looksOwn)) return { format: 'own-json', evidence: 'record, kind, fields' };
	// The file may be longer than what is here: its members are looked for in the text.
	const has = (member: string) => new RegExp(`"${member}"\\s*:`, 'u').test(start);
	if (has('timeline') && has('date')) return { format: 'timelinejs', evidence: 'timeline, date' };
	if (has('events') && (has('start_date') || has('headline'))) return { format: 'timelinejs', evidence: 'events, start_date' };
	if (has('record') && has('fields'))
		return { format: start.startsWith('[') || has('claims') ? 'own-json' : 'own-lines', evidence: 'record, fields' };
	if (has('events') && (has('start') || has('s') || has('dateTimeFormat'))) return { format: 'simile-json', evidence: 'events, start' };
	if (has('start') && (start.startsWith('[') || has('items'))) return { format: 'vis-timeline', evidence: 'items, start' };
	return null;
}

function parsed(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}

const EVENT_LINE =
	/^\s*(?:-?\d{4}\b[^:,\t;]{0,60}|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.? [^:,\t;]{0,50}|\d{1,2} [a-z]{3,9} \d{4}[^:,\t;]{0,40}|\d{1,2}\/\d{1,2}\/\d{4}[^:,\t;]{0,40}):\s/iu;

function markwhenFormat(start: string, ending: string): Detected | null {
	if (ending === 'mw' || ending === 'markwhen') return { format: 'markwhen', evidence: `.${ending}` };
	if (ending === 'csv' || ending === 'tsv' || ending === 'tab') return null;
	const lines = start.split(/\r?\n/u).filter((line) => EVENT_LINE.test(line)).length;
	return lines >= 2 || (lines === 1 && ending === 'md') ? { format: 'markwhen', evidence: `${lines} × date: text` } : null;
}

function tableFormat(start: string, ending: string): Detected | null {
	const [line = ''] = start.split(/\r?\n/u);
	const headers = line.split(',').map((header) => header.replace(/^"|"$/gu, '').trim());
	if (isOwnTable(headers)) return { format: 'own-csv', evidence: headers.slice(0, 4).join(', ') };
	if (isTimelineJsSheet(headers)) return { format: 'timelinejs-sheet', evidence: headers.slice(0, 4).join(', ') };
	if (/[,;\t|]/u.test(line)) return { format: 'delimited', evidence: line.slice(0, 80) };
	return ['csv', 'tsv', 'tab', 'txt'].includes(ending) ? { format: 'delimited', evidence: `.${ending}` } : null;
}
