import { strFromU8, unzipSync } from 'fflate';
import type { ForeignProblem, ForeignRecord } from './foreign.ts';
import { problemOf, refuseFile, type ForeignReading } from './foreign-reading.ts';
import { isObject, parseJsonFile, textIn } from './json-text.ts';
import { readOwnCsv } from './own-csv.ts';
import { OWN_COLUMNS } from './own-table.ts';
import { textByScript } from './script-language.ts';

/** A table of the package. `rows` without the header. */
export interface PackageResource {
	readonly name: 'events' | 'agreements' | 'follow-ups';
	readonly title: string;
	readonly rows: number;
	readonly bytes: number;
}

export interface PackageFacts {
	readonly name: string;
	readonly title: string;
	/** ISO instant of the ledger the data is of. */
	readonly created: string;
	/** The ledger's last entry in it. */
	readonly version: string;
	readonly resources: readonly PackageResource[];
}

/** EDTF cannot be a `date` of Data Package: a string of these signs, as our parser takes it. */
const EDTF_PATTERN = '^[-0-9XYESTZ?~%./:,\\[\\]{}+]+$';

const DAYS = new Set(['earliest_start', 'latest_start', 'earliest_end', 'latest_end']);

function fieldOf(name: string): object {
	if (name === 'id') return { name, type: 'string', constraints: { required: true, unique: true } };
	if (name === 'kind') return { name, type: 'string', constraints: { required: true, enum: ['event', 'agreement', 'follow-up'] } };
	if (name === 'certainty') return { name, type: 'string', constraints: { enum: ['certainly', 'possibly'] } };
	if (name === 'conflicts') return { name, type: 'integer', description: 'Fields on which sources differ.' };
	if (name === 'date' || name === 'date_said' || name.startsWith('stage_')) {
		return { name, type: 'string', description: 'EDTF (ISO 8601-2), with its doubt.', constraints: { pattern: EDTF_PATTERN } };
	}
	if (DAYS.has(name)) return { name, type: 'string', description: 'Inclusive day; ".." is open, empty is unknown.' };
	if (name === 'differing')
		return { name, type: 'string', description: 'JSON: what sources differ on, the shown value first, and who says it.' };
	if (name === 'stages' || name === 'more') return { name, type: 'string', description: 'JSON.' };
	return { name, type: 'string' };
}

/** `datapackage.json` (Data Package v2) for tables of our own columns. */
export function packageDescriptor({ name, title, created, version, resources }: PackageFacts): string {
	const descriptor = {
		$schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
		name,
		title,
		created,
		version,
		resources: resources.map((resource) => ({
			$schema: 'https://datapackage.org/profiles/2.0/dataresource.json',
			name: resource.name,
			title: resource.title,
			type: 'table',
			path: `${resource.name}.csv`,
			scheme: 'file',
			format: 'csv',
			mediatype: 'text/csv',
			encoding: 'utf-8',
			bytes: resource.bytes,
			dialect: {
				$schema: 'https://datapackage.org/profiles/2.0/tabledialect.json',
				delimiter: ',',
				lineTerminator: '\r\n',
				quoteChar: '"',
				doubleQuote: true
			},
			schema: {
				$schema: 'https://datapackage.org/profiles/2.0/tableschema.json',
				fields: OWN_COLUMNS.map(fieldOf),
				primaryKey: ['id'],
				missingValues: ['']
			}
		}))
	};
	return `${JSON.stringify(descriptor, null, '\t')}\n`;
}

/** More than this unpacked is not read: an archive may be made to burst. */
const MOST_BYTES = 4e9;

/**
 * Our own Data Package, a zip of `datapackage.json` and its tables.
 * @throws ForeignFileError when it is no zip, has no descriptor, or its tables are not ours.
 */
export function readDataPackage(bytes: Uint8Array, file: string): ForeignReading {
	const entries = unzipped(bytes, file);
	const descriptor = entries['datapackage.json'];
	if (!descriptor) return refuseFile(file, 1, 'no-descriptor', Object.keys(entries).join(', '));
	const root = parseJsonFile(strFromU8(descriptor), `${file}/datapackage.json`);
	const resources = isObject(root) && Array.isArray(root.resources) ? root.resources : [];
	const problems: ForeignProblem[] = [];
	const readings: ForeignReading[] = [];
	for (const [index, resource] of resources.entries()) {
		const path = isObject(resource) ? textIn(resource, 'path') : '';
		const table = entries[path];
		if (table) readings.push(readOwnCsv(strFromU8(table), `${file}/${path}`));
		else problems.push(problemOf({ file, row: index + 1, column: `resources[${index}].path` }, 'refused', 'file', 'no-such-file', path));
	}
	if (readings.length === 0) return refuseFile(file, 1, 'no-records', '');
	const title = isObject(root) ? textByScript(textIn(root, 'title')) : undefined;
	return { ...(title && { title }), problems, records: all() };

	function* all(): Generator<ForeignRecord> {
		for (const { records } of readings) yield* records;
	}
}

function unzipped(bytes: Uint8Array, file: string): Record<string, Uint8Array> {
	let total = 0;
	try {
		return unzipSync(bytes, {
			filter: ({ name, originalSize }) => {
				total += originalSize;
				if (total > MOST_BYTES) throw new Error('too large');
				return name === 'datapackage.json' || name.endsWith('.csv');
			}
		});
	} catch (error) {
		return refuseFile(file, 1, 'not-zip', (error as Error).message);
	}
}
