import { randomBytes } from 'node:crypto';
import { encodeHead, type FileKeys, fileKeys, frameLimit, saltBytes, sealFrame, type VaultKey } from './frames.ts';

/** What a new sealed file begins with. `salt` is of 32 bytes, and must never be used for two files. */
export interface SealOptions {
  readonly name: string;
  readonly generation: number;
  readonly salt?: Uint8Array;
}

/** Makes the bytes of one sealed file, piece by piece. What it has given once, it never gives again. */
export class Seal {
  readonly #keys: FileKeys;
  #head: Buffer | null;
  #number = 0;

  constructor(key: VaultKey, { name, generation, salt = randomBytes(saltBytes) }: SealOptions) {
    this.#head = encodeHead(generation, salt);
    this.#keys = fileKeys(key, this.#head, name);
  }

  /** The frames of `plain`, in order: one for what is small. */
  *add(plain: Uint8Array): Generator<Buffer> {
    for (let at = 0; at < plain.length; at += frameLimit) yield this.#frame(plain.subarray(at, at + frameLimit), false);
  }

  /** The last frame. Nothing may be added after it. */
  end(): Buffer {
    return this.#frame(Buffer.alloc(0), true);
  }

  #frame(plain: Uint8Array, isLast: boolean): Buffer {
    const frame = sealFrame(this.#keys, this.#number, plain, isLast);
    this.#number += 1;
    const head = this.#head;
    this.#head = null;
    return head ? Buffer.concat([head, frame]) : frame;
  }
}

/** A whole sealed file. */
export function sealBytes(key: VaultKey, plain: Uint8Array, options: SealOptions): Buffer {
  const seal = new Seal(key, options);
  return Buffer.concat([...seal.add(plain), seal.end()]);
}
