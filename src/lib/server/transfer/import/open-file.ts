import { open, readFile, stat } from 'node:fs/promises';
import { decodeText } from '#lib/formats/decode-text.ts';
import { detectFormat, whyUnknown, type FormatName } from '#lib/formats/detect-format.ts';
import type { ForeignProblem, Mapping } from '#lib/formats/foreign.ts';
import { problemOf, refuseFile, type ForeignReading } from '#lib/formats/foreign-reading.ts';
import { readDataPackage } from '#lib/formats/data-package.ts';
import { readICalendar } from '#lib/formats/icalendar.ts';
import { readMarkwhen } from '#lib/formats/markwhen.ts';
import { readOwnCsv } from '#lib/formats/own-csv.ts';
import { readOwnJson, type OwnReading } from '#lib/formats/own-json.ts';
import { readSimileJson, readSimileXml } from '#lib/formats/simile.ts';
import { readTimelineJs } from '#lib/formats/timelinejs.ts';
import { readTimelineJsSheet } from '#lib/formats/timelinejs-sheet.ts';
import { readVisTimeline } from '#lib/formats/vis-timeline.ts';
import type { ForeignFile, ForeignRow } from './foreign-file.ts';
import { bytesOf } from './file-bytes.ts';
import { encodingFor } from './file-encoding.ts';
import { openTableFile } from './open-table.ts';
import { ownLines } from './own-lines.ts';
import { UnansweredError } from './questions.ts';

/** Bytes that tell a format. */
const HEAD = 64 * 1024;
/** Formats that are one tree are read whole; beyond this a table or JSON lines are the way. */
const LARGEST_TREE = 256 * 1024 * 1024;

/** What somebody has said about how a file is to be read. */
export interface ReadOptions {
	readonly format?: FormatName;
	readonly encoding?: string;
	readonly sheet?: string;
	readonly delimiter?: string;
	readonly headerRow?: number;
	readonly mapping?: Mapping;
	/** Which of day and month comes first, where a file leaves it open: columns of tables, TimelineJS sheets of old. */
	readonly order?: 'dmy' | 'mdy';
	/** Column of a table that names a row for good. */
	readonly key?: string;
	/** Rows of a table with too few or too many cells are left out and told, instead of refusing the file. */
	readonly leaveOut?: boolean;
}

export interface Looking {
	/** The mapping remembered for a set of headers, or null. */
	readonly remembered: (headers: string) => unknown;
	/** Told of every piece that is read. */
	readonly onbytes: (length: number) => void;
}

/**
 * Opens a file to be read as records: finds its format and encoding, of a table the mapping.
 * @throws ForeignFileError when it is nothing we know; UnansweredError when somebody has to say what is meant first
 */
export async function openFile(path: string, name: string, options: ReadOptions, looking: Looking): Promise<ForeignFile> {
	const format = options.format ?? (await formatOf(path, name));
	if (format === 'delimited' || format === 'workbook') return openTableFile(path, name, format, options, looking);
	if (format === 'own-lines') return { format, rows: () => ownLines(path, name, looking.onbytes) };
	const { size } = await stat(path);
	if (size > LARGEST_TREE) refuseFile(name, 1, 'too-large-for-format', '', { most: LARGEST_TREE / 1024 / 1024 });
	if (format === 'data-package') return fileOf(format, readDataPackage(await readFile(path), name), []);
	const { encoding, candidates } = await encodingFor(path, options.encoding);
	if (candidates.length > 0) throw new UnansweredError([{ about: 'encoding', required: true, candidates }]);
	const { text, problems } = await textOf(path, name, encoding, looking.onbytes);
	return fileOf(format, READERS[format](text, name, options), problems);
}

type TreeFormat = Exclude<FormatName, 'delimited' | 'workbook' | 'own-lines' | 'data-package'>;

const READERS: Readonly<Record<TreeFormat, (text: string, file: string, options: ReadOptions) => ForeignReading>> = {
	icalendar: readICalendar,
	timelinejs: readTimelineJs,
	'timelinejs-sheet': (text, file, { order }) => readTimelineJsSheet(text, file, { ...(order && { order }) }),
	'vis-timeline': readVisTimeline,
	'simile-json': readSimileJson,
	'simile-xml': readSimileXml,
	markwhen: readMarkwhen,
	'own-json': readOwnJson,
	'own-csv': readOwnCsv
};

/** What a file is. @throws ForeignFileError when nothing we know begins so */
export async function formatOf(path: string, name: string): Promise<FormatName> {
	const handle = await open(path);
	try {
		const { buffer, bytesRead } = await handle.read(new Uint8Array(HEAD), 0, HEAD, 0);
		if (bytesRead === 0) return refuseFile(name, 1, 'empty-file', '');
		const head = buffer.subarray(0, bytesRead);
		const detected = detectFormat(name, head);
		if (detected) return detected.format;
		const code = whyUnknown(head);
		const begin = code === 'old-excel' ? '' : new TextDecoder().decode(head.subarray(0, 60)).replace(/\p{Cc}+/gu, ' ');
		return refuseFile(name, 1, code, begin);
	} finally {
		await handle.close();
	}
}

/** A whole text, with what could not be decoded. */
async function textOf(
	path: string,
	file: string,
	encoding: string,
	onbytes: (length: number) => void
): Promise<{ text: string; problems: ForeignProblem[] }> {
	const problems: ForeignProblem[] = [];
	const pieces: string[] = [];
	const onUndecodable = (row: number, shown: string) =>
		problems.push(problemOf({ file, row }, 'refused', 'cell', 'undecodable', shown, { encoding }));
	for await (const piece of decodeText(bytesOf(path, onbytes), encoding, onUndecodable)) pieces.push(piece);
	return { text: pieces.join(''), problems };
}

function fileOf(format: FormatName, reading: ForeignReading, before: readonly ForeignProblem[]): ForeignFile {
	return {
		format,
		...(reading.title && { title: reading.title }),
		async *rows(): AsyncGenerator<ForeignRow> {
			for (const problem of before) yield { problem };
			if ('claims' in reading) for (const own of (reading as OwnReading).claims) yield own;
			else for (const record of reading.records) yield { record };
			for (const problem of reading.problems) yield { problem };
		}
	};
}
