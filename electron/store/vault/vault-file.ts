import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import type { Files } from '../files.ts';
import { isSystemError } from '../system-error.ts';
import { replaceFileDurably } from '../write-file-durably.ts';
import { isForbidden, readEnds } from './folder-files.ts';
import { overwriteFile } from './overwrite-file.ts';
import { isOwnFile, isVaultFile, stateFileName, vaultFileNames } from './sealed-name.ts';
import { looksSealed } from './unseal.ts';
import { parseVault, printVault, type Vault } from './vault.ts';

/**
 * What a workspace folder says of its encryption. `none`: it is not encrypted. `missing`: files in it are, and the file
 * with their key is gone. `damaged`, `newer`: as `parseVault`. Nothing must be opened or written where it is not `none` or
 * a vault.
 */
export type FoundVault = Vault | 'none' | 'missing' | 'damaged' | 'newer';

/** What has become of writing wrapped keys. `one`: what was there before still is in the other file. */
export type WrittenVault = 'both' | 'one';

const isGone = (error: unknown): boolean =>
  isSystemError(error) && (error.code === 'ENOENT' || error.code === 'ENOTDIR');

async function readOne(path: string, files: Files): Promise<FoundVault> {
  try {
    return parseVault((await files.readFile(path)).toString('utf8'));
  } catch (error) {
    if (isGone(error)) return 'none';
    throw error;
  }
}

async function namesIn(folder: string, below: string, files: Files): Promise<string[]> {
  try {
    return (await files.readFolder(join(folder, below))).map((name) => (below === '' ? name : `${below}/${name}`));
  } catch (error) {
    // What must not be read is told of by whoever reads it.
    if (isGone(error) || isForbidden(error)) return [];
    throw error;
  }
}

/** Bytes in the head of a file that no text has; there are about twenty where it is encrypted. */
const fewestStrange = 8;

const isStrange = (byte: number): boolean => byte > 0x7e || (byte < 0x20 && ![0, 0x09, 0x0a, 0x0d].includes(byte));

/** Whether the beginning of a file is that of an encrypted one, or one that nobody can read for another reason. */
const seemsSealed = (head: Buffer): boolean =>
  looksSealed(head) || head.filter((byte) => isStrange(byte)).length >= fewestStrange;

/**
 * Whether the workspace in a folder is sealed, by its own files: one of them is, or the state of a vault is there, or
 * nothing of it is text. What else lies in the folder says nothing.
 */
async function seemsEncrypted(folder: string, files: Files): Promise<boolean> {
  const names = await Promise.all(['', 'journal', 'backups'].map((below) => namesIn(folder, below, files)));
  const own = names.flat().filter(isOwnFile);
  if (own.includes(stateFileName)) return true;
  let strange = 0;
  let text = 0;
  for (const within of own) {
    try {
      const ends = await readEnds(join(folder, within), 0);
      if (!ends || ends.sizeBytes === 0) continue;
      if (looksSealed(ends.head)) return true;
      if (seemsSealed(ends.head)) strange += 1;
      // A power cut leaves zeros: they say nothing.
      else if (ends.head.some((byte) => byte !== 0)) text += 1;
    } catch (error) {
      if (!isForbidden(error) && !isGone(error) && !(isSystemError(error) && error.code === 'EISDIR')) throw error;
    }
  }
  return strange > 0 && text === 0;
}

/**
 * The vault of a workspace folder: the newer one of `vault.json` and its copy, where one of them is damaged or gone the
 * other. `files` are those of the system. Rejects with the system's error.
 */
export async function readVault(folder: string, files: Files): Promise<FoundVault> {
  const found = await Promise.all(vaultFileNames.map((name) => readOne(join(folder, name), files)));
  if (found.includes('newer')) return 'newer';
  const [first, ...others] = found.filter((one) => typeof one === 'object');
  if (first) return others.reduce((newest, one) => (one.revision > newest.revision ? one : newest), first);
  // Where nothing is sealed there is nothing to open: what is left of an erased vault is no vault.
  if (!(await seemsEncrypted(folder, files))) return 'none';
  return found.includes('damaged') ? 'damaged' : 'missing';
}

async function destroy(path: string, files: Files): Promise<void> {
  await overwriteFile(path, randomBytes);
  await files.remove(path);
}

async function findDrafts(folder: string, files: Files): Promise<string[]> {
  return (await files.readFolder(folder)).filter((name) => isVaultFile(name) && !vaultFileNames.includes(name));
}

/** Destroys what a crash has left of writing wrapped keys. */
async function destroyDrafts(folder: string, files: Files): Promise<void> {
  for (const name of await findDrafts(folder, files)) await destroy(join(folder, name), files);
}

/** Writes one of the two files. What is there is overwritten once what takes its place is on the disk, beside it. */
async function writeOne(path: string, text: string, mayOverwrite: boolean, files: Files): Promise<void> {
  await replaceFileDurably(
    path,
    async (file) => {
      await file.write(Buffer.from(text));
      await file.sync();
      if (mayOverwrite) await overwriteFile(path, randomBytes);
    },
    { files },
  );
}

/**
 * Writes `vault.json` and its copy, durably, one after the other, first the one that is not good: one of them is whole at
 * any time. What they held is overwritten. Rejects with the system's error where neither could be written, and what was
 * there before still holds then; where the second could not be, `one` is the answer, and `mendVault` makes up for it.
 */
export async function writeVault(folder: string, vault: Vault, files: Files): Promise<WrittenVault> {
  await destroyDrafts(folder, files);
  const text = printVault(vault);
  const found = await Promise.all(
    vaultFileNames.map(async (name) => {
      const path = join(folder, name);
      return { path, isGood: typeof (await readOne(path, files)) === 'object' };
    }),
  );
  const [first, second] = found.sort((one, other) => Number(one.isGood) - Number(other.isGood));
  if (!first || !second) throw new Error('There are two files');
  try {
    await writeOne(first.path, text, second.isGood, files);
  } catch (error) {
    // What failed may be no more than to have its name on the disk for sure: then it holds, and the other must too.
    const there = await readOne(first.path, files).catch(() => 'damaged' as const);
    if (!isSystemError(error) || typeof there !== 'object' || printVault(there) !== text) throw error;
  }
  try {
    await writeOne(second.path, text, true, files);
    return 'both';
  } catch (error) {
    if (!isSystemError(error)) throw error;
    return 'one';
  }
}

/**
 * Makes both files say what `vault` does, and destroys what a crash has left of writing them. Gives the names of those that
 * were damaged or gone. Rejects with the system's error.
 */
export async function mendVault(folder: string, vault: Vault, files: Files): Promise<string[]> {
  const found = await Promise.all(
    vaultFileNames.map(async (name) => ({ name, vault: await readOne(join(folder, name), files) })),
  );
  const isSame = found.every((one) => typeof one.vault === 'object' && printVault(one.vault) === printVault(vault));
  if (!isSame) await writeVault(folder, vault, files);
  else await destroyDrafts(folder, files);
  return found.filter((one) => typeof one.vault !== 'object').map(({ name }) => name);
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
