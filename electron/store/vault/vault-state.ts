import { join } from 'node:path';
import { z } from 'zod';
import type { Files } from '../files.ts';
import { isSystemError } from '../system-error.ts';
import { type FileEnds, isForbidden, listFolder, readEnds } from './folder-files.ts';
import { fileKeys, frameTailBytes, headBytes, openFrame, saltBytes, type VaultKey } from './frames.ts';
import { SealedFileError } from './sealed-file-error.ts';
import { isAside, isWrittenInPieces, logicalName, stateFileName } from './sealed-name.ts';
import { looksSealed } from './unseal.ts';

/** A sealed file as it was left: what it begins and ends with, as hexadecimal digits, and its size. */
const LeftFile = z.strictObject({ salt: z.string(), tail: z.string(), sizeBytes: z.int().nonnegative() });

/**
 * What lay in a workspace folder when `generation` ended cleanly, or, where that is open, before its first write; by paths
 * within the folder. `vaultRevision`: the newest version of `vault.json` that was seen till then.
 */
export const VaultState = z.strictObject({
  format: z.literal('attest-vault-state'),
  version: z.literal(1),
  generation: z.int().nonnegative(),
  isOpen: z.boolean(),
  vaultRevision: z.int().nonnegative(),
  files: z.record(z.string(), LeftFile),
});
export type VaultState = z.infer<typeof VaultState>;

/** A sealed file as it lies there now, and the session that began it, as far as its head can be believed. */
export interface FoundFile extends z.infer<typeof LeftFile> {
  readonly generation: number;
  /** Its path within the folder as the disk has it; elsewhere paths are in NFC. */
  readonly within: string;
}

/**
 * What is not as it was left. `older`: from before the last clean end; `changed`: not as long, or with another end;
 * `state`: the state itself is older than this file.
 */
export interface StateFault {
  readonly kind: 'older' | 'changed' | 'removed' | 'state';
  readonly file: string;
}

/**
 * What is not watched: the state itself, and what another session may write after the state: how the reader was arranged,
 * and the search index, which is compared with the texts and made anew. The files of statements are called by what is in them: the
 * workspace knows their SHA-256, and reading looks at it.
 */
const isWatched = (within: string): boolean =>
  within !== stateFileName &&
  !within.startsWith('search/') &&
  !within.startsWith('statements/') &&
  logicalName(within) !== 'reader.json';

/** The state that lies in a workspace folder, through `sealed`, its sealed files. Rejects with the system's error. */
export async function readState(folder: string, sealed: Files): Promise<VaultState | 'missing' | 'damaged'> {
  try {
    const bytes = await sealed.readFile(join(folder, stateFileName));
    // It is what this program sealed.
    return VaultState.parse(JSON.parse(bytes.toString('utf8')));
  } catch (error) {
    if (error instanceof SealedFileError) return 'damaged';
    if (isSystemError(error) && (error.code === 'ENOENT' || error.code === 'ENOTDIR')) return 'missing';
    throw error;
  }
}

/** Whether at least the first frame of a file in a workspace folder was sealed under `key`. */
export async function isBegunUnder(key: VaultKey, folder: string, within: string, files: Files): Promise<boolean> {
  try {
    const bytes = await files.readFile(join(folder, within));
    const keys = fileKeys(key, bytes, logicalName(within.normalize('NFC')));
    return openFrame(keys, 0, bytes, headBytes).kind === 'whole';
  } catch (error) {
    // Whoever only reads may come upon a backup that is just being dropped.
    if (isSystemError(error) && error.code === 'ENOENT') return false;
    throw error;
  }
}

async function lookAt(path: string): Promise<FileEnds | null> {
  try {
    return await readEnds(path, frameTailBytes);
  } catch (error) {
    if (isForbidden(error)) return null;
    throw error;
  }
}

/**
 * The sealed files in a workspace folder, by their paths within it in NFC. Files that are being written, and those that
 * this user must not read, are passed over.
 */
export async function lookAtSealed(folder: string): Promise<Map<string, FoundFile>> {
  const found = new Map<string, FoundFile>();
  for (const within of (await listFolder(folder)).files) {
    if (!isWatched(within) || (logicalName(within) !== within && !isAside(within))) continue;
    const ends = await lookAt(join(folder, within));
    if (!ends || ends.head.length < headBytes || !looksSealed(ends.head)) continue;
    const key = within.normalize('NFC');
    const salt = ends.head.subarray(headBytes - saltBytes).toString('hex');
    const generation = Number(ends.head.readBigUInt64BE(headBytes - saltBytes - 8));
    found.set(key, { salt, generation, tail: ends.tail.toString('hex'), sizeBytes: ends.sizeBytes, within });
  }
  return found;
}

/** The state that these files are. */
export function stateOf(
  moment: Pick<VaultState, 'generation' | 'isOpen' | 'vaultRevision'>,
  found: ReadonlyMap<string, FoundFile>,
): VaultState {
  const { generation, isOpen, vaultRevision } = moment;
  const left = [...found].map(([within, { salt, tail, sizeBytes }]) => [within, { salt, tail, sizeBytes }]);
  const files = Object.fromEntries(left);
  return { format: 'attest-vault-state', version: 1, generation, isOpen, vaultRevision, files };
}

/** Whether the file that was left as `left` may be at `within` now: where it was, or set aside from there. */
const mayBeAt = (within: string, left: string): boolean =>
  within === left || (isAside(within) && logicalName(within) === logicalName(left));

/**
 * What in `found` is not as `state` says. Files of a session that was open are its own: it ended without a clean end, and
 * may have removed files and cut what a crash had left of a segment. No session writes before the state says that it is
 * open, so that files of a later one show the state to be older than they are.
 */
export function compareWithState(state: VaultState, found: ReadonlyMap<string, FoundFile>): StateFault[] {
  const left = Object.entries(state.files).map(([within, file]) => ({ within, ...file }));
  const faults: StateFault[] = [];
  for (const [file, { salt, tail, sizeBytes, generation }] of found) {
    // The same bytes may have been left in two places.
    const known = left.find((other) => other.salt === salt && mayBeAt(file, other.within));
    const mayBeCut = state.isOpen && isWrittenInPieces(logicalName(file));
    if (known) {
      const isSame = known.tail === tail && known.sizeBytes === sizeBytes;
      if (!isSame && !(mayBeCut && sizeBytes <= known.sizeBytes)) faults.push({ kind: 'changed', file });
    } else if (generation > state.generation) faults.push({ kind: 'state', file });
    else if (!(state.isOpen && generation === state.generation)) faults.push({ kind: 'older', file });
  }
  if (state.isOpen || faults.some(({ kind }) => kind === 'state')) return faults;
  const salts = new Set([...found.values()].map(({ salt }) => salt));
  const gone = left.filter(({ within, salt }) => !salts.has(salt) && !found.has(within));
  return [...faults, ...gone.map(({ within }) => ({ kind: 'removed' as const, file: within }))];
}
