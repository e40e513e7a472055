import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { KnownSource } from '../../../../../core/exchange/incoming.ts';
import { wholeWork } from '../../../../../core/exchange/unfold-work.ts';
import type { Work } from '../../../../../core/exchange/work.ts';
import { inEnglish } from '../../../../../core/sentence.ts';
import { readArchive } from '../../../../../electron/services/exchange/archive/read-archive.ts';
import { type ArchiveContents, writeArchive } from '../../../../../electron/services/exchange/archive/write-archive.ts';
import { openZip } from '../../../../../electron/services/exchange/zip/read-zip.ts';
import { statementId } from '../../../../../electron/services/library/make-statement.ts';
import { ownStatement } from '../../../../core/workspace/library-steps.ts';
import type { BundledStatement } from '../../../../support/bundled-statements.ts';
import { temporaryFolder } from '../../../../support/temporary-folder.ts';
import { bundledWork } from '../bundled-work.ts';

type Files = Record<string, Uint8Array>;

function contentsOf(
  work: Work,
  known: readonly KnownSource[],
  statements: readonly BundledStatement[],
): ArchiveContents {
  return {
    work,
    texts: known,
    statements: statements.map(({ record, bytes }) => ({ record, read: async () => bytes })),
    imported: [],
    isWhole: true,
    contact: 'Ганна\nБ.',
    agent: 'Attest 0.1.0',
    day: '2026-05-17',
  };
}

async function written(more: Partial<ArchiveContents> = {}) {
  const { work, known, statements } = await bundledWork();
  const path = join(await temporaryFolder(), 'colleague.attest');
  const result = await writeArchive(path, { ...contentsOf(work, known, statements), ...more });
  const bytes = await readFile(path);
  return { path, work, known, statements, result, bytes, files: unzipSync(bytes) };
}

async function readBytes(bytes: Uint8Array, known: readonly KnownSource[]) {
  const zip = await openZip(Buffer.from(bytes));
  if (!zip.ok) return zip;
  try {
    return await readArchive(zip.value, known);
  } finally {
    zip.value.close();
  }
}

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** The files with both manifests and the oxum made anew, so that only what was changed is wrong. */
function resealed(files: Files): Files {
  const paths = Object.keys(files).map((path) => path.replace(/^attest\//u, ''));
  const line = (path: string): string => `${sha256(files[`attest/${path}`] ?? new Uint8Array())}  ${path}\n`;
  const payload = paths.filter((path) => path.startsWith('data/')).sort();
  const size = payload.reduce((sum, path) => sum + (files[`attest/${path}`]?.length ?? 0), 0);
  const sealed: Files = { ...files, 'attest/manifest-sha256.txt': strToU8(payload.map(line).join('')) };
  sealed['attest/bag-info.txt'] = strToU8(`Payload-Oxum: ${size}.${payload.length}\n`);
  delete sealed['attest/tagmanifest-sha256.txt'];
  return sealed;
}

async function refusal(files: Files, known: readonly KnownSource[]): Promise<string> {
  const read = await readBytes(zipSync(files), known);
  return read.ok ? 'taken' : read.fault.message;
}

describe('an archive', () => {
  it('gives all the work back that went in, whole or selected', async () => {
    const { bytes, work, known } = await written();
    const read = await readBytes(bytes, known);
    if (!read.ok) throw new Error(read.fault.message);
    expect(read.value.format).toBe('attest');
    expect(read.value.work).toEqual(work);
    expect(read.value.lines.filter(({ outcome }) => outcome !== 'taken')).toEqual([]);

    const [first = ''] = Object.keys(work.highlights);
    const { work: part } = await bundledWork({ ...wholeWork, highlights: new Set([first]) });
    const selected = await written({ work: part, isWhole: false });
    expect(selected.result.statements).toBe(1);
    expect(await readBytes(selected.bytes, known)).toMatchObject({ ok: true, value: { work: part } });
  });

  it('is a bag after RFC 8493 in its own folder, with the original bytes of the statements', async () => {
    const { files, statements } = await written();
    const text = (path: string): string => strFromU8(files[`attest/${path}`] ?? new Uint8Array());
    expect(Object.keys(files)[0]).toBe('attest/bagit.txt');
    expect(text('bagit.txt')).toBe('BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n');
    const payload = Object.keys(files).filter((path) => path.startsWith('attest/data/'));
    const size = payload.reduce((sum, path) => sum + (files[path]?.length ?? 0), 0);
    expect(text('bag-info.txt')).toBe(
      `Contact-Name: Ганна Б.\nBag-Software-Agent: Attest 0.1.0\nBagging-Date: 2026-05-17\nPayload-Oxum: ${size}.${payload.length}\n`,
    );
    const lines = text('manifest-sha256.txt').trimEnd().split('\n');
    expect(lines).toHaveLength(payload.length);
    for (const line of lines) {
      const [sum, path = ''] = line.split('  ');
      expect(sha256(files[`attest/${path}`] ?? new Uint8Array())).toBe(sum);
    }
    for (const { record, bytes } of statements) {
      expect(Buffer.from(files[`attest/data/statements/${record.file}`] ?? [])).toEqual(bytes);
    }
    expect(text('tagmanifest-sha256.txt')).toContain(
      `${sha256(files['attest/manifest-sha256.txt'] ?? new Uint8Array())}  manifest`,
    );
  });

  it('has the same bytes for the same contents, and names nobody where nobody is named', async () => {
    const [one, other] = [await written(), await written()];
    expect(one.bytes.equals(other.bytes)).toBe(true);
    const { files } = await written({ contact: '  ' });
    expect(strFromU8(files['attest/bag-info.txt'] ?? new Uint8Array())).not.toContain('Contact-Name');
  });

  it('leaves out a statement that is not as it was catalogued, and says so', async () => {
    const { work, known, statements } = await bundledWork();
    const contents = contentsOf(work, known, statements);
    const [first, second, ...rest] = contents.statements;
    if (!first || !second) throw new Error('There are five bundled statements.');
    const changed = { ...first, read: async () => Buffer.from('changed') };
    const { result, bytes } = await written({ statements: [changed, { ...second, read: async () => null }, ...rest] });
    expect(result.statements).toBe(3);
    expect(result.lines.map(({ outcome, item }) => [outcome, item])).toEqual([
      ['refused', first.record.file],
      ['refused', second.record.file],
    ]);
    expect(await readBytes(bytes, known)).toMatchObject({ ok: true });
  });

  it('gives a statement a safe name where its own is none', async () => {
    const { statements } = await bundledWork();
    const names = ['../evil.txt', 'C:\\a.txt', 'a%0A.txt', 'A.TXT', 'a.txt'];
    const renamed = statements.map(({ record, bytes }, at) => ({
      record: { ...record, file: names[at] ?? record.file },
      read: async () => bytes,
    }));
    const { bytes, files, known } = await written({ statements: renamed });
    expect(
      Object.keys(files)
        .filter((path) => path.includes('statements/'))
        .sort(),
    ).toEqual(
      [
        ...statements.filter((_, at) => at !== 3).map(({ record }) => `attest/data/statements/${record.id}.txt`),
        'attest/data/statements/A.TXT',
      ].sort(),
    );
    expect(await readBytes(bytes, known)).toMatchObject({ ok: true });
  });

  it('leaves nothing behind where it cannot be written', async () => {
    const { work, known, statements } = await bundledWork();
    const folder = await temporaryFolder();
    const contents = contentsOf(work, known, statements);
    const failing = {
      ...contents,
      statements: [
        ...contents.statements.slice(1),
        { ...contents.statements[0], read: () => Promise.reject(new Error('EIO')) },
      ],
    };
    await expect(writeArchive(join(folder, 'a.attest'), failing as ArchiveContents)).rejects.toThrow('EIO');
    expect(await readdir(folder)).toEqual([]);
  });

  it('names the statements that the reader does not have, and takes nothing of them', async () => {
    const { bytes, known, work } = await written();
    const [gone] = Object.values(work.sources);
    const read = await readBytes(
      bytes,
      known.filter(({ id }) => id !== gone?.id),
    );
    if (!read.ok) throw new Error(read.fault.message);
    const said = read.value.lines
      .filter(({ outcome }) => outcome === 'refused')
      .map(({ sentence }) => inEnglish(sentence));
    expect(said.some((line) => line.includes(gone?.title ?? '?') && line.includes('is not in your collection'))).toBe(
      true,
    );
    expect(
      Object.values(read.value.work.highlights).some(({ fields }) => fields.place?.value.statement === gone?.id),
    ).toBe(false);
  });

  it('is refused as a whole where a byte of any of its files is another', async () => {
    const { files, known } = await written();
    for (const path of Object.keys(files)) {
      const changed = Uint8Array.from(files[path] ?? []);
      const at = Math.floor(changed.length / 2);
      changed[at] = (changed[at] ?? 0) ^ 1;
      expect([path, await refusal({ ...files, [path]: changed }, known)]).not.toEqual([path, 'taken']);
    }
  });

  it('is refused where a file is missing or was added', async () => {
    const { files, known } = await written();
    for (const path of Object.keys(files).filter((name) => !/tagmanifest/u.test(name))) {
      const { [path]: _, ...rest } = files;
      expect([path, await refusal(rest, known)]).not.toEqual([path, 'taken']);
    }
    const more = new Uint8Array([1]);
    expect(await refusal({ ...files, 'attest/data/more.txt': more }, known)).toContain('not those it lists');
    expect(await refusal({ ...files, 'other/a.txt': more }, known)).toContain('damaged');
    expect(await refusal({ ...files, 'attest/fetch.txt': strToU8('http://example.org - data/a\n') }, known)).toContain(
      'elsewhere',
    );
  });

  it('checks what the manifests say is sound, too', async () => {
    const { files, known } = await written();
    const change = (path: string, content: string): Files =>
      resealed({ ...files, [`attest/${path}`]: strToU8(content) });
    expect(await refusal(resealed(files), known)).toBe('taken');
    expect(await refusal(change('data/annotations.jsonld', '{"a":'), known)).toContain('JSON');
    expect(await refusal(change('data/annotations.jsonld', '['.repeat(60)), known)).toContain('nested');
    expect(await refusal(change('data/catalogue.json', '{}'), known)).toContain('catalogue');
    expect(
      await refusal(change('data/catalogue.json', '{"format":"attest-archive","version":1,"statements":[]}'), known),
    ).toContain('damaged');
    const twice = strFromU8(files['attest/manifest-sha256.txt'] ?? new Uint8Array());
    const { 'attest/tagmanifest-sha256.txt': _, ...unsealed } = files;
    expect(await refusal({ ...unsealed, 'attest/manifest-sha256.txt': strToU8(twice + twice) }, known)).toContain(
      'not the one',
    );
    expect(await refusal({ ...unsealed, 'attest/bag-info.txt': strToU8('Payload-Oxum: 1.1\n') }, known)).toContain(
      'damaged',
    );
    expect(await refusal({ ...unsealed, 'attest/bagit.txt': strToU8('BagIt-Version: 9\n') }, known)).toContain(
      'version',
    );
  });

  it('gives each version of an imported statement its files, and refuses an index that lies about them', async () => {
    const now = '2026-05-17T10:00:00.000Z';
    const texts = ['Першая версія 👀\n', 'The second, with “pages”.\n'];
    const originals = [Buffer.from('\ufeffПершая версія 👀\r\n'), Buffer.from(texts[1] ?? '')];
    const made = ownStatement(0, 0, now);
    const versions = texts.flatMap((text, at) => {
      const original = { name: `../лист ${at}.txt`, sha256: sha256(originals[at] ?? Buffer.of()), bytes: 20 };
      const kept = { sha256: sha256(Buffer.from(text)), length: text.length, words: 3 };
      return made.versions.map((version) => ({ ...version, original, text: kept }));
    });
    const id = statementId(versions[0]?.original.sha256 ?? '');
    const statement = { ...made, id, versions };
    const read = (version: (typeof versions)[number]) => {
      const at = versions.indexOf(version);
      const pages = at === 1 ? [{ start: 0, label: '1' }] : null;
      return { original: originals[at] ?? Buffer.of(), kept: { text: texts[at] ?? '', structure: [], pages } };
    };
    const { files, bytes, known } = await written({ imported: [{ statement, read }] });
    const names = Object.keys(files).filter((path) => path.includes('/imported'));
    expect(names).toEqual([
      `attest/data/imported/${id}/1-original`,
      `attest/data/imported/${id}/1.txt`,
      // The very same bytes are there once.
      `attest/data/imported/${id}/2-original`,
      `attest/data/imported/${id}/2.json`,
      'attest/data/imported.json',
    ]);
    const answer = await readBytes(bytes, known);
    if (!answer.ok) throw new Error(answer.fault.message);
    expect(answer.value.versions).toMatchObject([
      { files: { structure: null } },
      { files: { text: `data/imported/${id}/2-original`, structure: `data/imported/${id}/2.json` } },
    ]);
    const index = strFromU8(files['attest/data/imported.json'] ?? new Uint8Array());
    for (const lie of [
      index.replace(versions[0]?.original.sha256 ?? '', 'f'.repeat(64)),
      index.replace(`data/imported/${id}/1.txt`, `data/imported/${id}/2-original`),
      index.replace(`data/imported/${id}/1.txt`, 'data/annotations.jsonld'),
      index.replace(`data/imported/${id}/1.txt`, '../../etc/passwd'),
      index.replace(`data/imported/${id}/2.json`, 'data/imported/none.json'),
      index.replace('"version": 1', '"version": 2'),
      // Under the name of another statement it would be taken for a version of that.
      index.replace(`"id": "${id}"`, `"id": "${statementId('0'.repeat(64))}"`),
    ]) {
      expect(lie).not.toBe(index);
      const changed = resealed({ ...files, 'attest/data/imported.json': strToU8(lie) });
      expect(await refusal(changed, known)).toContain('damaged');
    }
  });

  it('is read as a bag whatever its folder is called, or without one', async () => {
    const { files, work, known } = await written();
    const moved = (folder: string): Files =>
      Object.fromEntries(Object.entries(files).map(([path, bytes]) => [path.replace('attest/', folder), bytes]));
    for (const folder of ['from Anna/', '']) {
      expect(await readBytes(zipSync(moved(folder)), known)).toMatchObject({ ok: true, value: { work } });
    }
    const both = await refusal({ ...moved('a/'), ...moved('b/') }, known);
    expect(both).toContain('no archive');
  });
});
