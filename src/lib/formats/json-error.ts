const TOKEN =
	/\s*(?:("(?:[^"\\]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*")|(-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)|([[\]{},:]))/uy;

/** What may stand next. */
type Expected = 'value' | 'value or ]' | 'key' | 'key or }' | ':' | ', or ]' | ', or }' | 'end';

/**
 * Where a text stops being JSON, as an offset; its length when it only ends too early. The runtime names the place of some
 * mistakes and not of others, and a file that is refused is refused with its line.
 */
export function jsonErrorAt(text: string): number {
	const open: ('[' | '{')[] = [];
	let expected: Expected = 'value';
	let at = 0;
	const closed = (): Expected => (open.length === 0 ? 'end' : open.at(-1) === '[' ? ', or ]' : ', or }');
	for (;;) {
		TOKEN.lastIndex = at;
		const match = TOKEN.exec(text);
		if (!match) return at + (/^\s*/u.exec(text.slice(at))?.[0].length ?? 0);
		const [whole, string, scalar, sign = ''] = match;
		const begins = at + whole.length - whole.trimStart().length;
		// A line break or another control inside a string: the string is not closed where it should be.
		if (string !== undefined && [...string].some((sign) => sign < ' ')) return begins;
		const next = after(string !== undefined ? 'string' : scalar !== undefined ? 'scalar' : sign);
		if (next === null) return begins;
		expected = next;
		at = TOKEN.lastIndex;
	}

	function after(token: string): Expected | null {
		const wantsValue = expected === 'value' || expected === 'value or ]';
		const wantsKey = expected === 'key' || expected === 'key or }';
		if (token === 'string' && wantsKey) return ':';
		if (token === 'string' || token === 'scalar') return wantsValue ? closed() : null;
		if (token === '[' || token === '{') {
			if (!wantsValue) return null;
			open.push(token);
			return token === '[' ? 'value or ]' : 'key or }';
		}
		if (token === ':') return expected === ':' ? 'value' : null;
		if (token === ',') return expected === ', or ]' ? 'value' : expected === ', or }' ? 'key' : null;
		const closes = token === ']' ? expected === ', or ]' || expected === 'value or ]' : expected === ', or }' || expected === 'key or }';
		if (!closes) return null;
		open.pop();
		return closed();
	}
}
