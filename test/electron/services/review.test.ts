import { cp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { AttestService } from '../../../core/ipc-contract.ts';
import { fail, type Result } from '../../../core/result.ts';
import type { Session } from '../../../core/session.ts';
import { utf16 } from '../../../core/text/offsets.ts';
import { openAttest } from '../../../electron/services/open-attest.ts';
import { resources } from '../../support/bundled-statements.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const briefing = '003_7caa75fa661d9e47';
const words = 'regular use of torture';

function take<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.fault.message);
  return result.value;
}

async function open(workspaceFolder: string, from: string): Promise<AttestService> {
  const service = take(
    await openAttest({
      host: 'desktop',
      version: '0',
      resources: from,
      workspaceFolder,
      access: 'write',
      lockWaitMs: 0,
      saveFile: async () => fail('internal', 'not expected'),
    }),
  );
  onTestFinished(async () => {
    await service.close();
  });
  return service;
}

async function highlightOf(service: AttestService): Promise<Session['highlights'][number]> {
  const [highlight] = take(await service.call('openSession', {})).highlights;
  if (!highlight) throw new Error('There is no highlight.');
  return highlight;
}

/** A workspace with one highlight, opened over a statement in which its words are no longer the same. */
async function openWithChangedWords(): Promise<AttestService> {
  const folder = await temporaryFolder();
  const service = await open(folder, resources);
  const { text } = take(await service.call('readStatement', { statement: briefing }));
  const start = text.indexOf(words);
  const passage = { start: utf16(start), end: utf16(start + words.length) };
  take(await service.call('addHighlight', { statement: briefing, passage, tags: ['torture'], note: 'core' }));
  await service.close();
  const changed = await temporaryFolder();
  await cp(resources, changed, { recursive: true });
  const file = join(changed, 'statements', `${briefing}.txt`);
  await writeFile(file, (await readFile(file, 'utf8')).replace(words, 'frequent use of torture'));
  return open(folder, changed);
}

describe('a highlight whose words have changed', () => {
  it('waits for its user, and is anchored at the candidate that is accepted, with the words of today', async () => {
    const service = await openWithChangedWords();
    const { id, anchor } = await highlightOf(service);
    if (anchor.state !== 'needs-review') throw new Error(`It is ${anchor.state}.`);
    const [best] = anchor.candidates;
    if (!best) throw new Error('No place is proposed.');
    take(await service.call('reanchorHighlight', { id, statement: briefing, passage: best }));
    expect(await highlightOf(service)).toMatchObject({
      id,
      selector: { quote: 'frequent use of torture' },
      anchor: { state: 'anchored' },
      note: 'core',
    });
    take(await service.call('undo', {}));
    expect(await highlightOf(service)).toMatchObject({ anchor: { state: 'needs-review' }, selector: { quote: words } });
  });

  it('is kept as an orphan, exported as one, and can be anchored again', async () => {
    const service = await openWithChangedWords();
    const { id } = await highlightOf(service);
    const excerpts = async () => {
      return take(await service.call('readExcerpts', { ids: [id], context: 'sentence' }));
    };
    expect(await excerpts()).toMatchObject([{ id, state: 'needs-review', quotation: words }]);
    take(await service.call('keepOrphan', { id }));
    expect(await highlightOf(service)).toMatchObject({ orphan: true, anchor: { state: 'orphaned' } });
    expect(await excerpts()).toMatchObject([{ id, state: 'orphaned', quotation: words, note: 'core' }]);
    const passage = { start: utf16(0), end: utf16(30) };
    take(await service.call('reanchorHighlight', { id, statement: briefing, passage }));
    expect(await highlightOf(service)).toMatchObject({ orphan: false, anchor: { state: 'anchored', start: 0 } });
  });

  it('stays as it is where it is unknown or the passage is none, with a sentence', async () => {
    const service = await openWithChangedWords();
    const { id } = await highlightOf(service);
    const before = await highlightOf(service);
    const reanchor = (of: string, end: number, statement = briefing) =>
      service.call('reanchorHighlight', { id: of, statement, passage: { start: utf16(0), end: utf16(end) } });
    expect(await reanchor('none', 9)).toMatchObject({ ok: false, fault: { code: 'not-found' } });
    expect(await reanchor(id, 9_000_000)).toMatchObject({ ok: false, fault: { code: 'invalid' } });
    expect(await reanchor(id, 30, '000_46b87868a09d3577')).toMatchObject({ ok: false, fault: { code: 'invalid' } });
    expect(await reanchor(id, 0)).toMatchObject({ ok: false, fault: { code: 'invalid' } });
    expect(await service.call('keepOrphan', { id: 'none' })).toMatchObject({ ok: false, fault: { code: 'not-found' } });
    expect(await highlightOf(service)).toEqual(before);
  });
});

describe('a highlight that stands at its words', () => {
  it('has its ends moved, but never onto the very passage of another', async () => {
    const service = await open(await temporaryFolder(), resources);
    const add = async (start: number, end: number) => {
      const passage = { start: utf16(start), end: utf16(end) };
      return (
        take(await service.call('addHighlight', { statement: briefing, passage, tags: [], note: '' })).highlights[0] ??
        ''
      );
    };
    const [one] = [await add(361, 371), await add(361, 379)];
    const move = (end: number) =>
      service.call('reanchorHighlight', {
        id: one,
        statement: briefing,
        passage: { start: utf16(361), end: utf16(end) },
      });
    expect(await move(379)).toMatchObject({ ok: false, fault: { message: expect.stringContaining('already') } });
    expect(await move(389)).toMatchObject({ ok: true });
    expect(take(await service.call('openSession', {})).highlights).toHaveLength(2);
  });
});
