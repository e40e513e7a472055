import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { StructureHint } from '../../core/statements/catalogue.ts';
import { PageStart } from '../../core/statements/page-start.ts';
import type { Files } from './files.ts';
import { type StatementFile, writeStatementFiles } from './statement-writes.ts';
import { isSystemError } from './system-error.ts';
import type { VaultKey } from './vault/frames.ts';
import { SealedFileError } from './vault/sealed-file-error.ts';
import { logicalName, pathWithin } from './vault/sealed-name.ts';
import { finish, unsealInSteps } from './vault/unseal.ts';

/** What is kept of a conversion beside its text. */
const TextHead = z.object({
  format: z.literal('attest-text'),
  version: z.literal(1),
  structure: z.array(StructureHint),
  pages: z.array(PageStart).nullable(),
});

/** The text that was made of an original, and what the conversion knows of its lines and pages. */
export interface KeptText {
  readonly text: string;
  readonly structure: readonly StructureHint[];
  readonly pages: readonly PageStart[] | null;
}

/** The text with the SHA-256 of its bytes in UTF-8, as they were found. */
export interface FoundText extends KeptText {
  readonly sha256: string;
}

/** A file of a statement that cannot be used: it is not there, the system refuses it, or it is not what was written. */
export class StatementFileError extends Error {
  readonly kind: 'missing' | 'unreadable';
  readonly path: string;

  constructor(kind: 'missing' | 'unreadable', path: string, cause: unknown) {
    super(`${path} is ${kind}`, { cause });
    this.kind = kind;
    this.path = path;
  }
}

/** Where the statements of a workspace lie; can be given to a thread. */
export interface StatementPlace {
  /** The workspace folder. */
  readonly folder: string;
  /** Where the workspace is encrypted. */
  readonly key: VaultKey | null;
}

/** The SHA-256 of bytes, in hexadecimal digits. */
export const sha256Of = (bytes: Uint8Array | string): string => createHash('sha256').update(bytes).digest('hex');

/** What names the files of a version of a statement. */
export interface VersionNames {
  readonly original: { readonly sha256: string };
  readonly text: { readonly sha256: string };
}

/** The path of an original. */
export function originalPath(folder: string, { original: { sha256 } }: Pick<VersionNames, 'original'>): string {
  return join(folder, 'statements', 'originals', sha256.slice(0, 2), sha256);
}

/** The path of the file with the text of a version: two originals may come to one text with another structure. */
export function textPath(folder: string, { original, text }: VersionNames): string {
  const name = `${text.sha256}-${original.sha256.slice(0, 16)}`;
  return join(folder, 'statements', 'texts', text.sha256.slice(0, 2), name);
}

/** Awaited between two turns of reading a file, so that whoever waits for something else comes first. */
export type OnTurn = () => Promise<unknown>;

/** `error` as one of a statement’s file, where it says something of the file; what is none of these is thrown. */
function asFileError(error: unknown, path: string): StatementFileError {
  if (error instanceof SealedFileError) return new StatementFileError('unreadable', path, error);
  if (!isSystemError(error)) throw error;
  return new StatementFileError(error.code === 'ENOENT' ? 'missing' : 'unreadable', path, error);
}

function readBytes({ folder, key }: StatementPlace, path: string): Buffer {
  try {
    const bytes = readFileSync(path);
    if (!key) return bytes;
    const within = pathWithin(folder, path);
    if (within === null) throw new Error(`${path} is not in the workspace`);
    return finish(unsealInSteps(key, bytes, logicalName(within)));
  } catch (error) {
    throw asFileError(error, path);
  }
}

/** Reads as `readBytes` does, in turns between which other work is done. Rejects with `StatementFileError`. */
async function readBytesInTurns({ folder, key }: StatementPlace, path: string, onTurn: OnTurn): Promise<Buffer> {
  try {
    const bytes = await readFile(path);
    if (!key) return bytes;
    const within = pathWithin(folder, path);
    if (within === null) throw new Error(`${path} is not in the workspace`);
    const steps = unsealInSteps(key, bytes, logicalName(within));
    for (;;) {
      const step = steps.next();
      if (step.done) return step.value;
      await onTurn();
    }
  } catch (error) {
    throw asFileError(error, path);
  }
}

const newline = 10;

/** Bytes that are hashed at a time: less than a millisecond’s work. */
const hashedAtATime = 256 * 1024;

/** The SHA-256 of bytes, computed in turns. */
async function hashInTurns(bytes: Uint8Array, onTurn: OnTurn): Promise<string> {
  const hash = createHash('sha256');
  for (let from = 0; from < bytes.length; from += hashedAtATime) {
    hash.update(bytes.subarray(from, from + hashedAtATime));
    await onTurn();
  }
  return hash.digest('hex');
}

function decodeBody(body: Uint8Array): string {
  return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(body);
}

/**
 * Reads the text of a version, at once: a statement is some kilobytes, and whoever asks for its text has nothing else to do. Whether it is
 * the text of its SHA-256 is for the caller to compare. Throws `StatementFileError`.
 */
export function readText(place: StatementPlace, version: VersionNames): FoundText {
  const path = textPath(place.folder, version);
  const bytes = readBytes(place, path);
  const end = bytes.indexOf(newline);
  try {
    const { structure, pages } = TextHead.parse(JSON.parse(bytes.toString('utf8', 0, Math.max(0, end))));
    const body = bytes.subarray(end + 1);
    return { text: decodeBody(body), structure, pages, sha256: sha256Of(body) };
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof z.ZodError || error instanceof TypeError) {
      throw new StatementFileError('unreadable', path, error);
    }
    throw error;
  }
}

/** Reads the original of a version. Throws `StatementFileError`. */
export function readOriginal(place: StatementPlace, version: Pick<VersionNames, 'original'>): Buffer {
  return readBytes(place, originalPath(place.folder, version));
}

/** The original of a version, with the SHA-256 of its bytes as they were found. Rejects with `StatementFileError`. */
export async function readOriginalInTurns(
  place: StatementPlace,
  version: Pick<VersionNames, 'original'>,
  onTurn: OnTurn,
): Promise<{ readonly bytes: Buffer; readonly sha256: string }> {
  const bytes = await readBytesInTurns(place, originalPath(place.folder, version), onTurn);
  return { bytes, sha256: await hashInTurns(bytes, onTurn) };
}

/** What a check finds of a file: `changed` where it can be read and is not what was kept. */
export type FoundFile =
  | { readonly fixity: 'verified' | 'changed'; readonly sha256: string }
  | { readonly fixity: 'missing' | 'unreadable'; readonly sha256: null };

const unreadable: FoundFile = { fixity: 'unreadable', sha256: null };

async function checkBytes(
  read: () => Promise<Uint8Array>,
  expected: string,
  isText: boolean,
  onTurn: OnTurn,
): Promise<FoundFile> {
  try {
    const bytes = await read();
    const sha256 = await hashInTurns(bytes, onTurn);
    if (sha256 === expected) return { fixity: 'verified', sha256 };
    if (isText) decodeBody(bytes);
    return { fixity: 'changed', sha256 };
  } catch (error) {
    if (error instanceof StatementFileError) return { fixity: error.kind, sha256: null };
    // What is no UTF-8 is no text any more.
    if (error instanceof TypeError || error instanceof SyntaxError || error instanceof z.ZodError) return unreadable;
    throw error;
  }
}

/** Compares the original of a version with its SHA-256. */
export function checkOriginal(place: StatementPlace, version: VersionNames, onTurn: OnTurn): Promise<FoundFile> {
  const path = originalPath(place.folder, version);
  return checkBytes(() => readBytesInTurns(place, path, onTurn), version.original.sha256, false, onTurn);
}

/** Compares the text of a version with its SHA-256; `unreadable` also where what is kept beside it is damaged. */
export function checkText(place: StatementPlace, version: VersionNames, onTurn: OnTurn): Promise<FoundFile> {
  const read = async (): Promise<Buffer> => {
    const bytes = await readBytesInTurns(place, textPath(place.folder, version), onTurn);
    const end = bytes.indexOf(newline);
    TextHead.parse(JSON.parse(bytes.toString('utf8', 0, Math.max(0, end))));
    return bytes.subarray(end + 1);
  };
  return checkBytes(read, version.text.sha256, true, onTurn);
}

/** Compares a file of text that lies outside of any workspace, as those of the bundled collection do. */
export function checkPlainText(path: string, expected: string, onTurn: OnTurn): Promise<FoundFile> {
  const read = (): Promise<Buffer> => readBytesInTurns({ folder: dirname(path), key: null }, path, onTurn);
  return checkBytes(read, expected, true, onTurn);
}

/** The files that keep an original and the text made of it, and what they are kept under. */
export function layOutStatement(
  folder: string,
  original: Uint8Array,
  { text, structure, pages }: KeptText,
): { readonly names: VersionNames; readonly files: readonly StatementFile[] } {
  const body = Buffer.from(text, 'utf8');
  const names = { original: { sha256: sha256Of(original) }, text: { sha256: sha256Of(body) } };
  const head = JSON.stringify({ format: 'attest-text', version: 1, structure, pages });
  return {
    names,
    files: [
      { path: originalPath(folder, names), bytes: original },
      { path: textPath(folder, names), bytes: Buffer.concat([Buffer.from(`${head}\n`), body]) },
    ],
  };
}

/**
 * Keeps an original and the text made of it, and gives what they are kept under; what is there already is written anew. Characters that
 * UTF-8 does not have become U+FFFD. Rejects with the system's error. Both are on the disk afterwards.
 */
export async function writeStatement(
  { folder, files }: { readonly folder: string; readonly files: Files },
  original: Uint8Array,
  kept: KeptText,
): Promise<VersionNames> {
  const laidOut = layOutStatement(folder, original, kept);
  await writeStatementFiles(laidOut.files, files);
  return laidOut.names;
}
