import type { Derived } from '../store.ts';
import type { Connection } from './node-sqlite.ts';
import { searchWriter } from './search.ts';

/**
 * Writes what one entry derives, batch after batch.
 * @param options.later records are found by their words only after `indexSearch`
 */
export function derivedWriter(connection: Connection, seq: number, options: { later: boolean }): (derived: Derived) => void {
	const close = connection.prepare('update record_version set to_seq = ? where record = ? and to_seq is null');
	const version = connection.prepare('insert into record_version (record, from_seq, to_seq, kind, body) values (?, ?, null, ?, ?)');
	const search = searchWriter(connection, options);
	const endAlias = connection.prepare('update alias set to_seq = ? where from_id = ? and to_seq is null');
	const alias = connection.prepare('insert into alias (from_id, from_seq, to_seq, into_id) values (?, ?, null, ?)');
	const notUndone = connection.prepare('delete from undone where entry = ?');
	const undone = connection.prepare('insert into undone (entry) values (?)');
	return (derived) => {
		for (const each of derived.undone) {
			notUndone.run([each.entry]);
			if (each.undone) undone.run([each.entry]);
		}
		for (const { from, into } of derived.aliases) {
			endAlias.run([seq, from]);
			if (into !== null) alias.run([from, seq, into]);
		}
		for (const { record, kind, body, fresh } of derived.versions) {
			if (!fresh) close.run([seq, record]);
			version.run([record, seq, kind, body && JSON.stringify(body)]);
			search.write(record, body, fresh);
		}
		search.done();
	};
}
