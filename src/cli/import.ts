/**
 * `npm run import -- FILE --db sqlite:PATH [--mapping FILE.json] [--source ID|new] [--title TEXT] [--sheet NAME]
 * [--encoding NAME] [--format NAME] [--order dmy|mdy] [--key COLUMN] [--dry-run] [--accept-refused] [--json]
 * [--lang en|ar|fa|ru] [--report FILE]`:
 * takes a file of others in as one entry of the ledger. Ends with 0 when it was committed, was there already, or (in a dry
 * run) could be; with 1 when it was refused: nothing was written then.
 */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { isEncoding } from '#lib/formats/decode-text.ts';
import { ENCODINGS } from '#lib/formats/encoding.ts';
import { FORMAT_NAMES, isFormatName } from '#lib/server/transfer/import/format-names.ts';
import type { Mapping } from '#lib/formats/foreign.ts';
import { isLanguage, LANGUAGES, type Language } from '#lib/language/locales.ts';
import { createTranslate, loadTransferMessages } from '#lib/language/translate.ts';
import type { TaskMessage } from '#lib/server/transfer/import/import-task.ts';
import { refusalText, reportText } from '#lib/server/transfer/import/report-text.ts';
import { questionText } from '#lib/server/transfer/import/question-text.ts';
import { startImport } from '#lib/server/transfer/import/start-import.ts';

const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
const USAGE =
	'npm run import -- FILE --db sqlite:PATH [--mapping FILE.json] [--source ID|new] [--title TEXT] [--sheet NAME] [--encoding NAME] [--format NAME] [--order dmy|mdy] [--key COLUMN] [--dry-run] [--accept-refused] [--json] [--lang en|ar|fa|ru] [--report FILE]';
/** Between two lines of progress where nobody watches a terminal. */
const LINE_MS = 1000;

const { values, positionals } = argumentsOf();
const language: Language = isLanguage(values.lang) ? values.lang : 'en';
const messages = await loadTransferMessages(language);
const words = { t: createTranslate(language, messages), known: new Set(Object.keys(messages)), language };
const [path = ''] = positionals;
const name = basename(path);

const running = startImport(
	{
		task: 'import',
		db: `sqlite:${resolve((values.db ?? '').slice('sqlite:'.length))}`,
		path: resolve(path),
		name,
		read: {
			...(values.encoding !== undefined && { encoding: values.encoding }),
			...(values.sheet !== undefined && { sheet: values.sheet }),
			...(isFormatName(values.format) && { format: values.format }),
			...((values.order === 'dmy' || values.order === 'mdy') && { order: values.order }),
			...(values.key !== undefined && { key: values.key }),
			...(values.mapping !== undefined && { mapping: readMapping(values.mapping) })
		},
		...(values.source !== undefined && { source: values.source }),
		...(values.title !== undefined && { title: values.title }),
		dryRun: values['dry-run'],
		acceptRefused: values['accept-refused'],
		strict: true,
		account: 'desk',
		...(values.report !== undefined && { problemsPath: resolve(values.report) })
	},
	{ root: ROOT, onmessage: progressLine() }
);
process.once('SIGINT', () => {
	process.stderr.write(`\n${words.t('import.cancelling')}\n`);
	running.cancel();
});
const outcome = await running.outcome;
if (process.stderr.isTTY) process.stderr.write('\r\u001b[K');

if (outcome.type === 'done') {
	if (values.json) console.log(JSON.stringify({ ...outcome.report, searchSeconds: outcome.searchSeconds }, null, '\t'));
	else if (outcome.report) {
		console.log(reportText(outcome.report, words).join('\n'));
		if (outcome.report.outcome === 'committed') console.log(words.t('import.report-search', { seconds: outcome.searchSeconds }));
	}
} else {
	process.exitCode = 1;
	if (values.json) console.log(JSON.stringify(outcome, null, '\t'));
	else if (outcome.type === 'refused') {
		console.error([...refusalText(outcome.refusal, name, words), ...questionText(outcome.refusal, words)].join('\n'));
	} else if (outcome.type === 'failed') console.error(`${words.t('import.failed')} ${outcome.message.split('\n')[0] ?? ''}`);
	else console.error(words.t('import.cancelled'));
}

function argumentsOf() {
	try {
		const read = parseArgs({
			allowPositionals: true,
			options: {
				db: { type: 'string' },
				mapping: { type: 'string' },
				source: { type: 'string' },
				title: { type: 'string' },
				sheet: { type: 'string' },
				encoding: { type: 'string' },
				format: { type: 'string' },
				order: { type: 'string' },
				key: { type: 'string' },
				lang: { type: 'string' },
				report: { type: 'string' },
				'dry-run': { type: 'boolean', default: false },
				'accept-refused': { type: 'boolean', default: false },
				json: { type: 'boolean', default: false }
			}
		});
		const [file] = read.positionals;
		if (file === undefined || read.positionals.length > 1) return leave(`Which file? ${USAGE}`);
		if (!existsSync(file)) return leave(`There is no file ${file}.`);
		if (!statSync(file).isFile()) return leave(`${file} is no file. Name one file; each is imported by itself.`);
		if (!/^sqlite:.+/u.test(read.values.db ?? '') || read.values.db === 'sqlite::memory:') return leave(`Into which store? ${USAGE}`);
		if (read.values.lang !== undefined && !isLanguage(read.values.lang)) return leave(`--lang is one of ${LANGUAGES.join(', ')}.`);
		if (read.values.format !== undefined && !isFormatName(read.values.format))
			return leave(`--format "${read.values.format}" is not known. It is one of ${FORMAT_NAMES.join(', ')}.`);
		const { encoding, order } = read.values;
		if (encoding !== undefined && !isEncoding(encoding))
			return leave(`--encoding "${encoding}" is not known. It is one of ${ENCODINGS.join(', ')}.`);
		if (order !== undefined && order !== 'dmy' && order !== 'mdy')
			return leave(`--order "${order}" is not known. It is dmy (day first) or mdy (month first).`);
		return read;
	} catch (error) {
		return leave(`${(error as Error).message} ${USAGE}`);
	}
}

function readMapping(file: string): Mapping {
	try {
		return JSON.parse(readFileSync(file, 'utf8')) as Mapping;
	} catch (error) {
		return leave(`The mapping ${file} could not be read: ${(error as Error).message}`);
	}
}

function leave(message: string): never {
	console.error(message);
	process.exit(1);
}

/** Says how far it is: on a terminal on one line, else a line now and then. */
function progressLine(): (message: TaskMessage) => void {
	let last = -LINE_MS;
	let phase = '';
	return (message) => {
		if (message.type !== 'progress') return;
		const isTty = process.stderr.isTTY;
		if (!isTty && message.phase === phase && performance.now() - last < LINE_MS) return;
		last = performance.now();
		phase = message.phase;
		const line = words.t('import.progress', {
			phase: words.t(`import.phase-${message.phase === 'working out' ? 'working-out' : message.phase}`),
			done: message.done,
			share: message.share === null ? '' : `${Math.round(message.share * 100)} %`
		});
		process.stderr.write(isTty ? `\r\u001b[K${line}` : `${line}\n`);
	};
}
