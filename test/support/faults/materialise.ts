import { mkdir, utimes, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Random } from '../../bench/seeded-random.ts';
import { below } from './fault-rounds.ts';
import { folderOf, type LogEntry, type Operation } from './recording-files.ts';

/**
 * How a disk may behave when the power goes out.
 * - `in order`: names come to the disk in the order they were given, as on ext4 and other journaling file systems; of what
 *   was written to a file, the beginning.
 * - `any order`: any name that no fsync of its folder covers may be there or not, whatever came before it.
 * - `torn`: as `any order`, and of what was written to a file since its fsync any sector may be missing.
 */
export type DiskKind = 'in order' | 'any order' | 'torn';

/** Bytes that a disk writes as a whole. */
const sectorBytes = 512;

/** One operation as the disk saw it at the cut. */
interface Effect {
  readonly operation: Operation;
  readonly entryIndex: number;
  hasEnded: boolean;
  isDurable: boolean;
}

interface Recorded {
  readonly contents: Map<number, Effect[]>;
  readonly names: Effect[];
}

/** What every file and folder was given before the cut, and how much of it is certain to be on the disk. */
function readLog(log: readonly LogEntry<unknown>[], cutAt: number): Recorded {
  const contents = new Map<number, Effect[]>();
  const names: Effect[] = [];
  const begun = new Map<number, Effect>();
  const covered = new Map<number, readonly Effect[]>();
  const drop = (effect: Effect): void => {
    for (const list of [names, ...contents.values()]) {
      const at = list.indexOf(effect);
      if (at !== -1) list.splice(at, 1);
    }
  };
  for (const [entryIndex, entry] of log.slice(0, cutAt).entries()) {
    if (entry.at === 'note') continue;
    if (entry.at === 'begin') {
      const { operation, id } = entry;
      const effect: Effect = { operation, entryIndex, hasEnded: false, isDurable: false };
      begun.set(id, effect);
      if (operation.do === 'write' || operation.do === 'cut') {
        const list = contents.get(operation.node) ?? [];
        contents.set(operation.node, [...list, effect]);
      } else if (operation.do === 'sync') {
        covered.set(
          id,
          (contents.get(operation.node) ?? []).filter(({ hasEnded }) => hasEnded),
        );
      } else if (operation.do === 'sync-folder') {
        covered.set(
          id,
          names.filter((name) => name.hasEnded && folderOf(name.operation) === operation.path),
        );
      } else names.push(effect);
      continue;
    }
    const effect = begun.get(entry.id);
    if (!effect) continue;
    effect.hasEnded = true;
    if (!entry.isDone) drop(effect);
    else {
      for (const other of covered.get(entry.id) ?? []) other.isDurable = true;
      // A cut is on the disk when it is done, and with it what it leaves of the file.
      if (effect.operation.do === 'cut') {
        for (const other of contents.get(effect.operation.node) ?? []) other.isDurable = true;
      }
    }
  }
  return { contents, names };
}

function after(content: Buffer, { operation }: Effect): Buffer {
  if (operation.do === 'cut') return content.subarray(0, operation.sizeBytes);
  return operation.do === 'write' ? Buffer.concat([content, operation.bytes]) : content;
}

const replay = (effects: readonly Effect[], from: Buffer = Buffer.alloc(0)): Buffer => effects.reduce(after, from);

/** All, nothing or something of `limit`: the ends are where faults are. */
function amount(random: Random, limit: number): number {
  const roll = random();
  return roll < 0.25 ? 0 : roll < 0.5 ? limit : below(random, limit + 1);
}

/** `content` from `start` on with some of its sectors never written. */
function tear(content: Buffer, start: number, random: Random): Buffer {
  const torn = Buffer.from(content);
  for (let at = start; at < torn.length; ) {
    const end = Math.min(torn.length, (Math.floor(at / sectorBytes) + 1) * sectorBytes);
    if (random() < 0.3) torn.fill(0, at, end);
    at = end;
  }
  return torn;
}

/** What may be in a file: what is certain, and of what came after it a part. */
function contentOf(effects: readonly Effect[], random: Random, kind: DiskKind): Buffer {
  const lastDurable = effects.findLastIndex(({ isDurable }) => isDurable);
  const certain = replay(effects.slice(0, lastDurable + 1));
  const pending = effects.slice(lastDurable + 1);
  const whole = amount(random, pending.length);
  const there = replay(pending.slice(0, whole), certain);
  const next = pending[whole]?.operation;
  const partly =
    next?.do === 'write' ? Buffer.concat([there, next.bytes.subarray(0, amount(random, next.bytes.length))]) : there;
  const full = replay(pending, certain).length;
  // The size of a file may come to the disk before what is in it.
  const size = random() < 0.5 ? partly.length : partly.length + amount(random, Math.max(0, full - partly.length));
  const filled = Buffer.concat([partly, Buffer.alloc(size - partly.length)]);
  return kind === 'torn' ? tear(filled, Math.min(certain.length, filled.length), random) : filled;
}

function chooseNames(names: readonly Effect[], random: Random, kind: DiskKind): readonly Effect[] {
  if (kind !== 'in order') return names.filter(({ isDurable }) => isDurable || random() < 0.5);
  const certain = names.findLastIndex(({ isDurable }) => isDurable) + 1;
  return names.slice(0, certain + amount(random, names.length - certain));
}

/** Where every name points. A file is there once, under the last name it was given. */
function pointersOf(names: readonly Effect[]): Map<string, number | 'folder'> {
  const pointers = new Map<string, number | 'folder'>();
  for (const { operation } of names) {
    if (operation.do === 'put') pointers.set(operation.path, operation.points);
    if (operation.do === 'remove') pointers.delete(operation.path);
    if (operation.do === 'rename') {
      pointers.delete(operation.from);
      pointers.set(operation.to, operation.points);
    }
  }
  return pointers;
}

/** Whether every folder above `path` is there. */
function isReachable(path: string, pointers: ReadonlyMap<string, number | 'folder'>): boolean {
  const parent = dirname(path);
  return parent === '.' || (pointers.get(parent) === 'folder' && isReachable(parent, pointers));
}

/**
 * Builds in `target`, an empty folder, what a disk of this `kind` may hold after the power went out when the first `cutAt`
 * entries of `log` had happened: everything that an fsync covers, and of the rest what chance leaves.
 */
export async function materialise(
  log: readonly LogEntry<unknown>[],
  cutAt: number,
  target: string,
  random: Random,
  kind: DiskKind,
): Promise<void> {
  const { contents, names } = readLog(log, cutAt);
  const pointers = pointersOf(chooseNames(names, random, kind));
  const paths = [...pointers.keys()].filter((path) => isReachable(path, pointers)).sort();
  for (const path of paths) {
    const points = pointers.get(path);
    if (points === 'folder') await mkdir(join(target, path), { mode: 0o700 });
    else if (points !== undefined) {
      const effects = contents.get(points) ?? [];
      await writeFile(join(target, path), contentOf(effects, random, kind));
      const written = Date.now() / 1000 - log.length + (effects.at(-1)?.entryIndex ?? 0);
      await utimes(join(target, path), written, written);
    }
  }
}
