import type { Kysely } from 'kysely';
import type { DocumentKind, KeptDocument } from '../store.ts';
import type { Tables } from '../tables.ts';

/** See `Store.documents`. */
export async function listDocuments(db: Kysely<Tables>, kind: DocumentKind): Promise<KeptDocument[]> {
	const rows = await db.selectFrom('document').selectAll().where('kind', '=', kind).orderBy('changed', 'desc').orderBy('id').execute();
	return rows.map(toDocument);
}

export async function readDocument(db: Kysely<Tables>, kind: DocumentKind, id: string): Promise<KeptDocument | null> {
	const row = await db.selectFrom('document').selectAll().where('kind', '=', kind).where('id', '=', id).executeTakeFirst();
	return row ? toDocument(row) : null;
}

/** Call inside a transaction: what stands is compared and replaced in one. */
export async function writeDocument(
	db: Kysely<Tables>,
	kind: DocumentKind,
	{ id, expected, changed, body }: { readonly id: string; readonly expected: number; readonly changed: string; readonly body: unknown }
): Promise<number | null> {
	const standing = (await readDocument(db, kind, id))?.revision ?? 0;
	if (standing !== expected) return null;
	const revision = expected + 1;
	const values = { kind, id, revision, changed, body: JSON.stringify(body) };
	await db
		.insertInto('document')
		.values(values)
		.onConflict((conflict) => conflict.columns(['kind', 'id']).doUpdateSet({ revision, changed, body: values.body }))
		.execute();
	return revision;
}

export async function deleteDocument(db: Kysely<Tables>, kind: DocumentKind, id: string): Promise<boolean> {
	const { numDeletedRows } = await db.deleteFrom('document').where('kind', '=', kind).where('id', '=', id).executeTakeFirst();
	return numDeletedRows > 0n;
}

function toDocument({ id, revision, changed, body }: Tables['document']): KeptDocument {
	return { id, revision, changed, body: JSON.parse(body) as unknown };
}
