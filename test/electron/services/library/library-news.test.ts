import { readFile, rm, writeFile } from 'node:fs/promises';
import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { everyExcerpt } from '../../../../core/excerpts/excerpt-filter.ts';
import type { AttestService } from '../../../../core/ipc-contract.ts';
import { initialReportOptions } from '../../../../core/report/report-request.ts';
import type { Result } from '../../../../core/result.ts';
import type { AttestEvent } from '../../../../core/session.ts';
import { utf16 } from '../../../../core/text/offsets.ts';
import { openAttest } from '../../../../electron/services/open-attest.ts';
import type { OpenOptions } from '../../../../electron/services/ports.ts';
import { textPath } from '../../../../electron/store/statement-files.ts';
import { take } from '../../../core/workspace/small-workspace.ts';
import { bundleThread } from '../../../support/bundle-thread.ts';
import { resources } from '../../../support/bundled-statements.ts';
import { patient } from '../../../support/patient.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';
import { openDesk } from './library-desk.ts';

const words =
  '👩‍👩‍👧 On 9 August the polls closed.\n\nThe detainees were beaten with truncheons in the yard of the prison.\n\nNobody was charged with anything in the two years that followed.';

const unplaced = { state: 'needs-review', candidates: [] };

/** A workspace that holds a statement with two highlights, closed; `spoil` changes the statement’s text on the disk. */
async function workspaceWithStatement() {
  const folder = await temporaryFolder();
  const desk = await openDesk(folder);
  const id = await desk.add('a.txt', words);
  await desk.mark(id, 'beaten with truncheons in the yard');
  await desk.mark(id, 'Nobody was charged with anything in the two years that followed.');
  const path = textPath(folder, desk.versionOf(id));
  await desk.store.close();
  const spoil = async (): Promise<void> => {
    await writeFile(path, (await readFile(path, 'utf8')).replace('truncheons', 'batons'));
  };
  return { folder, id, spoil };
}

async function open(workspaceFolder: string, more: Partial<OpenOptions> = {}) {
  const service = take(
    await openAttest({
      host: 'desktop',
      version: '0',
      resources,
      workspaceFolder,
      access: 'write',
      lockWaitMs: 0,
      saveFile: async () => {
        throw new Error('Nothing is saved here.');
      },
      ...more,
    }),
  );
  const events: AttestEvent[] = [];
  service.subscribe((event) => events.push(event));
  onTestFinished(async () => {
    await service.close();
  });
  const libraryNews = () => events.flatMap((event) => (event.type === 'library' ? [event] : []));
  return { service, events, libraryNews };
}

describe('what is found of a statement when somebody reads it', () => {
  it('is told to readers: where its highlights stand among its paragraphs', async () => {
    const { folder, id } = await workspaceWithStatement();
    const { service, libraryNews } = await open(folder);
    const session = take(await service.call('openSession', {}));
    expect(session.highlights.map(({ anchor, place }) => [anchor.state, place])).toEqual([
      ['anchored', null],
      ['anchored', null],
    ]);
    take(await service.call('readStatement', { statement: id }));
    await vi.waitFor(() => expect(libraryNews()).toHaveLength(1), patient);
    const [news] = libraryNews();
    expect(news?.highlights.map(({ place }) => place?.paragraph)).toEqual([2, 3]);
    take(await service.call('readStatement', { statement: id }));
    await wait(1);
    expect(libraryNews()).toHaveLength(1);
  });

  it('is said at once where its text has changed, and of its excerpts', async () => {
    const { folder, id, spoil } = await workspaceWithStatement();
    await spoil();
    const { service, libraryNews } = await open(folder);
    const { highlights, statements } = take(await service.call('openSession', {}));
    expect(statements.at(-1)?.fixity).toBe('verified');
    const read = take(await service.call('readStatement', { statement: id }));
    expect([read.summary.fixity, read.sha256 === read.summary.sha256]).toEqual(['changed', false]);
    const excerpts = take(
      await service.call('readExcerpts', { ids: highlights.map((highlight) => highlight.id), context: 'none' }),
    );
    expect(excerpts.map(({ state, fixity, quotation }) => [state, fixity, quotation])).toEqual([
      ['needs-review', 'changed', 'beaten with truncheons in the yard'],
      ['anchored', 'changed', 'Nobody was charged with anything in the two years that followed.'],
    ]);
    await vi.waitFor(() => expect(libraryNews()).not.toEqual([]), patient);
    expect(libraryNews()[0]?.statements.map(({ fixity }) => fixity)).toEqual(['changed']);
  });

  it('is that its newest text has gone, and all else is there, in whichever thread it is looked for', async () => {
    const { folder } = await workspaceWithStatement();
    const searchThread = await bundleThread(await temporaryFolder(), 'search/search-thread.ts');
    for (const more of [{}, { searchThread }]) {
      const desk = await openDesk(folder);
      const [{ statement } = { statement: '' }] = desk.annotations.highlights;
      await desk.renew(statement, 'b.txt', `Another text, ${Object.keys(more).length} of two.`);
      const other = await desk.add('c.txt', `${words} And so on, ${Object.keys(more).length}.`);
      await rm(textPath(folder, desk.versionOf(statement)));
      await desk.store.close();
      const first = async () => (await open(folder, more)).service;
      const opening = await first();
      const session = take(await opening.call('openSession', {}));
      expect(session.highlights.map(({ anchor }) => anchor)).toEqual([unplaced, unplaced]);
      expect(session.statements.find(({ id }) => id === statement)?.fixity).toBe('missing');
      await opening.close();
      const passage = { start: utf16(10), end: utf16(40) };
      const calls: ((service: AttestService) => Promise<Result<unknown>>)[] = [
        (service) => service.call('readExtents', {}),
        (service) => service.call('findElsewhere', { statement: other, passage, limit: 5 }),
        (service) => service.call('findSingleSources', { passages: [{ statement, passage }] }),
        (service) => service.call('compareCoding', { a: 'a', b: 'b', statement: null, hasSubTags: false }),
      ];
      for (const call of calls) {
        const service = await first();
        take(await call(service));
        await service.close();
      }
    }
  });

  it('keeps a passage that was selected in the text before from marking other words', async () => {
    const folder = await temporaryFolder();
    const desk = await openDesk(folder);
    const statement = await desk.add('a.txt', words);
    const shown = desk.library.statements.get(statement)?.text ?? '';
    const text = desk.versionOf(statement).text.sha256;
    const start = shown.indexOf('beaten');
    const passage = { start: utf16(start), end: utf16(start + 'beaten with truncheons'.length) };
    const asked = { statement, passage, text, tags: [], note: '' };
    const made = take(await desk.annotations.add(asked)).highlights[0] ?? '';
    await desk.renew(statement, 'b.txt', `A correction.\n\n${words}`);
    for (const late of [
      await desk.annotations.add(asked),
      await desk.annotations.reanchor({ id: made, statement, passage, text }),
    ]) {
      expect(late.ok ? '' : late.fault.message).toMatch(/has changed meanwhile: select the words again/u);
    }
    expect(desk.annotations.highlights.map(({ selector }) => selector.quote)).toEqual(['beaten with truncheons']);
    // Nor where the file is another, which nobody knows before the text is read.
    const renewed = desk.versionOf(statement);
    await desk.store.close();
    const path = textPath(folder, renewed);
    await writeFile(path, (await readFile(path, 'utf8')).replace('A correction', 'Corrections'));
    const { service } = await open(folder);
    const late = await service.call('addHighlight', { ...asked, text: renewed.text.sha256 });
    expect(late.ok ? '' : late.fault.message).toMatch(/select the words again/u);
  });

  it('stands in a report that nobody has read a text for before, in whichever thread it is made', async () => {
    const { folder, spoil } = await workspaceWithStatement();
    await spoil();
    const exportThread = await bundleThread(await temporaryFolder(), 'export/export-thread.ts');
    for (const more of [{}, { exportThread }]) {
      const { service } = await open(folder, more);
      const preview = take(
        await service.call('previewReport', {
          selection: { of: 'excerpts', filter: everyExcerpt, groupBy: 'none' },
          options: initialReportOptions,
          from: 0,
          count: 10,
        }),
      );
      expect(preview.warnings).toEqual([
        { kind: 'needs-review', number: 1 },
        { kind: 'source-changed', number: 1 },
        { kind: 'source-changed', number: 2 },
      ]);
      const found = preview.parts.flatMap((part) => (part.kind === 'excerpt' ? [[part.place, part.fixity]] : []));
      expect(found).toEqual([
        ['', 'changed'],
        ['¶ 3', 'changed'],
      ]);
      await service.close();
    }
  });
});

describe('the check of the library’s files', () => {
  it('begins by itself when a reader was served, and what it finds stands in excerpts that were read before', async () => {
    const { folder, spoil } = await workspaceWithStatement();
    const { service, events, libraryNews } = await open(folder, { fixityDelayMs: 600 });
    await wait(700);
    expect(events.filter(({ type }) => type === 'fixity')).toEqual([]);
    const { highlights, fixity } = take(await service.call('openSession', {}));
    expect(fixity.state).toBe('none');
    const ids = highlights.map(({ id }) => id);
    const before = take(await service.call('readExcerpts', { ids, context: 'none' }));
    expect(before.map(({ fixity }) => fixity)).toEqual(['verified', 'verified']);
    await spoil();
    while (take(await service.call('readFixity', {})).state !== 'done') await wait(10);
    expect(libraryNews().flatMap(({ statements }) => statements.map(({ fixity }) => fixity))).toEqual(['changed']);
    const after = take(await service.call('readExcerpts', { ids, context: 'none' }));
    expect(after.map(({ fixity }) => fixity)).toEqual(['changed', 'changed']);
  });

  it('does not begin by itself for a command', async () => {
    const { folder } = await workspaceWithStatement();
    const { service } = await open(folder, { host: 'command line', fixityDelayMs: 1 });
    take(await service.call('openSession', {}));
    await wait(40);
    expect(take(await service.call('readFixity', {})).state).toBe('none');
  });
});
