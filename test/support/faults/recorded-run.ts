import { changeSettings } from '../../../core/workspace/change-settings.ts';
import type { Workspace } from '../../../core/workspace/workspace.ts';
import type { Files } from '../../../electron/store/files.ts';
import { WorkspaceStore } from '../../../electron/store/workspace-store.ts';
import type { Random } from '../../bench/seeded-random.ts';
import { take } from '../../core/workspace/small-workspace.ts';
import { editsAtRandom, type Step } from './edits-at-random.ts';
import { failingFiles } from './failing-files.ts';
import { below } from './fault-rounds.ts';
import { fingerprintOf } from './fingerprint.ts';
import { type Ledger, ledgerFrom } from './ledger.ts';
import { type LogEntry, type Recording, recordFiles } from './recording-files.ts';
import { storeOptions } from './store-options.ts';

/** What a recorded run notes in its log: the workspace after each change, and how many changes were acknowledged. */
export type RunNote =
  | { readonly kind: 'applied'; readonly workspace: Workspace; readonly touched: readonly string[] }
  | { readonly kind: 'acknowledged'; readonly changes: number };

/** What to do in a run. */
export interface RunPlan {
  readonly random: Random;
  readonly openings: number;
  readonly changesEach: number;
  readonly snapshotAfterBytes: number;
  /** Whether its user wants changes forgotten after a day, and days go by between openings: then the journal is cut short. */
  readonly forgets?: boolean;
  /** What stands between the store and the recording. */
  readonly layer?: (files: Files) => Files;
}

/** A run that is over. `start` is the workspace before it, `entriesBefore` how much of the log tells of that time. */
export interface RecordedRun {
  readonly start: Workspace;
  readonly log: readonly LogEntry<RunNote>[];
  readonly entriesBefore: number;
}

const dayMs = 24 * 60 * 60 * 1000;

/** A workspace to keep: the store goes on changing its own. */
const copyOf = (workspace: Workspace): Workspace => ({
  ...workspace,
  tags: { ...workspace.tags },
  highlights: { ...workspace.highlights },
  searches: { ...workspace.searches },
  dossiers: { ...workspace.dossiers },
});

/** The change that has the history forget after a day. */
function forgetting(workspace: Workspace): Step {
  return { change: take(changeSettings(workspace, { historyDays: 1 })), action: 'do' };
}

/** One opening of the workspace, ended by closing it or as by a crash; how many changes it has made since the first. */
async function writeOnce(
  folder: string,
  recording: Recording<RunNote>,
  plan: RunPlan,
  before: number,
): Promise<number> {
  const { random } = plan;
  const layer = failingFiles(() => null, (plan.layer ?? ((files) => files))(recording.files));
  const { snapshotAfterBytes } = plan;
  const days = plan.forgets ? 10 + before : 0;
  const now = (): string => new Date(Date.now() + days * dayMs).toISOString();
  const store = await WorkspaceStore.open(storeOptions(folder, { files: layer.files, snapshotAfterBytes, now }));
  const nextEdit = editsAtRandom(random, () => `id-${random().toString(36).slice(2)}`);
  let applied = before;
  const save = async (): Promise<void> => {
    const upTo = applied;
    const { state } = await store.flush();
    if (state === 'saved') recording.note({ kind: 'acknowledged', changes: upTo });
  };
  while (applied < before + plan.changesEach) {
    for (let more = 1 + below(random, 4); more > 0; more -= 1) {
      const isToForget = plan.forgets && applied === 0;
      const { change, action } = isToForget ? forgetting(store.workspace) : nextEdit(store.workspace);
      store.apply(change, action);
      applied += 1;
      const touched = change.patches.map(({ of, id }) => `${of} ${id}`);
      recording.note({ kind: 'applied', workspace: copyOf(store.workspace), touched });
    }
    const saving = save();
    if (random() < 0.2) await save();
    await saving;
  }
  if (random() < 0.7) await store.close();
  else {
    await layer.die();
    await store.release();
  }
  return applied;
}

/** Uses the workspace `folder`, which lies in `root`, as `plan` says, and records what happens in `root`. */
export async function recordRun(root: string, folder: string, plan: RunPlan): Promise<RecordedRun> {
  const reader = await WorkspaceStore.open(storeOptions(folder, { access: 'read' }));
  const start = copyOf(reader.workspace);
  await reader.release();
  const recording = await recordFiles<RunNote>(root);
  let applied = 0;
  for (let opening = 0; opening < plan.openings; opening += 1)
    applied = await writeOnce(folder, recording, plan, applied);
  return { start, log: recording.log, entriesBefore: recording.entriesBefore };
}

/** What had been given and acknowledged before the cut, fingerprints taken once for each workspace. */
export function ledgerAt({ start, log }: RecordedRun, cutAt: number, known: Map<Workspace, string>): Ledger {
  const printOf = (workspace: Workspace): string => {
    const print = known.get(workspace) ?? fingerprintOf(workspace);
    known.set(workspace, print);
    return print;
  };
  const ledger = ledgerFrom(printOf(start));
  for (const entry of log.slice(0, cutAt)) {
    if (entry.at !== 'note') continue;
    if (entry.note.kind === 'applied') ledger.states.push(printOf(entry.note.workspace));
    else ledger.acknowledged = Math.max(ledger.acknowledged, entry.note.changes);
  }
  return ledger;
}

/**
 * How many records that were acknowledged before the cut, and not touched since, are not in `reopened` as they were: for
 * disks that may keep a change and lose one before it, neither of them acknowledged.
 */
export function missingAt({ start, log }: RecordedRun, cutAt: number, reopened: Workspace): number {
  const notes = log.slice(0, cutAt).flatMap((entry) => (entry.at === 'note' ? [entry.note] : []));
  const applied = notes.flatMap((note) => (note.kind === 'applied' ? [note] : []));
  const acknowledged = Math.max(0, ...notes.map((note) => (note.kind === 'acknowledged' ? note.changes : 0)));
  const least = acknowledged === 0 ? start : (applied[acknowledged - 1]?.workspace ?? start);
  const touched = new Set(applied.slice(acknowledged).flatMap((note) => note.touched));
  const differing = (
    of: 'highlight' | 'tag',
    there: Readonly<Record<string, unknown>>,
    now: Readonly<Record<string, unknown>>,
  ): number =>
    [...new Set([...Object.keys(there), ...Object.keys(now)])].filter(
      (id) => !touched.has(`${of} ${id}`) && JSON.stringify(there[id]) !== JSON.stringify(now[id]),
    ).length;
  return (
    differing('highlight', least.highlights, reopened.highlights) +
    differing('tag', least.tags, reopened.tags) +
    (touched.has('settings settings') || JSON.stringify(least.settings) === JSON.stringify(reopened.settings) ? 0 : 1)
  );
}
