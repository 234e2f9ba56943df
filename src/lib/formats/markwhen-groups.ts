/** A group or section of an event: its title, and the tags written beside it. */
export interface Group {
	readonly title: string;
	readonly tags: readonly string[];
}

const START = /^\s*(?:group|section)\s+(\S.*)$/iu;
const END = /^\s*end(?:\s*(?:group|section))?\s*$/iu;

/**
 * Groups in the keyword form (`group Name #tag` … `end`), which the parser of today no longer knows: those lines are blanked
 * out, so that every other stands where it stood, and the groups around each line are told apart here.
 */
export function keywordGroups(source: string): { readonly text: string; around(line: number): readonly Group[] } {
	const lines = source.split('\n');
	const open: Group[] = [];
	const around: (readonly Group[])[] = [];
	let current: readonly Group[] = [];
	let fresh = true;
	for (const [index, line] of lines.entries()) {
		// Only after a blank line or another such line: a description may begin with the word, too.
		const start: RegExpExecArray | null = fresh ? START.exec(line) : null;
		const ends: boolean = !start && open.length > 0 && END.test(line);
		if (start) open.push(groupOf(start[1] ?? ''));
		if (ends) open.pop();
		if (start || ends) {
			current = [...open];
			lines[index] = ' '.repeat(line.length);
		}
		around.push(current);
		fresh = start !== null || ends || line.trim() === '';
	}
	return { text: lines.join('\n'), around: (line) => around[line - 1] ?? [] };
}

function groupOf(text: string): Group {
	const tags = [...text.matchAll(/(?:^|\s)#([\w-]+)/gu)].map(([, tag]) => tag!);
	const title = text
		.replace(/(?:^|\s)#[\w-]+/gu, '')
		.replace(/:\s*$/u, '')
		.trim();
	return { title, tags };
}
