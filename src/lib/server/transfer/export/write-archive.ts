import { Zip, ZipDeflate } from 'fflate';
import { packageDescriptor, type PackageResource } from '#lib/formats/data-package.ts';
import { OWN_COLUMNS, ownCells } from '#lib/formats/own-table.ts';
import { shownDate } from '#lib/formats/record-fields.ts';
import { toXlsx, type XlsxSheet } from '#lib/formats/write-xlsx.ts';
import { recordKindLabel, recordKindsLabel } from '#lib/language/labels.ts';
import { LOCALES } from '#lib/language/locales.ts';
import { exportRows, type ExportRequest } from './export-rows.ts';
import { differIn, doubtIn, edgeDays, kindIn, listIn, plainIn, statusIn } from './row-words.ts';
import { cellsBeside, writeCsv } from './write-text.ts';

/** Tables of the package, by the number of a row's kind. */
const TABLES = ['events', 'agreements', 'follow-ups'] as const;
const KINDS = ['event', 'agreement', 'follow-up'] as const;

/** A Data Package: one table a kind, then the descriptor that counts them. */
export async function* writeDataPackage(request: ExportRequest): AsyncGenerator<Uint8Array> {
	const { set, rows, t } = request;
	const chunks: Uint8Array[] = [];
	let failure: Error | null = null;
	const zip = new Zip((error, chunk) => {
		if (error) failure = error;
		else chunks.push(chunk);
	});
	const encoder = new TextEncoder();
	const resources: PackageResource[] = [];
	for (const [kind, name] of TABLES.entries()) {
		const own = rows.filter((row) => set.kind[row] === kind);
		const file = new ZipDeflate(`${name}.csv`, { level: 6 });
		file.mtime = new Date(request.at);
		zip.add(file);
		let bytes = 0;
		for await (const text of writeCsv(request, own)) {
			const chunk = encoder.encode(text);
			bytes += chunk.length;
			file.push(chunk);
			yield* taken();
		}
		file.push(new Uint8Array(0), true);
		resources.push({ name, title: recordKindsLabel(t, KINDS[kind] ?? ''), rows: own.length, bytes });
	}
	const descriptor = new ZipDeflate('datapackage.json', { level: 6 });
	descriptor.mtime = new Date(request.at);
	zip.add(descriptor);
	const facts = { name: 'accordline-export', title: request.title, created: request.at, version: String(set.seq), resources };
	descriptor.push(encoder.encode(packageDescriptor(facts)), true);
	zip.end();
	yield* taken();

	function* taken(): Generator<Uint8Array> {
		if (failure) throw failure;
		yield* chunks.splice(0);
	}
}

/** A workbook: a sheet for people, in their language and direction, and one of our own table, for programs and for the way back. */
export async function* writeWorkbook(request: ExportRequest): AsyncGenerator<Uint8Array> {
	const { language, t } = request;
	const people: string[][] = [];
	const data: string[][] = [];
	for await (const batch of exportRows(request)) {
		for (const row of batch) {
			const { record, body, possibly } = row;
			const date = shownDate(record);
			const days = date ? edgeDays(date.edtf) : { earliest: '', latest: '' };
			people.push([
				recordKindLabel(t, record.kind),
				kindIn(row, request),
				plainIn(record.title, request),
				statusIn(row, request),
				date ? doubtIn(row, request) : '',
				plainIn(date?.words, request),
				days.earliest,
				days.latest,
				date?.edtf ?? '',
				plainIn(record.track, request),
				plainIn(record.location, request),
				listIn(record.actors, request),
				listIn(record.topics, request),
				plainIn(record.summary, request),
				differIn(row, request),
				t(possibly ? 'export.possibly' : 'export.certainly'),
				request.linkOf(body.kind, body.id)
			]);
			data.push(ownCells(record, cellsBeside(row)));
		}
	}
	const forPeople: XlsxSheet = {
		name: t('export.sheet-records'),
		rightToLeft: LOCALES[language].direction === 'rtl',
		headers: [
			t('export.record'),
			t('tables.head.kind'),
			t('export.title-column'),
			t('tables.head.status'),
			t('tables.head.date'),
			t('export.words'),
			t('export.earliest'),
			t('export.latest'),
			t('export.edtf'),
			t('tables.head.track'),
			t('tables.head.place'),
			t('export.people'),
			t('tables.head.topics'),
			t('fields.field.summary'),
			t('export.differ'),
			t('export.in-view'),
			t('export.address')
		],
		rows: people,
		widths: [12, 16, 48, 14, 28, 24, 13, 13, 18, 28, 18, 36, 24, 60, 16, 12, 40]
	};
	// Named in every language alike: it is found by its name on the way back.
	const forPrograms: XlsxSheet = { name: 'data', rightToLeft: false, headers: OWN_COLUMNS, rows: data, widths: OWN_COLUMNS.map(() => 16) };
	yield await toXlsx([forPeople, forPrograms]);
}
