import type { FormatName } from '#lib/formats/detect-format.ts';
import type { ReadOptions } from './open-file.ts';
import { BadOptionError } from './questions.ts';

const TABLES: readonly FormatName[] = ['delimited', 'workbook'];
/** Formats whose encoding is not a matter of opinion. */
const ENCODED_THEMSELVES: readonly FormatName[] = ['workbook', 'data-package', 'own-lines'];

/** What each option is about. */
const SCOPE: Readonly<Partial<Record<keyof ReadOptions, (format: FormatName) => boolean>>> = {
	mapping: (format) => TABLES.includes(format),
	key: (format) => TABLES.includes(format),
	sheet: (format) => format === 'workbook',
	order: (format) => TABLES.includes(format) || format === 'timelinejs-sheet',
	encoding: (format) => !ENCODED_THEMSELVES.includes(format)
};

/** @throws BadOptionError when something is said that does not apply to files of this format */
export function checkOptions(format: FormatName, read: ReadOptions): void {
	for (const [option, applies] of Object.entries(SCOPE)) {
		if (read[option as keyof ReadOptions] !== undefined && !applies(format))
			throw new BadOptionError('option-not-for-format', { option, format });
	}
	if (read.mapping !== undefined && read.order !== undefined) throw new BadOptionError('option-in-mapping', { option: 'order' });
	if (read.mapping !== undefined && read.key !== undefined) throw new BadOptionError('option-in-mapping', { option: 'key' });
}
