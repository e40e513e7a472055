import { readFile, stat } from 'node:fs/promises';
import { type Fault, fail, type Result, succeed } from '../../../core/result.ts';
import type { Sentence } from '../../../core/sentence.ts';
import type { AddedLine } from '../../../core/statements/adding.ts';
import { isSystemError } from '../../store/system-error.ts';
import { refuseSize } from './convert/refuse-source.ts';
import { refuseRead } from './refuse-read.ts';
import type { FoundFile } from './walk-folder.ts';

/** A file that is to be added, before anybody has looked into it. */
export interface Source {
  /** How its user knows it: a path, or a name. */
  readonly name: string;
  /** Why it cannot be read, where that is known beforehand. */
  readonly refusal?: Sentence | null;
  /** Bytes, where that is known without reading. */
  readonly size: () => Promise<number>;
  readonly read: () => Promise<Uint8Array>;
}

/** What was found on a disk. */
export function fileSource({ path, name, refusal }: FoundFile): Source {
  return { name, refusal, size: async () => (await stat(path)).size, read: () => readFile(path) };
}

/** The bytes of a source. Refuses what is too large, and what the system does not give. */
export async function readSource({ refusal, size, read }: Source): Promise<Result<Uint8Array>> {
  if (refusal) return fail('unreadable', refusal);
  try {
    const tooLarge = refuseSize(await size());
    return tooLarge ? fail('invalid', tooLarge) : succeed(await read());
  } catch (error) {
    if (!isSystemError(error)) throw error;
    return fail('unreadable', refuseRead(error));
  }
}

/** The last part of a name that may have folders, of any system. */
export const baseName = (name: string): string => name.split(/[\\/]/u).at(-1) || name;

/** The line of a file that was refused. */
export function refusedLine(name: string, { message, sentence }: Fault): AddedLine {
  if (!sentence) throw new Error(`A refusal that cannot be translated: ${message}`);
  return { name, outcome: 'refused', statement: null, encoding: null, sentences: [sentence] };
}

/** The line of a file whose bytes are a statement already. */
export function knownLine(name: string, statement: string): AddedLine {
  return { name, outcome: 'known', statement, encoding: null, sentences: [] };
}
