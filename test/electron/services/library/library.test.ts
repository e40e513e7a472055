import { randomBytes, randomUUID } from 'node:crypto';
import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { describePassage } from '../../../../core/anchoring/selector.ts';
import { inEnglish } from '../../../../core/sentence.ts';
import type { AddedLine } from '../../../../core/statements/adding.ts';
import { utf16 } from '../../../../core/text/offsets.ts';
import { Annotations } from '../../../../electron/services/annotations.ts';
import { addFiles } from '../../../../electron/services/library/add-statements.ts';
import { convertFile } from '../../../../electron/services/library/convert/convert-file.ts';
import { Library } from '../../../../electron/services/library/library.ts';
import { createLibraryCalls } from '../../../../electron/services/library/library-calls.ts';
import type { Source } from '../../../../electron/services/library/source.ts';
import { StatementGoneError } from '../../../../electron/services/library/statement-gone-error.ts';
import { openCollection } from '../../../../electron/services/open-collection.ts';
import { type Files, systemFiles } from '../../../../electron/store/files.ts';
import { originalPath, readOriginal, textPath } from '../../../../electron/store/statement-files.ts';
import { findPlaintext } from '../../../../electron/store/vault/folder-files.ts';
import { sealedFiles } from '../../../../electron/store/vault/sealed-files.ts';
import { WorkspaceStore } from '../../../../electron/store/workspace-store.ts';
import { take } from '../../../core/workspace/small-workspace.ts';
import { resources } from '../../../support/bundled-statements.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';

const bundled = take(await openCollection(resources));

/** A workspace with its library, as the services have them. */
async function openDesk(
  folder: string,
  files: Files = systemFiles,
  key: { dataKey: Buffer; vaultId: string } | null = null,
) {
  const store = await WorkspaceStore.open({
    folder,
    host: 'desktop',
    access: 'write',
    lockWaitMs: 0,
    now: () => new Date().toISOString(),
    newId: randomUUID,
    files,
  });
  onTestFinished(async () => {
    await store.close();
  });
  const library = new Library(bundled, store.workspace.statements, { folder, key });
  const context = () => ({ now: new Date().toISOString(), newId: randomUUID });
  const annotations = new Annotations(library, store, () => undefined, context);
  const add = async (files_: Readonly<Record<string, string | Uint8Array>>, signal = new AbortController().signal) => {
    const lines: AddedLine[] = [];
    const sources = async function* (): AsyncGenerator<Source> {
      for (const [name, content] of Object.entries(files_)) {
        const bytes = Buffer.from(content as string);
        yield { name, size: async () => bytes.length, read: async () => bytes };
      }
    };
    const options = { folder, files, annotations, convert: convertFile, now: () => new Date().toISOString() };
    const result = await addFiles(sources(), {}, options, signal, (line) => lines.push(line));
    return { result, lines };
  };
  return { store, library, annotations, add, calls: createLibraryCalls(annotations) };
}

const page = '<!doctype html><title>On the vote</title><h1>On the vote</h1><p>They beat “катаванні” 👩‍👩‍👧 him.</p>';

describe('statements of one’s own', () => {
  it('are added with their originals, read when they are asked for, and there again after a restart', async () => {
    const folder = await temporaryFolder();
    const first = await openDesk(folder);
    const { lines } = await first.add({ '/home/x/page.html': page, 'letter.txt': 'A letter.\n\nOn what happened.' });
    expect(lines.map(({ name, outcome }) => [name, outcome])).toEqual([
      ['/home/x/page.html', 'added'],
      ['letter.txt', 'added'],
    ]);
    const id = lines[0]?.statement ?? '';
    expect(first.library.isPresumed(id)).toBe(true);
    const text = first.library.statements.get(id)?.text ?? '';
    expect(text).toBe('On the vote\n\nThey beat “катаванні” 👩‍👩‍👧 him.');
    expect(first.library.isPresumed(id)).toBe(false);
    await first.store.close();
    const again = await openDesk(folder);
    const statement = again.library.statements.get(id);
    expect(statement?.summary).toMatchObject({
      file: 'page.html',
      fixity: 'verified',
      title: { value: 'On the vote' },
    });
    expect(statement?.text).toBe(text);
    expect(statement?.blocks.map(({ kind }) => kind)).toEqual(['heading', 'paragraph']);
    const version = again.store.workspace.statements[id]?.versions[0];
    if (!version) throw new Error('The statement has a version.');
    expect(readOriginal({ folder, key: null }, version).toString()).toBe(page);
    expect(again.library.summaries).toHaveLength(bundled.summaries.length + 2);
  });

  it('are one statement where the bytes are the same, and each refused file leaves the others be', async () => {
    const desk = await openDesk(await temporaryFolder());
    await desk.add({ 'a.txt': 'The same words.' });
    const { lines } = await desk.add({
      'b.txt': 'The same words.',
      'c.txt': '',
      'd.txt': 'Others.',
      'e.txt': 'Others.',
    });
    expect(lines.map(({ name, outcome }) => [name, outcome])).toEqual([
      ['b.txt', 'known'],
      ['c.txt', 'refused'],
      ['d.txt', 'added'],
      ['e.txt', 'known'],
    ]);
    expect(lines[1]?.sentences.map((sentence) => inEnglish(sentence))[0]).toMatch(/empty/u);
    expect(Object.keys(desk.store.workspace.statements)).toHaveLength(2);
  });

  it('go with an undo, and come back with a redo', async () => {
    const desk = await openDesk(await temporaryFolder());
    const { lines } = await desk.add({ 'a.txt': 'Some words.' });
    const id = lines[0]?.statement ?? '';
    take(await desk.annotations.undo({}));
    expect([desk.library.statements.has(id), desk.library.summary(id)]).toEqual([false, null]);
    take(await desk.annotations.redo());
    expect(desk.library.statements.get(id)?.text).toBe('Some words.');
  });

  it('leave what was undone before they came to be done again, unless it was they', async () => {
    const desk = await openDesk(await temporaryFolder());
    const { lines } = await desk.add({ 'a.txt': 'They beat him in custody.' });
    const statement = lines[0]?.statement ?? '';
    const passage = { start: utf16(0), end: utf16(9) };
    take(await desk.annotations.add({ statement, passage, tags: ['torture'], note: 'Not to be lost.' }));
    take(await desk.annotations.undo({}));
    await desk.add({ 'b.txt': 'What comes in while somebody works.' });
    take(await desk.annotations.redo());
    expect(desk.annotations.highlights).toMatchObject([{ note: 'Not to be lost.', selector: { quote: 'They beat' } }]);
    for (const kind of ['highlight', 'add-statements', 'add-statements'] as const) {
      expect(take(await desk.annotations.undo({})).summary.kind).toBe(kind);
    }
    const { lines: again } = await desk.add({ 'a.txt': 'They beat him in custody.' });
    expect(again).toMatchObject([{ outcome: 'added', statement }]);
    expect((await desk.annotations.redo()).ok).toBe(false);
  });

  it('have highlights that stand where they were made, before anybody has read the text', async () => {
    const folder = await temporaryFolder();
    const first = await openDesk(folder);
    const { lines } = await first.add({ 'a.txt': 'First.\n\nThey beat him.' });
    const statement = lines[0]?.statement ?? '';
    const passage = { start: utf16(8), end: utf16(17) };
    take(await first.annotations.add({ statement, passage, tags: ['torture'], note: '' }));
    await first.store.close();
    const again = await openDesk(folder);
    expect(again.annotations.highlights[0]).toMatchObject({ anchor: { state: 'anchored', ...passage }, place: null });
    expect(again.library.isPresumed(statement)).toBe(true);
    expect(again.library.statements.get(statement)?.text.slice(8, 17)).toBe('They beat');
    expect(again.annotations.highlights[0]?.place?.paragraph).toBe(2);
  });

  it('are shown as changed where their text was edited, and what was highlighted asks to be reviewed', async () => {
    const folder = await temporaryFolder();
    const first = await openDesk(folder);
    const { lines } = await first.add({ 'a.txt': 'They beat him in custody.' });
    const id = lines[0]?.statement ?? '';
    take(
      await first.annotations.add({ statement: id, passage: { start: utf16(5), end: utf16(9) }, tags: [], note: '' }),
    );
    const version = first.store.workspace.statements[id]?.versions[0];
    if (!version) throw new Error('The statement has a version.');
    await first.store.close();
    const path = textPath(folder, version);
    await writeFile(path, (await readFile(path, 'utf8')).replace('beat', 'met!'));
    const again = await openDesk(folder);
    const faults: string[] = [];
    again.library.onFault = (found) => faults.push(found);
    expect(again.library.statements.get(id)?.text).toBe('They met! him in custody.');
    expect(faults).toEqual([id]);
    expect(again.library.statements.get(id)?.summary.fixity).toBe('changed');
    expect(again.annotations.highlights[0]?.anchor.state).not.toBe('anchored');
  });

  it('say what is missing, and are listed all the same', async () => {
    const folder = await temporaryFolder();
    const first = await openDesk(folder);
    const { lines } = await first.add({ 'a.txt': 'Words.' });
    const id = lines[0]?.statement ?? '';
    await rm(join(folder, 'statements', 'texts'), { recursive: true });
    const statement = first.library.statements.get(id);
    expect(() => statement?.text).toThrow(StatementGoneError);
    expect(() => statement?.text).toThrow(/missing at .*put it back/u);
    expect([first.library.statements.has(id), first.library.summary(id)?.fixity]).toEqual([false, 'missing']);
  });

  it('of an encrypted workspace lie in it sealed', async () => {
    const folder = await temporaryFolder();
    const key = { dataKey: randomBytes(32), vaultId: 'ab'.repeat(16) };
    const files = sealedFiles(systemFiles, { ...key, folder, begin: async () => 3 });
    const desk = await openDesk(folder, files, key);
    const { lines } = await desk.add({ 'a.html': page });
    const id = lines[0]?.statement ?? '';
    expect(desk.library.statements.get(id)?.text).toContain('катаванні');
    expect((await findPlaintext(folder)).filter((name) => name.startsWith('statements/'))).toEqual([]);
    expect(await readdir(join(folder, 'statements'))).toEqual(['originals', 'texts']);
    const version = desk.store.workspace.statements[id]?.versions[0];
    if (!version) throw new Error('The statement has a version.');
    expect((await readFile(originalPath(folder, version))).includes('vote')).toBe(false);
  });

  it('are told of as far as they came where the import is broken off, and go on when it is begun again', async () => {
    const folder = await temporaryFolder();
    const desk = await openDesk(folder);
    const controller = new AbortController();
    const files = Object.fromEntries(Array.from({ length: 250 }, (_, at) => [`${at}.txt`, `Number ${at}.`]));
    const lines: AddedLine[] = [];
    const sources = async function* (): AsyncGenerator<Source> {
      for (const [at, [name, content]] of Object.entries(files).entries()) {
        if (at === 120) controller.abort();
        yield { name, size: async () => 1, read: async () => Buffer.from(content) };
      }
    };
    const { store, annotations } = desk;
    const options = {
      folder,
      files: systemFiles,
      annotations,
      convert: convertFile,
      now: () => new Date().toISOString(),
    };
    await addFiles(sources(), {}, options, controller.signal, (line) => lines.push(line));
    const told = lines.length;
    expect(told).toBeGreaterThan(100);
    expect(Object.keys(store.workspace.statements)).toHaveLength(told);
    const again = await desk.add(files);
    const count = (outcome: string): number => again.lines.filter((line) => line.outcome === outcome).length;
    expect([count('known'), count('added')]).toEqual([told, 250 - told]);
  });
});

describe('the catalogue of one’s own statements', () => {
  it('is changed for many at once, and a statement goes with its highlights, in steps that can be undone', async () => {
    const desk = await openDesk(await temporaryFolder());
    const { lines } = await desk.add({ 'a.txt': 'They beat him.', 'b.txt': 'They beat her.' });
    const ids = lines.map(({ statement }) => statement ?? '');
    const publisher = { value: 'Viasna', basis: 'stated', from: 'Its letterhead.' } as const;
    take(await desk.calls.editCatalogue({ statements: ids, fields: { publisher } }));
    expect(ids.map((id) => desk.library.summary(id)?.publisher.value)).toEqual(['Viasna', 'Viasna']);
    const passage = { start: utf16(0), end: utf16(9) };
    take(await desk.annotations.add({ statement: ids[0] ?? '', passage, tags: ['torture'], note: '' }));
    take(await desk.calls.createSet({ name: 'Letters', statements: ids }));
    take(await desk.calls.removeStatements({ statements: [ids[0] ?? ''] }));
    expect([desk.annotations.highlights.length, desk.annotations.lists.sets[0]?.statements]).toEqual([0, [ids[1]]]);
    take(await desk.annotations.undo({}));
    expect([desk.annotations.highlights.length, desk.annotations.lists.sets[0]?.statements]).toEqual([1, ids]);
    expect(describePassage(desk.library.statements.get(ids[0] ?? '')?.text ?? '', passage, 'x').quote).toBe(
      'They beat',
    );
  });

  it('takes corrections of the structure, which the text is read with from then on', async () => {
    const desk = await openDesk(await temporaryFolder());
    const { lines } = await desk.add({ 'a.txt': 'Title of it\n\nAnna: I was there.' });
    const id = lines[0]?.statement ?? '';
    const corrections = [
      { lines: [1, 1], kind: 'heading', level: 1, why: 'Set by hand.' },
      { lines: [3, 3], kind: 'speech', speaker: 'Anna', label: 6, why: 'Set by hand.' },
    ] as const;
    take(
      await desk.calls.correctStructure({
        statement: id,
        corrections: corrections.map((hint) => ({ ...hint, lines: [...hint.lines] })),
      }),
    );
    expect(desk.library.statements.get(id)?.blocks).toMatchObject([
      { kind: 'heading', level: 1 },
      { kind: 'speech', speaker: 'Anna', start: 13, bodyStart: 19 },
    ]);
  });
});
