import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { everyExcerpt } from '../../../core/excerpts/excerpt-filter.ts';
import type { AttestService } from '../../../core/ipc-contract.ts';
import { initialReportOptions } from '../../../core/report/report-request.ts';
import { type Fault, fail, type Result, succeed } from '../../../core/result.ts';
import type { AttestEvent, Session } from '../../../core/session.ts';
import { utf16 } from '../../../core/text/offsets.ts';
import { openAttest } from '../../../electron/services/open-attest.ts';
import type { OpenOptions } from '../../../electron/services/ports.ts';
import { systemFiles } from '../../../electron/store/files.ts';
import { findPlaintext } from '../../../electron/store/vault/folder-files.ts';
import { leastCost } from '../../../electron/store/vault/scrypt-cost.ts';
import { createVault } from '../../../electron/store/vault/vault.ts';
import { readVault, writeVault } from '../../../electron/store/vault/vault-file.ts';
import { readHolder } from '../../../electron/store/workspace-lock.ts';
import { resources } from '../../support/bundled-statements.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const briefing = '003_7caa75fa661d9e47';
const passphrase = 'п’ять “жовтих” 🕊 цеглин';
const note = 'Zeugnis “Свобода” 🕊 e\u0301 QQSECRETQQ';
const tag = 'detention/ZZHIDDENZZ';
const dossierName = 'Справа YYDOSSIERYY';

function take<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.fault.message);
  return result.value;
}

function faultOf(result: Result<unknown>): Fault {
  if (result.ok) throw new Error('It was done.');
  return result.fault;
}

function opening(workspaceFolder: string, changed: Partial<OpenOptions> = {}): Promise<Result<AttestService>> {
  return openAttest({
    host: 'browser',
    version: '0',
    resources,
    workspaceFolder,
    access: 'write',
    lockWaitMs: 0,
    saveFile: async () => fail('internal', 'not expected'),
    chooseCost: async () => leastCost,
    ...changed,
  });
}

async function open(folder: string, changed: Partial<OpenOptions> = {}): Promise<AttestService> {
  const service = take(await opening(folder, changed));
  onTestFinished(async () => {
    await service.close();
  });
  return service;
}

async function sessionOf(service: AttestService): Promise<Session> {
  return take(await service.call('openSession', {}));
}

async function work(service: AttestService, from = 5_000): Promise<void> {
  const passage = { start: utf16(from), end: utf16(from + 40) };
  const { highlights } = take(await service.call('addHighlight', { statement: briefing, passage, tags: [tag], note }));
  take(await service.call('createDossier', { name: `${dossierName} ${from}`, highlights }));
  take(await service.call('keepOnDevice', { key: 'attest.places', value: { secret: 'XXDEVICEXX' } }));
}

/** What an export is asked for. */
const report = {
  selection: { of: 'excerpts', filter: everyExcerpt, groupBy: 'statement' },
  options: initialReportOptions,
  format: 'docx',
  hasRecord: false,
  job: 'under way',
} as const;

/** Everything under `folder` that holds one of the words which the test has written. */
async function tracesIn(folder: string): Promise<string[]> {
  const words = ['QQSECRETQQ', 'ZZHIDDENZZ', 'YYDOSSIERYY', 'XXDEVICEXX', 'Свобода'].flatMap((word) => [
    Buffer.from(word, 'utf8'),
    Buffer.from(word, 'utf16le'),
  ]);
  const traces: string[] = [];
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    if (!entry.isFile()) continue;
    // What the store writes at this moment may be in its place already.
    const bytes = await readFile(path).catch(() => Buffer.alloc(0));
    if (words.some((word) => bytes.includes(word))) traces.push(path);
  }
  return traces;
}

/** A process's folder for temporary files of this test alone. */
async function ownTemporaryFiles(): Promise<string> {
  const folder = join(await temporaryFolder(), 'tmp');
  await mkdir(folder);
  vi.stubEnv('TMPDIR', folder);
  expect(tmpdir()).toBe(folder);
  return folder;
}

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllEnvs();
});

describe('an encrypted workspace', () => {
  it('keeps highlights, dossiers, history, backups and reading settings through encrypting, restarts and decrypting', async () => {
    const folder = await temporaryFolder();
    const temporary = await ownTemporaryFiles();
    const first = await open(folder);
    await work(first);
    const before = await sessionOf(first);
    const { recoveryKey, left } = take(await first.call('encryptWorkspace', { passphrase }));
    take(await first.call('keepRecoveryKey', { recoveryKey }));
    expect(left).toEqual([]);
    const sealed = await sessionOf(first);
    expect(sealed.highlights).toEqual(before.highlights);
    await work(first, 6_000);
    const all = await sessionOf(first);
    const history = take(await first.call('readHistory', { highlight: null, before: null, limit: 100 }));
    expect(await tracesIn(folder)).toEqual([]);
    expect(await first.close()).toBe(true);
    expect(await findPlaintext(folder)).toEqual([]);
    expect([...(await tracesIn(folder)), ...(await tracesIn(temporary))]).toEqual([]);

    const second = await open(folder);
    expect(take(await second.call('readVault', {})).state).toBe('locked');
    take(await second.call('unlockVault', { recoveryKey }));
    const again = await sessionOf(second);
    expect(again.highlights).toEqual(all.highlights);
    expect(again.dossiers).toEqual(all.dossiers);
    expect(again.device).toEqual(all.device);
    expect(again.notices).toEqual([]);
    expect(take(await second.call('readHistory', { highlight: null, before: null, limit: 100 })).entries).toEqual(
      history.entries,
    );
    const backups = take(await second.call('listBackups', {}));
    expect(backups.length).toBeGreaterThan(0);
    const oldest = backups.at(-1)?.name ?? '';
    expect(take(await second.call('compareBackup', { name: oldest })).name).toBe(oldest);

    take(await second.call('decryptWorkspace', { passphrase }));
    expect(take(await second.call('readVault', {})).state).toBe('none');
    expect((await sessionOf(second)).highlights).toEqual(all.highlights);
    expect(await second.close()).toBe(true);
    expect(await tracesIn(folder)).not.toEqual([]);
    const third = await open(folder);
    const plain = await sessionOf(third);
    expect(plain.highlights).toEqual(all.highlights);
    expect(plain.dossiers).toEqual(all.dossiers);
    expect(plain.notices).toEqual([]);
  });

  it('is asked nothing while it is locked, and tells its readers when that changes', async () => {
    const folder = await temporaryFolder();
    const service = await open(folder);
    await work(service);
    take(await service.call('encryptWorkspace', { passphrase }));
    const events: AttestEvent[] = [];
    service.subscribe((event) => events.push(event));
    take(await service.call('lockVault', {}));
    expect(await readHolder(folder)).toBeNull();
    for (const result of [
      await service.call('openSession', {}),
      await service.call('readStatement', { statement: briefing }),
      await service.call('undo', {}),
      await service.call('changePassphrase', { passphrase, next: 'another passphrase' }),
    ]) {
      expect(faultOf(result).code).toBe('locked');
    }
    take(await service.call('unlockVault', { passphrase }));
    expect((await sessionOf(service)).highlights).toHaveLength(1);
    const told = events.flatMap((event) => (event.type === 'vault' ? [event.vault.state] : []));
    expect(told).toEqual(['locked', 'open']);
    expect(JSON.stringify(events)).not.toContain(passphrase);
  });

  it('tells how far encrypting has come', async () => {
    const service = await open(await temporaryFolder());
    await work(service);
    const events: AttestEvent[] = [];
    service.subscribe((event) => events.push(event));
    take(await service.call('encryptWorkspace', { passphrase }));
    const states = events.flatMap((event) => (event.type === 'vault' ? [event.vault] : []));
    const last = states.filter(({ state }) => state === 'sealing').at(-1);
    expect(last?.total).toBeGreaterThan(0);
    expect(last?.done).toBe(last?.total);
    expect(states.at(-1)).toEqual({ state: 'open', done: 0, total: 0 });
  });

  it('refuses a wrong passphrase, each later than the one before, and a short new one', async () => {
    const folder = await temporaryFolder();
    const service = await open(folder);
    expect(faultOf(await service.call('encryptWorkspace', { passphrase: 'seven 7' })).code).toBe('invalid');
    expect(take(await service.call('readVault', {})).state).toBe('none');
    take(await service.call('encryptWorkspace', { passphrase }));
    take(await service.call('lockVault', {}));
    const waits: number[] = [];
    for (const wrong of ['wrong', 'wrong again']) {
      const started = performance.now();
      const fault = faultOf(await service.call('unlockVault', { passphrase: wrong }));
      waits.push(performance.now() - started);
      expect(fault.code).toBe('invalid');
      expect(JSON.stringify(fault)).not.toContain('wrong');
    }
    expect(waits[0]).toBeGreaterThan(500);
    expect(waits[1]).toBeGreaterThan(1_000);
    expect(faultOf(await service.call('unlockVault', { recoveryKey: 'AAAAA' })).code).toBe('invalid');
    expect(take(await service.call('readVault', {})).state).toBe('locked');
  });

  it('changes its passphrase, also by the recovery key, and its recovery key', async () => {
    const folder = await temporaryFolder();
    const service = await open(folder);
    await work(service);
    const { recoveryKey } = take(await service.call('encryptWorkspace', { passphrase }));
    take(await service.call('changePassphrase', { passphrase: recoveryKey, next: 'a second passphrase' }));
    expect(faultOf(await service.call('renewRecoveryKey', { passphrase })).code).toBe('invalid');
    const renewed = take(await service.call('renewRecoveryKey', { passphrase: 'a second passphrase' })).recoveryKey;
    take(await service.call('keepRecoveryKey', { recoveryKey: renewed }));
    take(await service.call('lockVault', {}));
    expect(faultOf(await service.call('unlockVault', { recoveryKey })).code).toBe('invalid');
    take(await service.call('unlockVault', { recoveryKey: renewed }));
    take(await service.call('lockVault', {}));
    take(await service.call('unlockVault', { passphrase: 'a second passphrase' }));
    expect((await sessionOf(service)).highlights).toHaveLength(1);
  });

  it('can be opened by nobody once its key is destroyed', async () => {
    const folder = await temporaryFolder();
    const service = await open(folder);
    await work(service);
    take(await service.call('encryptWorkspace', { passphrase }));
    expect(faultOf(await service.call('eraseWorkspaceKey', { passphrase: 'not this one' })).code).toBe('invalid');
    take(await service.call('eraseWorkspaceKey', { passphrase }));
    expect(take(await service.call('readVault', {})).state).toBe('locked');
    expect(faultOf(await service.call('unlockVault', { passphrase })).message).toContain('destroyed');
    expect(await readHolder(folder)).toBeNull();
    expect(await readVault(folder, systemFiles)).toBe('missing');
    const fault = faultOf(await opening(folder));
    expect(fault.code).toBe('unreadable');
    expect(fault.message).toContain('vault.json');
    expect(await tracesIn(folder)).toEqual([]);
  });

  it('is not opened, and not touched, where both files with its key are damaged', async () => {
    const folder = await temporaryFolder();
    const service = await open(folder);
    await work(service);
    take(await service.call('encryptWorkspace', { passphrase }));
    await service.close();
    for (const name of ['vault.json', 'vault.copy.json']) await writeFile(join(folder, name), '{}');
    const before = await readFile(join(folder, 'workspace.json'));
    expect(faultOf(await opening(folder)).message).toContain('damaged');
    expect((await readFile(join(folder, 'workspace.json'))).equals(before)).toBe(true);
  });

  it('stays open where the last change cannot be saved', async () => {
    const folder = await temporaryFolder();
    const service = await open(folder);
    await work(service);
    take(await service.call('encryptWorkspace', { passphrase }));
    await rm(join(folder, 'journal'), { recursive: true });
    await writeFile(join(folder, 'journal'), 'in the way');
    const passage = { start: utf16(7_000), end: utf16(7_040) };
    take(await service.call('addHighlight', { statement: briefing, passage, tags: [], note: '' }));
    const fault = faultOf(await service.call('lockVault', {}));
    expect(fault.code).toBe('not-saved');
    expect(take(await service.call('readVault', {})).state).toBe('open');
    expect((await sessionOf(service)).highlights).toHaveLength(2);
    await rm(join(folder, 'journal'));
    take(await service.call('retrySave', {}));
    take(await service.call('lockVault', {}));
    take(await service.call('unlockVault', { passphrase }));
    expect((await sessionOf(service)).highlights).toHaveLength(2);
  });

  it('locks itself after the minutes that were chosen without a call, and never where that is 0', async () => {
    const service = await open(await temporaryFolder());
    take(await service.call('encryptWorkspace', { passphrase }));
    const locked = new Promise<void>((resolve) => {
      service.subscribe((event) => event.type === 'vault' && event.vault.state === 'locked' && resolve());
    });
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    take(await service.call('keepOnDevice', { key: 'attest.auto-lock', value: 0 }));
    await vi.advanceTimersByTimeAsync(24 * 60 * 60_000);
    take(await service.call('keepOnDevice', { key: 'attest.auto-lock', value: 5 }));
    await vi.advanceTimersByTimeAsync(4 * 60_000);
    take(await service.call('readVault', {}));
    await vi.advanceTimersByTimeAsync(4 * 60_000);
    expect(take(await service.call('openSession', {})).device).toEqual({ 'attest.auto-lock': 5 });
    await vi.advanceTimersByTimeAsync(5 * 60_000);
    vi.useRealTimers();
    await locked;
    expect(faultOf(await service.call('openSession', {})).code).toBe('locked');
  });

  it('is unlocked by one process at a time, and served to commands through its door without a passphrase', async () => {
    const folder = await temporaryFolder();
    const first = await open(folder);
    await work(first);
    take(await first.call('encryptWorkspace', { passphrase }));
    const second = await open(folder, { host: 'desktop' });
    expect(take(await second.call('readVault', {})).state).toBe('locked');
    expect(faultOf(await second.call('unlockVault', { passphrase })).code).toBe('read-only');
    expect(take(await second.call('readVault', {})).state).toBe('locked');
    const visitor = await open(folder, { host: 'command line', access: 'read' });
    expect(take(await visitor.call('readVault', {})).state).toBe('open');
    expect((await sessionOf(visitor)).highlights).toHaveLength(1);
    expect(faultOf(await visitor.call('decryptWorkspace', { passphrase })).code).toBe('invalid');
    await visitor.close();
    take(await first.call('lockVault', {}));
    const nobody = await open(folder, { host: 'command line', access: 'read' });
    expect(take(await nobody.call('readVault', {})).state).toBe('locked');
    take(await second.call('unlockVault', { passphrase }));
    expect((await sessionOf(second)).highlights).toHaveLength(1);
  });

  it('is locked while an export waits for its place: the export is cancelled, and nothing of it is written', async () => {
    const folder = await temporaryFolder();
    const temporary = await ownTemporaryFiles();
    let choose = (): void => undefined;
    const chosen = new Promise<void>((resolve) => {
      choose = resolve;
    });
    let ask = (_signal: AbortSignal): void => undefined;
    const asked = new Promise<AbortSignal>((resolve) => {
      ask = resolve;
    });
    const service = await open(folder, {
      saveFile: async (_file, signal) => {
        ask(signal);
        await chosen;
        return signal.aborted ? succeed({ outcome: 'cancelled' }) : fail('internal', 'It was not cancelled.');
      },
    });
    await work(service);
    take(await service.call('encryptWorkspace', { passphrase }));
    const exported = service.call('exportReport', report);
    const signal = await asked;
    take(await service.call('lockVault', {}));
    expect(signal.aborted).toBe(true);
    choose();
    expect(faultOf(await exported).code).toBe('locked');
    expect([...(await tracesIn(folder)), ...(await tracesIn(temporary))]).toEqual([]);
    take(await service.call('unlockVault', { passphrase }));
    expect((await sessionOf(service)).highlights).toHaveLength(1);
  });

  it('locks itself while an export waits for its place, for as long as nobody chooses one', async () => {
    let ask = (_signal: AbortSignal): void => undefined;
    const asked = new Promise<AbortSignal>((resolve) => {
      ask = resolve;
    });
    const never = new Promise<never>(() => undefined);
    const service = await open(await temporaryFolder(), {
      saveFile: async (_file, signal) => {
        ask(signal);
        return never;
      },
    });
    await work(service);
    take(await service.call('encryptWorkspace', { passphrase }));
    const locked = new Promise<void>((resolve) => {
      service.subscribe((event) => event.type === 'vault' && event.vault.state === 'locked' && resolve());
    });
    take(await service.call('keepOnDevice', { key: 'attest.auto-lock', value: 5 }));
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    void service.call('exportReport', report);
    const signal = await asked;
    await vi.advanceTimersByTimeAsync(5 * 60_000);
    vi.useRealTimers();
    await locked;
    expect(signal.aborted).toBe(true);
    expect(faultOf(await service.call('openSession', {})).code).toBe('locked');
  });

  it('gives a window that was emptied nothing of what it had asked for before', async () => {
    let answer = (): void => undefined;
    const answered = new Promise<void>((resolve) => {
      answer = resolve;
    });
    let ask = (): void => undefined;
    const asked = new Promise<void>((resolve) => {
      ask = resolve;
    });
    const service = await open(await temporaryFolder(), {
      saveFile: async ({ suggestedName, count }) => {
        ask();
        await answered;
        return succeed({ outcome: 'download', files: [{ url: '/download/0', fileName: suggestedName }], count });
      },
    });
    await work(service);
    take(await service.call('encryptWorkspace', { passphrase }));
    const exported = service.call('exportReport', report);
    await asked;
    take(await service.call('lockVault', {}));
    answer();
    expect(faultOf(await exported).code).toBe('locked');
  });

  it('refuses a new passphrase that nobody could type again', async () => {
    const service = await open(await temporaryFolder());
    for (const strange of ['correct\u0015horse', 'correct\u0000horse', `correct horse \uD83D`]) {
      expect(faultOf(await service.call('encryptWorkspace', { passphrase: strange })).message).toContain(
        'could not be typed again',
      );
    }
    for (const short of [' '.repeat(12), '\u200B'.repeat(12), ' 1234567 ']) {
      expect(faultOf(await service.call('encryptWorkspace', { passphrase: short })).code).toBe('invalid');
    }
    expect(take(await service.call('readVault', {})).state).toBe('none');
  });

  it('is locked while commands change it: what they were told is saved is there again', async () => {
    const folder = await temporaryFolder();
    const reader = await open(folder);
    await work(reader);
    const { recoveryKey } = take(await reader.call('encryptWorkspace', { passphrase }));
    take(await reader.call('keepRecoveryKey', { recoveryKey }));
    const command = await open(folder, { host: 'command line', access: 'read' });
    const answers: Promise<boolean>[] = [];
    for (let at = 0; at < 20; at += 1) {
      const passage = { start: utf16(8_000 + 50 * at), end: utf16(8_040 + 50 * at) };
      const answer = command.call('addHighlight', { statement: briefing, passage, tags: [], note: `${note} ${at}` });
      answers.push(answer.then(({ ok }) => ok).catch(() => false));
      // Some are in before the door is shut, and some come too late.
      if (at === 9) await Promise.race(answers);
    }
    take(await reader.call('lockVault', {}));
    const done = (await Promise.all(answers)).filter((ok) => ok).length;
    expect(done).toBeGreaterThan(0);
    expect(await tracesIn(folder)).toEqual([]);
    take(await reader.call('unlockVault', { passphrase }));
    const session = await sessionOf(reader);
    expect(session.highlights.length).toBeGreaterThanOrEqual(1 + done);
    expect(session.notices).toEqual([]);
  });

  it('is not read as a plain one by a process that was about to open it when it was encrypted', async () => {
    const folder = await temporaryFolder();
    const service = await open(folder);
    await work(service);
    const waiting = opening(folder, { host: 'desktop', lockWaitMs: 20_000 });
    take(await service.call('encryptWorkspace', { passphrase }));
    await service.close();
    const result = await waiting;
    // Either it came in between, when nothing was encrypted, or it has seen that something is.
    if (result.ok) await result.value.close();
    const again = await open(folder);
    if (take(await again.call('readVault', {})).state === 'locked')
      take(await again.call('unlockVault', { passphrase }));
    expect((await sessionOf(again)).highlights).toHaveLength(1);
    expect((await readdir(folder)).filter((name) => name.includes('damaged'))).toEqual([]);
  });

  it('goes on at the next unlocking with encrypting that was broken off', async () => {
    const folder = await temporaryFolder();
    const service = await open(folder);
    await work(service);
    await service.close();
    const { vault, dataKey } = await createVault(passphrase, leastCost);
    await writeVault(folder, vault, systemFiles);
    dataKey.fill(0);
    // The program ended here: nothing is sealed but the key.
    const again = await open(folder);
    expect(take(await again.call('readVault', {})).state).toBe('locked');
    take(await again.call('unlockVault', { passphrase }));
    expect((await sessionOf(again)).highlights).toHaveLength(1);
    expect(await again.close()).toBe(true);
    expect(await tracesIn(folder)).toEqual([]);
  });

  it('breaks encrypting off where it is closed, and goes on at the next unlocking', async () => {
    const folder = await temporaryFolder();
    const service = await open(folder);
    await work(service);
    let closed: Promise<boolean> | null = null;
    service.subscribe((event) => {
      if (event.type === 'vault' && event.vault.state === 'sealing' && event.vault.done === 1)
        closed ??= service.close();
    });
    expect(faultOf(await service.call('encryptWorkspace', { passphrase })).message).toContain('broken off');
    expect(await closed).toBe(true);
    expect(await readHolder(folder)).toBeNull();
    const again = await open(folder);
    expect(take(await again.call('readVault', {})).state).toBe('locked');
    take(await again.call('unlockVault', { passphrase }));
    expect((await sessionOf(again)).highlights).toHaveLength(1);
    expect(await again.close()).toBe(true);
    expect(await findPlaintext(folder)).toEqual([]);
    expect(await tracesIn(folder)).toEqual([]);
  });
});
