import type { FormatName } from '#lib/formats/detect-format.ts';

const NAMES: Readonly<Record<FormatName, true>> = {
	icalendar: true,
	timelinejs: true,
	'timelinejs-sheet': true,
	'vis-timeline': true,
	'simile-json': true,
	'simile-xml': true,
	markwhen: true,
	'own-json': true,
	'own-lines': true,
	'own-csv': true,
	'data-package': true,
	workbook: true,
	delimited: true
};

/** The formats that are taken in, as the command and the page name them. */
export const FORMAT_NAMES = Object.keys(NAMES) as readonly FormatName[];

export function isFormatName(name: unknown): name is FormatName {
	return typeof name === 'string' && Object.hasOwn(NAMES, name);
}
