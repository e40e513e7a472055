import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { utf16 } from '../../../core/text/offsets.ts';
import { writePdf } from '../services/library/convert/pdf/write-pdf.ts';
import { openReader, runAttest } from './run-attest.ts';

const header = 'United Nations A/HRC/46/4';
const bodies = [
  'The commission heard forty witnesses, and all of them had been held in Vitebsk.',
  'On 7 May 2023 the blogger Klimovich died in the Vitebsk prison, and nobody said why.',
  'His family was told by telephone, and was not let in.',
  'The commission asked for the register of the prison, and did not get it.',
];

/** Four pages, of which the document calls the first two i and ii, with a header and a footer on each. */
const report = writePdf(
  bodies.map((body, at) =>
    [
      [810, header],
      [700, body],
      [30, `Page ${at + 1} of 4`],
    ].map(([y, text]) => ({ x: 72, y: Number(y), size: 10, text: String(text) })),
  ),
  { info: { Title: 'Report on Vitebsk' }, catalogue: '/PageLabels << /Nums [0 << /S /r >> 2 << /S /D >>] >>' },
);
const letter = 'A letter.\n\nThe blogger Klimovich died in the Vitebsk prison on 7 May 2023.';

let workspace: string;
let folder: string;
/** The ids of the report and of the letter. */
let pdf: string;
let plain: string;

const attest = (...args: string[]) => runAttest(workspace, args);

async function json(...args: string[]) {
  const { code, out, error } = await attest('--json', ...args);
  expect([code, error]).toEqual([0, '']);
  return JSON.parse(out);
}

/** The report of all excerpts as a file. */
async function exported(extension: string, ...args: string[]): Promise<Buffer> {
  const path = join(folder, `out.${extension}`);
  await json('export', path, ...args);
  return readFile(path);
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'attest-pages-'));
  workspace = join(folder, 'workspace');
  await writeFile(join(folder, 'report.pdf'), report);
  await writeFile(join(folder, 'letter.txt'), letter);
  const { files } = await json('add', join(folder, 'report.pdf'), join(folder, 'letter.txt'));
  [pdf, plain] = files.map(({ statement }: { statement: string }) => statement);
  const { text } = await json('show', pdf);
  const overTwo = text.slice(text.indexOf('nobody said why'), text.indexOf(', and was not let in'));
  await json('highlight', pdf, '--quote', header, '--nth', '2');
  await json('highlight', pdf, '--quote', overTwo);
  await json('highlight', pdf, '--quote', 'forty witnesses');
  await json('highlight', plain, '--quote', 'The blogger Klimovich');
}, 60_000);

afterAll(() => rm(folder, { recursive: true, force: true }));

describe('a highlight in a PDF', () => {
  it('stands on its pages, by their labels, before its paragraphs; in a header it says so', async () => {
    const { out } = await attest('highlights');
    const places = out.split('\n').flatMap((line) => /^\S+, (.*) \[untagged\]$/u.exec(line)?.[1] ?? []);
    expect(places.sort()).toEqual(['p. i, ¶ 1', 'p. ii, header or footer', 'pp. ii–1, ¶¶ 2–3', '¶ 2']);
    const listed = await json('highlights');
    const pages = listed.map((one: { pages?: unknown; paragraph: unknown }) => [one.pages, one.paragraph]);
    expect(pages).toEqual([
      [{ first: 'i', last: 'i' }, 1],
      [{ first: 'ii', last: 'ii' }, null],
      [{ first: 'ii', last: '1' }, 2],
      [undefined, 2],
    ]);
  });

  it.each([
    ['chicago', ['i, ¶ 1', 'ii, header or footer', 'ii–1, ¶¶ 2–3']],
    ['apa', ['p. i, ¶ 1', 'p. ii, header or footer', 'pp. ii–1, ¶¶ 2–3']],
    ['mla', ['p. i, ¶ 1', 'p. ii, header or footer', 'pp. ii–1, ¶¶ 2–3']],
    ['legal', ['at i, ¶ 1', 'at ii, header or footer', 'at ii–1, ¶¶ 2–3']],
  ] as const)('is cited in %s with its page first', async (style, locators) => {
    const { excerpts } = JSON.parse(`${await exported('json', '--style', style)}`);
    const cited: string[] = excerpts.map(({ citation }: { citation: string }) => citation);
    for (const [at, locator] of locators.entries()) {
      expect(cited[at]).toMatch(new RegExp(`(?<!pp?\\.|at) ${locator}\\.$`, 'u'));
    }
    expect(cited[3]).toMatch(/[,”] ¶ 2\.$/u);
    expect(cited[3]).not.toMatch(/ p\. | at /u);
  });

  it('is copied with its page', async () => {
    const service = await openReader(workspace);
    try {
      const read = await service.call('readStatement', { statement: pdf });
      if (!read.ok) throw new Error(read.fault.message);
      const start = read.value.text.indexOf('the blogger');
      const passage = { start: utf16(start), end: utf16(start + 11) };
      const copied = await service.call('citePassage', { statement: pdf, passage });
      expect(copied.ok && copied.value.text).toMatch(/^“the blogger”\n\n.*, ii, ¶ 2\. \[SHA-256/u);
      expect(copied.ok && copied.value.html).toContain(', ii, ¶ 2. [SHA-256');
    } finally {
      await service.close();
    }
  });

  it('has its page over it in every document, and in columns of its own in tables', async () => {
    for (const extension of ['md', 'html', 'txt']) {
      const words = `${await exported(extension)}`.replaceAll(/\\(?=[.–])/gu, '');
      expect(words, extension).toContain('pp. ii–1, ¶¶ 2–3');
      expect(words, extension).toContain('p. ii, header or footer');
    }
    const word = strFromU8(unzipSync(await exported('docx'))['word/document.xml'] ?? new Uint8Array());
    expect(word.replaceAll(/<[^>]*>/gu, '')).toContain('pp. ii–1, ¶¶ 2–3');
    const [head = '', ...rows] = `${await exported('csv')}`.replace(/^\uFEFF/u, '').split('\r\n');
    const at = head.split(',').indexOf('page');
    expect(head.split(',').slice(at, at + 2)).toEqual(['page', 'paragraph']);
    // The titles and publishers of these rows have no commas.
    expect(rows.slice(0, 4).map((row) => row.split(',').slice(at, at + 2))).toEqual([
      ['i', '1'],
      ['ii', 'header or footer'],
      ['ii–1', '2–3'],
      ['', '2'],
    ]);
    const sheet = strFromU8(unzipSync(await exported('xlsx'))['xl/sharedStrings.xml'] ?? new Uint8Array());
    expect(sheet).toContain('>page<');
    const { excerpts } = JSON.parse(`${await exported('json')}`);
    expect(excerpts.map(({ pages, place }: { pages: unknown; place: string }) => [pages, place])).toEqual([
      [{ first: 'i', last: 'i' }, '¶ 1'],
      [{ first: 'ii', last: 'ii' }, 'header or footer'],
      [{ first: 'ii', last: '1' }, '¶¶ 2–3'],
      [undefined, '¶ 2'],
    ]);
  });

  it('is found at its page when an export is checked', async () => {
    const path = join(folder, 'checked.json');
    await json('export', path);
    const { ok, quotations } = await json('verify', path);
    expect(ok).toBe(true);
    expect(quotations.map(({ place }: { place: string }) => place)).toEqual([
      'p. i, ¶ 1',
      'p. ii, header or footer',
      'pp. ii–1, ¶¶ 2–3',
      '¶ 2',
    ]);
  });
});

describe('a PDF', () => {
  it('is shown with the page of every paragraph, header and footer', async () => {
    const { out } = await attest('show', pdf);
    expect(out).toContain(`[p. i, header or footer]  ${header}`);
    expect(out).toContain(`p. ii, ¶ 2  ${bodies[1]}`);
    expect(out).toContain('[p. 2, header or footer]  Page 4 of 4');
    const { pages, text } = await json('show', pdf);
    expect(pages.map(({ label }: { label: string }) => label)).toEqual(['i', 'ii', '1', '2']);
    expect([...text].slice(pages[1].start).join('').startsWith(header)).toBe(true);
    expect(await json('show', plain)).not.toHaveProperty('pages');
  });

  it('is searched, and what is found in it has its page', async () => {
    const { out } = await attest('search', 'Klimovich died');
    expect(out).toContain(`${pdf}, p. ii, ¶ 2\n`);
    expect(out).toContain(`${plain}, ¶ 2\n`);
    const inHeaders = await json('search', '"A/HRC/46/4"');
    expect(inHeaders.hits.map(({ pages }: { pages: { first: string } }) => pages.first)).toEqual(['i', 'ii', '1', '2']);
    expect((await attest('search', '"A/HRC/46/4"')).out).toContain(`${pdf}, p. 1, header or footer\n`);
  });

  it('says the like as another statement on a page', async () => {
    const service = await openReader(workspace);
    try {
      const passage = { start: utf16(letter.indexOf('The blogger')), end: utf16(letter.length) };
      const found = await service.call('findElsewhere', { statement: plain, passage, limit: 1 });
      expect(found.ok && found.value[0]).toMatchObject({
        statement: pdf,
        place: { pages: { first: 'ii', last: 'ii' }, paragraph: 2 },
      });
    } finally {
      await service.close();
    }
  });
});
