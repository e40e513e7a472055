import { basename } from 'node:path';
import { z } from 'zod';
import { isLoopback } from './addresses.ts';

const Place = { path: z.string().optional(), host: z.string().optional(), port: z.number().optional() };

const Entry = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('start'), program: z.string(), thread: z.number() }),
  z.object({ kind: z.literal('connect'), ...Place }),
  z.object({ kind: z.literal('listen'), ...Place }),
  z.object({ kind: z.literal('lookup'), host: z.string() }),
  z.object({ kind: z.literal('udp'), does: z.string(), with: z.string() }),
  z.object({ kind: z.literal('program'), program: z.string() }),
]);

/** One thing that a program of Attest did, as `record-sockets.mjs` writes it down. */
export type NodeEntry = z.infer<typeof Entry>;

/** The entries of one file of the record. A line that a killed program did not finish is left out. */
export function readNodeRecord(text: string): NodeEntry[] {
  const lines = text.split('\n');
  return lines.flatMap((line, index) => {
    if (line === '') return [];
    if (index === lines.length - 1) return []; // No newline after it.
    return [Entry.parse(JSON.parse(line))];
  });
}

/** The ports of this computer at which somebody listens, by the record. */
export function portsOf(entries: readonly NodeEntry[]): number[] {
  return entries.flatMap((entry) => (entry.kind === 'listen' && entry.port !== undefined ? [entry.port] : []));
}

const isAddress = (host: string): boolean => /^[\d.]+$/u.test(host) || host.includes(':');

function judge(entry: NodeEntry, ownPorts: ReadonlySet<number>, programs: ReadonlySet<string>): string | null {
  if (entry.kind === 'start') return null;
  if (entry.kind === 'udp') return `a UDP socket: ${entry.does} ${entry.with}`;
  if (entry.kind === 'lookup') {
    // Node sends numbers through the same function; they are judged where they are connected to.
    return isLoopback(entry.host) || isAddress(entry.host) ? null : `looked up the name ${entry.host}`;
  }
  if (entry.kind === 'program') {
    return programs.has(basename(entry.program)) ? null : `started the program ${entry.program}`;
  }
  const { path, host = '', port = 0 } = entry;
  if (path !== undefined) return null;
  const does = entry.kind === 'connect' ? 'connected to' : 'listened at';
  if (!isLoopback(host)) return `${does} ${host} port ${port}`;
  return entry.kind === 'connect' && !ownPorts.has(port)
    ? `connected to port ${port} of this computer, which is not Attest’s`
    : null;
}

/**
 * What in a program's record is neither a Unix socket, nor loopback at one of `ownPorts`, nor one of `programs` (names
 * without their folders): one sentence part for each.
 */
export function judgeNodeRecord(
  entries: readonly NodeEntry[],
  ownPorts: ReadonlySet<number>,
  programs: ReadonlySet<string>,
): string[] {
  return entries.flatMap((entry) => judge(entry, ownPorts, programs) ?? []);
}
