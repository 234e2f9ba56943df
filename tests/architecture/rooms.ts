import { posix } from 'node:path';
import type { TreeFile } from '../support/source-tree.ts';
import { readModule } from './read-module.ts';

/** The room table: which rooms a room may import. The order is that of the design: a room imports only rooms above it. */
export const ROOMS: Readonly<Record<string, readonly string[]>> = {
	temporal: [],
	language: ['temporal'],
	ui: ['language'],
	domain: ['temporal', 'language'],
	filter: ['temporal', 'language', 'domain'],
	columns: ['temporal', 'language', 'domain', 'filter'],
	formats: ['temporal', 'language', 'domain'],
	timeline: ['temporal', 'language', 'ui'],
	encoding: ['temporal', 'language', 'domain', 'filter', 'columns', 'timeline'],
	view: ['temporal', 'language', 'filter'],
	tables: ['temporal', 'language', 'ui', 'domain', 'filter', 'columns', 'formats', 'timeline', 'encoding', 'view'],
	presenting: ['temporal', 'language', 'ui', 'domain', 'filter', 'columns', 'formats', 'timeline', 'encoding', 'view', 'tables'],
	server: ['temporal', 'language', 'domain', 'filter', 'columns', 'formats', 'encoding', 'timeline']
};

/** Parts of the timeline, lowest first: a part imports its own level and lower ones. `scene.ts` is what layout makes and paint takes. */
const TIMELINE_LEVELS = [['scale', 'items', 'scene.ts'], ['query'], ['layout'], ['paint'], ['interaction'], ['components']];
const SERVER_TIMELINE_PARTS = ['scale', 'items', 'scene.ts', 'layout', 'paint'];

/** The one file under `src/lib` that may touch the address bar. */
const ADDRESS_FILE = 'src/lib/view/address.svelte.ts';
const VAGUE_NAMES = ['util', 'utils', 'helper', 'helpers', 'common', 'misc'];
/** Rooms that run without framework; see `isPure` for the timeline's exceptions. */
const PURE_ROOMS = ['temporal', 'language', 'domain', 'filter', 'columns', 'formats', 'timeline', 'encoding', 'view'];

/** The room of a path under `src/lib`, or null. */
export function roomOf(path: string): string | null {
	return /^src\/lib\/([^/]+)\//.exec(path)?.[1] ?? null;
}

/** Whether a file has to run without DOM, framework, clock and chance. */
export function isPure(path: string): boolean {
	const room = roomOf(path);
	if (room === null || !PURE_ROOMS.includes(room) || path === ADDRESS_FILE) return false;
	if (room !== 'timeline') return true;
	return (
		!/\.svelte(\.ts)?$/.test(path) && !/^src\/lib\/timeline\/(interaction|components)\//.test(path) && !/\/paint\/[^/]*canvas/.test(path)
	);
}

/** The part of the timeline a path lies in; whatever is not a named part belongs to the components. */
function timelinePart(path: string): string {
	const [first = ''] = path.slice('src/lib/timeline/'.length).split('/');
	return TIMELINE_LEVELS.flat().includes(first) ? first : 'components';
}

/** Where an import leads, from the project's top; null for packages. */
function target(from: string, specifier: string): string | null {
	if (specifier.startsWith('#lib/')) return `src/lib/${specifier.slice('#lib/'.length)}`;
	if (specifier.startsWith('.')) return posix.join(posix.dirname(from), specifier);
	return null;
}

/** Every breach of the import rules in a tree of sources: one sentence each, with file, import and rule. */
export function importBreaches(files: readonly TreeFile[]): string[] {
	const breaches = files.flatMap((file) => {
		const facts = readModule(file);
		const inImports = facts.imports.flatMap((specifier) =>
			importRules(file.path, specifier).map((rule) => `${file.path} imports '${specifier}': ${rule}`)
		);
		return [...inImports, ...fileRules(file.path, facts).map((rule) => `${file.path}: ${rule}`)];
	});
	const sqlite = files.filter((file) => readModule(file).imports.includes('node:sqlite')).map((file) => file.path);
	if (sqlite.length > 1) breaches.push(`${sqlite.join(', ')}: 'node:sqlite' is imported in one file only`);
	return breaches;
}

function importRules(path: string, specifier: string): string[] {
	const rules: string[] = [];
	const room = roomOf(path);
	if (specifier.startsWith('$lib')) rules.push("rooms are reached through '#lib/…', not '$lib'");
	if (specifier.startsWith('$env')) rules.push('environment variables are read in one file of the server');
	if (specifier.startsWith('$app/') && !/^src\/(routes\/|hooks\.)/.test(path) && path !== ADDRESS_FILE) {
		rules.push(`'$app/*' is imported only by routes, hooks and ${ADDRESS_FILE}`);
	}
	if (room !== null && room !== 'server' && specifier.startsWith('node:')) rules.push("under src/lib only the server imports 'node:…'");
	if (isPure(path) && /^(svelte|@sveltejs)(\/|$)|\.svelte(\.ts)?$/.test(specifier)) rules.push('this room runs without the framework');

	const to = target(path, specifier);
	if (to === null) return rules;
	const toRoom = roomOf(to);
	if (specifier.startsWith('.') && toRoom !== room)
		rules.push("another room is imported as '#lib/…', and files outside src/lib not at all");
	if (specifier.startsWith('#lib/') && toRoom === room) rules.push('inside a room imports are relative');
	if (toRoom === null || room === null) return rules;
	if (toRoom !== room && !(ROOMS[room] ?? []).includes(toRoom)) {
		rules.push(`${room} may import only ${(ROOMS[room] ?? []).join(', ') || 'nothing'}`);
	}
	if (toRoom === 'timeline') rules.push(...timelineRules(path, room, to));
	return rules;
}

function timelineRules(path: string, room: string, to: string): string[] {
	const part = timelinePart(to);
	if (room === 'timeline') {
		const own = timelinePart(path);
		const level = (name: string) => TIMELINE_LEVELS.findIndex((parts) => parts.includes(name));
		if (level(part) <= level(own)) return [];
		return [`inside the timeline imports run ${TIMELINE_LEVELS.join(' ← ')}, so ${own} may not import ${part}`];
	}
	if (room === 'encoding' && part !== 'items') return ['encoding sees only timeline/items'];
	if (room === 'server' && (!SERVER_TIMELINE_PARTS.includes(part) || to.includes('canvas'))) {
		return ["of the timeline, the server sees scale, items, scene, layout and paint's SVG painter"];
	}
	return [];
}

function fileRules(path: string, facts: ReturnType<typeof readModule>): string[] {
	const rules: string[] = [];
	const room = roomOf(path);
	if (path.startsWith('src/lib/') && (room === null || !(room in ROOMS))) rules.push(`'${room ?? path}' is not a room of the table`);
	if (path.startsWith('src/lib/') && (facts.isBarrel || /\/index\.(ts|js)$/.test(path)))
		rules.push('no barrels: import from the file itself');
	if (facts.hasDefaultExport) rules.push('no default exports');
	const topic = /^src\/lib\/language\/messages\/[a-z]+\/common\.ts$/.test(path);
	const vague = path.split('/').filter((step) => VAGUE_NAMES.includes(step.split('.')[0] ?? ''));
	if (vague.length > 0 && !topic) rules.push(`'${vague.join("', '")}' says nothing: name what is in it`);
	return rules;
}
