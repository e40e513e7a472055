import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { recordOf } from '../../../../core/export/export-record.ts';
import { writeMarkdown } from '../../../../core/export/markdown.ts';
import { printable } from '../../../../core/export/print-text.ts';
import { excerptsOf, type Report, runsText } from '../../../../core/report/report.ts';
import { readMarkdown } from '../../../../electron/services/verify/read-markdown.ts';
import { anyText } from '../../../support/any-text.ts';
import { reportOf, reportQuoting, sampleReport } from '../../../support/sample-report.ts';

const read = (markdown: string) => readMarkdown(Buffer.from(markdown, 'utf8'));

const readWell = (markdown: string) => {
  const result = read(markdown);
  if (!result.ok) throw new Error(result.fault.message);
  return result.value;
};

const messageOf = (markdown: string): string => {
  const result = read(markdown);
  return result.ok ? '' : result.fault.message;
};

const excerpts = excerptsOf(sampleReport);
const printed = excerpts.map(({ number, quotation }) => [number, printable(runsText(quotation))]);

const nothingWrong = { disguises: new Map(), unmarked: [] };

describe('a Markdown export', () => {
  const markdown = writeMarkdown(sampleReport);

  it('is read back with every quotation and the record as they were written', () => {
    const { record, quotations, positions, ...others } = readWell(markdown);
    expect(record).toEqual(recordOf(sampleReport));
    expect([...quotations]).toEqual(printed);
    expect(others).toEqual(nothingWrong);
    expect([...positions]).toEqual(
      excerpts.map(({ number, source, start, end }) => [number, [{ source, start, end }]]),
    );
  });

  it('is read back so whatever the text quoted', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const report = reportQuoting(text);
        const { record, quotations, positions, ...others } = readWell(writeMarkdown(report));
        expect(record).toEqual(recordOf(report));
        expect(others).toEqual(nothingWrong);
        expect(positions.size).toBe(quotations.size);
        expect([...quotations]).toEqual([[1, printable(text)]]);
      }),
      { numRuns: 300 },
    );
  });

  it('is read back so whatever the text around its quotations', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const report = reportOf(text);
        const { record, quotations, positions, ...others } = readWell(writeMarkdown(report));
        expect(record).toEqual(recordOf(report));
        expect(others).toEqual(nothingWrong);
        expect(positions.size).toBe(quotations.size);
        expect([...quotations.values()]).toEqual(excerpts.map(() => printable(text)));
      }),
      { numRuns: 60 },
    );
  });

  it('is read back so after its line ends were changed, and the text around the quotations', () => {
    expect([...readWell(`\uFEFF${markdown.replaceAll('\n', '\r\n')}`).quotations]).toEqual(printed);
    const around = markdown
      .replace(
        'A first paragraph',
        '```\ncode > [^1]\n\n> code[^3c1d9e8b7a21]\n```\n\n- a list\n\n  of two\n\nA first paragraph',
      )
      .replace('style: chicago', 'style:   chicago # with a comment\nmine: [a, b]');
    expect([...readWell(around).quotations]).toEqual(printed);
  });

  it('reads a quotation as it is rendered: lines that were wrapped are one, markup that was added is none', () => {
    const quoted = '> These words stand twice.';
    expect(readWell(markdown.replace(quoted, '> These *words*\n> stand `twice`.')).quotations.get(9)).toBe(
      'These words stand twice.',
    );
    expect(readWell(markdown.replace(quoted, '> These words stood twice.')).quotations.get(9)).toBe(
      'These words stood twice.',
    );
    expect(readWell(markdown.replace(quoted, '> First.\n>\n> These words.')).quotations.get(9)).toBe(
      'First.\n\nThese words.',
    );
  });

  it('has no quotation for an excerpt whose footnote is gone, or which is no quotation any more', () => {
    const without = (found: string, put: string) => readWell(markdown.replace(found, put)).quotations;
    expect(without('twice.[^a86f5d12e07b]', 'twice.').has(9)).toBe(false);
    expect(without('\n[^a86f5d12e07b]:', '\nNote:').has(9)).toBe(false);
    expect(without('> These words', 'These words').has(9)).toBe(false);
    expect(without('> These words', '<!--\n\n> These words').has(9)).toBe(false);
  });

  const quoted = '> These words stand twice.[^a86f5d12e07b]';
  const instead = (put: string) => {
    const changed = markdown.replace(quoted, () => put);
    expect(changed).not.toBe(markdown);
    return readWell(changed);
  };

  it.each([
    ['an image', '> These ![words](x) stand twice.[^a86f5d12e07b]'],
    ['HTML', '> These <s>words</s> stand twice.[^a86f5d12e07b]'],
    ['a comment', '> These <!-- x --> words stand twice.[^a86f5d12e07b]'],
    ['a heading', '> # Not so\n>\n> These words stand twice.[^a86f5d12e07b]'],
    ['a list', '> - not so\n>\n> These words stand twice.[^a86f5d12e07b]'],
  ])('says that %s stands in a quotation', (_, put) => {
    expect(instead(put).disguises.get(9)).toContain('Attest did not write');
  });

  it('says that a quotation stands in HTML, and of no other', () => {
    const { disguises, quotations } = instead(`<div hidden>\n\n${quoted}\n\n</div>`);
    expect(quotations.get(9)).toBe('These words stand twice.');
    expect([...disguises.keys()]).toEqual([9]);
    expect(disguises.get(9)).toContain('inside HTML');
    expect([...instead(`<details>\n\n${quoted}`).disguises.keys()]).toEqual([9, 10, 11]);
    expect(instead(`<hr>\n\n<p>A note.</p>\n\n${quoted}`).disguises.size).toBe(0);
  });

  it('says that nothing can be told where a style sheet, a script or a style of its own is in the file', () => {
    for (const html of ['<style>blockquote{display:none}</style>', '<script>1</script>', '<p style="top:0">No.</p>']) {
      expect(readWell(`${markdown}\n${html}\n`).disguises.size).toBe(printed.length);
    }
  });

  it('finds block quotations without a footnote of an excerpt, in Markdown and in HTML', () => {
    expect(instead('> These words stood twice.').unmarked).toEqual(['These words stood twice.']);
    expect(instead(`> Everyone was tortured.\n\n${quoted}`).unmarked).toEqual(['Everyone was tortured.']);
    expect(instead(`${quoted}\n\n- > They killed\n  > all.[^other]`).unmarked).toEqual(['They killed all.[^other]']);
    expect(instead(`${quoted}\n\n<blockquote>It is <b>acceptable</b></blockquote>`).unmarked).toEqual([
      'It is acceptable',
    ]);
    const nested = instead(`> Not so:\n>\n> ${quoted}`);
    expect(nested.unmarked).toEqual(['Not so:']);
    expect(nested.quotations.get(9)).toBe('These words stand twice.');
  });

  it('finds the position that a footnote gives, though its lines were wrapped', () => {
    const { start, end } = excerpts[8] ?? {};
    const printedAt = `Source 1, characters ${start} to ${end}`;
    expect(readWell(markdown.replace(printedAt, printedAt.replaceAll(' ', '\n    '))).positions.get(9)).toEqual([
      { source: 0, start, end },
    ]);
    expect(readWell(markdown.replace(printedAt, 'Source 2, characters 5 to 8')).positions.get(9)).toEqual([
      { source: 1, start: 5, end: 8 },
    ]);
    expect(readWell(markdown.replace(printedAt, 'There')).positions.has(9)).toBe(false);
  });

  it('is read in pieces as it is read whole', () => {
    const parts = Array.from({ length: 60 }, () => excerpts.slice(0, 8)).flat();
    const report: Report = {
      ...sampleReport,
      parts: parts.map((excerpt, index) => ({ ...excerpt, number: index + 1, id: `id-${index}` })),
    };
    const { quotations } = readWell(writeMarkdown(report));
    expect([...quotations]).toEqual(
      excerptsOf(report).map(({ number, quotation }) => [number, printable(runsText(quotation))]),
    );
  });

  it('says in one sentence why it is not read', () => {
    expect(messageOf('# Hello\n')).toBe(
      'This Markdown file carries no record of excerpts: choose a file that Attest exported.',
    );
    expect(messageOf('---\ntitle: Hello\n---\n')).toMatch(/no record/u);
    expect(messageOf('---\n- 1\n---\n')).toMatch(/no record/u);
    expect(messageOf('---\n"\n---\n')).toBe(
      'The front matter of this Markdown file is not YAML: use the file as it was exported.',
    );
    expect(messageOf(markdown.replace('  version: 2', '  version: 3'))).toBe(
      'This Markdown file was exported by a later version of Attest: read it with that version.',
    );
    expect(messageOf(markdown.replace('  version: 2', '  version: 1'))).toMatch(/earlier version/u);
    expect(messageOf(markdown.replace('"sha256":', '"sha":'))).toMatch(/is damaged/u);
    expect(messageOf(markdown.replace(/,"label":"[^"]*"/u, ''))).toMatch(/no labels/u);
  });
});
