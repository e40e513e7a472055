import { statSync } from 'node:fs';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';

/** What decides where the work is kept. */
interface Circumstances {
  /** The value of `--workspace`. */
  readonly chosen: string | undefined;
  readonly environment: NodeJS.ProcessEnv;
  readonly platform: NodeJS.Platform;
  /** The folder that the program lies in, as `programPlace` tells. */
  readonly place: string;
}

/** Where the work is kept, and how its user has said so. */
export interface WorkspacePlace {
  readonly folder: string;
  /** The folder of a portable Attest, in which everything is kept that it keeps; `null` where it is none. */
  readonly portable: string | null;
  /** Whether the workspace itself is in there. */
  readonly isPortable: boolean;
}

/** The folder beside the program that makes it portable. */
const portableName = 'attest-data';

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

/** Where the system keeps an application's data. */
function usualFolder(environment: NodeJS.ProcessEnv, platform: NodeJS.Platform): string {
  if (platform === 'win32') return join(environment['APPDATA'] ?? join(homedir(), 'AppData', 'Roaming'), 'Attest');
  if (platform === 'darwin') return join(homedir(), 'Library', 'Application Support', 'Attest');
  return join(environment['XDG_DATA_HOME'] || join(homedir(), '.local', 'share'), 'attest');
}

/**
 * The folder with the user's work, the same for all hosts: `--workspace`, else `ATTEST_WORKSPACE`, else in the folder
 * `attest-data` beside the program where somebody has made one, else where the system keeps an application's data.
 */
export function workspacePlace({ chosen, environment, platform, place }: Circumstances): WorkspacePlace {
  const named = chosen ?? environment['ATTEST_WORKSPACE'];
  const beside = join(place, portableName);
  const portable = isFolder(beside) ? beside : null;
  if (named) return { folder: resolve(named), portable, isPortable: false };
  if (portable !== null) return { folder: join(portable, 'workspace'), portable, isPortable: true };
  return { folder: usualFolder(environment, platform), portable, isPortable: false };
}

/** What in a workspace folder is the program's own, and no place for an export. */
export function ownFiles(folder: string): string[] {
  const names = ['workspace.json', 'workspace.lock', 'reader.json', 'journal', 'backups', 'search', 'statements'];
  return [...names, 'vault.json', 'vault.copy.json', 'vault.state'].map((name) => join(folder, name));
}

/** Where the index of a workspace's statements is kept: a cache, which can be deleted at any time. */
export function searchFilePath(folder: string): string {
  return join(folder, 'search', 'statements.index');
}
