import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../support/source-tree.ts';

/** A document of the project as text. */
export function read(path: string): string {
	return readFileSync(join(ROOT, path), 'utf8');
}

/** The text under a heading of the second level, up to the next one. @throws when there is no such heading. */
export function section(text: string, heading: string): string {
	const found = text.split(/^## /m).find((part) => part.startsWith(`${heading}\n`));
	if (found === undefined) throw new Error(`There is no section "${heading}".`);
	return found;
}

/** The cells of every row of the tables in a text, heads left out. */
export function rows(text: string): string[][] {
	const lines = text.split('\n').filter((line) => line.startsWith('|'));
	const rules = lines.flatMap((line, at) => (/^\|[\s|:-]+\|$/.test(line) ? [at] : []));
	return lines
		.filter((_, at) => !rules.includes(at) && !rules.includes(at + 1))
		.map((line) =>
			line
				.slice(1, -1)
				.split('|')
				.map((cell) => cell.trim())
		);
}

/** What stands in backticks. */
export function coded(text: string): string[] {
	return [...text.matchAll(/`([^`\n]+)`/g)].map(([, code]) => code ?? '');
}

export const plain = (text: string) => text.replaceAll('`', '');
