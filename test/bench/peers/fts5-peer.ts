import { requirePeer } from './load-peer.ts';

/** The little of better-sqlite3 that is used here: its types would have to be installed with it. */
interface Database {
  readonly pragma: (text: string) => void;
  readonly exec: (text: string) => void;
  readonly prepare: (text: string) => {
    readonly run: (...values: readonly (string | number)[]) => void;
    readonly all: (...values: readonly (string | number)[]) => readonly { readonly rowid: number }[];
  };
  readonly close: () => void;
}

/** Paragraphs in SQLite's full-text index. A paragraph is known by its place in the list. */
export interface Fts5Index {
  /** The best `limit` paragraphs for a query in FTS5's own language, by bm25. Throws where it is not one. */
  readonly search: (match: string, limit: number) => number[];
  readonly close: () => void;
}

/** The words as an FTS5 query for all of them. */
export const fts5Words = (words: readonly string[]): string =>
  words.map((word) => `"${word.replaceAll('"', '""')}"`).join(' ');

/**
 * Indexes `paragraphs` in a database at `path` (`:memory:` for none on the disk): tokenizer unicode61, no copy of the
 * text, as fast as SQLite can be told to (nothing is synced).
 */
export function openFts5(folder: string, path: string, paragraphs: Iterable<string>): Fts5Index {
  // A CommonJS module whose one export is the class.
  const Sqlite = requirePeer(folder, 'better-sqlite3') as new (path: string) => Database;
  const database = new Sqlite(path);
  database.pragma('journal_mode = OFF');
  database.pragma('synchronous = OFF');
  database.exec("create virtual table paragraph using fts5(text, content='', tokenize='unicode61')");
  const insert = database.prepare('insert into paragraph (rowid, text) values (?, ?)');
  database.exec('begin');
  let id = 0;
  for (const text of paragraphs) {
    insert.run(id, text);
    id += 1;
  }
  database.exec('commit');
  const select = database.prepare('select rowid from paragraph where paragraph match ? order by rank limit ?');
  return {
    search: (match, limit) => select.all(match, limit).map(({ rowid }) => rowid),
    close: () => database.close(),
  };
}
