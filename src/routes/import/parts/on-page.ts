/** A sentence of the command line for a page: what to write after the command is left out, for a page has buttons. */
export function withoutCommand(text: string): string {
	return text.replaceAll(/\s*[\u2066-\u2069\u200E\u200F]*\((?:[^()]*\s)?--[a-z][^()]*\)/gu, '');
}

/** What is wrong or odd is worded to stand in a table; by itself it is a sentence. */
export function asSentence(text: string): string {
	const [first = '', ...rest] = text;
	const sentence = first.toUpperCase() + rest.join('');
	return /[.!?؟]$/u.test(sentence) ? sentence : `${sentence}.`;
}
