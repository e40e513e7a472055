import { join } from 'node:path';
import { z } from 'zod';
import { listFolder, readEnds } from './folder-files.ts';
import { frameTailBytes, headBytes, saltBytes } from './frames.ts';
import { isAside, logicalName, stateFileName } from './sealed-name.ts';
import { looksSealed } from './unseal.ts';

/** A sealed file as it was left: what it begins and ends with, as hexadecimal digits, and its size. */
const LeftFile = z.strictObject({ salt: z.string(), tail: z.string(), sizeBytes: z.int().nonnegative() });

/** What lay in a workspace folder at its last clean end, by paths within it, and the session that ended then. */
export const VaultState = z.strictObject({
  format: z.literal('attest-vault-state'),
  version: z.literal(1),
  generation: z.int().nonnegative(),
  files: z.record(z.string(), LeftFile),
});
export type VaultState = z.infer<typeof VaultState>;

/** A sealed file as it lies there now, and the session that began it, as far as its head can be believed. */
export interface FoundFile extends z.infer<typeof LeftFile> {
  readonly generation: number;
}

/** What is not as it was left. `older`: from before the last clean end; `changed`: not as long, or with another end. */
export interface StateFault {
  readonly kind: 'older' | 'changed' | 'removed';
  readonly file: string;
}

/**
 * What is not watched: the state itself, and what another session may write after the state: how the reader was arranged,
 * and the search index, which is compared with the texts and made anew.
 */
const isWatched = (within: string): boolean =>
  within !== stateFileName && !within.startsWith('search/') && logicalName(within) !== 'reader.json';

/** The sealed files in a workspace folder, by their paths within it. Files that are being written are passed over. */
export async function lookAtSealed(folder: string): Promise<Map<string, FoundFile>> {
  const found = new Map<string, FoundFile>();
  for (const within of (await listFolder(folder)).files) {
    if (!isWatched(within) || (logicalName(within) !== within && !isAside(within))) continue;
    const ends = await readEnds(join(folder, within), frameTailBytes);
    if (!ends || ends.head.length < headBytes || !looksSealed(ends.head)) continue;
    const salt = ends.head.subarray(headBytes - saltBytes).toString('hex');
    const generation = Number(ends.head.readBigUInt64BE(headBytes - saltBytes - 8));
    found.set(within, { salt, generation, tail: ends.tail.toString('hex'), sizeBytes: ends.sizeBytes });
  }
  return found;
}

/** The state that these files are. */
export function stateOf(generation: number, found: ReadonlyMap<string, FoundFile>): VaultState {
  const files = [...found].map(([within, { salt, tail, sizeBytes }]) => [within, { salt, tail, sizeBytes }]);
  return { format: 'attest-vault-state', version: 1, generation, files: Object.fromEntries(files) };
}

/** Whether the file that was left as `left` may be at `within` now: where it was, or set aside from there. */
const mayBeAt = (within: string, left: string): boolean =>
  within === left || (isAside(within) && logicalName(within) === logicalName(left));

/**
 * What in `found` is not as `state` says. Files of later sessions are those of one that ended without a clean end, and
 * are good; that one may have removed files too.
 */
export function compareWithState(state: VaultState, found: ReadonlyMap<string, FoundFile>): StateFault[] {
  const left = Object.entries(state.files).map(([within, file]) => ({ within, ...file }));
  const faults: StateFault[] = [];
  let hasGoneOn = false;
  for (const [file, { salt, tail, sizeBytes, generation }] of found) {
    // The same bytes may have been left in two places.
    const known = left.find((other) => other.salt === salt && mayBeAt(file, other.within));
    if (generation > state.generation) hasGoneOn = true;
    else if (!known) faults.push({ kind: 'older', file });
    else if (known.tail !== tail || known.sizeBytes !== sizeBytes) faults.push({ kind: 'changed', file });
  }
  if (hasGoneOn) return faults;
  const salts = new Set([...found.values()].map(({ salt }) => salt));
  const gone = left.filter(({ within, salt }) => !salts.has(salt) && !found.has(within));
  return [...faults, ...gone.map(({ within }) => ({ kind: 'removed' as const, file: within }))];
}
