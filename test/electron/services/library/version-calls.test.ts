import { randomBytes } from 'node:crypto';
import { readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { filePartBytes } from '../../../../core/library-contract.ts';
import { say } from '../../../../core/sentence.ts';
import type { EditContext } from '../../../../core/workspace/edit-context.ts';
import { correctStructure } from '../../../../core/workspace/statement-edits.ts';
import type { Workspace } from '../../../../core/workspace/workspace.ts';
import { convertFile } from '../../../../electron/services/library/convert/convert-file.ts';
import { StatementGoneError } from '../../../../electron/services/library/statement-gone-error.ts';
import { VersionCalls } from '../../../../electron/services/library/version-calls.ts';
import { systemFiles } from '../../../../electron/store/files.ts';
import { originalPath, textPath } from '../../../../electron/store/statement-files.ts';
import { sealedFiles } from '../../../../electron/store/vault/sealed-files.ts';
import { refusal, take } from '../../../core/workspace/small-workspace.ts';
import { patient } from '../../../support/patient.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';
import { encodeLegacy } from './convert/encode-legacy.ts';
import { type Desk, openDesk } from './library-desk.ts';

const callsAt = (desk: Desk, more: Partial<ConstructorParameters<typeof VersionCalls>[0]> = {}) =>
  new VersionCalls({ ...desk, convert: convertFile, readOnlyReason: null, ...more });

const first =
  'On 9 August the polls closed.\n\nThe detainees were beaten with truncheons. 👩‍👩‍👧\n\nNobody was charged with anything in the two years that followed.';
const second = first.replace('truncheons', 'batons').replace('On 9', 'At last, on 9');

const statementFiles = (folder: string): Promise<string[]> => readdir(join(folder, 'statements'), { recursive: true });

async function wholeOriginal(calls: VersionCalls, statement: string, text: string | null = null): Promise<Buffer> {
  const parts: Buffer[] = [];
  for (let from = 0; ; ) {
    const part = Buffer.from(take(await calls.readOriginal({ statement, text, from })).part, 'base64');
    parts.push(part);
    from += part.length;
    if (part.length < filePartBytes) return Buffer.concat(parts);
  }
}

describe('an earlier version of a statement', () => {
  it('is read as it was, while its highlights stand in the newest or ask to be reviewed', async () => {
    const desk = await openDesk(await temporaryFolder());
    const calls = callsAt(desk);
    const id = await desk.add('a.txt', first);
    await desk.mark(id, 'beaten with truncheons');
    await desk.mark(id, 'Nobody was charged with anything in the two years that followed.');
    await desk.renew(id, 'b.txt', second);
    const [changed, kept] = desk.annotations.highlights.sort((a, b) =>
      a.selector.quote.localeCompare(b.selector.quote),
    );
    expect(kept?.selector.source).toBe(desk.versionOf(id).text.sha256);
    expect(kept?.anchor.state).toBe('anchored');
    expect([changed?.selector.quote, changed?.anchor.state]).toEqual(['beaten with truncheons', 'needs-review']);
    const old = take(await calls.readVersion({ statement: id, text: changed?.selector.source ?? '' }));
    expect(old.text).toBe(first);
    expect(old.summary).toMatchObject({ file: 'a.txt', sha256: old.sha256, fixity: 'verified', words: 23 });
    expect(old.summary.own?.versions.map(({ name }) => name)).toEqual(['a.txt', 'b.txt']);
    expect(old.text.slice(changed?.selector.start, changed?.selector.end)).toBe('beaten with truncheons');
    expect(old.blocks).toHaveLength(3);
    const newest = take(await calls.readVersion({ statement: id, text: desk.versionOf(id).text.sha256 }));
    expect(newest.text).toBe(second);
  });

  it('is refused in one sentence where it never was one, its file is missing, or no statement has the id', async () => {
    const desk = await openDesk(await temporaryFolder());
    const calls = callsAt(desk);
    const id = await desk.add('a.txt', first);
    await desk.renew(id, 'b.txt', second);
    const old = desk.versionOf(id, 0);
    for (const text of ['', '../../workspace', 'f'.repeat(64)]) {
      expect(refusal(await calls.readVersion({ statement: id, text }))).toMatch(
        /^The statement b\.txt has no such version/u,
      );
    }
    expect(refusal(await calls.readVersion({ statement: 'none', text: old.text.sha256 }))).toMatch(
      /no imported statement/u,
    );
    await rm(textPath(desk.folder, old));
    await expect(calls.readVersion({ statement: id, text: old.text.sha256 })).rejects.toThrow(StatementGoneError);
    await expect(calls.readVersion({ statement: id, text: old.text.sha256 })).rejects.toThrow(
      /The text of a\.txt is missing at .*: put it back/u,
    );
  });

  it('is shown as changed where its file was edited', async () => {
    const desk = await openDesk(await temporaryFolder());
    const id = await desk.add('a.txt', first);
    await desk.renew(id, 'b.txt', second);
    const old = desk.versionOf(id, 0);
    await writeFile(
      textPath(desk.folder, old),
      '{"format":"attest-text","version":1,"structure":[],"pages":null}\nOther words.',
    );
    const read = take(await callsAt(desk).readVersion({ statement: id, text: old.text.sha256 }));
    expect([read.text, read.summary.fixity, read.sha256 === old.text.sha256]).toEqual([
      'Other words.',
      'changed',
      false,
    ]);
  });
});

describe('the original of a statement', () => {
  it('comes in parts, and is saved as it was imported, of an encrypted workspace too', async () => {
    const bytes = Buffer.from(`${first}\n\n${'A paragraph of many. '.repeat(60_000)}`);
    const key = { dataKey: randomBytes(32), vaultId: 'ab'.repeat(16) };
    for (const isSealed of [false, true]) {
      const folder = await temporaryFolder();
      const files = sealedFiles(systemFiles, { ...key, folder, begin: async () => 3 });
      const desk = await openDesk(folder, isSealed ? { key, files } : null);
      const calls = callsAt(desk);
      const id = await desk.add('a/../p “x”.txt', bytes);
      expect((await wholeOriginal(calls, id)).equals(bytes)).toBe(true);
      expect(take(await calls.readOriginal({ statement: id, text: null, from: bytes.length + 9 })).part).toBe('');
      take(await calls.saveOriginal({ statement: id }));
      expect(desk.saved[0]).toMatchObject({ suggestedName: 'a_.._p “x”.txt', mimeType: 'text/plain', beside: null });
      expect(Buffer.from(desk.saved[0]?.content ?? []).equals(bytes)).toBe(true);
      await calls.close();
    }
  });

  it('of each version is its own, with the size that it has', async () => {
    const desk = await openDesk(await temporaryFolder());
    const calls = callsAt(desk);
    const id = await desk.add('a.txt', first);
    await desk.renew(id, 'b.txt', second);
    const old = desk.versionOf(id, 0).text.sha256;
    expect((await wholeOriginal(calls, id, old)).toString()).toBe(first);
    expect((await wholeOriginal(calls, id)).toString()).toBe(second);
    expect(take(await calls.readPages({ statement: id, text: old }))).toEqual({
      bytes: Buffer.byteLength(first),
      pages: null,
    });
  });

  it('that was changed or is missing is not given for the one that was imported', async () => {
    const desk = await openDesk(await temporaryFolder());
    const calls = callsAt(desk);
    const id = await desk.add('a.txt', first);
    const path = originalPath(desk.folder, desk.versionOf(id));
    await writeFile(path, first.replace('beaten', 'greeted'));
    expect(refusal(await calls.saveOriginal({ statement: id }))).toMatch(/original of a\.txt .* has been changed/u);
    await rm(path);
    expect(refusal(await calls.readOriginal({ statement: id, text: null, from: 0 }))).toMatch(
      /is missing at .*put it back/u,
    );
    await writeFile(path, first);
    expect((await wholeOriginal(calls, id)).toString()).toBe(first);
    expect(desk.saved).toEqual([]);
  });
});

describe('reading an original again in another encoding', () => {
  const russian = 'Заявление о пытках\n\nЕго избивали 9 августа 2020 года в изоляторе на улице Окрестина в Минске.';
  const bytes = encodeLegacy(russian, 'koi8-r');

  it('makes its text anew with what was read from it, and can be undone; what was written by hand stays', async () => {
    const desk = await openDesk(await temporaryFolder());
    const calls = callsAt(desk);
    const id = await desk.add('z.txt', bytes, 'windows-1251');
    const wrong = desk.library.statements.get(id)?.text ?? '';
    expect(wrong).not.toContain('пытках');
    await desk.mark(id, '9');
    await desk.mark(id, wrong.slice(0, 9));
    take(await calls.readAgain({ statement: id, encoding: 'KOI8-R' }));
    expect(desk.library.statements.get(id)?.text).toBe(russian);
    expect(desk.library.summary(id)?.title.value).toContain('Заявление о пытках');
    expect(desk.versionOf(id)).toMatchObject({ encoding: 'koi8-r', original: { name: 'z.txt' } });
    expect(desk.store.workspace.statements[id]?.versions).toHaveLength(1);
    const states = desk.annotations.highlights.map(({ selector, anchor }) => [selector.quote, anchor.state]);
    expect(states).toContainEqual([wrong.slice(0, 9), 'orphaned']);
    const source = desk.annotations.highlights.find(({ selector }) => selector.quote !== '9')?.selector.source ?? '';
    expect(take(await calls.readVersion({ statement: id, text: source })).text).toBe(wrong);
    // It is no newer version, and the history does not call it one.
    expect(take(await desk.annotations.undo({})).summary.kind).toBe('reread-statement');
    expect(desk.library.statements.get(id)?.text).toBe(wrong);
    const title = { value: 'By hand', basis: 'stated', from: 'Me.' } as const;
    take(
      await desk.annotations.changeLibrary((workspace) => ({
        ok: true,
        value: {
          summary: { kind: 'edit-catalogue', highlights: 0, tags: [] },
          patches: Object.values(workspace.statements).map((before) => ({
            of: 'statement',
            id: before.id,
            before,
            after: { ...before, title },
          })),
        },
      })),
    );
    take(await calls.readAgain({ statement: id, encoding: 'koi8-r' }));
    expect(desk.library.summary(id)?.title.value).toBe('By hand');
  });

  it('is given up where the workspace is closed, and nothing is written afterwards', async () => {
    const desk = await openDesk(await temporaryFolder());
    const id = await desk.add('z.txt', bytes, 'windows-1251');
    const [before, files] = [JSON.stringify(desk.store.workspace), await statementFiles(desk.folder)];
    let isAsked = false;
    const never = callsAt(desk, {
      convert: (_file, _options, signal) => {
        isAsked = true;
        return new Promise((_, reject) => signal?.addEventListener('abort', () => reject(signal.reason)));
      },
    });
    const reading = never.readAgain({ statement: id, encoding: 'koi8-r' });
    await vi.waitUntil(() => isAsked, patient);
    await never.close();
    expect(refusal(await reading)).toMatch(/is locked/u);
    // Closed while the file is converted in this very thread, which nothing stops.
    const calls: VersionCalls = callsAt(desk, {
      convert: async (...asked) => {
        closing ??= calls.close();
        return convertFile(asked[0], asked[1]);
      },
    });
    let closing: Promise<void> | null = null;
    expect(refusal(await calls.readAgain({ statement: id, encoding: 'koi8-r' }))).toMatch(/is locked/u);
    await closing;
    expect([JSON.stringify(desk.store.workspace), await statementFiles(desk.folder)]).toEqual([before, files]);
    // Where closing failed, it goes on.
    take(await callsAt(desk).readAgain({ statement: id, encoding: 'koi8-r' }));
  });

  it('loses nothing that is put right while the file is being read', async () => {
    const desk = await openDesk(await temporaryFolder());
    const id = await desk.add('z.txt', bytes, 'windows-1251');
    const corrections = [{ lines: [3, 3] as [number, number], kind: 'heading' as const, level: 2, why: 'Me.' }];
    let isCorrected = false;
    const calls = callsAt(desk, {
      convert: async (file, options) => {
        if (!isCorrected) {
          isCorrected = true;
          const change = (workspace: Workspace, context: EditContext) =>
            correctStructure(workspace, id, corrections, context);
          take(await desk.annotations.changeLibrary(change));
        }
        return convertFile(file, options);
      },
    });
    take(await calls.readAgain({ statement: id, encoding: 'koi8-r' }));
    expect(desk.library.statements.get(id)?.text).toBe(russian);
    expect(desk.versionOf(id).corrections).toEqual(corrections);
  });

  it('is refused where there is no choice, no such encoding, nothing may be written, or the bytes are no text in it', async () => {
    const desk = await openDesk(await temporaryFolder());
    const calls = callsAt(desk);
    const id = await desk.add('z.txt', bytes);
    const before = JSON.stringify(desk.store.workspace);
    expect(refusal(await calls.readAgain({ statement: id, encoding: 'klingon' }))).toMatch(
      /no encoding called “klingon”/u,
    );
    const reason = say('Another Attest has it.');
    expect(
      refusal(await callsAt(desk, { readOnlyReason: reason }).readAgain({ statement: id, encoding: 'koi8-r' })),
    ).toBe('Another Attest has it.');
    const fixed: Desk['versionOf'] = desk.versionOf;
    const own = desk.store.workspace.statements[id];
    if (!own) throw new Error('It was added.');
    desk.library.take(id, { ...own, versions: [{ ...fixed(id), encoding: null }] });
    expect(refusal(await calls.readAgain({ statement: id, encoding: 'koi8-r' }))).toMatch(
      /no encoding to choose for z\.txt/u,
    );
    desk.library.take(id, own);
    expect(refusal(await calls.readAgain({ statement: id, encoding: 'utf-16le' }))).not.toBe('');
    expect(JSON.stringify(desk.store.workspace)).toBe(before);
  });
});
