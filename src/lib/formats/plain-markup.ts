/**
 * The text of a piece of HTML, for reading only: tags go, blocks end lines, entities become their letters. Nothing of it is
 * ever run or shown as markup; script and style are left out whole. A text without tags and entities stays as it is.
 */
export function plainMarkup(html: string): string {
	if (!/[<&]/u.test(html)) return html.trim();
	return lettersOf(
		html
			.replace(/<!--[\s\S]*?(?:-->|$)/gu, '')
			.replace(/<(script|style)\b[\s\S]*?(?:<\/\1\s*>|$)/giu, '')
			.replace(/[ \t\r\n]+/gu, ' ')
			.replace(/<(?:br\b[^>]*|\/(?:p|div|li|h[1-6]|tr|blockquote|section|ul|ol|table))>/giu, '\n')
			.replace(/<\/?[a-z][^>]*(?:>|$)/giu, '')
	)
		.replace(/[ \t]*\n[ \t]*/gu, '\n')
		.replace(/\n{3,}/gu, '\n\n')
		.replace(/ {2,}/gu, ' ')
		.trim();
}

/** Whether a text has markup in it that its plain form loses. */
export function hasMarkup(text: string): boolean {
	return /<\/?[a-z][^>]*>/iu.test(text);
}

const NAMED: Readonly<Record<string, string>> = {
	amp: '&',
	lt: '<',
	gt: '>',
	quot: '"',
	apos: "'",
	nbsp: '\u00A0',
	ndash: '–',
	mdash: '—',
	hellip: '…',
	lsquo: '‘',
	rsquo: '’',
	ldquo: '“',
	rdquo: '”',
	laquo: '«',
	raquo: '»',
	copy: '©',
	reg: '®',
	eacute: 'é',
	egrave: 'è',
	agrave: 'à',
	ccedil: 'ç',
	ouml: 'ö',
	uuml: 'ü',
	auml: 'ä',
	szlig: 'ß',
	zwnj: '\u200C',
	zwj: '\u200D',
	lrm: '\u200E',
	rlm: '\u200F'
};

function lettersOf(text: string): string {
	return text.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,8}));/giu, (whole, decimal?: string, hex?: string, name?: string) => {
		if (name !== undefined) return NAMED[name] ?? NAMED[name.toLowerCase()] ?? whole;
		const code = decimal === undefined ? parseInt(hex ?? '', 16) : Number(decimal);
		return code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code < 0xe000) ? String.fromCodePoint(code) : whole;
	});
}
