import { conflictsOf } from '#lib/domain/read-record.ts';
import { DESK, type Claim } from '#lib/domain/claim.ts';
import type { RecordBody } from '#lib/domain/record.ts';
import { referencesOf } from '#lib/domain/claim-ids.ts';
import { csvHead, csvLine, type CsvStyle } from '#lib/formats/csv.ts';
import { OWN_COLUMNS, ownCells, type Differing } from '#lib/formats/own-table.ts';
import { shownDate } from '#lib/formats/record-fields.ts';
import { claimsOfBody, exportSource } from '#lib/formats/write-claims.ts';
import { ICALENDAR_END, icalendarComponent, icalendarHead } from '#lib/formats/write-icalendar.ts';
import { isCosmological, timelineJsSlide, timelineJsUndated } from '#lib/formats/write-timelinejs.ts';
import { contestedClaims } from './contested-claims.ts';
import { entryTimes, exportRows, type ExportRequest, type ExportRow } from './export-rows.ts';
import { displayIn, linesOf } from './row-words.ts';

/** Our own table; every text in all its languages, as it is in the data. */
export async function* writeCsv(request: ExportRequest, rows?: Uint32Array): AsyncGenerator<string> {
	const style: CsvStyle = { formulas: request.formulas, marks: 'keep' };
	yield csvHead(OWN_COLUMNS, style);
	for await (const batch of exportRows(request, rows))
		yield batch.map((row) => csvLine(ownCells(row.record, cellsBeside(row, request)), style)).join('');
}

export function cellsBeside({ possibly, body }: ExportRow, request: ExportRequest) {
	const differing = differingOf(body, request);
	return { certainty: possibly ? 'possibly' : 'certainly', conflicts: differing.length, differing } as const;
}

/** What sources differ on in a record, in the names of those who say it. */
function differingOf(body: RecordBody, { set }: Pick<ExportRequest, 'set'>): Differing[] {
	return conflictsOf(body).map(({ path, versions }) => ({
		field: path,
		versions: versions.map(({ value, voices }) => ({ value, by: voices.map((id) => ({ id, title: set.names.get(id) ?? {} })) }))
	}));
}

/** Record that stands for the export as the source of the facts on which nobody differs. */
const EXPORT_SOURCE = 'accordline-export';

/**
 * Claims, one a line: the records of the view whole, what sources differ on as each of them says it, then everything they name:
 * tracks, actors, topics and those sources whole, records outside the view by their titles, so that no reference hangs in the air.
 * `differing` tells the versions once more, beside the first line of facts, to whoever reads lines without weighing claims.
 */
export async function* writeLines(request: ExportRequest): AsyncGenerator<string> {
	const { set, mask, store, asof, signal } = request;
	const wanted = new Set<string>();
	const seen = (claim: Claim, beside: { readonly differing?: readonly Differing[] } = {}) => {
		const { source, said_by: speaker } = claim;
		if (source !== DESK && source !== EXPORT_SOURCE) wanted.add(source);
		if (speaker !== undefined) wanted.add(speaker);
		for (const { id } of referencesOf(claim)) if (!mask[set.id.rowOf(id)]) wanted.add(id);
		return `${JSON.stringify({ ...claim, ...beside })}\n`;
	};
	yield exportSource(EXPORT_SOURCE, { [request.language]: request.title }, request.at.slice(0, 10))
		.map((claim) => seen(claim))
		.join('');
	for await (const batch of exportRows(request)) {
		const sourced = await contestedClaims(
			store,
			batch.map(({ body }) => body),
			asof
		);
		yield batch
			.flatMap(({ body }) => {
				const differing = differingOf(body, request);
				const claims = [
					...claimsOfBody(body, EXPORT_SOURCE).flatMap((claim) => sourced.rest(claim) ?? []),
					...(sourced.about.get(body.id) ?? [])
				];
				const first = claims.findIndex(({ source }) => source !== DESK);
				return claims.map((claim, at) => seen(claim, at === first && differing.length > 0 ? { differing } : {}));
			})
			.join('');
	}
	const done = new Set<string>();
	for (let ids = [...wanted]; ids.length > 0; ids = [...wanted].filter((id) => !done.has(id))) {
		for (let from = 0; from < ids.length; from += 250) {
			signal.throwIfAborted();
			const part = ids.slice(from, from + 250);
			for (const id of part) done.add(id);
			const bodies = await store.recordsById(part, asof);
			yield [...bodies.values()]
				.flatMap((body) => {
					const claims = claimsOfBody(body, EXPORT_SOURCE);
					const isRow = body.kind === 'event' || body.kind === 'agreement' || body.kind === 'follow-up';
					return (isRow ? claims.filter(({ source }) => source !== EXPORT_SOURCE) : claims).map((claim) => seen(claim));
				})
				.join('');
		}
	}
}

/** TimelineJS 3. Records without a date stand beside the slides, where TimelineJS does not look. */
export async function* writeTimelineJs(request: ExportRequest): AsyncGenerator<string> {
	const { language } = request;
	yield `{"title":${JSON.stringify({ text: { headline: request.title.replace(/[&<>]/gu, '') } })},"events":[`;
	const undated: string[] = [];
	let cosmological = false;
	let separator = '\n';
	for await (const batch of exportRows(request)) {
		let text = '';
		for (const row of batch) {
			const slide = timelineJsSlide(row.record, {
				language,
				display: displayIn(row, request),
				text: linesOf(row, request, { withDate: false }).join('\n')
			});
			if (!slide) undated.push(JSON.stringify(timelineJsUndated(row.record)));
			else {
				text += separator + JSON.stringify(slide);
				separator = ',\n';
				cosmological ||= isCosmological(shownDate(row.record)!.edtf);
			}
		}
		yield text;
	}
	yield `\n],"scale":${JSON.stringify(cosmological ? 'cosmological' : 'human')},"accordline":{"undated":[${undated.join(',\n')}]}}\n`;
}

/** iCalendar, in the reader's language; times are the ledger's. */
export async function* writeICalendar(request: ExportRequest): AsyncGenerator<string> {
	const { language, store } = request;
	const timeOf = entryTimes(store, request.at);
	yield icalendarHead(request.title, language);
	for await (const batch of exportRows(request)) {
		const components: string[] = [];
		for (const row of batch) {
			const { body, record } = row;
			components.push(
				icalendarComponent(record, {
					language,
					description: linesOf(row, request, { withDate: true }).join('\n'),
					changedAt: await timeOf(body.changed),
					since: await timeOf(body.since),
					sequence: body.changed,
					url: request.linkOf(body.kind, body.id),
					tentative: row.possibly || row.planned
				})
			);
		}
		yield components.join('');
	}
	yield ICALENDAR_END;
}
