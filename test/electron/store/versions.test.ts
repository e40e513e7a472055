import { randomUUID } from 'node:crypto';
import { cp, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { invertChange } from '../../../core/workspace/change.ts';
import { createDossier } from '../../../core/workspace/dossier-edits.ts';
import { initialSettings } from '../../../core/workspace/settings.ts';
import { Workspace, workspaceVersion } from '../../../core/workspace/workspace.ts';
import { WorkspaceStore } from '../../../electron/store/workspace-store.ts';
import { editing, take } from '../../core/workspace/small-workspace.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const fixtures = join(import.meta.dirname, '../../fixtures/workspaces');

/** The versions before the present one: each has a file that it wrote. */
const earlier = Array.from({ length: workspaceVersion - 1 }, (_, index) => index + 1);

function open(folder: string, access: 'read' | 'write' = 'write'): Promise<WorkspaceStore> {
  const now = () => new Date().toISOString();
  return WorkspaceStore.open({ folder, host: 'desktop', access, lockWaitMs: 0, now, newId: randomUUID });
}

/** The highlights of an earlier version; at first there were no private notes. */
const withPublicNotes = (highlights: Record<string, object>) =>
  Object.fromEntries(Object.entries(highlights).map(([id, record]) => [id, { isNotePrivate: false, ...record }]));

describe.each(earlier)('a workspace file of version %i', (version) => {
  const readFixture = () => readFile(join(fixtures, `version-${version}.json`));

  it('opens with every highlight and tag it had, and is kept as it was', async () => {
    const folder = await temporaryFolder();
    const bytes = await readFixture();
    await writeFile(join(folder, 'workspace.json'), bytes);
    const old = JSON.parse(bytes.toString('utf8'));
    const store = await open(folder);
    expect(store.notices).toEqual([]);
    expect(store.workspace.highlights).toEqual(withPublicNotes(old.highlights));
    expect(store.workspace.dossiers).toEqual(old.dossiers ?? {});
    expect([store.workspace.traces, store.workspace.people]).toEqual([old.traces ?? {}, old.people ?? {}]);
    expect([store.workspace.statements, store.workspace.sets]).toEqual([{}, {}]);
    expect(Object.keys(store.workspace.highlights).length).toBeGreaterThan(2);
    expect(store.workspace.tags).toEqual(old.tags);
    expect(store.workspace.settings).toEqual({ ...initialSettings, ...old.settings });
    await store.close();
    const written = JSON.parse(await readFile(join(folder, 'workspace.json'), 'utf8'));
    expect(written.version).toBe(workspaceVersion);
    expect(Workspace.parse(written)).toEqual(store.workspace);
    const [kept = ''] = (await readdir(join(folder, 'backups'))).filter((name) => name.includes('before-migration'));
    expect(await readFile(join(folder, 'backups', kept))).toEqual(bytes);
  });

  it('is a backup like any other', async () => {
    const folder = await temporaryFolder();
    await writeFile(join(folder, 'workspace.json'), await readFixture());
    const store = await open(folder);
    await store.close();
    await writeFile(join(folder, 'workspace.json'), 'damaged');
    const again = await open(folder);
    expect(again.workspace).toEqual(store.workspace);
    expect(again.notices[0]?.message).not.toContain('could not be found');
    await again.close();
  });

  it('is left as it is where it is only read', async () => {
    const folder = await temporaryFolder();
    const bytes = await readFixture();
    await writeFile(join(folder, 'workspace.json'), bytes);
    const store = await open(folder, 'read');
    expect(Object.keys(store.workspace.highlights).length).toBeGreaterThan(2);
    await store.close();
    expect(await readdir(folder)).toEqual(['workspace.json']);
    expect(await readFile(join(folder, 'workspace.json'))).toEqual(bytes);
  });
});

describe('a workspace of version 3 with a journal that goes on after it', () => {
  const left = join(fixtures, 'version-3-journal');
  const everything = { highlight: null, before: null, limit: 100 };

  it('opens with every change that the journal has, and shows all of them in its history', async () => {
    const folder = await temporaryFolder();
    await cp(left, folder, { recursive: true });
    const store = await open(folder);
    expect(store.notices).toEqual([]);
    expect(store.readOnlyReason).toBeNull();
    const notes = Object.values(store.workspace.highlights).map(({ note }) => note);
    expect(notes).toContain('changed after the file was written');
    expect(notes).toContain('written only in the journal');
    expect(store.workspace.settings).toEqual({ name: 'Ната', historyDays: 365, citationStyle: 'chicago' });
    expect(Workspace.parse(store.workspace)).toEqual(store.workspace);
    const history = await store.readHistory(everything);
    expect(history.map(({ sequence }) => sequence)).toEqual([11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1]);
    const patches = history.flatMap(({ change }) => change.patches.filter(({ of }) => of === 'highlight'));
    expect(patches[0]?.after).toMatchObject({ note: 'written only in the journal', isNotePrivate: false });
    await store.close();
  });

  it('goes on in the same journal, is opened again as it was, and undoes what version 3 did', async () => {
    const folder = await temporaryFolder();
    await cp(left, folder, { recursive: true });
    const store = await open(folder);
    const [newest] = await store.readHistory(everything);
    if (!newest) throw new Error('There is a history.');
    const before = Object.keys(store.workspace.highlights);
    store.apply(invertChange(newest.change), 'undo');
    expect(Object.keys(store.workspace.highlights)).toHaveLength(before.length - 1);
    const dossier = take(createDossier(store.workspace, { name: 'Minsk', highlights: [] }, editing()));
    store.apply(dossier);
    await store.flush();
    // As after a crash: the journal alone has the last two changes.
    await store.release();
    const again = await open(folder);
    expect(again.notices).toEqual([]);
    expect(again.workspace).toEqual(store.workspace);
    expect(Object.values(again.workspace.dossiers)).toMatchObject([{ name: 'Minsk' }]);
    expect(await again.readHistory(everything)).toHaveLength(13);
    await again.close();
  });
});
