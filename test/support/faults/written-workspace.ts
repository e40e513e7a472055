import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createTag } from '../../../core/workspace/codebook-edits.ts';
import type { Workspace } from '../../../core/workspace/workspace.ts';
import { WorkspaceStore } from '../../../electron/store/workspace-store.ts';
import type { Random } from '../../bench/seeded-random.ts';
import { editing, take } from '../../core/workspace/small-workspace.ts';
import { editsAtRandom, type Step } from './edits-at-random.ts';
import { storeOptions } from './store-options.ts';

/** How to write a workspace. */
export interface Writing {
  readonly random: Random;
  readonly changes: number;
  /** Whether it is closed, which writes the workspace file anew, or only let go, which leaves changes in the journal. */
  readonly isClosed: boolean;
  /** Whether the last change is a new tag, the smallest of all, and not any. */
  readonly endsSmall?: boolean;
}

function smallStep(workspace: Workspace): Step {
  return { change: take(createTag(workspace, 'new', editing('small'))), action: 'do' };
}

/**
 * Opens the workspace in `folder`, makes changes one by one, each acknowledged, and ends. The workspace as it was opened
 * and after every change.
 */
export async function writeWorkspace(
  folder: string,
  { random, changes, isClosed, endsSmall = false }: Writing,
): Promise<Workspace[]> {
  const store = await WorkspaceStore.open(storeOptions(folder));
  const states = [structuredClone(store.workspace)];
  const nextEdit = editsAtRandom(random, () => `id-${random().toString(36).slice(2)}`);
  for (let made = 0; made < changes; made += 1) {
    const isSmall = endsSmall && made === changes - 1;
    const step = isSmall ? smallStep(store.workspace) : nextEdit(store.workspace);
    store.apply(step.change, step.action);
    const { state } = await store.flush();
    if (state !== 'saved') throw new Error(`This was to be saved, and is ${state}.`);
    states.push(structuredClone(store.workspace));
  }
  if (isClosed) await store.close();
  else await store.release();
  return states;
}

/** The path of the newest segment of the journal in a workspace folder, and what it holds. */
export async function newestSegment(folder: string): Promise<{ readonly path: string; readonly bytes: Buffer }> {
  const names = (await readdir(join(folder, 'journal'))).filter((name) => name.endsWith('.journal')).sort();
  const path = join(folder, 'journal', names.at(-1) ?? 'none');
  return { path, bytes: await readFile(path) };
}

/** Where each line of `bytes` begins and ends, the line feed not included. */
export function linesOf(bytes: Buffer): { readonly start: number; readonly end: number }[] {
  const lines: { start: number; end: number }[] = [];
  for (let start = 0; start < bytes.length; ) {
    const feed = bytes.indexOf(0x0a, start);
    const end = feed === -1 ? bytes.length : feed;
    lines.push({ start, end });
    start = end + 1;
  }
  return lines;
}
