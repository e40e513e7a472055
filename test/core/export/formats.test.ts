import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildExcerpts } from '../../../core/export/build-excerpts.ts';
import { writeCsv } from '../../../core/export/csv.ts';
import { escapeMarkdown } from '../../../core/export/escape-markdown.ts';
import { type Excerpt, ExportFormat } from '../../../core/export/excerpt.ts';
import { renderExport } from '../../../core/export/render-export.ts';
import { hardSources } from './hard-excerpts.ts';

const sources = hardSources();
const excerpts = buildExcerpts(sources, { tags: [], match: 'any', untagged: false, statements: [] }, 'sentence');
const content = { excerpts, summaries: sources.summaries, exportedAt: '2026-03-03T12:00:00.000Z' };
const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc
    .array(fc.constantFrom(...'=+-@\t\r\n\'",;|`*_#>\\&<!.:~$^{}[]() 1a—“é😀'), { maxLength: 12 })
    .map((all) => all.join('')),
);

/** A reader of RFC 4180 that knows nothing of the writer. */
function readCsv(csv: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let field = '';
  let isQuoted = false;
  for (let at = 0; at < csv.length; at += 1) {
    const character = csv[at] ?? '';
    if (isQuoted && character === '"' && csv[at + 1] === '"') {
      field += '"';
      at += 1;
    } else if (character === '"') {
      isQuoted = !isQuoted;
    } else if (!isQuoted && character === ',') {
      row.push(field);
      field = '';
    } else if (!isQuoted && character === '\r' && csv[at + 1] === '\n') {
      rows.push([...row, field]);
      row = [];
      field = '';
      at += 1;
    } else {
      field += character;
    }
  }
  expect([field, row, isQuoted]).toEqual(['', [], false]);
  return rows;
}

const withText = (text: string): Excerpt => {
  const [first] = excerpts;
  if (!first) throw new Error('There are excerpts.');
  return { ...first, quotation: text, note: text, before: text };
};

describe('an export', () => {
  it.each(ExportFormat.options)('as %s is what the golden file holds', (format) => {
    const golden = readFileSync(join(import.meta.dirname, `../../fixtures/export/hard-text.${format}.golden`), 'utf8');
    expect(renderExport(format, content).content).toBe(golden);
  });

  it.each(ExportFormat.options)('as %s suggests a name with its day', (format) => {
    expect(renderExport(format, content).suggestedName).toBe(`attest-excerpts-2026-03-03.${format}`);
  });

  it.each(ExportFormat.options)('as %s can be empty', (format) => {
    expect(renderExport(format, { ...content, excerpts: [] }).content).not.toBe('');
  });
});

describe('CSV', () => {
  const restore = (cell: string): string => (/^'+[=+\-@\t\r]/u.test(cell) ? cell.slice(1) : cell);

  it('is read back without loss by a reader of RFC 4180, whatever the text', () => {
    fc.assert(
      fc.property(fc.array(anyText, { minLength: 1, maxLength: 4 }), (texts) => {
        const csv = writeCsv(texts.map(withText));
        expect(csv.startsWith('\uFEFFid,statement,')).toBe(true);
        const [header = [], ...rows] = readCsv(csv.slice(1));
        expect(rows.map((cells) => restore(cells[header.indexOf('quotation')] ?? ''))).toEqual(texts);
        expect(rows.map((cells) => restore(cells[header.indexOf('note')] ?? ''))).toEqual(texts);
        for (const cells of rows) expect(cells).toHaveLength(header.length);
      }),
    );
  });

  it('has no cell that a spreadsheet would run', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        for (const cell of readCsv(writeCsv([withText(text)]).slice(1)).flat())
          expect(cell).not.toMatch(/^[=+\-@\t\r]/u);
      }),
    );
  });

  it('keeps empty cells', () => {
    const [header, row] = readCsv(writeCsv([withText('')]).slice(1));
    expect(row).toHaveLength(header?.length ?? 0);
  });
});

describe('JSON', () => {
  it('holds the excerpts themselves, and each source once', () => {
    const document = JSON.parse(renderExport('json', content).content);
    expect(document.excerpts).toEqual(excerpts);
    expect(document.sources.map(({ statement }: { statement: string }) => statement)).toEqual(['hard', 'plain']);
    expect(document.offsets.unit).toBe('Unicode code point');
  });
});

describe('Markdown', () => {
  const escaped = /\\([!-/:-@[-`{-~])|&#(\d+);/gu;
  /** What a renderer shows of one paragraph in a quotation. */
  const render = (markdown: string): string =>
    markdown
      .replaceAll('\\\n> ', '\n')
      .replace(escaped, (_, character, code) => character ?? String.fromCharCode(Number(code)));

  it('renders any text as exactly that text', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(render(escapeMarkdown(text, '> '))).toBe(text);
      }),
      { numRuns: 500 },
    );
  });

  it('leaves nothing in a text that a renderer would act on', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        for (const line of escapeMarkdown(text, '').split('\\\n')) {
          expect(line).not.toMatch(/^(?:[#+=%:-]|\(?\d+[.)](?:\s|$)|[ \t])|[ \t]$/u);
          expect(line.replace(escaped, 'x')).not.toMatch(/[\\`*_{}[\]<>&|~$^@"'\t\r]|--|\.\./u);
          expect(line).not.toMatch(/(?<!\\)!$/u);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('has a footnote for every excerpt, with the full fingerprint of its source', () => {
    const markdown = renderExport('md', content).content;
    for (const [index, { sha256, start, end }] of excerpts.entries()) {
      const footnote = markdown.split('\n').find((line) => line.startsWith(`[^${index + 1}]: `));
      expect(footnote).toContain(sha256);
      expect(footnote).toContain(`code points ${start} to ${end}`);
      expect(markdown.split(`[^${index + 1}]`)).toHaveLength(3);
    }
  });
});
