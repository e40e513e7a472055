import type { Highlight } from '../../../core/highlights/highlight.ts';
import { installPeers, peersFolder } from './install-peers.ts';
import { requirePeer } from './load-peer.ts';

/** A table of records in SQLite, each a row with its JSON. */
interface SqliteTable {
  readonly put: (record: Highlight) => void;
  readonly readAll: () => unknown[];
  readonly close: () => void;
}

/** SQLite through better-sqlite3. */
export interface SqlitePeer {
  readonly create: (path: string, records: readonly Highlight[]) => SqliteTable;
}

/** The little of better-sqlite3 that is used here: its types would have to be installed with it. */
interface Statement {
  readonly run: (...values: readonly string[]) => void;
  readonly all: () => { readonly json: string }[];
}
interface Database {
  readonly pragma: (text: string) => void;
  readonly exec: (text: string) => void;
  readonly prepare: (text: string) => Statement;
  readonly transaction: (work: () => void) => () => void;
  readonly close: () => void;
}

/** better-sqlite3, installed where it is not there yet; `null` where it cannot be had. */
export async function openSqlite(): Promise<SqlitePeer | null> {
  if (!installPeers()) return null;
  // A CommonJS module whose one export is the class.
  const Sqlite = requirePeer(peersFolder, 'better-sqlite3') as new (path: string) => Database;
  return {
    create(path, records) {
      const database = new Sqlite(path);
      database.pragma('journal_mode = WAL');
      database.pragma('synchronous = FULL');
      database.exec('create table record (id text primary key, json text not null)');
      const put = database.prepare('insert or replace into record values (?, ?)');
      const all = database.prepare('select json from record');
      database.transaction(() => {
        for (const record of records) put.run(record.id, JSON.stringify(record));
      })();
      return {
        put: (record) => put.run(record.id, JSON.stringify(record)),
        readAll: () => all.all().map(({ json }) => JSON.parse(json)),
        close: () => database.close(),
      };
    },
  };
}
