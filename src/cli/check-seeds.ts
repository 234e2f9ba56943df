/** `npm run check:seeds [-- FOLDER]`: file, line and reason of every bad row; exit 1 when there is one. */
import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { problemLine } from '#lib/server/transfer/load-seeds.ts';
import { readSeeds } from '#lib/server/transfer/read-seeds.ts';

const folder = resolve(process.argv[2] ?? 'seeds');
if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) {
	console.error(`${folder} is no folder. npm run check:seeds -- FOLDER`);
	process.exit(1);
}
const { rows, problems } = readSeeds(folder);
for (const problem of problems) console.error(problemLine(problem));
const records = new Set(rows.map((row) => row.claim.record)).size;
console.log(`${rows.length} claims about ${records} records, ${problems.length} problems`);
process.exitCode = problems.length > 0 ? 1 : 0;
