import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { compareWork } from '../../core/exchange/compare-work.ts';
import { createItemDescriber } from '../../core/exchange/describe-item.ts';
import { importItemsAtATime } from '../../core/exchange/exchange-shapes.ts';
import { mergeChange } from '../../core/exchange/merge-change.ts';
import { unfoldWork, wholeWork } from '../../core/exchange/unfold-work.ts';
import type { Highlight } from '../../core/highlights/highlight.ts';
import { applyInPlace } from '../../core/workspace/change.ts';
import { newWorkspace, type Workspace } from '../../core/workspace/workspace.ts';
import { systemFiles } from '../../electron/store/files.ts';
import { journalStart } from '../../electron/store/journal-record.ts';
import { takeMoment, writeSnapshot } from '../../electron/store/snapshot.ts';
import { WorkspaceStore } from '../../electron/store/workspace-store.ts';
import { readBundledStatements } from '../support/bundled-statements.ts';
import { generateHighlights } from './generate-highlights.ts';
import { type Row, tableOf } from './print-table.ts';
import { seededRandom } from './seeded-random.ts';
import { median } from './statistics.ts';

const sizes = [1_000, 10_000, 100_000] as const;

/** What the colleague has more than oneself, and how many notes of what both have they changed. */
const [newOnes, changedOnes] = [1_000, 100] as const;

const seed = 20_240_502;

const now = (): string => new Date().toISOString();

/** Highlights of a bundled statement, in as many copies as it takes. */
async function material(count: number): Promise<Highlight[]> {
  const [first] = await readBundledStatements();
  if (!first) throw new Error('There are no bundled statements.');
  const { id, sha256: source } = first.record;
  const some = generateHighlights({ id, text: first.text, source }, 100, seededRandom(seed));
  return Array.from({ length: count }, (_, index) => {
    const like = some[index % some.length];
    if (!like) throw new Error('There are no highlights to copy.');
    return { ...like, id: randomUUID() };
  });
}

function workspaceOf(id: string, highlights: readonly Highlight[]): Workspace {
  return { ...newWorkspace(id), highlights: Object.fromEntries(highlights.map((item) => [item.id, item])) };
}

async function timed<T>(times: number[], step: () => Promise<T> | T): Promise<T> {
  const started = performance.now();
  const result = await step();
  times.push(performance.now() - started);
  return result;
}

interface Times {
  readonly open: number[];
  readonly unfold: number[];
  readonly compare: number[];
  readonly describe: number[];
  readonly merge: number[];
  readonly again: number[];
}

async function measureRound(folder: string, size: number, times: Times): Promise<void> {
  const both = await material(size);
  const mine = workspaceOf('mine', both);
  const changed = both.slice(0, changedOnes).map((item) => ({ ...item, note: 'Theirs.', modified: now() }));
  const others = workspaceOf('theirs', [...both, ...changed, ...(await material(newOnes))]);
  await writeSnapshot(join(folder, 'workspace.json'), takeMoment(mine, journalStart), systemFiles);
  const read = { folder, host: 'desktop', access: 'read', lockWaitMs: 0, now, newId: randomUUID } as const;
  await timed(times.open, async () => (await WorkspaceStore.open(read)).close());
  const theirs = unfoldWork(others, []);
  const own = await timed(times.unfold, () => unfoldWork(mine, [], { ...wholeWork, hasPrivateNotes: true }));
  const items = await timed(times.compare, () => compareWork(own, theirs));
  await timed(times.describe, () => items.slice(0, importItemsAtATime).map(createItemDescriber(own, theirs)));
  const merge = () => mergeChange(mine, theirs, { rule: 'both', choices: {}, now: now() });
  applyInPlace(mine, await timed(times.merge, merge));
  const again = await timed(times.again, merge);
  if (items.length < newOnes || again.patches.length > 0) throw new Error('The merge did not do what is measured.');
}

/** Measures merging a colleague's whole work with 1,000 highlights that are new, beside opening one's own workspace. */
export async function benchMerge(rounds: number): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'attest-merge-bench-'));
  try {
    const rows: Row[] = [];
    for (const size of sizes) {
      const times: Times = { open: [], unfold: [], compare: [], describe: [], merge: [], again: [] };
      for (let round = 0; round < rounds; round += 1) await measureRound(folder, size, times);
      rows.push({
        label: `${size.toLocaleString('en')} highlights on both sides`,
        values: Object.values(times).map(median),
      });
    }
    const columns = ['opening', 'own work', 'comparing', 'first page', 'merging', 'once more'];
    return tableOf(
      `Merging ${newOnes.toLocaleString('en')} new and ${changedOnes} changed highlights: ms`,
      columns,
      rows,
    );
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
