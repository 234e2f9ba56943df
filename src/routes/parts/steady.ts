/**
 * Gives back what was given before while it says the same, so that nothing worked out from it is worked out again: a view is a
 * new object at every act, and most acts change one thing of it.
 */
export function steady<T>(says: (value: T) => string): (value: T) => T {
	let last: { readonly said: string; readonly value: T } | null = null;
	return (value) => {
		const said = says(value);
		if (last?.said === said) return last.value;
		last = { said, value };
		return value;
	};
}

/** All a plain object says; JSON alone would tell no infinite number from null. */
export function allOf(value: unknown): string {
	return JSON.stringify(value, (_, part: unknown) => (typeof part === 'number' ? String(part) : part));
}
