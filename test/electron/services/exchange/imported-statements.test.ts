import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { strFromU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { AttestService } from '../../../../core/ipc-contract.ts';
import { type Result, succeed } from '../../../../core/result.ts';
import { inEnglish } from '../../../../core/sentence.ts';
import { openAttest } from '../../../../electron/services/open-attest.ts';
import { leastCost } from '../../../../electron/store/vault/scrypt-cost.ts';
import { resources } from '../../../support/bundled-statements.ts';
import { type Colleague, openColleague } from '../../../support/colleague.ts';
import { writeOwnLibrary } from '../../../support/own-library.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';

function take<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.fault.message);
  return result.value;
}

const session = async ({ service }: Pick<Colleague, 'service'>) => take(await service.call('openSession', {}));

/** The statements that somebody has imported, by their titles. */
async function imported(colleague: Pick<Colleague, 'service'>) {
  const { statements } = await session(colleague);
  return statements.filter(({ own }) => own).sort((a, b) => ((a.title.value ?? '') < (b.title.value ?? '') ? -1 : 1));
}

/** Anna, with `count` imported statements; and where they lie. */
async function anna(count: number) {
  const folder = await temporaryFolder();
  await writeOwnLibrary(folder, count);
  const colleague = await openColleague(folder, 'Anna');
  onTestFinished(colleague.leave);
  return Object.assign(colleague, { folder, ids: (await imported(colleague)).map(({ id }) => id) });
}

async function newcomer(name: string) {
  const folder = await temporaryFolder();
  const colleague = await openColleague(folder, name);
  onTestFinished(colleague.leave);
  return Object.assign(colleague, { folder });
}

/** A reader whose dialog gives `source`, and what reading it says. */
async function reading(source: Buffer | string, folder: string) {
  const service = take(
    await openAttest({
      host: 'browser',
      version: '0',
      resources,
      workspaceFolder: folder,
      access: 'write',
      lockWaitMs: 0,
      saveFile: async ({ count }) => succeed({ outcome: 'saved', location: 'here', count }),
      pickFile: async () => succeed({ source, name: 'anna.attest' }),
    }),
  );
  onTestFinished(async () => {
    await service.close();
  });
  const read = take(await service.call('readImport', { upload: null }));
  if (read.outcome !== 'read') throw new Error('The file was not read.');
  return { service, read };
}

const setTitle = async (service: AttestService, id: string, value: string) => {
  const title = { value, basis: 'inferred', from: 'By hand.' } as const;
  take(await service.call('editCatalogue', { statements: [id], fields: { title } }));
};

describe('an archive with imported statements', () => {
  it('brings them to somebody who has none, with their files, catalogue, highlights and sets, in one step', async () => {
    const sender = await anna(3);
    const [first = '', second = ''] = sender.ids;
    const id = await sender.highlight(second, 'cells without beds', { tags: ['detention'], note: 'Свобода' });
    take(await sender.service.call('createSet', { name: 'For Geneva', statements: [first, second] }));
    await setTitle(sender.service, first, 'Пра ўмовы “ў ізалятары” 👀');
    const file = await sender.send('attest');

    const boris = await newcomer('Boris');
    const before = await session(boris);
    await boris.receive(file);
    expect((await imported(boris)).map((one) => ({ ...one, own: null }))).toEqual(
      (await imported(sender)).map((one) => ({ ...one, own: null })),
    );
    for (const statement of sender.ids) {
      const [mine, theirs] = await Promise.all(
        [sender, boris].map(async ({ service }) => take(await service.call('readStatement', { statement }))),
      );
      expect(theirs).toEqual(mine);
    }
    const after = await session(boris);
    expect(after.highlights).toMatchObject([{ id, statement: second, anchor: { state: 'anchored' }, note: 'Свобода' }]);
    expect(after.sets).toMatchObject([{ name: 'For Geneva', statements: [first, second] }]);

    take(await boris.service.call('undo', {}));
    const undone = await session(boris);
    expect([undone.statements, undone.highlights, undone.sets]).toEqual([before.statements, [], []]);
    take(await boris.service.call('redo', {}));
    expect((await session(boris)).statements).toEqual(after.statements);
    expect(take(await boris.service.call('readStatement', { statement: first })).text).toContain('This is statement');
    await boris.receive(file);
    expect((await session(boris)).revision).toBe((await session(boris)).revision);
  });

  it('has the bytes of each, its text and a record in Dublin Core, all under the manifest', async () => {
    const sender = await anna(2);
    const files = unzipSync(await sender.send('attest'));
    const manifest = strFromU8(files['attest/manifest-sha256.txt'] ?? new Uint8Array());
    for (const { id, file, own } of await imported(sender)) {
      expect(manifest).toContain(`${own?.original}  data/imported/${id}/1-${file}\n`);
      const record = strFromU8(files[`attest/data/metadata/${id}.xml`] ?? new Uint8Array());
      expect(record).toContain(`<dc:identifier>sha256:${own?.original}</dc:identifier>`);
      expect(manifest).toContain(`  data/metadata/${id}.xml\n`);
    }
    for (const path of Object.keys(files).filter((name) => name.startsWith('attest/data/'))) {
      expect(manifest).toContain(`  ${path.slice('attest/'.length)}\n`);
    }
  });

  it('of a selection has the statements of its highlights alone, and no sets', async () => {
    const sender = await anna(3);
    const [, second = ''] = sender.ids;
    const id = await sender.highlight(second, 'cells');
    take(await sender.service.call('createSet', { name: 'For Geneva', statements: sender.ids }));
    const folder = await temporaryFolder();
    const whole = await sender.send('attest');
    const part = await sender.sendSome('attest', [id]);
    expect(part.length).toBeLessThan(whole.length);
    const { read } = await reading(part, folder);
    expect(read.items.map(({ kind, difference }) => [kind, difference])).toEqual([
      ['highlights', 'new'],
      ['statements', 'new'],
    ]);
  });

  it('leaves out what is not wanted, and the files with it', async () => {
    const sender = await anna(2);
    const folder = await temporaryFolder();
    const { service, read } = await reading(await sender.send('attest'), folder);
    const [first = '', second = ''] = sender.ids;
    expect(read.items).toMatchObject([{ kind: 'statements' }, { kind: 'statements' }]);
    const choices = { [`statements/${first}`]: 'mine' } as const;
    take(await service.call('applyImport', { token: read.token, rule: 'both', choices }));
    expect((await imported({ service })).map(({ id }) => id)).toEqual([second]);
  });

  it('that was changed while it was looked at is refused, and nothing of it is taken', async () => {
    const sender = await anna(1);
    const file = await sender.send('attest');
    const path = join(await temporaryFolder(), 'anna.attest');
    await writeFile(path, file);
    const { service, read } = await reading(path, await temporaryFolder());
    const files = unzipSync(file);
    const [name = ''] = Object.keys(files).filter((one) => one.endsWith('1-statement-1.txt'));
    await writeFile(path, zipSync({ ...files, [name]: Buffer.from('Quite something else.') }));
    const applied = await service.call('applyImport', { token: read.token, rule: 'both', choices: {} });
    expect(applied.ok ? '' : applied.fault.message).toMatch(/changed while it was open/u);
    await rm(path);
    const gone = await service.call('applyImport', { token: read.token, rule: 'both', choices: {} });
    expect(gone.ok ? '' : gone.fault.message).toMatch(/no file/u);
    expect(await imported({ service })).toEqual([]);
  });

  it('leaves out a version whose file is gone, and says so', async () => {
    const sender = await anna(2);
    const [first] = await imported(sender);
    const sha256 = first?.own?.original ?? '';
    await rm(join(sender.folder, 'statements', 'originals', sha256.slice(0, 2), sha256));
    const { read } = await reading(await sender.send('attest'), await temporaryFolder());
    expect(read.items.map(({ kind }) => kind)).toEqual(['statements']);
    expect(read.lines.map(({ sentence }) => inEnglish(sentence)).join()).toContain('1 statement did not come along');
  });
});

describe('an encrypted workspace', () => {
  it('gives its statements to others, and keeps those of others encrypted', async () => {
    const folder = await temporaryFolder();
    await writeOwnLibrary(folder, 1);
    const sealed = await openColleague(folder, 'Anna', { chooseCost: async () => leastCost });
    onTestFinished(sealed.leave);
    const { recoveryKey } = take(
      await sealed.service.call('encryptWorkspace', { passphrase: 'five yellow bricks, “тут”' }),
    );
    take(await sealed.service.call('keepRecoveryKey', { recoveryKey }));
    const boris = await newcomer('Boris');
    await boris.receive(await sealed.send('attest'));
    expect(await imported(boris)).toHaveLength(1);
    take(await sealed.service.call('removeStatements', { statements: (await imported(boris)).map(({ id }) => id) }));
    await setTitle(boris.service, (await imported(boris))[0]?.id ?? '', 'Kept by Boris');
    await rm(join(folder, 'statements'), { recursive: true });
    await sealed.receive(await boris.send('attest'));
    const [back] = await imported(sealed);
    expect(back).toMatchObject({ title: { value: 'Kept by Boris' }, fixity: 'verified' });
    const sha256 = back?.own?.original ?? '';
    const path = join(folder, 'statements', 'originals', sha256.slice(0, 2), sha256);
    expect(await readFile(path, 'utf8')).not.toContain('This is statement');
    const { text } = take(await sealed.service.call('readStatement', { statement: back?.id ?? '' }));
    expect(text).toContain('This is statement 1.');
  });
});

describe('statements that two people have', () => {
  it('become one field by field, and what both have changed is asked', async () => {
    const sender = await anna(1);
    const [id = ''] = sender.ids;
    const boris = await newcomer('Boris');
    await boris.receive(await sender.send('attest'));
    await sender.receive(await boris.send('attest'));
    await setTitle(sender.service, id, 'As Anna has it');
    const place = { value: 'Hrodna', basis: 'inferred', from: 'By hand.' } as const;
    take(await boris.service.call('editCatalogue', { statements: [id], fields: { place } }));
    await boris.receive(await sender.send('web-annotation'));
    expect(await imported(boris)).toMatchObject([{ title: { value: 'As Anna has it' }, place }]);
    await sender.receive(await boris.send('attest'));
    expect(await imported(sender)).toMatchObject([{ title: { value: 'As Anna has it' }, place }]);

    await setTitle(sender.service, id, 'Anna again');
    await setTitle(boris.service, id, 'Boris too');
    await boris.leave();
    const { service, read } = await reading(await sender.send('attest'), boris.folder);
    expect(read.items).toMatchObject([
      {
        kind: 'statements',
        difference: 'both-changed',
        fields: ['catalogue'],
        mine: { words: 'Boris too', note: 'Boris too' },
        theirs: { words: 'Anna again', note: 'Anna again' },
      },
    ]);
    const choices = { [`statements/${id}`]: 'theirs' } as const;
    take(await service.call('applyImport', { token: read.token, rule: 'both', choices }));
    expect(await imported({ service })).toMatchObject([{ title: { value: 'Anna again' } }]);
  });

  it('that one has removed stay where the other has highlights in them', async () => {
    const sender = await anna(1);
    const [id = ''] = sender.ids;
    const boris = await newcomer('Boris');
    await boris.receive(await sender.send('attest'));
    await boris.highlight(id, 'cells');
    take(await sender.service.call('removeStatements', { statements: [id] }));
    await boris.receive(await sender.send('attest'));
    expect(await imported(boris)).toHaveLength(1);
    expect((await session(boris)).highlights).toMatchObject([{ anchor: { state: 'anchored' } }]);
  });
});

describe('a statement that one has removed', () => {
  it('comes back with what others have highlighted in it since', async () => {
    const sender = await anna(1);
    const [id = ''] = sender.ids;
    const boris = await newcomer('Boris');
    await boris.receive(await sender.send('attest'));
    take(await boris.service.call('removeStatements', { statements: [id] }));
    await boris.receive(await sender.send('attest'));
    expect(await imported(boris)).toEqual([]);
    await sender.highlight(id, 'cells');
    await boris.receive(await sender.send('web-annotation'));
    expect([await imported(boris), (await session(boris)).highlights]).toEqual([[], []]);
    await boris.receive(await sender.send('attest'));
    expect(await imported(boris)).toHaveLength(1);
    expect((await session(boris)).highlights).toMatchObject([{ anchor: { state: 'anchored' } }]);
  });
});

describe('work in imported statements, without their files', () => {
  it('is refused with a line for each highlight where the statements are nowhere, and taken where they are', async () => {
    const sender = await anna(2);
    const [first = ''] = sender.ids;
    const id = await sender.highlight(first, 'kept in cells');
    const notes = await sender.send('web-annotation');
    const folder = await temporaryFolder();
    const { service, read } = await reading(notes, folder);
    expect(read.items).toEqual([]);
    const lines = read.lines.filter(({ outcome }) => outcome === 'refused').map(({ sentence }) => inEnglish(sentence));
    expect(lines).toEqual([
      expect.stringContaining('2 statements did not come along'),
      expect.stringContaining('no statement with the same bytes'),
    ]);
    await service.close();
    const boris = await openColleague(folder, 'Boris');
    onTestFinished(boris.leave);
    await boris.receive(await sender.send('attest'));
    take(await boris.service.call('deleteHighlights', { ids: [id] }));
    take(await sender.service.call('editHighlight', { id, note: 'Read it again.' }));
    await boris.receive(await sender.send('web-annotation'));
    expect(await imported(boris)).toHaveLength(2);
    expect((await session(boris)).highlights).toMatchObject([{ id, anchor: { state: 'anchored' } }]);
  });

  it('comes back from a REFI-QDA project, by the text', async () => {
    const sender = await anna(2);
    const [, second = ''] = sender.ids;
    await sender.highlight(second, 'kept in cells', { tags: ['detention'] });
    const project = await sender.send('qdpx');
    const texts = Object.entries(unzipSync(project)).filter(([name]) => name.endsWith('.txt'));
    expect(texts.map(([, bytes]) => strFromU8(bytes))).toEqual([
      take(await sender.service.call('readStatement', { statement: second })).text,
    ]);
    const folder = await temporaryFolder();
    await writeOwnLibrary(folder, 2);
    const boris = await openColleague(folder, 'Boris');
    onTestFinished(boris.leave);
    await boris.receive(project);
    expect((await session(boris)).highlights).toMatchObject([{ statement: second, anchor: { state: 'anchored' } }]);
  });
});
