import { resolve } from 'node:path';
import type { Plugin } from 'vite';

const ROUTES = resolve(import.meta.dirname, '../src/routes');
/** What every page starts with. The first is what Kit writes to start them. */
const STARTS = [
	resolve(ROUTES, '../../.svelte-kit/generated/client-optimized/app.js'),
	resolve(ROUTES, '../../node_modules/@sveltejs/kit/src/runtime/client/entry.js')
];
const EVERY_PAGE = [...STARTS, ...['+layout.svelte', '+layout.ts', '+error.svelte'].map((file) => resolve(ROUTES, file))];
const RECORD_PAGE = [resolve(ROUTES, '(reading)/+layout.svelte'), resolve(ROUTES, '(reading)/[segment=segment]/[id]/+page.svelte')];
const DASHBOARD = [resolve(ROUTES, '+page.svelte'), resolve(ROUTES, '+page.ts')];

type Modules = { getModuleInfo(id: string): { readonly importedIds: readonly string[] } | null };

/**
 * Puts what the dashboard starts with into few files: what record pages start with too, and the rest. Some forty small files, as
 * the bundler would have it, each begin their compression anew, and weigh a tenth more.
 */
export function pageChunks(): Plugin {
	const groups = [
		// The first takes its modules with all they need, so nothing of it waits for the second.
		{
			name: oneFile(
				'common',
				({ every, records, dashboard }, id) => (every.has(id) && !STARTS.includes(id)) || (records.has(id) && dashboard.has(id))
			),
			priority: 2,
			debugName: 'common'
		},
		{ name: oneFile('dashboard', ({ dashboard }, id) => dashboard.has(id) && !DASHBOARD.includes(id)), priority: 1, debugName: 'dashboard' }
	];
	return {
		name: 'page-chunks',
		apply: 'build',
		// After Kit has said which of its two builds this is.
		enforce: 'post',
		config: ({ build }) => (build?.ssr ? undefined : { build: { rolldownOptions: { output: { codeSplitting: { groups } } } } })
	};
}

/** D3's modules do something when they run, so each that is put into a file runs there, needed or not; alone they stay where they are needed. */
const LEFT_ALONE = '/node_modules/d3-';

type Needed = Record<'every' | 'records' | 'dashboard', ReadonlySet<string>>;

/** Says whether a module goes into a file of this name; null: not into it. */
function oneFile(name: string, holds: (needed: Needed, id: string) => boolean): (id: string, modules: Modules) => string | null {
	let needed: Needed | undefined;
	return (id, modules) => {
		needed ??= {
			every: reached(EVERY_PAGE, modules),
			records: reached(RECORD_PAGE, modules),
			dashboard: reached(DASHBOARD, modules)
		};
		return !id.includes(LEFT_ALONE) && holds(needed, id) ? name : null;
	};
}

/** The modules that files need before they run. @throws when a file is none of the program's: it was moved, and this list was not */
function reached(files: readonly string[], modules: Modules): ReadonlySet<string> {
	const found = new Set<string>();
	const open = [...files];
	for (const file of files) if (!modules.getModuleInfo(file)) throw new Error(`page-chunks: ${file} is no module of the page.`);
	for (let id = open.pop(); id !== undefined; id = open.pop()) {
		if (found.has(id)) continue;
		found.add(id);
		open.push(...(modules.getModuleInfo(id)?.importedIds ?? []));
	}
	return found;
}
