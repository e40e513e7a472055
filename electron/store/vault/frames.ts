import { createCipheriv, createDecipheriv, createHmac, hkdfSync } from 'node:crypto';

/**
 * A sealed file is a head and frames:
 *
 *     head   magic (8 bytes, the last is the version), generation (8), salt (32)
 *     frame  marker (8), length and flag (4), check (4), ciphertext, tag (16), end mark (1)
 *
 * Numbers are big-endian. The last frame of a file is empty and flagged: without it the file is cut short.
 */
export const magic = Buffer.from([0x93, 0x41, 0x54, 0x53, 0x45, 0x41, 0x4c, 0x01]);
export const headBytes = 48;
export const saltBytes = 32;

/** The most plaintext in one frame, in bytes. */
export const frameLimit = 1024 * 1024;

/** Bytes of a frame before its ciphertext, and after it. */
const frameHeadBytes = 16;
export const frameTailBytes = 17;

/** What every frame ends with: two bits away from the zero in which one ends whose last part never came to the disk. */
const endMark = 0x0a;

const lastFlag = 0x8000_0000;
const tagBytes = 16;

/** The keys of one file, and what all its frames are bound to: the head of the file and its name. */
export interface FileKeys {
  readonly encryption: Buffer;
  readonly marking: Buffer;
  readonly context: Buffer;
}

/** What a vault seals with. */
export interface VaultKey {
  readonly dataKey: Buffer;
  readonly vaultId: string;
}

/** The head of a file. `generation` counts the sessions in which files were written. */
export function encodeHead(generation: number, salt: Uint8Array): Buffer {
  const number = Buffer.alloc(8);
  number.writeBigUInt64BE(BigInt(generation));
  return Buffer.concat([magic, number, salt]);
}

/** The keys of the file that begins with `head` and is called `name`. Throws where the data key has been wiped. */
export function fileKeys({ dataKey, vaultId }: VaultKey, head: Buffer, name: string): FileKeys {
  if (dataKey.every((byte) => byte === 0)) throw new Error('The vault has been locked: its key is wiped');
  const salt = head.subarray(headBytes - saltBytes, headBytes);
  const both = Buffer.from(hkdfSync('sha256', dataKey, salt, `attest sealed file ${vaultId}`, 64));
  return {
    encryption: both.subarray(0, 32),
    marking: both.subarray(32),
    context: Buffer.concat([head.subarray(0, headBytes), Buffer.from(name)]),
  };
}

/** Never the same for two frames of a file, nor for a last frame and another. */
function nonceOf(number: number, isLast: boolean): Buffer {
  const nonce = Buffer.alloc(12);
  nonce.writeUInt8(isLast ? 1 : 0, 0);
  nonce.writeBigUInt64BE(BigInt(number), 4);
  return nonce;
}

/** By what the beginning of a frame is found again after damage. */
export function markerOf({ marking }: FileKeys, number: number): Buffer {
  return createHmac('sha256', marking).update(`frame ${number}`).digest().subarray(0, 8);
}

/** By what a damaged length is told from a frame that was torn off. */
function checkOf({ marking }: FileKeys, number: number, field: number): Buffer {
  return createHmac('sha256', marking).update(`length ${number} ${field}`).digest().subarray(0, 4);
}

function frameHead(keys: FileKeys, number: number, length: number, isLast: boolean): Buffer {
  const field = length + (isLast ? lastFlag : 0);
  const lengthBytes = Buffer.alloc(4);
  lengthBytes.writeUInt32BE(field);
  return Buffer.concat([markerOf(keys, number), lengthBytes, checkOf(keys, number, field)]);
}

/** Frame `number` of a file, counted from 0. A number must never be used for two contents. */
export function sealFrame(keys: FileKeys, number: number, plain: Uint8Array, isLast: boolean): Buffer {
  const head = frameHead(keys, number, plain.length, isLast);
  const cipher = createCipheriv('aes-256-gcm', keys.encryption, nonceOf(number, isLast));
  cipher.setAAD(Buffer.concat([keys.context, head]));
  const sealed = cipher.update(plain);
  cipher.final();
  return Buffer.concat([head, sealed, cipher.getAuthTag(), Buffer.of(endMark)]);
}

/** What stands where a frame is expected. `next` is where the frame after it begins. */
export type ReadFrame =
  | {
      readonly kind: 'whole';
      readonly plain: Buffer;
      readonly isLast: boolean;
      readonly next: number;
      readonly isMarked: boolean;
    }
  | { readonly kind: 'torn' }
  | { readonly kind: 'damaged' };

/** Whether the size of a file may have come to the disk before its content. */
export const endsInZero = (bytes: Uint8Array): boolean => bytes.at(-1) === 0;

/**
 * The frame `number` at `at`. `torn`: the beginning of a frame that was being written when everything stopped, if nothing
 * follows it; `damaged`: something else. `isMarked` is `false` where only the end mark is not what was written.
 */
export function openFrame(keys: FileKeys, number: number, bytes: Buffer, at: number): ReadFrame {
  const left = bytes.length - at;
  if (left < frameHeadBytes + frameTailBytes) return { kind: 'torn' };
  const otherwise = endsInZero(bytes) ? 'torn' : 'damaged';
  const field = bytes.readUInt32BE(at + 8);
  const isLast = field >= lastFlag;
  const length = field % lastFlag;
  const head = frameHead(keys, number, length, isLast);
  if (length > frameLimit || !head.equals(bytes.subarray(at, at + frameHeadBytes))) {
    return { kind: otherwise };
  }
  const from = at + frameHeadBytes;
  const next = from + length + frameTailBytes;
  if (next > bytes.length) return { kind: 'torn' };
  const decipher = createDecipheriv('aes-256-gcm', keys.encryption, nonceOf(number, isLast));
  decipher.setAAD(Buffer.concat([keys.context, head]));
  decipher.setAuthTag(bytes.subarray(from + length, from + length + tagBytes));
  const plain = decipher.update(bytes.subarray(from, from + length));
  try {
    decipher.final();
  } catch {
    // OpenSSL says only that it does not fit.
    return { kind: otherwise };
  }
  return { kind: 'whole', plain, isLast, next, isMarked: bytes[next - 1] === endMark };
}
