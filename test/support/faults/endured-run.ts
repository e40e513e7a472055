import { WorkspaceStore } from '../../../electron/store/workspace-store.ts';
import { seededRandom } from '../../bench/seeded-random.ts';
import { editsAtRandom } from './edits-at-random.ts';
import type { FailingFiles } from './failing-files.ts';
import { fingerprintOf } from './fingerprint.ts';
import { type Ledger, ledgerFrom } from './ledger.ts';
import { storeOptions } from './store-options.ts';

/** What a run on a failing disk has come to. */
export interface EnduredRun {
  readonly ledger: Ledger;
  /** Every reason that was given for not saving. */
  readonly reasons: readonly string[];
  /** What went otherwise than promised, as sentences. */
  readonly broken: readonly string[];
}

/** A disk that fails. `heal` takes the fault away, as a user does who frees some space. */
export interface FailingDisk {
  readonly layer: FailingFiles;
  readonly heal: () => void;
  /** Where nothing can be healed, the run ends at the first failure. */
  readonly isHopeless: boolean;
}

/** The run is the same every time: what is tested is the fault. */
const runSeed = 77;
const openings = 2;
const changesEach = 4;

const isSystemError = (error: unknown): error is Error => error instanceof Error && 'code' in error;

/** The store, where need be after the fault is gone; `null` where it stays. */
async function openOn(folder: string, disk: FailingDisk): Promise<WorkspaceStore | null> {
  const options = storeOptions(folder, { files: disk.layer.files, snapshotAfterBytes: 600 });
  try {
    return await WorkspaceStore.open(options);
  } catch (error) {
    if (!isSystemError(error)) throw error;
    if (disk.isHopeless) return null;
    disk.heal();
    return WorkspaceStore.open(options);
  }
}

/**
 * Uses the workspace in `folder` on a disk that fails somewhere: changes, saving again where it failed, snapshots, closing
 * and opening again. Everything that a store promises on the way is looked at.
 */
export async function endureRun(folder: string, disk: FailingDisk): Promise<EnduredRun> {
  const random = seededRandom(runSeed);
  const broken: string[] = [];
  const reasons: string[] = [];
  let ledger: Ledger | null = null;
  for (let opening = 0; opening < openings; opening += 1) {
    const store = await openOn(folder, disk);
    if (!store) break;
    const found = fingerprintOf(store.workspace);
    ledger ??= ledgerFrom(found);
    if (found !== ledger.states.at(-1)) broken.push(`opening ${opening} found something else`);
    const endedAt = ledger;
    // Its process ends; this one lives on and must not hold the lock.
    const giveUp = async (): Promise<EnduredRun> => {
      await disk.layer.die();
      await store.release();
      return { ledger: endedAt, reasons, broken };
    };
    const nextEdit = editsAtRandom(random, () => `id-${random().toString(36).slice(2)}`);
    for (let change = 0; change < changesEach; change += 1) {
      const step = nextEdit(store.workspace);
      store.apply(step.change, step.action);
      const print = fingerprintOf(store.workspace);
      ledger.states.push(print);
      let save = await store.flush();
      if (save.state === 'not-saved') {
        reasons.push(save.reason);
        if (fingerprintOf(store.workspace) !== print) broken.push(`change ${change} left memory when it was not saved`);
        const ids = step.change.patches.map(({ id }) => id);
        if (!ids.every((id) => save.state === 'not-saved' && save.unsaved.includes(id))) {
          broken.push(`change ${change} is not named as unsaved`);
        }
        if (disk.isHopeless) return giveUp();
        disk.heal();
        save = await store.flush();
      }
      if (save.state === 'saved') ledger.acknowledged = ledger.states.length - 1;
      else broken.push(`change ${change} was ${save.state} after the fault was gone`);
    }
    const isLast = opening === openings - 1;
    if (!isLast && !(await store.close())) {
      if (disk.isHopeless) return giveUp();
      disk.heal();
      if (!(await store.close())) broken.push('it could not be closed after the fault was gone');
    }
    if (isLast) await store.release();
  }
  return { ledger: ledger ?? ledgerFrom(''), reasons, broken };
}
