import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import type { AttestService } from '../../../../core/ipc-contract.ts';
import { fail, type Result, succeed } from '../../../../core/result.ts';
import type { AttestEvent } from '../../../../core/session.ts';
import { bringStatements } from '../../../../electron/services/exchange/bring-statements.ts';
import { readImport } from '../../../../electron/services/exchange/read-import.ts';
import { openAttest } from '../../../../electron/services/open-attest.ts';
import { leastCost } from '../../../../electron/store/vault/scrypt-cost.ts';
import { resources } from '../../../support/bundled-statements.ts';
import { openColleague } from '../../../support/colleague.ts';
import { failingFiles } from '../../../support/faults/failing-files.ts';
import { writeOwnLibrary } from '../../../support/own-library.ts';
import { patient } from '../../../support/patient.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';

const passphrase = 'five yellow bricks, “тут”';

type Progress = Extract<AttestEvent, { readonly type: 'import-progress' }>;

function take<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.fault.message);
  return result.value;
}

/** The archive of a colleague with `count` imported statements. */
async function archiveOf(count: number): Promise<Buffer> {
  const folder = await temporaryFolder();
  await writeOwnLibrary(folder, count);
  const colleague = await openColleague(folder, 'Anna');
  const archive = await colleague.send('attest');
  await colleague.leave();
  return archive;
}

async function open(folder: string, source: Buffer): Promise<AttestService> {
  const service = take(
    await openAttest({
      host: 'browser',
      version: '0',
      resources,
      workspaceFolder: folder,
      access: 'write',
      lockWaitMs: 0,
      chooseCost: async () => leastCost,
      saveFile: async ({ count }) => succeed({ outcome: 'saved', location: 'here', count }),
      pickFile: async () => succeed({ source, name: 'anna.attest' }),
    }),
  );
  onTestFinished(async () => {
    await service.close();
  });
  return service;
}

async function read(service: AttestService) {
  const answer = take(await service.call('readImport', { upload: null }));
  if (answer.outcome !== 'read') throw new Error('The file was not read.');
  return answer;
}

const apply = (service: AttestService, token: string) =>
  service.call('applyImport', { token, rule: 'both', choices: {} });

/** What is said of how far the taking is. */
function listen(service: AttestService): Progress[] {
  const told: Progress[] = [];
  service.subscribe((event) => {
    if (event.type === 'import-progress') told.push(event);
  });
  return told;
}

async function statementFiles(folder: string): Promise<string[]> {
  const entries = await readdir(join(folder, 'statements'), { recursive: true, withFileTypes: true }).catch(() => []);
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
}

/** Resolves when there are more than `before` files of statements. */
const untilMore = (folder: string, before = 0): Promise<void> =>
  vi.waitFor(async () => expect((await statementFiles(folder)).length).toBeGreaterThan(before), {
    ...patient,
    interval: 1,
  });

const giveUp = async (service: AttestService, token: string): Promise<void> => {
  take(await service.call('dropImport', { token, staysOpen: true }));
};

const ownIn = async (service: AttestService) =>
  take(await service.call('openSession', {})).statements.filter(({ own }) => own);

describe('taking an archive of many statements', () => {
  let made: Promise<Buffer> | undefined;
  /** The archive that most of these tests take. */
  const large = (): Promise<Buffer> => {
    made ??= archiveOf(120);
    return made;
  };

  it('says how far it is, from none to all', async () => {
    const folder = await temporaryFolder();
    const service = await open(folder, await large());
    const { token } = await read(service);
    const told = listen(service);
    expect(take(await apply(service, token))).toMatchObject({ outcome: 'taken', save: { state: 'saved' } });
    expect(told[0]).toMatchObject({ token, done: 0, total: 120, secondsLeft: null });
    expect(told.at(-1)).toMatchObject({ token, done: 120, total: 120 });
    const done = told.map((event) => event.done);
    expect(done).toEqual([...new Set(done)].sort((a, b) => a - b));
    expect(await statementFiles(folder)).toHaveLength(240);
    expect(await ownIn(service)).toHaveLength(120);
  });

  it('is given up with nothing changed and nothing left behind, and can be taken again', async () => {
    const folder = await temporaryFolder();
    const service = await open(folder, await large());
    const summary = await read(service);
    const { token } = summary;
    const told = listen(service);
    const before = take(await service.call('openSession', {}));
    const taking = apply(service, token);
    await untilMore(folder);
    await giveUp(service, token);
    expect(take(await taking)).toEqual({ outcome: 'cancelled' });
    expect(told.map(({ done }) => done)).not.toContain(120);
    expect(await statementFiles(folder)).toEqual([]);
    expect(take(await service.call('openSession', {}))).toEqual(before);
    const { items } = take(await service.call('readImportItems', { token, from: 0 }));
    expect(items).toEqual(summary.items);
    expect(take(await apply(service, token))).toMatchObject({ outcome: 'taken' });
    expect(await statementFiles(folder)).toHaveLength(240);
  });

  it('given up, leaves the files that were there before', async () => {
    const folder = await temporaryFolder();
    await writeOwnLibrary(folder, 20);
    const service = await open(folder, await large());
    const here = await ownIn(service);
    take(await service.call('removeStatements', { statements: here.map(({ id }) => id) }));
    const { token } = await read(service);
    const taking = apply(service, token);
    await untilMore(folder, 40);
    await giveUp(service, token);
    expect(take(await taking)).toEqual({ outcome: 'cancelled' });
    expect(await statementFiles(folder)).toHaveLength(40);
    take(await service.call('undo', {}));
    for (const { id } of here) expect(take(await service.call('readStatement', { statement: id })).text).not.toBe('');
  });

  it('is one at a time, and giving up what is not being taken does nothing', async () => {
    const service = await open(await temporaryFolder(), await large());
    const [first, second] = [await read(service), await read(service)];
    const taking = apply(service, first.token);
    const refused = await apply(service, second.token);
    expect(refused.ok ? '' : refused.fault.message).toBe(
      'Another import is being taken: wait until it is done, or cancel it.',
    );
    for (const token of [second.token, 'none', '__proto__']) {
      take(await service.call('dropImport', { token, staysOpen: true }));
    }
    expect(take(await taking)).toMatchObject({ outcome: 'taken' });
    expect(take(await apply(service, second.token))).toMatchObject({ outcome: 'taken', highlights: [] });
  });

  it('ends when the workspace is closed, with nothing left behind', async () => {
    const folder = await temporaryFolder();
    const service = await open(folder, await large());
    const { token } = await read(service);
    const taking = apply(service, token);
    await untilMore(folder);
    expect(await service.close()).toBe(true);
    expect(take(await taking)).toEqual({ outcome: 'cancelled' });
    expect(await statementFiles(folder)).toEqual([]);
    expect(await ownIn(await open(folder, Buffer.from('')))).toEqual([]);
  });

  it('for a command ends when the Attest that is open is closed, and the command is told', async () => {
    const folder = await temporaryFolder();
    const reader = await open(folder, Buffer.from(''));
    const source = join(await temporaryFolder(), 'anna.attest');
    await writeFile(source, await large());
    const command = take(
      await openAttest({
        host: 'command line',
        version: '0',
        resources,
        workspaceFolder: folder,
        access: 'write',
        lockWaitMs: 0,
        saveFile: async () => fail('internal', 'Nothing is saved here.'),
        pickFile: async () => succeed({ source, name: 'anna.attest' }),
      }),
    );
    const { token } = await read(command);
    const taking = apply(command, token);
    await untilMore(folder);
    expect(await reader.close()).toBe(true);
    expect(take(await taking)).toEqual({ outcome: 'cancelled' });
    await command.close();
    expect(await statementFiles(folder)).toEqual([]);
  });

  it('of an encrypted workspace is given up by locking it and by its user, and kept encrypted when it is taken', async () => {
    const folder = await temporaryFolder();
    const service = await open(folder, await large());
    take(await service.call('encryptWorkspace', { passphrase }));
    const first = await read(service);
    const locked = apply(service, first.token);
    await untilMore(folder);
    take(await service.call('lockVault', {}));
    expect(take(await locked)).toEqual({ outcome: 'cancelled' });
    expect(await statementFiles(folder)).toEqual([]);

    take(await service.call('unlockVault', { passphrase }));
    const { token } = await read(service);
    const given = apply(service, token);
    await untilMore(folder);
    await giveUp(service, token);
    expect(take(await given)).toEqual({ outcome: 'cancelled' });
    expect(await statementFiles(folder)).toEqual([]);
    expect(take(await apply(service, token))).toMatchObject({ outcome: 'taken' });
    const [one = ''] = await statementFiles(folder);
    expect((await readFile(one)).toString('latin1')).not.toContain('This is statement');
    const { id } = (await ownIn(service))[0] ?? { id: '' };
    expect(take(await service.call('readStatement', { statement: id })).text).toContain('They were kept in cells');
  });
});

describe('bringing the files of statements', () => {
  it('on a disk that fails midway says so, and leaves nothing behind', async () => {
    const source = await archiveOf(12);
    const { versions = [] } = take(await readImport(source, [], undefined, []));
    expect(versions).toHaveLength(12);
    for (const [operation, code, why] of [
      ['createFile', 'ENOSPC', /disk is full/u],
      ['write', 'ENOSPC', /disk is full/u],
      ['sync', 'EIO', /disk reported an error/u],
      ['rename', 'EIO', /disk reported an error/u],
      ['syncFolder', 'EIO', /disk reported an error/u],
    ] as const) {
      for (const at of [1, 2, 9]) {
        const folder = await temporaryFolder();
        const { files } = failingFiles((attempt) =>
          attempt.operation === operation && attempt.countOfKind === at ? { code, part: 0.5 } : null,
        );
        const signal = new AbortController().signal;
        const told: number[] = [];
        const onProgress = (done: number): void => void told.push(done);
        const bringing = { folder, files, signal, onProgress, needed: () => [] };
        const brought = await bringStatements(source, versions, bringing);
        expect(brought.ok ? '' : brought.fault.message).toMatch(/nothing was imported/u);
        expect(brought.ok ? '' : brought.fault.message).toMatch(why);
        expect(told).toEqual([...told].sort((a, b) => a - b));
        expect(await statementFiles(folder)).toEqual([]);
        expect(take(await bringStatements(source, versions, bringing))).toBe('brought');
        expect(await statementFiles(folder)).toHaveLength(24);
      }
    }
  });
});
