import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { resolveSelector } from '../../../core/anchoring/resolve.ts';
import { describePassage, Selector } from '../../../core/anchoring/selector.ts';
import { utf16 } from '../../../core/text/offsets.ts';
import { trimPassage } from '../../../core/text/passage.ts';
import { hardText } from '../../support/hard-text.ts';

const source = 'a'.repeat(64);
const otherSource = 'b'.repeat(64);

function select(text: string, start: number, end: number) {
  return describePassage(text, { start: utf16(start), end: utf16(end) }, source);
}

describe('resolveSelector', () => {
  it('finds any passage of any text again at the same words, offset 0 and the end included', () => {
    fc.assert(
      fc.property(hardText, fc.nat(400), fc.nat(400), (text, from, to) => {
        const start = Math.min(from, to, text.length);
        const end = Math.min(Math.max(from, to), text.length);
        const passage = trimPassage(text, { start: utf16(start), end: utf16(end) });
        if (!passage) return;
        const selector = describePassage(text, passage, source);
        expect(resolveSelector(text, source, selector)).toEqual({ state: 'anchored', ...passage });
        expect(text.slice(passage.start, passage.end)).toBe(selector.quote);
      }),
    );
  });

  it('keeps a repeated quotation at its own place in the same bytes', () => {
    const text = 'the the the';
    expect(resolveSelector(text, source, select(text, 4, 7))).toEqual({ state: 'anchored', start: 4, end: 7 });
  });

  it('follows a quotation in its own context to where other bytes have it', () => {
    const text = 'Before. He was beaten in prison, as witnesses told the mission in May. After.';
    const changed = `A new line.\n${text}`;
    expect(resolveSelector(changed, otherSource, select(text, 15, 31))).toEqual({
      state: 'anchored',
      start: 27,
      end: 43,
    });
  });

  it('leaves two equally good places to its user', () => {
    const selector = { ...select('torture', 0, 7), prefix: '', suffix: '' };
    expect(resolveSelector('torture and torture', otherSource, selector)).toMatchObject({
      state: 'needs-review',
      candidates: [
        { start: 0, end: 7, isExact: true },
        { start: 12, end: 19, isExact: true },
      ],
    });
  });

  it('does not take the right words in another context for the same passage', () => {
    const selector = select('No torture was seen here.', 3, 10);
    expect(resolveSelector('There was torture everywhere.', otherSource, selector)).toMatchObject({
      state: 'needs-review',
    });
  });

  it('orphans words that are nowhere', () => {
    expect(resolveSelector('something else', otherSource, select('torture', 0, 7))).toEqual({ state: 'orphaned' });
  });

  it('asks about a damaged position, and proposes the words', () => {
    const selector = select('some torture', 5, 12);
    const positions = [
      [900, 2],
      [7, 7],
      [900, 907],
      [0, 12],
      [4, 11],
    ] as const;
    for (const [start, end] of positions) {
      const damaged = { ...selector, start: utf16(start), end: utf16(end) };
      expect(resolveSelector('some torture', source, damaged)).toMatchObject({
        state: 'needs-review',
        candidates: [{ start: 5, end: 12, isExact: true }],
      });
      expect(resolveSelector('', source, damaged)).toEqual({ state: 'needs-review', candidates: [] });
    }
  });

  it('reads a position that is none, and asks about it', () => {
    const selector = select('some torture', 5, 12);
    for (const start of [-1, 1.5, null, 'five', Number.MAX_VALUE]) {
      const read = Selector.parse({ ...selector, start });
      expect(resolveSelector('some torture', source, read)).toMatchObject({ state: 'needs-review' });
    }
  });

  const told =
    'On 9 May the mission heard that the detention was legal and that it went on for a month without a charge.';
  const legal = told.indexOf('legal');

  it('does not find a word inside another', () => {
    const selector = select(told, legal, legal + 5);
    const anchor = resolveSelector(told.replace('legal', 'illegal'), otherSource, selector);
    expect(anchor).toMatchObject({ state: 'needs-review' });
  });

  it('anchors no words but the very quote, and proposes other typography first', () => {
    const text = `${told} “It’s over”, he said – and wept. ${told}`;
    const start = text.indexOf('“It’s');
    const selector = select(text, start, start + 30);
    const plain = text.replace(/[“”]/gu, '"').replace('’', "'").replace('–', '-');
    const anchor = resolveSelector(`"It's over", they said - and wept. ${plain}`, otherSource, selector);
    expect(anchor).toMatchObject({ state: 'needs-review', candidates: [{ start: start + 35, isExact: false }, {}] });
  });

  it('keeps hold of a repeated quotation by the first thing that tells its places apart', () => {
    const text = `First: ${'the same words again and again '.repeat(3)}END. Then: ${'the same words again and again '.repeat(3)}STOP.`;
    const start = text.lastIndexOf('words');
    expect(resolveSelector(`New. ${text}`, otherSource, select(text, start, start + 5))).toEqual({
      state: 'anchored',
      start: start + 5,
      end: start + 10,
    });
  });

  it('proposes at most five places, the best first, none twice, all of whole characters', () => {
    fc.assert(
      fc.property(hardText, hardText, fc.nat(100), fc.nat(100), (text, other, from, length) => {
        const passage = trimPassage(text, { start: utf16(from), end: utf16(from + length) });
        if (!passage) return;
        const changed = other + text.slice(0, from) + text.slice(from + 1) + other;
        const anchor = resolveSelector(changed, otherSource, describePassage(text, passage, source));
        if (anchor.state !== 'needs-review') return;
        const { candidates } = anchor;
        expect(candidates.length).toBeLessThanOrEqual(5);
        expect(new Set(candidates.map(({ start, end }) => `${start}-${end}`)).size).toBe(candidates.length);
        expect(candidates.map(({ score }) => score)).toEqual(
          candidates.map(({ score }) => score).sort((a, b) => b - a),
        );
        for (const candidate of candidates)
          expect(trimPassage(changed, candidate)).toEqual({ start: candidate.start, end: candidate.end });
      }),
    );
  });

  it('is never wrong in hard text with new text around and inside it', () => {
    fc.assert(
      fc.property(hardText, hardText, fc.nat(200), fc.nat(200), fc.nat(200), (text, added, from, length, at) => {
        const passage = trimPassage(text, { start: utf16(from), end: utf16(from + length) });
        if (!passage) return;
        const cut = Math.min(at, text.length);
        const put = added.slice(0, 24);
        const changed = text.slice(0, cut) + put + text.slice(cut);
        const anchor = resolveSelector(changed, otherSource, describePassage(text, passage, source));
        if (anchor.state !== 'anchored') return;
        expect(changed.slice(anchor.start, anchor.end)).toBe(text.slice(passage.start, passage.end));
        const shift = cut <= passage.start ? put.length : 0;
        expect(anchor.start).toBe(passage.start + shift);
      }),
      { numRuns: 500 },
    );
  });

  it('answers for 1 MB, whatever the quote, where comparing all with all would take hours', () => {
    const prose = Array.from({ length: 10_000 }, (_, index) => `${told} Paragraph ${index}.`)
      .join('\n')
      .slice(0, 1_000_000);
    const same = 'a'.repeat(1_000_000);
    for (const text of [prose, same]) {
      for (const length of [1, 60, 1000, 500_000, 1_000_000]) {
        const selector = select(text, 0, length);
        const middle = Math.floor(length / 2);
        const quote = `${selector.quote.slice(0, middle)}b${selector.quote.slice(middle + 1)}`;
        expect(resolveSelector(text, otherSource, { ...selector, quote })).toHaveProperty('state');
      }
    }
  });
});
