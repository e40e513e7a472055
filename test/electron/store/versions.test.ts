import { randomUUID } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { initialSettings } from '../../../core/workspace/settings.ts';
import { Workspace, workspaceVersion } from '../../../core/workspace/workspace.ts';
import { WorkspaceStore } from '../../../electron/store/workspace-store.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const fixtures = join(import.meta.dirname, '../../fixtures/workspaces');

/** The versions before the present one: each has a file that it wrote. */
const earlier = Array.from({ length: workspaceVersion - 1 }, (_, index) => index + 1);

function open(folder: string, access: 'read' | 'write' = 'write'): Promise<WorkspaceStore> {
  const now = () => new Date().toISOString();
  return WorkspaceStore.open({ folder, host: 'desktop', access, lockWaitMs: 0, now, newId: randomUUID });
}

describe.each(earlier)('a workspace file of version %i', (version) => {
  const readFixture = () => readFile(join(fixtures, `version-${version}.json`));

  it('opens with every highlight and tag it had, and is kept as it was', async () => {
    const folder = await temporaryFolder();
    const bytes = await readFixture();
    await writeFile(join(folder, 'workspace.json'), bytes);
    const old = JSON.parse(bytes.toString('utf8'));
    const store = await open(folder);
    expect(store.notices).toEqual([]);
    expect(store.workspace.highlights).toEqual(old.highlights);
    expect(Object.keys(store.workspace.highlights).length).toBeGreaterThan(2);
    expect(store.workspace.tags).toEqual(old.tags);
    expect(store.workspace.settings).toEqual(old.settings ?? initialSettings);
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
