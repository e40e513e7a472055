import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

/** A new unguessable secret: `bytes` random bytes in lower-case hex. */
export function createSecret(bytes: number): string {
  return randomBytes(bytes).toString('hex');
}

/** Whether `given` is `expected`, in a time that tells nothing about either. */
export function isSameSecret(given: string, expected: string): boolean {
  // Digests have one length, which timingSafeEqual needs, and hide the length of the secret.
  const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(given), digest(expected));
}
