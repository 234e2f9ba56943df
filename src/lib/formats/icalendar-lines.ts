import type { ForeignProblem } from './foreign.ts';
import { problemOf, refuseFile } from './foreign-reading.ts';

/** One content line, unfolded. Parameter values are told apart, quotes gone, RFC 6868 carets resolved. */
export interface ContentLine {
	/** Upper case. */
	readonly name: string;
	/** Upper-case names; a parameter given twice has all its values. */
	readonly params: Readonly<Record<string, readonly string[]>>;
	/** As written: escapes are left to whoever knows the type. */
	readonly value: string;
	/** Line it begins on. */
	readonly line: number;
	readonly raw: string;
}

export interface Component {
	readonly name: string;
	readonly line: number;
	readonly properties: readonly ContentLine[];
	readonly components: readonly Component[];
	/** What is wrong with lines of this very component. */
	readonly problems: readonly ForeignProblem[];
}

interface OpenComponent extends Component {
	readonly properties: ContentLine[];
	readonly components: Component[];
	readonly problems: ForeignProblem[];
}

/** A line this long that is followed by one without a name was most likely folded, and the blank of the fold lost. */
const FOLDED_FROM = 60;
const NAME = /^[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)?$/u;

/**
 * The components of an iCalendar file. Broken folding is mended where only one reading is possible, and told; a line that
 * says nothing is refused with its number, and the rest stands.
 * @throws ForeignFileError when there is no component at all, or one is not closed or closed as another.
 */
export function readComponents(text: string, file: string): readonly Component[] {
	const roots: Component[] = [];
	const open: OpenComponent[] = [];
	const orphans: ForeignProblem[] = [];
	for (const { line, text: content, mended } of unfolded(text)) {
		const top = open.at(-1);
		const problems = top?.problems ?? orphans;
		if (mended) problems.push(problemOf({ file, row: line }, 'odd', 'cell', 'broken-folding', content));
		const read = contentLine(content, line);
		if (!read) {
			problems.push(problemOf({ file, row: line }, 'refused', 'cell', 'no-property', content));
			continue;
		}
		if (read.oddity) problems.push(problemOf({ file, row: line, column: read.line.name }, 'odd', 'cell', read.oddity, content));
		const name = read.line.value.trim().toUpperCase();
		if (read.line.name === 'BEGIN') {
			if (!/^[A-Z0-9-]+$/u.test(name)) refuseFile(file, line, 'component-name', content);
			const component: OpenComponent = { name, line, properties: [], components: [], problems: [] };
			(top?.components ?? roots).push(component);
			open.push(component);
		} else if (read.line.name === 'END') {
			if (!top || (top.name !== name && open.some((outer) => outer.name === name))) {
				refuseFile(file, line, 'end-without-begin', content, { open: top?.name ?? '' });
			}
			// A misspelt end can only be that of the innermost.
			if (top.name !== name) problems.push(problemOf({ file, row: line, column: 'END' }, 'odd', 'cell', 'end-without-begin', content));
			open.pop();
		} else if (top) top.properties.push(read.line);
		else orphans.push(problemOf({ file, row: line, column: read.line.name }, 'refused', 'cell', 'outside', content));
	}
	const unclosed = open.at(-1);
	if (unclosed) refuseFile(file, unclosed.line, 'not-closed', `BEGIN:${unclosed.name}`);
	if (roots.length === 0) refuseFile(file, orphans[0]?.place.row ?? 1, 'not-icalendar', text.slice(0, 60));
	return orphans.length > 0 ? [...roots, { name: '', line: 1, properties: [], components: [], problems: orphans }] : roots;
}

interface Unfolded {
	readonly text: string;
	readonly line: number;
	readonly mended: boolean;
}

/** Logical lines: a line that begins with a blank goes on the one before. */
function* unfolded(text: string): Generator<Unfolded> {
	let current: { text: string; line: number; mended: boolean; last: number } | null = null;
	let line = 0;
	for (const physical of text.replace(/^\uFEFF/u, '').split(/\r\n|\n|\r/u)) {
		line += 1;
		if (physical.trim() === '') continue;
		if (current && /^[ \t]/u.test(physical)) {
			current.text += physical.slice(1);
			current.last = physical.length;
		} else if (current && lostItsFold(physical, current.last)) {
			current.text += physical;
			current.last = physical.length;
			current.mended = true;
		} else {
			if (current) yield current;
			current = { text: physical, line, mended: false, last: physical.length };
		}
	}
	if (current) yield current;
}

/** A line without a name of its own, after a line that was full: or one that begins with the sign after a name. */
function lostItsFold(physical: string, before: number): boolean {
	if (/^[:;]/u.test(physical)) return true;
	const named = /^[A-Za-z][A-Za-z0-9-]*(?:\s*;[^:]*)?:/u.test(physical);
	return !named && before >= FOLDED_FROM;
}

function contentLine(raw: string, line: number): { readonly line: ContentLine; readonly oddity?: string } | null {
	const end = /[:;]/u.exec(raw);
	if (!end) return null;
	const written = raw.slice(0, end.index);
	const name = written.replace(/\s+/gu, '').toUpperCase();
	if (!NAME.test(name)) return null;
	let oddity = written === written.trim() && !/\s/u.test(written) ? undefined : 'blanks-in-name';
	const params: Record<string, string[]> = {};
	let at = end.index;
	while (raw[at] === ';') {
		const read = parameter(raw, at + 1);
		if (!read) return null;
		// `;;`, `;NAME:` and the like: said nothing, so nothing is lost.
		if (read.name === '' || read.values === null) oddity ??= 'empty-parameter';
		else params[read.name] = [...(params[read.name] ?? []), ...read.values];
		at = read.end;
	}
	if (raw[at] !== ':') return null;
	return { line: { name, params, value: raw.slice(at + 1), line, raw }, ...(oddity && { oddity }) };
}

function parameter(raw: string, start: number): { readonly name: string; readonly values: string[] | null; readonly end: number } | null {
	let at = start;
	while (at < raw.length && !/[=:;]/u.test(raw[at]!)) at += 1;
	const name = raw.slice(start, at).trim().toUpperCase();
	if (raw[at] !== '=') return at < raw.length ? { name, values: null, end: at } : null;
	const values: string[] = [];
	do {
		at += 1;
		while (raw[at] === ' ') at += 1;
		if (raw[at] === '"') {
			const close = raw.indexOf('"', at + 1);
			if (close < 0) return null;
			values.push(uncaret(raw.slice(at + 1, close)));
			at = close + 1;
		} else {
			const from = at;
			while (at < raw.length && !/[,:;]/u.test(raw[at]!)) at += 1;
			values.push(uncaret(raw.slice(from, at).trim()));
		}
	} while (raw[at] === ',');
	return { name, values, end: at };
}

/** RFC 6868: `^n` line break, `^'` quote, `^^` caret. */
function uncaret(value: string): string {
	return value.replace(/\^([n'^])/gu, (_, sign: string) => (sign === 'n' ? '\n' : sign === "'" ? '"' : '^'));
}

/** A TEXT value: `\n`, `\,`, `\;` and `\\` resolved. */
export function unescapeText(value: string): string {
	return value.replace(/\\([\\;,nN:"])/gu, (_, sign: string) => (sign === 'n' || sign === 'N' ? '\n' : sign));
}

/** Several TEXT values, at commas that are not escaped. */
export function splitTexts(value: string): string[] {
	return (value.match(/(?:\\.|[^,\\])+/gu) ?? []).map((part) => unescapeText(part).trim()).filter((part) => part !== '');
}
