import { homedir } from 'node:os';
import { join, resolve } from 'node:path';

/**
 * The folder with the user's work, the same for all hosts: `--workspace`, else `ATTEST_WORKSPACE`, else where the
 * system keeps an application's data.
 */
export function workspaceFolder(
  chosen: string | undefined,
  environment: NodeJS.ProcessEnv,
  platform: NodeJS.Platform,
): string {
  const named = chosen ?? environment['ATTEST_WORKSPACE'];
  if (named) return resolve(named);
  if (platform === 'win32') return join(environment['APPDATA'] ?? join(homedir(), 'AppData', 'Roaming'), 'Attest');
  if (platform === 'darwin') return join(homedir(), 'Library', 'Application Support', 'Attest');
  return join(environment['XDG_DATA_HOME'] || join(homedir(), '.local', 'share'), 'attest');
}

/** What in a workspace folder is the program's own, and no place for an export. */
export function ownFiles(folder: string): string[] {
  const names = ['workspace.json', 'workspace.lock', 'reader.json', 'journal', 'backups', 'search'];
  return [...names, 'vault.json', 'vault.copy.json', 'vault.state'].map((name) => join(folder, name));
}

/** Where the index of a workspace's statements is kept: a cache, which can be deleted at any time. */
export function searchFilePath(folder: string): string {
  return join(folder, 'search', 'statements.index');
}
