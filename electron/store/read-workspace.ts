import { readdir, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Notice } from '../../core/ipc-contract.ts';
import type { RepairedWorkspace } from '../../core/workspace/repair-workspace.ts';
import { newWorkspace, type Workspace } from '../../core/workspace/workspace.ts';
import { newestGoodBackup } from './backups.ts';
import { isSystemError } from './system-error.ts';
import { DamagedWorkspaceError, NewerWorkspaceError, type WorkspaceFile } from './workspace-file.ts';
import { temporarySuffix, writeFileDurably } from './write-file-durably.ts';

/** What a workspace folder held. `isReadOnly` where writing would destroy what this version does not know. */
export interface OpenedWorkspace {
  readonly workspace: Workspace;
  readonly notices: readonly Notice[];
  readonly isReadOnly: boolean;
  /** `true` where the file was read as it is: only then is it worth a backup. */
  readonly isAsRead: boolean;
}

/** How many repairs are told one by one. */
const repairsShown = 5;

/** Clears away what a crash left half-written. To be called by the owner of the lock only. */
export async function clearTemporaryFiles(folder: string): Promise<void> {
  for (const place of [folder, join(folder, 'backups')]) {
    const names = await readdir(place).catch((error: unknown) => {
      if (isSystemError(error)) return [];
      throw error;
    });
    for (const name of names) {
      if (name.endsWith(temporarySuffix)) await rm(join(place, name), { force: true });
    }
  }
}

async function setAside(path: string, aside: string): Promise<boolean> {
  try {
    await rename(path, aside);
    return true;
  } catch (error) {
    if (isSystemError(error)) return false;
    throw error;
  }
}

async function keepCopy(path: string, copy: string): Promise<boolean> {
  try {
    await writeFileDurably(copy, await readFile(path));
    return true;
  } catch (error) {
    if (isSystemError(error)) return false;
    throw error;
  }
}

async function recover(
  folder: string,
  newId: () => string,
  what: (outcome: string) => string,
): Promise<Omit<OpenedWorkspace, 'isReadOnly'>> {
  const backup = await newestGoodBackup(folder);
  const outcome = backup
    ? `The newest good backup, ${backup.path}, has been opened in its place.`
    : 'There is no good backup; you start with an empty workspace.';
  return {
    workspace: backup?.workspace ?? newWorkspace(newId()),
    notices: [{ kind: 'workspace-set-aside', message: what(outcome) }],
    isAsRead: false,
  };
}

function listRepairs(repairs: readonly string[]): string {
  const more = repairs.length - repairsShown;
  return [...repairs.slice(0, repairsShown), ...(more > 0 ? [`And ${more} more.`] : [])].join(' ');
}

/** What was read; where something was put right in it, the file as it was is kept first. */
async function keepRepaired(
  folder: string,
  path: string,
  { workspace, repairs }: RepairedWorkspace,
  options: { readonly mayWrite: boolean; readonly now: string },
): Promise<OpenedWorkspace> {
  if (repairs.length === 0) return { workspace, notices: [], isReadOnly: false, isAsRead: true };
  const copy = join(folder, `workspace.before-repair-${options.now.replaceAll(':', '-')}.json`);
  const isKept = options.mayWrite && (await keepCopy(path, copy));
  const fate = isKept
    ? `The file as it was is kept as ${copy}.`
    : options.mayWrite
      ? 'The file as it was could not be copied, so nothing can be changed here.'
      : 'The file has been left as it is.';
  const message = `The workspace file ${path} contradicted itself and has been put right; no highlight is lost. ${listRepairs(repairs)} ${fate}`;
  return { workspace, notices: [{ kind: 'workspace-repaired', message }], isReadOnly: !isKept, isAsRead: true };
}

/**
 * Reads the workspace in `folder`. What can be put right in it is, and the file as it was kept beside it. A damaged file is set aside under a new name (only with `mayWrite`) and the newest
 * good backup taken; a file of a later version is refused, not touched. Rejects with the system's error where the file
 * cannot be read at all.
 */
export async function readWorkspace(
  folder: string,
  file: WorkspaceFile,
  options: { readonly mayWrite: boolean; readonly now: string; readonly newId: () => string },
): Promise<OpenedWorkspace> {
  try {
    const read = await file.readRepaired();
    if (read) return await keepRepaired(folder, file.path, read, options);
    if (!(await newestGoodBackup(folder))) {
      return { workspace: newWorkspace(options.newId()), notices: [], isReadOnly: false, isAsRead: false };
    }
    const missing = await recover(
      folder,
      options.newId,
      (outcome) => `The workspace file ${file.path} is missing. ${outcome}`,
    );
    return { ...missing, isReadOnly: false };
  } catch (error) {
    if (error instanceof NewerWorkspaceError) {
      const message = `The workspace ${file.path} was written by a later Attest (${error.message}): it is shown empty here and left as it is. Open it with the later version.`;
      return {
        workspace: newWorkspace(options.newId()),
        notices: [{ kind: 'read-only', message }],
        isReadOnly: true,
        isAsRead: false,
      };
    }
    if (!(error instanceof DamagedWorkspaceError)) throw error;
    const aside = join(folder, `workspace.damaged-${options.now.replaceAll(':', '-')}.json`);
    const isAside = options.mayWrite && (await setAside(file.path, aside));
    const fate = isAside
      ? `It has been set aside, unchanged, as ${aside}.`
      : options.mayWrite
        ? 'It could not be set aside and stays as it is, so nothing can be changed here.'
        : 'It has been left as it is.';
    const recovered = await recover(
      folder,
      options.newId,
      (outcome) => `The workspace file ${file.path} could not be read (${error.message}). ${fate} ${outcome}`,
    );
    return { ...recovered, isReadOnly: !isAside };
  }
}
