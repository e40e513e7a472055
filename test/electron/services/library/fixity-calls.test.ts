import { randomBytes } from 'node:crypto';
import { chmod, cp, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { FixityCheck } from '../../../../core/statements/fixity-report.ts';
import { FixityCalls } from '../../../../electron/services/library/fixity-calls.ts';
import { systemFiles } from '../../../../electron/store/files.ts';
import { originalPath, sha256Of, textPath } from '../../../../electron/store/statement-files.ts';
import { sealedFiles } from '../../../../electron/store/vault/sealed-files.ts';
import { refusal, take } from '../../../core/workspace/small-workspace.ts';
import { resources } from '../../../support/bundled-statements.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';
import { type Desk, openDesk } from './library-desk.ts';

function fixityOf(desk: Desk, delayMs: number | null = null, bundledIn = resources): FixityCalls {
  const calls = new FixityCalls({ ...desk, resources: bundledIn, delayMs });
  desk.library.onFault = (id) => {
    const summary = desk.library.summary(id);
    if (summary) desk.announce({ type: 'library', statements: [summary], highlights: [] });
  };
  onTestFinished(() => calls.close());
  return calls;
}

/** The check when it is over. */
async function checked(calls: FixityCalls): Promise<FixityCheck> {
  take(await calls.checkFixity({}));
  while (calls.check.state === 'running') await wait(5);
  return calls.check;
}

const found = ({ lines }: FixityCheck): string[] =>
  lines.map(({ fixity, file, name }) => `${fixity} ${file} ${name}`).sort();

const libraryEvents = (desk: Desk): string[] =>
  desk.events.flatMap((event) => (event.type === 'library' ? event.statements.map(({ fixity }) => fixity) : []));

describe('the check of the library’s files', () => {
  it('finds nothing where nothing has changed, in every file of every version', async () => {
    const desk = await openDesk(await temporaryFolder());
    const id = await desk.add('a.txt', 'The first words.');
    await desk.renew(id, 'b.txt', 'The second words.');
    const calls = fixityOf(desk);
    expect(refusal(await calls.saveFixityReport({}))).toMatch(/not been checked yet/u);
    const begun = take(await calls.checkFixity({}));
    expect([begun.state, begun.done]).toEqual(['running', 0]);
    expect(await checked(calls)).toMatchObject({ state: 'done', done: 9, total: 9, faults: 0, lines: [] });
    expect(libraryEvents(desk)).toEqual([]);
    expect(desk.events.at(-1)).toMatchObject({ type: 'fixity', fixity: { state: 'done' } });
  });

  it('names what was changed, cut off, deleted or cannot be read, in the report and on the statement', async () => {
    const desk = await openDesk(await temporaryFolder());
    const texts = ['changed', 'truncated', 'deleted', 'no text', 'whole'];
    const ids: string[] = [];
    for (const name of texts) ids.push(await desk.add(`${name}.txt`, `The words of what was ${name}.`));
    const pathOf = (at: number): string => textPath(desk.folder, desk.versionOf(ids[at] ?? ''));
    const kept = await readFile(pathOf(0), 'utf8');
    await writeFile(pathOf(0), kept.replace('words', 'sword'));
    await truncate(pathOf(1), (await readFile(pathOf(1))).length - 3);
    await rm(pathOf(2));
    await writeFile(pathOf(3), Buffer.from([0xff, 0xfe, 0x00]));
    const calls = fixityOf(desk);
    const check = await checked(calls);
    expect(found(check)).toEqual([
      'changed text changed.txt',
      'changed text truncated.txt',
      'missing text deleted.txt',
      'unreadable text no text.txt',
    ]);
    expect(check.faults).toBe(4);
    const line = check.lines.find(({ name }) => name === 'changed.txt');
    expect(line).toMatchObject({ expected: sha256Of('The words of what was changed.'), title: expect.any(String) });
    expect(line?.found).toBe(sha256Of('The sword of what was changed.'));
    const fixities = ids.map((id) => desk.library.summary(id)?.fixity);
    expect(fixities).toEqual(['changed', 'changed', 'missing', 'unreadable', 'verified']);
    expect(libraryEvents(desk).sort()).toEqual(['changed', 'changed', 'missing', 'unreadable']);
    expect(desk.library.statements.get(ids[0] ?? '')?.text).toBe('The sword of what was changed.');
    expect(desk.library.statements.has(ids[2] ?? '')).toBe(false);
    // Found again as it is: nothing is news.
    desk.events.length = 0;
    await checked(calls);
    expect(libraryEvents(desk)).toEqual([]);
    await writeFile(pathOf(0), kept);
    await writeFile(pathOf(2), (await readFile(pathOf(4), 'utf8')).replace('whole', 'deleted'));
    expect(found(await checked(calls))).toEqual(['changed text truncated.txt', 'unreadable text no text.txt']);
    expect(libraryEvents(desk)).toEqual(['verified', 'verified']);
    expect(desk.library.statements.get(ids[2] ?? '')?.text).toBe('The words of what was deleted.');
    expect(desk.library.summary(ids[0] ?? '')?.fixity).toBe('verified');
  });

  it.skipIf(process.getuid?.() === 0)('names what the system does not give', async () => {
    const desk = await openDesk(await temporaryFolder());
    const id = await desk.add('a.txt', 'Words.');
    await chmod(textPath(desk.folder, desk.versionOf(id)), 0);
    expect(found(await checked(fixityOf(desk)))).toEqual(['unreadable text a.txt']);
  });

  it('says of an original, and of the text of an earlier version, that it has changed, and leaves the statement verified', async () => {
    const desk = await openDesk(await temporaryFolder());
    const id = await desk.add('a.txt', 'The first words.');
    await desk.renew(id, 'b.txt', 'The second words.');
    await writeFile(originalPath(desk.folder, desk.versionOf(id)), 'Other words.');
    await rm(textPath(desk.folder, desk.versionOf(id, 0)));
    const calls = fixityOf(desk);
    expect(found(await checked(calls))).toEqual(['changed original b.txt', 'missing text a.txt']);
    expect([desk.library.summary(id)?.fixity, libraryEvents(desk)]).toEqual(['verified', []]);
    take(await calls.saveFixityReport({}));
    const report = Buffer.from(desk.saved[0]?.content ?? []).toString();
    expect(report).toContain('9 of 9 files checked, 2 not as they were left');
    expect(report).toMatch(/^changed: the original of “.*” \(b\.txt, added .*\)$/mu);
    expect(report).toContain(`  found    ${sha256Of('Other words.')}`);
    expect(report).toMatch(/^missing: the text of “.*” \(a\.txt, added .*\)$/mu);
  });

  it('reads an encrypted workspace’s files as they are meant, and finds a single bit that is another', async () => {
    const folder = await temporaryFolder();
    const key = { dataKey: randomBytes(32), vaultId: 'ab'.repeat(16) };
    const files = sealedFiles(systemFiles, { ...key, folder, begin: async () => 3 });
    const desk = await openDesk(folder, { key, files });
    const id = await desk.add('a.txt', 'Words that are sealed.');
    const calls = fixityOf(desk);
    expect(found(await checked(calls))).toEqual([]);
    for (const path of [originalPath(folder, desk.versionOf(id)), textPath(folder, desk.versionOf(id))]) {
      const bytes = await readFile(path);
      bytes.writeUInt8(bytes.readUInt8(90) ^ 1, 90);
      await writeFile(path, bytes);
    }
    expect(found(await checked(calls))).toEqual(['unreadable original a.txt', 'unreadable text a.txt']);
    expect(desk.library.summary(id)?.fixity).toBe('unreadable');
  });

  it('finds that a bundled statement was changed while the program runs, and that it is whole again', async () => {
    const folder = await temporaryFolder();
    await cp(resources, folder, { recursive: true });
    const desk = await openDesk(await temporaryFolder(), null, folder);
    const calls = fixityOf(desk, null, folder);
    const summary = desk.library.summaries[0];
    const path = join(folder, 'statements', summary?.file ?? '');
    const bytes = await readFile(path);
    await writeFile(path, Buffer.concat([bytes, Buffer.from(' ')]));
    expect(found(await checked(calls))).toEqual([`changed text ${summary?.file}`]);
    expect(desk.library.summaries[0]?.fixity).toBe('changed');
    expect(desk.library.statements.get(summary?.id ?? '')?.summary.fixity).toBe('changed');
    await writeFile(path, bytes);
    await checked(calls);
    expect(desk.library.summaries[0]?.fixity).toBe('verified');
  });

  it('tells how far it is at most four times a second, lets others go first, and stops when it is cancelled', async () => {
    const desk = await openDesk(await temporaryFolder());
    for (let at = 0; at < 60; at += 1) await desk.add(`${at}.txt`, `Number ${at}. ${'Many words. '.repeat(20_000)}`);
    const calls = fixityOf(desk);
    const beganMs = performance.now();
    const seen = new Set<number>();
    const beat = setInterval(() => seen.add(calls.check.done), 1);
    const check = await checked(calls);
    clearInterval(beat);
    const told = desk.events.filter(({ type }) => type === 'fixity').length;
    expect(check).toMatchObject({ state: 'done', done: 125, total: 125 });
    expect(told).toBeLessThanOrEqual(3 + (performance.now() - beganMs) / 250);
    expect(seen.size).toBeGreaterThan(20);
    take(await calls.checkFixity({}));
    await wait(2);
    take(await calls.cancelFixity({}));
    expect(calls.check.state).toBe('cancelled');
    const { done } = calls.check;
    await wait(30);
    expect(calls.check.done).toBe(done);
    expect(done).toBeLessThan(125);
  });

  it('begins by itself a while after it is started, once, and not where it is over by then', async () => {
    const desk = await openDesk(await temporaryFolder());
    await desk.add('a.txt', 'Words.');
    const calls = fixityOf(desk, 10);
    calls.start();
    calls.start();
    expect(calls.check.state).toBe('none');
    while (calls.check.state !== 'done') await wait(5);
    const begun = desk.events.filter((event) => event.type === 'fixity' && event.fixity.done === 0).length;
    expect(begun).toBe(1);
    const closed = fixityOf(desk, 10);
    closed.start();
    await closed.close();
    closed.start();
    const none = fixityOf(desk);
    none.start();
    await wait(40);
    expect([closed.check.state, none.check.state]).toEqual(['none', 'none']);
  });
});
