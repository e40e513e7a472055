import { describe, expect, it, onTestFinished } from 'vitest';
import type { AttestService } from '../../../core/ipc-contract.ts';
import { fail, type Result } from '../../../core/result.ts';
import { type AttestEvent, historyLimit, type Session, UndoState } from '../../../core/session.ts';
import { utf16 } from '../../../core/text/offsets.ts';
import { openAttest } from '../../../electron/services/open-attest.ts';
import { resources } from '../../support/bundled-statements.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const briefing = '003_7caa75fa661d9e47';

function take<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.fault.message);
  return result.value;
}

async function open(): Promise<AttestService> {
  const service = take(
    await openAttest({
      host: 'desktop',
      version: '0',
      resources,
      workspaceFolder: await temporaryFolder(),
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

const sessionOf = async (service: AttestService): Promise<Session> => take(await service.call('openSession', {}));

async function tagId(service: AttestService, name: string): Promise<string> {
  return (await sessionOf(service)).tags.find((tag) => tag.name === name)?.id ?? 'none';
}

async function highlight(service: AttestService, start: number, tags: string[]): Promise<void> {
  const passage = { start: utf16(start), end: utf16(start + 40) };
  take(await service.call('addHighlight', { statement: briefing, passage, tags, note: '' }));
}

describe('changeTag', () => {
  it('deletes a tag from all its highlights in one change, and undo brings everything back', async () => {
    const service = await open();
    await highlight(service, 1000, ['detention/conditions']);
    await highlight(service, 2000, ['detention', 'torture']);
    const before = await sessionOf(service);
    const events: AttestEvent[] = [];
    service.subscribe((event) => events.push(event));
    const operation = { do: 'delete', id: await tagId(service, 'detention') } as const;

    const preview = take(await service.call('previewTagChange', operation));
    expect(preview).toMatchObject({ highlights: 2, untagged: 1, tags: ['detention', 'detention/conditions'] });
    expect(preview.statements).toEqual([briefing]);
    expect(events).toEqual([]);
    expect(await sessionOf(service)).toEqual(before);

    const changed = take(await service.call('changeTag', operation));
    expect(changed.highlights).toHaveLength(2);
    const after = await sessionOf(service);
    expect(after.highlights.map(({ tags }) => tags.length)).toEqual([0, 1]);
    const announced = events.filter((event) => event.type === 'changed');
    expect(announced).toHaveLength(1);
    expect(announced[0]?.tags.removed).toHaveLength(2);

    take(await service.call('undo', {}));
    const undone = await sessionOf(service);
    expect([undone.tags, undone.highlights]).toEqual([before.tags, before.highlights]);
  });

  it('is refused in a sentence, and then nothing has changed', async () => {
    const service = await open();
    const rename = { do: 'rename', id: await tagId(service, 'torture'), name: 'Detention' } as const;
    const refused = await service.call('changeTag', rename);
    expect(refused).toMatchObject({
      ok: false,
      fault: { code: 'invalid', message: expect.stringContaining('“detention”') },
    });
    expect(await service.call('previewTagChange', rename)).toEqual(refused);
    expect((await sessionOf(service)).revision).toBe(0);
  });
});

describe('the history', () => {
  it('is newest first and marks what is undone, until a new change makes that unreachable', async () => {
    const service = await open();
    for (const path of ['one', 'two', 'three']) take(await service.call('changeTag', { do: 'create', path }));
    take(await service.call('undo', {}));
    take(await service.call('undo', {}));
    const listed = async () =>
      (await sessionOf(service)).undo.history.map(({ summary, isUndone }) => [summary.tags[0], isUndone]);
    expect(await listed()).toEqual([
      ['three', true],
      ['two', true],
      ['one', false],
    ]);
    take(await service.call('redo', {}));
    take(await service.call('changeTag', { do: 'create', path: 'four' }));
    expect(await listed()).toEqual([
      ['four', false],
      ['two', false],
      ['one', false],
    ]);
  });

  it('holds the last changes only, in every event too, while undo goes further back', async () => {
    const service = await open();
    const states: UndoState[] = [];
    service.subscribe((event) => {
      if (event.type === 'changed') states.push(event.undo);
    });
    const count = historyLimit + 5;
    for (let at = 0; at < count; at += 1) take(await service.call('changeTag', { do: 'create', path: `tag ${at}` }));
    expect(states.at(-1)?.history).toHaveLength(historyLimit);
    expect(states.at(-1)?.history[0]?.summary.tags).toEqual([`tag ${count - 1}`]);
    for (let at = 0; at < count; at += 1) take(await service.call('undo', {}));
    expect(UndoState.safeParse(states.at(-1)).success).toBe(true);
    expect((await sessionOf(service)).tags).toHaveLength(3);
  });
});
