import { dirname, join } from 'node:path';
import type { Files } from '../files.ts';
import { isSystemError } from '../system-error.ts';
import { replaceFileDurably, writeFileDurably } from '../write-file-durably.ts';
import { findObstacle } from './find-obstacle.ts';
import { findPlaintext, isForbidden, isSealedAt, listFolder } from './folder-files.ts';
import { sealedFiles } from './sealed-files.ts';
import { isWrittenInPieces, logicalName, stateFileName } from './sealed-name.ts';
import {
  destroy,
  doomedPath,
  forEachFile,
  keepTime,
  keyOf,
  readBack,
  type SealingOptions,
  tidy,
} from './sealing-steps.ts';
import { inPhase, type Vault } from './vault.ts';
import { readVault, writeVault } from './vault-file.ts';
import { lookAtSealed, readState, stateOf } from './vault-state.ts';

/** A folder that has been sealed. */
export interface SealedFolder {
  /** The vault as it is then. */
  readonly vault: Vault;
  /** What is left as it was: links, and folders and files of somebody else. */
  readonly left: readonly string[];
  /** What lay there in clear, and was sealed now. */
  readonly taken: readonly string[];
}

const lineFeed = 0x0a;

/** The least that a piece of a journal has, in bytes. */
const pieceBytes = 4 * 1024;

/** What to seal together: what is written in pieces stays readable before and after damage. */
function* piecesOf(plain: Buffer, name: string): Generator<Buffer> {
  for (let at = 0; at < plain.length; ) {
    const lineEnd = isWrittenInPieces(name) ? plain.indexOf(lineFeed, at + pieceBytes) : -1;
    const end = lineEnd === -1 ? plain.length : lineEnd + 1;
    yield plain.subarray(at, end);
    at = end;
  }
}

/** What lies in clear at `path`; `null` where that is none of this program's concern, or more than it can take. */
async function readPlain(path: string, { files }: SealingOptions): Promise<Buffer | null> {
  try {
    return (await isSealedAt(path)) === true ? null : await files.readFile(path);
  } catch (error) {
    if (isForbidden(error) || (isSystemError(error) && error.code === 'ERR_FS_FILE_TOO_LARGE')) return null;
    throw error;
  }
}

/** Whether there was anything to seal. */
async function sealFile(within: string, sealed: Files, options: SealingOptions): Promise<boolean> {
  const { folder, files } = options;
  const path = join(folder, within);
  const plain = await readPlain(path, options);
  if (plain === null) return false;
  const { modifiedMs } = await files.lookAt(path);
  const doomed = doomedPath(path);
  if ((await isSealedAt(doomed)) !== null) {
    throw Object.assign(new Error(`There is ${doomed} already`), { code: 'EEXIST', path: doomed });
  }
  // Where the work is ended from here on, `tidy` finds the one or the other in place.
  await files.rename(path, doomed);
  await files.syncFolder(dirname(path));
  await replaceFileDurably(
    path,
    async (file) => {
      for (const piece of piecesOf(plain, logicalName(within.normalize('NFC')))) await file.write(piece);
    },
    { files: sealed },
  );
  await keepTime(path, modifiedMs);
  if (!(await readBack(path, options))?.equals(plain)) {
    await files.rename(doomed, path);
    throw Object.assign(new Error(`The encrypted file ${path} could not be read back as it was written`), {
      code: 'EIO',
      path,
    });
  }
  await destroy(doomed, options);
  return plain.length > 0;
}

/**
 * Seals every file in a workspace folder under `vault`, and destroys the plaintext as far as a program can. `vault.json` is
 * there before the first file is touched, and not before all can be sealed (`ObstacleError`). Where the work is ended at
 * any point, calling it again goes on, and `unsealFolder` undoes it. Rejects with the system's error.
 */
export async function sealFolder(options: SealingOptions): Promise<SealedFolder> {
  const { folder, files, dataKey } = options;
  const isNew = (await readVault(folder, files)) === 'none';
  if (isNew) await findObstacle(folder);
  const sealing = inPhase(options, 'sealing');
  await writeVault(folder, sealing, files);
  await tidy(options, !isNew);
  const seals = { ...keyOf(options), folder };
  const before = await readState(folder, sealedFiles(files, { ...seals, begin: async () => 0 }));
  // What was sealed in sessions before is older than what is sealed now.
  const generation = typeof before === 'string' ? 1 : before.generation + 1;
  const sealed = sealedFiles(files, { ...seals, begin: async () => generation });
  const taken: string[] = [];
  await forEachFile(options, async (within) => {
    if (await sealFile(within, sealed, options)) taken.push(within);
  });
  const left = [...(await findPlaintext(folder)), ...(await listFolder(folder)).closed];
  const writeState = async (vaultRevision: number): Promise<void> => {
    const moment = { generation, isOpen: false, vaultRevision };
    const state = JSON.stringify(stateOf(moment, await lookAtSealed(folder)));
    await writeFileDurably(join(folder, stateFileName), state, { files: sealed });
  };
  await writeState(sealing.revision);
  const vault = inPhase({ vault: sealing, dataKey }, 'sealed');
  await writeVault(folder, vault, files);
  // From here on an older `vault.json` can be told.
  await writeState(vault.revision);
  return { vault, left, taken };
}
