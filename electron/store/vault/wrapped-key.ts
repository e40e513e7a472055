import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { z } from 'zod';

/** `bytes` bytes as lower-case hexadecimal digits. */
export const hexOf = (bytes: number): z.ZodString => z.string().regex(new RegExp(`^[0-9a-f]{${bytes * 2}}$`, 'u'));

/** A key of 32 bytes, encrypted by AES-256-GCM under another. */
export const WrappedKey = z.strictObject({ nonce: hexOf(12), key: hexOf(32), tag: hexOf(16) });
export type WrappedKey = z.infer<typeof WrappedKey>;

/** Encrypts `key` under `wrapping`, bound to `context`. */
export function wrapKey(key: Uint8Array, wrapping: Uint8Array, context: string): WrappedKey {
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', wrapping, nonce);
  cipher.setAAD(Buffer.from(context));
  const wrapped = Buffer.concat([cipher.update(key), cipher.final()]);
  return { nonce: nonce.toString('hex'), key: wrapped.toString('hex'), tag: cipher.getAuthTag().toString('hex') };
}

/** The key that was wrapped under `wrapping` and `context`; `null` where either is another, or the wrapped key was changed. */
export function unwrapKey({ nonce, key, tag }: WrappedKey, wrapping: Uint8Array, context: string): Buffer | null {
  const decipher = createDecipheriv('aes-256-gcm', wrapping, Buffer.from(nonce, 'hex'));
  decipher.setAAD(Buffer.from(context));
  decipher.setAuthTag(Buffer.from(tag, 'hex'));
  const unwrapped = decipher.update(Buffer.from(key, 'hex'));
  try {
    decipher.final();
    return unwrapped;
  } catch {
    // OpenSSL says only that it does not fit.
    unwrapped.fill(0);
    return null;
  }
}
