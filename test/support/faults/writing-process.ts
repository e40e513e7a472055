import { randomUUID } from 'node:crypto';
import { readSync, writeSync } from 'node:fs';
import { WorkspaceLockedError } from '../../../electron/store/workspace-lock.ts';
import { WorkspaceStore } from '../../../electron/store/workspace-store.ts';
import { seededRandom } from '../../bench/seeded-random.ts';
import { editsAtRandom } from './edits-at-random.ts';
import { filesWithoutSync } from './files-without-sync.ts';
import { fingerprintOf } from './fingerprint.ts';
import { storeOptions } from './store-options.ts';
import type { WritingPlan } from './writing-plan.ts';

/** Standard output is a pipe: what this function has written is with the parent, whatever happens to this process. */
function tell(line: string): void {
  writeSync(1, `${line}\n`);
}

/** One line from the parent; this process does nothing else meanwhile. Empty at the end. */
function readLine(): string {
  const byte = Buffer.alloc(1);
  let line = '';
  while (readSync(0, byte) === 1 && byte[0] !== 0x0a) line += byte.toString('latin1');
  return Buffer.from(line, 'latin1').toString('utf8');
}

/** Makes up to `limit` changes in one opening of the workspace; how many it has made. */
async function writeOnce(plan: WritingPlan, seed: number, limit: number): Promise<number> {
  const random = seededRandom(seed);
  const store = await WorkspaceStore.open(
    storeOptions(plan.folder, {
      lockWaitMs: plan.lockWaitMs,
      snapshotAfterBytes: plan.snapshotAfterBytes,
      ...(plan.syncs ? {} : { files: filesWithoutSync }),
    }),
  );
  tell(`opened ${fingerprintOf(store.workspace)} ${store.notices.length}`);
  const nextEdit = editsAtRandom(random, randomUUID);
  let applied = 0;
  const change = (): void => {
    const step = nextEdit(store.workspace);
    store.apply(step.change, step.action);
    applied += 1;
    tell(`applied ${fingerprintOf(store.workspace)}`);
  };
  const save = async (): Promise<void> => {
    const upTo = applied;
    const { state } = await store.flush();
    tell(state === 'saved' ? `saved ${upTo}` : `failed ${state}`);
  };
  while (applied < limit) {
    const together = Math.min(limit - applied, random() < 0.5 ? 1 : 1 + Math.floor(random() * 5));
    for (let made = 0; made < together; made += 1) change();
    const saving = save();
    // Some arrive while others are being written.
    if (random() < 0.3 && applied < limit) {
      change();
      await save();
    }
    await saving;
  }
  if (plan.waitsAtEnd) readLine();
  tell(`closed ${await store.close()}`);
  return applied;
}

async function write(plan: WritingPlan): Promise<void> {
  let made = 0;
  let opening = 0;
  try {
    do {
      made += await writeOnce(plan, plan.seed + opening, Math.min(plan.reopenAfter, plan.changes - made));
      opening += 1;
    } while (made < plan.changes);
  } catch (error) {
    if (!(error instanceof WorkspaceLockedError)) throw error;
    tell(`refused ${error.message}`);
  }
}

tell('ready');
const order = readLine();
// The parent is this program's own test: what it sends is a plan.
if (order !== '') await write(JSON.parse(order) as WritingPlan);
