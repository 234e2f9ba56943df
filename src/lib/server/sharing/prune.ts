/**
 * A value without what names a hidden record: such strings are left out of lists, such members out of objects, and a resolved
 * value goes with what it is (a missing value would be told as "none").
 * @returns undefined where nothing is left
 */
export function prune(value: unknown, hidden: (id: string) => boolean): unknown {
	if (typeof value === 'string') return hidden(value) ? undefined : value;
	if (Array.isArray(value)) return value.map((part) => prune(part, hidden)).filter((part) => part !== undefined);
	if (value === null || typeof value !== 'object') return value;
	const kept: Record<string, unknown> = {};
	for (const [name, part] of Object.entries(value)) {
		if (hidden(name)) continue;
		const own = prune(part, hidden);
		if (own !== undefined) kept[name] = own;
		else if (name === 'value' || name === 'key') return undefined;
	}
	return kept;
}
