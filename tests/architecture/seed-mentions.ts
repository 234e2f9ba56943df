import ts from 'typescript';
import type { TreeFile } from '../support/source-tree.ts';
import { readModule } from './read-module.ts';

/** Record ids of seed files: the `record` member of every line, wherever it stands. */
export function seedIds(jsonLines: string): Set<string> {
	const ids = new Set<string>();
	const visit = (value: unknown): void => {
		if (typeof value !== 'object' || value === null) return;
		if ('record' in value && typeof value.record === 'string') ids.add(value.record);
		Object.values(value).forEach(visit);
	};
	for (const line of jsonLines.split('\n')) if (line.trim()) visit(JSON.parse(line));
	return ids;
}

/**
 * Every place where a file names a seed record: ids with a hyphen or a digit as a word in any text of the program, the others
 * (`iran`, `regulation`) only where they are a text of their own, because they are also words. Comments may name examples.
 */
export function seedMentions(files: readonly TreeFile[], ids: ReadonlySet<string>): string[] {
	const telling = [...ids].filter((id) => /[-\d]/.test(id));
	const pattern =
		telling.length > 0 ? new RegExp(`(?<![\\w-])(?:${telling.map((id) => RegExp.escape(id)).join('|')})(?![\\w-])`, 'g') : null;
	return files.flatMap((file) => {
		const facts = readModule(file);
		const markup = facts.markup.replace(/<!--[\s\S]*?-->/g, '');
		const quoted = [...markup.matchAll(/(["'`])([^"'`\n]*)\1/g)].map((match) => match[2] ?? '');
		const texts = facts.scripts.flatMap(textsIn);
		const inside = [...texts, markup].flatMap((text) => (pattern ? (text.match(pattern) ?? []) : []));
		const whole = [...texts, ...quoted].filter((text) => ids.has(text) && !telling.includes(text));
		return [...new Set([...inside, ...whole])].map((id) => `${file.path} names the seed record '${id}'`);
	});
}

/** Every string and template text of a script, without comments, imports and types. */
function textsIn(script: ts.SourceFile): string[] {
	const texts: string[] = [];
	const visit = (node: ts.Node): void => {
		if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node) || ts.isTypeNode(node)) return;
		if (ts.isStringLiteralLike(node) || ts.isTemplateHead(node) || ts.isTemplateMiddle(node) || ts.isTemplateTail(node))
			texts.push(node.text);
		ts.forEachChild(node, visit);
	};
	visit(script);
	return texts;
}
