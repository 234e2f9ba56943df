import { json } from '@sveltejs/kit';

/** What an API answer says when it cannot do as asked: a code for machines, the parameter and a reason for people. */
export interface Problem {
	readonly code: string;
	readonly message: string;
	readonly parameter?: string;
	readonly value?: string;
}

export function problem(status: number, body: Problem): Response {
	return json({ error: body }, { status });
}

export function badParameter(parameter: string, value: string, message: string): Response {
	return problem(400, { code: 'invalid-parameter', parameter, value, message });
}

/** Characters of a text that is looked for. */
export const LONGEST_QUESTION = 500;

export function tooLong(parameter: string, value: string): Response {
	return badParameter(parameter, value.slice(0, 100), `Should be at most ${LONGEST_QUESTION} characters.`);
}

/** To a client that has gone: a newer question took this one's place. */
export function nobodyWaits(): Response {
	return new Response(null, { status: 499 });
}

const NUMBER = /^\d{1,9}$/;

/** A whole number parameter within bounds, or the refusal to answer with. */
export function wholeNumber(
	params: URLSearchParams,
	name: string,
	{ fallback, min = 0, max }: { fallback: number; min?: number; max: number }
): { readonly value: number } | { readonly refused: Response } {
	const text = params.get(name);
	if (text === null) return { value: fallback };
	const value = NUMBER.test(text) ? Number(text) : NaN;
	if (value >= min && value <= max) return { value };
	return { refused: badParameter(name, text, `Should be a whole number from ${min} to ${max}.`) };
}

/** Refuses parameters an address does not know, so that a typing mistake is not silently ignored. */
export function unknownParameter(params: URLSearchParams, known: readonly string[]): Response | null {
	for (const key of params.keys()) {
		if (!known.includes(key)) return badParameter(key, params.get(key) ?? '', `Unknown parameter. Known here: ${known.join(', ')}.`);
	}
	return null;
}

/** The index of a large store takes a while after a start or an import; everything but text is answered meanwhile. */
export function searchBeingBuilt(): Response {
	return later('search-being-built', 'Search is being built. Ask again in a few seconds.');
}

/** The columns of a large store are being filled after a start without any that were kept. */
export function gettingReady(share: number): Response {
	return later('getting-ready', `The records are being read, ${Math.floor(share * 100)} % so far. Ask again in a few seconds.`);
}

/** The first comparing of very many names takes a while. */
export function namesBeingCompared(share: number): Response {
	return later('names-being-compared', `Names are being compared, ${Math.floor(share * 100)} % so far. Ask again in a few seconds.`);
}

function later(code: string, message: string): Response {
	return json({ error: { code, message } }, { status: 503, headers: { 'retry-after': '5' } });
}
