import { mkdir, open, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { zipSync } from 'fflate';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import type { AttestService, CallOutput } from '../../../../core/ipc-contract.ts';
import { filePartBytes } from '../../../../core/library-contract.ts';
import { fail, type Result, succeed } from '../../../../core/result.ts';
import { inEnglish } from '../../../../core/sentence.ts';
import type { AttestEvent } from '../../../../core/session.ts';
import { type AddedLine, type Adding, largestSource } from '../../../../core/statements/adding.ts';
import { utf16 } from '../../../../core/text/offsets.ts';
import { AddingCalls } from '../../../../electron/services/library/adding-calls.ts';
import { createConverter } from '../../../../electron/services/library/convert/converter.ts';
import { openAttest } from '../../../../electron/services/open-attest.ts';
import type { FileToSave, OpenOptions } from '../../../../electron/services/ports.ts';
import { findPlaintext } from '../../../../electron/store/vault/folder-files.ts';
import { leastCost } from '../../../../electron/store/vault/scrypt-cost.ts';
import { take } from '../../../core/workspace/small-workspace.ts';
import { resources } from '../../../support/bundled-statements.ts';
import { patient } from '../../../support/patient.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';
import { writePdf } from './convert/pdf/write-pdf.ts';
import { openDesk } from './library-desk.ts';
import { cyrillic, sampleSources } from './sample-sources.ts';

async function openService(workspaceFolder: string, changed: Partial<OpenOptions> = {}): Promise<AttestService> {
  const opened = await openAttest({
    host: 'desktop',
    version: '0',
    resources,
    workspaceFolder,
    access: 'write',
    lockWaitMs: 0,
    saveFile: async () => fail('internal', 'nothing is saved here'),
    chooseCost: async () => leastCost,
    ...changed,
  });
  const service = take(opened);
  onTestFinished(async () => {
    await service.close();
  });
  return service;
}

const picking = (...paths: string[]): Partial<OpenOptions> => ({
  pickPaths: async () => ({ paths, isRecursive: true }),
});

async function over(service: AttestService): Promise<Adding> {
  for (;;) {
    const { adding } = take(await service.call('readAdding', {}));
    if (adding && adding.state !== 'running') return adding;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

async function untilSomeAreDone(service: AttestService): Promise<void> {
  while ((take(await service.call('readAdding', {})).adding?.done ?? 0) === 0) {
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

async function linesOf(service: AttestService, job: string): Promise<AddedLine[]> {
  const lines: AddedLine[] = [];
  for (;;) {
    const read = take(await service.call('readAddedLines', { job, outcome: null, from: lines.length }));
    lines.push(...read.lines);
    if (lines.length >= read.count) return lines;
  }
}

const files = { from: { kind: 'files' }, versionOf: null, encoding: null } as const;

function jobOf(begun: Result<CallOutput<'beginAdding'>>): string {
  const value = take(begun);
  if (value.outcome !== 'begun') throw new Error('It was cancelled.');
  return value.job;
}

async function addAll(service: AttestService, input: Parameters<typeof begin>[1] = files) {
  const job = await begin(service, input);
  const adding = await over(service);
  return { job, adding, lines: await linesOf(service, job) };
}

async function begin(
  service: AttestService,
  input: { from: { kind: 'files' | 'folder' }; versionOf: string | null; encoding: string | null },
): Promise<string> {
  return jobOf(await service.call('beginAdding', input));
}

const sayings = (lines: readonly AddedLine[]): string[] =>
  lines.map(
    ({ name, outcome, sentences }) => `${name}: ${[outcome, ...sentences.map((one) => inEnglish(one))].join(' ')}`,
  );

describe('adding the files of a folder', () => {
  it('takes every format, and each statement has the text that its file has', async () => {
    const folder = await temporaryFolder();
    const sources = await sampleSources();
    for (const [name, { bytes }] of Object.entries(sources)) await writeFile(join(folder, name), bytes);
    const service = await openService(await temporaryFolder(), picking(folder));
    const { adding, lines } = await addAll(service, { ...files, from: { kind: 'folder' } });
    expect(adding).toMatchObject({ state: 'done', done: 7, total: 7, current: null, counts: { added: 7, refused: 0 } });
    for (const { name, statement, encoding } of lines) {
      const read = take(await service.call('readStatement', { statement: statement ?? '' }));
      expect(read.text, name).toContain(sources[name]?.words);
      if (name === 'letter.txt') expect(encoding).toEqual({ name: 'windows-1251', basis: 'inferred' });
    }
  });

  it('names whatever is wrong with a file, and takes the others', async () => {
    const folder = await temporaryFolder();
    const write = (name: string, bytes: string | Uint8Array) => writeFile(join(folder, name), bytes);
    const pdf = writePdf([[{ x: 72, y: 700, text: 'Words.' }]]);
    await write('0 long.txt', 'A long text. '.repeat(1_000_000));
    await write('1 damaged.pdf', pdf.subarray(0, 200));
    await write('2 locked.pdf', writePdf([[{ x: 72, y: 700, text: 'Secret.' }]], { password: 'open' }));
    await write('3 renamed.docx', zipSync({ 'a.txt': Buffer.from('A file in an archive.') }));
    const fetched = vi.spyOn(globalThis, 'fetch');
    const script =
      '<p>They voted.</p><script>globalThis.ran = 1</script><img src="http://203.0.113.1/x.png" onerror="ran=1">';
    await write('4 page.html', script);
    const large = await open(join(folder, '5 large.txt'), 'w');
    await large.truncate(200 * 1024 * 1024);
    await large.close();
    await write('6 “odd”\n👩‍👩‍👧 %00 ё.txt', 'Odd names are names.');
    await symlink('.', join(folder, '7 itself'));
    await write('8 gone.txt', 'Gone.');
    await write('9 empty.txt', '');
    await writeFile(
      Buffer.concat([Buffer.from(`${folder}/`), Buffer.from([0xcf, 0xf0]), Buffer.from('.txt')]),
      'Not UTF-8.',
    );
    await mkdir(join(folder, 'folder.pdf'));
    await writeFile(join(folder, 'folder.pdf', 'last.txt'), 'The last.');
    // It vanishes when everything has been found and the first file is being read.
    const pickPaths = async () => ({ paths: [folder], isRecursive: true });
    const service = await openService(await temporaryFolder(), { pickPaths });
    service.subscribe((event) => {
      if (event.type === 'adding' && event.adding?.total) void rm(join(folder, '8 gone.txt'), { force: true });
    });
    const { adding, lines } = await addAll(service);
    const said = sayings(lines);
    const expected = [
      /^0 long\.txt: added$/u,
      /^1 damaged\.pdf: refused .*damaged/u,
      /^2 locked\.pdf: refused .*password/u,
      /^3 renamed\.docx: refused .*(?:archive|Word)/u,
      /^4 page\.html: added/u,
      /^5 large\.txt: refused The file is too large to be read: it has 200 MiB, at most 100 are taken\.$/u,
      /^6 “odd”\n👩‍👩‍👧 %00 ё\.txt: added/u,
      /^8 gone\.txt: refused It is not there any more: it was moved, renamed or deleted\.$/u,
      /^9 empty\.txt: refused .*empty/u,
      /^folder\.pdf\/last\.txt: added$/u,
      /^\ufffd\ufffd\.txt: added/u,
      /^7 itself: refused It is a link that leads to itself/u,
    ];
    expect(said).toHaveLength(expected.length);
    for (const pattern of expected)
      expect(
        said.filter((line) => pattern.test(line)),
        String(pattern),
      ).toHaveLength(1);
    expect(adding.counts).toEqual({ added: 5, updated: 0, known: 0, refused: 7 });
    expect([fetched.mock.calls, 'ran' in globalThis]).toEqual([[], false]);
    const { statements } = take(await service.call('openSession', {}));
    expect(statements.filter(({ own }) => own)).toHaveLength(5);
  });

  it('tells how far it is, not too often, and at its end that it is done', async () => {
    const folder = await temporaryFolder();
    for (let at = 0; at < 300; at += 1) await writeFile(join(folder, `${at}.txt`), `Number ${at}.`);
    const service = await openService(await temporaryFolder(), picking(folder));
    const events: AttestEvent[] = [];
    service.subscribe((event) => events.push(event));
    const beganMs = performance.now();
    const { adding, job, lines } = await addAll(service);
    const tookMs = performance.now() - beganMs;
    const told = events.flatMap((event) => (event.type === 'adding' && event.adding ? event.adding : []));
    expect(told.at(-1)).toEqual(adding);
    expect(adding).toMatchObject({ job, state: 'done', done: 300, total: 300, secondsLeft: null, isContinued: false });
    expect(told.length).toBeLessThanOrEqual(Math.ceil(tookMs / 125) + 2);
    expect(told.map(({ done }) => done)).toEqual(told.map(({ done }) => done).sort((a, b) => a - b));
    expect(lines.map(({ name }) => name)).toEqual(Array.from({ length: 300 }, (_, at) => `${at}.txt`));
    expect(take(await service.call('openSession', {})).adding).toEqual(adding);
    const refused = take(await service.call('readAddedLines', { job, outcome: 'refused', from: 0 }));
    expect(refused).toEqual({ lines: [], count: 0 });
    const page = take(await service.call('readAddedLines', { job, outcome: 'added', from: 150 }));
    expect([page.lines.length, page.count, page.lines[0]?.name]).toEqual([150, 300, '150.txt']);
    take(await service.call('dropAdding', { job }));
    expect([events.at(-1), take(await service.call('readAdding', {})).adding]).toEqual([
      { type: 'adding', adding: null },
      null,
    ]);
  });

  it('is one at a time, cancelled in the midst, and leaves what was added; doing it again finds it known', async () => {
    const folder = await temporaryFolder();
    for (let at = 0; at < 400; at += 1) await writeFile(join(folder, `${at}.txt`), `Number ${at}.`);
    const workspace = await temporaryFolder();
    const service = await openService(workspace, picking(folder));
    const job = await begin(service, files);
    expect((await service.call('beginAdding', files)).ok).toBe(false);
    expect((await service.call('dropAdding', { job })).ok).toBe(false);
    await untilSomeAreDone(service);
    take(await service.call('cancelAdding', { job }));
    const adding = await over(service);
    expect(adding).toMatchObject({ state: 'cancelled', total: 400 });
    expect(adding.done).toBeLessThan(400);
    const { statements } = take(await service.call('openSession', {}));
    expect(statements.filter(({ own }) => own)).toHaveLength(adding.done);
    expect(await readdir(join(workspace, 'statements'))).not.toContain('adding.json');
    const again = await addAll(service);
    expect(again.adding.counts).toEqual({ added: 400 - adding.done, updated: 0, known: adding.done, refused: 0 });
  });

  it('is not begun where nothing was chosen, in an encoding that nobody knows, or in a workspace that is read only', async () => {
    const workspace = await temporaryFolder();
    const service = await openService(workspace, { pickPaths: async () => null });
    expect(take(await service.call('beginAdding', files))).toEqual({ outcome: 'cancelled' });
    const unknown = await service.call('beginAdding', { ...files, encoding: 'klingon' });
    expect(unknown.ok ? '' : unknown.fault.message).toMatch(/knows no encoding called “klingon”/u);
    const nobody = await service.call('beginAdding', { ...files, versionOf: 'statement-x' });
    expect(nobody.ok ? '' : nobody.fault.message).toMatch(/no imported statement statement-x/u);
    await service.close();
    const reading = await openService(workspace, { access: 'read', ...picking('/nowhere') });
    const refused = await reading.call('beginAdding', files);
    expect(refused.ok ? '' : refused.fault.code).toBe('read-only');
  });

  it('takes the encoding that was chosen', async () => {
    const folder = await temporaryFolder();
    const { bytes } = (await sampleSources())['letter.txt'] ?? { bytes: Buffer.from('') };
    await writeFile(join(folder, 'a.txt'), bytes);
    const service = await openService(await temporaryFolder(), picking(join(folder, 'a.txt')));
    const { lines } = await addAll(service, { ...files, encoding: 'cp1251' });
    expect(lines[0]?.encoding?.name).toBe('windows-1251');
    const read = take(await service.call('readStatement', { statement: lines[0]?.statement ?? '' }));
    expect(read.text).toBe(cyrillic);
  });

  it('writes its report where the host saves it', async () => {
    const folder = await temporaryFolder();
    await writeFile(join(folder, 'a.txt'), 'Words.');
    await writeFile(join(folder, 'b.txt'), '');
    const saved: FileToSave[] = [];
    const saveFile: OpenOptions['saveFile'] = async (file) => {
      saved.push(file);
      return succeed({ outcome: 'saved', location: '/x', count: file.count });
    };
    const service = await openService(await temporaryFolder(), { ...picking(folder), saveFile });
    const { job } = await addAll(service);
    expect(take(await service.call('saveAddingReport', { job }))).toMatchObject({ outcome: 'saved', count: 2 });
    expect(Buffer.from(saved[0]?.content ?? []).toString()).toMatch(
      /^Statements added\n.*\n1 added, 1 refused\n\nrefused: b\.txt: .*\nadded: a\.txt.*\n$/u,
    );
    expect((await service.call('saveAddingReport', { job: 'other' })).ok).toBe(false);
  });
});

describe('adding what the reader sends', () => {
  const part = (text: string | Uint8Array): string => Buffer.from(text as string).toString('base64');
  const sending = (total: number) => ({ from: { kind: 'reader', total }, versionOf: null, encoding: null }) as const;

  it('takes files in parts, in order, and is done when the sending ends', async () => {
    const service = await openService(await temporaryFolder());
    const job = jobOf(await service.call('beginAdding', sending(3)));
    const long = Buffer.from('Д’яблы. '.repeat(60_000));
    const parts: Buffer[] = [];
    for (let at = 0; at < long.length; at += filePartBytes) parts.push(long.subarray(at, at + filePartBytes));
    for (const [at, bytes] of parts.entries()) {
      const isLast = at === parts.length - 1;
      take(await service.call('sendFile', { job, name: 'folder/long.txt', part: part(bytes), isLast }));
    }
    take(await service.call('sendFile', { job, name: 'b.txt', part: part('Others.'), isLast: true }));
    take(await service.call('endSending', { job }));
    expect(await over(service)).toMatchObject({ state: 'done', done: 2, total: 2 });
    const [first] = await linesOf(service, job);
    const read = take(await service.call('readStatement', { statement: first?.statement ?? '' }));
    expect([read.summary.file, read.text.length]).toEqual(['long.txt', 'Д’яблы. '.repeat(60_000).length]);
    const late = await service.call('sendFile', { job, name: 'c.txt', part: '', isLast: true });
    expect(late.ok ? '' : late.fault.message).toMatch(/not being added any more/u);
  });

  it('counts what is too large without keeping it', async () => {
    const service = await openService(await temporaryFolder());
    const job = jobOf(await service.call('beginAdding', sending(2)));
    const full = part(new Uint8Array(filePartBytes));
    const count = largestSource / filePartBytes + 1;
    for (let at = 0; at < count; at += 1) {
      take(await service.call('sendFile', { job, name: 'large.txt', part: full, isLast: at === count - 1 }));
    }
    take(await service.call('sendFile', { job, name: 'b.txt', part: part('Others.'), isLast: true }));
    take(await service.call('endSending', { job }));
    await over(service);
    expect(sayings(await linesOf(service, job))).toEqual([
      'large.txt: refused The file is too large to be read: it has 101 MiB, at most 100 are taken.',
      'b.txt: added',
    ]);
  });

  it('has the reader wait while too much waits, and lets it go on', async () => {
    const service = await openService(await temporaryFolder());
    const job = jobOf(await service.call('beginAdding', sending(200)));
    let sent = 0;
    const all = Array.from({ length: 200 }, async (_, at) => {
      take(await service.call('sendFile', { job, name: `${at}.txt`, part: part(`Number ${at}.`), isLast: true }));
      sent += 1;
    });
    expect(sent).toBeLessThan(200);
    await Promise.all(all);
    take(await service.call('endSending', { job }));
    expect(await over(service)).toMatchObject({ done: 200, counts: { added: 200 } });
  });

  it('ends at once where it is cancelled while it waits for the reader', async () => {
    const service = await openService(await temporaryFolder());
    const job = jobOf(await service.call('beginAdding', sending(5)));
    take(await service.call('sendFile', { job, name: 'a.txt', part: part('First.'), isLast: true }));
    await untilSomeAreDone(service);
    take(await service.call('cancelAdding', { job }));
    // As a reader says whose page goes meanwhile.
    take(await service.call('endSending', { job }));
    expect(await over(service)).toMatchObject({ state: 'cancelled', done: 1, total: 5 });
    expect((await service.call('sendFile', { job, name: 'b.txt', part: '', isLast: true })).ok).toBe(false);
  });
});

describe('a newer version of a statement', () => {
  it('takes its place with the highlights whose words it has, in one step that can be undone', async () => {
    const folder = await temporaryFolder();
    const [first, second] = [join(folder, 'a.txt'), join(folder, 'b.txt')];
    const [kept, dropped] = ['They beat him in custody for three days and nights.', 'Then they let him go.'];
    await writeFile(first, `${kept}\n\n${dropped}`);
    await writeFile(second, `A correction was made.\n\n${kept}\n\nThen they held him.`);
    const chosen = [first];
    const service = await openService(await temporaryFolder(), {
      pickPaths: async (kind) => {
        kinds.push(kind);
        return { paths: chosen, isRecursive: true };
      },
    });
    const kinds: string[] = [];
    const statement = (await addAll(service)).lines[0]?.statement ?? '';
    for (const [start, end] of [
      [5, 30],
      [58, 74],
    ] as const) {
      const passage = { start: utf16(start), end: utf16(end) };
      take(await service.call('addHighlight', { statement, passage, tags: [], note: '' }));
    }
    chosen[0] = second;
    const { lines } = await addAll(service, { ...files, versionOf: statement });
    expect(lines).toMatchObject([{ name: 'b.txt', outcome: 'updated', statement }]);
    expect(kinds).toEqual(['files', 'file']);
    const session = take(await service.call('openSession', {}));
    expect(session.highlights.map(({ anchor }) => anchor.state).sort()).toEqual(['anchored', 'needs-review']);
    expect(session.statements.find(({ id }) => id === statement)?.own?.versions).toHaveLength(2);
    expect(session.undo.undo?.kind).toBe('update-statement');
    const again = await addAll(service, { ...files, versionOf: statement });
    expect(again.lines).toMatchObject([{ outcome: 'known', statement }]);
    take(await service.call('undo', {}));
    const back = take(await service.call('readStatement', { statement }));
    expect(back.text).toContain('let him go');
  });

  it('is one file', async () => {
    const folder = await temporaryFolder();
    await writeFile(join(folder, 'a.txt'), 'Words.');
    const paths = [join(folder, 'a.txt')];
    const service = await openService(await temporaryFolder(), {
      pickPaths: async () => ({ paths, isRecursive: true }),
    });
    const versionOf = (await addAll(service)).lines[0]?.statement ?? '';
    paths.push(join(folder, 'b.txt'));
    const refused = await service.call('beginAdding', { ...files, versionOf });
    expect(refused.ok ? '' : refused.fault.message).toMatch(/is one file: choose one/u);
    const sent = { from: { kind: 'reader', total: 2 }, versionOf, encoding: null } as const;
    expect((await service.call('beginAdding', sent)).ok).toBe(false);
    // Nor does the first file of a folder become it without a word.
    paths.splice(0, 2, folder);
    const ofFolder = await service.call('beginAdding', { ...files, versionOf });
    expect(ofFolder.ok ? '' : ofFolder.fault.message).toMatch(/is one file: choose one/u);
    paths.splice(0, 1, join(folder, 'gone.txt'));
    const { lines } = await addAll(service, { ...files, versionOf });
    expect(sayings(lines)).toEqual(['gone.txt: refused It is not there any more: it was moved, renamed or deleted.']);
  });
});

describe('adding that is broken off', () => {
  it('goes on where the workspace could not be closed while its files were being chosen', async () => {
    const folder = await temporaryFolder();
    await writeFile(join(folder, 'a.txt'), 'Words.');
    const desk = await openDesk(await temporaryFolder());
    let choose = (): void => undefined;
    const chosen = new Promise<void>((resolve) => {
      choose = resolve;
    });
    const pickPaths = async () => {
      await chosen;
      return { paths: [join(folder, 'a.txt')], isRecursive: true };
    };
    const calls = new AddingCalls({ ...desk, pickPaths, converter: createConverter(undefined), readOnlyReason: null });
    const begun = calls.beginAdding(files);
    await calls.close();
    await calls.resume();
    choose();
    expect(take(await begun).outcome).toBe('begun');
    await vi.waitUntil(() => calls.adding?.state === 'done', patient);
    expect(calls.adding?.counts.added).toBe(1);
  });

  it('goes on by itself when the workspace is opened again, sealed where that is encrypted', async () => {
    const folder = await temporaryFolder();
    for (let at = 0; at < 400; at += 1) await writeFile(join(folder, `secret ${at}.txt`), `Number ${at}.`);
    const workspace = await temporaryFolder();
    const service = await openService(workspace, picking(folder));
    const passphrase = 'п’ять “жовтих” цеглин';
    take(await service.call('encryptWorkspace', { passphrase }));
    await begin(service, files);
    await untilSomeAreDone(service);
    expect(await findPlaintext(workspace)).toEqual([]);
    take(await service.call('lockVault', {}));
    const job = await readFile(join(workspace, 'statements', 'adding.json'));
    expect(job.includes(basename(folder))).toBe(false);
    take(await service.call('unlockVault', { passphrase }));
    const adding = await over(service);
    expect(adding).toMatchObject({ state: 'done', isContinued: true, total: 400, counts: { added: 400, known: 0 } });
    const { statements } = take(await service.call('openSession', {}));
    expect(statements.filter(({ own }) => own)).toHaveLength(400);
    expect(await readdir(join(workspace, 'statements'))).not.toContain('adding.json');
    expect(await findPlaintext(workspace)).toEqual([]);
  });

  it('is not forgotten where a command adds something else meanwhile', async () => {
    const folder = await temporaryFolder();
    for (let at = 0; at < 60; at += 1) await writeFile(join(folder, `${at}.txt`), `Number ${at}.`);
    const workspace = await temporaryFolder();
    const first = await openService(workspace, picking(folder));
    await begin(first, files);
    await first.close();
    const other = join(await temporaryFolder(), 'other.txt');
    await writeFile(other, 'Something else.');
    const command = await openService(workspace, { host: 'command line', ...picking(other) });
    expect((await addAll(command)).adding).toMatchObject({ isContinued: false, counts: { added: 1 } });
    await command.close();
    const again = await openService(workspace);
    expect(await over(again)).toMatchObject({ isContinued: true, counts: { added: 60, known: 0 } });
  });

  it('fails in a sentence where the workspace takes nothing more, and keeps what was added', async () => {
    const folder = await temporaryFolder();
    await writeFile(join(folder, 'a.txt'), 'First.');
    const workspace = await temporaryFolder();
    const service = await openService(workspace, picking(folder));
    await addAll(service);
    await writeFile(join(folder, 'b.txt'), 'Second.');
    await rm(join(workspace, 'statements', 'texts'), { recursive: true });
    await writeFile(join(workspace, 'statements', 'texts'), 'in the way');
    const { adding } = await addAll(service);
    expect(adding).toMatchObject({ state: 'failed', counts: { added: 0, known: 1 } });
    expect(adding.fault?.message).toMatch(/broken off at b\.txt, since the workspace cannot be written/u);
  });
});
