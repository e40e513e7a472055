import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Omission } from '../../../core/dossiers/dossier.ts';
import { moveOmissions } from '../../../core/dossiers/move-omissions.ts';

const text = 'The report, prepared by Rapporteur Dr. Hervé Ascensio, speaks of torture 😀 and of torture again.';
const place = (start: number, end: number, source = 'a') => ({ quote: text.slice(start, end), start, source });

/** What leaves out the units `from` to `to` of the text in a quotation that starts at `start`. */
const leaving = (start: number, from: number, to: number): Omission => ({
  start: from - start,
  end: to - start,
  words: text.slice(from, to),
});

describe('what is left out of a quotation that is moved', () => {
  const units = fc
    .uniqueArray(fc.nat(text.length), { minLength: 4, maxLength: 4 })
    .map((ends) => ends.sort((a, b) => a - b));
  const range = fc
    .uniqueArray(fc.nat(text.length), { minLength: 2, maxLength: 2 })
    .map((ends) => ends.sort((a, b) => a - b));

  it('is, in the same text, exactly what was left out before and is in it still', () => {
    fc.assert(
      fc.property(units, range, ([start = 0, from = 0, to = 0, end = 0], [newStart = 0, newEnd = 0]) => {
        const moved = moveOmissions([leaving(start, from, to)], place(start, end), place(newStart, newEnd));
        const quote = text.slice(newStart, newEnd);
        const left = new Set<number>();
        for (const omission of moved) {
          expect(quote.slice(omission.start, omission.end)).toBe(omission.words);
          for (let unit = omission.start; unit < omission.end; unit += 1) left.add(newStart + unit);
        }
        const wanted = Array.from({ length: text.length }, (_, unit) => unit).filter(
          (unit) => unit >= Math.max(from, newStart) && unit < Math.min(to, newEnd),
        );
        expect([...left]).toEqual(wanted);
      }),
    );
  });

  it('goes with its words into another text where they stand once', () => {
    const words = 'prepared by Rapporteur Dr. Hervé Ascensio';
    const at = text.indexOf(words);
    const to = { quote: `In short: ${words}.`, start: 7, source: 'b' };
    expect(moveOmissions([leaving(0, at, at + words.length)], place(0, 90), to)).toEqual([
      { start: 10, end: 10 + words.length, words },
    ]);
  });

  it.each([['torture'], ['nowhere']])('stays as it is in another text that does not say where “%s” is', (words) => {
    const omission = { start: 3, end: 3 + words.length, words };
    const from = { quote: `of ${words}`, start: 0, source: 'a' };
    const to = { quote: words === 'torture' ? 'torture and torture' : 'something else', start: 0, source: 'b' };
    expect(moveOmissions([omission], from, to)).toEqual([omission]);
  });

  it('stays as it is where it did not fit before', () => {
    const omissions = [{ start: 0, end: 3, words: 'xyz' }];
    expect(moveOmissions(omissions, place(0, 20), place(4, 20))).toBe(omissions);
  });
});
