import { join } from 'node:path';
import { z } from 'zod';
import { applyInPlace } from '../../core/workspace/change.ts';
import { JournalEntry } from '../../core/workspace/history.ts';
import type { Workspace } from '../../core/workspace/workspace.ts';
import type { Files } from './files.ts';
import { segmentNumber } from './journal.ts';
import {
  type DecodedSegment,
  decodeSegment,
  type JournalPosition,
  type JournalRecord,
  journalVersion,
} from './journal-record.ts';
import { isSystemError } from './system-error.ts';

/** A segment as it was read. */
export interface ReadSegment extends DecodedSegment {
  readonly path: string;
  readonly number: number;
}

const Head = z.object({ format: z.literal('attest-journal'), version: z.int().positive(), workspace: z.string() });

/** The files of a journal with their numbers, oldest first. Empty where there is no journal. */
export async function listSegments(
  folder: string,
  files: Files,
): Promise<{ readonly path: string; readonly number: number }[]> {
  let names: string[];
  try {
    names = await files.readFolder(folder);
  } catch (error) {
    if (isSystemError(error) && ['ENOENT', 'ENOTDIR'].includes(error.code)) return [];
    throw error;
  }
  return names
    .flatMap((name) => {
      const number = segmentNumber(name);
      return number === null ? [] : [{ path: join(folder, name), number }];
    })
    .sort((a, b) => a.number - b.number);
}

/** Reads one segment; `null` where it has been removed meanwhile. */
export async function readSegment(
  { path, number }: { readonly path: string; readonly number: number },
  files: Files,
): Promise<ReadSegment | null> {
  try {
    return { path, number, ...decodeSegment(await files.readFile(path)) };
  } catch (error) {
    if (isSystemError(error) && error.code === 'ENOENT') return null;
    throw error;
  }
}

/** After which change a segment begins, as far as that can be told. */
export const startOfSegment = ({ head, records: [first] }: DecodedSegment): number | null =>
  head?.sequence ?? (first ? first.sequence - 1 : null);

/**
 * The end of a journal that a workspace needs: its last segments, oldest first, back to the one that holds the change
 * after number `sequence`, or the first.
 */
export async function readJournal(folder: string, files: Files, sequence: number): Promise<ReadSegment[]> {
  const segments: ReadSegment[] = [];
  for (const file of (await listSegments(folder, files)).reverse()) {
    const segment = await readSegment(file, files);
    if (!segment) continue;
    segments.unshift(segment);
    const start = startOfSegment(segment);
    // One that begins exactly here may have been begun anew after a failure: the one before it says where it came from.
    if (start !== null && start < sequence) break;
  }
  return segments;
}

/** The records of several segments in order; where two have the same change, the later segment counts. */
function joinRecords(segments: readonly ReadSegment[]): JournalRecord[] {
  const joined: JournalRecord[] = [];
  for (const segment of segments) {
    const start = startOfSegment(segment);
    if (start === null) continue;
    while ((joined.at(-1)?.sequence ?? 0) > start) joined.pop();
    joined.push(...segment.records);
  }
  return joined;
}

/** What a journal adds to a workspace at `base`. */
export interface Continuation {
  readonly records: readonly JournalRecord[];
  /**
   * `continues`: the journal belongs to the workspace. `foreign`: it belongs to another. `newer`: a later version of the
   * program wrote it.
   */
  readonly kind: 'continues' | 'foreign' | 'newer';
  /** How many changes are missing between `base` and the last record. */
  readonly missing: number;
}

/** Whether `all` and `heads` go on from `base`: whatever stands next to it must have been made from it. */
function isLinked(base: JournalPosition, heads: readonly JournalRecord[], all: readonly JournalRecord[]): boolean {
  const at = all.find(({ sequence }) => sequence === base.sequence);
  const after = all.find(({ sequence }) => sequence === base.sequence + 1);
  if (at || after) return (!at || at.checksum === base.chain) && (!after || after.previous === base.chain);
  return heads.every(({ sequence, previous }) => sequence !== base.sequence || previous === base.chain);
}

/** The records after `base`, and whether they follow from it. */
export function continueFrom(
  base: JournalPosition,
  workspaceId: string,
  segments: readonly ReadSegment[],
): Continuation {
  const heads = segments.flatMap(({ head }) => head ?? []);
  // The checksum has been verified: it is the JSON that was written.
  const known = heads.map(({ json }) => Head.safeParse(JSON.parse(json)));
  const isNewer = known.some((head) => !head.success || head.data.version > journalVersion);
  const isOwn = known.every((head) => !head.success || head.data.workspace === workspaceId);
  const all = joinRecords(segments);
  const records = all.filter(({ sequence }) => sequence > base.sequence);
  const last = records.at(-1)?.sequence ?? base.sequence;
  const kind = isOwn && isLinked(base, heads, all) ? 'continues' : 'foreign';
  return {
    records,
    kind: isNewer ? 'newer' : kind,
    missing: last - base.sequence - records.length,
  };
}

/** The id of the workspace that a journal belongs to; `null` where no segment says so. */
export function workspaceOf(segments: readonly ReadSegment[]): string | null {
  const heads = segments.flatMap(({ head }) => (head ? [Head.safeParse(JSON.parse(head.json))] : []));
  return heads.find((head) => head.success)?.data.workspace ?? null;
}

/** Puts the changes of `records` into `workspace` itself. Gives how many of them could not be understood. */
export function replay(workspace: Workspace, records: readonly JournalRecord[]): number {
  let strange = 0;
  for (const { json } of records) {
    const entry = JournalEntry.safeParse(JSON.parse(json));
    if (entry.success) applyInPlace(workspace, entry.data.change);
    else strange += 1;
  }
  return strange;
}
