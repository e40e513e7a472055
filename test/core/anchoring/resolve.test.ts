import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { resolveSelector } from '../../../core/anchoring/resolve.ts';
import { describePassage } from '../../../core/anchoring/selector.ts';
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
    const text = 'Before. He was beaten in prison. After.';
    const changed = `A new line.\n${text}`;
    expect(resolveSelector(changed, otherSource, select(text, 15, 31))).toEqual({
      state: 'anchored',
      start: 27,
      end: 43,
    });
  });

  it('leaves two equally good places to its user', () => {
    const selector = { ...select('torture', 0, 7), prefix: '', suffix: '' };
    expect(resolveSelector('torture and torture', otherSource, selector)).toEqual({
      state: 'needs-review',
      candidates: [
        { start: 0, end: 7 },
        { start: 12, end: 19 },
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

  it('does not believe an impossible position', () => {
    const selector = { ...select('some torture', 5, 12), start: utf16(900), end: utf16(2) };
    expect(resolveSelector('some torture', source, selector)).toEqual({ state: 'anchored', start: 5, end: 12 });
  });
});
