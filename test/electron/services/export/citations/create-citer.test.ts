/// <reference path="../../../../../electron/services/export/citations/citation-js.d.ts" />
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { plugins } from '@citation-js/core';
import fc from 'fast-check';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { CitationStyle } from '../../../../../core/citations/citation-style.ts';
import { type Citation, type Citer, citationText } from '../../../../../core/citations/citer.ts';
import type { CslItem } from '../../../../../core/citations/csl-item.ts';
import { cslItemOf } from '../../../../../core/citations/csl-item-of.ts';
import { createCiter } from '../../../../../electron/services/export/citations/create-citer.ts';
import {
  type CitationStyles,
  loadCitationStyles,
} from '../../../../../electron/services/export/citations/load-citation-styles.ts';
import { readBundledStatements, resources } from '../../../../support/bundled-statements.ts';

let styles: CitationStyles;
let bundled: CslItem[];

beforeAll(async () => {
  styles = await loadCitationStyles(resources);
  bundled = (await readBundledStatements()).map(({ record }) => cslItemOf(record));
});

const signs = { plain: '', italic: '*', 'small-caps': '^' };
const show = (citation: Citation): string =>
  citation.map(({ text, look }) => `${signs[look]}${text}${signs[look]}`).join('');

/** The three forms of a source, as the golden file has them. */
const forms = (citer: Citer, item: CslItem): string[] => [
  `first     ${show(citer.note(item, '¶ 12', null))}`,
  `repeated  ${show(citer.note(item, '¶¶ 3–4', 7))}`,
  `entry     ${show(citer.entry(item))}`,
];

const item: CslItem = { id: 'one', type: 'report', title: 'A title', genre: 'press statement', publisher: 'A body' };

const wordsOf = (citation: Citation): string => citationText(citation);
const allForms = (style: CitationStyle, source: CslItem): Citation[] => {
  const citer = createCiter(style, styles);
  return [citer.note(source, '¶ 12', null), citer.note(source, '¶ 12', 7), citer.entry(source)];
};

describe('the bundled statements', () => {
  it('are cited in every style as the golden file has them', () => {
    const lines = CitationStyle.options.flatMap((style) => {
      const citer = createCiter(style, styles);
      return [`# ${style}`, '', ...bundled.flatMap((source) => [source.id, ...forms(citer, source), ''])];
    });
    const golden = readFileSync(join(import.meta.dirname, '../../../../fixtures/export/citations.golden'), 'utf8');
    expect(lines.join('\n')).toBe(golden);
  });

  it.each(CitationStyle.options)('are told apart in %s when cited again', (style) => {
    const citer = createCiter(style, styles);
    const repeated = bundled.map((source, index) => wordsOf(citer.note(source, '¶ 1', index + 1)));
    expect(new Set(repeated).size).toBe(bundled.length);
  });
});

describe('a note', () => {
  it.each(['¶ 12', '¶¶ 3–4', 'website text', '¶ 2 and the text after it', '¶ 3 (Ambassador Carpenter)'])(
    'has the place %s as it is given',
    (place) => {
      for (const style of CitationStyle.options) {
        for (const firstNote of [null, 3]) {
          const note = wordsOf(createCiter(style, styles).note(item, place, firstNote));
          expect(note.endsWith(`, ${place}.`) || note.endsWith(`” ${place}.`), note).toBe(true);
        }
      }
    },
  );

  it('names in the legal style the note that cites the source in full', () => {
    const citer = createCiter('legal', styles);
    expect(show(citer.note(item, '¶ 1', 3))).toBe('A body, *supra* note 3, ¶ 1.');
    expect(show(citer.note(item, '¶ 2', 41))).toBe('A body, *supra* note 41, ¶ 2.');
  });

  it.each(['chicago', 'legal'] as const)('of the whole source ends with one full stop in %s', (style) => {
    const citer = createCiter(style, styles);
    expect(wordsOf(citer.note(item, null, null))).toMatch(/n\.d\.\)?\.?$/u);
    expect(wordsOf(citer.note(item, null, 2))).toMatch(/[^.][.][”]?$/u);
  });

  it('keeps the full stop of an abbreviation before the place', () => {
    const news: CslItem = { id: 'n', type: 'article-newspaper', title: 'A title', 'container-title': 'Acme Inc.' };
    expect(wordsOf(createCiter('mla', styles).note(news, '¶ 1', null))).toBe('“A Title.” Acme Inc., ¶ 1.');
    expect(wordsOf(createCiter('chicago', styles).note(news, '¶ 1', null))).toBe('“A Title,” Acme Inc., n.d., ¶ 1.');
  });

  it('of a source cited before is not asked of the engine anew', () => {
    const engine = vi.spyOn(plugins.config.get('@csl'), 'engine');
    const citer = createCiter('chicago', styles);
    const sources = Array.from({ length: 50 }, (_, index) => ({ ...item, id: `s${index}`, title: `Title ${index}` }));
    const notes = Array.from({ length: 10_000 }, (_, index) =>
      citer.note(sources[index % 50] ?? item, `¶ ${index}`, index < 50 ? null : (index % 50) + 1),
    );
    expect(notes.at(-1)?.map(({ text }) => text)).toEqual(['A body, “Title 49,” ¶ 9999.']);
    expect(engine).toHaveBeenCalledTimes(100);
    engine.mockRestore();
  });
});

describe('pages', () => {
  /** A citation of `pages` as citeproc words it by the style alone. */
  function citedByStyle(style: CitationStyle, pages: string): string {
    // In its text MLA leaves “p.” out, in entries, which its notes are here, it does not.
    const isEntry = style === 'mla';
    const source = { id: 'one', title: 'A title', type: isEntry ? 'chapter' : 'report', page: pages };
    const engine = plugins.config.get('@csl').engine([source], `attest-${style}`, 'en-US', 'html');
    engine.updateItems(['one']);
    const repeated = style === 'legal' ? { position: 1, 'first-reference-note-number': '7' } : {};
    const located = { id: 'one', locator: pages, label: 'page', ...repeated };
    const html = isEntry ? (engine.makeBibliography() || [])[1]?.join('') : engine.makeCitationCluster([located]);
    return (html ?? '')
      .replaceAll(/<[^>]*>/gu, '')
      .replaceAll(/\s+/gu, ' ')
      .trim();
  }

  it.each(CitationStyle.options)('are worded in %s as the style itself words them', (style) => {
    const citer = createCiter(style, styles);
    for (const [first, last, pages] of [
      ['3', '3', '3'],
      ['iv', 'ix', 'iv–ix'],
    ] as const) {
      const worded = citer.pages({ first, last });
      expect(citedByStyle(style, pages)).toMatch(new RegExp(`(?<!pp?\\.|at)[, ]${worded}[.)]*$`, 'u'));
    }
  });

  it('are the first part of a locator', () => {
    const notes = CitationStyle.options.map((style) => {
      const citer = createCiter(style, styles);
      return wordsOf(citer.note(item, `${citer.pages({ first: '3', last: '4' })}, ¶ 12`, null));
    });
    expect(notes.map((note) => note.slice(note.search(/[^ ]+ (?:pp\. |at |)3–4/u)))).toEqual([
      'n.d., 3–4, ¶ 12.',
      'statement], pp. 3–4, ¶ 12.',
      'Title, pp. 3–4, ¶ 12.',
      '(n.d.), at 3–4, ¶ 12.',
    ]);
  });
});

describe('a date', () => {
  const dated = (issued: CslItem['issued']): CslItem => ({ ...item, ...(issued && { issued }) });

  it.each([
    ['chicago', '[May 2023?]'],
    ['apa', '(ca. 2023, May)'],
    ['mla', '[May 2023?]'],
    ['legal', '(May 2023?)'],
  ] as const)('that was inferred is said to be so in %s', (style, words) => {
    const entry = wordsOf(createCiter(style, styles).entry(dated({ 'date-parts': [[2023, 5]], circa: true })));
    expect(entry).toContain(words);
  });

  it.each([
    ['chicago', 'November 5, 2020'],
    ['apa', '(2020, November 5)'],
    ['mla', '5 Nov. 2020'],
    ['legal', '(Nov. 5, 2020)'],
  ] as const)('that is stated is given in full in %s', (style, words) => {
    expect(wordsOf(createCiter(style, styles).entry(dated({ 'date-parts': [[2020, 11, 5]] })))).toContain(words);
  });

  it.each(CitationStyle.options)('that is not of the calendar stands in %s as it is written', (style) => {
    expect(wordsOf(createCiter(style, styles).entry(dated({ literal: '2020/..' })))).toContain('2020/..');
  });
});

describe('a source', () => {
  it('of the same id with another title is another source', () => {
    const citer = createCiter('chicago', styles);
    expect(wordsOf(citer.entry(item))).toContain('“A Title.”');
    expect(wordsOf(citer.entry({ ...item, title: '[name withheld 1] speaks' }))).not.toContain('A Title');
    expect(wordsOf(citer.entry(item))).toContain('“A Title.”');
  });

  it.each(CitationStyle.options)('is not said in %s to be published by its own author', (style) => {
    const own: CslItem = { ...item, author: [{ literal: 'A body' }] };
    for (const citation of allForms(style, own)) expect(wordsOf(citation).split('A body')).toHaveLength(2);
  });

  it.each(CitationStyle.options)('without author is in %s by the body that published it', (style) => {
    expect(wordsOf(createCiter(style, styles).note(item, '¶ 1', null))).toMatch(/^A body[,.]/u);
  });

  it.each(CitationStyle.options)(
    'with a supplied title has it in %s in its brackets, in no look and no quotation marks',
    (style) => {
      const supplied: CslItem = { ...item, title: '[A title that was supplied <i>so</i>?]' };
      for (const citation of allForms(style, supplied)) {
        if (wordsOf(citation).includes('supra')) continue;
        expect(citation.find(({ text }) => text.includes(supplied.title))?.look).toBe('plain');
        expect(wordsOf(citation)).not.toMatch(/[“”]/u);
      }
    },
  );

  it.each([
    '<script>alert("1")</script> & <i>this</i> &amp; <b>that</b>',
    'x² of H₂O ™ ½  two  spaces\ttab\nline',
    'Лукашенка і Ўладзімір; سلام عليكم; 👩‍👩‍👧 e\u0301',
    '=SUM(A1) \\foo {b} $x$ 5% #1 a_b ~ ^ | `c` \u0007',
    ', and so on;',
    '\ue000\ue001\ue010\ue100\uf8ff',
    '...',
  ])('has every sign of the title %j', (title) => {
    const plainly = (text: string): string =>
      text
        .replace(/\s+/gu, ' ')
        .replace(/["“”‘’]/gu, "'")
        .toLowerCase();
    for (const style of CitationStyle.options) {
      for (const citation of allForms(style, { ...item, title })) {
        if (!wordsOf(citation).includes('supra')) expect(plainly(wordsOf(citation))).toContain(plainly(title).trim());
      }
    }
  });

  it.each(['<script>', '<i>', '<span class="nocase">', '<sup>'])(
    'has what looks like the tag %s as it is written',
    (tag) => {
      for (const style of CitationStyle.options) {
        expect(wordsOf(createCiter(style, styles).entry({ ...item, title: `One ${tag} two` }))).toContain(
          `One ${tag} `,
        );
      }
    },
  );

  it('loses no letter, digit or sign of any title or name, in any style', () => {
    const word = fc.oneof(
      fc.constantFrom(
        'Belarus',
        'the',
        'a',
        'of',
        '<i>',
        '</i>',
        '&',
        '“q”',
        '"',
        "'",
        '’',
        '?',
        '!',
        '.',
        ',',
        ':',
        ';',
      ),
      fc.constantFrom('(', ')', '[', ']', '—', '–', '-', '/', '...', '?!', '²', 'ß', 'ﬁn', 'Ціханоўская', 'سلام', '😀'),
      fc.string({ unit: 'grapheme', maxLength: 6 }),
    );
    const title = fc
      .array(word, { minLength: 1, maxLength: 8 })
      .map((words) => words.join(' ').trim())
      .filter((text) => text !== '' && !/^\[.*\]$/su.test(text));
    /** What no style may drop: everything but white space and quotation marks. */
    const kept = (text: string): string => text.toLowerCase().replace(/[\s"'“”‘’]/gu, '');
    let count = 0;
    fc.assert(
      fc.property(title, fc.constantFrom(...CitationStyle.options), (text, style) => {
        count += 1;
        const source: CslItem = { ...item, id: `f${count}`, title: text, publisher: `${text} Inc.` };
        const citer = createCiter(style, styles);
        const entry = wordsOf(citer.entry(source));
        expect(kept(entry)).toContain(kept(text));
        expect(kept(entry)).toContain(kept(`${text} Inc.`));
        expect(kept(wordsOf(citer.note(source, '¶ 1', null)))).toContain(kept(text));
      }),
      { numRuns: 150 },
    );
    expect(count).toBeGreaterThan(100);
  });
});
