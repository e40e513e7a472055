import { randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { SaveState } from '../../../core/ipc-contract.ts';
import type { Tag } from '../../../core/tags/tag.ts';
import type { Change } from '../../../core/workspace/change.ts';
import { newWorkspace, Workspace } from '../../../core/workspace/workspace.ts';
import { type StoreOptions, WorkspaceStore } from '../../../electron/store/workspace-store.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

function optionsFor(folder: string, changed: Partial<StoreOptions> = {}): StoreOptions {
  const now = () => new Date().toISOString();
  return { folder, host: 'desktop', access: 'write', lockWaitMs: 0, now, newId: randomUUID, ...changed };
}

/** A change that creates the tag `name`. */
function tagChange(name: string): Change {
  const tag: Tag = {
    id: `tag-${name}`,
    name,
    parent: null,
    colour: 'blue',
    shortcut: null,
    description: '',
  };
  return {
    summary: { kind: 'create-tag', highlights: 0, tags: [name] },
    patches: [{ of: 'tag', id: tag.id, before: null, after: tag }],
  };
}

const tagNames = ({ tags }: Workspace): string[] => Object.values(tags).map(({ name }) => name);

async function readFileIn(folder: string): Promise<Workspace> {
  return Workspace.parse(JSON.parse(await readFile(join(folder, 'workspace.json'), 'utf8')));
}

describe('WorkspaceStore', () => {
  it('has every change on the disk when it says saved, and there again after a restart', async () => {
    const folder = await temporaryFolder();
    const store = await WorkspaceStore.open(optionsFor(folder));
    store.apply(tagChange('one'));
    expect(await store.flush()).toMatchObject({ state: 'saved', at: expect.any(String) });
    expect(tagNames(await readFileIn(folder))).toContain('one');
    expect(await store.close()).toBe(true);
    const again = await WorkspaceStore.open(optionsFor(folder));
    expect(again.workspace).toEqual(store.workspace);
    await again.close();
  });

  it('writes changes that arrive together without losing one', async () => {
    const folder = await temporaryFolder();
    const store = await WorkspaceStore.open(optionsFor(folder));
    const names = Array.from({ length: 50 }, (_, index) => `tag ${index}`);
    const saves = names.map(async (name) => {
      store.apply(tagChange(name));
      await store.flush();
      expect(tagNames(await readFileIn(folder))).toContain(name);
    });
    await Promise.all(saves);
    expect(tagNames(await readFileIn(folder))).toEqual(expect.arrayContaining(names));
    await store.close();
  });

  it('says saving, then saved', async () => {
    const folder = await temporaryFolder();
    const store = await WorkspaceStore.open(optionsFor(folder));
    const seen: SaveState['state'][] = [];
    store.onSave(({ state }) => seen.push(state));
    store.apply(tagChange('one'));
    await store.flush();
    expect(seen).toEqual(['saving', 'saved']);
    await store.close();
  });

  it('writes nothing before the first change', async () => {
    const folder = await temporaryFolder();
    const store = await WorkspaceStore.open(optionsFor(folder));
    await store.close();
    expect(await readdir(folder)).toEqual([]);
  });

  it('keeps a change that could not be written, says why, and writes it when it can', async () => {
    const folder = join(await temporaryFolder(), 'workspace');
    const store = await WorkspaceStore.open(optionsFor(folder));
    await rm(folder, { recursive: true });
    await writeFile(folder, 'a file where the folder should be');
    store.apply(tagChange('one'));
    expect(await store.flush()).toMatchObject({
      state: 'not-saved',
      unsaved: ['tag-one'],
      reason: expect.stringContaining(folder),
    });
    expect(tagNames(store.workspace)).toContain('one');
    expect(await store.close()).toBe(false);
    await rm(folder);
    expect(await store.flush()).toMatchObject({ state: 'saved' });
    expect(tagNames(await readFileIn(folder))).toContain('one');
    expect(await store.close()).toBe(true);
  });

  it('opens where the folder cannot be made, and says so at the first change', async () => {
    const parent = await temporaryFolder();
    await writeFile(join(parent, 'file'), '');
    const store = await WorkspaceStore.open(optionsFor(join(parent, 'file', 'workspace')));
    store.apply(tagChange('one'));
    expect(await store.flush()).toMatchObject({ state: 'not-saved', reason: expect.stringContaining('is a file') });
    await store.release();
  });

  it('never writes over what another process saved while the folder could not be locked', async () => {
    const parent = await temporaryFolder();
    const folder = join(parent, 'workspace');
    await writeFile(folder, 'in the way');
    const late = await WorkspaceStore.open(optionsFor(folder));
    await rm(folder);
    const other = await WorkspaceStore.open(optionsFor(folder));
    other.apply(tagChange('theirs'));
    await other.flush();
    await other.close();
    late.apply(tagChange('mine'));
    expect(await late.flush()).toMatchObject({ state: 'not-saved', reason: expect.stringContaining('another Attest') });
    expect(tagNames(await readFileIn(folder))).toContain('theirs');
    await late.release();
  });

  it.each([
    ['cut short', '{"format":"attest-workspace","version":1,"id":"w","tags":{'],
    ['empty', ''],
    ['not UTF-8', Buffer.from([0x7b, 0xff, 0xfe])],
    ['NUL bytes', Buffer.alloc(300)],
    ['something else', '{"hello":"world"}'],
    ['a highlight without its quotation', JSON.stringify({ ...newWorkspace('w'), highlights: { a: { id: 'a' } } })],
  ])('sets a damaged file (%s) aside unchanged and opens the newest good backup', async (_what, damage) => {
    const folder = await temporaryFolder();
    const store = await WorkspaceStore.open(optionsFor(folder));
    store.apply(tagChange('one'));
    await store.flush();
    await store.close();
    await writeFile(join(folder, 'workspace.json'), damage);

    const again = await WorkspaceStore.open(optionsFor(folder));
    expect(tagNames(again.workspace)).toContain('one');
    const [aside = ''] = (await readdir(folder)).filter((name) => name.startsWith('workspace.damaged-'));
    expect(await readFile(join(folder, aside))).toEqual(Buffer.from(damage));
    const [notice] = again.notices;
    expect(notice?.kind).toBe('workspace-set-aside');
    expect(notice?.message).toContain(join(folder, aside));
    expect(notice?.message).toContain(join(folder, 'backups', 'latest.json'));
    await again.close();
    expect(tagNames(await readFileIn(folder))).toContain('one');
  });

  it('passes over a damaged backup', async () => {
    const folder = await temporaryFolder();
    const first = await WorkspaceStore.open(optionsFor(folder));
    first.apply(tagChange('one'));
    await first.flush();
    await first.close();
    await (await WorkspaceStore.open(optionsFor(folder))).close();
    await writeFile(join(folder, 'backups', 'latest.json'), 'damaged');
    await writeFile(join(folder, 'workspace.json'), 'damaged');
    const again = await WorkspaceStore.open(optionsFor(folder));
    expect(tagNames(again.workspace)).toContain('one');
    await again.close();
  });

  it('starts empty where there is no good backup, and says so', async () => {
    const folder = await temporaryFolder();
    await writeFile(join(folder, 'workspace.json'), 'damaged');
    const store = await WorkspaceStore.open(optionsFor(folder));
    expect(store.notices[0]?.message).toContain('no good backup');
    expect(tagNames(store.workspace)).toEqual(['torture', 'detention', 'elections']);
    await store.close();
  });

  it('brings the backup back where the file is missing', async () => {
    const folder = await temporaryFolder();
    const store = await WorkspaceStore.open(optionsFor(folder));
    store.apply(tagChange('one'));
    await store.close();
    await rm(join(folder, 'workspace.json'));
    const again = await WorkspaceStore.open(optionsFor(folder));
    expect(tagNames(again.workspace)).toContain('one');
    expect(again.notices[0]?.message).toContain('is missing');
    await again.close();
  });

  it('leaves a workspace of a later version as it is', async () => {
    const folder = await temporaryFolder();
    const later = JSON.stringify({ ...newWorkspace('w'), version: 2, what: 'is new' });
    await writeFile(join(folder, 'workspace.json'), later);
    const store = await WorkspaceStore.open(optionsFor(folder));
    expect(store.readOnlyReason).not.toBeNull();
    await store.close();
    expect(await readFile(join(folder, 'workspace.json'), 'utf8')).toBe(later);
  });

  it('moves nothing when it is opened for reading', async () => {
    const folder = await temporaryFolder();
    await writeFile(join(folder, 'workspace.json'), 'damaged');
    const store = await WorkspaceStore.open(optionsFor(folder, { access: 'read' }));
    expect(store.notices).toHaveLength(1);
    await store.close();
    expect(await readdir(folder)).toEqual(['workspace.json']);
  });

  it('keeps ten backups of openings at most', async () => {
    const folder = await temporaryFolder();
    for (let round = 0; round < 13; round += 1) {
      const now = () => `2026-01-01T00:00:${String(round).padStart(2, '0')}.000Z`;
      const store = await WorkspaceStore.open(optionsFor(folder, { now }));
      store.apply(tagChange(`round ${round}`));
      await store.close();
    }
    const backups = await readdir(join(folder, 'backups'));
    expect(backups.filter((name) => name.startsWith('workspace-'))).toHaveLength(10);
    expect(backups).toContain('latest.json');
  });

  it('clears away what a crash left half-written', async () => {
    const folder = await temporaryFolder();
    await mkdir(join(folder, 'backups'));
    await writeFile(join(folder, '.workspace.json.abc.attest-tmp'), 'half');
    await writeFile(join(folder, 'backups', '.latest.json.abc.attest-tmp'), 'half');
    const store = await WorkspaceStore.open(optionsFor(folder));
    expect(await readdir(join(folder, 'backups'))).toEqual([]);
    await store.close();
    expect(await readdir(folder)).toEqual(['backups']);
  });
});
