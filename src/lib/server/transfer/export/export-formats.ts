/** What a view can be taken away as, in the order it is offered. */
export const EXPORT_FORMATS = ['csv', 'xlsx', 'jsonl', 'timelinejs', 'ics', 'datapackage'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

export const EXPORT_FILES: Readonly<Record<ExportFormat, { readonly type: string; readonly ending: string }>> = {
	csv: { type: 'text/csv; charset=utf-8; header=present', ending: 'csv' },
	xlsx: { type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', ending: 'xlsx' },
	jsonl: { type: 'application/jsonl; charset=utf-8', ending: 'jsonl' },
	timelinejs: { type: 'application/json; charset=utf-8', ending: 'timelinejs.json' },
	ics: { type: 'text/calendar; charset=utf-8', ending: 'ics' },
	datapackage: { type: 'application/zip', ending: 'zip' }
};

/** Rows a sheet has, without its header. */
export const MOST_IN_WORKBOOK = 1_048_575;

export function isExportFormat(value: string): value is ExportFormat {
	return (EXPORT_FORMATS as readonly string[]).includes(value);
}

/**
 * `content-disposition` of a download: the name in UTF-8 (RFC 6266, RFC 8187), and one of plain letters beside it for old
 * programs. Signs that file systems keep to themselves, direction marks and controls are taken out.
 */
export function dispositionOf(name: string, ending: string): string {
	const clean = name
		.replace(/[\p{Cc}"*/:<>?\\|\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu, ' ')
		.replace(/\s+/gu, ' ')
		.trim()
		.slice(0, 80)
		.replace(/^\.+|[. ]+$/gu, '');
	const plain = clean
		.replace(/[^\x20-\x7E]/gu, '')
		.replace(/[%,;]/gu, '')
		.replace(/\s+/gu, ' ')
		.trim();
	const encoded = encodeURIComponent(`${clean || 'accordline'}.${ending}`).replace(
		/['()*]/gu,
		(sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`
	);
	return `attachment; filename="${plain || 'accordline'}.${ending}"; filename*=UTF-8''${encoded}`;
}
