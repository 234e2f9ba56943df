import * as v from 'valibot';
import { DESK, type Claim } from './claim.ts';
import { CLAIM_SCHEMAS } from './claim-schema.ts';
import { FIELDS } from './fields.ts';
import { RECORD_KINDS, type RecordKind } from './kinds.ts';

/** What is wrong with a claim, and where in it (`fields.date.edtf`). */
export interface ClaimProblem {
	readonly path: string;
	readonly code: string;
	readonly message: string;
}

export type ClaimValidation = { readonly claim: Claim } | { readonly problems: readonly ClaimProblem[] };

/** Checks anything against the schema of claims and the rule that facts need an outside source. Never throws. */
export function validateClaim(input: unknown): ClaimValidation {
	if (input === null || typeof input !== 'object' || Array.isArray(input)) return refused('', 'expected', 'expected a claim: an object');
	const kind = (input as { kind?: unknown }).kind;
	if (!isKind(kind)) return refused('kind', 'expected', `expected one of ${RECORD_KINDS.join(', ')}`);
	const result = v.safeParse(CLAIM_SCHEMAS[kind], input);
	if (!result.success) return { problems: result.issues.map(problemOf) };
	const claim = result.output as Claim;
	const deskFacts = claim.source === DESK ? Object.keys(claim.fields).filter((name) => FIELDS[kind][name]?.nature !== 'editorial') : [];
	if (deskFacts.length > 0) {
		return {
			problems: deskFacts.map((name) => ({
				path: `fields.${name}`,
				code: 'no-source',
				message: `${name} is a fact: it needs an outside source, not the desk`
			}))
		};
	}
	return { claim };
}

function isKind(value: unknown): value is RecordKind {
	return typeof value === 'string' && (RECORD_KINDS as readonly string[]).includes(value);
}

function refused(path: string, code: string, message: string): ClaimValidation {
	return { problems: [{ path, code, message }] };
}

/** Our schemas' messages are `code:words`; the library's own say what was expected and received. */
function problemOf(issue: v.BaseIssue<unknown>): ClaimProblem {
	const path = v.getDotPath(issue) ?? '';
	const [, code, words] = /^([a-z-]+):(.*)$/su.exec(issue.message) ?? [];
	const name = path.slice(path.lastIndexOf('.') + 1);
	if (issue.type === 'strict_object' && issue.expected === 'never') {
		return { path, code: 'unknown', message: `"${name}" is not known here${words ? `: ${words}` : ''}` };
	}
	// The library blames the object for a member it lacks, in the object's own words.
	if (issue.type === 'strict_object' && issue.received === 'undefined') return { path, code: 'missing', message: `"${name}" is missing` };
	if (code === undefined || words === undefined) return { path, code: 'invalid', message: issue.message };
	return { path, code, message: code === 'expected' ? `expected ${words}` : words };
}
