import { readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import type { SharedState } from '../../../../core/exchange/sharing-shapes.ts';
import type { AttestService } from '../../../../core/ipc-contract.ts';
import type { Result } from '../../../../core/result.ts';
import type { AttestEvent } from '../../../../core/session.ts';
import { type Colleague, openColleague } from '../../../support/colleague.ts';
import { patient } from '../../../support/patient.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';

const briefing = '003_7caa75fa661d9e47';
const torture = 'regular use of torture against detainees';
const conditions = 'inhuman and degrading prison conditions';

function take<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.fault.message);
  return result.value;
}

async function openOn(name: string, workspace: string, folder: string | null): Promise<Colleague> {
  const colleague = await openColleague(workspace, name);
  onTestFinished(() => colleague.leave());
  if (folder !== null) take(await colleague.service.call('shareFolder', { folder }));
  return colleague;
}

/** Somebody with a new workspace, who shares it through `folder`. */
const openAt = async (name: string, folder: string): Promise<Colleague> =>
  openOn(name, await temporaryFolder(), folder);

const look = async ({ service }: Colleague): Promise<SharedState> => take(await service.call('lookIntoShared', {}));

/** What is in the only file of the folder that is somebody's of this name. */
async function fileOf(name: string, folder: string): Promise<string> {
  const [file = ''] = (await readdir(folder)).filter((one) => one.startsWith(name));
  return file === '' ? '' : readFile(join(folder, file), 'utf8');
}

/** The newest state that was told. */
function listen(service: AttestService): { readonly told: SharedState[] } {
  const told: SharedState[] = [];
  service.subscribe((event: AttestEvent) => {
    if (event.type === 'shared') told.push(event.shared);
  });
  return { told };
}

const quotes = async ({ service }: Colleague): Promise<string[]> =>
  take(await service.call('openSession', {})).highlights.map(({ selector }) => selector.quote);

describe('a shared folder', () => {
  it('gets one’s work a moment after a change, without private notes, and says when', async () => {
    const folder = await temporaryFolder();
    const alena = await openAt('Alena', folder);
    const { told } = listen(alena.service);
    expect((await look(alena)).writtenAt).not.toBeNull();
    expect(await fileOf('alena', folder)).not.toContain(torture);
    const id = await alena.highlight(briefing, torture, { tags: ['torture'] });
    take(await alena.service.call('editHighlight', { id, note: 'Only for me: Яна', isNotePrivate: true }));
    await vi.waitFor(async () => expect(await fileOf('alena', folder)).toContain(torture), patient);
    await vi.waitFor(() => expect(told.at(-1)?.writtenAt).toMatch(/^\d{4}-/u), patient);
    expect(await fileOf('alena', folder)).not.toContain('Яна');
  });

  it('says who has something new, merges it in one step for each, and offers it again when that is undone', async () => {
    const folder = await temporaryFolder();
    const alena = await openAt('Alena', folder);
    const [barys, vera] = [await openAt('Барыс', folder), await openAt('Vera', folder)];
    await barys.highlight(briefing, torture, { tags: ['torture'] });
    await vera.highlight(briefing, conditions, { tags: ['detention'] });
    await barys.leave();
    await vera.leave();
    const { told } = listen(alena.service);
    const { waiting } = await look(alena);
    expect(waiting.map(({ name, disagreed }) => [name, disagreed]).sort()).toEqual([
      ['Vera', 0],
      ['Барыс', 0],
    ]);
    expect(told).toHaveLength(1);
    const merged = take(await alena.service.call('mergeShared', { rule: 'both' }));
    expect((await quotes(alena)).sort()).toEqual([conditions, torture]);
    expect(told.at(-1)?.waiting).toEqual([]);
    expect((await look(alena)).waiting).toEqual([]);
    take(await alena.service.call('undo', { revision: merged.revision }));
    expect(told.at(-1)?.waiting).toHaveLength(1);
    expect(await quotes(alena)).toHaveLength(1);
    take(await alena.service.call('mergeShared', { rule: 'both' }));
    expect(await quotes(alena)).toHaveLength(2);
    expect(await alena.service.call('mergeShared', { rule: 'both' })).toMatchObject({
      ok: false,
      fault: { code: 'not-found' },
    });
  });

  it('counts what both have changed as disagreed, and keeps both notes', async () => {
    const folder = await temporaryFolder();
    const alena = await openAt('Alena', folder);
    const barysHome = await temporaryFolder();
    const id = await alena.highlight(briefing, torture);
    await alena.leave();
    const barys = await openOn('Барыс', barysHome, folder);
    take(await barys.service.call('mergeShared', { rule: 'both' }));
    take(await barys.service.call('editHighlight', { id, note: 'Зафіксавана.' }));
    const again = await openAt('Vera', folder);
    take(await again.service.call('mergeShared', { rule: 'both' }));
    take(await again.service.call('editHighlight', { id, note: 'Confirmed in 2023.' }));
    await barys.leave();
    expect((await look(again)).waiting).toEqual([{ name: 'Барыс', items: expect.any(Number), disagreed: 1 }]);
    take(await again.service.call('mergeShared', { rule: 'both' }));
    const { note } = take(await again.service.call('openSession', {})).highlights.find((one) => one.id === id) ?? {
      note: '',
    };
    expect(note).toContain('Зафіксавана.');
    expect(note).toContain('Confirmed in 2023.');
  });

  it('that is gone is said to be, and what was changed meanwhile is written when it is back', async () => {
    const parent = await temporaryFolder();
    const [folder, away] = [join(parent, 'usb'), join(parent, 'elsewhere')];
    const refused = await openAt('Vera', folder).catch((error: Error) => error.message);
    expect(refused).toContain(folder);
    await rename(await temporaryFolder(), folder);
    const alena = await openAt('Alena', folder);
    expect((await look(alena)).trouble).toBeNull();
    await rename(folder, away);
    expect((await look(alena)).trouble).not.toBeNull();
    await alena.highlight(briefing, torture);
    expect((await look(alena)).trouble?.values).toMatchObject({ folder });
    await rename(away, folder);
    expect((await look(alena)).trouble).toBeNull();
    expect(await fileOf('alena', folder)).toContain(torture);
  });

  it('is taken up again at the next start, and as soon as it is there where it was not', async () => {
    const parent = await temporaryFolder();
    const [folder, away, home] = [join(parent, 'usb'), join(parent, 'elsewhere'), await temporaryFolder()];
    await rename(await temporaryFolder(), folder);
    const alena = await openOn('Alena', home, folder);
    await alena.leave();
    await rename(folder, away);
    const later = await openOn('Alena', home, null);
    await vi.waitFor(
      async () =>
        expect(take(await later.service.call('readShared', {}))).toMatchObject({
          folder,
          trouble: { values: { folder } },
        }),
      patient,
    );
    await later.highlight(briefing, torture);
    await rename(away, folder);
    expect(await look(later)).toMatchObject({ folder, trouble: null });
    expect(await fileOf('alena', folder)).toContain(torture);
    take(await later.service.call('shareFolder', { folder: null }));
    expect(take(await later.service.call('readShared', {}))).toEqual({
      folder: null,
      trouble: null,
      writtenAt: null,
      waiting: [],
      lines: [],
    });
    expect(await fileOf('alena', folder)).toContain(torture);
    await later.leave();
    const last = await openOn('Alena', home, null);
    expect(take(await last.service.call('readShared', {})).folder).toBeNull();
  });

  it('is no part of a path, and no file', async () => {
    const parent = await temporaryFolder();
    const alena = await openOn('Alena', await temporaryFolder(), null);
    await writeFile(join(parent, 'note.txt'), 'no folder');
    for (const folder of ['together', './together', '~/together', join(parent, 'note.txt'), join(parent, 'nowhere')]) {
      const answer = await alena.service.call('shareFolder', { folder });
      expect([folder, answer.ok]).toEqual([folder, false]);
    }
    expect(take(await alena.service.call('readShared', {})).folder).toBeNull();
  });
});
