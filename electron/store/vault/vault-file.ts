import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import type { Files } from '../files.ts';
import { isSystemError } from '../system-error.ts';
import { writeFileDurably } from '../write-file-durably.ts';
import { findSealed } from './folder-files.ts';
import { overwriteFile } from './overwrite-file.ts';
import { isVaultFile, vaultFileNames } from './sealed-name.ts';
import { parseVault, printVault, type Vault } from './vault.ts';

/**
 * What a workspace folder says of its encryption. `none`: it is not encrypted. `missing`: files in it are, and the file
 * with their key is gone. `damaged`, `newer`: as `parseVault`. Nothing must be opened or written where it is not `none` or
 * a vault.
 */
export type FoundVault = Vault | 'none' | 'missing' | 'damaged' | 'newer';

async function readOne(path: string, files: Files): Promise<FoundVault> {
  try {
    return parseVault((await files.readFile(path)).toString('utf8'));
  } catch (error) {
    if (isSystemError(error) && (error.code === 'ENOENT' || error.code === 'ENOTDIR')) return 'none';
    throw error;
  }
}

/**
 * The vault of a workspace folder, from `vault.json`, or from its copy where that one is damaged or gone. `files` are those
 * of the system. Rejects with the system's error.
 */
export async function readVault(folder: string, files: Files): Promise<FoundVault> {
  let worst: FoundVault = 'none';
  for (const name of vaultFileNames) {
    const found = await readOne(join(folder, name), files);
    if (typeof found === 'object' || found === 'newer') return found;
    if (found === 'damaged') worst = found;
  }
  // Where nothing is sealed there is nothing to open: what is left of an erased vault is no vault.
  if ((await findSealed(folder)) === null) return 'none';
  return worst === 'none' ? 'missing' : worst;
}

async function destroy(path: string, files: Files): Promise<void> {
  await overwriteFile(path, randomBytes);
  await files.remove(path);
}

/** Destroys what a crash has left of writing wrapped keys. */
async function destroyDrafts(folder: string, files: Files): Promise<void> {
  const drafts = (await files.readFolder(folder)).filter((name) => isVaultFile(name) && !vaultFileNames.includes(name));
  for (const name of drafts) await destroy(join(folder, name), files);
}

const wrapsOf = ({ passphrase, recovery }: Vault): string => JSON.stringify([passphrase, recovery]);

/**
 * Writes `vault.json` and its copy, durably, one after the other: one of them is whole at any time. Keys that were wrapped
 * by another secret are overwritten first. Rejects with the system's error.
 */
export async function writeVault(folder: string, vault: Vault, files: Files): Promise<void> {
  await destroyDrafts(folder, files);
  const paths = vaultFileNames.map((name) => join(folder, name));
  for (const path of paths) {
    const there = await readOne(path, files);
    const others = await Promise.all(paths.filter((other) => other !== path).map((other) => readOne(other, files)));
    const isKept = others.some((other) => typeof other === 'object');
    if (isKept && typeof there === 'object' && wrapsOf(there) !== wrapsOf(vault))
      await overwriteFile(path, randomBytes);
    await writeFileDurably(path, printVault(vault), { files });
  }
}

/**
 * Destroys the wrapped keys: both files are overwritten and removed. Nobody can read then what lies under them, with no
 * passphrase; what an SSD keeps of overwritten sectors, and copies elsewhere, are beyond reach.
 */
export async function eraseVault(folder: string, files: Files): Promise<void> {
  await destroyDrafts(folder, files);
  for (const name of vaultFileNames) await destroy(join(folder, name), files);
  await files.syncFolder(folder);
}
