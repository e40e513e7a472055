/// <reference path="../../../../../electron/services/export/citations/citation-js.d.ts" />
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { plugins } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import '@citation-js/plugin-ris';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CslItem } from '../../../../../core/citations/csl-item.ts';
import { cslItemOf } from '../../../../../core/citations/csl-item-of.ts';
import { writeReferences } from '../../../../../electron/services/export/citations/write-references.ts';
import { readBundledStatements } from '../../../../support/bundled-statements.ts';
import { hardText } from '../../../../support/hard-text.ts';

const hard: CslItem = {
  id: 'hard-1',
  type: 'article-newspaper',
  title: 'Лукашенка "said" {so} & 100% of $5 #1 a_b ~ ^ \\end <i>it</i>\nER  - \n\nTY  - BOOK',
  author: [{ literal: 'A and B, Ltd' }, { family: 'Ціханоўская', given: 'Святлана' }],
  'container-title': 'سلام 😀',
  issued: { 'date-parts': [[2020, 5, 6]] },
  note: '@misc{x, title = {y}}',
};

const bundled = async (): Promise<CslItem[]> => (await readBundledStatements()).map(({ record }) => cslItemOf(record));

const readBack = (text: string, forceType: string): readonly Record<string, unknown>[] =>
  plugins.input.chain(text, { forceType });

const onOneLine = (text: string): string => text.replace(/\s+/gu, ' ').trim();

describe('references', () => {
  it.each(['ris', 'bib', 'csl'] as const)('as %s are what the golden file holds', async (format) => {
    const golden = readFileSync(
      join(import.meta.dirname, `../../../../fixtures/export/references.${format}.golden`),
      'utf8',
    );
    expect(writeReferences(format, [...(await bundled()), hard])).toBe(golden);
  });

  it('hold each source once', () => {
    expect(writeReferences('csl', [hard, { ...hard }])).toBe(writeReferences('csl', [hard]));
    expect(writeReferences('ris', [hard, { ...hard, id: 'two' }]).match(/^TY {2}- /gmu)).toHaveLength(2);
  });

  it('as CSL-JSON come back as they were', async () => {
    const items = [...(await bundled()), hard];
    expect(JSON.parse(writeReferences('csl', items))).toEqual(items);
  });

  it('as RIS are read back by another program with their authors, dates and titles', async () => {
    const items = [...(await bundled()), hard];
    const read = readBack(writeReferences('ris', items), '@ris/file');
    expect(read).toHaveLength(items.length);
    for (const [index, item] of items.entries()) {
      expect(read[index]).toMatchObject({ title: onOneLine(item.title) });
    }
    expect(read[1]).toMatchObject({ type: 'report', author: [{ literal: 'Civic Solidarity Platform' }] });
    expect(read[1]).toMatchObject({ issued: { 'date-parts': [[2020, 11, 5]] } });
  });

  it('as BibTeX are read back by another program with their authors, dates and titles', async () => {
    const items = [...(await bundled()), hard];
    const read = readBack(writeReferences('bib', items), '@biblatex/text');
    expect(read.map(({ id }) => id)).toEqual(items.map(({ id }) => id));
    expect(read[4]).toMatchObject({
      author: [{ family: 'Galperovich', given: 'Danila' }],
      title: 'US Ambassador to OSCE: report on human rights violations in Belarus shocking',
      issued: { 'date-parts': [[2020, 11, 6]] },
    });
    expect(read[5]).toMatchObject({
      author: [{ family: 'A and B, Ltd' }, { family: 'Ціханоўская', given: 'Святлана' }],
    });
  });

  it('as RIS are one field a line, whatever a title holds', () => {
    fc.assert(
      fc.property(hardText, (title) => {
        const lines = writeReferences('ris', [{ ...hard, title: `x${title}` }]).split('\r\n');
        for (const line of lines.slice(0, -1)) expect(line).toMatch(/^[A-Z][A-Z0-9] {2}- [^\n\r]*$/u);
        expect(lines.filter((line) => line.startsWith('ER'))).toHaveLength(1);
      }),
    );
  });

  it('as BibTeX have every brace closed, and every letter of a title, whatever it holds', () => {
    const nasty = fc
      .array(fc.constantFrom('{', '}', '\\', '%', '&', '$', '#', '_', '~', '^', '"', '@', 'É', 'Ў', '<b>', 'a', ' '))
      .map((signs) => signs.join(''));
    fc.assert(
      fc.property(fc.oneof(nasty, hardText), (title) => {
        const text = writeReferences('bib', [{ ...hard, title: `Title ${title}` }]);
        let depth = 0;
        for (const [sign] of text.replace(/\\[{}\\]/gu, '').matchAll(/[{}]/gu)) {
          depth += sign === '{' ? 1 : -1;
          expect(depth).toBeGreaterThanOrEqual(0);
        }
        expect(depth).toBe(0);
        const letters = (of: string): string => of.replace(/[^\p{L}\p{N}]/gu, '');
        expect(letters(text.replace(/\\text[a-z]+\{\}/gu, ''))).toContain(letters(title));
      }),
    );
  });
});
