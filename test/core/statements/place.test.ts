import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { StructureHint } from '../../../core/statements/catalogue.ts';
import type { SourceFormat } from '../../../core/statements/own-statement.ts';
import type { PageStart } from '../../../core/statements/page-start.ts';
import { Place, placeOf } from '../../../core/statements/place.ts';
import type { Statement } from '../../../core/statements/statement.ts';
import { structureOf } from '../../../core/statements/structure.ts';
import { utf16 } from '../../../core/text/offsets.ts';
import type { Passage } from '../../../core/text/passage.ts';
import { anyText } from '../../support/any-text.ts';
import { statementOf } from '../search/statements-for-search.ts';

const text = 'UN Doc.\n\nFirst 👩‍👩‍👧.\n\nUN Doc.\n\nВторой.\n\nUN Doc.\n\nThird.';
const headers: StructureHint[] = [1, 5, 9].map((line) => ({
  lines: [line, line],
  kind: 'furniture',
  why: 'Repeated.',
}));
const starts = [...text.matchAll(/UN Doc\./gu)].map(({ index }) => index);

interface Given {
  readonly labels?: readonly string[] | null;
  readonly format?: SourceFormat | null;
}

function statementWith({ labels = ['i', 'ii', '1'], format = 'pdf' }: Given = {}): Statement {
  const { summary, ...rest } = statementOf('doc', text);
  const own = { encoding: null, original: '', added: '', modified: '', versions: [] };
  return {
    ...rest,
    summary: format === null ? summary : { ...summary, own: { ...own, format } },
    blocks: structureOf(text, headers),
    ...(labels && { pages: labels.map((label, at) => ({ start: starts[at] ?? text.length, label })) }),
  };
}

/** From the beginning of `from` to the end of `to`, both where they stand first from `after` on. */
function passage(from: string, to = from, after = 0): Passage {
  const start = text.indexOf(from, after);
  return { start: utf16(start), end: utf16(text.indexOf(to, start) + to.length) };
}

describe('the pages of a passage', () => {
  it('are the one that it stands on, by its label', () => {
    expect(placeOf(statementWith(), passage('Второй'))).toEqual({
      pages: { first: 'ii', last: 'ii' },
      paragraph: 2,
      lastParagraph: 2,
      kind: 'paragraph',
      speakers: [],
    });
  });

  it('are the first and the last of those that it reaches over', () => {
    const over = placeOf(statementWith(), passage('First', 'Third'));
    expect(over).toMatchObject({ pages: { first: 'i', last: '1' }, paragraph: 1, lastParagraph: 3 });
  });

  it('are the one whose header it is in, which is said to be a header or a footer', () => {
    const inHeader = placeOf(statementWith(), passage('Doc', 'Doc', starts[1]));
    expect(inHeader).toMatchObject({ pages: { first: 'ii', last: 'ii' }, paragraph: null, kind: 'header-footer' });
  });

  it('end with the last of its characters: what ends where a page ends is not on the next', () => {
    expect(placeOf(statementWith(), passage('First', '👩‍👩‍👧.')).pages).toEqual({ first: 'i', last: 'i' });
  });

  it('go with its paragraphs where it begins in the white space between two pages', () => {
    const [, second = 0] = starts;
    const between = placeOf(statementWith(), { start: utf16(second - 1), end: utf16(second + 2) });
    expect(between).toMatchObject({ pages: { first: 'ii', last: 'ii' }, kind: 'header-footer' });
  });

  it('are called by their numbers where the document calls them nothing, and on one line', () => {
    const statement = statementWith({ labels: [' ', 'A\n 2', ''] });
    expect(placeOf(statement, passage('First', 'Third')).pages).toEqual({ first: '1', last: '3' });
    expect(placeOf(statement, passage('Второй')).pages).toEqual({ first: 'A 2', last: 'A 2' });
  });

  it('are left out where the statement has none', () => {
    for (const labels of [null, []]) {
      const place = placeOf(statementWith({ labels }), passage('First', 'Third'));
      expect(Object.keys(place)).not.toContain('pages');
      expect(place).toMatchObject({ paragraph: 1, lastParagraph: 3 });
    }
  });

  it('follow the order of the text, and are well formed, wherever pages begin', () => {
    const anyWords = fc.array(anyText, { minLength: 1, maxLength: 6 }).map((texts) => texts.join('\n\n'));
    const anyCase = anyWords.chain((words) =>
      fc.record({
        words: fc.constant(words),
        pageStarts: fc.array(fc.nat(words.length), { minLength: 1, maxLength: 8 }),
        ends: fc.array(fc.nat(Math.max(0, words.length - 1)), { minLength: 4, maxLength: 4 }),
      }),
    );
    fc.assert(
      fc.property(anyCase, ({ words, pageStarts, ends }) => {
        const ordered = [...pageStarts].sort((a, b) => a - b);
        const pages: PageStart[] = ordered.map((start, at) => ({ start, label: String(at) }));
        const statement = { ...statementOf('any', words), pages };
        const [a = 0, b = 0, c = 0, d = 0] = [...ends].sort((one, other) => one - other);
        const placed = (start: number, end: number): Place =>
          Place.parse(placeOf(statement, { start: utf16(start), end: utf16(end + 1) }));
        const [earlier, later] = [placed(a, c), placed(b, d)];
        const order = [earlier.pages?.first, later.pages?.first].map(Number);
        const lasts = [earlier.pages?.last, later.pages?.last].map(Number);
        expect(order).toEqual([...order].sort((one, other) => one - other));
        expect(lasts).toEqual([...lasts].sort((one, other) => one - other));
        expect(Number(earlier.pages?.first)).toBeLessThanOrEqual(Number(earlier.pages?.last));
      }),
    );
  });
});

describe('what is folded away', () => {
  it.each([
    ['pdf', 'header-footer'],
    ['docx', 'header-footer'],
    ['html', 'furniture'],
    ['text', 'furniture'],
    [null, 'furniture'],
  ] as const)('of a statement of the format %s is placed as %s', (format, kind) => {
    expect(placeOf(statementWith({ format, labels: null }), passage('UN Doc.')).kind).toBe(kind);
  });
});
