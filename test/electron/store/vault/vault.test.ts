import { createHash } from 'node:crypto';
import { open, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { systemFiles } from '../../../../electron/store/files.ts';
import { chooseCost, isWeaker, leastCost, ScryptCost } from '../../../../electron/store/vault/scrypt-cost.ts';
import { sealBytes } from '../../../../electron/store/vault/seal.ts';
import {
  changePassphrase,
  changeRecoveryKey,
  createVault,
  inPhase,
  type NewVault,
  openVault,
  parseVault,
  printVault,
  proposeRecoveryKey,
  type Vault,
} from '../../../../electron/store/vault/vault.ts';
import { eraseVault, readVault, writeVault } from '../../../../electron/store/vault/vault-file.ts';
import { failingFiles } from '../../../support/faults/failing-files.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';

/** Cheap, so that thousands can be tried. */
const cheap = { N: 2, r: 1, p: 1 };
const passphrase = 'Лукашэнка “é” 👩‍👩‍👧 مرحبا';

let made: NewVault;
beforeAll(async () => {
  made = await createVault(passphrase, cheap);
});

/** Like `openVault`, content with any protection. */
const openWith = (vault: Vault, secret: Parameters<typeof openVault>[1]): ReturnType<typeof openVault> =>
  openVault(vault, secret, cheap);

describe('a vault', () => {
  it('gives its data key for the passphrase and for the recovery key', async () => {
    for (const secret of [{ passphrase }, { recoveryKey: made.recoveryKey }]) {
      expect(await openWith(made.vault, secret)).toEqual({
        vault: made.vault,
        dataKey: made.dataKey,
        isChanged: false,
      });
    }
    expect(printVault(made.vault)).not.toContain(made.dataKey.toString('hex'));
  });

  it('takes a passphrase however its accents were typed', async () => {
    expect(await openWith(made.vault, { passphrase: passphrase.normalize('NFD') })).toMatchObject({
      dataKey: made.dataKey,
    });
    const full = passphrase.replace('é', 'ｅ\u0301');
    expect(await openWith(made.vault, { passphrase: full })).toMatchObject({ dataKey: made.dataKey });
  });

  it('gives nothing for a wrong secret', async () => {
    const other = await createVault(passphrase, cheap);
    for (const secret of [
      { passphrase: `${passphrase} ` },
      { passphrase: '' },
      { recoveryKey: other.recoveryKey },
      { recoveryKey: 'mistyped' },
    ]) {
      expect(await openWith(made.vault, secret)).toBe('wrong-secret');
    }
  });

  it('refuses to be made without a passphrase', async () => {
    await expect(createVault('', cheap)).rejects.toThrow(RangeError);
  });

  it('has another data key each time', async () => {
    expect((await createVault(passphrase, cheap)).dataKey).not.toEqual(made.dataKey);
  });

  it('can be given another passphrase, and keeps its data key and recovery key', async () => {
    const vault = await changePassphrase(made, 'another', cheap);
    expect(await openWith(vault, { passphrase })).toBe('wrong-secret');
    expect(await openWith(vault, { passphrase: 'another' })).toMatchObject({ dataKey: made.dataKey });
    expect(await openWith(vault, { recoveryKey: made.recoveryKey })).toMatchObject({ dataKey: made.dataKey });
  });

  it('can be given another recovery key', async () => {
    const recoveryKey = proposeRecoveryKey();
    expect(await openWith(made.vault, { recoveryKey })).toBe('wrong-secret');
    const vault = changeRecoveryKey(made, recoveryKey);
    expect(vault).toMatchObject({ isRecoveryKept: true, revision: made.vault.revision + 1 });
    expect(await openWith(vault, { recoveryKey: made.recoveryKey })).toBe('wrong-secret');
    expect(await openWith(vault, { recoveryKey })).toMatchObject({ dataKey: made.dataKey });
    expect(await openWith(vault, { passphrase })).toMatchObject({ dataKey: made.dataKey });
  });

  it('is protected better on opening where it is protected less than today', async () => {
    const better = { N: 4, r: 1, p: 1 };
    const opened = await openVault(made.vault, { passphrase }, better);
    if (typeof opened === 'string') throw new Error(opened);
    expect(opened).toMatchObject({ isChanged: true, dataKey: made.dataKey });
    expect(opened.vault.passphrase.cost).toEqual(better);
    expect(await openVault(opened.vault, { passphrase }, better)).toMatchObject({ isChanged: false });
    expect(await openVault(opened.vault, { passphrase }, cheap)).toMatchObject({ isChanged: false });
    expect(await openVault(made.vault, { recoveryKey: made.recoveryKey }, better)).toMatchObject({ isChanged: false });
  });

  it('does not open where a part of it comes from another vault or another time', async () => {
    const other = await createVault(passphrase, cheap);
    const mixed = { ...made.vault, passphrase: other.vault.passphrase };
    expect(await openWith(mixed, { passphrase })).toBe('wrong-secret');
    expect(await openWith(mixed, { recoveryKey: made.recoveryKey })).toBe('damaged');
    expect(await openWith({ ...made.vault, phase: 'unsealing' }, { passphrase })).toBe('damaged');
    const weakened = { ...made.vault.passphrase, cost: { N: 4, r: 1, p: 1 } };
    expect(await openWith({ ...made.vault, passphrase: weakened }, { passphrase })).toBe('wrong-secret');
    expect(await openWith(inPhase(made, 'sealed'), { passphrase })).toMatchObject({ dataKey: made.dataKey });
  });
});

describe('the text of a vault', () => {
  it('is read back as it was', () => {
    expect(parseVault(printVault(made.vault))).toEqual(made.vault);
  });

  it('is damaged, without any secret, where a single bit was changed or its end is missing', () => {
    const bytes = Buffer.from(printVault(made.vault));
    for (let bit = 0; bit < bytes.length * 8; bit += 1) {
      const changed = Buffer.from(bytes);
      changed.writeUInt8(changed.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3);
      expect(parseVault(changed.toString('utf8')), `bit ${bit}`).toBe('damaged');
    }
    for (let length = 0; length < bytes.length; length += 1) {
      expect(parseVault(bytes.toString('utf8', 0, length)), `${length} bytes`).toBe('damaged');
    }
  });

  it('is told from that of a later version', () => {
    const [body = ''] = printVault(made.vault).replace('"version": 1', '"version": 2').split(',\n "sha256"');
    const sha256 = createHash('sha256').update(body).digest('hex');
    expect(parseVault(`${body},\n "sha256": "${sha256}"\n}\n`)).toBe('newer');
  });
});

describe('the files of a vault', () => {
  const sealedIn = async (folder: string): Promise<void> => {
    const key = { dataKey: made.dataKey, vaultId: made.vault.id };
    await writeFile(
      join(folder, 'workspace.json'),
      sealBytes(key, Buffer.from('{}'), { name: 'workspace.json', generation: 1 }),
    );
  };

  it('are two, of which one may be damaged or gone', async () => {
    const folder = await temporaryFolder();
    await sealedIn(folder);
    await writeVault(folder, made.vault, systemFiles);
    for (const name of ['vault.json', 'vault.copy.json']) {
      await writeFile(join(folder, name), 'damage');
      expect(await readVault(folder, systemFiles)).toEqual(made.vault);
      await rm(join(folder, name));
      expect(await readVault(folder, systemFiles)).toEqual(made.vault);
      await writeVault(folder, made.vault, systemFiles);
    }
  });

  it('are missed, or damaged, where files are sealed; where none is there is no vault', async () => {
    const folder = await temporaryFolder();
    expect(await readVault(join(folder, 'nowhere'), systemFiles)).toBe('none');
    await writeFile(join(folder, 'workspace.json'), '{}');
    expect(await readVault(folder, systemFiles)).toBe('none');
    await rm(join(folder, 'workspace.json'));
    await sealedIn(folder);
    expect(await readVault(folder, systemFiles)).toBe('missing');
    await writeFile(join(folder, 'vault.copy.json'), printVault(made.vault).slice(1));
    expect(await readVault(folder, systemFiles)).toBe('damaged');
  });

  it('hold nothing of the old passphrase when another was given, and one of them is good at any time', async () => {
    const folder = await temporaryFolder();
    await sealedIn(folder);
    await writeVault(folder, made.vault, systemFiles);
    const handle = await open(join(folder, 'vault.json'), 'r');
    onTestFinished(() => handle.close());
    const changed = await changePassphrase(made, 'another', cheap);
    for (let at = 1; ; at += 1) {
      const disk = failingFiles(({ count }) => (count >= at ? { code: 'ENOSPC' } : null));
      const isDone = await writeVault(folder, changed, disk.files).then(
        (written) => written === 'both',
        () => false,
      );
      expect([made.vault, changed]).toContainEqual(await readVault(folder, systemFiles));
      if (isDone) break;
    }
    expect(await readVault(folder, systemFiles)).toEqual(changed);
    const { wrapped } = made.vault.passphrase;
    expect((await handle.readFile('utf8')).includes(wrapped.key)).toBe(false);
    for (const name of await readdir(folder)) {
      expect((await readFile(join(folder, name), 'latin1')).includes(wrapped.key), name).toBe(false);
    }
  });

  it('are gone when they have been erased, with what a crash has left of them', async () => {
    const folder = await temporaryFolder();
    await writeVault(folder, made.vault, systemFiles);
    await writeFile(join(folder, '.vault.json.0123456789ab.attest-tmp'), await readFile(join(folder, 'vault.json')));
    await eraseVault(folder, systemFiles);
    expect(await readdir(folder)).toEqual([]);
  });
});

describe('the cost of a passphrase', () => {
  it('is chosen by the time that the least takes here, in memory first', async () => {
    const chosen = (ms: number): Promise<ScryptCost> => chooseCost(async () => ms);
    expect(await chosen(5_000)).toEqual(leastCost);
    expect(await chosen(1_000)).toEqual(leastCost);
    expect(await chosen(500)).toEqual({ N: 2 ** 18, r: 8, p: 1 });
    expect(await chosen(240)).toEqual({ N: 2 ** 19, r: 8, p: 1 });
    expect(await chosen(60)).toEqual({ N: 2 ** 19, r: 8, p: 4 });
    expect(await chosen(0)).toEqual({ N: 2 ** 19, r: 8, p: 4 });
  });

  it('is never less than 128 MiB nor more than 512 MiB', () => {
    expect(leastCost).toEqual({ N: 2 ** 17, r: 8, p: 1 });
    expect(ScryptCost.safeParse({ N: 2 ** 19, r: 8, p: 4 }).success).toBe(true);
    // Whoever may write vault.json must not have its user wait for an hour.
    expect(ScryptCost.safeParse({ N: 2 ** 19, r: 8, p: 5 }).success).toBe(false);
    expect(ScryptCost.safeParse({ N: 2 ** 20, r: 8, p: 1 }).success).toBe(false);
    expect(ScryptCost.safeParse({ N: 1_000, r: 8, p: 1 }).success).toBe(false);
    expect(isWeaker(leastCost, { N: 2 ** 18, r: 8, p: 1 })).toBe(true);
    expect(isWeaker(leastCost, leastCost)).toBe(false);
  });

  it('can be paid here', { timeout: 60_000 }, async () => {
    const { vault, dataKey } = await createVault(passphrase);
    expect(vault.passphrase.cost).toEqual(leastCost);
    expect(await openVault(vault, { passphrase })).toMatchObject({ dataKey, isChanged: false });
  });
});
