import { endsInZero, type FileKeys, fileKeys, headBytes, magic, markerOf, openFrame, type VaultKey } from './frames.ts';
import { SealedFileError, type SealFault } from './sealed-file-error.ts';

/** A piece of a file that is written in pieces: where it ends in the plaintext, and in the sealed file. */
interface Piece {
  readonly plainEnd: number;
  readonly sealedEnd: number;
}

/** What could be read of a file that is written in pieces. */
export interface UnsealedPieces {
  readonly plain: Buffer;
  readonly pieces: readonly Piece[];
  /** The first thing that is wrong with it; `null` for nothing. That it has no end is nothing wrong. */
  readonly fault: SealFault | null;
  /** Whether it has its end. */
  readonly isEnded: boolean;
}

/** Stands in the plaintext for a piece that could not be read: a line that is no record. */
const lostLine = Buffer.from('?\n');

/** Stands for the torn end: no line at all. */
const tornEnd = Buffer.from([0]);

/** The most pieces that are looked for after damage: a sector of a disk holds fewer. */
const mostLost = 1_000;

/** Whether `bytes` begin as a sealed file does. */
export const looksSealed = (bytes: Uint8Array): boolean => magic.equals(bytes.subarray(0, magic.length));

/** Whether `bytes` are the beginning of a sealed file, were it cut off in its first bytes. */
const isBegun = (bytes: Uint8Array): boolean => magic.subarray(0, bytes.length).equals(bytes.subarray(0, magic.length));

/** How the reading of a file goes on after each frame, so that a large one need not be read in one go. */
type Steps<Value> = Generator<void, Value>;

/** All plaintext of a whole file. Throws `SealedFileError` where a single bit of it is not what was written. */
export function* unsealInSteps(key: VaultKey, bytes: Buffer, name: string): Steps<Buffer> {
  if (!isBegun(bytes)) throw new SealedFileError('not-sealed', name);
  if (bytes.length < headBytes) throw new SealedFileError('cut-short', name);
  const keys = fileKeys(key, bytes, name);
  const plain = Buffer.allocUnsafeSlow(bytes.length);
  let length = 0;
  let at = headBytes;
  for (let number = 0; ; number += 1) {
    const frame = openFrame(keys, number, bytes, at);
    if (frame.kind !== 'whole') throw new SealedFileError(frame.kind === 'torn' ? 'cut-short' : 'changed', name);
    if (!frame.isMarked || (frame.isLast && frame.next < bytes.length)) throw new SealedFileError('changed', name);
    if (frame.isLast) return plain.subarray(0, length);
    length += frame.plain.copy(plain, length);
    at = frame.next;
    yield;
  }
}

/** The next frame that can be found after damage at `at`. */
function findFrame(
  keys: FileKeys,
  number: number,
  bytes: Buffer,
  at: number,
): { readonly number: number; readonly at: number } | null {
  for (let next = number; next <= number + mostLost; next += 1) {
    const found = bytes.indexOf(markerOf(keys, next), next === number ? at + 1 : at);
    if (found !== -1 && openFrame(keys, next, bytes, found).kind === 'whole') return { number: next, at: found };
  }
  return null;
}

/**
 * All that can be read of a file which is written in pieces, whatever has happened to it: each piece is there as it was
 * written, or a line that is no record stands for it, or it is the torn end.
 */
export function* unsealPiecesInSteps(key: VaultKey, bytes: Buffer, name: string): Steps<UnsealedPieces> {
  const parts: Buffer[] = [];
  const pieces: Piece[] = [];
  let plainEnd = 0;
  let fault: SealFault | null = null;
  const add = (part: Buffer, sealedEnd: number): void => {
    parts.push(part);
    plainEnd += part.length;
    pieces.push({ plainEnd, sealedEnd });
  };
  const lose = (why: SealFault, sealedEnd: number): void => {
    fault ??= why;
    add(lostLine, sealedEnd);
  };
  const result = (isEnded: boolean): UnsealedPieces => ({ plain: Buffer.concat(parts), pieces, fault, isEnded });
  if (bytes.length === 0) return result(false);
  if (bytes.length <= headBytes || !isBegun(bytes)) {
    if (isBegun(bytes) || endsInZero(bytes)) add(tornEnd, bytes.length);
    else lose('not-sealed', bytes.length);
    return result(false);
  }
  const keys = fileKeys(key, bytes, name);
  let number = 0;
  let at = headBytes;
  while (at < bytes.length) {
    const frame = openFrame(keys, number, bytes, at);
    yield;
    if (frame.kind === 'whole') {
      add(frame.plain, frame.next);
      if (!frame.isMarked && bytes.subarray(frame.next - 1).every((byte) => byte === 0)) {
        // It is whole but for its mark, which like all after it never came to the disk.
        add(tornEnd, bytes.length);
        return result(false);
      }
      if (!frame.isMarked) lose('changed', frame.next);
      [at, number] = [frame.next, number + 1];
      if (!frame.isLast) continue;
      if (at < bytes.length) lose('changed', bytes.length);
      return result(true);
    }
    const found = findFrame(keys, number, bytes, at);
    if (found) {
      lose('changed', found.at);
      [at, number] = [found.at, found.number];
      continue;
    }
    if (frame.kind === 'torn') add(tornEnd, bytes.length);
    else lose('changed', bytes.length);
    return result(false);
  }
  return result(false);
}

/** Takes all steps in one go. */
export function finish<Value>(steps: Steps<Value>): Value {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}
