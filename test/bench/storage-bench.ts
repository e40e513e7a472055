import { randomUUID } from 'node:crypto';
import { closeSync, fsyncSync, openSync, writeSync } from 'node:fs';
import { mkdir, mkdtemp, open, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Low } from 'lowdb';
import { JSONFile } from 'lowdb/node';
import type { Highlight } from '../../core/highlights/highlight.ts';
import type { Change } from '../../core/workspace/change.ts';
import type { JournalEntry } from '../../core/workspace/history.ts';
import { newWorkspace, Workspace } from '../../core/workspace/workspace.ts';
import { openAttest } from '../../electron/services/open-attest.ts';
import { systemFiles } from '../../electron/store/files.ts';
import { journalStart } from '../../electron/store/journal-record.ts';
import { takeMoment, writeSnapshot } from '../../electron/store/snapshot.ts';
import { WorkspaceStore } from '../../electron/store/workspace-store.ts';
import { readBundledStatements, resources } from '../support/bundled-statements.ts';
import { generateHighlights } from './generate-highlights.ts';
import { openSqlite, type SqlitePeer } from './peers/sqlite-peer.ts';
import { type Row, tableOf } from './print-table.ts';
import { seededRandom } from './seeded-random.ts';
import { median } from './statistics.ts';

const sizes = [100, 10_000, 100_000] as const;

/** Changes measured for each size and round. */
const changes = 200;

/** lowdb writes everything each time: fewer of its changes say as much. */
const slowChanges = 10;

const seed = 20_240_502;

const now = (): string => new Date().toISOString();

/** Highlights of the bundled statements: real quotations, in as many copies as it takes. */
async function material(count: number): Promise<Highlight[]> {
  const random = seededRandom(seed);
  const [first] = await readBundledStatements();
  if (!first) throw new Error('There are no bundled statements.');
  const { id, sha256: source } = first.record;
  const some = generateHighlights({ id, text: first.text, source }, 100, random);
  return Array.from({ length: count }, (_, index) => {
    const like = some[index % some.length];
    if (!like) throw new Error('There are no highlights to copy.');
    const { selector } = like;
    // Other offsets, so that no two mark the same passage.
    return { ...like, id: randomUUID(), selector: { ...selector, end: selector.end + index } as typeof selector };
  });
}

function workspaceWith(highlights: readonly Highlight[]): Workspace {
  return { ...newWorkspace('bench'), highlights: Object.fromEntries(highlights.map((item) => [item.id, item])) };
}

/** A note written on a highlight. */
function noteOn(workspace: Workspace, id: string, note: string): Change {
  const before = workspace.highlights[id];
  if (!before) throw new Error(`There is no highlight ${id}.`);
  const after = { ...before, note, modified: now() };
  return { summary: { kind: 'note', highlights: 1, tags: [] }, patches: [{ of: 'highlight', id, before, after }] };
}

/** Milliseconds that each call of `step` takes. */
async function timeEach(count: number, step: (index: number) => Promise<unknown> | unknown): Promise<number[]> {
  const times: number[] = [];
  for (let index = 0; index < count; index += 1) {
    const started = performance.now();
    await step(index);
    times.push(performance.now() - started);
  }
  return times;
}

interface Acknowledged {
  readonly bare: number;
  readonly bareBlocking: number;
  readonly store: number;
  readonly together: number;
  readonly service: number;
  readonly lowdb: number;
  readonly sqlite: number;
}

/** Appends the bytes of a change to a file and fsyncs it, as Node does it without blocking, and blocking. */
async function measureBare(folder: string, line: Buffer): Promise<Pick<Acknowledged, 'bare' | 'bareBlocking'>> {
  const handle = await open(join(folder, 'bare'), 'a');
  const bare = await timeEach(changes, async () => {
    await handle.write(line);
    await handle.datasync();
  });
  await handle.close();
  const file = openSync(join(folder, 'bare-blocking'), 'a');
  const blocking = await timeEach(changes, () => {
    writeSync(file, line);
    fsyncSync(file);
  });
  closeSync(file);
  return { bare: median(bare), bareBlocking: median(blocking) };
}

async function measureStore(folder: string, ids: readonly string[]): Promise<Pick<Acknowledged, 'store' | 'together'>> {
  const options = { folder, host: 'desktop', access: 'write', lockWaitMs: 0, now, newId: randomUUID } as const;
  const store = await WorkspaceStore.open(options);
  await store.backups.stop();
  const change = (index: number): void =>
    store.apply(noteOn(store.workspace, ids[index % ids.length] ?? '', `A note of some words, number ${index}.`));
  const one = await timeEach(changes, async (index) => {
    change(index);
    await store.flush();
  });
  const batch = 20;
  const many = await timeEach(changes / batch, async (index) => {
    const saves = Array.from({ length: batch }, (_, at) => {
      change(index * batch + at);
      return store.flush();
    });
    await Promise.all(saves);
  });
  await store.close();
  return { store: median(one), together: median(many) / batch };
}

async function measureService(folder: string, ids: readonly string[]): Promise<number> {
  const opened = await openAttest({
    host: 'desktop',
    version: '0',
    resources,
    workspaceFolder: folder,
    access: 'write',
    lockWaitMs: 0,
    saveFile: async () => ({ ok: true, value: { outcome: 'cancelled' } }),
  });
  if (!opened.ok) throw new Error(opened.fault.message);
  const service = opened.value;
  // The first change makes the index of passages.
  await service.call('editHighlight', { id: ids[0] ?? '', note: 'first' });
  const times = await timeEach(changes, (index) =>
    service.call('editHighlight', {
      id: ids[index % ids.length] ?? '',
      note: `A note of some words, number ${index}.`,
    }),
  );
  await service.close();
  return median(times);
}

async function measureLowdb(folder: string, workspace: Workspace, ids: readonly string[]): Promise<number> {
  const low = new Low(new JSONFile<Workspace>(join(folder, 'lowdb.json')), workspace);
  await low.write();
  const times = await timeEach(slowChanges, async (index) => {
    const id = ids[index % ids.length] ?? '';
    const highlight = low.data.highlights[id];
    if (highlight) low.data.highlights[id] = { ...highlight, note: `A note of some words, number ${index}.` };
    await low.write();
  });
  return median(times);
}

function measureSqlite(peer: SqlitePeer | null, folder: string, highlights: readonly Highlight[]): Promise<number> {
  if (!peer) return Promise.resolve(Number.NaN);
  const table = peer.create(join(folder, 'peer.sqlite'), highlights);
  return timeEach(changes, (index) => {
    const highlight = highlights[index % highlights.length];
    if (highlight) table.put({ ...highlight, note: `A note of some words, number ${index}.` });
  }).then((times) => {
    table.close();
    return median(times);
  });
}

async function measureAcknowledged(folder: string, size: number, peer: SqlitePeer | null): Promise<Acknowledged> {
  const highlights = await material(size);
  const workspace = workspaceWith(highlights);
  const ids = highlights.map(({ id }) => id);
  const [storeFolder, serviceFolder] = [join(folder, 'store'), join(folder, 'service')];
  for (const each of [storeFolder, serviceFolder]) {
    await mkdir(each, { recursive: true });
    await writeSnapshot(join(each, 'workspace.json'), takeMoment(workspace, journalStart), systemFiles);
  }
  const change = noteOn(workspace, ids[0] ?? '', 'A note of some words, number 100.');
  const entry: JournalEntry = { at: now(), by: '', host: 'desktop', action: 'do', change };
  const line = Buffer.from(`${JSON.stringify(entry)}${' '.repeat(75)}\n`);
  return {
    ...(await measureBare(folder, line)),
    ...(await measureStore(storeFolder, ids)),
    service: await measureService(serviceFolder, ids),
    lowdb: await measureLowdb(folder, structuredClone(workspace), ids),
    sqlite: await measureSqlite(peer, folder, highlights),
  };
}

interface Opened {
  readonly plain: number;
  readonly store: number;
  readonly lowdb: number;
  readonly sqlite: number;
  readonly snapshot: number;
  readonly worstTurn: number;
}

async function timeOne(step: () => Promise<unknown> | unknown): Promise<number> {
  const [time = Number.NaN] = await timeEach(1, step);
  return time;
}

/** The longest that anything else had to wait while `work` was going on, in milliseconds. */
async function worstTurnDuring(
  work: () => Promise<unknown>,
): Promise<{ readonly time: number; readonly worst: number }> {
  let worst = 0;
  let last = performance.now();
  let isDone = false;
  const tick = (): void => {
    const at = performance.now();
    worst = Math.max(worst, at - last);
    last = at;
    if (!isDone) setImmediate(tick);
  };
  setImmediate(tick);
  const time = await timeOne(work);
  isDone = true;
  return { time, worst };
}

async function measureOpening(folder: string, peer: SqlitePeer | null): Promise<{ measures: Opened; bytes: number }> {
  const highlights = await material(sizes[2]);
  const workspace = workspaceWith(highlights);
  await mkdir(folder, { recursive: true });
  const path = join(folder, 'workspace.json');
  const written = await worstTurnDuring(() => writeSnapshot(path, takeMoment(workspace, journalStart), systemFiles));
  const { size: bytes } = await stat(path);
  const read = { folder, host: 'desktop', access: 'read', lockWaitMs: 0, now, newId: randomUUID } as const;
  const store = await timeOne(async () => (await WorkspaceStore.open(read)).close());
  const plain = await timeOne(async () => Workspace.parse(JSON.parse(await readFile(path, 'utf8'))));
  const lowdb = await timeOne(async () => new Low(new JSONFile<Workspace | null>(path), null).read());
  const table = peer?.create(join(folder, 'peer.sqlite'), highlights);
  const sqlite = table ? await timeOne(() => table.readAll()) : Number.NaN;
  table?.close();
  return { measures: { plain, store, lowdb, sqlite, snapshot: written.time, worstTurn: written.worst }, bytes };
}

function rowOf<Measures>(
  label: string,
  columns: readonly (readonly Measures[])[],
  pick: (each: Measures) => number,
): Row {
  return { label, values: columns.map((rounds) => median(rounds.map(pick))) };
}

async function inFolder<Value>(work: (folder: string) => Promise<Value>): Promise<Value> {
  const folder = await mkdtemp(join(tmpdir(), 'attest-bench-'));
  try {
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Measures, and gives tables: what an acknowledged change and an opening cost, beside lowdb's JSONFile and SQLite. */
export async function benchStorage(rounds: number): Promise<string> {
  const peer = await openSqlite();
  const columns = sizes.map((): Acknowledged[] => []);
  const openings: Opened[] = [];
  let bytes = 0;
  for (let round = 0; round < rounds; round += 1) {
    process.stderr.write(`Measuring storage, round ${round + 1} of ${rounds}…\n`);
    for (const [index, size] of sizes.entries()) {
      columns[index]?.push(await inFolder((folder) => measureAcknowledged(folder, size, peer)));
    }
    const opened = await inFolder((folder) => measureOpening(folder, peer));
    openings.push(opened.measures);
    bytes = opened.bytes;
  }
  const times = (pick: (each: Acknowledged) => number): number[] => columns.map((each) => median(each.map(pick)));
  const ratio = times(({ bare, store }) => store / bare);
  const grown = times(({ store }) => store);
  const fromSmall = (grown[2] ?? Number.NaN) / (grown[0] ?? Number.NaN);
  const opening = (pick: (each: Opened) => number): number => median(openings.map(pick));
  const open2 = opening(({ store, plain }) => store / plain);
  return [
    tableOf(
      'An acknowledged change, ms, with so many highlights',
      sizes.map((size) => size.toLocaleString('en')),
      [
        rowOf('bare append and fsync of the same bytes', columns, ({ bare }) => bare),
        rowOf('the same, blocking', columns, ({ bareBlocking }) => bareBlocking),
        rowOf('Attest: journal', columns, ({ store }) => store),
        rowOf('Attest: 20 together, each', columns, ({ together }) => together),
        rowOf('Attest: through the services', columns, ({ service }) => service),
        rowOf('lowdb JSONFile (no fsync)', columns, ({ lowdb }) => lowdb),
        rowOf('better-sqlite3 (WAL, FULL)', columns, ({ sqlite }) => sqlite),
      ],
    ),
    `Attest ÷ bare: ${ratio.map((each) => `×${each.toFixed(2)}`).join(', ')} (at most 2). 100,000 ÷ 100 highlights: ×${fromSmall.toFixed(2)} (at most 1.2).`,
    tableOf(
      `Opening 100,000 highlights (${(bytes / 1e6).toFixed(0)} MB), ms`,
      ['parse + schema', 'Attest', 'lowdb JSONFile', 'better-sqlite3'],
      [
        {
          label: 'reading everything (lowdb, SQLite: unchecked)',
          values: [
            opening(({ plain }) => plain),
            opening(({ store }) => store),
            opening(({ lowdb }) => lowdb),
            opening(({ sqlite }) => sqlite),
          ],
        },
      ],
    ),
    `Attest ÷ JSON.parse and schema check: ×${open2.toFixed(2)} (at most 2). Writing the workspace file: ${opening(({ snapshot }) => snapshot).toFixed(0)} ms, during which nothing else waits longer than ${opening(({ worstTurn }) => worstTurn).toFixed(0)} ms.`,
    peer ? '' : 'better-sqlite3 could not be installed here, so it is not measured.',
  ]
    .filter(Boolean)
    .join('\n\n');
}
