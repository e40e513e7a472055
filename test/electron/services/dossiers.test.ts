import { describe, expect, it, onTestFinished } from 'vitest';
import type { AttestService, CallInput, CallOutput } from '../../../core/ipc-contract.ts';
import { fail, type Result, succeed } from '../../../core/result.ts';
import type { AttestEvent, Session } from '../../../core/session.ts';
import { utf16 } from '../../../core/text/offsets.ts';
import { openAttest } from '../../../electron/services/open-attest.ts';
import type { SaveFile } from '../../../electron/services/ports.ts';
import { applyEvent } from '../../../renderer/state/session-state.ts';
import { resources } from '../../support/bundled-statements.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const briefing = '003_7caa75fa661d9e47';

function take<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.fault.message);
  return result.value;
}

async function open(workspaceFolder: string, saveFile: SaveFile = async () => fail('internal', 'not expected')) {
  const options = { host: 'desktop', version: '0', resources, workspaceFolder, access: 'write' } as const;
  const service = take(await openAttest({ ...options, lockWaitMs: 0, saveFile }));
  onTestFinished(async () => {
    await service.close();
  });
  return service;
}

const sessionOf = async (service: AttestService): Promise<Session> => take(await service.call('openSession', {}));

async function highlight(
  service: AttestService,
  words: string,
  more: Partial<CallInput<'addHighlight'>> = {},
): Promise<string> {
  const { text } = take(await service.call('readStatement', { statement: briefing }));
  const start = text.indexOf(words);
  const passage = { start: utf16(start), end: utf16(start + words.length) };
  const added = await service.call('addHighlight', { statement: briefing, passage, tags: [], note: '', ...more });
  const [id = ''] = take(added).highlights;
  return id;
}

/** What a reader holds that has heard every event since `service` was opened. */
async function follow(service: AttestService): Promise<() => Session> {
  let session = await sessionOf(service);
  service.subscribe((event: AttestEvent) => {
    session = applyEvent(session, event);
  });
  return () => session;
}

describe('the dossiers of a workspace', () => {
  it('are in the session by name, follow in every reader, and are there again after a restart', async () => {
    const folder = await temporaryFolder();
    const service = await open(folder);
    const reader = await follow(service);
    const ids = [await highlight(service, 'regular use of torture'), await highlight(service, 'impunity for abuses')];
    take(await service.call('createDossier', { name: 'Minsk', highlights: ids }));
    take(await service.call('createDossier', { name: 'Appendix', highlights: [] }));
    const [appendix, minsk] = reader().dossiers;
    expect([appendix?.name, minsk?.name]).toEqual(['Appendix', 'Minsk']);
    const dossier = minsk?.id ?? '';
    const heading = { kind: 'add-heading' as const, level: 1, text: 'Torture', at: 0 };
    const changed = take(await service.call('changeDossier', { dossier, operation: heading }));
    expect(changed).toMatchObject({ highlights: [], summary: { kind: 'add-to-dossier', dossiers: ['Minsk'] } });
    take(await service.call('deleteDossier', { dossier: appendix?.id ?? '' }));
    take(await service.call('undo', {}));
    take(await service.call('redo', {}));
    expect(reader().dossiers.map(({ name, items }) => [name, items.length])).toEqual([['Minsk', 3]]);
    expect(reader()).toEqual(await sessionOf(service));
    await service.close();
    const again = await open(folder);
    expect((await sessionOf(again)).dossiers).toEqual(reader().dossiers);
  });

  it('lose the excerpts of a deleted highlight, and undo brings both back in one step', async () => {
    const service = await open(await temporaryFolder());
    const reader = await follow(service);
    const id = await highlight(service, 'regular use of torture');
    take(await service.call('createDossier', { name: 'Minsk', highlights: [id, id] }));
    const before = reader().dossiers;
    take(await service.call('deleteHighlights', { ids: [id] }));
    expect(reader()).toMatchObject({ highlights: [], dossiers: [{ items: [] }] });
    take(await service.call('undo', {}));
    expect(reader().dossiers).toEqual(before);
    expect(reader().highlights.map((one) => one.id)).toEqual([id]);
  });

  it('are put back by a backup, which says by name how they differ', async () => {
    const folder = await temporaryFolder();
    const service = await open(folder);
    const id = await highlight(service, 'regular use of torture');
    take(await service.call('createDossier', { name: 'Minsk', highlights: [id] }));
    const { dossiers } = await sessionOf(service);
    const [minsk] = dossiers;
    await service.close();
    // Opening it again makes the backup.
    const again = await open(folder);
    await expect.poll(async () => take(await again.call('listBackups', {})).length).toBeGreaterThan(0);
    const [newest] = take(await again.call('listBackups', {}));
    const name = newest?.name ?? '';
    take(await again.call('deleteDossier', { dossier: minsk?.id ?? '' }));
    take(await again.call('createDossier', { name: 'New', highlights: [] }));
    expect(take(await again.call('compareBackup', { name })).dossiers).toEqual([
      { name: 'Minsk', difference: 'only-backup' },
      { name: 'New', difference: 'only-now' },
    ]);
    take(await again.call('restoreBackup', { name, highlights: null }));
    expect((await sessionOf(again)).dossiers).toEqual(dossiers);
    take(await again.call('undo', {}));
    expect((await sessionOf(again)).dossiers.map((dossier) => dossier.name)).toEqual(['New']);
  });
});

describe('a private note', () => {
  async function exportedHistory(service: AttestService, files: string[], id: string | null): Promise<string> {
    const before = files.length;
    const exported: CallOutput<'exportHistory'>[] = [];
    for (const format of ['csv', 'json'] as const) {
      exported.push(take(await service.call('exportHistory', { highlight: id, format })));
    }
    expect(exported.map(({ outcome }) => outcome)).toEqual(['saved', 'saved']);
    return files.slice(before).join('\n');
  }

  it('is in no exported history: neither as it is, nor as it was before it was private, nor after its highlight is gone', async () => {
    const files: string[] = [];
    const service = await open(await temporaryFolder(), async ({ content, count, suggestedName }) => {
      files.push(new TextDecoder().decode(content));
      return succeed({ outcome: 'saved', location: suggestedName, count });
    });
    const id = await highlight(service, 'regular use of torture', { note: 'early words' });
    const shown = await highlight(service, 'impunity for abuses', { note: 'public words' });
    const born = await highlight(service, 'inhuman and degrading', { note: 'hidden words', isNotePrivate: true });
    expect(await exportedHistory(service, files, null)).toContain('early words');
    take(await service.call('editHighlight', { id, note: 'the source is her cousin', isNotePrivate: true }));
    take(await service.call('editHighlight', { id: shown, note: 'public words, more' }));
    for (const of of [null, id]) {
      const history = await exportedHistory(service, files, of);
      expect(history).not.toMatch(/early words|cousin|hidden words/u);
      expect(history).toContain('regular use of torture');
    }
    take(await service.call('deleteHighlights', { ids: [id, born] }));
    const after = await exportedHistory(service, files, null);
    expect(after).not.toMatch(/early words|cousin|hidden words/u);
    expect(after).toContain('public words, more');
    // Its user sees it in the history all the same.
    const page = take(await service.call('readHistory', { highlight: id, before: null, limit: 10 }));
    expect(page.entries[0]?.highlights[0]?.before).toMatchObject({
      note: 'the source is her cousin',
      isNotePrivate: true,
    });
  });
});
