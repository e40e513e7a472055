import { execFileSync } from 'node:child_process';
import { open, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readImport } from '../../../../electron/services/exchange/read-import.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';
import { sampleImports } from './sample-imports.ts';

async function refusal(content: string | Buffer): Promise<string> {
  const read = await readImport(Buffer.from(content), []);
  return read.ok ? 'taken' : read.fault.message;
}

/** A file of `size` bytes that begins with `start` and takes hardly any room on the disk. */
async function largeFile(start: string, size: number): Promise<string> {
  const path = join(await temporaryFolder(), 'large.csv');
  await writeFile(path, start);
  const file = await open(path, 'r+');
  await file.truncate(size);
  await file.close();
  return path;
}

describe('readImport', () => {
  it('tells every format by its content, whatever the file is called', async () => {
    const { files, work, known } = await sampleImports();
    const folder = await temporaryFolder();
    for (const [format, bytes] of Object.entries(files)) {
      const path = join(folder, `${format}.pdf`);
      await writeFile(path, bytes);
      for (const source of [path, bytes]) {
        const read = await readImport(source, known, undefined, []);
        expect(read).toMatchObject({ ok: true, value: { format } });
        const highlights = read.ok ? Object.keys(read.value.work.highlights) : [];
        const hasHighlights = format !== 'qdc' && format !== 'codebook-csv';
        expect([format, highlights.length]).toEqual([format, hasHighlights ? Object.keys(work.highlights).length : 0]);
      }
    }
  });

  it('knows a project of ATLAS.ti, whose inner file is called after the project', async () => {
    const qde = '<Project xmlns="urn:QDA-XML:project:1.0" name="Belarus" origin="ATLAS.ti"/>';
    const bytes = Buffer.from(zipSync({ 'Belarus 2020.qde': strToU8(qde) }));
    expect(await readImport(bytes, [])).toMatchObject({ ok: true, value: { format: 'qdpx' } });
  });

  it('gives the same work whenever the same file is read', async () => {
    const { files, known } = await sampleImports();
    for (const bytes of Object.values(files)) {
      expect(await readImport(bytes, known)).toEqual(await readImport(bytes, known));
    }
  });

  it.each([
    ['', 'is empty'],
    [' \r\n\t', 'is empty'],
    ['%PDF-1.7', 'none that Attest reads'],
    ['Dear colleague,\nplease find it attached.', 'none that Attest reads'],
    ['a,b,c\n1,2,3\n', 'none that Attest reads'],
    ['<!DOCTYPE html><html><body>x</body></html>', 'none that Attest reads'],
    ['<svg xmlns="http://www.w3.org/2000/svg"/>', 'none that Attest reads'],
    ['<?xml version="1.0"?><Project xmlns="urn:QDA-XML:project:1.0"/>', '.qdpx'],
    ['<!DOCTYPE x [<!ENTITY a "b">]><CodeBook/>', 'document type'],
    ['{"format":"attest-workspace","version":5}', 'workspace itself'],
    ['{"a":', 'JSON'],
    ['['.repeat(100_000), 'nested more than 40 levels'],
    ['tag,tag\na,b\n', 'exactly one of them'],
    ['tag,description\n"a,b\n', 'quotation mark'],
  ])('says in one sentence why %j is not taken', async (content, why) => {
    expect(await refusal(content)).toContain(why);
  });

  it('refuses other archives and other encodings', async () => {
    expect(await refusal(Buffer.from(zipSync({ 'word/document.xml': strToU8('<a/>') })))).toContain(
      'none that Attest reads',
    );
    expect(await refusal(Buffer.from('тэг,description\n', 'latin1'))).not.toBe('taken');
    expect(await refusal(Buffer.from([0x74, 0x61, 0x67, 0x0a, 0xf2, 0xfd, 0xe3]))).toContain('UTF-8');
    const utf16 = Buffer.concat([
      Buffer.from([0xff, 0xfe]),
      Buffer.from('tag,description\nкатаванні,“x”\n', 'utf16le'),
    ]);
    const read = await readImport(utf16, []);
    expect(read.ok && Object.values(read.value.work.tags).map(({ fields }) => fields.name?.value)).toEqual([
      'катаванні',
    ]);
  });

  it('says that there is no file, a folder, or a pipe that would keep it waiting', async () => {
    const folder = await temporaryFolder();
    expect(await readImport(join(folder, 'none'), [])).toMatchObject({ ok: false, fault: { code: 'not-found' } });
    expect(await readImport(folder, [])).toMatchObject({ ok: false, fault: { code: 'invalid' } });
    const pipe = join(folder, 'pipe');
    execFileSync('mkfifo', [pipe]);
    expect(await readImport(pipe, [])).toMatchObject({ ok: false, fault: { code: 'invalid' } });
  });

  it('refuses a file of a gigabyte without reading it', async () => {
    const before = process.memoryUsage.rss();
    for (const start of ['tag,description\n', '{', 'SQLite format 3\0', 'PK\u0003\u0004']) {
      const path = await largeFile(start, 1024 * 1024 * 1024);
      expect(await readImport(path, [])).toMatchObject({ ok: false });
    }
    expect(await readImport(await largeFile('PK\u0003\u0004', 2 ** 31), [])).toMatchObject({
      ok: false,
      fault: { message: expect.stringContaining('too large') },
    });
    expect(process.memoryUsage.rss() - before).toBeLessThan(200 * 1024 * 1024);
  });

  it('refuses two million annotations in a sentence', async () => {
    const one =
      '{"type":"Annotation","target":{"source":"urn:a:b","selector":{"type":"TextQuoteSelector","exact":"a"}}}';
    const many = `[${Array.from({ length: 2_000_000 }, () => one).join()}]`;
    expect(await refusal(many)).toContain('200000 highlights');
  });

  it('stops where it is told to', async () => {
    const { files, known } = await sampleImports();
    const stop = new AbortController();
    stop.abort();
    await expect(readImport(files.attest, known, stop.signal)).rejects.toThrow();
  });
});
