import { createHash } from 'node:crypto';

/**
 * The version of journals that this program writes. It goes up when an earlier program would misunderstand what is in them:
 * of 2, it would pass over dossiers, and take a private note for one that may be exported.
 */
export const journalVersion = 2;

/**
 * Where a journal has come to: `sequence` counts the changes from 1, `chain` is the checksum of the last of them, which
 * that of the next is made from. So a snapshot and a journal that do not belong together are told apart.
 */
export interface JournalPosition {
  readonly sequence: number;
  readonly chain: string;
}

/** Before the first change. */
export const journalStart: JournalPosition = { sequence: 0, chain: '' };

/** One record as it stands in a segment; `json` has not been parsed yet. */
export interface JournalRecord {
  readonly sequence: number;
  /** The checksum of the record before it. */
  readonly previous: string;
  readonly checksum: string;
  readonly json: string;
}

/** What a segment holds. Damage between two records shows in their sequence. */
export interface DecodedSegment {
  /** The first record, which says where the segment begins; `null` where it is damaged. */
  readonly head: JournalRecord | null;
  readonly records: readonly JournalRecord[];
  /** Bytes up to the end of the last record. */
  readonly wholeBytes: number;
  /**
   * What follows it. `torn`: the beginning of a record that was being written when everything stopped. `damaged`:
   * something that may have been a record.
   */
  readonly end: 'clean' | 'torn' | 'damaged';
}

const lineFeed = 0x0a;

/** Hexadecimal digits of a checksum: half of SHA-256. */
const checksumLength = 32;

/** Bytes, sequence, checksum before, checksum: `-` stands for no checksum before. The payload follows after a space. */
const frame = /^(\d{1,12}) (\d{1,15}) (-|[0-9a-f]{32}) ([0-9a-f]{32}) /u;

/** More than the frame can be long, in bytes. */
const frameLimit = 120;

function checksumOf(sequence: number, previous: string, json: string | Uint8Array): string {
  return createHash('sha256').update(`${sequence} ${previous} `).update(json).digest('hex').slice(0, checksumLength);
}

/** A record as one line, with where the journal has come to after it. */
export function encodeRecord(
  before: JournalPosition,
  sequence: number,
  json: string,
): { readonly line: Buffer; readonly position: JournalPosition } {
  const payload = Buffer.from(json);
  const chain = checksumOf(sequence, before.chain, payload);
  const head = Buffer.from(`${payload.length} ${sequence} ${before.chain || '-'} ${chain} `);
  return { line: Buffer.concat([head, payload, Buffer.of(lineFeed)]), position: { sequence, chain } };
}

/** The record that begins at `start`, with where the next line begins; `null` where there is none that is whole. */
function decodeRecord(bytes: Buffer, start: number): { readonly record: JournalRecord; readonly next: number } | null {
  const fields = frame.exec(bytes.toString('latin1', start, start + frameLimit));
  if (!fields) return null;
  const [head, length, digits, before, checksum = ''] = fields;
  const from = start + head.length;
  const end = from + Number(length);
  if (end > bytes.length) return null;
  const [sequence, previous] = [Number(digits), before === '-' || before === undefined ? '' : before];
  const payload = bytes.subarray(from, end);
  if (checksumOf(sequence, previous, payload) !== checksum) return null;
  // The line feed itself may be damaged or cut off: the record is whole all the same.
  return { record: { sequence, previous, checksum, json: payload.toString('utf8') }, next: end + 1 };
}

/**
 * Reads the records of a segment. Where something is no record, reading goes on at the next line. What stands at the end
 * without a line feed is a torn end, everything else that is no record is damage.
 */
export function decodeSegment(bytes: Buffer): DecodedSegment {
  const records: JournalRecord[] = [];
  let head: JournalRecord | null = null;
  let wholeBytes = 0;
  let at = 0;
  while (at < bytes.length) {
    const decoded = decodeRecord(bytes, at);
    if (decoded) {
      if (at === 0) head = decoded.record;
      else records.push(decoded.record);
      at = Math.min(decoded.next, bytes.length);
      wholeBytes = at;
      continue;
    }
    const lineEnd = bytes.indexOf(lineFeed, at);
    if (lineEnd === -1) break;
    at = lineEnd + 1;
  }
  const rest = bytes.subarray(wholeBytes);
  const end = rest.length === 0 ? 'clean' : rest.includes(lineFeed) ? 'damaged' : 'torn';
  return { head, records, wholeBytes, end };
}
