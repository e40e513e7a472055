import { setImmediate as nextTurn } from 'node:timers/promises';
import { JournalEntry } from '../../core/workspace/history.ts';
import type { Files } from './files.ts';
import { listSegments, readSegment, startOfSegment } from './read-journal.ts';
import { isSystemError } from './system-error.ts';

/** A change with its number. */
export interface NumberedEntry extends JournalEntry {
  readonly sequence: number;
}

/** Which changes to read: before number `before`, `null` for all; those that touch one highlight, `null` for all. */
export interface HistoryChoice {
  readonly highlight: string | null;
  readonly before: number | null;
  readonly limit: number;
}

const dayMs = 24 * 60 * 60 * 1000;

function touches({ change }: JournalEntry, highlight: string): boolean {
  return change.patches.some(({ of, id }) => of === 'highlight' && id === highlight);
}

/**
 * The changes that the journal in `folder` keeps, newest first, at most `limit`. What is damaged is passed over. The
 * files are read one after the other, the newest first, with a turn of the event loop between two.
 */
export async function readHistory(folder: string, files: Files, choice: HistoryChoice): Promise<NumberedEntry[]> {
  const entries: NumberedEntry[] = [];
  // A later file counts where two have the same change.
  let ceiling = choice.before === null ? Number.POSITIVE_INFINITY : choice.before - 1;
  const named = choice.highlight === null ? null : JSON.stringify(choice.highlight);
  for (const file of (await listSegments(folder, files)).reverse()) {
    const segment = await readSegment(file, files);
    if (!segment) continue;
    for (const { sequence, json } of [...segment.records].reverse()) {
      if (sequence > ceiling || (named !== null && !json.includes(named))) continue;
      const parsed = JournalEntry.safeParse(JSON.parse(json));
      if (!parsed.success || (choice.highlight !== null && !touches(parsed.data, choice.highlight))) continue;
      entries.push({ sequence, ...parsed.data });
      if (entries.length === choice.limit) return entries;
    }
    ceiling = Math.min(ceiling, startOfSegment(segment) ?? ceiling);
    await nextTurn();
  }
  return entries;
}

/**
 * Removes the files of the journal that hold nothing younger than `days` before `now` (ISO 8601) and nothing after change
 * number `needed`, which the workspace file and the backups go back to. Stops at the first that has to stay.
 */
export async function pruneHistory(
  folder: string,
  files: Files,
  { days, now, needed }: { readonly days: number; readonly now: string; readonly needed: number },
): Promise<void> {
  const segments = await listSegments(folder, files);
  const oldestMs = Date.parse(now) - days * dayMs;
  for (const [index, file] of segments.entries()) {
    const next = segments[index + 1];
    if (!next) return; // The newest is being written.
    try {
      const following = await readSegment(next, files);
      const end = following && startOfSegment(following);
      if (end === null || end > needed || (await files.lookAt(file.path)).modifiedMs > oldestMs) return;
      await files.remove(file.path);
    } catch (error) {
      if (isSystemError(error)) return; // It is tried again at the next opening.
      throw error;
    }
  }
}
