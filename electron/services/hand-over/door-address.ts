import { randomBytes } from 'node:crypto';
import { lstat, mkdtemp, rm, rmdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, isAbsolute, join, relative, sep } from 'node:path';
import { isSystemError } from '../../store/system-error.ts';

/** The longest path of a socket, in bytes: macOS allows 103, Linux 107. */
const longestAddress = 100;

const folderPrefix = 'attest-door-';
const socketName = 'door';
const folderPattern = /^attest-door-[A-Za-z0-9]{6}$/u;
const pipePattern = /^\\\\\.\\pipe\\attest-door-[0-9a-f]{32}$/u;

const othersBits = 0o077;

function isInside(path: string, folder: string): boolean {
  const way = relative(folder, path);
  return way === '' || (way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way));
}

/** Whether a path in a lock file is one that `makeDoorAddress` gave: no other is ever knocked at or removed. */
export function isDoorAddress(address: string): boolean {
  if (process.platform === 'win32') return pipePattern.test(address);
  const isSocket = isAbsolute(address) && basename(address) === socketName;
  return isSocket && folderPattern.test(basename(dirname(address)));
}

/**
 * A new address to listen at: a socket in a fresh folder that only this account may enter, in `XDG_RUNTIME_DIR` or the
 * folder for temporary files, and never in the workspace, which may be on any disk; on Windows a named pipe. `null`
 * where no place will do.
 */
export async function makeDoorAddress(workspaceFolder: string, environment: NodeJS.ProcessEnv): Promise<string | null> {
  if (process.platform === 'win32') return `\\\\.\\pipe\\${folderPrefix}${randomBytes(16).toString('hex')}`;
  for (const place of [environment['XDG_RUNTIME_DIR'], tmpdir()]) {
    if (!place || !isAbsolute(place) || isInside(place, workspaceFolder)) continue;
    // Six letters are what `mkdtemp` adds.
    if (Buffer.byteLength(join(place, `${folderPrefix}123456`, socketName)) > longestAddress) continue;
    try {
      return join(await mkdtemp(join(place, folderPrefix)), socketName);
    } catch (error) {
      if (!isSystemError(error)) throw error;
    }
  }
  return null;
}

/** Whether nobody but this account can have opened the door at `address`. */
export async function isOwnDoor(address: string): Promise<boolean> {
  if (!isDoorAddress(address)) return false;
  if (process.platform === 'win32') return true;
  try {
    const { uid, mode } = await lstat(dirname(address));
    return uid === process.getuid?.() && (mode & othersBits) === 0;
  } catch (error) {
    if (isSystemError(error)) return false;
    throw error;
  }
}

/** Removes a door that nobody answers any more, where it is one of ours; what cannot be removed is left. */
export async function removeDoor(address: string): Promise<void> {
  if (process.platform === 'win32' || !(await isOwnDoor(address))) return;
  try {
    await rm(address, { force: true });
    await rmdir(dirname(address));
  } catch (error) {
    if (!isSystemError(error)) throw error;
  }
}
