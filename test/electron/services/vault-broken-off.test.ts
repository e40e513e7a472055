import { readdir, readFile, rename, symlink, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { AttestService } from '../../../core/ipc-contract.ts';
import { type Fault, fail, type Result } from '../../../core/result.ts';
import type { Session } from '../../../core/session.ts';
import { utf16 } from '../../../core/text/offsets.ts';
import { openAttest } from '../../../electron/services/open-attest.ts';
import { systemFiles } from '../../../electron/store/files.ts';
import { findPlaintext } from '../../../electron/store/vault/folder-files.ts';
import { leastCost } from '../../../electron/store/vault/scrypt-cost.ts';
import { unsealFolder } from '../../../electron/store/vault/unseal-folder.ts';
import { openVault, printVault } from '../../../electron/store/vault/vault.ts';
import { readVault } from '../../../electron/store/vault/vault-file.ts';
import { resources } from '../../support/bundled-statements.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const briefing = '003_7caa75fa661d9e47';
const passphrase = 'п’ять “жовтих” 🕊 цеглин';

function take<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.fault.message);
  return result.value;
}

function faultOf(result: Result<unknown>): Fault {
  if (result.ok) throw new Error('It was done.');
  return result.fault;
}

async function open(workspaceFolder: string): Promise<AttestService> {
  const service = take(
    await openAttest({
      host: 'browser',
      version: '0',
      resources,
      workspaceFolder,
      access: 'write',
      lockWaitMs: 0,
      saveFile: async () => fail('internal', 'not expected'),
      chooseCost: async () => leastCost,
    }),
  );
  onTestFinished(async () => {
    await service.close();
  });
  return service;
}

async function sessionOf(service: AttestService): Promise<Session> {
  return take(await service.call('openSession', {}));
}

const told = async (service: AttestService): Promise<string> =>
  (await sessionOf(service)).notices.map(({ message }) => message).join(' ');

async function highlight(service: AttestService, from: number): Promise<void> {
  const passage = { start: utf16(from), end: utf16(from + 40) };
  take(await service.call('addHighlight', { statement: briefing, passage, tags: ['a/b'], note: 'a note' }));
}

/** An encrypted workspace with three highlights, closed, and its recovery key, which is kept. */
async function encrypted(): Promise<{ readonly folder: string; readonly recoveryKey: string }> {
  const folder = join(await temporaryFolder(), 'workspace');
  const service = await open(folder);
  for (const from of [5_000, 6_000, 7_000]) await highlight(service, from);
  const { recoveryKey } = take(await service.call('encryptWorkspace', { passphrase }));
  take(await service.call('keepRecoveryKey', { recoveryKey }));
  expect(await service.close()).toBe(true);
  return { folder, recoveryKey };
}

async function unlocked(folder: string): Promise<AttestService> {
  const service = await open(folder);
  take(await service.call('unlockVault', { passphrase }));
  return service;
}

/** Begins to decrypt the workspace in `folder`, and dies. */
async function dieDecrypting(folder: string): Promise<void> {
  const vault = await readVault(folder, systemFiles);
  if (typeof vault === 'string') throw new Error(vault);
  const opened = await openVault(vault, { passphrase });
  if (typeof opened === 'string') throw new Error(opened);
  const ending = new AbortController();
  const onProgress = ({ doneFiles }: { doneFiles: number }): void => {
    if (doneFiles === 2) ending.abort();
  };
  const dying = unsealFolder({ folder, files: systemFiles, ...opened, onProgress, signal: ending.signal });
  await expect(dying).rejects.toThrow();
}

describe('encrypting', () => {
  it.each<[string, (folder: string) => Promise<void>]>([
    [
      'video.mp4',
      async (folder) => {
        await writeFile(join(folder, 'video.mp4'), '');
        await truncate(join(folder, 'video.mp4'), 3 * 1024 ** 3);
      },
    ],
    [
      'workspace.json',
      async (folder) => {
        await rename(join(folder, 'workspace.json'), join(folder, '..', 'elsewhere.json'));
        await symlink(join(folder, '..', 'elsewhere.json'), join(folder, 'workspace.json'));
      },
    ],
  ])('is refused, and names the file, where %s cannot be encrypted; the work goes on', async (name, put) => {
    const folder = join(await temporaryFolder(), 'workspace');
    const service = await open(folder);
    await highlight(service, 5_000);
    await service.close();
    await put(folder);
    const again = await open(folder);
    const fault = faultOf(await again.call('encryptWorkspace', { passphrase }));
    expect(fault.message).toContain(name);
    expect(take(await again.call('readVault', {})).state).toBe('none');
    expect((await sessionOf(again)).highlights).toHaveLength(1);
    expect((await readdir(folder)).filter((file) => file.startsWith('vault'))).toEqual([]);
  });

  it('asks for a new recovery key at each opening, until one is said to be kept', async () => {
    const folder = join(await temporaryFolder(), 'workspace');
    const service = await open(folder);
    await highlight(service, 5_000);
    take(await service.call('encryptWorkspace', { passphrase }));
    expect(await told(service)).toBe('');
    await service.close();
    const again = await unlocked(folder);
    expect(await told(again)).toContain('Nobody has kept a recovery key');
    const { recoveryKey } = take(await again.call('renewRecoveryKey', { passphrase }));
    take(await again.call('keepRecoveryKey', { recoveryKey }));
    take(await again.call('lockVault', {}));
    take(await again.call('unlockVault', { recoveryKey }));
    expect(await told(again)).toBe('');
  });
});

describe('a new recovery key', () => {
  it('leaves the one before as it is until it is said to be kept', async () => {
    const { folder, recoveryKey } = await encrypted();
    const service = await unlocked(folder);
    const proposed = take(await service.call('renewRecoveryKey', { passphrase })).recoveryKey;
    take(await service.call('lockVault', {}));
    expect(faultOf(await service.call('unlockVault', { recoveryKey: proposed })).code).toBe('invalid');
    take(await service.call('unlockVault', { recoveryKey }));
    // It was proposed before it was locked: that is over.
    expect(faultOf(await service.call('keepRecoveryKey', { recoveryKey: proposed })).code).toBe('invalid');
    take(await service.call('lockVault', {}));
    take(await service.call('unlockVault', { recoveryKey }));
  });
});

describe('decrypting that was broken off', () => {
  it('is undone at the next unlocking, and tells what lay in clear', async () => {
    const { folder } = await encrypted();
    await dieDecrypting(folder);
    expect(await findPlaintext(folder)).not.toEqual([]);
    const service = await unlocked(folder);
    expect(take(await service.call('readVault', {})).state).toBe('open');
    expect((await sessionOf(service)).highlights).toHaveLength(3);
    expect(await told(service)).toMatch(/Decrypting this workspace had been broken off.*lay in clear till then/u);
    expect(await findPlaintext(folder)).toEqual([]);
    await service.close();
    expect(await told(await unlocked(folder))).toBe('');
  });

  it('is begun by nobody who puts back an older vault.json', async () => {
    const { folder } = await encrypted();
    await dieDecrypting(folder);
    const old = await readFile(join(folder, 'vault.json'));
    await (await unlocked(folder)).close();
    for (const name of ['vault.json', 'vault.copy.json']) await writeFile(join(folder, name), old);
    await writeFile(join(folder, 'workspace.json'), '{"forged":true}');
    const service = await unlocked(folder);
    expect(await told(service)).toContain('vault.json of this encrypted workspace is older');
    expect((await sessionOf(service)).highlights).toHaveLength(3);
    expect(await readFile(join(folder, 'workspace.json'), 'utf8')).not.toContain('forged');
    await service.close();
    expect(await told(await unlocked(folder))).not.toContain('vault.json');
  });
});

describe('an encrypted workspace with damage', () => {
  it('is not decrypted before its user says what may be lost', async () => {
    const { folder } = await encrypted();
    const service = await unlocked(folder);
    for (let at = 0; at < 12; at += 1) await highlight(service, 8_000 + 50 * at);
    await service.close();
    const journal = join(folder, 'journal');
    for (const name of await readdir(journal)) {
      const bytes = await readFile(join(journal, name));
      if (bytes.length < 3_000) continue;
      bytes.writeUInt8(bytes.readUInt8(bytes.length >> 1) ^ 1, bytes.length >> 1);
      await writeFile(join(journal, name), bytes);
    }
    const again = await unlocked(folder);
    const fault = faultOf(await again.call('decryptWorkspace', { passphrase }));
    expect(fault).toMatchObject({ code: 'unreadable', message: expect.stringContaining('.journal') });
    expect(take(await again.call('readVault', {})).state).toBe('open');
    expect(await findPlaintext(folder)).toEqual([]);
    take(await again.call('decryptWorkspace', { passphrase, leavesDamaged: true }));
    expect(take(await again.call('readVault', {})).state).toBe('none');
    expect((await sessionOf(again)).highlights.length).toBeGreaterThan(3);
  });

  it('has both files with its key made good, and says so', async () => {
    const { folder } = await encrypted();
    const vault = await readVault(folder, systemFiles);
    if (typeof vault === 'string') throw new Error(vault);
    await writeFile(join(folder, 'vault.json'), Buffer.alloc(900));
    const service = await unlocked(folder);
    expect(await told(service)).toContain('The file vault.json with the key of this encrypted workspace was damaged');
    expect(await readFile(join(folder, 'vault.json'), 'utf8')).toBe(printVault(vault));
    await service.close();
    expect(await told(await unlocked(folder))).toBe('');
  });
});

describe('locking', () => {
  it('does not wait for wrong passphrases to be answered', async () => {
    const { folder } = await encrypted();
    const service = await unlocked(folder);
    const wrong = Array.from({ length: 4 }, () => service.call('renewRecoveryKey', { passphrase: 'not this one' }));
    const answered: string[] = [];
    for (const answer of wrong) void answer.then(() => answered.push('wrong'));
    take(await service.call('lockVault', {}));
    expect(answered.length).toBeLessThan(2);
    expect((await Promise.all(wrong)).map((answer) => faultOf(answer).code)).toContain('locked');
  });

  it('makes no folder in place of one that is gone', async () => {
    const { folder } = await encrypted();
    const service = await unlocked(folder);
    await highlight(service, 9_000);
    await rename(folder, `${folder} gone`);
    await service.call('lockVault', {});
    expect(await readdir(join(folder, '..'))).toEqual(['workspace gone']);
    // It is closed at the end of the test.
    await rename(`${folder} gone`, folder);
  });
});
