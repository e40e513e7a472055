import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openReader, type Run, runAttest } from './run-attest.ts';

let folder: string;
const workspace = (): string => join(folder, 'workspace');
const attest = (...args: string[]): Promise<Run> => runAttest(workspace(), args);
const file = (name: string): string => join(folder, name);

/** What `--json` prints, of which each test looks at a part. */
async function json(...args: string[]) {
  const { code, out, error } = await attest('--json', ...args);
  expect([code, error]).toEqual([0, '']);
  return JSON.parse(out);
}

const speech = 'Ambassador\u00a0Michael\u00a0Carpenter';

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'attest-cli-'));
  await json('highlight', '003', '--quote', speech, '--nth', '1', '--tag', 'torture', '--note', 'Check the rank.');
  await json('highlight', '000', '--quote', 'Moscow Mechanism', '--nth', '1', '--tag', 'detention/conditions');
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('export', () => {
  const readable = ['docx', 'xlsx', 'html', 'md', 'json'];

  it.each(readable)('writes a .%s that verify reads back, every quotation exact', async (extension) => {
    const path = file(`out.${extension}`);
    const args = ['--tag', 'torture', '--context', 'sentence', '--style', 'chicago'];
    expect(await json('export', path, ...args)).toEqual({
      file: path,
      format: extension,
      excerpts: 1,
      withheld: [],
      warnings: [],
    });
    const checked = await json('verify', path);
    expect(checked).toMatchObject({ file: path, ok: true });
    expect(checked.quotations).toMatchObject([{ number: 1, verdict: 'exact', shown: speech }]);
  });

  it.each(readable)('of a .%s with a name withheld says it nowhere, and verify calls it marked', async (extension) => {
    const path = file(`out.${extension}`);
    await json('export', path, '--withhold', 'Michael Carpenter', '--context', 'paragraph');
    const bytes = readFileSync(path);
    const parts = extension.endsWith('x')
      ? Object.values(unzipSync(bytes)).map((part) => strFromU8(part))
      : [`${bytes}`];
    for (const part of parts) expect(part).not.toMatch(/carpenter/iu);
    expect(parts.join()).toContain('[name withheld 1]');
    const { ok, quotations } = await json('verify', path);
    expect(ok).toBe(true);
    expect(quotations.map(({ verdict }: { verdict: string }) => verdict).sort()).toEqual(['exact', 'marked-omissions']);
  });

  it.each(['txt', 'csv', 'ris', 'bib', 'csl.json'])('writes a .%s too', async (extension) => {
    const path = file(`out.${extension}`);
    await json('export', path);
    expect(readFileSync(path, 'utf8').length).toBeGreaterThan(100);
  });

  it('puts the record beside the file where it is asked for, and verify reads it', async () => {
    await json('export', file('out.txt'), '--record');
    expect(readdirSync(folder).sort()).toEqual(['out.txt', 'out.txt.attest.json', 'workspace']);
    expect((await json('verify', file('out.txt.attest.json'))).quotations).toHaveLength(2);
  });

  it('says how often each name was withheld, and which was found nowhere', async () => {
    const { out } = await attest(
      'export',
      file('out.md'),
      '--withhold',
      'Michael Carpenter',
      '--withhold',
      'Nobody Atall',
    );
    expect(out).toMatch(/^\[name withheld 1\] stands \d+ times\.$/mu);
    expect(out).toContain('[name withheld 2] was needed nowhere: no form of this name was found.');
  });

  it('names what stands where the record would go, and writes neither', async () => {
    mkdirSync(file('out.txt.attest.json'));
    const { code, error } = await attest('export', file('out.txt'), '--record');
    expect([code, error.includes('its record cannot be put at')]).toEqual([1, true]);
    expect(error).toContain('out.txt.attest.json');
    expect(readdirSync(folder).sort()).toEqual(['out.txt.attest.json', 'workspace']);
  });

  it('leaves notes out where it is told to', async () => {
    await json('export', file('with.md'));
    await json('export', file('without.md'), '--no-notes');
    expect(readFileSync(file('with.md'), 'utf8')).toContain('Check the rank');
    expect(readFileSync(file('without.md'), 'utf8')).not.toContain('Check the rank');
  });

  it('exports a dossier by name, in its order', async () => {
    const reader = await openReader(workspace());
    const session = await reader.call('openSession', {});
    if (!session.ok) throw new Error(session.fault.message);
    const highlights = session.value.highlights.map(({ id }) => id).reverse();
    expect(await reader.call('createDossier', { name: 'For Vienna', highlights })).toMatchObject({ ok: true });
    await reader.close();
    expect(await json('dossiers')).toMatchObject([{ name: 'For Vienna', excerpts: 2 }]);
    await json('export', file('out.md'), '--dossier', 'for vienna');
    const text = readFileSync(file('out.md'), 'utf8');
    expect(text).toContain('# For Vienna');
    expect(text.indexOf('> Ambassador')).toBeLessThan(text.indexOf('> Moscow Mechanism'));
  });

  it.each([
    [['--style', 'harvard'], '--style takes chicago, apa, mla, legal'],
    [['--context', 'page'], '--context takes none, sentence, paragraph'],
    [['--match', 'most'], '--match takes any, all, none'],
    [['--group', 'colour'], '--group takes statement, tag, date, none'],
    [['--dossier', 'none such'], 'There is no dossier “none such”'],
    [['--dossier', 'a', '--tag', 'torture'], 'without --tag'],
    [['--with-name'], 'No name is set'],
  ])('refuses %j in one sentence, and writes nothing', async (args, sentence) => {
    const { code, error } = await attest('export', file('out.md'), ...args);
    expect(code).toBe(1);
    expect(error).toContain(sentence);
    expect(error.split('\n')).toHaveLength(1);
    expect(readdirSync(folder)).toEqual(['workspace']);
  });

  it('says where a PDF is made', async () => {
    const { code, error } = await attest('export', file('out.pdf'));
    expect([code, error.includes('printed by the reader')]).toEqual([2, true]);
  });
});

describe('verify of a file', () => {
  it('names a quotation that was altered in Word, and fails', async () => {
    await json('export', file('out.docx'));
    const parts = unzipSync(readFileSync(file('out.docx')));
    const body = parts['word/document.xml'];
    if (!body) throw new Error('The document has no body.');
    const altered = strFromU8(body).replace('Moscow Mechanism</w:t>', 'Vienna Mechanism</w:t>');
    expect(altered).not.toBe(strFromU8(body));
    writeFileSync(file('out.docx'), zipSync({ ...parts, 'word/document.xml': strToU8(altered) }));
    const { code, out, error } = await attest('verify', file('out.docx'));
    expect(code).toBe(1);
    expect(out).toContain('ALTERED');
    expect(out).toContain('The source has “Moscow Mechanism”, the document “Vienna Mechanism”.');
    expect(error).toContain('1 of 2 quotations');
  });

  it('says where each quotation stands in its source', async () => {
    await json('export', file('out.md'));
    const { quotations, missing } = await json('verify', file('out.md'));
    expect(quotations.map(({ place }: { place: string }) => place)).toEqual(['¶ 1', '¶ 1']);
    expect(missing).toBe(0);
    expect((await attest('verify', file('out.md'))).out).toContain(', ¶ 1: “Ambassador Michael Carpenter”');
  });

  it('says how many quotations are not there any more, and calls that no alteration', async () => {
    await json('export', file('out.html'));
    const html = readFileSync(file('out.html'), 'utf8');
    writeFileSync(file('out.html'), html.replace(/<blockquote .*?<\/blockquote>/su, ''));
    const { code, out, error } = await attest('verify', file('out.html'));
    expect([code, error]).toEqual([0, '']);
    expect(out).toContain('Quotations: 2, of these 1 exact, 1 not in the document any more.');
    expect(await json('verify', file('out.html'))).toMatchObject({ ok: true, missing: 1 });
  });

  it('fails for a quotation that was typed anew, without its mark', async () => {
    await json('export', file('out.html'));
    const html = readFileSync(file('out.html'), 'utf8');
    writeFileSync(file('out.html'), html.replace(/ data-quotation="1">/u, '>Not '));
    const { code, out, error } = await attest('verify', file('out.html'));
    expect(code).toBe(1);
    expect(out).toContain('QUOTATION WITHOUT ITS MARK: “Not ');
    expect(out).toContain('of these 1 exact, 1 QUOTATION WITHOUT ITS MARK, 1 not in the document any more.');
    expect(error).toContain('without their mark');
  });

  it('finds out a quotation that was changed together with its position in the record', async () => {
    await json('export', file('out.html'), '--tag', 'torture');
    const html = readFileSync(file('out.html'), 'utf8');
    const [, start = '', end = ''] = /&quot;start&quot;:(\d+),&quot;end&quot;:(\d+)/u.exec(html) ?? [];
    const changed = html
      .replace(
        `&quot;start&quot;:${start},&quot;end&quot;:${end}`,
        `&quot;start&quot;:${start},&quot;end&quot;:${Number(start) + 10}`,
      )
      .replace(/(data-quotation="1">)[^<]*/u, '$1Ambassador');
    writeFileSync(file('out.html'), changed);
    const { code, out } = await attest('verify', file('out.html'));
    expect(code).toBe(1);
    expect(out).toContain(`The document says that it stands at source 1, characters ${start} to ${end}, its record at`);
  });

  it('calls a quotation of which every word is withheld marked', async () => {
    await json('export', file('out.md'), '--tag', 'torture', '--withhold', 'Ambassador Michael Carpenter');
    const { quotations } = await json('verify', file('out.md'));
    expect(quotations).toMatchObject([{ verdict: 'marked-omissions' }]);
  });

  it('calls a source unknown that the collection does not hold', async () => {
    await json('export', file('out.json'));
    const text = readFileSync(file('out.json'), 'utf8').replaceAll(
      /"sha256": "[0-9a-f]{64}"/gu,
      `"sha256": "${'0'.repeat(64)}"`,
    );
    writeFileSync(file('out.json'), text);
    const { code, out } = await attest('verify', file('out.json'));
    expect([code, out.includes('SOURCE UNKNOWN')]).toEqual([1, true]);
  });

  it.each([
    ['none.docx', null, 'none.docx: check its name'],
    ['empty.docx', '', 'empty.docx'],
    ['other.json', '{"a": 1}', 'other.json'],
    ['other.html', '<p>Hello</p>', 'other.html'],
    ['other.md', '# Hello', 'other.md'],
    ['other.pdf', '%PDF', 'Exports are read back from'],
  ])('%s that is no export is refused in one sentence', async (name, content, sentence) => {
    if (content !== null) writeFileSync(file(name), content);
    const { code, error } = await attest('verify', file(name));
    expect(code).toBe(1);
    expect(error).toContain(sentence);
    expect(error.split('\n')).toHaveLength(1);
  });
});

describe('a workspace that was named and is not there', () => {
  it('is said to be nowhere, not read as an empty one', async () => {
    const { code, error } = await attest('highlights', '--workspace', file('no-such'));
    expect([code, error.includes('There is no folder')]).toEqual([1, true]);
    expect(readdirSync(folder)).toEqual(['workspace']);
  });
});
