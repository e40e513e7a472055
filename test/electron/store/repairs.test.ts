import { randomUUID } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { describePassage } from '../../../core/anchoring/selector.ts';
import { utf16 } from '../../../core/text/offsets.ts';
import { newWorkspace, type Workspace } from '../../../core/workspace/workspace.ts';
import { WorkspaceStore } from '../../../electron/store/workspace-store.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const now = () => '2026-01-02T03:04:05.000Z';

function open(folder: string, access: 'read' | 'write' = 'write'): Promise<WorkspaceStore> {
  return WorkspaceStore.open({ folder, host: 'desktop', access, lockWaitMs: 0, now, newId: randomUUID });
}

/** A workspace with a highlight that has a tag which is not in the codebook. */
function withLostTag(): Workspace {
  const selector = describePassage('words', { start: utf16(0), end: utf16(5) }, 'a'.repeat(64));
  const highlight = {
    id: 'h',
    statement: 's',
    selector,
    tags: ['gone'],
    note: 'n',
    isNotePrivate: true,
    orphan: false,
  };
  return { ...newWorkspace('w'), highlights: { h: { ...highlight, created: now(), modified: now() } } };
}

async function folderWith(workspace: unknown): Promise<string> {
  const folder = await temporaryFolder();
  await writeFile(join(folder, 'workspace.json'), JSON.stringify(workspace));
  return folder;
}

describe('a workspace file that contradicts itself', () => {
  it('keeps the highlight with an unknown tag, says so once, and keeps the file as it was', async () => {
    const folder = await folderWith(withLostTag());
    const store = await open(folder);
    expect(store.readOnlyReason).toBeNull();
    expect(store.workspace.highlights).toEqual(withLostTag().highlights);
    expect(store.workspace.tags['gone']?.name).toBe('recovered tag');
    const [copy = ''] = (await readdir(folder)).filter((name) => name.startsWith('workspace.before-repair-'));
    expect(JSON.parse(await readFile(join(folder, copy), 'utf8'))).toEqual(withLostTag());
    expect(store.notices).toHaveLength(1);
    expect(store.notices[0]).toMatchObject({ kind: 'workspace-repaired', message: expect.stringContaining(copy) });
    await store.close();

    const again = await open(folder);
    expect(again.notices).toEqual([]);
    expect(again.workspace).toEqual(store.workspace);
    await again.close();
  });

  it('is put right in memory only where it is opened for reading', async () => {
    const folder = await folderWith(withLostTag());
    const store = await open(folder, 'read');
    expect(store.workspace.highlights['h']?.tags).toEqual(['gone']);
    expect(store.notices[0]?.message).toContain('left as it is');
    await store.close();
    expect(await readdir(folder)).toEqual(['workspace.json']);
    expect(JSON.parse(await readFile(join(folder, 'workspace.json'), 'utf8'))).toEqual(withLostTag());
  });

  it('tells no more repairs one by one than can be read', async () => {
    const [highlight] = Object.values(withLostTag().highlights);
    const tags = Array.from({ length: 500 }, (_, at) => `gone-${at}`);
    const store = await open(await folderWith({ ...withLostTag(), highlights: { h: { ...highlight, tags } } }));
    expect(store.workspace.highlights['h']?.tags).toHaveLength(500);
    expect(store.notices[0]?.message).toContain('And 495 more.');
    await store.close();
  });

  it('is damaged, and set aside, where a tag stands under an id that is not its own', async () => {
    const [tag] = Object.values(newWorkspace('w').tags);
    const folder = await folderWith({ ...withLostTag(), tags: { other: tag } });
    const store = await open(folder);
    expect(store.notices[0]).toMatchObject({
      kind: 'workspace-set-aside',
      message: expect.stringContaining('contradicts'),
    });
    expect((await readdir(folder)).some((name) => name.startsWith('workspace.damaged-'))).toBe(true);
    await store.close();
  });
});
