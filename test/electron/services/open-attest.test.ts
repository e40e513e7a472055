import { appendFile, cp } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { everyExcerpt } from '../../../core/excerpts/excerpt-filter.ts';
import type { AttestService, CallInput } from '../../../core/ipc-contract.ts';
import { initialReportOptions } from '../../../core/report/report-request.ts';
import { fail, type Result, succeed } from '../../../core/result.ts';
import { type AttestEvent, Session, unpackSession } from '../../../core/session.ts';
import { utf16 } from '../../../core/text/offsets.ts';
import { answerCall } from '../../../electron/services/answer-call.ts';
import { openAttest } from '../../../electron/services/open-attest.ts';
import type { FileToSave, OpenOptions } from '../../../electron/services/ports.ts';
import { resources } from '../../support/bundled-statements.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const briefing = '003_7caa75fa661d9e47';

function take<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.fault.message);
  return result.value;
}

async function open(workspaceFolder: string, changed: Partial<OpenOptions> = {}): Promise<AttestService> {
  const saveFile = async () => fail('internal', 'not expected');
  const service = take(
    await openAttest({
      host: 'desktop',
      version: '0',
      resources,
      workspaceFolder,
      access: 'write',
      lockWaitMs: 0,
      saveFile,
      ...changed,
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

async function quote(service: AttestService, words: string): Promise<CallInput<'addHighlight'>> {
  const { text } = take(await service.call('readStatement', { statement: briefing }));
  const start = text.indexOf(words);
  return {
    statement: briefing,
    passage: { start: utf16(start), end: utf16(start + words.length) },
    tags: [],
    note: '',
  };
}

describe('openAttest', () => {
  it('keeps highlights, tags and notes, there again at the same words after a restart', async () => {
    const folder = await temporaryFolder();
    const service = await open(folder);
    const input = await quote(service, ' regular use of torture ');
    const added = take(await service.call('addHighlight', { ...input, tags: ['torture', 'impunity'], note: 'core' }));
    expect(added.save.state).toBe('saved');
    const before = await sessionOf(service);
    await service.close();
    const after = await sessionOf(await open(folder));
    expect(after.highlights).toEqual(before.highlights);
    expect(after.highlights[0]).toMatchObject({
      selector: { quote: 'regular use of torture' },
      anchor: { state: 'anchored' },
      place: { paragraph: 9, speakers: ['AMBASSADOR CARPENTER'] },
    });
    expect(after.tags.map(({ name }) => name)).toEqual(['torture', 'detention', 'elections', 'impunity']);
  });

  it('sends its statements packed where that is asked for, and they are the same', async () => {
    const service = await open(await temporaryFolder());
    const answered = await answerCall(service, 'openSession', { isPacked: true }, console.error);
    const sent = Session.parse(JSON.parse(JSON.stringify(take(answered.result))));
    expect(sent.statements).toEqual([]);
    const { statements } = await sessionOf(service);
    expect(statements).not.toHaveLength(0);
    expect(unpackSession(sent)).toEqual({ ...unpackSession(sent), statements });
    expect(unpackSession(sent)).not.toHaveProperty('packed');
  });

  it('announces each change once, and undoes and redoes it', async () => {
    const service = await open(await temporaryFolder());
    const events: AttestEvent[] = [];
    service.subscribe((event) => events.push(event));
    const input = await quote(service, 'regular use of torture');
    const { highlights } = take(await service.call('addHighlight', { ...input, tags: ['torture'] }));
    await service.call('editHighlight', { id: highlights[0] ?? '', note: 'a note' });
    take(await service.call('undo', {}));
    expect((await sessionOf(service)).highlights[0]?.note).toBe('');
    take(await service.call('undo', {}));
    expect((await sessionOf(service)).highlights).toEqual([]);
    take(await service.call('redo', {}));
    take(await service.call('redo', {}));
    expect((await sessionOf(service)).highlights[0]).toMatchObject({ id: highlights[0], note: 'a note' });
    expect(await service.call('redo', {})).toMatchObject({ ok: false });
    const changes = events.filter(({ type }) => type === 'changed');
    expect(changes.map((event) => ('revision' in event ? event.revision : 0))).toEqual([1, 2, 3, 4, 5, 6]);
  });

  it('answers the same passage with the same highlight', async () => {
    const service = await open(await temporaryFolder());
    const input = await quote(service, 'regular use of torture');
    const first = take(await service.call('addHighlight', { ...input, tags: ['torture'] }));
    const second = take(await service.call('addHighlight', { ...input, tags: ['torture'] }));
    expect(second.highlights).toEqual(first.highlights);
    expect((await sessionOf(service)).undo.undo).toMatchObject({ kind: 'highlight' });
  });

  it('refuses white space, an end past the text and an unknown statement, each with a sentence', async () => {
    const service = await open(await temporaryFolder());
    const passage = (start: number, end: number) => ({ start: utf16(start), end: utf16(end) });
    const add = (statement: string, start: number, end: number) =>
      service.call('addHighlight', { statement, passage: passage(start, end), tags: [], note: '' });
    expect(await add(briefing, 5, 5)).toMatchObject({ ok: false, fault: { code: 'invalid' } });
    expect(await add(briefing, 5, 5_000_000)).toMatchObject({ ok: false, fault: { code: 'invalid' } });
    expect(await add('none', 0, 5)).toMatchObject({ ok: false, fault: { code: 'not-found' } });
    expect((await sessionOf(service)).highlights).toEqual([]);
  });

  it('follows a highlight into a changed statement where its words stand in their own context', async () => {
    const folder = await temporaryFolder();
    const service = await open(folder);
    await service.call('addHighlight', await quote(service, 'regular use of torture'));
    await service.close();
    const changed = await temporaryFolder();
    await cp(resources, changed, { recursive: true });
    await appendFile(join(changed, 'statements', `${briefing}.txt`), '\nmore');
    const session = await sessionOf(await open(folder, { resources: changed }));
    expect(session.notices[0]?.kind).toBe('statement-changed');
    expect(session.highlights[0]?.anchor.state).toBe('anchored');
  });

  it('is opened for writing by one process at a time, and for reading by any', async () => {
    const folder = await temporaryFolder();
    const service = await open(folder);
    await service.call('addHighlight', await quote(service, 'regular use of torture'));
    const second = await openAttest({
      host: 'browser',
      version: '0',
      resources,
      workspaceFolder: folder,
      access: 'write',
      lockWaitMs: 0,
      saveFile: async () => fail('internal', ''),
    });
    expect(second).toMatchObject({ ok: false, fault: { message: expect.stringContaining('close that one first') } });
    const reader = await open(folder, { access: 'read' });
    expect((await sessionOf(reader)).highlights).toHaveLength(1);
    expect(await reader.call('changeTag', { do: 'create', path: 'x' })).toMatchObject({
      ok: false,
      fault: { code: 'read-only' },
    });
  });

  it('exports every highlight, tagged or not, through the host', async () => {
    const files: FileToSave[] = [];
    const service = await open(await temporaryFolder(), {
      saveFile: async (file) => {
        files.push(file);
        return succeed({ outcome: 'saved', location: file.suggestedName, count: file.count });
      },
    });
    const selection = { of: 'excerpts' as const, filter: everyExcerpt, groupBy: 'none' as const };
    const report = { selection, options: initialReportOptions };
    const request = { ...report, format: 'json', hasRecord: false, job: 'job' } as const;
    expect(await service.call('exportReport', request)).toMatchObject({ ok: false, fault: { code: 'invalid' } });
    await service.call('addHighlight', { ...(await quote(service, 'regular use of torture')), tags: ['torture'] });
    await service.call('addHighlight', await quote(service, 'impunity for abuses'));
    expect(take(await service.call('exportReport', request))).toMatchObject({ outcome: 'saved', count: 2 });
    const content = new TextDecoder().decode(files[0]?.content);
    expect(content).toContain('regular use of torture');
    expect(content).toContain('impunity for abuses');
  });
});
