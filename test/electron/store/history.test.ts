import { randomUUID } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { invertChange } from '../../../core/workspace/change.ts';
import { changeSettings } from '../../../core/workspace/change-settings.ts';
import { addHighlight, editHighlight } from '../../../core/workspace/edits.ts';
import { WorkspaceStore } from '../../../electron/store/workspace-store.ts';
import { editing, passageAt, take } from '../../core/workspace/small-workspace.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const everything = { highlight: null, before: null, limit: 1_000 };

function open(folder: string, day: string): Promise<WorkspaceStore> {
  const now = () => `${day}T12:00:00.000Z`;
  return WorkspaceStore.open({ folder, host: 'browser', access: 'write', lockWaitMs: 0, now, newId: randomUUID });
}

describe('the history of a workspace', () => {
  it('says who changed what when, newest first, through restarts, for all and for one highlight', async () => {
    const folder = await temporaryFolder();
    const first = await open(folder, '2026-01-01');
    const context = editing();
    first.apply(take(addHighlight(first.workspace, passageAt(0, 5), context)));
    first.apply(take(changeSettings(first.workspace, { name: 'Ната' })));
    first.apply(take(addHighlight(first.workspace, passageAt(6, 9), context)));
    await first.close();
    const second = await open(folder, '2026-01-02');
    const [id = ''] = Object.keys(second.workspace.highlights);
    const noted = take(editHighlight(second.workspace, id, { note: 'a note' }, context));
    second.apply(noted);
    second.apply(invertChange(noted), 'undo');
    await second.flush();
    const all = await second.readHistory(everything);
    expect(
      all.map(({ sequence, at, by, action, change }) => [sequence, at.slice(0, 10), by, action, change.summary.kind]),
    ).toEqual([
      [5, '2026-01-02', 'Ната', 'undo', 'note'],
      [4, '2026-01-02', 'Ната', 'do', 'note'],
      [3, '2026-01-01', 'Ната', 'do', 'highlight'],
      [2, '2026-01-01', '', 'do', 'settings'],
      [1, '2026-01-01', '', 'do', 'highlight'],
    ]);
    expect((await second.readHistory({ ...everything, highlight: id })).map(({ sequence }) => sequence)).toEqual([
      5, 4, 1,
    ]);
    const page = await second.readHistory({ ...everything, before: 4, limit: 2 });
    expect(page.map(({ sequence }) => sequence)).toEqual([3, 2]);
    await second.close();
  });

  it('forgets what is older than its user wants, but nothing that two backups need', async () => {
    const folder = await temporaryFolder();
    const context = editing();
    const days = ['2020-01-01', '2020-01-02', '2020-01-03', '2020-01-04'];
    for (const [index, day] of days.entries()) {
      const store = await open(folder, day);
      store.apply(take(addHighlight(store.workspace, passageAt(index, index + 9), context)));
      await store.close();
    }
    // The files are as old as this test: by a clock ten years ahead they are old.
    const late = await open(folder, '2036-01-01');
    late.apply(take(changeSettings(late.workspace, { historyDays: 30 })));
    await late.close();
    const again = await open(folder, '2036-01-02');
    const kept = (await again.readHistory(everything)).map(({ sequence }) => sequence);
    const backups = await again.backups.list();
    expect(kept).not.toContain(1);
    expect(kept.at(-1)).toBeLessThanOrEqual((backups[1]?.sequence ?? 0) + 1);
    expect(await readdir(join(folder, 'journal'))).not.toContain('00000001.journal');
    await again.close();
  });
});
