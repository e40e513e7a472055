import { randomUUID } from 'node:crypto';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AttestService } from '../../core/ipc-contract.ts';
import { newWorkspace } from '../../core/workspace/workspace.ts';
import { openAttest } from '../../electron/services/open-attest.ts';
import { systemFiles } from '../../electron/store/files.ts';
import { journalStart } from '../../electron/store/journal-record.ts';
import { takeMoment, writeSnapshot } from '../../electron/store/snapshot.ts';
import { chooseCost } from '../../electron/store/vault/scrypt-cost.ts';
import { createVault, openVault } from '../../electron/store/vault/vault.ts';
import { readBundledStatements, resources } from '../support/bundled-statements.ts';
import { generateHighlights } from './generate-highlights.ts';
import { textTable } from './print-table.ts';
import { seededRandom } from './seeded-random.ts';
import { median } from './statistics.ts';

const passphrase = 'a passphrase to measure';

/** Changes that are timed in each workspace and round. */
const changes = 200;

/** Changes before that, which make indexes and warm the engine up. */
const warmUps = 20;

/** Highlights of one statement, and how often they are there: as many as a large project has. */
const [generated, copies] = [100, 100];

const seed = 20_240_502;

/** One round. Times in milliseconds; those of a workspace in clear and of the same one encrypted. */
interface Round {
  readonly choose: number;
  readonly key: number;
  readonly unlock: number;
  readonly seal: number;
  readonly openings: readonly [clear: number, sealed: number];
  readonly changes: readonly [clear: number, sealed: number];
}

async function timed<Value>(work: () => Promise<Value>): Promise<readonly [value: Value, ms: number]> {
  const started = performance.now();
  return [await work(), performance.now() - started];
}

async function open(workspaceFolder: string): Promise<AttestService> {
  const opened = await openAttest({
    host: 'desktop',
    version: '0',
    resources,
    workspaceFolder,
    access: 'write',
    lockWaitMs: 0,
    saveFile: async () => ({ ok: true, value: { outcome: 'cancelled' } }),
  });
  if (!opened.ok) throw new Error(opened.fault.message);
  return opened.value;
}

/** The answer of a call that must not fail. */
async function ask<Value>(
  answer: Promise<{ ok: true; value: Value } | { ok: false; fault: { message: string } }>,
): Promise<Value> {
  const result = await answer;
  if (!result.ok) throw new Error(result.fault.message);
  return result.value;
}

async function writeWorkspace(folder: string): Promise<void> {
  const [first] = await readBundledStatements();
  if (!first) throw new Error('There are no bundled statements.');
  const { id, sha256: source } = first.record;
  const some = generateHighlights({ id, text: first.text, source }, generated, seededRandom(seed));
  const all = Array.from({ length: copies }, () => some.map((like) => ({ ...like, id: randomUUID() }))).flat();
  const workspace = { ...newWorkspace('bench'), highlights: Object.fromEntries(all.map((item) => [item.id, item])) };
  await mkdir(folder, { recursive: true });
  await writeSnapshot(join(folder, 'workspace.json'), takeMoment(workspace, journalStart), systemFiles);
}

/** The middle times of a change until it is said to be on the disk, by turns in each workspace: both have the same weather. */
async function timeChanges(clear: AttestService, sealed: AttestService): Promise<[clear: number, sealed: number]> {
  const sides = [];
  for (const service of [clear, sealed])
    sides.push({ service, ids: await openSession(service), times: [] as number[] });
  for (let index = -warmUps; index < changes; index += 1) {
    for (const { service, ids, times } of sides) {
      const id = ids[(index + warmUps) % ids.length] ?? '';
      const note = `A note of some words, number ${index}.`;
      const [, ms] = await timed(() => ask(service.call('editHighlight', { id, note })));
      if (index >= 0) times.push(ms);
    }
  }
  const [first = Number.NaN, second = Number.NaN] = sides.map(({ times }) => median(times));
  return [first, second];
}

async function openSession(service: AttestService): Promise<string[]> {
  const { highlights } = await ask(service.call('openSession', {}));
  return highlights.map(({ id }) => id);
}

async function measureRound(folder: string): Promise<Round> {
  const [clearFolder, sealedFolder] = [join(folder, 'clear'), join(folder, 'sealed')];
  for (const each of [clearFolder, sealedFolder]) await writeWorkspace(each);
  const [cost, choose] = await timed(() => chooseCost());
  const { vault, dataKey } = await createVault(passphrase, cost);
  dataKey.fill(0);
  const [, key] = await timed(() => openVault(vault, { passphrase }));

  // Each is opened once before it is timed.
  const plain = await open(clearFolder);
  await openSession(plain);
  await plain.close();
  const before = await open(sealedFolder);
  const [, seal] = await timed(() => ask(before.call('encryptWorkspace', { passphrase })));
  await before.close();

  const [clear, clearOpening] = await timed(async () => {
    const service = await open(clearFolder);
    await openSession(service);
    return service;
  });
  const locked = await open(sealedFolder);
  const [, unlock] = await timed(async () => {
    await ask(locked.call('unlockVault', { passphrase }));
    return openSession(locked);
  });
  const timesOf = await timeChanges(clear, locked);
  await clear.close();
  await locked.close();
  // What is left when the key is taken away is the reading and checking of the files.
  return { choose, key, unlock, seal, openings: [clearOpening, Math.max(0, unlock - key)], changes: timesOf };
}

/** Measures what encryption costs, and gives tables: the key, opening and an acknowledged change, beside a workspace in clear. */
export async function benchVault(rounds: number): Promise<string> {
  const all: Round[] = [];
  const { N, r, p } = await chooseCost();
  for (let round = 0; round < rounds; round += 1) {
    process.stderr.write(`Measuring encryption, round ${round + 1} of ${rounds}…\n`);
    const folder = await mkdtemp(join(tmpdir(), 'attest-bench-'));
    try {
      all.push(await measureRound(folder));
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }
  const middle = (pick: (each: Round) => number): number => median(all.map(pick));
  const ms = (value: number, digits = 0): string => value.toFixed(digits);
  const pair = (pick: (each: Round) => readonly [number, number], digits: number): string[] => [
    ms(
      middle((each) => pick(each)[0]),
      digits,
    ),
    ms(
      middle((each) => pick(each)[1]),
      digits,
    ),
    `×${middle((each) => pick(each)[1] / pick(each)[0]).toFixed(2)}`,
  ];
  return [
    textTable(
      `The passphrase of a workspace, ms (scrypt N = ${N}, r = ${r}, p = ${p}, as chosen on this machine now)`,
      ['ms'],
      [
        ['choosing what the key costs', ms(middle(({ choose }) => choose))],
        ['the key from the passphrase (meant to be about 1,000)', ms(middle(({ key }) => key))],
        ['unlocking, until the session is there', ms(middle(({ unlock }) => unlock))],
        ['encrypting the workspace for the first time', ms(middle(({ seal }) => seal))],
      ],
    ),
    textTable(
      `With ${(generated * copies).toLocaleString('en')} highlights, ms`,
      ['in clear', 'encrypted', 'ratio'],
      [
        ['opening, without the key', ...pair(({ openings }) => openings, 0)],
        ['an acknowledged change', ...pair((each) => each.changes, 2)],
      ],
    ),
  ].join('\n\n');
}
