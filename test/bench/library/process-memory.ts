import { execFileSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';

/** The process `pid` with all that it has started, and all that these have. */
function familyOf(pid: number): number[] {
  const lines = execFileSync('ps', ['-eo', 'pid=,ppid=']).toString().trim().split('\n');
  const pairs = lines.map((line) => line.trim().split(/\s+/u).map(Number));
  const family = [pid];
  for (let at = 0; at < family.length; at += 1) {
    for (const [child, parent] of pairs) if (child !== undefined && parent === family[at]) family.push(child);
  }
  return family;
}

/** What one process holds, in kilobytes: its share of what is written to, and how much of each file is mapped. */
interface Held {
  readonly own: number;
  readonly files: ReadonlyMap<string, number>;
}

const mapping = /^[\da-f]+-[\da-f]+ \S+ \S+ \S+ (?<inode>\d+) *(?<path>.*)$/u;
const amount = /^(?<name>Rss|Pss|Anonymous): +(?<kilobytes>\d+) kB$/u;
const isInMemory = (path: string): boolean => path.startsWith('/memfd:') || path.startsWith('/dev/shm/');

function readMappings(text: string): Held {
  const files = new Map<string, number>();
  let own = 0;
  let path: string | null = null;
  for (const line of text.split('\n')) {
    const head = mapping.exec(line)?.groups;
    if (head) path = head['inode'] === '0' || isInMemory(head['path'] ?? '') ? null : (head['path'] ?? '');
    const { name, kilobytes } = amount.exec(line)?.groups ?? {};
    const size = Number(kilobytes ?? 0);
    if (path === null && name === 'Pss') own += size;
    // Pages of a file that were written to are the process's own.
    if (path !== null && name === 'Anonymous') own += size;
    if (path !== null && name === 'Rss') files.set(path, (files.get(path) ?? 0) + size);
    if (path !== null && name === 'Anonymous') files.set(path, (files.get(path) ?? 0) - size);
  }
  return { own, files };
}

async function heldBy(pid: number): Promise<Held> {
  try {
    return readMappings(await readFile(`/proc/${pid}/smaps`, 'utf8'));
  } catch {
    // It has ended since it was listed.
    return { own: 0, files: new Map() };
  }
}

/**
 * The memory of the process `pid` and of all that it has started, in megabytes; NaN where the system is not Linux. What several of
 * them share is counted once, and files (the program itself) as far as the one that maps most of them does: another browser that
 * happens to run on the machine takes nothing away.
 */
export async function memoryOf(pid: number): Promise<number> {
  if (process.platform !== 'linux') return Number.NaN;
  const all = await Promise.all(familyOf(pid).map(heldBy));
  const files = new Map<string, number>();
  for (const held of all) {
    for (const [path, size] of held.files) files.set(path, Math.max(size, files.get(path) ?? 0));
  }
  const sizes = [...all.map(({ own }) => own), ...files.values()];
  return sizes.reduce((sum, size) => sum + size, 0) / 1024;
}
