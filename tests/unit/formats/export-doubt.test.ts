import ICAL from 'ical.js';
import readWorkbook from 'read-excel-file/node';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { conflictsOf } from '#lib/domain/read-record.ts';
import type { RecordBody } from '#lib/domain/record.ts';
import { csvRows } from '#lib/formats/csv-rows.ts';
import { foreignOfFields, plainFields, shownDate } from '#lib/formats/record-fields.ts';
import { describeDoubt } from '#lib/language/describe-date.ts';
import { stripBidi } from '#lib/language/bidi.ts';
import { LANGUAGES, type Language } from '#lib/language/locales.ts';
import { textIn } from '#lib/language/text-in.ts';
import type { Store } from '#lib/server/storage/store.ts';
import type { ExportFormat } from '#lib/server/transfer/export/export-formats.ts';
import type { ExportRequest } from '#lib/server/transfer/export/export-rows.ts';
import { bodyOf, writeExport } from '#lib/server/transfer/export/export-stream.ts';
import { edgesOf } from '#lib/temporal/edges-of.ts';
import { seededStore, viewFileOf } from '../server/files/seeded-view.ts';

let store: Store;
beforeAll(async () => {
	store = await seededStore();
});
afterAll(() => store.close());

async function bytesOf(format: ExportFormat, request: ExportRequest): Promise<Uint8Array> {
	return new Uint8Array(await new Response(bodyOf(writeExport(format, request), request.signal)).arrayBuffer());
}
const textOf = async (format: ExportFormat, request: ExportRequest) => new TextDecoder().decode(await bytesOf(format, request));

/** What a file of the view has to tell of each record, taken from the records themselves. */
async function expected(request: ExportRequest) {
	const ids = Array.from(request.rows, (row) => request.set.id.at(row));
	const bodies = await store.recordsById(ids);
	const nameOf = (id: string) => request.set.names.get(id);
	return ids.map((id) => {
		const body = bodies.get(id) as RecordBody & { kind: 'event' };
		const date = shownDate(foreignOfFields(id, body.kind, plainFields(body), nameOf, { file: '', row: 1 }));
		const { language, calendar, t } = request;
		return {
			id,
			conflicts: conflictsOf(body),
			edtf: date?.edtf ?? '',
			doubt: date ? stripBidi(describeDoubt(date.edtf, { language, calendar, t })) : '',
			words: textIn(date?.words, language).text,
			allWords: date?.words ?? {},
			voices: conflictsOf(body).flatMap(({ versions }) =>
				versions.flatMap((version) => version.voices.map((voice) => textIn(nameOf(voice), language, voice).text))
			)
		};
	});
}

describe.each(LANGUAGES)('what sources differ on, doubt and words of dates are (%s)', (language: Language) => {
	test('in CSV: counted, with every version and who says it; dates in EDTF with their edges, their words in each language', async () => {
		const request = await viewFileOf(store, language);
		const [header, ...rows] = [...csvRows((await textOf('csv', request)).replace(/^\uFEFF/u, ''), 'x.csv')].map(({ cells }) => cells);
		const records = await expected(request);
		expect(rows).toHaveLength(records.length);
		expect(records.some(({ conflicts }) => conflicts.length > 0)).toBe(true);
		for (const [at, record] of records.entries()) {
			const cell = (name: string) => rows[at]?.[header?.indexOf(name) ?? -1] ?? '';
			expect(cell('id')).toBe(record.id);
			expect(cell('conflicts')).toBe(String(record.conflicts.length));
			const differing = JSON.parse(cell('differing') || '[]') as { field: string; versions: { value: unknown; by: { id: string }[] }[] }[];
			expect(differing.map(({ field, versions }) => [field, versions.map(({ value, by }) => [value, by.map(({ id }) => id)])])).toEqual(
				record.conflicts.map(({ path, versions }) => [path, versions.map(({ value, voices }) => [value, voices])])
			);
			const own =
				cell('date') || cell('stages') + header?.map((name, index) => (name.startsWith('stage_') ? rows[at]?.[index] : '')).join(' ');
			expect(own, record.id).toContain(record.edtf);
			if (record.edtf && Number.isFinite(edgesOf(record.edtf).latestEnd)) expect(cell('latest_end'), record.id).not.toBe('');
			for (const [each, words] of Object.entries(record.allWords))
				expect(cell(`date_words_${each}`) + cell('stages'), record.id).toContain(words);
		}
	});

	test('in a workbook, as another program reads it: in words on the sheet for people', async () => {
		const request = await viewFileOf(store, language);
		const sheets = await readWorkbook(Buffer.from(await bytesOf('xlsx', request)));
		const rows = (sheets[0]?.data ?? []).slice(1).map((cells) => cells.map(String));
		const records = await expected(request);
		expect(rows).toHaveLength(records.length);
		for (const [at, record] of records.entries()) {
			const told = rows[at] ?? [];
			if (record.doubt) expect(told, record.id).toContain(record.doubt);
			if (record.words) expect(told, record.id).toContain(record.words);
			if (record.conflicts.length === 0) continue;
			const count = stripBidi(request.t('export.differ-on', { count: record.conflicts.length }));
			const cell = told.find((each) => each.startsWith(count)) ?? '';
			expect(cell.split('\n'), record.id).toHaveLength(1 + record.conflicts.length);
			for (const voice of record.voices) expect(cell, record.id).toContain(voice);
		}
	});

	test('in a calendar, as another program reads it: in the description, and planned or open dates as tentative', async () => {
		const request = await viewFileOf(store, language);
		const calendar = new ICAL.Component(ICAL.parse(await textOf('ics', request)) as unknown[]);
		const components = new Map(
			calendar.getAllSubcomponents().map((each) => [String(each.getFirstPropertyValue('uid')).split('@')[0], each])
		);
		const records = await expected(request);
		for (const record of records) {
			const component = components.get(record.id);
			const told = stripBidi(String(component?.getFirstPropertyValue('description') ?? ''));
			if (record.doubt) expect(told, record.id).toContain(record.doubt);
			if (record.words) expect(told, record.id).toContain(stripBidi(record.words));
			for (const voice of record.voices) expect(told, record.id).toContain(stripBidi(voice));
			if (record.conflicts.length > 0)
				expect(told, record.id).toContain(stripBidi(request.t('export.differ-on', { count: record.conflicts.length })));
			if (record.edtf) expect(component?.getFirstPropertyValue('x-accordline-edtf')).toBe(record.edtf);
			const planned = request.set.planned[request.set.id.rowOf(record.id)] === 1;
			const oneDay = /^\d{4}-\d\d-\d\d$/u.test(record.edtf);
			if (component?.name === 'vevent' && (planned || oneDay))
				expect(component.getFirstPropertyValue('status'), record.id).toBe(planned ? 'TENTATIVE' : 'CONFIRMED');
		}
		expect(records.filter(({ id }) => components.has(id))).toHaveLength(records.length);
	});

	test('in JSON lines: beside the facts, every version with who says it', async () => {
		const request = await viewFileOf(store, language);
		const lines = (await textOf('jsonl', request))
			.trim()
			.split('\n')
			.map((line) => JSON.parse(line) as { record: string; differing?: { field: string; versions: { by: { id: string }[] }[] }[] });
		for (const record of await expected(request)) {
			const told = lines.filter((line) => line.record === record.id);
			expect(
				told.flatMap(({ differing = [] }) =>
					differing.map(({ field, versions }) => [field, versions.map(({ by }) => by.map(({ id }) => id))])
				),
				record.id
			).toEqual(record.conflicts.map(({ path, versions }) => [path, versions.map(({ voices }) => voices)]));
			const text = JSON.stringify(told);
			if (record.edtf) expect(text, record.id).toContain(JSON.stringify(record.edtf));
			for (const words of Object.values(record.allWords)) expect(text, record.id).toContain(JSON.stringify(words));
		}
	});
});
