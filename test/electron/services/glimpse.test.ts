import { cp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { AttestService, CallInput, CallName, CallOutput } from '../../../core/ipc-contract.ts';
import { fail } from '../../../core/result.ts';
import { type Session, unpackSession } from '../../../core/session.ts';
import { utf16 } from '../../../core/text/offsets.ts';
import { openAttest } from '../../../electron/services/open-attest.ts';
import { type EarlyListeners, openEarly } from '../../../electron/services/open-early.ts';
import type { OpenOptions } from '../../../electron/services/ports.ts';
import { systemFiles } from '../../../electron/store/files.ts';
import { journalStart } from '../../../electron/store/journal-record.ts';
import { takeMoment, writeSnapshot } from '../../../electron/store/snapshot.ts';
import { textPath } from '../../../electron/store/statement-files.ts';
import { resources } from '../../support/bundled-statements.ts';
import { writeCrowdedWorkspace } from '../../support/crowded-workspace.ts';
import { writeOwnLibrary } from '../../support/own-library.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const briefing = '003_7caa75fa661d9e47';
const count = 3_000;
const asked = { mostHighlights: 5_000, isPacked: true };

async function crowdedFolder(): Promise<string> {
  const folder = await temporaryFolder();
  await writeCrowdedWorkspace(folder, count);
  return folder;
}

async function ask<Name extends CallName>(
  service: Pick<AttestService, 'call'>,
  name: Name,
  input: CallInput<Name>,
): Promise<CallOutput<Name>> {
  const answered = await service.call(name, input);
  if (!answered.ok) throw new Error(answered.fault.message);
  return answered.value;
}

function optionsFor(workspaceFolder: string): OpenOptions {
  const saveFile = async () => fail('internal', 'not expected');
  return { host: 'browser', version: '0', resources, workspaceFolder, access: 'write', lockWaitMs: 0, saveFile };
}

/** Opens the workspace as a window does. `isGlimpsed` says whether there was something to be seen before all was read. */
async function openAsWindow(
  folder: string,
  changed: Partial<OpenOptions> = {},
): Promise<{ service: AttestService; isGlimpsed: () => boolean }> {
  let isGlimpsed = false;
  const open = ({ onSure, onGlimpse }: EarlyListeners) =>
    openAttest({
      ...optionsFor(folder),
      onSure,
      onGlimpse: (glimpse) => {
        isGlimpsed = true;
        onGlimpse(glimpse);
      },
      ...changed,
    });
  const opened = await openEarly(open, ({ message }) => expect.unreachable(message));
  if (!opened.ok) throw new Error(opened.fault.message);
  const service = opened.value;
  onTestFinished(async () => {
    await service.close();
  });
  return { service, isGlimpsed: () => isGlimpsed };
}

const plain = ({ isGlimpse: _, ...session }: Session): Session => session;

describe('a glimpse of a large workspace', () => {
  it('shows the statements before the highlights are read, and is the session but for these', async () => {
    const { service, isGlimpsed } = await openAsWindow(await crowdedFolder());
    const first = await ask(service, 'openSession', { ...asked, mayBeGlimpse: true });
    expect(isGlimpsed()).toBe(true);
    expect(first).toMatchObject({ isGlimpse: true, unread: count, highlights: [] });
    await ask(service, 'readStatement', { statement: briefing });
    const whole = await ask(service, 'openSession', { ...asked, hasStatements: true });
    expect(whole).toMatchObject({ statements: [], isAsGlimpsed: true });
    expect(whole.highlights).toHaveLength(count);
    const glimpsed = unpackSession(first);
    expect(glimpsed.statements).toHaveLength(5);
    const { unread: _, ...seen } = plain(glimpsed);
    expect(unpackSession(whole, glimpsed.statements)).toEqual({ ...seen, highlights: whole.highlights });
  });

  it('gives the text of a statement, which is the same afterwards', async () => {
    const { service } = await openAsWindow(await crowdedFolder());
    await ask(service, 'openSession', { ...asked, mayBeGlimpse: true });
    const early = await ask(service, 'readStatement', { statement: briefing });
    await ask(service, 'openSession', asked);
    expect(await ask(service, 'readStatement', { statement: briefing })).toEqual(early);
    expect(await service.call('readStatement', { statement: 'none' })).toMatchObject({ fault: { code: 'not-found' } });
  });

  it('keeps what is marked meanwhile, and then sends everything anew', async () => {
    const folder = await crowdedFolder();
    const { service } = await openAsWindow(folder);
    await ask(service, 'openSession', { ...asked, mayBeGlimpse: true });
    await ask(service, 'readStatement', { statement: briefing });
    const passage = { start: utf16(0), end: utf16(40) };
    const added = await ask(service, 'addHighlight', {
      statement: briefing,
      passage,
      tags: ['torture'],
      note: 'early',
    });
    expect(added.save.state).toBe('saved');
    const whole = await ask(service, 'openSession', { ...asked, hasStatements: true });
    expect(whole).not.toHaveProperty('isAsGlimpsed');
    expect(unpackSession(whole).statements).toHaveLength(5);
    expect(whole.highlights.filter(({ note }) => note === 'early')).toHaveLength(1);
  });

  it('is not given to who does not ask for one', async () => {
    const { service } = await openAsWindow(await crowdedFolder());
    const session = await ask(service, 'openSession', asked);
    expect(session).not.toHaveProperty('isGlimpse');
    expect(session.highlights).toHaveLength(count);
    expect(unpackSession(session).statements).toHaveLength(5);
  });

  it('is not given where the journal has changes that the file has not', async () => {
    const folder = await crowdedFolder();
    const crashed = await temporaryFolder();
    const { service } = await openAsWindow(folder);
    await ask(service, 'readStatement', { statement: briefing });
    const passage = { start: utf16(0), end: utf16(40) };
    await ask(service, 'addHighlight', { statement: briefing, passage, tags: ['after the file'], note: '' });
    for (const name of ['workspace.json', 'journal'])
      await cp(join(folder, name), join(crashed, name), { recursive: true });
    const { service: after, isGlimpsed } = await openAsWindow(crashed);
    const session = await ask(after, 'openSession', { ...asked, mayBeGlimpse: true });
    expect(isGlimpsed()).toBe(false);
    expect(session.tags.map(({ name }) => name)).toContain('after the file');
  });

  it('is not given without the lock, nor of a small workspace', async () => {
    const folder = await crowdedFolder();
    const read = await openAsWindow(folder, { access: 'read' });
    expect(await ask(read.service, 'openSession', { ...asked, mayBeGlimpse: true })).not.toHaveProperty('isGlimpse');
    const small = await openAsWindow(await temporaryFolder());
    expect(await ask(small.service, 'openSession', { ...asked, mayBeGlimpse: true })).not.toHaveProperty('isGlimpse');
    expect([read.isGlimpsed(), small.isGlimpsed()]).toEqual([false, false]);
  });

  it('is followed by all statements where one was found to be changed', async () => {
    const folder = await temporaryFolder();
    await writeOwnLibrary(folder, 2);
    const own = JSON.parse(await readFile(join(folder, 'workspace.json'), 'utf8'));
    await writeCrowdedWorkspace(folder, count);
    const crowded = JSON.parse(await readFile(join(folder, 'workspace.json'), 'utf8'));
    const both = { ...crowded, statements: own.statements };
    await writeSnapshot(join(folder, 'workspace.json'), takeMoment(both, journalStart), systemFiles);
    const [statement] = Object.values<{ id: string; versions: { text: { sha256: string } }[] }>(own.statements);
    const path = textPath(folder, statement?.versions[0] as never);
    await writeFile(path, (await readFile(path, 'utf8')).replace('cells', 'rooms'));
    const { service } = await openAsWindow(folder);
    const first = await ask(service, 'openSession', { ...asked, mayBeGlimpse: true });
    expect(first.isGlimpse).toBe(true);
    const text = await ask(service, 'readStatement', { statement: statement?.id ?? '' });
    expect(text.text).toContain('rooms');
    const whole = unpackSession(await ask(service, 'openSession', { ...asked, hasStatements: true }));
    expect(whole.statements.find(({ id }) => id === statement?.id)?.fixity).toBe('changed');
  });
});
