import { link, mkdir, readdir, readFile, rename, rm, symlink, truncate, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Files, systemFiles } from '../../../../electron/store/files.ts';
import { makeFolder } from '../../../../electron/store/make-folder.ts';
import { findPutBack } from '../../../../electron/store/vault/find-put-back.ts';
import { findPlaintext } from '../../../../electron/store/vault/folder-files.ts';
import { sealFolder } from '../../../../electron/store/vault/seal-folder.ts';
import type { SealingOptions } from '../../../../electron/store/vault/sealing-steps.ts';
import { unsealFolder } from '../../../../electron/store/vault/unseal-folder.ts';
import {
  changePassphrase,
  createVault,
  openVault,
  printVault,
  type Vault,
} from '../../../../electron/store/vault/vault.ts';
import { eraseVault, mendVault, readVault, writeVault } from '../../../../electron/store/vault/vault-file.ts';
import { VaultSession } from '../../../../electron/store/vault/vault-session.ts';
import { writeFileDurably } from '../../../../electron/store/write-file-durably.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';

const cheap = { N: 2, r: 1, p: 1 };
const passphrase = 'a passphrase';

async function made(content: Readonly<Record<string, string>>): Promise<SealingOptions & { recoveryKey: string }> {
  const folder = join(await temporaryFolder(), 'workspace');
  for (const [name, text] of Object.entries({ 'workspace.json': '{"v":1}', ...content })) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), text);
  }
  return { folder, files: systemFiles, ...(await createVault(passphrase, cheap)) };
}

async function vaultOf(folder: string): Promise<Vault> {
  const vault = await readVault(folder, systemFiles);
  if (typeof vault === 'string') throw new Error(vault);
  return vault;
}

function sessionOf({ folder, dataKey, vault }: SealingOptions): VaultSession {
  return new VaultSession({ folder, files: systemFiles, dataKey, vaultId: vault.id, vaultRevision: vault.revision });
}

/** A session that writes these files, and ends cleanly. */
async function session(options: SealingOptions, content: Readonly<Record<string, string>>): Promise<void> {
  const opened = sessionOf(options);
  for (const [name, text] of Object.entries(content)) {
    await writeFileDurably(join(options.folder, name), text, { files: opened.files });
  }
  await opened.end();
}

async function noticesOf(options: SealingOptions): Promise<string> {
  const opened = sessionOf(options);
  await opened.files.readFile(join(options.folder, 'vault.state')).catch(() => undefined);
  return opened.notices.map(({ message }) => message).join(' ');
}

/** `systemFiles`, and what `vault.json` held each time that it was written. */
function watchedVault(): { readonly files: Files; readonly seen: Buffer[] } {
  const seen: Buffer[] = [];
  return {
    seen,
    files: {
      ...systemFiles,
      async rename(from, to) {
        await systemFiles.rename(from, to);
        if (to.endsWith('vault.json')) seen.push(await readFile(to));
      },
    },
  };
}

describe('a folder that is to be sealed', () => {
  const accented = 'statements/Свидетельский е\u0301.txt';

  it('may have names with accents of their own, which are sealed and unsealed as they are', async () => {
    const options = await made({ [accented]: 'SECRET' });
    const { vault, left } = await sealFolder(options);
    expect(left).toEqual([]);
    expect((await readFile(join(options.folder, accented), 'latin1')).includes('SECRET')).toBe(false);
    await writeFile(join(options.folder, 'e\u0301.txt'), 'in clear');
    expect(await findPlaintext(options.folder)).toEqual(['e\u0301.txt']);
    await unsealFolder({ ...options, vault });
    expect(await readFile(join(options.folder, accented), 'utf8')).toBe('SECRET');
  });

  it.each([
    [
      'not written in Unicode',
      'a\ufffd',
      async (folder: string) => {
        await writeFile(Buffer.concat([Buffer.from(`${folder}/a`), Buffer.from([0xef])]), 'of CP1251');
      },
    ],
    [
      'larger than a gibibyte',
      'video.mp4',
      async (folder: string) => {
        await writeFile(join(folder, 'video.mp4'), '');
        await truncate(join(folder, 'video.mp4'), 3 * 1024 ** 3);
      },
    ],
    [
      'is a link',
      'workspace.json',
      async (folder: string) => {
        await rename(join(folder, 'workspace.json'), join(folder, '..', 'elsewhere.json'));
        await symlink(join(folder, '..', 'elsewhere.json'), join(folder, 'workspace.json'));
      },
    ],
  ])('is left as it is where a file in it is %s, which is named', async (words, name, put) => {
    const options = await made({ 'notes.txt': 'a note' });
    await put(options.folder);
    const before = await readdir(options.folder);
    const refusal = sealFolder(options);
    await expect(refusal).rejects.toThrow(words);
    await expect(refusal).rejects.toThrow(name);
    expect(await readdir(options.folder)).toEqual(before);
    expect(await readFile(join(options.folder, 'notes.txt'), 'utf8')).toBe('a note');
    expect(await readVault(options.folder, systemFiles)).toBe('none');
  });

  it('is gone on with, or undone, beside a file that cannot be sealed and came later', async () => {
    const options = await made({});
    await writeVault(options.folder, options.vault, systemFiles);
    await writeFile(join(options.folder, 'video.mp4'), '');
    await truncate(join(options.folder, 'video.mp4'), 3 * 1024 ** 3);
    const { vault, left } = await sealFolder(options);
    expect(left).toEqual(['video.mp4']);
    expect(vault.phase).toBe('sealed');
    await unsealFolder({ ...options, vault });
    expect(await readFile(join(options.folder, 'workspace.json'), 'utf8')).toBe('{"v":1}');
  });

  it('keeps a file of its user that is called like one of its own that are to be destroyed', async () => {
    const name = '.notes.json.attest-plain';
    const options = await made({ 'notes.json': 'mine', [name]: 'mine too' });
    await expect(sealFolder(options)).rejects.toThrow(name);
    await rm(join(options.folder, name));
    const { vault } = await sealFolder(options);
    // Put there later, beside what is sealed, and beside nothing.
    const others = [name, '.gone.json.attest-plain'];
    for (const other of others) await writeFile(join(options.folder, other), 'mine too');
    const again = await sealFolder({ ...options, vault });
    await unsealFolder({ ...options, vault: again.vault });
    const read = async (file: string) => readFile(join(options.folder, file), 'utf8').catch(() => null);
    expect(await read('notes.json')).toBe('mine');
    expect(await read(name)).toBe('mine too');
    expect([await read('gone.json'), await read(others[1] ?? '')]).toContain('mine too');
  });
});

describe('a folder that is not encrypted', () => {
  it('is so, whatever else lies in it', async () => {
    const { folder } = await made({ 'old copy/x': '', 'journal/00000001.journal': '{}\n' });
    await writeFile(join(folder, 'old copy', 'x'), Buffer.from('9341545345414c01', 'hex'));
    expect(await readVault(folder, systemFiles)).toBe('none');
    await writeFile(join(folder, 'journal', '00000001.journal'), Buffer.alloc(4096));
    expect(await readVault(folder, systemFiles)).toBe('none');
  });

  it('is none where its keys are gone and the beginning of every file was spoilt', async () => {
    const options = await made({ 'journal/00000001.journal': '{}\n' });
    await sealFolder(options);
    for (const name of ['vault.json', 'vault.copy.json']) await rm(join(options.folder, name));
    for (const name of ['workspace.json', 'vault.state', 'journal/00000001.journal']) {
      const bytes = await readFile(join(options.folder, name));
      bytes.writeUInt8(bytes.readUInt8(0) ^ 1, 0);
      await writeFile(join(options.folder, name), bytes);
    }
    expect(await readVault(options.folder, systemFiles)).toBe('missing');
    await rm(join(options.folder, 'vault.state'));
    expect(await readVault(options.folder, systemFiles)).toBe('missing');
  });
});

describe('wrapped keys', () => {
  it('are nowhere on the disk once they are replaced or erased, in the files’ old places either', async () => {
    const options = await made({});
    const kept: string[] = [];
    const files: Files = {
      ...systemFiles,
      async rename(from, to) {
        await systemFiles.rename(from, to);
        if (!/vault\.(?:copy\.)?json$/u.test(to)) return;
        kept.push(join(options.folder, '..', `kept ${kept.length}`));
        await link(to, kept.at(-1) ?? '');
      },
    };
    const { vault } = await sealFolder({ ...options, files });
    await eraseVault(options.folder, files);
    expect(kept.length).toBeGreaterThan(3);
    for (const path of kept)
      expect((await readFile(path, 'latin1')).includes(vault.passphrase.wrapped.key)).toBe(false);
  });

  it('are changed where only the first of the two files can be written, and the second is made good later', async () => {
    const options = await made({});
    const { vault } = await sealFolder(options);
    const changed = await changePassphrase({ ...options, vault }, 'another', cheap);
    let created = 0;
    const full: Files = {
      ...systemFiles,
      async createFile(path, mode) {
        created += 1;
        if (created > 1) throw Object.assign(new Error('full'), { code: 'ENOSPC' });
        return systemFiles.createFile(path, mode);
      },
    };
    expect(await writeVault(options.folder, changed, full)).toBe('one');
    expect(await readVault(options.folder, systemFiles)).toEqual(changed);
    expect(await mendVault(options.folder, changed, systemFiles)).toEqual([]);
    expect(await readFile(join(options.folder, 'vault.copy.json'), 'utf8')).toBe(printVault(changed));
    await writeFile(join(options.folder, 'vault.json'), 'damage');
    expect(await mendVault(options.folder, await vaultOf(options.folder), systemFiles)).toEqual(['vault.json']);
    expect(await readFile(join(options.folder, 'vault.json'), 'utf8')).toBe(printVault(changed));
  });

  it('are those of the newer file, where a crash came between the two', async () => {
    const options = await made({});
    const { vault } = await sealFolder(options);
    const changed = await changePassphrase({ ...options, vault }, 'another', cheap);
    for (const name of ['vault.json', 'vault.copy.json']) {
      await writeVault(options.folder, vault, systemFiles);
      await writeFile(join(options.folder, name), printVault(changed));
      const found = await vaultOf(options.folder);
      expect(await openVault(found, { passphrase }, cheap)).toBe('wrong-secret');
      expect(found).toEqual(changed);
    }
  });
});

describe('an encrypted folder that somebody has had', () => {
  it('does not believe an older vault.json that says it is being sealed or unsealed', async () => {
    const options = await made({});
    const { files, seen } = watchedVault();
    const { vault } = await sealFolder({ ...options, files });
    const sealing = JSON.parse(seen[0]?.toString('utf8') ?? '') as Vault & { sha256?: string };
    delete sealing.sha256;
    expect(sealing.phase).toBe('sealing');
    // Begun, and not ended: nobody has put anything back.
    expect(await findPutBack({ ...options, vault })).toBeNull();
    expect(await findPutBack({ ...options, vault: sealing })).toBe(vault.revision);
    await session({ ...options, vault }, { 'workspace.json': '{"v":2}' });
    await rm(join(options.folder, 'vault.state'));
    expect(await findPutBack({ ...options, vault: sealing })).toBe(sealing.revision);
    expect(await findPutBack({ ...options, vault })).toBeNull();
  });

  it('believes one that says so where nothing was ended since', async () => {
    const options = await made({});
    await writeVault(options.folder, options.vault, systemFiles);
    expect(await findPutBack(options)).toBeNull();
    const ending = new AbortController();
    const { vault } = await sealFolder(options);
    const onProgress = (): void => ending.abort();
    await unsealFolder({ ...options, vault, onProgress, signal: ending.signal }).catch(() => undefined);
    const found = await vaultOf(options.folder);
    expect(found.phase).toBe('unsealing');
    expect(await findPutBack({ ...options, vault: found })).toBeNull();
  });

  it('tells of an older vault.state, and of what is missing after it was sealed anew', async () => {
    const options = await made({ 'b.json': 'x', 'c.json': 'y' });
    const { vault } = await sealFolder(options);
    const sealed = { ...options, vault };
    const old = await readFile(join(options.folder, 'vault.state'));
    for (const text of ['2', '3', '4']) await session(sealed, { 'workspace.json': text, 'c.json': text });
    expect(await noticesOf(sealed)).toBe('');
    const state = await readFile(join(options.folder, 'vault.state'));
    await writeFile(join(options.folder, 'vault.state'), old);
    await rm(join(options.folder, 'b.json'));
    expect(await noticesOf(sealed)).toContain('vault.state of this encrypted workspace is older than other files');
    await writeFile(join(options.folder, 'vault.state'), state);
    const again = await sealFolder(sealed);
    await rm(join(options.folder, 'c.json'));
    expect(await noticesOf({ ...options, vault: again.vault })).toContain('c.json');
  });

  it('is not made anew where it is gone', async () => {
    const options = await made({});
    const { vault } = await sealFolder(options);
    const opened = sessionOf({ ...options, vault });
    await opened.files.readFile(join(options.folder, 'workspace.json'));
    await rename(options.folder, `${options.folder} gone`);
    await expect(makeFolder(join(options.folder, 'journal'), opened.files)).rejects.toMatchObject({ code: 'ENOENT' });
    await expect(makeFolder(options.folder, opened.files)).rejects.toMatchObject({ code: 'ENOENT' });
    expect(await readdir(dirname(options.folder))).toEqual(['workspace gone']);
    await rename(`${options.folder} gone`, options.folder);
    await makeFolder(join(options.folder, 'backups'), opened.files);
  });
});
