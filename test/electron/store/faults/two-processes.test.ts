import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { WorkspaceStore } from '../../../../electron/store/workspace-store.ts';
import { chanceFor, conclude, isLong, roundsOf, tallyOf } from '../../../support/faults/fault-rounds.ts';
import { fingerprintOf } from '../../../support/faults/fingerprint.ts';
import { bundleWriter, startWriter, type Writer } from '../../../support/faults/start-writer.ts';
import { storeOptions } from '../../../support/faults/store-options.ts';
import { writingPlan } from '../../../support/faults/writing-plan.ts';
import { writeWorkspace } from '../../../support/faults/written-workspace.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';

const timeout = isLong ? 1_800_000 : 60_000;

let place: string;
let bundle: string;

beforeAll(async () => {
  place = await mkdtemp(join(tmpdir(), 'attest-writer-'));
  bundle = await bundleWriter(place);
});

afterAll(() => rm(place, { recursive: true, force: true }));

/** Writers that wait for their plans; those that still run at the end of the test are ended. */
async function startWriters(count: number): Promise<Writer[]> {
  const writers = Array.from({ length: count }, () => startWriter(bundle));
  onTestFinished(async () => {
    for (const writer of writers) writer.process.kill('SIGKILL');
    await Promise.all(writers.map(({ isGone }) => isGone));
  });
  await Promise.all(writers.map(({ isReady }) => isReady));
  return writers;
}

const wordsOf = ({ said }: Writer, word: string): string[] =>
  said.filter((line) => line.startsWith(`${word} `)).map((line) => line.slice(word.length + 1));

describe('several processes that want to write in one workspace', () => {
  it('let exactly one of them, and tell the others which', { timeout }, async () => {
    const writersAtOnce = 5;
    const tally = tallyOf('several processes at once');
    for (let round = 0; round < roundsOf({ suite: 4, long: 40 }); round += 1) {
      const folder = join(await temporaryFolder(), 'workspace');
      await writeWorkspace(folder, { random: chanceFor(70 + round), changes: 3, isClosed: round % 2 === 0 });
      const writers = await startWriters(writersAtOnce);
      for (const [seed, writer] of writers.entries()) {
        writer.begin(writingPlan(folder, { seed, changes: 20, waitsAtEnd: true }));
      }
      await Promise.all(writers.map((writer) => Promise.race([writer.hasSaid('saved 20'), writer.isGone])));
      const holders = writers.filter((writer) => wordsOf(writer, 'opened').length > 0);
      const refused = writers.flatMap((writer) => wordsOf(writer, 'refused'));
      expect(holders).toHaveLength(1);
      expect(refused).toHaveLength(writersAtOnce - 1);
      const [holder] = holders;
      for (const message of refused) expect(message).toContain(`process ${holder?.process.pid}`);
      // A process that has read it before is refused as well, and none of this has disturbed the one that writes.
      await expect(WorkspaceStore.open(storeOptions(folder))).rejects.toThrow(`process ${holder?.process.pid}`);
      holder?.goOn();
      expect(await holder?.isGone).toBe(0);
      const store = await WorkspaceStore.open(storeOptions(folder));
      tally.rounds += 1;
      tally.acknowledged += 20;
      const last = holder ? wordsOf(holder, 'applied').at(-1) : undefined;
      if (fingerprintOf(store.workspace) !== last) tally.lost += 1;
      if (store.notices.length > 0) tally.unreadable += 1;
      await store.close();
    }
    conclude(tally);
  });

  it('lose nothing when they write in turn, some of them killed', { timeout }, async () => {
    const tally = tallyOf('many processes in turn, some killed');
    for (let round = 0; round < roundsOf({ suite: 2, long: 30 }); round += 1) {
      const random = chanceFor(75 + round);
      const folder = join(await temporaryFolder(), 'workspace');
      const first = await WorkspaceStore.open(storeOptions(folder));
      const start = fingerprintOf(first.workspace);
      await first.close();
      const writers = await startWriters(8);
      const killed = new Set(writers.filter(() => random() < 0.3));
      for (const [seed, writer] of writers.entries()) {
        const changes = killed.has(writer) ? 1e9 : 25;
        writer.begin(writingPlan(folder, { seed, changes, reopenAfter: 7, lockWaitMs: 40_000 }));
        if (killed.has(writer)) {
          void writer.hasSaid('saved 4').then(() => writer.process.kill('SIGKILL'));
        }
      }
      await Promise.all(writers.map(({ isGone }) => isGone));
      const store = await WorkspaceStore.open(storeOptions(folder));
      // Every opening by whichever process found what the one before it had left: so it is one line of states.
      const sessions = writers.flatMap((writer) => sessionsOf(writer.said));
      const chain = chainOf(sessions, start);
      tally.rounds += 1;
      tally.acknowledged += sessions.reduce((sum, { acknowledged }) => sum + acknowledged, 0);
      if (chain.used !== sessions.length) tally.lost += sessions.length - chain.used;
      if (!chain.ends.has(fingerprintOf(store.workspace)) || store.notices.length > 0) tally.unreadable += 1;
      expect(writers.flatMap((writer) => wordsOf(writer, 'refused'))).toEqual([]);
      await store.close();
    }
    conclude(tally);
  });
});

/** One opening by one process: what it found, and the states that it may have left: those from its last acknowledgement on. */
interface Turn {
  readonly found: string;
  readonly mayLeave: ReadonlySet<string>;
  readonly acknowledged: number;
}

function sessionsOf(said: readonly string[]): Turn[] {
  const turns: Turn[] = [];
  let states: string[] = [];
  let acknowledged = 0;
  const end = (): void => {
    const [found] = states;
    if (found !== undefined) turns.push({ found, mayLeave: new Set(states.slice(acknowledged)), acknowledged });
  };
  for (const line of said) {
    const [word, value = ''] = line.split(' ');
    if (word === 'opened') {
      end();
      [states, acknowledged] = [[value], 0];
    }
    if (word === 'applied') states.push(value);
    if (word === 'saved') acknowledged = Math.max(acknowledged, Number(value));
  }
  end();
  return turns;
}

/** How many of the turns can be put one after the other, each finding what one before may have left. */
function chainOf(turns: readonly Turn[], start: string): { readonly used: number; readonly ends: ReadonlySet<string> } {
  const waiting = new Set(turns);
  let ends: ReadonlySet<string> = new Set([start]);
  for (;;) {
    const able = [...waiting].filter(({ found }) => ends.has(found));
    // One that may have left what it found comes before those that go on from there.
    const next = able.find(({ found, mayLeave }) => mayLeave.has(found)) ?? able[0];
    if (!next) return { used: turns.length - waiting.size, ends };
    waiting.delete(next);
    ends = next.mayLeave;
  }
}
