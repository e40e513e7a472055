import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { isLoopback, reachabilityProbe } from './addresses.ts';

/** How often the sockets of this computer are looked at, in milliseconds. Shorter-lived ones are for the other records. */
const sampleEveryMs = 100;

const tables = ['tcp', 'tcp6', 'udp', 'udp6', 'raw', 'raw6'] as const;

/** A socket in the kernel's table that reaches further than this computer. */
export interface OutsideSocket {
  readonly protocol: string;
  readonly local: string;
  readonly remote: string;
  readonly inode: string;
}

/** An address as the kernel's tables write it, in words of 32 bits of the machine's order, which is taken as little-endian. */
function readKernelAddress(hex: string): string {
  const words = hex.toLowerCase().match(/.{8}/gu) ?? [];
  const bytes = words.flatMap((word) => (word.match(/../gu) ?? []).reverse());
  if (bytes.length === 4) return bytes.map((byte) => Number.parseInt(byte, 16)).join('.');
  const groups: string[] = [];
  for (let index = 0; index < bytes.length; index += 2) groups.push(`${bytes[index]}${bytes[index + 1]}`);
  const isMapped = groups.slice(0, 6).join('') === '00000000000000000000ffff';
  if (isMapped) return readKernelAddress(words[3] ?? '');
  // The URL parser writes an IPv6 address in its one short form.
  return new URL(`http://[${groups.join(':')}]`).hostname.slice(1, -1);
}

const isAnywhere = (host: string): boolean => host === '0.0.0.0' || host === '::';

/** The sockets of one of the kernel's tables (`/proc/net/tcp` and its like) that reach further than this computer. */
export function readOutsideSockets(protocol: string, table: string): OutsideSocket[] {
  return table
    .split('\n')
    .slice(1)
    .flatMap((line) => {
      const [, local = '', remote = '', , , , , , , inode = '0'] = line.trim().split(/\s+/u);
      const [localHost, localPort] = local.split(':');
      const [remoteHost, remotePort] = remote.split(':');
      // A closed connection's remains belong to nobody and have no number.
      if (!localHost || !remoteHost || inode === '0') return [];
      const [from, to] = [readKernelAddress(localHost), readKernelAddress(remoteHost)];
      const isInside = isLoopback(from) && (isLoopback(to) || isAnywhere(to));
      if (isInside || to === reachabilityProbe) return [];
      const port = (hex = '0'): number => Number.parseInt(hex, 16);
      return [{ protocol, local: `${from} port ${port(localPort)}`, remote: `${to} port ${port(remotePort)}`, inode }];
    });
}

function readOrNothing(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return ''; // The process has ended, or the kernel has no such table.
  }
}

function parentOf(process: string): string {
  // The program's name stands in brackets and may itself have some.
  return readOrNothing(`/proc/${process}/stat`).replace(/^.*\)/su, '').trim().split(' ')[1] ?? '';
}

/** The processes that come from `root`, with it. */
function familyOf(root: number): Set<string> {
  const processes = readdirSync('/proc').filter((name) => /^\d+$/u.test(name));
  const parents = new Map(processes.map((process) => [process, parentOf(process)]));
  const isOfFamily = (process: string): boolean => {
    for (let one: string | undefined = process; one; one = parents.get(one)) if (one === String(root)) return true;
    return false;
  };
  return new Set(processes.filter(isOfFamily));
}

function holds(process: string, inode: string): boolean {
  try {
    const folder = `/proc/${process}/fd`;
    return readdirSync(folder).some((name) => readlinkSync(`${folder}/${name}`) === `socket:[${inode}]`);
  } catch {
    return false; // It has ended, or closed a file meanwhile.
  }
}

/** Looks at the kernel's list of sockets until it is stopped. */
export interface SocketSampler {
  /** How often it has looked. 0 where the system has no such list. */
  readonly samples: () => number;
  /** Ends it, and gives a sentence part for each socket that reached further than this computer. */
  readonly stop: () => string[];
}

/** Begins to look for sockets of the processes that come from `root` and that reach further than this computer. Linux only. */
export function startSocketSampler(root: number): SocketSampler {
  const seen = new Set<string>();
  const found: string[] = [];
  let samples = 0;
  const look = (): void => {
    samples += 1;
    const sockets = tables.flatMap((table) => readOutsideSockets(table, readOrNothing(`/proc/net/${table}`)));
    const fresh = sockets.filter(({ inode }) => !seen.has(inode));
    if (fresh.length === 0) return;
    const family = [...familyOf(root)];
    for (const { protocol, local, remote, inode } of fresh) {
      seen.add(inode);
      const owner = family.find((process) => holds(process, inode));
      if (owner === undefined) continue;
      const program = readOrNothing(`/proc/${owner}/cmdline`).split('\0').slice(0, 2).join(' ');
      found.push(`${program} had a ${protocol} socket from ${local} to ${remote}`);
    }
  };
  const timer = process.platform === 'linux' ? setInterval(look, sampleEveryMs) : undefined;
  timer?.unref();
  return {
    samples: () => samples,
    stop: () => {
      clearInterval(timer);
      return found;
    },
  };
}
