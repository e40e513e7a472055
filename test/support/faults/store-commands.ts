import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect } from 'vitest';
import type { Result } from '../../../core/result.ts';
import { applyChange, type Change, invertChange } from '../../../core/workspace/change.ts';
import { changeTag } from '../../../core/workspace/change-tag.ts';
import { changeDossier, createDossier, deleteDossier } from '../../../core/workspace/dossier-edits.ts';
import { addHighlight, deleteHighlights, editHighlight } from '../../../core/workspace/edits.ts';
import { newWorkspace, type Workspace } from '../../../core/workspace/workspace.ts';
import type { Files } from '../../../electron/store/files.ts';
import { WorkspaceStore } from '../../../electron/store/workspace-store.ts';
import { seededRandom } from '../../bench/seeded-random.ts';
import { passageAt } from '../../core/workspace/small-workspace.ts';
import { type FailingFiles, failingFiles } from './failing-files.ts';
import { fingerprintOf } from './fingerprint.ts';
import { type DiskKind, materialise } from './materialise.ts';
import { type Recording, recordFiles } from './recording-files.ts';
import { storeOptions } from './store-options.ts';

/** What a store must hold, in plain memory. */
export interface StoreModel {
  /** The workspace at the last opening and after each change since. */
  states: Workspace[];
  /** `states[acknowledged]` is the least that must be there after a crash. */
  acknowledged: number;
  done: Change[];
}

/** A store on a disk that the test can stop. */
export interface StoreUnderTest {
  readonly place: string;
  readonly snapshotAfterBytes: number;
  /** What stands between the store and the disk. */
  readonly wrap: (files: Files) => Files;
  store: WorkspaceStore;
  layer: FailingFiles;
  recording: Recording<never>;
  root: string;
  cuts: number;
  ids: number;
}

type StoreCommand = fc.AsyncCommand<StoreModel, StoreUnderTest>;

const last = ({ states }: StoreModel): Workspace => states.at(-1) ?? newWorkspace('workspace');

async function openIn(real: Omit<StoreUnderTest, 'store' | 'layer' | 'recording'>): Promise<StoreUnderTest> {
  const recording = await recordFiles<never>(real.root);
  const layer = failingFiles(() => null, real.wrap(recording.files));
  const { snapshotAfterBytes } = real;
  const folder = join(real.root, 'workspace');
  const store = await WorkspaceStore.open(storeOptions(folder, { files: layer.files, snapshotAfterBytes }));
  return { ...real, store, layer, recording };
}

/** A new store in `place`, an empty folder, and its model. */
export async function newStoreUnderTest(
  place: string,
  snapshotAfterBytes: number,
  wrap: (files: Files) => Files = (files) => files,
): Promise<{ readonly model: StoreModel; readonly real: StoreUnderTest }> {
  const root = join(place, '0');
  await mkdir(root);
  const real = await openIn({ place, snapshotAfterBytes, wrap, root, cuts: 0, ids: 0 });
  return { real, model: { states: [newWorkspace('workspace')], acknowledged: 0, done: [] } };
}

/** Opens the workspace again, and has the model agree that it may look so. */
async function reopen(model: StoreModel, real: StoreUnderTest): Promise<void> {
  Object.assign(real, await openIn(real));
  const found = fingerprintOf(real.store.workspace);
  const allowed = model.states.slice(model.acknowledged);
  const state = allowed.findLast((workspace) => fingerprintOf(workspace) === found);
  // Where it is none of them, this shows by how much it differs from the nearest.
  if (!state) expect(real.store.workspace).toEqual(allowed[0]);
  expect(real.store.notices).toEqual([]);
  model.states = [state ?? last(model)];
  model.acknowledged = 0;
  model.done = [];
}

function apply(model: StoreModel, real: StoreUnderTest, change: Change, action: 'do' | 'undo'): void {
  real.store.apply(change, action);
  model.states.push(applyChange(last(model), change));
  expect(real.store.workspace).toEqual(last(model));
}

function command(name: string, run: (model: StoreModel, real: StoreUnderTest) => Promise<void>): StoreCommand {
  return { check: () => true, run, toString: () => name };
}

function edit(
  name: string,
  make: (workspace: Workspace, context: { readonly now: string; readonly newId: () => string }) => Result<Change>,
): StoreCommand {
  return command(name, async (model, real) => {
    const newId = (): string => {
      real.ids += 1;
      return `id-${real.ids}`;
    };
    const made = make(last(model), { now: '2026-01-02T03:04:05.000Z', newId });
    if (!made.ok || made.value.patches.length === 0) return;
    model.done.push(made.value);
    apply(model, real, made.value, 'do');
  });
}

const idAt = (records: Readonly<Record<string, unknown>>, at: number): string =>
  Object.keys(records)[at % Math.max(1, Object.keys(records).length)] ?? 'none';

const names = fc.constantFrom('torture', 'détention/новое', 'a/b', '__proto__', 'constructor', '漢字');
const position = fc.nat(60);
const note = fc.string({ unit: 'binary', maxLength: 30 });

const edits = [
  fc
    .tuple(position, fc.array(names, { maxLength: 3 }), note)
    .map(([at, tags, text]) =>
      edit(`highlight ${at}`, (workspace, context) =>
        addHighlight(workspace, passageAt(at, at + 9, tags, text), context),
      ),
    ),
  fc
    .tuple(position, fc.array(names, { maxLength: 3 }))
    .map(([at, tags]) =>
      edit(`tag ${at} ${tags.join()}`, (workspace, context) =>
        editHighlight(workspace, idAt(workspace.highlights, at), { tags }, context),
      ),
    ),
  fc
    .tuple(position, note)
    .map(([at, text]) =>
      edit(`note ${at} ${JSON.stringify(text)}`, (workspace, context) =>
        editHighlight(workspace, idAt(workspace.highlights, at), { note: text }, context),
      ),
    ),
  position.map((at) =>
    edit(`delete ${at}`, (workspace, context) =>
      deleteHighlights(workspace, [idAt(workspace.highlights, at)], context),
    ),
  ),
  fc
    .tuple(position, names)
    .map(([at, name]) =>
      edit(`rename ${at} ${name}`, (workspace, context) =>
        changeTag(workspace, { do: 'rename', id: idAt(workspace.tags, at), name }, context),
      ),
    ),
  fc
    .tuple(position, position)
    .map(([at, to]) =>
      edit(`merge ${at} ${to}`, (workspace, context) =>
        changeTag(workspace, { do: 'merge', from: idAt(workspace.tags, at), into: idAt(workspace.tags, to) }, context),
      ),
    ),
  fc
    .tuple(position, names)
    .map(([at, name]) =>
      edit(`dossier ${at} ${name}`, (workspace, context) =>
        createDossier(workspace, { name, highlights: [idAt(workspace.highlights, at)] }, context),
      ),
    ),
  fc
    .tuple(position, position, note)
    .map(([at, to, text]) =>
      edit(`text ${at} ${to}`, (workspace, context) =>
        changeDossier(workspace, idAt(workspace.dossiers, at), { kind: 'add-text', text, at: to }, context),
      ),
    ),
  position.map((at) =>
    edit(`delete dossier ${at}`, (workspace) => deleteDossier(workspace, idAt(workspace.dossiers, at))),
  ),
  position.map((at) =>
    edit(`delete tag ${at}`, (workspace, context) =>
      changeTag(workspace, { do: 'delete', id: idAt(workspace.tags, at) }, context),
    ),
  ),
];

const undo = command('undo', async (model, real) => {
  const change = model.done.pop();
  if (change) apply(model, real, invertChange(change), 'undo');
});

const flush = command('flush', async (model, real) => {
  expect(await real.store.flush()).toMatchObject({ state: 'saved' });
  model.acknowledged = model.states.length - 1;
});

const flushInPassing = command('flush, and go on meanwhile', async (_model, real) => {
  void real.store.flush();
});

const close = command('close and open again', async (model, real) => {
  expect(await real.store.close()).toBe(true);
  model.acknowledged = model.states.length - 1;
  await reopen(model, real);
});

const crash = command('crash', async (model, real) => {
  await real.layer.die();
  await real.store.release();
  await reopen(model, real);
});

const powerCut = fc.tuple(fc.constantFrom<DiskKind>('in order', 'any order'), fc.nat()).map(([kind, seed]) =>
  command(`power cut, ${kind}, ${seed}`, async (model, real) => {
    const cutAt = real.recording.log.length;
    real.cuts += 1;
    const next = join(real.place, String(real.cuts));
    await mkdir(next);
    await materialise(real.recording.log, cutAt, next, seededRandom(seed), kind);
    await real.layer.die();
    await real.store.release();
    real.root = next;
    await reopen(model, real);
  }),
);

/** Sequences of everything that may happen to a store. */
export function storeCommands(maxCommands: number): fc.Arbitrary<Iterable<StoreCommand>> {
  const [add, ...others] = edits;
  if (!add) throw new Error('There is nothing to do.');
  const happenings = [undo, flush, flush, flush, flushInPassing, flushInPassing, close, crash].map((item) =>
    fc.constant(item),
  );
  return fc.commands([add, add, add, ...others, ...happenings, powerCut], { maxCommands, size: 'max' });
}
