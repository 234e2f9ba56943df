import { problem } from './answers.ts';

const CODES: Readonly<Record<number, string>> = {
	400: 'bad-request',
	403: 'refused',
	404: 'unknown-address',
	405: 'unknown-method',
	413: 'too-large'
};

/** An answer of the API that is an error, in the API's own form, whoever made it; others as they are. */
export async function errorsAsJson(answer: Response): Promise<Response> {
	if (answer.status < 400) return answer;
	const text = await answer.text();
	const said = readProblem(text);
	if (said === 'ours') return new Response(text, { status: answer.status, headers: answer.headers });
	const other = problem(answer.status, { code: CODES[answer.status] ?? 'internal', message: said });
	for (const name of ['allow', 'retry-after']) {
		const value = answer.headers.get(name);
		if (value !== null) other.headers.set(name, value);
	}
	return other;
}

/** `ours`: it has our form already; else its message. */
function readProblem(text: string): string {
	try {
		const json = JSON.parse(text) as { error?: { code?: unknown }; message?: unknown };
		if (json.error?.code !== undefined) return 'ours';
		if (typeof json.message === 'string') return json.message;
	} catch {
		// Plain words of the framework, or a page.
	}
	return /^[^<]{1,200}$/.test(text) ? text : 'The server could not answer.';
}
