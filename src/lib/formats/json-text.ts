import { refuseFile } from './foreign-reading.ts';
import { jsonErrorAt } from './json-error.ts';

export type JsonObject = Readonly<Record<string, unknown>>;

/** JSON as read. A file that is none is refused, with the line and what the parser expected. */
export function parseJsonFile(written: string, file: string): unknown {
	const text = written.replace(/^\uFEFF/u, '');
	try {
		return JSON.parse(text);
	} catch (error) {
		const at = jsonErrorAt(text);
		return refuseFile(file, lineAt(text, at), 'not-json', text.slice(at, at + 60), { reason: (error as Error).message.slice(0, 120) });
	}
}

export function isObject(value: unknown): value is JsonObject {
	return value !== null && typeof value === 'object' && !Array.isArray(value);
}

/** A member that is an object; an empty one when it is none. */
export function objectIn(value: JsonObject, member: string): JsonObject {
	const inner = value[member];
	return isObject(inner) ? inner : {};
}

/** A member as text: strings and numbers; '' when it is neither. */
export function textIn(value: JsonObject, member: string): string {
	const inner = value[member];
	return typeof inner === 'string' ? inner : typeof inner === 'number' || typeof inner === 'boolean' ? String(inner) : '';
}

/** Every leaf of an object as `a.b` with its value; a list stays whole. */
export function* leavesOf(value: JsonObject, prefix = ''): Generator<[path: string, value: unknown]> {
	for (const [name, inner] of Object.entries(value)) {
		if (isObject(inner)) yield* leavesOf(inner, `${prefix}${name}.`);
		else yield [`${prefix}${name}`, inner];
	}
}

function lineAt(text: string, position: number): number {
	return text.slice(0, position).split('\n').length;
}
