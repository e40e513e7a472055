import { join } from 'node:path';
import { BackupReason, type BackupSummary } from '../../core/workspace/backup.ts';
import { chooseBackups } from '../../core/workspace/backup-rule.ts';
import type { Files } from './files.ts';
import { makeFolder } from './make-folder.ts';
import {
  DamagedWorkspaceError,
  isAsWritten,
  type Moment,
  NewerWorkspaceError,
  parseSnapshot,
  type Snapshot,
  writeSnapshot,
} from './snapshot.ts';
import { isSystemError } from './system-error.ts';
import { writeFileDurably } from './write-file-durably.ts';

/** A backup as it lies in the folder. */
export interface BackupFile extends BackupSummary {
  readonly path: string;
}

/** The folder with the backups of a workspace. */
export const backupFolder = (workspaceFolder: string): string => join(workspaceFolder, 'backups');

/** Date, number of the last change, reason. */
const fullName = /^workspace-(\d{4,6}-\d\d-\d\dT\d\d-\d\d-\d\d(?:\.\d+)?Z)-(\d+)-([a-z-]+)\.json$/u;

/** What earlier versions wrote: a date alone, or `latest.json`. */
const earlierName = /^(?:workspace-(\d{4}-\d\d-\d\dT\d\d-\d\d-\d\d(?:\.\d+)?Z)|latest)\.json$/u;

const toFileStamp = (at: string): string => at.replaceAll(':', '-');

const fromFileStamp = (stamp: string): string => stamp.replace(/T(\d\d)-(\d\d)-/u, 'T$1:$2:');

async function describeFile(folder: string, name: string, files: Files): Promise<BackupFile[]> {
  const [, stamp, sequence, reason] = fullName.exec(name) ?? [];
  const known = BackupReason.safeParse(reason);
  const earlier = earlierName.exec(name);
  if (!(stamp && known.success) && !earlier) return [];
  const path = join(folder, name);
  try {
    const { sizeBytes, modifiedMs } = await files.lookAt(path);
    const dated = stamp ?? earlier?.[1];
    return [
      {
        path,
        name,
        at: dated ? fromFileStamp(dated) : new Date(modifiedMs).toISOString(),
        reason: known.success ? known.data : 'opened',
        sequence: Number(sequence ?? 0),
        bytes: sizeBytes,
      },
    ];
  } catch (error) {
    if (isSystemError(error) && error.code === 'ENOENT') return [];
    throw error;
  }
}

/** The backups of a workspace, the newest first: by the last change in them, since clocks go wrong. */
export async function listBackups(workspaceFolder: string, files: Files): Promise<BackupFile[]> {
  const folder = backupFolder(workspaceFolder);
  let names: string[];
  try {
    names = await files.readFolder(folder);
  } catch (error) {
    if (isSystemError(error) && ['ENOENT', 'ENOTDIR'].includes(error.code)) return [];
    throw error;
  }
  const found = await Promise.all(names.map((name) => describeFile(folder, name, files)));
  return found.flat().sort((a, b) => b.sequence - a.sequence || (a.at < b.at ? 1 : -1));
}

/** The backup at `path`; `null` where it is not whole. */
export async function readBackup(path: string, files: Files): Promise<Snapshot | null> {
  try {
    const snapshot = parseSnapshot(await files.readFile(path));
    return snapshot.isAsWritten === false ? null : snapshot;
  } catch (error) {
    const isBad = error instanceof DamagedWorkspaceError || error instanceof NewerWorkspaceError;
    if (!isBad && !isSystemError(error)) throw error;
    return null;
  }
}

/** When and why a backup is made, and where. `now` is ISO 8601 in UTC. */
export interface BackupOptions {
  readonly reason: BackupReason;
  readonly now: string;
  readonly files: Files;
}

const nameFor = (sequence: number, { reason, now }: BackupOptions): string =>
  `workspace-${toFileStamp(now)}-${sequence}-${reason}.json`;

async function dropOld(workspaceFolder: string, justMade: string, files: Files): Promise<void> {
  const all = await listBackups(workspaceFolder, files);
  const kept = new Set([justMade, ...chooseBackups(all)]);
  for (const { name, path } of all) if (!kept.has(name)) await files.remove(path);
}

/**
 * Keeps a workspace as it was at `moment` as a backup, reads it back to see that the disk has taken it, and drops those that the
 * rule no longer keeps. Rejects with the system's error, or where what was read back is not what was written.
 */
export async function backUp(workspaceFolder: string, moment: Moment, options: BackupOptions): Promise<void> {
  const { files } = options;
  const name = nameFor(moment.position.sequence, options);
  const path = join(backupFolder(workspaceFolder), name);
  await makeFolder(backupFolder(workspaceFolder), files);
  await writeSnapshot(path, moment, files);
  if (isAsWritten(await files.readFile(path)) !== true) {
    await files.remove(path);
    throw Object.assign(new Error(`The backup ${path} could not be read back as it was written`), { code: 'EIO' });
  }
  await dropOld(workspaceFolder, name, files);
}

/** Keeps the bytes of the workspace file at `path`, which goes up to change number `sequence`, as a backup. To be called with a file that was read and is whole. */
export async function copyAsBackup(
  workspaceFolder: string,
  path: string,
  sequence: number,
  options: BackupOptions,
): Promise<void> {
  const { files } = options;
  const name = nameFor(sequence, options);
  await makeFolder(backupFolder(workspaceFolder), files);
  await writeFileDurably(join(backupFolder(workspaceFolder), name), await files.readFile(path), { files });
  await dropOld(workspaceFolder, name, files);
}
