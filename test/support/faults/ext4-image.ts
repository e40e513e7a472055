import { execFileSync } from 'node:child_process';
import { mkdirSync, truncateSync, writeFileSync } from 'node:fs';
import { copyFile } from 'node:fs/promises';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';

/** Large enough for ext4 to have a journal. */
const imageBytes = 24 * 1024 * 1024;

/**
 * `noauto_da_alloc` and a long `commit` take away what ext4 does for programs that forget an fsync: what is on the disk is
 * there because somebody asked for it.
 */
const options = 'loop,noauto_da_alloc,commit=300';

/** A file with an ext4 file system in it, mounted at `folder`. */
export interface Ext4Image {
  readonly file: string;
  readonly folder: string;
  readonly unmount: () => void;
}

function run(command: string, parameters: readonly string[]): boolean {
  try {
    execFileSync(command, parameters, { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

/** Mounts the image `file` at a new folder until the test is over; `null` where this user may not. */
function mountImage(file: string): Ext4Image | null {
  const folder = `${file}.mounted`;
  mkdirSync(folder);
  if (!run('mount', ['-t', 'ext4', '-o', options, file, folder])) return null;
  let isMounted = true;
  const unmount = (): void => {
    if (!isMounted) return;
    isMounted = false;
    // Whoever still holds a file there must not keep the loop device for ever.
    if (!run('umount', [folder])) run('umount', ['-l', folder]);
  };
  onTestFinished(unmount);
  return { file, folder, unmount };
}

/** A new empty file system in `place`, mounted until the test is over; `null` where that cannot be done. */
export function makeExt4(place: string, name: string): Ext4Image | null {
  const file = join(place, name);
  writeFileSync(file, '');
  truncateSync(file, imageBytes);
  return run('mkfs.ext4', ['-q', '-F', file]) ? mountImage(file) : null;
}

/** A copy of what the disk holds this moment, without what the system has in memory, mounted: as after a power cut. */
export async function copyAsAfterPowerCut({ file }: Ext4Image): Promise<Ext4Image> {
  const copy = `${file}.copy`;
  await copyFile(file, copy);
  const mounted = mountImage(copy);
  if (!mounted) throw new Error(`The copy ${copy} cannot be mounted: the file system did not recover.`);
  return mounted;
}
