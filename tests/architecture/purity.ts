import ts from 'typescript';
import type { TreeFile } from '../support/source-tree.ts';
import { readModule } from './read-module.ts';
import { isPure } from './rooms.ts';

/** Names that exist only in a page, or that answer differently each time they are asked. */
const GLOBALS = [
	'window',
	'document',
	'navigator',
	'location',
	'localStorage',
	'sessionStorage',
	'performance',
	'requestAnimationFrame',
	'fetch'
];
const MEMBERS: Readonly<Record<string, readonly string[]>> = {
	Date: ['now'],
	Math: ['random'],
	crypto: ['randomUUID', 'getRandomValues'],
	globalThis: [...GLOBALS, 'crypto']
};

/** Every use of clock, chance, page or Node in the files that must do without: one sentence each, with file, line and use. */
export function purityBreaches(files: readonly TreeFile[]): string[] {
	return files
		.filter((file) => isPure(file.path))
		.flatMap((file) => {
			const facts = readModule(file);
			const imports = facts.imports
				.filter((specifier) => specifier.startsWith('node:'))
				.map((specifier) => `${file.path} imports '${specifier}'`);
			return [...imports, ...facts.scripts.flatMap((script) => usesIn(script).map((use) => `${file.path}${use}`))];
		});
}

function usesIn(script: ts.SourceFile): string[] {
	const uses: string[] = [];
	const report = (node: ts.Node, what: string) => {
		uses.push(`:${script.getLineAndCharacterOfPosition(node.getStart(script)).line + 1} uses ${what}`);
	};
	const visit = (node: ts.Node): void => {
		if (
			ts.isPropertyAccessExpression(node) &&
			ts.isIdentifier(node.expression) &&
			MEMBERS[node.expression.text]?.includes(node.name.text)
		) {
			report(node, `${node.expression.text}.${node.name.text}`);
		} else if (ts.isNewExpression(node) && isDate(node.expression) && (node.arguments ?? []).length === 0) {
			report(node, 'new Date() without an argument');
		} else if (ts.isCallExpression(node) && isDate(node.expression)) {
			report(node, 'Date()');
		} else if (ts.isIdentifier(node) && GLOBALS.includes(node.text) && isReference(node) && !isDeclaredAbove(node)) {
			report(node, node.text);
		}
		ts.forEachChild(node, visit);
	};
	visit(script);
	return uses;
}

const isDate = (node: ts.Node) => ts.isIdentifier(node) && node.text === 'Date';

/** Whether a name is used as a value, and is not the name of a member, a property or a declaration. */
function isReference(node: ts.Identifier): boolean {
	const { parent } = node;
	if (ts.isPropertyAccessExpression(parent)) return parent.expression === node;
	if (ts.isPropertyAssignment(parent)) return parent.initializer === node;
	if (ts.isShorthandPropertyAssignment(parent) || ts.isExportSpecifier(parent)) return true;
	if (ts.isBindingElement(parent) || ts.isParameter(parent) || ts.isVariableDeclaration(parent)) return parent.initializer === node;
	if (ts.isQualifiedName(parent) || ts.isTypeReferenceNode(parent)) return false;
	return !('name' in parent && parent.name === node);
}

/** Whether the name is one of the file's own: a parameter, a variable, a function or an import in a scope round it. */
function isDeclaredAbove(node: ts.Identifier): boolean {
	for (let scope: ts.Node | undefined = node.parent; scope; scope = scope.parent) {
		if (ts.isFunctionLike(scope) && scope.parameters.some((parameter) => binds(parameter.name, node.text))) return true;
		if (ts.isForStatement(scope) || ts.isForOfStatement(scope) || ts.isForInStatement(scope)) {
			const { initializer } = scope;
			if (initializer && ts.isVariableDeclarationList(initializer) && listBinds(initializer, node.text)) return true;
		}
		if (
			(ts.isBlock(scope) || ts.isSourceFile(scope) || ts.isCaseClause(scope)) &&
			scope.statements.some((statement) => declares(statement, node.text))
		) {
			return true;
		}
	}
	return false;
}

function declares(statement: ts.Statement, name: string): boolean {
	if (ts.isVariableStatement(statement)) return listBinds(statement.declarationList, name);
	if (ts.isFunctionDeclaration(statement) || ts.isClassDeclaration(statement)) return statement.name?.text === name;
	if (!ts.isImportDeclaration(statement)) return false;
	const bindings = statement.importClause?.namedBindings;
	return bindings !== undefined && ts.isNamedImports(bindings) && bindings.elements.some((element) => element.name.text === name);
}

const listBinds = (list: ts.VariableDeclarationList, name: string) =>
	list.declarations.some((declaration) => binds(declaration.name, name));

function binds(pattern: ts.BindingName, name: string): boolean {
	if (ts.isIdentifier(pattern)) return pattern.text === name;
	return pattern.elements.some((element) => ts.isBindingElement(element) && binds(element.name, name));
}
