import { dirname, join } from 'node:path';
import type { Files } from '../files.ts';
import { replaceFileDurably, writeFileDurably } from '../write-file-durably.ts';
import { findPlaintext } from './folder-files.ts';
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
import { looksSealed } from './unseal.ts';
import { inPhase, type Vault } from './vault.ts';
import { writeVault } from './vault-file.ts';
import { lookAtSealed, stateOf } from './vault-state.ts';

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

async function sealFile(within: string, sealed: Files, options: SealingOptions): Promise<void> {
  const { folder, files } = options;
  const path = join(folder, within);
  const plain = await files.readFile(path);
  if (looksSealed(plain)) return;
  const { modifiedMs } = await files.lookAt(path);
  const doomed = doomedPath(path);
  // Where the work is ended from here on, `tidy` finds the one or the other in place.
  await files.rename(path, doomed);
  await files.syncFolder(dirname(path));
  await replaceFileDurably(
    path,
    async (file) => {
      for (const piece of piecesOf(plain, logicalName(within))) await file.write(piece);
    },
    { files: sealed },
  );
  await keepTime(path, modifiedMs);
  if (!(await readBack(path, options))?.equals(plain)) {
    await files.rename(doomed, path);
    throw Object.assign(new Error(`The encrypted file ${path} could not be read back as it was written`), {
      code: 'EIO',
    });
  }
  await destroy(doomed, options);
}

/**
 * Seals every file in a workspace folder under `vault`, and destroys the plaintext as far as a program can. `vault.json` is
 * there before the first file is touched; where the work is ended at any point, calling it again goes on, and
 * `unsealFolder` undoes it. Gives the vault as it is then, and what is left unsealed: links and devices, which hold nothing
 * in the folder themselves. Rejects with the system's error.
 */
export async function sealFolder(
  options: SealingOptions,
): Promise<{ readonly vault: Vault; readonly left: readonly string[] }> {
  const { folder, files, dataKey } = options;
  const sealing = inPhase(options, 'sealing');
  await writeVault(folder, sealing, files);
  await tidy(options);
  const sealed = sealedFiles(files, { ...keyOf(options), folder, begin: async () => 1 });
  await forEachFile(options, (within) => sealFile(within, sealed, options));
  const left = await findPlaintext(folder);
  const state = JSON.stringify(stateOf(1, await lookAtSealed(folder)));
  await writeFileDurably(join(folder, stateFileName), state, { files: sealed });
  const vault = inPhase({ vault: sealing, dataKey }, 'sealed');
  await writeVault(folder, vault, files);
  return { vault, left };
}
