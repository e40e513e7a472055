import { setImmediate as nextTurn } from 'node:timers/promises';
import { z } from 'zod';
import { Workspace, workspaceVersion } from '../../core/workspace/workspace.ts';
import type { JournalPosition } from './journal-record.ts';
import { isPlainHighlight } from './plain-highlight.ts';
import { isAsWritten, parseSnapshot, type Snapshot, SnapshotHead, soundSnapshot } from './snapshot.ts';

/** A larger file is read line by line: as one string, with all that is in it, it would take the memory twice and nothing else its turn. */
const largeBytes = 1024 * 1024;

/** Milliseconds of reading between two turns of the event loop. */
const sliceMs = 10;

const newline = 0x0a;
const comma = 0x2c;
const brace = 0x7b;
const closingBrace = 0x7d;
const space = 0x20;
const quote = 0x22;
const colon = 0x3a;

/** What a large workspace file says before its highlights, which are most of it, have been read. */
export interface Listing {
  readonly workspace: Omit<Workspace, 'highlights'>;
  /** How many highlights there are. */
  readonly highlights: number;
  /** The last change in it. */
  readonly position: JournalPosition;
}

/** Who is told of a large file while it is being read. */
export interface ReadingListeners {
  /** It is known to be good. */
  readonly onSure?: () => void;
  /** All but its highlights has been read; these are when what this gives is settled. */
  readonly onListed?: (listing: Listing) => Promise<void>;
}

const AnyRecords = z.record(z.string(), z.unknown());

/** Checks the records of each list; those that there are no lists for are heads. */
const lists = new Map<string, z.ZodType>(
  Object.entries(Workspace.shape).flatMap(([key, schema]) =>
    schema instanceof z.ZodRecord ? [[key, schema.valueType] as const] : [],
  ),
);

/** One string for all records that have the same. */
function createSharing(): (text: string) => string {
  const known = new Map<string, string>();
  return (text) => {
    const one = known.get(text) ?? text;
    known.set(text, one);
    return one;
  };
}

type Entry = readonly [key: string, value: unknown];

/** The entry of a line as most are: two spaces, a key that is written as it is, a colon and a space. `null` for others. */
function plainEntryOf(bytes: Buffer, from: number, last: number): Entry | null {
  const start = from + 3;
  const end = bytes.indexOf(quote, start);
  if (bytes[start - 1] !== quote || end === -1 || bytes[end + 1] !== colon || bytes[end + 2] !== space) return null;
  const key = bytes.toString('utf8', start, end);
  return key.includes('\\') ? null : [key, JSON.parse(bytes.toString('utf8', end + 3, last))];
}

/** The one entry of a line of JSON. `null` where it is none. */
function entryOf(bytes: Buffer, from: number, end: number): Entry | null {
  const last = bytes[end - 1] === comma ? end - 1 : end;
  const plain = plainEntryOf(bytes, from, last);
  if (plain) return plain;
  const [entry] = Object.entries(AnyRecords.parse(JSON.parse(`{${bytes.toString('utf8', from, last)}}`)));
  return entry ?? null;
}

/** A record that its schema takes; `null` for others. */
function checked(value: unknown, schema: z.ZodType): object | null {
  if (schema === lists.get('highlights') && isPlainHighlight(value)) return value;
  const parsed = schema.safeParse(value);
  return parsed.success && typeof parsed.data === 'object' ? parsed.data : null;
}

/** Has a highlight share what it has in common with others: its statement, that text’s fingerprint, and tags. */
function shareWords(record: object, shared: (text: string) => string): void {
  // Its schema has just taken it for one.
  const highlight = record as Workspace['highlights'][string];
  highlight.statement = shared(highlight.statement);
  highlight.selector.source = shared(highlight.selector.source);
  highlight.tags = highlight.tags.map(shared);
  if (highlight.modified === highlight.created) highlight.modified = highlight.created;
}

/** The heads of a file as those of a workspace without records; `null` where they are not those of this version. */
function readHeads(heads: Readonly<Record<string, unknown>>): Omit<Listing, 'highlights'> | null {
  const head = SnapshotHead.safeParse(heads);
  if (!head.success || head.data.version !== workspaceVersion || !head.data.journal) return null;
  const whole = Workspace.safeParse({ ...heads, ...Object.fromEntries([...lists.keys()].map((key) => [key, {}])) });
  if (!whole.success) return null;
  const { highlights: _, ...workspace } = whole.data;
  return { workspace, position: head.data.journal };
}

/** How many lines from `from` on are records. */
function countRecords(bytes: Buffer, from: number): number {
  let count = 0;
  for (let at = from; bytes[at] === space && bytes[at + 1] === space; count += 1) {
    const end = bytes.indexOf(newline, at);
    if (end === -1) break;
    at = end + 1;
  }
  return count;
}

/** The workspace in the lines of a file that is as it was written; `null` where they are not those of this version after all. */
async function readLines(bytes: Buffer, { onListed }: ReadingListeners): Promise<Snapshot | null> {
  const heads: Record<string, unknown> = {};
  const records: Record<string, Record<string, unknown>> = {};
  const shared = createSharing();
  let list: Record<string, unknown> | null = null;
  let schema: z.ZodType | undefined;
  let sinceMs = performance.now();
  // The first line is the brace around all; the last line of records is before that of the checksum.
  for (let from = bytes.indexOf(newline) + 1; ; ) {
    const end = bytes.indexOf(newline, from);
    if (end === -1) return null;
    if (bytes[from] !== space) break;
    const isRecord = bytes[from + 1] === space;
    if (isRecord) {
      const entry = entryOf(bytes, from, end);
      const record = entry && schema && checked(entry[1], schema);
      // A record of that name would be no entry of its list.
      if (!entry || !list || !record || entry[0] === '__proto__') return null;
      list[entry[0]] = record;
      if (list === records['highlights']) shareWords(record, shared);
    } else if (bytes[end - 1] === brace) {
      const key = bytes.toString('utf8', from, end).split('"')[1] ?? '';
      if (key === 'highlights' && onListed && [...lists.keys()].every((other) => other === key || records[other])) {
        const read = readHeads(heads);
        const workspace = read && ({ ...read.workspace, ...records } as Listing['workspace']);
        if (workspace) await onListed({ ...read, workspace, highlights: countRecords(bytes, end + 1) });
      }
      list = {};
      records[key] = list;
      schema = lists.get(key);
    } else if (bytes[from + 1] !== closingBrace) {
      const entry = entryOf(bytes, from, end);
      if (entry) heads[entry[0]] = entry[1];
    }
    from = end + 1;
    if (performance.now() - sinceMs < sliceMs) continue;
    await nextTurn();
    sinceMs = performance.now();
  }
  // The records are checked already: what is left is that every list is there.
  const read = readHeads(heads);
  if (!read || [...lists.keys()].some((key) => !records[key])) return null;
  const workspace = { ...read.workspace, ...records } as Workspace;
  return soundSnapshot(workspace, { position: read.position, version: workspaceVersion, isAsWritten: true });
}

/**
 * As `parseSnapshot`, but of a large file that is as Attest wrote it a bit at a time, so that a window can be opened meanwhile: then
 * `listeners` are told. Rejects with what `parseSnapshot` throws.
 */
export async function readSnapshot(bytes: Buffer, listeners: ReadingListeners = {}): Promise<Snapshot> {
  const isLong = bytes.length >= largeBytes;
  if (!isLong || isAsWritten(bytes) !== true) return parseSnapshot(bytes);
  listeners.onSure?.();
  try {
    const read = await readLines(bytes, listeners);
    if (read) return read;
  } catch (error) {
    // It is JSON that is laid out otherwise, or none: that is for the other way to tell.
    if (!(error instanceof SyntaxError) && !(error instanceof z.ZodError)) throw error;
  }
  return parseSnapshot(bytes);
}
