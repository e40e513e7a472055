import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Files, OpenFile } from '../files.ts';
import { writeFileDurably } from '../write-file-durably.ts';
import type { VaultKey } from './frames.ts';
import { Seal } from './seal.ts';
import { SealedFileError } from './sealed-file-error.ts';
import { isWrittenInPieces, logicalName, pathWithin } from './sealed-name.ts';
import { type UnsealedPieces, unsealInSteps, unsealPiecesInSteps } from './unseal.ts';

/** `act`, done once; where it fails, the next who asks may fare better. */
function once<Value>(act: () => Promise<Value>): () => Promise<Value> {
  let done: Promise<Value> | null = null;
  return () => {
    done ??= act().catch((error: unknown) => {
      done = null;
      throw error;
    });
    return done;
  };
}

/** How to seal the files of a workspace folder. */
export interface SealedFilesOptions extends VaultKey {
  readonly folder: string;
  /** Called before the first file is read or changed; gives the generation of what is written. */
  readonly begin: () => Promise<number>;
  /** Called after that, before the first file is made, cut, renamed or removed. */
  readonly beginWriting?: () => Promise<void>;
  /** Told of damage in a file that is written in pieces, of which all else is used all the same. */
  readonly onFault?: (error: SealedFileError) => void;
}

/** Frames between two turns of the event loop: some milliseconds' worth. */
const framesInARow = 4;

async function finishInTurns<Value>(steps: Generator<void, Value>): Promise<Value> {
  for (let taken = 1; ; taken += 1) {
    const step = steps.next();
    if (step.done) return step.value;
    if (taken % framesInARow === 0) await nextTurn();
  }
}

/** An open file that is sealed as it is written, and ended when it is closed. */
function sealedFile(file: OpenFile, seal: Seal): OpenFile {
  // Nothing can be known of what is there after a failure: nothing more may be put behind it.
  let isBroken = false;
  const attempt = async (act: () => Promise<void>): Promise<void> => {
    if (isBroken) throw Object.assign(new Error('This file could not be written before'), { code: 'EIO' });
    isBroken = true;
    await act();
    isBroken = false;
  };
  const end = async (): Promise<void> => {
    await file.write(seal.end());
    await file.sync();
  };
  return {
    write: (bytes) =>
      attempt(async () => {
        for (const frame of seal.add(bytes)) await file.write(frame);
      }),
    sync: () => attempt(() => file.sync()),
    async close() {
      try {
        if (!isBroken) await attempt(end);
      } finally {
        await file.close();
      }
    },
  };
}

/** Where to cut a sealed file so that at least `plainBytes` of its plaintext stay. */
function sealedSize({ pieces }: UnsealedPieces, plainBytes: number): number {
  let before = { plainEnd: 0, sealedEnd: 0 };
  for (const piece of pieces) {
    if (before.plainEnd >= plainBytes) break;
    before = piece;
  }
  return before.sealedEnd;
}

/**
 * `files` with everything in the workspace folder encrypted and authenticated: what is read is what was written under this
 * name, or `readFile` rejects with `SealedFileError`. A segment of the journal is given as far as it can be read, with a
 * line that is no record wherever something is wrong, and cut where its plaintext is to be cut. A file is whole only when
 * it has been closed; closing it brings its end to the disk. Paths out of the folder must not be read or written.
 */
export function sealedFiles(files: Files, options: SealedFilesOptions): Files {
  const { folder, onFault } = options;
  const begin = once(options.begin);
  const beginWriting = once(async () => {
    const generation = await begin();
    await options.beginWriting?.();
    return generation;
  });
  const nameOf = (path: string): string => {
    const within = pathWithin(folder, path);
    if (within === null) throw new Error(`${path} is not in the encrypted workspace`);
    return logicalName(within);
  };
  const readPieces = async (path: string): Promise<UnsealedPieces> => {
    const name = nameOf(path);
    const read = await finishInTurns(unsealPiecesInSteps(options, await files.readFile(path), name));
    if (read.fault) onFault?.(new SealedFileError(read.fault, name));
    return read;
  };
  const sealed: Files = {
    ...files,
    async readFile(path) {
      await begin();
      const name = nameOf(path);
      if (isWrittenInPieces(name)) return (await readPieces(path)).plain;
      return finishInTurns(unsealInSteps(options, await files.readFile(path), name));
    },
    async createFile(path, mode) {
      const seal = new Seal(options, { name: nameOf(path), generation: await beginWriting() });
      return sealedFile(await files.createFile(path, mode), seal);
    },
    async cut(path, sizeBytes) {
      await beginWriting();
      if (!isWrittenInPieces(nameOf(path))) throw new Error(`${path} is sealed as a whole and cannot be cut`);
      await files.cut(path, sealedSize(await readPieces(path), sizeBytes));
    },
    async rename(from, to) {
      await beginWriting();
      if (nameOf(from) === nameOf(to)) return files.rename(from, to);
      // What it is called is a part of what is sealed.
      await writeFileDurably(to, await sealed.readFile(from), { files: sealed });
      await files.remove(from);
    },
    async remove(path) {
      await beginWriting();
      await files.remove(path);
    },
  };
  return sealed;
}
