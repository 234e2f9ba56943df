import js from '@eslint/js';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import ts from 'typescript-eslint';
import svelteConfig from '../svelte.config.js';

export default ts.config(
	{ ignores: ['build/', '.svelte-kit/', 'node_modules/', 'data/'] },
	js.configs.recommended,
	...ts.configs.recommended,
	...svelte.configs.recommended,
	{ languageOptions: { globals: { ...globals.browser, ...globals.node } } },
	{
		files: ['**/*.svelte', '**/*.svelte.ts'],
		languageOptions: { parserOptions: { extraFileExtensions: ['.svelte'], parser: ts.parser, svelteConfig } }
	},
	{
		// Markup of our own SVG painter, which escapes every text it is given (tests/unit/timeline/paint.test.ts).
		files: ['src/lib/timeline/Timeline.svelte', 'src/lib/timeline/Overview.svelte'],
		rules: { 'svelte/no-at-html-tags': 'off' }
	},
	{
		rules: {
			// TypeScript knows better than no-undef what exists.
			'no-undef': 'off',
			'@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
			// Texts of others hold control characters and bare marks: we look for them on purpose.
			'no-control-regex': 'off',
			'no-misleading-character-class': 'off',
			// Maps that live for one call need not be watched.
			'svelte/prefer-svelte-reactivity': 'off',
			// Addresses are built by the view room from whole query strings.
			'svelte/no-navigation-without-resolve': 'off'
		}
	}
);
