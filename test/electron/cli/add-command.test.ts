import { mkdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { AttestEvent } from '../../../core/session.ts';
import type { Terminal } from '../../../electron/cli/command.ts';
import { knock } from '../../../electron/services/hand-over/knock.ts';
import { addRequest } from '../../../electron/services/hand-over/messages.ts';
import { readHolder } from '../../../electron/store/workspace-lock.ts';
import { take } from '../../core/workspace/small-workspace.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { cyrillic, sampleSources } from '../services/library/sample-sources.ts';
import { openReader, runAttest } from './run-attest.ts';

/** A folder with two files, one of them no statement, and a folder in it. */
async function folderOfFiles(): Promise<string> {
  const folder = await temporaryFolder();
  await writeFile(join(folder, 'a.txt'), 'They beat him in custody for three days.');
  await writeFile(join(folder, 'empty.txt'), '');
  await mkdir(join(folder, 'inner'));
  await writeFile(join(folder, 'inner', 'b.txt'), 'They let him go.');
  return folder;
}

describe('attest add', () => {
  it('takes files that the other commands then know, and says what it refused', async () => {
    const workspace = await temporaryFolder();
    const folder = await folderOfFiles();
    const added = await runAttest(workspace, ['add', folder]);
    expect(added.out).toMatch(
      /^refused: empty\.txt: .*empty.*\nadded: a\.txt.* \[[\w-]+\]\nFiles: 1 added, 1 refused\.$/u,
    );
    expect([added.code, added.error]).toEqual([1, 'attest: 1 file was refused; the list says why.']);
    const again = await runAttest(workspace, ['--json', 'add', folder, '--recursive']);
    const { state, counts, files } = JSON.parse(again.out);
    expect([state, counts]).toEqual(['done', { added: 1, updated: 0, known: 1, refused: 1 }]);
    expect(files.map(({ name, outcome }: { name: string; outcome: string }) => [name, outcome])).toEqual([
      ['a.txt', 'known'],
      ['empty.txt', 'refused'],
      ['inner/b.txt', 'added'],
    ]);
    const id = files[0].statement;
    expect((await runAttest(workspace, ['list'])).out).toMatch(/your own, added \d{4}-\d\d-\d\d/u);
    expect((await runAttest(workspace, ['show', 'a.txt'])).out).toContain('¶ 1  They beat him in custody');
    expect((await runAttest(workspace, ['search', '"beat him in custody"'])).out).toContain(id);
    const quoted = await runAttest(workspace, ['highlight', id, '--quote', 'beat him in custody', '--tag', 'torture']);
    expect([quoted.code, quoted.error]).toEqual([0, '']);
    expect((await runAttest(workspace, ['highlights'])).out).toContain('beat him in custody');
    expect((await runAttest(workspace, ['verify'])).code).toBe(0);
  });

  it('reads in the encoding that is named, makes a newer version, and writes its report', async () => {
    const workspace = await temporaryFolder();
    const folder = await temporaryFolder();
    const { bytes } = (await sampleSources())['letter.txt'] ?? { bytes: Buffer.from('') };
    await writeFile(join(folder, 'letter.txt'), bytes);
    const report = join(folder, 'report.txt');
    const letter = join(folder, 'letter.txt');
    expect((await runAttest(workspace, ['add', letter, '--encoding', 'windows-1251', '--report', report])).code).toBe(
      0,
    );
    expect(await readFile(report, 'utf8')).toMatch(/^Statements added\n.*\n1 added\n\nadded: letter\.txt\n$/u);
    expect((await runAttest(workspace, ['show', 'letter.txt'])).out).toContain(cyrillic);
    await writeFile(join(folder, 'newer.txt'), `${cyrillic}\n\nДапоўнена.`);
    const newer = ['add', join(folder, 'newer.txt'), '--version-of', 'letter.txt'];
    expect((await runAttest(workspace, newer)).out).toMatch(/^updated: newer\.txt/u);
    expect((await runAttest(workspace, ['show', 'newer.txt'])).out).toContain('Дапоўнена.');
    const over = await runAttest(workspace, ['add', letter, '--report', letter]);
    expect([over.code, over.error]).toEqual([2, expect.stringMatching(/would replace a file that is added/u)]);
    const unknown = await runAttest(workspace, ['add', letter, '--encoding', 'klingon']);
    expect([unknown.code, unknown.error]).toEqual([1, expect.stringMatching(/no encoding called “klingon”/u)]);
  });

  it('names a path that is nowhere, and takes the others', async () => {
    const workspace = await temporaryFolder();
    const folder = await folderOfFiles();
    const nowhere = join(folder, 'nowhere.txt');
    const { code, out } = await runAttest(workspace, ['add', nowhere, join(folder, 'a.txt')]);
    expect([code, out]).toEqual([1, expect.stringMatching(/^refused: nowhere\.txt: It is not there any more/u)]);
    expect(out).toMatch(/Files: 1 added, 1 refused\.$/u);
  });

  it('shows how far it is where somebody sits there, and ends when they want it to', async () => {
    const workspace = await temporaryFolder();
    const folder = await temporaryFolder();
    for (let at = 0; at < 400; at += 1) await writeFile(join(folder, `${at}.txt`), `Number ${at}.`);
    const shown: (string | null)[] = [];
    let interrupt: () => void = () => undefined;
    const terminal: Terminal = {
      showProgress: (line) => {
        shown.push(line);
        if (/^[1-9]\d* of 400/u.test(line ?? '')) interrupt();
      },
      onInterrupt: (listener) => {
        interrupt = listener;
        return () => undefined;
      },
    };
    const { code, out, error } = await runAttest(workspace, ['add', folder], undefined, { terminal });
    expect(shown.at(-1)).toBeNull();
    expect([code, error]).toEqual([1, expect.stringMatching(/^attest: It was cancelled after \d+ of 400 files/u)]);
    const count = Number(/(\d+) added\.$/u.exec(out)?.[1]);
    expect(count).toBeGreaterThan(0);
    const { statements } = take(await (await openReaderUntilEnd(workspace)).call('openSession', {}));
    expect(statements.filter(({ own }) => own)).toHaveLength(count);
  });

  it('has the Attest that is open add them, whose reader sees it', async () => {
    const workspace = await temporaryFolder();
    const folder = await folderOfFiles();
    await symlink(folder, join(folder, 'inner', 'back'));
    const reader = await openReaderUntilEnd(workspace);
    const events: AttestEvent[] = [];
    reader.subscribe((event) => events.push(event));
    const { out, code } = await runAttest(workspace, ['--json', 'add', '--recursive', folder]);
    expect([code, JSON.parse(out).counts]).toEqual([1, { added: 2, updated: 0, known: 0, refused: 2 }]);
    const { statements, adding } = take(await reader.call('openSession', {}));
    expect([statements.filter(({ own }) => own).length, adding?.state]).toEqual([2, 'done']);
    expect(events.map(({ type }) => type)).toContain('adding');
    const [, id = ''] = /"statement": "([\w-]+)"/u.exec(out) ?? [];
    expect((await runAttest(workspace, ['show', id])).out).toContain('They beat him');
  });
});

it('no other process brings up a dialog in the Attest that is open, or has it add what is named by half a path', async () => {
  const workspace = await temporaryFolder();
  await openReaderUntilEnd(workspace);
  const holder = await readHolder(workspace);
  const visit = holder && (await knock(holder));
  if (!visit) throw new Error('There is no door.');
  onTestFinished(() => visit.close());
  const input = { from: { kind: 'files' }, versionOf: null, encoding: null };
  const chosen = await visit.ask('beginAdding', input);
  expect(chosen.ok ? '' : chosen.fault.message).toMatch(/^Files are not chosen or saved/u);
  const half = await visit.ask(addRequest, { paths: ['a.txt'], isRecursive: true, versionOf: null, encoding: null });
  expect(half.ok ? '' : half.fault.message).toMatch(/^The files to add are not named/u);
});

async function openReaderUntilEnd(workspace: string) {
  const reader = await openReader(workspace);
  onTestFinished(async () => {
    await reader.close();
  });
  return reader;
}
