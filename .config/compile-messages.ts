import { parse } from '@formatjs/icu-messageformat-parser';
import { pathToFileURL } from 'node:url';
import type { Plugin } from 'vite';

const MESSAGES = /\/src\/lib\/language\/messages\/[a-z]{2}\/[a-z-]+\.ts$/;
const PARSER = '@formatjs/icu-messageformat-parser';

/**
 * Parses the messages when the program is built, so that a page needs no parser: 8 kB less to load. Without a build (tests,
 * commands, development) they are parsed when first used.
 */
export function compileMessages(): Plugin {
	return {
		name: 'compile-messages',
		apply: 'build',
		enforce: 'pre',
		config: () => ({ resolve: { alias: [{ find: new RegExp(`^${PARSER}$`), replacement: `${PARSER}/no-parser.js` }] } }),
		async load(id) {
			if (!MESSAGES.test(id)) return null;
			const module = (await import(pathToFileURL(id).href)) as Record<string, Record<string, string>>;
			return Object.entries(module)
				.map(([name, messages]) => {
					const parsed = Object.entries(messages).map(([key, text]) => [key, isPlain(text) ? text : parse(text, { ignoreTag: true })]);
					return `export const ${name} = ${JSON.stringify(Object.fromEntries(parsed), (key, value: unknown) => (key === 'location' ? undefined : value))};`;
				})
				.join('\n');
		}
	};
}

/** A message without arguments stands as it is; see `createTranslate`. */
function isPlain(text: string): boolean {
	return !text.includes('{') && !text.includes("'");
}
