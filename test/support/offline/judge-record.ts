import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { judgeNetLog, readNetLog } from './judge-net-log.ts';
import { judgeNodeRecord, type NodeEntry, portsOf, readNodeRecord } from './judge-node-record.ts';

/** What a whole record says. */
export interface RecordJudgement {
  /** Threads of our own programs, and browsers, that wrote something down. */
  readonly threads: number;
  readonly browsers: number;
  /** Connections that were made or tried, all together. */
  readonly connections: number;
  /** Whatever was not a Unix socket or loopback of Attest's own. One line each; empty where all is as it should be. */
  readonly violations: readonly string[];
}

/** Judges a folder of records: see `recording.ts`. `programs` are the names of those that Attest may start. */
export async function judgeRecord(folder: string, programs: ReadonlySet<string>): Promise<RecordJudgement> {
  const names = (await readdir(folder)).sort();
  const records = new Map<string, NodeEntry[]>();
  for (const name of names.filter((file) => file.startsWith('node-'))) {
    records.set(name, readNodeRecord(await readFile(join(folder, name), 'utf8')));
  }
  const ownPorts = new Set([...records.values()].flatMap(portsOf));
  const violations: string[] = [];
  let connections = 0;
  let threads = 0;
  for (const [name, entries] of records) {
    const start = entries.find((entry) => entry.kind === 'start');
    if (start) threads += 1;
    connections += entries.filter(({ kind }) => kind === 'connect').length;
    const who = start?.kind === 'start' ? `${start.program}, thread ${start.thread},` : name;
    violations.push(...judgeNodeRecord(entries, ownPorts, programs).map((what) => `${who} ${what}`));
  }
  const logs = names.filter((file) => file.startsWith('net-log-'));
  let browsers = 0;
  for (const name of logs) {
    const text = await readFile(join(folder, name), 'utf8');
    // A Chromium that was killed while it started has written nothing, and connected to nothing.
    if (text === '') continue;
    browsers += 1;
    const events = readNetLog(text);
    connections += events.filter((event) => event.name === 'TCP_CONNECT_ATTEMPT' && 'address' in event.params).length;
    violations.push(...judgeNetLog(events, ownPorts).map((what) => `Chromium (${name}) ${what}`));
  }
  return { threads, browsers, connections, violations };
}
