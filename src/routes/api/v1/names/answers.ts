import { refusalBy } from '#lib/server/records/name-proposals/name-desk.ts';
import { problem } from '../../answers.ts';

/** Longest reason kept with a join, and longest id, in characters. */
const LONGEST = 500;

/** Texts of a JSON body by name; null where one is missing, no text or too long. Optional ones are '' when left out. */
export async function textsOf<Name extends string, More extends string>(
	request: Request,
	names: readonly Name[],
	optional: readonly More[]
): Promise<Record<Name | More, string> | null> {
	const body = (await request.json().catch(() => null)) as Record<string, unknown> | null;
	if (body === null || typeof body !== 'object' || Array.isArray(body)) return null;
	const texts: Partial<Record<Name | More, string>> = {};
	for (const name of [...names, ...optional]) {
		const value = body[name] ?? (optional.includes(name as More) ? '' : undefined);
		if (typeof value !== 'string' || value.length > LONGEST) return null;
		if (value === '' && names.includes(name as Name)) return null;
		texts[name] = value;
	}
	return texts as Record<Name | More, string>;
}

export function invalidBody(message: string): Response {
	return problem(400, { code: 'invalid-body', message });
}

/** What the ledger refuses, as an answer: 404 for an id that is not there, 409 for what cannot be done now. */
export async function refusedByLedger(work: () => Promise<Response>): Promise<Response> {
	try {
		return await work();
	} catch (error) {
		const refusal = refusalBy(error);
		if (!refusal) throw error;
		return problem(refusal.code === 'unknown record' ? 404 : 409, { code: refusal.code.replaceAll(' ', '-'), message: refusal.message });
	}
}
