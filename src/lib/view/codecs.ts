/** A value read from the address, and the parts of it that were no good. */
export interface Reading<T> {
	readonly value: T;
	readonly dropped: readonly string[];
}

/** One value ⇄ the text of one key. `read` answers null when nothing of the text is any good. */
export interface Codec<T> {
	readonly read: (text: string) => Reading<T> | null;
	readonly write: (value: T) => string;
	/** A key given twice is one list. */
	readonly list?: true;
}

const good = <T>(value: T): Reading<T> => ({ value, dropped: [] });

/** Any value of a closed list. */
export function oneOf<T extends string>(values: readonly T[]): Codec<T> {
	return {
		read: (text) => {
			const found = values.find((value) => value === text);
			return found === undefined ? null : good(found);
		},
		write: (value) => value
	};
}

/** A yes or no by two words; the first means yes. */
export function eitherOf(yes: string, no: string): Codec<boolean> {
	return { read: (text) => (text === yes ? good(true) : text === no ? good(false) : null), write: (value) => (value ? yes : no) };
}

/** Text up to a length. */
export function textUpTo(length: number): Codec<string> {
	return { read: (text) => (text.length <= length ? good(text) : null), write: (value) => value };
}

/** A value that may be missing: the empty text. `read` answers null for a bad one. */
export function optional<T>(read: (text: string) => T | null, write: (value: T) => string): Codec<T | null> {
	return {
		read: (text) => {
			if (text === '') return good(null);
			const value = read(text);
			return value === null ? null : good(value);
		},
		write: (value) => (value === null ? '' : write(value))
	};
}

/** A list by commas; bad and repeated elements are dropped, the others stand. Null only when every element was bad. */
export function listOf<T>(read: (text: string) => T | null, write: (value: T) => string): Codec<readonly T[]> {
	return {
		list: true,
		read: (text) => {
			const values = new Map<string, T>();
			const dropped: string[] = [];
			for (const part of splitList(text)) {
				if (part === '') continue;
				const value = read(part);
				if (value === null) dropped.push(part);
				else if (!values.has(write(value))) values.set(write(value), value);
			}
			return values.size === 0 && dropped.length ? null : { value: [...values.values()], dropped };
		},
		write: (list) => joinList(list.map(write))
	};
}

/** Values by commas; a comma or backslash inside a value takes a backslash before it. */
export function joinList(values: readonly string[]): string {
	return values.map((value) => value.replace(/[\\,]/g, '\\$&')).join(',');
}

/** The inverse of `joinList`: one empty value for the empty text. */
export function splitList(text: string): string[] {
	return [...`,${text}`.matchAll(/,((?:\\[\s\S]|[^\\,])*)/g)].map(([, part]) => (part ?? '').replace(/\\([\s\S])/g, '$1'));
}
