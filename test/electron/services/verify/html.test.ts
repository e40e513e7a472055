import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { recordOf } from '../../../../core/export/export-record.ts';
import { writeHtml } from '../../../../core/export/html.ts';
import { printable } from '../../../../core/export/print-text.ts';
import { excerptsOf, runsText } from '../../../../core/report/report.ts';
import { readHtml } from '../../../../electron/services/verify/read-html.ts';
import { anyText } from '../../../support/any-text.ts';
import { reportOf, sampleReport } from '../../../support/sample-report.ts';

const read = (html: string) => readHtml(Buffer.from(html, 'utf8'));

const readWell = (html: string) => {
  const result = read(html);
  if (!result.ok) throw new Error(result.fault.message);
  return result.value;
};

const messageOf = (html: string): string => {
  const result = read(html);
  return result.ok ? '' : result.fault.message;
};

/** Where each quotation of the sample stands, and nothing that is wrong with it. */
const nothingWrong = {
  disguises: new Map(),
  unmarked: [],
  positions: new Map(
    excerptsOf(sampleReport).map(({ number, source, start, end }) => [number, [{ source, start, end }]]),
  ),
};

describe('an HTML export', () => {
  const html = writeHtml(sampleReport);

  it('is read back with every quotation and the record as they were written', () => {
    const { record, quotations, ...others } = readWell(html);
    expect(record).toEqual(recordOf(sampleReport));
    expect(others).toEqual(nothingWrong);
    expect([...quotations]).toEqual(
      excerptsOf(sampleReport).map(({ number, quotation }) => [number, printable(runsText(quotation))]),
    );
  });

  it('is read back so whatever the text, wherever it stands', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const report = reportOf(text);
        const { record, quotations, ...others } = readWell(writeHtml(report));
        expect(record).toEqual(recordOf(report));
        expect(others).toEqual(nothingWrong);
        expect([...quotations.values()]).toEqual(excerptsOf(report).map(() => printable(text)));
      }),
      { numRuns: 60 },
    );
  });

  it('is read back so after its line ends were changed', () => {
    expect(readWell(`\uFEFF${html.replaceAll('\n', '\r\n')}`)).toEqual(readWell(html));
  });

  it('shows a word that was changed in it, and one put into an element of its own', () => {
    const changed = html.replace('>These words stand twice.<', '>These <b>words</b> stood<br>twice.<');
    expect(readWell(changed).quotations.get(9)).toBe('These words stood\ntwice.');
    expect(readWell(changed).record).toEqual(recordOf(sampleReport));
  });

  it('has no quotation for an excerpt whose mark is gone', () => {
    const { quotations } = readWell(html.replace(' data-quotation="9"', ''));
    expect(quotations.has(9)).toBe(false);
    expect(quotations.size).toBe(excerptsOf(sampleReport).length - 1);
  });

  it('lets no second copy of a mark hide other words', () => {
    const twice = (words: string): string => html.replace('</article>', `<p data-quotation="9">${words}</p></article>`);
    expect(readWell(twice('These words stand twice.')).quotations.get(9)).toBe('These words stand twice.');
    expect(readWell(twice('Other words.')).quotations.get(9)).toBe('These words stand twice.\nOther words.');
  });

  const words = '<span data-quotation="9">These words stand twice.</span>';
  const instead = (markup: string) => {
    const changed = html.replace(words, () => markup);
    expect(changed).not.toBe(html);
    return readWell(changed);
  };
  const ninth = (inner: string) => instead(words.replace('words stand', () => inner)).disguises.get(9);

  it.each([
    ['<span hidden>words</span> stand'],
    ['<span style="display:none">words</span> stand'],
    ['<s>words</s> stand'],
    ['<b>words</b> stand'],
    ['words <img alt="do not"> stand'],
    ['words<template>x</template> stand'],
    ['<span class="mark" hidden>words</span> stand'],
    ['<span class="back">words</span> stand'],
    ['words<br class="x">stand'],
  ])('says that something stands in a quotation: %s', (inner) => {
    expect(ninth(inner)).toContain('Attest did not write');
  });

  it.each([
    ['<div hidden>', '</div>'],
    ['<div class="back">', '</div>'],
    ['<details>', '</details>'],
    ['<dialog>', '</dialog>'],
    ['<font color="white">', '</font>'],
    ['<bdo dir="rtl">', '</bdo>'],
    ['<s>', '</s>'],
  ])('says that a quotation stands in what may hide it: %s', (start, end) => {
    expect(instead(start + words + end).disguises.get(9)).toContain('may hide it');
    const looks = instead(words.replace(' data', ' hidden data')).disguises.get(9);
    expect(looks).toContain('may hide it');
  });

  it('says that nothing can be told where the looks of the file are not its own, or a script is in it', () => {
    const sentenceIn = (changed: string) => {
      expect(changed).not.toBe(html);
      const { quotations, disguises } = readWell(changed);
      expect([...disguises.keys()].sort()).toEqual([...quotations.keys()].sort());
      return disguises.get(9);
    };
    const after = '[data-quotation="9"]::after{content:" not"}';
    expect(sentenceIn(html.replace('</style>', `${after}</style>`))).toContain('style sheet is not Attest’s');
    expect(sentenceIn(html.replace('</head>', `<style>${after}</style></head>`))).toContain('style sheet');
    expect(sentenceIn(html.replace(/<style>.*?<\/style>/su, ''))).toContain('style sheet');
    expect(sentenceIn(html.replace('</head>', '<link rel="stylesheet" href="x.css"></head>'))).toContain('looks');
    expect(sentenceIn(html.replace('</body>', '<script>1</script></body>'))).toContain('scripts');
    expect(sentenceIn(html.replace('</body>', '<p style="position:fixed">No.</p></body>'))).toContain('looks');
    expect(sentenceIn(html.replace('<h1 ', '<h1 onclick="f()" '))).toContain('scripts');
  });

  it('finds words that stand beside a quotation, and quotations without a mark', () => {
    expect(instead(`${words} They killed everyone.`).disguises.get(9)).toContain('beside it');
    const note = html.replace(/(href="#note-a86f5d12e07b"[^>]*>)9</u, '$1They killed everyone.<');
    expect(note).not.toBe(html);
    expect(readWell(note).disguises.get(9)).toContain('beside it');
    const marked = readWell(
      html.replace('</article>', '<blockquote><p>They <b>killed</b> all.</p></blockquote></article>'),
    );
    expect(marked.unmarked).toEqual(['They killed all.']);
    expect(instead('<span>These words stood twice.</span>').unmarked).toEqual(['These words stood twice.']);
  });

  it('finds the position of the note that a quotation leads to, whatever number it bears', () => {
    const [first, second] = excerptsOf(sampleReport);
    const swapped = html
      .replace('data-quotation="1"', 'data-quotation="x"')
      .replace('data-quotation="2"', 'data-quotation="1"')
      .replace('data-quotation="x"', 'data-quotation="2"');
    const { positions } = readWell(swapped);
    expect(positions.get(1)).toEqual([{ source: 0, start: second?.start, end: second?.end }]);
    expect(positions.get(2)).toEqual([{ source: 0, start: first?.start, end: first?.end }]);
  });

  it('says in one sentence why it is not read', () => {
    expect(messageOf('<p>Hello</p>')).toBe(
      'This HTML document carries no record of excerpts: choose a file that Attest exported.',
    );
    expect(messageOf('')).toMatch(/no record/u);
    expect(messageOf('<pre id="attest-record">{</pre>')).toMatch(/is damaged/u);
    expect(messageOf('<pre id="attest-record">{"format":"other","version":2}</pre>')).toMatch(/no record/u);
    const version = (number: number): string =>
      html.replace('&quot;version&quot;:2,', `&quot;version&quot;:${number},`);
    expect(messageOf(version(3))).toBe(
      'This HTML document was exported by a later version of Attest: read it with that version.',
    );
    expect(messageOf(version(1))).toMatch(/earlier version/u);
    expect(messageOf(html.replace('&quot;sources&quot;', '&quot;sauces&quot;'))).toMatch(/is damaged/u);
  });

  it('loads and runs nothing, and names nothing but what the report says', () => {
    const own = html.replace(/<pre id="attest-record".*<\/pre>/su, '');
    expect(own).toContain(`content="default-src 'none'; style-src 'unsafe-inline'"`);
    expect(own).not.toMatch(/<(?:script|link|img|iframe|object|embed|form|base)\b| on[a-z]+=\w*"|url\(|@import/iu);
    const addresses = [...own.matchAll(/ (?:href|src|cite|action)="([^"]*)"/gu)].map(([, address]) => address ?? '');
    expect(addresses.length).toBeGreaterThan(20);
    for (const address of addresses) expect(address).toMatch(/^#[a-z0-9-]+$/u);
    expect(own.split('</style>')).toHaveLength(2);
    expect([...own.matchAll(/<meta name="generator" content="([^"]*)"/gu)].map(([, name]) => name)).toEqual(['Attest']);
    expect(own).not.toMatch(/T\d\d:\d\d/u);
  });

  it('leads from every excerpt to its note, its source and back', () => {
    const ids = [...html.matchAll(/ id="([^"]*)"/gu)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const [, target] of html.matchAll(/(?:href|cite)="#([^"]*)"/gu)) expect(ids).toContain(target);
  });
});
