import type { Sentence } from '../../core/sentence.ts';
import { repairWorkspace } from '../../core/workspace/repair-workspace.ts';
import { newWorkspace, type Workspace } from '../../core/workspace/workspace.ts';
import { listBackups, readBackup } from './backups.ts';
import { journalFolder } from './journal.ts';
import { type JournalPosition, journalStart } from './journal-record.ts';
import type { OpeningOptions } from './opening-options.ts';
import { type Continuation, continueFrom, type ReadSegment, readJournal, replay, workspaceOf } from './read-journal.ts';

/** A workspace with what the journal adds to it. */
export interface Rebuilt {
  readonly workspace: Workspace;
  readonly position: JournalPosition;
  readonly segments: readonly ReadSegment[];
  readonly kind: Continuation['kind'];
  /** How many changes are missing or cannot be understood. */
  readonly missing: number;
  readonly repairs: readonly Sentence[];
  /** Bytes of the journal that were followed. */
  readonly journalBytes: number;
}

/** A workspace that was made anew without its file; `from` is the path of the backup it began with. */
export interface RebuiltWithout extends Rebuilt {
  readonly from: string | null;
}

/** `base` with the journal's later changes; `base` itself is changed. */
export async function continueSnapshot(
  workspace: Workspace,
  position: JournalPosition,
  { folder, files }: OpeningOptions,
): Promise<Rebuilt> {
  const segments = await readJournal(journalFolder(folder), files, position.sequence);
  const { records, kind, missing } = continueFrom(position, workspace.id, segments);
  if (kind !== 'continues' || records.length === 0) {
    return { workspace, position, segments, kind, missing: 0, repairs: [], journalBytes: 0 };
  }
  const strange = replay(workspace, records);
  const last = records.at(-1);
  const end = last ? { sequence: last.sequence, chain: last.checksum } : position;
  // Only where something is missing can the rest contradict itself.
  const repaired = missing + strange > 0 ? repairWorkspace(workspace) : { workspace, repairs: [] };
  const journalBytes = records.reduce((sum, { json }) => sum + json.length, 0);
  return { ...repaired, position: end, segments, kind, missing: missing + strange, journalBytes };
}

/** `position`, counted on from the newest backup: what is newest is told by the count, and must not look older. */
export async function afterBackups(
  position: JournalPosition,
  { folder, files }: OpeningOptions,
): Promise<JournalPosition> {
  const [newest] = await listBackups(folder, files);
  return { ...position, sequence: Math.max(position.sequence, newest?.sequence ?? 0) };
}

/** The newest good backup with the journal's later changes, or all of the journal; `from` is the backup's path. */
export async function rebuild(options: OpeningOptions): Promise<RebuiltWithout> {
  const { folder, files, newId } = options;
  for (const { path } of await listBackups(folder, files)) {
    const backup = await readBackup(path, files);
    if (!backup) continue;
    const rebuilt = await continueSnapshot(backup.workspace, backup.position, options);
    // A journal that goes on from another workspace says nothing of this one.
    return { ...rebuilt, from: path };
  }
  const segments = await readJournal(journalFolder(folder), files, 0);
  const workspace = newWorkspace(workspaceOf(segments) ?? newId());
  const rebuilt = await continueSnapshot(workspace, journalStart, options);
  return { ...rebuilt, position: await afterBackups(rebuilt.position, options), from: null };
}
