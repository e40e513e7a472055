import { readdir, readFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Workspace } from '../../core/workspace/workspace.ts';
import { makeFolder } from './make-folder.ts';
import { isSystemError } from './system-error.ts';
import { DamagedWorkspaceError, NewerWorkspaceError, parseWorkspace } from './workspace-file.ts';
import { writeFileDurably } from './write-file-durably.ts';

/** How many backups from openings are kept; the one of the last save comes on top. */
const backupsKept = 10;

const latestName = 'latest.json';

const folderOf = (workspaceFolder: string): string => join(workspaceFolder, 'backups');

/** Backup files, newest first. */
async function listBackups(workspaceFolder: string): Promise<string[]> {
  const folder = folderOf(workspaceFolder);
  let names: string[];
  try {
    names = await readdir(folder);
  } catch (error) {
    if (isSystemError(error) && ['ENOENT', 'ENOTDIR'].includes(error.code)) return [];
    throw error;
  }
  const dated = await Promise.all(
    names
      .filter((name) => name.endsWith('.json'))
      .map(async (name) => ({ path: join(folder, name), modifiedMs: (await stat(join(folder, name))).mtimeMs })),
  );
  return dated.sort((a, b) => b.modifiedMs - a.modifiedMs || b.path.localeCompare(a.path)).map(({ path }) => path);
}

/** Keeps the workspace as it is after the last save, beside the file itself. */
export async function backUpLatest(workspaceFolder: string, workspace: Workspace): Promise<void> {
  await makeFolder(folderOf(workspaceFolder));
  await writeFileDurably(join(folderOf(workspaceFolder), latestName), `${JSON.stringify(workspace, null, 1)}\n`);
}

/** Keeps the workspace as it was read at `now` (ISO 8601), and drops the oldest beyond ten. */
export async function backUpOpened(workspaceFolder: string, workspace: Workspace, now: string): Promise<void> {
  const folder = folderOf(workspaceFolder);
  await makeFolder(folder);
  const content = `${JSON.stringify(workspace, null, 1)}\n`;
  const opened = (await listBackups(workspaceFolder)).filter((path) => !path.endsWith(latestName));
  if (opened[0] && (await readFile(opened[0], 'utf8')) === content) return;
  await writeFileDurably(join(folder, `workspace-${now.replaceAll(':', '-')}.json`), content);
  for (const path of opened.slice(backupsKept - 1)) await rm(path, { force: true });
}

/** The newest backup that is whole, with its path; `null` where there is none. */
export async function newestGoodBackup(
  workspaceFolder: string,
): Promise<{ readonly path: string; readonly workspace: Workspace } | null> {
  for (const path of await listBackups(workspaceFolder)) {
    try {
      return { path, workspace: parseWorkspace(await readFile(path)).workspace };
    } catch (error) {
      const isBad = error instanceof DamagedWorkspaceError || error instanceof NewerWorkspaceError;
      if (!isBad && !isSystemError(error)) throw error;
    }
  }
  return null;
}
