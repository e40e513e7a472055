import fc from 'fast-check';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFootnoteFromMarkdown } from 'mdast-util-gfm-footnote';
import { gfmFootnote } from 'micromark-extension-gfm-footnote';
import { describe, expect, it } from 'vitest';
import { citationText } from '../../../core/citations/citer.ts';
import { escapeMarkdown } from '../../../core/export/escape-markdown.ts';
import { writeMarkdown } from '../../../core/export/markdown.ts';
import { printable } from '../../../core/export/print-text.ts';
import type { Report } from '../../../core/report/report.ts';
import { anyText } from '../../support/any-text.ts';
import { reportOf, reportQuoting, sampleReport } from '../../support/sample-report.ts';

type Root = ReturnType<typeof fromMarkdown>;
type Node = Root | Root['children'][number];

const bodyOf = (markdown: string): string => markdown.slice(markdown.indexOf('\n---\n') + '\n---\n'.length);

const parse = (report: Report): Root =>
  fromMarkdown(bodyOf(writeMarkdown(report)), {
    extensions: [gfmFootnote()],
    mdastExtensions: [gfmFootnoteFromMarkdown()],
  });

function textOf(node: Node): string {
  if (node.type === 'break') return '\n';
  if ('children' in node) return node.children.map(textOf).join('');
  return node.type === 'text' ? node.value : '';
}

const typesIn = (node: Node): string[] => [node.type, ...('children' in node ? node.children.flatMap(typesIn) : [])];

const footnotes = (root: Root): string[] =>
  root.children.filter(({ type }) => type === 'footnoteDefinition').map(textOf);

const squeeze = (text: string): string => text.replace(/\s+/gu, ' ').trim();

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

  it('is made of the same elements, whatever the text in it', () => {
    // Emphasis, breaks and text are what a text may be made of; all else is the report's own.
    const elements = (text: string): string[] =>
      typesIn(parse(reportOf(text))).filter((type) => !['text', 'break', 'emphasis'].includes(type));
    const expected = elements('word');
    fc.assert(
      fc.property(anyText, (text) => {
        fc.pre(/[\p{L}\p{N}]/u.test(text) && !/\n\s*\n/u.test(text.trim()));
        expect(elements(text)).toEqual(expected);
      }),
      { numRuns: 60 },
    );
  });

  it('has a footnote for every excerpt, which renders as its citation with italics', () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ text: anyText, look: fc.constantFrom('plain' as const, 'italic' as const) })),
        (citation) => {
          const report = reportQuoting('Words.');
          const [part] = report.parts;
          if (part?.kind !== 'excerpt') throw new Error('The report is of one excerpt.');
          const { start, end } = part;
          const [note] = footnotes(parse({ ...report, parts: [{ ...part, citation }] }));
          const shown = printable(citationText(citation));
          expect(squeeze(note ?? '')).toBe(squeeze(`${shown} Source 1, characters ${start} to ${end}.`));
        },
      ),
      { numRuns: 300, examples: [[[{ text: '\u2028#', look: 'plain' }]], [[{ text: '\u00a0 1. ', look: 'italic' }]]] },
    );
    const first = parse(sampleReport).children.find(({ type }) => type === 'footnoteDefinition');
    expect(first && typesIn(first).filter((type) => type === 'emphasis')).toHaveLength(1);
  });

  it('has headings that render as they are, on one line', () => {
    fc.assert(
      fc.property(fc.oneof(anyText, fc.constantFrom('C #', '##', 'a \\##', '\\#', '# # #')), (text) => {
        const report: Report = { ...reportQuoting('Words.'), title: text };
        const [heading] = parse({ ...report, parts: [{ kind: 'heading', level: 3, text }, ...report.parts] }).children;
        expect(heading).toMatchObject({ type: 'heading', depth: 1 });
        expect(heading && squeeze(textOf(heading))).toBe(squeeze(printable(text)));
      }),
      { numRuns: 200 },
    );
  });

  it('has the same label for a highlight in every export', () => {
    const label = /\[\^([^\]]+)\]$/mu;
    const [, first] = label.exec(writeMarkdown(reportQuoting('Words.'))) ?? [];
    expect(first).toBe('3c1d9e8b7a21');
    const markdown = writeMarkdown(sampleReport);
    expect(markdown.split(`[^${first}]`)).toHaveLength(3);
    expect(markdown).toContain(`<span id="excerpt-${first}"></span>`);
  });
});
