import type { Database } from 'sql.js';
import { importLimits } from '../../../../core/exchange/limits.ts';
import { fail, type Result, succeed } from '../../../../core/result.ts';
import { type Sentence, say } from '../../../../core/sentence.ts';

/** A row of a table: whole numbers and texts; `null` for whatever is neither. */
export type Row = Readonly<Record<string, number | string | null>>;

/** The columns of a table that are read. Where `isOptional`, a table without the column is read as if it held nothing there. */
export interface Column {
  readonly name: string;
  readonly kind: 'number' | 'text';
  readonly isOptional?: boolean;
}

/** Which rows of a table are read. */
export interface TableQuery {
  readonly table: string;
  readonly columns: readonly Column[];
  readonly mostRows: number;
  /** The table may be missing, as it is in files of other versions. */
  readonly isOptional?: boolean;
}

/** Reads tables until all of them together are larger than a document may be, or take too long. */
export interface TableReader {
  readonly read: (query: TableQuery) => Result<Row[]>;
}

/** How long a file is read at most, in milliseconds: an honest one takes a few seconds. */
const longest = 60_000;

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;

const notTaguette = (): Sentence =>
  say(/*i18n*/ 'The file is an SQLite database, but not one of Taguette: choose a project that Taguette has exported.');

const tooMuch = (): Sentence =>
  say(/*i18n*/ 'The Taguette file holds more than can be read at once: export its projects one by one.');

/** Whether `table` is a plain table, and no view or module that runs something of its own when it is read. */
function isPlainTable(db: Database, table: string): boolean {
  const found =
    db.exec('SELECT type, sql, rootpage FROM sqlite_master WHERE name = ? LIMIT 2', [table])[0]?.values ?? [];
  const [row] = found;
  if (found.length !== 1 || row?.[0] !== 'table' || typeof row[1] !== 'string' || !row[2]) return false;
  return /^\s*CREATE\s+TABLE\b/iu.test(row[1]) && !/\bGENERATED\b|\bAS\s*\(/iu.test(row[1]);
}

function columnsOf(db: Database, table: string): ReadonlySet<string> {
  const rows = db.exec('SELECT name FROM pragma_table_info(?) LIMIT 500', [table])[0]?.values ?? [];
  return new Set(rows.map(([name]) => String(name)));
}

/** Begins to read `db`. What it throws for a damaged database is its caller's. */
export function readTables(db: Database): TableReader {
  const deadline = Date.now() + longest;
  let bytesLeft: number = importLimits.documentBytes;
  db.run(
    'PRAGMA query_only = ON; PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON; PRAGMA cache_size = -4000;',
  );

  /** Steps through the rows of `sql`; `false` from `onRow` ends it. */
  const each = (sql: string, onRow: (row: readonly (number | string | Uint8Array | null)[]) => boolean): boolean => {
    const statement = db.prepare(sql);
    try {
      for (let count = 1; statement.step(); count += 1) {
        if (!onRow(statement.get())) return false;
        if (count % 1_000 === 0 && Date.now() > deadline) return false;
      }
      return true;
    } finally {
      statement.free();
    }
  };

  return {
    read({ table, columns, mostRows, isOptional = false }) {
      if (!isPlainTable(db, table)) return isOptional ? succeed([]) : fail('invalid', notTaguette());
      const there = columnsOf(db, table);
      if (columns.some(({ name, isOptional: mayMiss = false }) => !mayMiss && !there.has(name))) {
        return isOptional ? succeed([]) : fail('invalid', notTaguette());
      }
      const read = columns.filter(({ name }) => there.has(name));
      const from = `FROM main.${quoted(table)} NOT INDEXED LIMIT ${mostRows + 1}`;
      const texts = read.filter(({ kind }) => kind === 'text');
      // The lengths stand before the texts and are read without them: what is too long is never read.
      const lengths = texts.map(({ name }) => `coalesce(octet_length(${quoted(name)}), 0)`);
      let rows = 0;
      const fits = each(`SELECT ${['0', ...lengths].join(' + ')} ${from}`, ([length]) => {
        rows += 1;
        bytesLeft -= Number(length);
        return bytesLeft >= 0 && rows <= mostRows;
      });
      if (!fits) return fail('invalid', tooMuch());
      const values = read.map(({ name, kind }) =>
        kind === 'text'
          ? `CAST(${quoted(name)} AS TEXT)`
          : `CASE typeof(${quoted(name)}) WHEN 'integer' THEN ${quoted(name)} END`,
      );
      const found: Row[] = [];
      const isWhole = each(`SELECT ${values.join(', ')} ${from}`, (row) => {
        const cells = read.map(({ name }, at) => {
          const value = row[at] ?? null;
          return [name, typeof value === 'number' || typeof value === 'string' ? value : null] as const;
        });
        found.push(Object.fromEntries(cells));
        return found.length <= mostRows;
      });
      return isWhole ? succeed(found) : fail('invalid', tooMuch());
    },
  };
}
