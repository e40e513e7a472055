import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkOmissions } from '../../core/dossiers/check-omissions.ts';
import type { Omission } from '../../core/dossiers/dossier.ts';
import { fits, piecesOf, snapSpan, stepSpan, withOmitted } from '../../renderer/dossiers/omit-words.ts';
import { hardText } from '../support/hard-text.ts';

const quotation = 'regular use of torture, “inhuman” and degrading — Ціханоўская 👩‍👩‍👧 said';

const spanOf = (words: string) => ({ start: quotation.indexOf(words), end: quotation.indexOf(words) + words.length });
const wordsIn = (span: { start: number; end: number } | null): string | null =>
  span && quotation.slice(span.start, span.end);

describe('snapSpan', () => {
  it('widens to whole words, and leaves the space and the marks around them', () => {
    expect(wordsIn(snapSpan(quotation, spanOf('gular us'), 'word'))).toBe('regular use');
    expect(wordsIn(snapSpan(quotation, spanOf(' torture'), 'word'))).toBe('torture');
    expect(wordsIn(snapSpan(quotation, spanOf('human'), 'word'))).toBe('inhuman');
    expect(wordsIn(snapSpan(quotation, spanOf('ханоў'), 'word'))).toBe('Ціханоўская');
  });

  it('never takes half a character', () => {
    const at = quotation.indexOf('👩');
    expect(wordsIn(snapSpan(quotation, { start: at + 1, end: at + 2 }, 'grapheme'))).toBe('👩‍👩‍👧');
    expect(wordsIn(snapSpan(quotation, { start: at + 3, end: at + 4 }, 'word'))).toBe('👩‍👩‍👧');
  });

  it('takes a selection that was made backwards, and none of white space alone', () => {
    expect(wordsIn(snapSpan(quotation, { start: 11, end: 8 }, 'word'))).toBe('use');
    expect(snapSpan(quotation, { start: 7, end: 8 }, 'word')).toBeNull();
  });
});

describe('stepSpan', () => {
  it('goes from word to word, and stops at the ends', () => {
    const first = stepSpan(quotation, null, 'word', 1);
    expect(wordsIn(first)).toBe('regular');
    expect(wordsIn(stepSpan(quotation, first, 'word', 1))).toBe('use');
    expect(wordsIn(stepSpan(quotation, spanOf('“inhuman”'), 'word', 1))).toBe('and');
    expect(wordsIn(stepSpan(quotation, spanOf('use'), 'word', -1))).toBe('regular');
    expect(stepSpan(quotation, first, 'word', -1)).toBeNull();
    expect(wordsIn(stepSpan(quotation, null, 'word', -1))).toBe('said');
  });
});

describe('withOmitted', () => {
  const omit = (omissions: Omission[], words: string): Omission[] => withOmitted(quotation, omissions, spanOf(words));

  it('keeps omissions in order, each with its words', () => {
    expect(omit(omit([], 'degrading'), 'use').map(({ words }) => words)).toEqual(['use', 'degrading']);
  });

  it('makes one of those that overlap, touch, or have only white space between', () => {
    expect(omit(omit([], 'use'), 'of').map(({ words }) => words)).toEqual(['use of']);
    expect(omit(omit([], 'use of'), 'of torture').map(({ words }) => words)).toEqual(['use of torture']);
    expect(omit(omit(omit([], 'regular'), 'torture'), 'use of').map(({ words }) => words)).toEqual([
      'regular use of torture',
    ]);
    expect(omit(omit([], 'torture'), 'inhuman').map(({ words }) => words)).toEqual(['torture', 'inhuman']);
  });

  it('gives what the workspace accepts, and pieces that are the quotation', () => {
    const spans = fc.array(fc.tuple(fc.nat(200), fc.nat(200)), { maxLength: 6 });
    fc.assert(
      fc.property(hardText, spans, fc.constantFrom('word' as const, 'grapheme' as const), (text, selections, unit) => {
        const omissions = selections.reduce<Omission[]>((sofar, [a, b]) => {
          const span = snapSpan(text, { start: a % (text.length + 1), end: b % (text.length + 1) }, unit);
          return span ? withOmitted(text, sofar, span) : sofar;
        }, []);
        const checked = checkOmissions(text, omissions);
        const refusals = unit === 'word' ? /Nothing would be left/u : /Nothing would be left|whole words/u;
        if (!checked.ok) expect(checked.fault.message).toMatch(refusals);
        else expect(checked.value).toEqual(omissions);
        const pieces = piecesOf(text, omissions);
        expect(pieces.map((piece) => piece.text).join('')).toBe(text);
        expect(pieces.filter(({ isOmitted }) => isOmitted).map((piece) => piece.text)).toEqual(
          omissions.map(({ words }) => words),
        );
      }),
    );
  });
});

describe('omissions that do not fit any more', () => {
  const lost: Omission = { start: 0, end: 5, words: 'other' };

  it('leave nothing out', () => {
    expect(fits(quotation, lost)).toBe(false);
    expect(piecesOf(quotation, [lost])).toEqual([{ start: 0, text: quotation, isOmitted: false }]);
  });
});
