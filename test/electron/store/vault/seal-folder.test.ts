import { access, cp, mkdir, readdir, readFile, rm, symlink, truncate, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Files, systemFiles } from '../../../../electron/store/files.ts';
import { findPlaintext, listFolder } from '../../../../electron/store/vault/folder-files.ts';
import { overwriteFile } from '../../../../electron/store/vault/overwrite-file.ts';
import { sealFolder } from '../../../../electron/store/vault/seal-folder.ts';
import { logicalName } from '../../../../electron/store/vault/sealed-name.ts';
import type { SealingOptions } from '../../../../electron/store/vault/sealing-steps.ts';
import { finish, looksSealed, unsealInSteps } from '../../../../electron/store/vault/unseal.ts';
import { unsealFolder } from '../../../../electron/store/vault/unseal-folder.ts';
import { createVault, openVault } from '../../../../electron/store/vault/vault.ts';
import { readVault } from '../../../../electron/store/vault/vault-file.ts';
import { VaultSession } from '../../../../electron/store/vault/vault-session.ts';
import { WorkspaceStore } from '../../../../electron/store/workspace-store.ts';
import { failingFiles } from '../../../support/faults/failing-files.ts';
import { chanceFor } from '../../../support/faults/fault-rounds.ts';
import { fingerprintOf } from '../../../support/faults/fingerprint.ts';
import { memoryFolder } from '../../../support/faults/memory-folder.ts';
import { storeOptions } from '../../../support/faults/store-options.ts';
import { writeWorkspace } from '../../../support/faults/written-workspace.ts';

const cheap = { N: 2, r: 1, p: 1 };

type Content = Readonly<Record<string, string>>;

/** What the files of a workspace folder hold, by name; the lock and the vault are not among them. */
async function contentOf(folder: string): Promise<Content> {
  const { files } = await listFolder(folder);
  return Object.fromEntries(
    await Promise.all(files.map(async (name) => [name, (await readFile(join(folder, name))).toString('base64')])),
  );
}

/** A workspace with everything that there can be in one. */
async function plainFolder(place: string): Promise<string> {
  const folder = join(place, 'workspace');
  const random = chanceFor(80);
  for (const isClosed of [true, true, false]) await writeWorkspace(folder, { random, changes: 6, isClosed });
  await mkdir(join(folder, 'search'));
  await mkdir(join(folder, 'imported', 'торт'), { recursive: true });
  await writeFile(join(folder, 'search', 'index'), Buffer.alloc(70_000, 'word '));
  await writeFile(join(folder, 'imported', 'торт', 'Ціханоўская “é”.txt'), 'a statement');
  await writeFile(join(folder, 'empty.txt'), '');
  await writeFile(join(folder, 'workspace.lock'), 'the lock');
  await writeFile(join(folder, 'backups', '.workspace.json.0123456789ab.attest-tmp'), 'half a backup');
  return folder;
}

/** A new vault, and the options to seal with it. */
async function sealing(folder: string, files: Files = systemFiles): Promise<SealingOptions & { recoveryKey: string }> {
  const made = await createVault('a passphrase', cheap);
  return { folder, files, ...made };
}

/** The options with which the vault that lies there is gone on with; `null` where there is none. */
async function foundIn(folder: string, passphrase = 'a passphrase'): Promise<SealingOptions | null> {
  const vault = await readVault(folder, systemFiles);
  if (vault === 'none') return null;
  if (typeof vault === 'string') throw new Error(vault);
  const opened = await openVault(vault, { passphrase }, cheap);
  if (typeof opened === 'string') throw new Error(opened);
  return { folder, files: systemFiles, vault: opened.vault, dataKey: opened.dataKey };
}

/** What a sealed folder holds, read with its key. */
async function unsealedContent({ folder, vault, dataKey }: SealingOptions): Promise<Content> {
  const content: Record<string, string> = {};
  for (const name of (await listFolder(folder)).files) {
    if (name === 'vault.state') continue;
    const bytes = await readFile(join(folder, name));
    content[name] = finish(unsealInSteps({ dataKey, vaultId: vault.id }, bytes, logicalName(name))).toString('base64');
  }
  return content;
}

const withoutTemporary = (content: Content): Content =>
  Object.fromEntries(Object.entries(content).filter(([name]) => !name.endsWith('-tmp')));

describe('a folder that is sealed', () => {
  it('holds the same, encrypted, and nothing in clear but the lock and the wrapped keys', async () => {
    const folder = await plainFolder(await memoryFolder());
    const before = withoutTemporary(await contentOf(folder));
    const old = new Date('2020-01-02T03:04:05.000Z');
    await utimes(join(folder, 'journal', '00000001.journal'), old, old);
    const progress: number[] = [];
    const options = await sealing(folder);
    const { vault, left } = await sealFolder({
      ...options,
      onProgress: ({ doneFiles, allFiles }) => progress.push(doneFiles / allFiles),
    });
    expect(left).toEqual([]);
    expect(vault.phase).toBe('sealed');
    expect(await readVault(folder, systemFiles)).toEqual(vault);
    expect(await findPlaintext(folder)).toEqual([]);
    expect(await unsealedContent(options)).toEqual(before);
    expect(progress[0]).toBe(0);
    expect(progress.at(-1)).toBe(1);
    expect((await systemFiles.lookAt(join(folder, 'journal', '00000001.journal'))).modifiedMs).toBe(old.getTime());
    const clear: string[] = [];
    for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
      const path = join(entry.parentPath, entry.name);
      if (entry.isFile() && !looksSealed(await readFile(path))) clear.push(entry.name);
    }
    expect(clear.sort()).toEqual(['vault.copy.json', 'vault.json', 'workspace.lock']);
  });

  it('opens as the workspace that it was, and says nothing', async () => {
    const folder = await plainFolder(await memoryFolder());
    await rm(join(folder, 'workspace.lock'));
    const plain = await WorkspaceStore.open(storeOptions(folder, { access: 'read' }));
    const print = fingerprintOf(plain.workspace);
    await plain.release();
    const options = await sealing(folder);
    const { vault } = await sealFolder(options);
    const session = new VaultSession({ folder, files: systemFiles, dataKey: options.dataKey, vaultId: vault.id });
    const store = await WorkspaceStore.open(
      storeOptions(folder, { files: session.files, onCleanEnd: () => session.end() }),
    );
    expect(fingerprintOf(store.workspace)).toBe(print);
    expect([...session.notices, ...store.notices]).toEqual([]);
    expect(await store.close()).toBe(true);
    await unsealFolder({ ...options, vault });
    const again = await WorkspaceStore.open(storeOptions(folder));
    expect(fingerprintOf(again.workspace)).toBe(print);
    expect(again.notices).toEqual([]);
    await again.close();
  });

  it('is byte for byte what it was when it is unsealed, and the vault is gone', async () => {
    const folder = await plainFolder(await memoryFolder());
    const before = withoutTemporary(await contentOf(folder));
    const options = await sealing(folder);
    const { vault } = await sealFolder(options);
    expect(await unsealFolder({ ...options, vault })).toEqual({ left: [], incomplete: [] });
    expect(await contentOf(folder)).toEqual(before);
    expect((await readdir(folder)).filter((name) => name.includes('vault'))).toEqual([]);
    expect(await readVault(folder, systemFiles)).toBe('none');
  });

  it('names links, which cannot be sealed', async () => {
    const folder = await plainFolder(await memoryFolder());
    await symlink(join(folder, 'empty.txt'), join(folder, 'link'));
    expect((await sealFolder(await sealing(folder))).left).toEqual(['link']);
  });

  it('keeps its vault where a file cannot be unsealed, until it is told to go on without', async () => {
    const folder = await plainFolder(await memoryFolder());
    const options = await sealing(folder);
    const { vault } = await sealFolder(options);
    await truncate(join(folder, 'workspace.json'), 100);
    expect(await unsealFolder({ ...options, vault })).toEqual({ left: ['workspace.json'], incomplete: [] });
    // Nothing has been written in clear.
    expect(await readVault(folder, systemFiles)).toEqual(vault);
    expect(await findPlaintext(folder)).toEqual([]);
    await unsealFolder({ ...options, vault, leavesDamaged: true });
    expect(await readVault(folder, systemFiles)).toBe('none');
    expect(await readdir(folder)).toContain('workspace.json.cannot-be-decrypted');
  });

  it('can be ended between two files, and gone on with', async () => {
    const folder = await plainFolder(await memoryFolder());
    const before = withoutTemporary(await contentOf(folder));
    const ending = new AbortController();
    const options = await sealing(folder);
    const onProgress = ({ doneFiles }: { doneFiles: number }): void => {
      if (doneFiles === 3) ending.abort();
    };
    await expect(sealFolder({ ...options, onProgress, signal: ending.signal })).rejects.toThrow();
    const found = await foundIn(folder);
    expect(found?.vault.phase).toBe('sealing');
    if (found) await sealFolder(found);
    expect(await unsealedContent(options)).toEqual(before);
  });
});

describe('sealing and unsealing that is broken off at any operation', () => {
  /** Does `work` in copies of `folder`, each on a disk that dies one operation later, until it comes to its end. */
  async function brokenOff(
    folder: string,
    work: (copy: string, files: Files, overwrite: (path: string) => Promise<void>) => Promise<unknown>,
    look: (copy: string, at: number) => Promise<void>,
  ): Promise<number> {
    const place = await memoryFolder();
    for (let at = 1; ; at += 1) {
      const copy = join(place, String(at));
      await cp(folder, copy, { recursive: true, preserveTimestamps: true });
      const disk = failingFiles(({ count }) => (count >= at ? { code: 'EIO', part: (at % 4) / 3 } : null));
      // Overwriting dies with the disk, now and then in the middle.
      const overwrite = async (path: string): Promise<void> => {
        await disk.files.lookAt(path);
        const bytes = await readFile(path);
        await writeFile(path, bytes.fill(0, 0, bytes.length >> 1));
        await disk.files.lookAt(path);
        await overwriteFile(path);
      };
      let isDone = false;
      try {
        await work(copy, disk.files, overwrite);
        isDone = true;
      } catch (error) {
        expect(error).toMatchObject({ code: 'EIO' });
      }
      await disk.die();
      if (isDone) return at;
      await look(copy, at);
      await rm(copy, { recursive: true });
    }
  }

  /** What is gone on with is broken off too, somewhere. */
  async function breakOffAgain(found: SealingOptions, at: number): Promise<void> {
    const disk = failingFiles(({ count }) => (count >= 1 + ((at * 7) % 60) ? { code: 'EIO', part: 0.5 } : null));
    const work = at % 3 === 0 ? unsealFolder : sealFolder;
    await work({ ...found, files: disk.files }).catch((error: unknown) => expect(error).toMatchObject({ code: 'EIO' }));
    await disk.die();
  }

  const noPlaintextIn = async (folder: string): Promise<void> => {
    expect(await findPlaintext(folder)).toEqual([]);
    const names = await readdir(folder, { recursive: true });
    expect(names.filter((name) => /attest-plain|attest-tmp/u.test(name))).toEqual([]);
  };

  async function smallFolder(): Promise<string> {
    const folder = join(await memoryFolder(), 'workspace');
    await mkdir(join(folder, 'journal'), { recursive: true });
    await writeFile(join(folder, 'workspace.json'), 'the workspace');
    await writeFile(join(folder, 'journal', '00000001.journal'), 'one\ntwo\n'.repeat(2_000));
    await writeFile(join(folder, 'notes “é”.txt'), 'a note');
    return folder;
  }

  it('goes on to the end, or is undone, and loses nothing', { timeout: 120_000 }, async () => {
    const folder = await smallFolder();
    const before = await contentOf(folder);
    const made = await createVault('a passphrase', cheap);
    const steps = await brokenOff(
      folder,
      (copy, files, overwrite) => sealFolder({ ...made, folder: copy, files, overwrite }),
      async (copy, at) => {
        const first = await foundIn(copy);
        if (first) await breakOffAgain(first, at);
        const found = await foundIn(copy);
        if (!found) {
          expect(await contentOf(copy), `operation ${at}`).toEqual(before);
          return;
        }
        if (at % 2 === 0) {
          await sealFolder(found);
          expect(await unsealedContent(found), `operation ${at}`).toEqual(before);
          await noPlaintextIn(copy);
        } else {
          await unsealFolder(found);
          expect(await contentOf(copy), `operation ${at}`).toEqual(before);
          expect(await readVault(copy, systemFiles)).toBe('none');
        }
      },
    );
    expect(steps).toBeGreaterThan(60);
  });

  it('does so where it is being unsealed', { timeout: 120_000 }, async () => {
    const folder = await smallFolder();
    const before = await contentOf(folder);
    const made = await createVault('a passphrase', cheap);
    const { vault } = await sealFolder({ ...made, folder, files: systemFiles });
    const steps = await brokenOff(
      folder,
      (copy, files) => unsealFolder({ ...made, vault, folder: copy, files }),
      async (copy, at) => {
        const found = await foundIn(copy);
        if (!found) {
          expect(await contentOf(copy), `operation ${at}`).toEqual(before);
          return;
        }
        if (at % 2 === 0) {
          await sealFolder(found);
          expect(await unsealedContent(found), `operation ${at}`).toEqual(before);
          await noPlaintextIn(copy);
        } else {
          await unsealFolder(found);
          expect(await contentOf(copy), `operation ${at}`).toEqual(before);
        }
      },
    );
    expect(steps).toBeGreaterThan(25);
  });
});

describe('overwriting', () => {
  it('leaves nothing of a file where it lay, and minds no missing one', async () => {
    const folder = await memoryFolder();
    const path = join(folder, 'file');
    await writeFile(path, Buffer.alloc(2_500_000, 'secret'));
    await overwriteFile(path);
    expect((await readFile(path)).equals(Buffer.alloc(2_500_000))).toBe(true);
    await overwriteFile(join(folder, 'none'));
    await expect(access(join(folder, 'none'))).rejects.toMatchObject({ code: 'ENOENT' });
  });
});
