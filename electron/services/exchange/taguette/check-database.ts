/** How an SQLite file begins. */
export const sqliteSignature = Buffer.from('SQLite format 3\0', 'latin1');

/** A database that may be handed to SQLite. */
export interface CheckedDatabase {
  readonly bytes: Buffer;
  /** The file says that a journal may lie beside it (`-wal`), with changes that are not in it yet. */
  readonly hasJournal: boolean;
}

const interiorPage = 0x05;
const leafPage = 0x0d;

/** The most pages that a list of tables and indexes may take; Taguette's takes two. */
const mostSchemaPages = 256;

function isTree(bytes: Buffer, pageSize: number): boolean {
  const pages = Math.floor(bytes.length / pageSize);
  const seen = new Set<number>();
  const waiting = [1];
  for (let page = waiting.pop(); page !== undefined; page = waiting.pop()) {
    if (page < 1 || page > pages || seen.has(page) || seen.size >= mostSchemaPages) return false;
    seen.add(page);
    const start = (page - 1) * pageSize;
    const header = page === 1 ? start + 100 : start;
    const kind = bytes[header];
    if (kind === leafPage) continue;
    if (kind !== interiorPage) return false;
    const cells = bytes.readUInt16BE(header + 3);
    if (header + 12 + 2 * cells > start + pageSize) return false;
    for (let cell = 0; cell < cells; cell += 1) {
      const at = start + bytes.readUInt16BE(header + 12 + 2 * cell);
      if (at + 4 > start + pageSize) return false;
      waiting.push(bytes.readUInt32BE(at));
    }
    waiting.push(bytes.readUInt32BE(header + 8));
  }
  return true;
}

/**
 * Looks at the outside of an SQLite database: the header, and that its list of tables is a tree. SQLite reads that list to its end in
 * one go, and in one whose pages lead back to each other it would never come there. `null` where it is not to be read.
 */
export function checkDatabase(bytes: Buffer): CheckedDatabase | null {
  if (bytes.length < 512 || !bytes.subarray(0, sqliteSignature.length).equals(sqliteSignature)) return null;
  const written = bytes.readUInt16BE(16);
  const pageSize = written === 1 ? 65_536 : written;
  if (pageSize < 512 || (pageSize & (pageSize - 1)) !== 0 || bytes.length < pageSize) return null;
  if (!isTree(bytes, pageSize)) return null;
  const hasJournal = bytes[18] === 2 || bytes[19] === 2;
  if (!hasJournal) return { bytes, hasJournal };
  // In memory there is nowhere for a write-ahead log: the file is read as one without.
  const plain = Buffer.from(bytes);
  plain[18] = 1;
  plain[19] = 1;
  return { bytes: plain, hasJournal };
}
