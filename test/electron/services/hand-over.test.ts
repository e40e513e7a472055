import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, stat, symlink, writeFile } from 'node:fs/promises';
import { connect, createServer } from 'node:net';
import { hostname, tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { everyExcerpt } from '../../../core/excerpts/excerpt-filter.ts';
import type { AttestService } from '../../../core/ipc-contract.ts';
import { initialReportOptions } from '../../../core/report/report-request.ts';
import { fail, type Result } from '../../../core/result.ts';
import type { AttestEvent } from '../../../core/session.ts';
import { utf16 } from '../../../core/text/offsets.ts';
import { askForLink } from '../../../electron/services/hand-over/ask-for-link.ts';
import { isDoorAddress, makeDoorAddress, removeDoor } from '../../../electron/services/hand-over/door-address.ts';
import { openAttest } from '../../../electron/services/open-attest.ts';
import type { OpenOptions } from '../../../electron/services/ports.ts';
import { type LockOwner, startOf } from '../../../electron/store/lock-owner.ts';
import { readHolder } from '../../../electron/store/workspace-lock.ts';
import { resources } from '../../support/bundled-statements.ts';
import { writeOwnLibrary } from '../../support/own-library.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const briefing = '003_7caa75fa661d9e47';
const passage = { start: utf16(5_000), end: utf16(5_040) };
const note = '“Свобода”\u00a0\u{1f54a}\n\u2028 e\u0301';

function take<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.fault.message);
  return result.value;
}

function opening(workspaceFolder: string, changed: Partial<OpenOptions>): Promise<Result<AttestService>> {
  const saveFile = async () => fail('internal', 'this host saves nothing');
  const options = { version: '0', resources, workspaceFolder, access: 'write', lockWaitMs: 0, saveFile } as const;
  return openAttest({ host: 'browser', ...options, ...changed });
}

async function open(folder: string, changed: Partial<OpenOptions> = {}): Promise<AttestService> {
  const service = take(await opening(folder, changed));
  onTestFinished(async () => {
    await service.close();
  });
  return service;
}

const command = { host: 'command line' } as const;

async function holderOf(folder: string): Promise<LockOwner & { readonly door: string }> {
  const holder = await readHolder(folder);
  if (!holder?.door) throw new Error('There is no door.');
  return { ...holder, door: holder.door };
}

/** Sends bytes to a door as they are; what comes back until it closes or has answered a line. */
function sendRaw(door: string, bytes: string | Uint8Array): Promise<string> {
  return new Promise((resolve) => {
    const socket = connect(door);
    let answer = '';
    socket.on('error', () => undefined);
    socket.on('data', (data: Buffer) => {
      answer += data.toString();
      if (answer.includes('\n')) socket.destroy();
    });
    socket.once('close', () => resolve(answer));
    socket.write(bytes);
  });
}

/** A new address for a door, removed when the test ends. */
async function newAddress(workspaceFolder: string, environment: NodeJS.ProcessEnv): Promise<string> {
  const address = await makeDoorAddress(workspaceFolder, environment);
  if (address === null) throw new Error('There is no place for a door.');
  onTestFinished(() => removeDoor(address));
  return address;
}

async function leaveLock(folder: string, owner: Record<string, unknown>): Promise<void> {
  const whole = { token: 'other', host: 'desktop', machine: hostname(), since: '2026-01-01T00:00:00.000Z', ...owner };
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'workspace.lock'), JSON.stringify({ started: '', ...whole }), { mode: 0o600 });
}

async function endedProcess(): Promise<number> {
  const child = spawn(process.execPath, ['-e', '']);
  await once(child, 'exit');
  return child.pid ?? 0;
}

describe('a command while the reader is open', () => {
  it('changes the workspace through the reader, which announces the change and can undo it', async () => {
    const folder = await temporaryFolder();
    const reader = await open(folder);
    const events: AttestEvent[] = [];
    reader.subscribe((event) => events.push(event));
    const commandLine = await open(folder, command);
    const session = take(await commandLine.call('openSession', {}));
    expect(session).toMatchObject({ host: 'browser', workspaceFolder: folder });
    const added = await commandLine.call('addHighlight', { statement: briefing, passage, tags: ['torture'], note });
    expect(take(added).save.state).toBe('saved');
    expect(await commandLine.close()).toBe(true);
    expect(events).toContainEqual(expect.objectContaining({ type: 'changed', revision: take(added).revision }));
    const { highlights } = take(await reader.call('openSession', {}));
    expect(highlights).toMatchObject([{ id: take(added).highlights[0], note }]);
    take(await reader.call('undo', {}));
    expect(take(await reader.call('openSession', {})).highlights).toEqual([]);
  });

  it('is one of many, and none waits for the lock', async () => {
    const folder = await temporaryFolder();
    const reader = await open(folder, { host: 'desktop' });
    const commands = await Promise.all(Array.from({ length: 12 }, () => open(folder, command)));
    const changes = commands.map((service, index) => service.call('changeTag', { do: 'create', path: `tag ${index}` }));
    for (const change of await Promise.all(changes)) take(change);
    expect(await Promise.all(commands.map((service) => service.close()))).not.toContain(false);
    expect(take(await reader.call('openSession', {})).tags).toHaveLength(3 + 12);
  });

  it('gets the reader’s refusals in the reader’s words', async () => {
    const folder = await temporaryFolder();
    await open(folder);
    const commandLine = await open(folder, command);
    const change = { statement: 'none', passage, tags: [], note: '' };
    expect(await commandLine.call('addHighlight', change)).toMatchObject({ ok: false, fault: { code: 'not-found' } });
    // A change that breaks the contract, as one of another version could.
    expect(await commandLine.call('deleteHighlights', { ids: [] })).toMatchObject({ fault: { code: 'invalid' } });
    expect(await commandLine.call('nothing' as 'undo', {})).toMatchObject({ fault: { code: 'not-found' } });
    expect(await commandLine.close()).toBe(true);
  });

  it('never has the reader export', async () => {
    const folder = await temporaryFolder();
    const reader = await open(folder, {
      saveFile: async () => {
        throw new Error('The reader was asked to save a file.');
      },
    });
    take(await reader.call('addHighlight', { statement: briefing, passage, tags: [], note }));
    const commandLine = await open(folder, command);
    const selection = { of: 'excerpts' as const, filter: everyExcerpt, groupBy: 'none' as const };
    const report = { selection, options: initialReportOptions };
    const request = { ...report, format: 'md', hasRecord: false, job: 'job' } as const;
    const refused = { ok: false, fault: { code: 'invalid', message: expect.stringContaining('attest export') } };
    expect(await commandLine.call('exportReport', request)).toMatchObject(refused);
    expect(await commandLine.call('exportHistory', { highlight: null, format: 'csv' })).toMatchObject(refused);
    const work = { format: 'attest', highlights: null, hasPrivateNotes: false } as const;
    expect(await commandLine.call('exportWork', work)).toMatchObject(refused);
    expect(await commandLine.call('readImport', { upload: null })).toMatchObject(refused);
    expect(await commandLine.call('saveImportReport', { token: 'any' })).toMatchObject(refused);
  });

  it('reads a file of work by its whole path, and never what its reader was sent or has in a dialog', async () => {
    const folder = await temporaryFolder();
    const pickFile = vi.fn(async () => fail('internal', 'A dialog came up.'));
    await open(folder, { pickFile });
    const path = join(await temporaryFolder(), 'codes.csv');
    await writeFile(path, 'tag,description\ncourts,\n');
    const link = `${path}.link`;
    await symlink(path, link);
    for (const source of [path, link, relative(process.cwd(), path)]) {
      const naming = { ...command, pickFile: async () => ({ ok: true, value: { source, name: 'x' } }) as const };
      const visitor = await open(folder, naming);
      const read = take(await visitor.call('readImport', { upload: null }));
      expect(read).toMatchObject({ outcome: 'read', fileName: 'codes.csv', itemCount: 1 });
    }
    const { door, token } = await holderOf(folder);
    for (const input of [{ path: 'codes.csv' }, { path: '' }, {}, null, { path: ['/'] }]) {
      const line = `${JSON.stringify({ token, id: 1, name: 'hand-over/read-import', input })}\n`;
      expect(JSON.parse(await sendRaw(door, line))).toMatchObject({ id: 1, result: { ok: false } });
    }
    expect(pickFile).not.toHaveBeenCalled();
  });

  it('has its catalogue taken by its whole path, as a change of the reader, and never what is in a dialog there', async () => {
    const folder = await temporaryFolder();
    await writeOwnLibrary(folder, 2);
    const pickFile = vi.fn(async () => fail('internal', 'A dialog came up.'));
    const reader = await open(folder, { pickFile });
    const own = async () => take(await reader.call('openSession', {})).statements.filter((one) => one.own);
    const [first, second] = await own();
    const events: AttestEvent[] = [];
    reader.subscribe((event) => events.push(event));
    const path = join(await temporaryFolder(), 'каталог.csv');
    await writeFile(path, `id,publisher\n${first?.id},Весна “так”\nnone,X\n`);
    for (const source of [path, relative(process.cwd(), path)]) {
      const naming = { ...command, pickFile: async () => ({ ok: true, value: { source, name: 'x' } }) as const };
      const visitor = await open(folder, naming);
      const taken = take(await visitor.call('importCatalogue', { upload: null }));
      const isFirst = source === path;
      expect(taken).toMatchObject({ outcome: 'taken', fileName: 'каталог.csv', statements: isFirst ? 1 : 0 });
      expect(await visitor.close()).toBe(true);
    }
    expect(events.filter(({ type }) => type === 'changed')).toHaveLength(1);
    const publishers = async () => (await own()).map(({ publisher }) => publisher.value);
    expect(await publishers()).toEqual(['Весна “так”', second?.publisher.value]);
    take(await reader.call('undo', {}));
    expect(await publishers()).toEqual([first?.publisher.value, second?.publisher.value]);
    const { door, token } = await holderOf(folder);
    for (const input of [{ path: 'каталог.csv' }, { path: '' }, {}, null, { path: ['/'] }]) {
      const line = `${JSON.stringify({ token, id: 1, name: 'hand-over/import-catalogue', input })}\n`;
      expect(JSON.parse(await sendRaw(door, line))).toMatchObject({ id: 1, result: { ok: false } });
    }
    // By its own name it is the reader’s dialog.
    const plain = await open(folder, command);
    expect(await plain.call('importCatalogue', { upload: null })).toMatchObject({ fault: { code: 'invalid' } });
    expect(pickFile).not.toHaveBeenCalled();
  });

  it('carries what is large, and refuses in words what is larger than the door takes', async () => {
    const folder = await temporaryFolder();
    await open(folder);
    const commandLine = await open(folder, command);
    const change = (length: number) => ({ statement: briefing, passage, tags: [], note: 'ä'.repeat(length) });
    take(await commandLine.call('addHighlight', change(100_000)));
    expect(take(await commandLine.call('openSession', {})).highlights[0]?.note).toHaveLength(100_000);
    expect(await commandLine.call('addHighlight', change(600_000))).toMatchObject({ fault: { code: 'invalid' } });
    expect(await commandLine.close()).toBe(true);
  });

  it('writes by itself when the reader is being closed', async () => {
    const folder = await temporaryFolder();
    const reader = await open(folder);
    const closing = reader.close();
    const commandLine = await open(folder, { ...command, lockWaitMs: 10_000 });
    expect(await closing).toBe(true);
    expect(take(await commandLine.call('openSession', {})).host).toBe('command line');
  });

  it('is told who holds the workspace where nobody answers at the door', async () => {
    const folder = await temporaryFolder();
    const address = await newAddress(folder, {});
    const silent = createServer(() => undefined).listen(address);
    onTestFinished(() => void silent.close());
    const owner = { processId: process.pid, started: startOf(process.pid) };
    for (const door of [address, '/tmp/attest-door-nobody/door', '/etc/passwd', null]) {
      await leaveLock(folder, { ...owner, door });
      const refused = await opening(folder, { ...command, lockWaitMs: 300 });
      expect(refused).toMatchObject({ ok: false, fault: { message: expect.stringContaining('the desktop app') } });
    }
    await leaveLock(folder, { ...owner, door: address, machine: 'elsewhere' });
    expect(await opening(folder, command)).toMatchObject({ fault: { message: expect.stringContaining('elsewhere') } });
  });

  it('does not count a change as saved that nobody acknowledged', async () => {
    const folder = await temporaryFolder();
    const address = await newAddress(folder, {});
    // An Attest that greets and then dies in the middle of a change.
    const dying = createServer((socket) => {
      socket.once('data', (data: Buffer) => {
        const { id } = JSON.parse(data.toString());
        socket.write(`${JSON.stringify({ id, result: { ok: true, value: null } })}\n`);
        socket.once('data', () => socket.destroy());
      });
    }).listen(address);
    onTestFinished(() => void dying.close());
    await leaveLock(folder, { processId: process.pid, door: address });
    const commandLine = await open(folder, command);
    const change = commandLine.call('changeTag', { do: 'create', path: 'lost' });
    expect(await change).toMatchObject({ ok: false, fault: { code: 'not-saved' } });
    expect(await commandLine.close()).toBe(false);
  });
});

describe('the door', () => {
  it('refuses whoever does not know the secret, and what is not a request, and goes on', async () => {
    const folder = await temporaryFolder();
    const reader = await open(folder);
    const { door, token } = await holderOf(folder);
    const call = { id: 1, name: 'changeTag', input: { do: 'create', path: 'intruder' } };
    const line = (request: unknown): string => `${JSON.stringify(request)}\n`;
    const bad = [
      line({ ...call, token: 'guessed' }),
      line({ ...call, token: '' }),
      line(call),
      line({ ...call, token, id: 'x' }),
      line([token]),
      line(null),
      '{"token":\n',
      '\n',
      'GET / HTTP/1.1\r\n\r\n',
      Buffer.from([0xff, 0xfe, 0x0a]),
      `${line({ ...call, token: 'guessed' })}${line({ ...call, token })}`,
      'x'.repeat(1024 * 1024 + 1),
      line({ ...call, token, input: { do: 'create', path: 'x'.repeat(1024 * 1024) } }),
    ];
    for (const bytes of bad) expect(await sendRaw(door, bytes)).toMatch(/^\{.*"ok":false.*"code":"invalid".*\}\n$/u);
    expect(take(await reader.call('openSession', {})).tags).toHaveLength(3);
    expect(JSON.parse(await sendRaw(door, line({ ...call, token })))).toMatchObject({ id: 1, result: { ok: true } });
    expect(take(await reader.call('openSession', {})).tags).toHaveLength(4);
  });

  it('does not keep the reader from closing while a visitor stands still', async () => {
    const folder = await temporaryFolder();
    const reader = await open(folder);
    const { door, token } = await holderOf(folder);
    const visitor = connect(door).on('error', () => undefined);
    await once(visitor, 'connect');
    const input = { query: 'the', limit: 10_000, typing: true };
    // More answers than any buffer takes, and none is read.
    for (let id = 0; id < 50; id += 1) visitor.write(`${JSON.stringify({ token, id, name: 'search', input })}\n`);
    expect(await reader.close()).toBe(true);
    visitor.destroy();
  });

  it('survives visitors who leave in the middle of a request', async () => {
    const folder = await temporaryFolder();
    const reader = await open(folder);
    const { door, token } = await holderOf(folder);
    for (let visit = 0; visit < 20; visit += 1) {
      const socket = connect(door).on('error', () => undefined);
      await once(socket, 'connect');
      const request = `${JSON.stringify({ token, id: 1, name: 'openSession', input: {} })}\n`;
      socket.write(request.slice(0, visit % 2 === 0 ? 20 : undefined));
      socket.destroy();
    }
    const commandLine = await open(folder, command);
    take(await commandLine.call('openSession', {}));
    expect(await reader.close()).toBe(true);
  });

  it.skipIf(process.platform === 'win32')(
    'is for this account only, outside the workspace, and gone after closing',
    async () => {
      const folder = await temporaryFolder();
      const reader = await open(folder);
      const { door } = await holderOf(folder);
      expect(door.startsWith(folder)).toBe(false);
      expect(isDoorAddress(door)).toBe(true);
      expect((await stat(dirname(door))).mode & 0o777).toBe(0o700);
      expect((await stat(join(folder, 'workspace.lock'))).mode & 0o777).toBe(0o600);
      expect(await reader.close()).toBe(true);
      expect(existsSync(dirname(door))).toBe(false);
      expect(existsSync(join(folder, 'workspace.lock'))).toBe(false);
    },
  );

  it.skipIf(process.platform === 'win32')(
    'of one that crashed is removed with its lock, and nothing else is',
    async () => {
      const processId = await endedProcess();
      const door = join(await mkdtemp(join(tmpdir(), 'attest-door-')), 'door');
      await writeFile(door, '');
      const folder = await temporaryFolder();
      await leaveLock(folder, { processId, door });
      await open(folder);
      await expect.poll(() => existsSync(dirname(door))).toBe(false);
      const precious = join(await temporaryFolder(), 'door');
      await writeFile(precious, 'not ours');
      const other = await temporaryFolder();
      await leaveLock(other, { processId, door: precious });
      await (await open(other)).close();
      expect(await readFile(precious, 'utf8')).toBe('not ours');
    },
  );

  it.skipIf(process.platform === 'win32')(
    'stands where its path is short enough and outside the workspace',
    async () => {
      const folder = await temporaryFolder();
      const long = join(folder, 'x'.repeat(100));
      await mkdir(long);
      expect(dirname(dirname(await newAddress('/elsewhere', { XDG_RUNTIME_DIR: folder })))).toBe(folder);
      for (const place of [long, folder, join(folder, 'missing'), 'relative', '']) {
        const address = await newAddress(folder, { XDG_RUNTIME_DIR: place });
        expect(dirname(dirname(address))).toBe(tmpdir());
      }
    },
  );
});

describe('a second start', () => {
  it('is given a fresh link by the browser edition', async () => {
    const folder = await temporaryFolder();
    let issued = 0;
    await open(folder, {
      issueLink: () => {
        issued += 1;
        return `http://link/${issued}`;
      },
    });
    expect([await askForLink(folder), await askForLink(folder)]).toEqual(['http://link/1', 'http://link/2']);
  });

  it('is given none by the desktop app, by one that is only starting, or where nobody is', async () => {
    const folder = await temporaryFolder();
    expect(await askForLink(join(folder, 'missing'))).toBeNull();
    const desktop = await open(folder, { host: 'desktop' });
    expect(await askForLink(folder)).toBeNull();
    const second = await opening(folder, { host: 'browser' });
    expect(second).toMatchObject({ ok: false, fault: { message: expect.stringContaining('open in the desktop app') } });
    await desktop.close();
    await open(folder, { issueLink: () => null });
    expect(await askForLink(folder)).toBeNull();
  });
});
