import ts from 'typescript';
import type { TreeFile } from '../support/source-tree.ts';

/** What the architecture tests want to know of one file. */
export interface ModuleFacts {
	/** Specifiers of every static, dynamic, type-only and re-exporting import, in order of appearance. */
	readonly imports: readonly string[];
	readonly hasDefaultExport: boolean;
	/** Has statements, and each one only passes on what another file exports. */
	readonly isBarrel: boolean;
	/** Syntax trees: one for a `.ts` file, one for each script of a `.svelte` file. */
	readonly scripts: readonly ts.SourceFile[];
	/** The markup of a `.svelte` file without scripts and styles; empty for other files. */
	readonly markup: string;
}

const SCRIPT = /<script\b[^>]*>([\s\S]*?)<\/script>/g;
const STYLE = /<style\b[^>]*>[\s\S]*?<\/style>/g;
const MARKUP_IMPORT = /\bimport\(\s*['"]([^'"]+)['"]/g;

const parse = (path: string, text: string) => ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true, ts.ScriptKind.TS);

/** Reads a file's imports and exports from its syntax tree, not from its text: comments and strings never count as imports. */
export function readModule(file: TreeFile): ModuleFacts {
	const isSvelte = file.path.endsWith('.svelte');
	const scripts = isSvelte
		? [...file.text.matchAll(SCRIPT)].map((match) => parse(`${file.path}.ts`, match[1] ?? ''))
		: [parse(file.path, file.text)];
	const markup = isSvelte ? file.text.replace(SCRIPT, '').replace(STYLE, '') : '';
	const statements = scripts.flatMap((script) => [...script.statements]);
	return {
		imports: [...scripts.flatMap(importsOf), ...[...markup.matchAll(MARKUP_IMPORT)].map((match) => match[1] ?? '')],
		hasDefaultExport: !isSvelte && statements.some(exportsDefault),
		isBarrel:
			!isSvelte && statements.length > 0 && statements.every((statement) => ts.isExportDeclaration(statement) && statement.moduleSpecifier),
		scripts,
		markup
	};
}

function importsOf(script: ts.SourceFile): string[] {
	const found: string[] = [];
	const add = (node: ts.Node | undefined) => {
		if (node && ts.isStringLiteralLike(node)) found.push(node.text);
	};
	const visit = (node: ts.Node): void => {
		if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) add(node.moduleSpecifier);
		else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) add(node.arguments[0]);
		else if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) add(node.argument.literal);
		ts.forEachChild(node, visit);
	};
	visit(script);
	return found;
}

function exportsDefault(statement: ts.Statement): boolean {
	if (ts.isExportAssignment(statement)) return true;
	if (ts.isExportDeclaration(statement) && statement.exportClause && ts.isNamedExports(statement.exportClause)) {
		return statement.exportClause.elements.some((element) => element.name.text === 'default');
	}
	return (
		ts.canHaveModifiers(statement) && (ts.getModifiers(statement) ?? []).some((modifier) => modifier.kind === ts.SyntaxKind.DefaultKeyword)
	);
}
