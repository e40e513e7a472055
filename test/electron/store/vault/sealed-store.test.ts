import { cp, mkdir, readdir, readFile, rename, rm, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createTag } from '../../../../core/workspace/codebook-edits.ts';
import { addHighlight } from '../../../../core/workspace/edits.ts';
import { DeviceFile } from '../../../../electron/store/device-file.ts';
import { systemFiles } from '../../../../electron/store/files.ts';
import { readSearchFile, writeSearchFile } from '../../../../electron/store/search-file.ts';
import { findPlaintext, listFolder } from '../../../../electron/store/vault/folder-files.ts';
import { logicalName } from '../../../../electron/store/vault/sealed-name.ts';
import { finish, unsealInSteps, unsealPiecesInSteps } from '../../../../electron/store/vault/unseal.ts';
import type { WorkspaceStore } from '../../../../electron/store/workspace-store.ts';
import { editing, passageAt, take } from '../../../core/workspace/small-workspace.ts';
import { newestSegment } from '../../../support/faults/written-workspace.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';
import { openSealed, testKey } from './sealed-workspace.ts';

const secrets = ['торт-secret', 'WITNESS-SEVEN', 'regular use of torture', 'a window arrangement', 'searched-form'];

async function addTags(store: WorkspaceStore, ...names: string[]): Promise<void> {
  for (const name of names) {
    store.apply(take(createTag(store.workspace, name, editing(name))));
    expect(await store.flush()).toMatchObject({ state: 'saved' });
  }
}

const tagNames = ({ workspace }: WorkspaceStore): string[] =>
  Object.values(workspace.tags)
    .map(({ name }) => name)
    .filter((name) => name.startsWith('tag') || secrets.includes(name));

const everything = { highlight: null, before: null, limit: 100 };

/** Opens a workspace, adds tags, and closes it. */
async function session(folder: string, ...names: string[]): Promise<void> {
  const { store } = await openSealed(folder);
  await addTags(store, ...names);
  expect(await store.close()).toBe(true);
}

/** A new encrypted workspace that was opened and closed three times. */
async function usedFolder(): Promise<string> {
  const folder = join(await temporaryFolder(), 'workspace');
  await session(folder, 'tag 1', 'tag 2');
  await session(folder, 'tag 3');
  await session(folder, 'tag 4');
  return folder;
}

/** What is told on opening, and the tags that are there. */
async function look(folder: string): Promise<{ notices: string[]; tags: string[] }> {
  const { store, notices } = await openSealed(folder, { access: 'read' });
  const found = { notices: notices(), tags: tagNames(store) };
  await store.release();
  return found;
}

const firstBackup = async (folder: string): Promise<string> =>
  (await readdir(join(folder, 'backups'))).sort()[0] ?? 'none';

describe('a workspace whose files are sealed', () => {
  it('keeps all there is, through restarts, and nothing of it can be found in the folder', async () => {
    const folder = join(await temporaryFolder(), 'workspace');
    const first = await openSealed(folder);
    await addTags(first.store, ...secrets.slice(0, 2));
    first.store.apply(take(addHighlight(first.store.workspace, passageAt(0, 40, [], 'WITNESS-SEVEN'), editing())));
    expect(await first.store.flush()).toMatchObject({ state: 'saved' });
    const device = await DeviceFile.open({
      folder,
      files: first.session.files,
      mayWrite: true,
      now: '2026-01-01T00:00:00.000Z',
      newId: () => 'id',
    });
    device.keep('arrangement', 'a window arrangement');
    await device.flush();
    await first.store.backups.make('before-restore');
    expect(await first.store.close()).toBe(true);

    const second = await openSealed(folder);
    expect(second.notices()).toEqual([]);
    expect(second.store.workspace).toEqual(first.store.workspace);
    expect(await second.store.readHistory(everything)).toHaveLength(3);
    const [backup] = await second.store.backups.list();
    expect(await second.store.backups.read(backup?.name ?? 'none')).toEqual(second.store.workspace);
    await addTags(second.store, 'tag in the journal only');
    await second.store.release();

    expect(await findPlaintext(folder)).toEqual([]);
    for (const name of await readdir(folder, { recursive: true })) {
      const bytes = await readFile(join(folder, name)).catch(() => Buffer.alloc(0));
      for (const text of [...secrets, 'highlights', 'attest-journal']) {
        expect(bytes.includes(text), `${text} in ${name}`).toBe(false);
        expect(bytes.includes(Buffer.from(text, 'utf16le')), `${text} in ${name}`).toBe(false);
        expect(bytes.includes(Buffer.from(text).toString('base64').slice(0, 12)), `${text} in ${name}`).toBe(false);
      }
    }
  });

  it('keeps its search index sealed', async () => {
    const folder = await temporaryFolder();
    const { session: vault } = { session: (await openSealed(join(folder, 'workspace'))).session };
    const path = join(folder, 'workspace', 'search', 'index');
    await mkdir(join(folder, 'workspace', 'search'));
    const numbers = Uint32Array.of(1, 2, 3);
    const corpus = {
      texts: [],
      vocabulary: { keys: 'searched-form', frequencies: numbers, names: numbers, possessives: numbers, forms: [] },
      postings: { ends: numbers, units: numbers },
      tokens: Uint32Array.from({ length: 700_000 }, (_, at) => at),
      tokenEnds: numbers,
      textOfUnit: numbers,
      compounds: numbers,
      starts: Uint16Array.of(1, 2),
    };
    await writeSearchFile(path, { corpus, statements: [] }, vault.files);
    expect((await readSearchFile(path, vault.files))?.corpus).toEqual(corpus);
    expect((await readFile(path)).includes('searched-form')).toBe(false);
    expect(await readSearchFile(path, systemFiles)).toBeNull();
  });

  it('has not one bit in it that can be changed unnoticed', { timeout: 120_000 }, async () => {
    const folder = join(await temporaryFolder(), 'workspace');
    await session(folder, 'tag 1');
    const { files } = await listFolder(folder);
    expect(files.length).toBeGreaterThanOrEqual(3);
    for (const within of files) {
      const bytes = await readFile(join(folder, within));
      const name = logicalName(within);
      const read = (): unknown => finish(unsealInSteps(testKey, bytes, name));
      const readPieces = (): string | null => finish(unsealPiecesInSteps(testKey, bytes, name)).fault;
      expect(read).not.toThrow();
      const passed: number[] = [];
      for (let bit = 0; bit < bytes.length * 8; bit += 1) {
        const [at, mask] = [bit >> 3, 1 << (bit & 7)];
        bytes.writeUInt8(bytes.readUInt8(at) ^ mask, at);
        let isRefused = false;
        try {
          read();
        } catch {
          isRefused = true;
        }
        // Reading in pieces costs more: it is tried at every third bit.
        if (bit % 3 === 0 && readPieces() === null) isRefused = false;
        if (!isRefused) passed.push(bit);
        bytes.writeUInt8(bytes.readUInt8(at) ^ mask, at);
      }
      expect(passed, within).toEqual([]);
    }
  });

  it('comes back from its backup and journal where its file is damaged, exchanged or not sealed, and says so', async () => {
    const folder = await usedFolder();
    const place = await temporaryFolder();
    const damages: readonly ((copy: string) => Promise<void>)[] = [
      (copy) => truncate(join(copy, 'workspace.json'), 100),
      (copy) => truncate(join(copy, 'workspace.json'), 0),
      async (copy) => cp(join(copy, 'backups', await firstBackup(copy)), join(copy, 'workspace.json')),
      (copy) => cp(join(copy, 'vault.state'), join(copy, 'workspace.json')),
      (copy) => writeFile(join(copy, 'workspace.json'), '{"format":"attest-workspace"}'),
      (copy) => rm(join(copy, 'workspace.json')),
    ];
    for (const [index, damage] of damages.entries()) {
      const copy = join(place, String(index));
      await cp(folder, copy, { recursive: true });
      await damage(copy);
      const { store, notices } = await openSealed(copy);
      expect(tagNames(store), `damage ${index}`).toEqual(['tag 1', 'tag 2', 'tag 3', 'tag 4']);
      expect(store.notices.map(({ kind }) => kind)).toEqual(['workspace-set-aside']);
      expect(notices().length).toBeGreaterThan(0);
      expect(await store.close()).toBe(true);
      const again = await look(copy);
      expect(again.tags).toEqual(['tag 1', 'tag 2', 'tag 3', 'tag 4']);
      expect(again.notices.filter((message) => !message.includes('can be read by anybody'))).toEqual([]);
    }
  });

  it('keeps what stands before and after a damaged piece of the journal, and says so', async () => {
    const folder = join(await temporaryFolder(), 'workspace');
    await session(folder, 'tag 0');
    const { store: crashed } = await openSealed(folder);
    const names = ['tag 1', 'tag 2', 'tag 3', 'tag 4'];
    await addTags(crashed, ...names);
    await crashed.release();
    const { path, bytes } = await newestSegment(folder);
    const { pieces } = finish(unsealPiecesInSteps(testKey, bytes, 'journal/00000002.journal'));
    expect(pieces).toHaveLength(names.length + 2);
    const place = await temporaryFolder();
    for (const [index] of names.entries()) {
      const copy = join(place, String(index));
      await cp(folder, copy, { recursive: true });
      const changed = Buffer.from(bytes);
      const at = (pieces[index]?.sealedEnd ?? 0) + 30;
      changed.writeUInt8(changed.readUInt8(at) ^ 4, at);
      await writeFile(path.replace(folder, copy), changed);
      const { store, notices } = await openSealed(copy);
      const left = ['tag 0', ...names.filter((_, other) => other !== index)];
      expect(tagNames(store)).toEqual(left);
      expect(notices().join(' ')).toContain('journal');
      await addTags(store, 'tag later');
      await store.release();
      expect((await look(copy)).tags).toEqual([...left, 'tag later']);
    }
  });

  it('has every acknowledged change wherever the journal is torn off, and asks nobody about it', async () => {
    const folder = join(await temporaryFolder(), 'workspace');
    await session(folder, 'tag 0');
    const { store: crashed } = await openSealed(folder);
    await addTags(crashed, 'tag 1', 'tag 2');
    await crashed.release();
    const { path, bytes } = await newestSegment(folder);
    const { pieces } = finish(unsealPiecesInSteps(testKey, bytes, 'journal/00000002.journal'));
    const [head, one, two] = pieces.map(({ sealedEnd }) => sealedEnd);
    const copy = join(await temporaryFolder(), 'copy');
    for (let length = head ?? 0; length <= (two ?? 0); length += 7) {
      await cp(folder, copy, { recursive: true });
      await truncate(path.replace(folder, copy), length);
      const { store, notices } = await openSealed(copy);
      expect(tagNames(store)).toEqual([
        'tag 0',
        ...(length >= (one ?? 0) ? ['tag 1'] : []),
        ...(length >= (two ?? 0) ? ['tag 2'] : []),
      ]);
      expect(notices()).toEqual([]);
      await addTags(store, 'tag later');
      expect(await store.close()).toBe(true);
      const again = await look(copy);
      expect(again).toMatchObject({ notices: [], tags: expect.arrayContaining(['tag 0', 'tag later']) });
      await rm(copy, { recursive: true });
    }
  });
});

describe('an encrypted workspace that somebody has had', () => {
  it('tells of no older file where there is none', async () => {
    expect(await look(await usedFolder())).toMatchObject({ notices: [] });
  });

  it('tells of an older file in the place of a newer one', async () => {
    const folder = join(await temporaryFolder(), 'workspace');
    await session(folder, 'tag 1');
    const old = await readFile(join(folder, 'workspace.json'));
    await session(folder, 'tag 2');
    await writeFile(join(folder, 'workspace.json'), old);
    const { notices, tags } = await look(folder);
    expect(notices.join(' ')).toMatch(/A file is older than when .* closed: workspace\.json\./u);
    // The journal has been followed.
    expect(tags).toEqual(['tag 1', 'tag 2']);
  });

  it('tells of an older workspace with its journal and backups', async () => {
    const folder = join(await temporaryFolder(), 'workspace');
    await session(folder, 'tag 1');
    const copy = join(await temporaryFolder(), 'copy');
    await cp(folder, copy, { recursive: true });
    await session(folder, 'tag 2');
    await session(folder, 'tag 3');
    for (const name of ['workspace.json', 'journal', 'backups']) {
      await rm(join(folder, name), { recursive: true });
      await cp(join(copy, name), join(folder, name), { recursive: true }).catch(() => undefined);
    }
    const { notices } = await look(folder);
    expect(notices.join(' ')).toContain('older');
  });

  it('tells of files that were removed, and of a journal cut at a piece', async () => {
    const folder = await usedFolder();
    const backup = await firstBackup(folder);
    await rm(join(folder, 'backups', backup));
    expect((await look(folder)).notices.join(' ')).toContain(
      `removed since this encrypted workspace was closed: backups/${backup}.`,
    );
    const cut = await usedFolder();
    const { path, bytes } = await newestSegment(cut);
    const { pieces } = finish(unsealPiecesInSteps(testKey, bytes, 'journal/00000003.journal'));
    await truncate(path, pieces[0]?.sealedEnd ?? 0);
    expect((await look(cut)).notices.join(' ')).toMatch(/not as when .* closed: journal\/00000003\.journal/u);
  });

  it('tells of a file that was set aside and put back', async () => {
    const folder = await usedFolder();
    const workspace = join(folder, 'workspace.json');
    const aside = join(folder, 'workspace.damaged-2026-01-01T00-00-00.000Z.json');
    await rename(workspace, aside);
    await session(folder, 'tag 5');
    expect((await look(folder)).notices).toEqual([]);
    await rename(aside, workspace);
    expect((await look(folder)).notices.join(' ')).toContain('older');
  });

  it('tells of a state that is missing or older', async () => {
    const folder = await usedFolder();
    const old = await readFile(join(folder, 'vault.state'));
    await rm(join(folder, 'vault.state'));
    expect((await look(folder)).notices.join(' ')).toContain('is missing');
    await writeFile(join(folder, 'vault.state'), old.subarray(0, -1));
    expect((await look(folder)).notices.join(' ')).toContain('is damaged');
  });

  it('takes what a crashed session left for what it is', async () => {
    const folder = await usedFolder();
    for (const name of ['tag 5', 'tag 6']) {
      const { store } = await openSealed(folder);
      await addTags(store, name);
      await store.backups.make('before-restore');
      await store.release();
      expect(await look(folder)).toMatchObject({ notices: [], tags: expect.arrayContaining([name]) });
    }
    const workspace = await readFile(join(folder, 'workspace.json'));
    await session(folder);
    await session(folder, 'tag 7');
    await writeFile(join(folder, 'workspace.json'), workspace);
    expect((await look(folder)).notices.join(' ')).toContain('older');
  });

  it('believes no head that nothing was sealed with', async () => {
    const folder = await usedFolder();
    await rm(join(folder, 'backups', await firstBackup(folder)));
    const forged = Buffer.from(await readFile(join(folder, 'workspace.json')));
    forged.fill(0xff, 8, 16);
    await writeFile(join(folder, 'backups', 'forged'), forged);
    expect((await look(folder)).notices.join(' ')).toContain('removed since');
    await session(folder, 'tag 5');
    expect((await look(folder)).tags).toContain('tag 5');
  });

  it('tells of a file in it that anybody can read', async () => {
    const folder = await usedFolder();
    await writeFile(join(folder, 'notes.txt'), 'in clear');
    expect((await look(folder)).notices).toEqual([
      'A file in this encrypted workspace can be read by anybody: notes.txt. Move elsewhere or delete what does not belong here.',
    ]);
  });
});
