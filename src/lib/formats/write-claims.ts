import { DESK, type Claim } from '#lib/domain/claim.ts';
import { FIELDS } from '#lib/domain/fields.ts';
import type { RecordBody } from '#lib/domain/record.ts';
import type { Text } from '#lib/domain/text.ts';
import { plainFields } from './record-fields.ts';

/** The record that stands for the export itself: the one source all its facts come from. */
export function exportSource(id: string, title: Text, published: string): Claim[] {
	return [
		{ record: id, kind: 'source', source: DESK, fields: { title } },
		{ record: id, kind: 'source', source: id, fields: { published: { edtf: published } } }
	];
}

/**
 * A record as claims: its wording by the desk, its facts by one source, as they are shown now. Read back into an empty store
 * they give the same record; who said what, the versions that differ and earlier values stay behind.
 */
export function claimsOfBody(body: RecordBody, source: string): Claim[] {
	const wording: Record<string, unknown> = {};
	const facts: Record<string, unknown> = {};
	for (const [name, value] of Object.entries(plainFields(body))) {
		const spec = FIELDS[body.kind][name];
		if (!spec) continue;
		(spec.nature === 'editorial' ? wording : facts)[name] = value;
	}
	const { id, kind } = body;
	return [
		...(Object.keys(wording).length > 0 ? [{ record: id, kind, source: DESK, fields: wording }] : []),
		...(Object.keys(facts).length > 0 ? [{ record: id, kind, source, fields: facts }] : [])
	];
}
