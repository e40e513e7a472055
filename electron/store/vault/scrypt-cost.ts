import { randomBytes, scrypt } from 'node:crypto';
import { z } from 'zod';

/** The most memory that a key may take, in bytes: a file that asks for more is damaged or made to harm. */
const memoryLimit = 512 * 1024 * 1024;

/** The most work, as `workOf` counts it: sixteen times the least, some seconds on a machine that was slow to begin with. */
const workLimit = 2 ** 24;

/** Bytes of memory that one key takes. */
const memoryOf = ({ N, r }: { readonly N: number; readonly r: number }): number => 128 * N * r;

/** How much work a key is: comparable only where `r` is the same or nearly so. */
const workOf = ({ N, r, p }: { readonly N: number; readonly r: number; readonly p: number }): number => N * r * p;

/** What scrypt costs (RFC 7914): `N` is a power of two; memory is 128 · N · r bytes, time grows with N · r · p. */
export const ScryptCost = z
  .strictObject({ N: z.int().min(2), r: z.int().min(1).max(64), p: z.int().min(1).max(64) })
  .refine(({ N }) => Number.isInteger(Math.log2(N)), 'N is no power of two')
  .refine((cost) => memoryOf(cost) <= memoryLimit, 'more memory than may be used')
  .refine((cost) => workOf(cost) <= workLimit, 'more work than can be waited for');
export type ScryptCost = z.infer<typeof ScryptCost>;

/** The least that a passphrase is protected with, however slow the machine: 128 MiB. */
export const leastCost: ScryptCost = { N: 2 ** 17, r: 8, p: 1 };

/** How long opening is meant to take, in milliseconds. */
const targetMs = 1_000;

/** The most lanes that calibration chooses. */
const mostLanes = 4;

/** Whether a passphrase under `cost` is less protected than under `other`. */
export function isWeaker(cost: ScryptCost, other: ScryptCost): boolean {
  return workOf(cost) < workOf(other);
}

/**
 * The key of 32 bytes for a passphrase, off the main thread. Passphrases are the same however they were typed (NFKC).
 * Rejects only where the memory cannot be had.
 */
export async function passphraseKey(passphrase: string, salt: Uint8Array, { N, r, p }: ScryptCost): Promise<Buffer> {
  const secret = Buffer.from(passphrase.normalize('NFKC'));
  const maxmem = 128 * r * (N + p + 2) + 1024 * 1024;
  try {
    return await new Promise((resolve, reject) => {
      scrypt(secret, salt, 32, { N, r, p, maxmem }, (error, key) => (error ? reject(error) : resolve(key)));
    });
  } finally {
    secret.fill(0);
  }
}

async function measureScrypt(cost: ScryptCost): Promise<number> {
  const started = performance.now();
  await passphraseKey('a passphrase to measure', randomBytes(16), cost);
  return performance.now() - started;
}

/**
 * The cost with which opening takes about a second on this machine: never less than `leastCost`, never more memory than
 * 512 MiB. `measure` gives the milliseconds of one key; it is asked once.
 */
export async function chooseCost(measure: (cost: ScryptCost) => Promise<number> = measureScrypt): Promise<ScryptCost> {
  const doublings = Math.max(0, Math.round(Math.log2(targetMs / Math.max(1, await measure(leastCost)))));
  const inMemory = Math.min(doublings, Math.log2(memoryLimit / memoryOf(leastCost)));
  const { N, r, p } = leastCost;
  return { N: N * 2 ** inMemory, r, p: Math.min(mostLanes, p * 2 ** (doublings - inMemory)) };
}
