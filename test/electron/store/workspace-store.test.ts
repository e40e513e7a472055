import { randomUUID } from 'node:crypto';
import { cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { SaveState } from '../../../core/session.ts';
import { initialTags, type Tag } from '../../../core/tags/tag.ts';
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

/** An opened store that has acknowledged a change for each name. */
async function openWith(folder: string, ...names: readonly (string | (() => string))[]): Promise<WorkspaceStore> {
  const [now] = names.filter((name) => typeof name === 'function');
  const store = await WorkspaceStore.open(optionsFor(folder, now ? { now } : {}));
  for (const name of names) {
    if (typeof name === 'string') store.apply(tagChange(name));
  }
  expect((await store.flush()).state).toBe('saved');
  return store;
}

const tagNames = ({ tags }: Workspace): string[] => Object.values(tags).map(({ name }) => name);

/** The workspace as somebody sees it who may only read it. */
const reader = (folder: string): Promise<WorkspaceStore> => WorkspaceStore.open(optionsFor(folder, { access: 'read' }));

async function readFileIn(folder: string): Promise<Workspace> {
  return Workspace.parse(JSON.parse(await readFile(join(folder, 'workspace.json'), 'utf8')));
}

describe('WorkspaceStore', () => {
  it('changes no file where it was opened to be read, while another has it open', async () => {
    const folder = await temporaryFolder();
    const writer = await openWith(folder, 'one');
    const path = join(folder, 'workspace.json');
    const before = await readFile(path);
    const other = await reader(folder);
    expect(tagNames(other.workspace)).toContain('one');
    expect(await other.close()).toBe(true);
    expect((await readFile(path)).equals(before)).toBe(true);
    await writer.close();
  });

  it('has every change on the disk when it says saved, and there again after a restart', async () => {
    const folder = await temporaryFolder();
    const store = await WorkspaceStore.open(optionsFor(folder));
    store.apply(tagChange('one'));
    expect(await store.flush()).toMatchObject({ state: 'saved', at: expect.any(String) });
    expect(tagNames((await reader(folder)).workspace)).toContain('one');
    expect(await store.close()).toBe(true);
    expect(tagNames(await readFileIn(folder))).toContain('one');
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
      expect(tagNames((await reader(folder)).workspace)).toContain(name);
    });
    await Promise.all(saves);
    expect(tagNames((await reader(folder)).workspace)).toEqual(expect.arrayContaining(names));
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
  ])('sets a damaged file (%s) aside unchanged and makes it anew from the journal', async (_what, damage) => {
    const folder = await temporaryFolder();
    const store = await openWith(folder, 'one', 'two');
    await store.close();
    await writeFile(join(folder, 'workspace.json'), damage);

    const again = await WorkspaceStore.open(optionsFor(folder));
    expect(again.workspace).toEqual(store.workspace);
    const [aside = ''] = (await readdir(folder)).filter((name) => name.startsWith('workspace.damaged-'));
    expect(await readFile(join(folder, aside))).toEqual(Buffer.from(damage));
    const [notice] = again.notices;
    expect(notice?.kind).toBe('workspace-set-aside');
    expect(notice?.message).toContain(join(folder, aside));
    expect(notice?.message).toContain('to the last change');
    await again.close();
    expect(await readFileIn(folder)).toEqual(store.workspace);
    const quiet = await WorkspaceStore.open(optionsFor(folder));
    expect(quiet.notices).toEqual([]);
    await quiet.close();
  });

  it('makes a damaged file anew from the newest backup and the journal after it', async () => {
    const folder = await temporaryFolder();
    await (await openWith(folder, 'one')).close();
    const second = await openWith(folder, 'two');
    await second.close();
    await rm(join(folder, 'journal', '00000001.journal'));
    await writeFile(join(folder, 'workspace.json'), 'damaged');
    const again = await WorkspaceStore.open(optionsFor(folder));
    expect(again.workspace).toEqual(second.workspace);
    expect(again.notices[0]?.message).toContain(join(folder, 'backups', 'workspace-'));
    await again.close();
  });

  it('passes over a damaged backup, and says what is missing where the journal does not reach back', async () => {
    const folder = await temporaryFolder();
    await (await openWith(folder, 'one')).close();
    await (await openWith(folder, 'two')).close();
    await (await openWith(folder, 'three')).close();
    const newest = (await readdir(join(folder, 'backups'))).sort().at(-1) ?? '';
    await writeFile(join(folder, 'backups', newest), 'damaged');
    await writeFile(join(folder, 'workspace.json'), 'damaged');
    await rm(join(folder, 'journal', '00000002.journal'));
    const again = await WorkspaceStore.open(optionsFor(folder));
    expect(tagNames(again.workspace)).toEqual(expect.arrayContaining(['one', 'three']));
    expect(tagNames(again.workspace)).not.toContain('two');
    expect(again.notices[0]?.message).toContain('1 change could not be found again.');
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

  it('makes the file anew where it is missing', async () => {
    const folder = await temporaryFolder();
    await (await openWith(folder, 'one')).close();
    await rm(join(folder, 'workspace.json'));
    const again = await WorkspaceStore.open(optionsFor(folder));
    expect(tagNames(again.workspace)).toContain('one');
    expect(again.notices[0]?.message).toContain('is missing');
    await again.close();
  });

  it('notices a flipped letter in a note, and takes the words from the journal', async () => {
    const folder = await temporaryFolder();
    const store = await openWith(folder, 'one');
    await store.close();
    const path = join(folder, 'workspace.json');
    const text = await readFile(path, 'utf8');
    await writeFile(path, text.replace('"name":"one"', '"name":"onf"'));
    const again = await WorkspaceStore.open(optionsFor(folder));
    expect(again.workspace).toEqual(store.workspace);
    expect(again.notices[0]?.message).toContain('not what Attest wrote');
    await again.close();
  });

  it('takes a file that its user has edited and taken the checksum out of', async () => {
    const folder = await temporaryFolder();
    await (await openWith(folder, 'one')).close();
    const path = join(folder, 'workspace.json');
    const { sha256: _checksum, ...edited } = JSON.parse((await readFile(path, 'utf8')).replace('"one"', '"uno"'));
    await writeFile(path, JSON.stringify(edited));
    const again = await WorkspaceStore.open(optionsFor(folder));
    expect(tagNames(again.workspace)).toContain('uno');
    expect(again.notices).toEqual([]);
    await again.close();
  });

  it('uses nothing of a journal that belongs to another workspace, and keeps it', async () => {
    const [folder, other] = [await temporaryFolder(), await temporaryFolder()];
    await (await openWith(folder, 'mine')).close();
    await (await openWith(other, 'theirs')).close();
    await cp(join(other, 'workspace.json'), join(folder, 'workspace.json'));
    const again = await WorkspaceStore.open(optionsFor(folder));
    expect(tagNames(again.workspace)).toContain('theirs');
    expect(tagNames(again.workspace)).not.toContain('mine');
    const [aside = ''] = (await readdir(folder)).filter((name) => name.startsWith('journal.set-aside-'));
    expect(await readdir(join(folder, aside))).toEqual(['00000001.journal']);
    expect(again.notices[0]).toMatchObject({ kind: 'journal-damaged', message: expect.stringContaining(aside) });
    again.apply(tagChange('more'));
    expect((await again.flush()).state).toBe('saved');
    await again.release();
    const last = await WorkspaceStore.open(optionsFor(folder));
    expect(tagNames(last.workspace)).toEqual(expect.arrayContaining(['theirs', 'more']));
    expect(last.notices).toEqual([]);
    await last.close();
  });

  it('follows the journal where an older file was put back, so that nothing acknowledged goes', async () => {
    const folder = await temporaryFolder();
    await (await openWith(folder, 'one')).close();
    const older = await readFile(join(folder, 'workspace.json'));
    await (await openWith(folder, 'two')).close();
    await writeFile(join(folder, 'workspace.json'), older);
    const again = await WorkspaceStore.open(optionsFor(folder));
    expect(tagNames(again.workspace)).toEqual(expect.arrayContaining(['one', 'two']));
    await again.close();
  });

  it('shows what it understands of a workspace of a later version, and leaves it as it is', async () => {
    const folder = await temporaryFolder();
    const [tag] = initialTags;
    const tags = { [tag?.id ?? '']: { ...tag, mood: 'new' }, strange: { id: 'strange' } };
    const later = JSON.stringify({ ...newWorkspace('w'), version: 99, tags, what: 'is new' });
    await writeFile(join(folder, 'workspace.json'), later);
    const store = await WorkspaceStore.open(optionsFor(folder));
    expect(store.readOnlyReason).not.toBeNull();
    expect(Object.values(store.workspace.tags)).toEqual([tag]);
    expect(store.notices).toMatchObject([{ kind: 'read-only', message: expect.stringContaining('version 99') }]);
    expect(store.notices[0]?.message).toContain('1 highlight or tag is not shown');
    await store.close();
    expect(await readdir(folder)).toEqual(['workspace.json']);
    expect(await readFile(join(folder, 'workspace.json'), 'utf8')).toBe(later);
  });

  it('writes the file anew while edits go on, when the journal has grown', async () => {
    const folder = await temporaryFolder();
    const store = await WorkspaceStore.open(optionsFor(folder, { snapshotAfterBytes: 2_000 }));
    for (let number = 0; number < 40; number += 1) {
      store.apply(tagChange(`tag ${number}`));
      expect((await store.flush()).state).toBe('saved');
    }
    expect((await readdir(join(folder, 'journal'))).length).toBeGreaterThan(2);
    await store.release();
    const again = await WorkspaceStore.open(optionsFor(folder));
    expect(again.workspace).toEqual(store.workspace);
    expect(again.notices).toEqual([]);
    await again.close();
  });

  it('backs up every opening with changes, and nothing twice', async () => {
    const folder = await temporaryFolder();
    for (let round = 0; round < 13; round += 1) {
      const now = () => `2026-01-01T00:00:${String(round).padStart(2, '0')}.000Z`;
      const store = await openWith(folder, `round ${round}`, now);
      await store.close();
      await (await WorkspaceStore.open(optionsFor(folder, { now }))).close();
    }
    const { length } = await readdir(join(folder, 'backups'));
    expect(length).toBe(10);
    await (await WorkspaceStore.open(optionsFor(folder))).close();
    expect(await readdir(join(folder, 'backups'))).toHaveLength(length);
  });

  it('moves nothing when it is opened for reading', async () => {
    const folder = await temporaryFolder();
    await writeFile(join(folder, 'workspace.json'), 'damaged');
    const store = await WorkspaceStore.open(optionsFor(folder, { access: 'read' }));
    expect(store.notices).toHaveLength(1);
    await store.close();
    expect(await readdir(folder)).toEqual(['workspace.json']);
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
