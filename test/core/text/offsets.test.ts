import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { offsetConverter, utf8ToUtf16, utf16 } from '../../../core/text/offsets.ts';
import { hardText } from '../../support/hard-text.ts';

describe('offsetConverter', () => {
  it('agrees with counting code points one by one', () => {
    fc.assert(
      fc.property(hardText, (text) => {
        const { toCodePoints, toUtf16 } = offsetConverter(text);
        let utf16Offset = 0;
        for (const [codePoints, character] of [...text].entries()) {
          expect(toCodePoints(utf16(utf16Offset))).toBe(codePoints);
          expect(toUtf16(codePoints)).toBe(utf16Offset);
          utf16Offset += character.length;
        }
        expect(toCodePoints(utf16(text.length))).toBe([...text].length);
        expect(toUtf16([...text].length)).toBe(text.length);
      }),
    );
  });

  it('takes an offset inside a surrogate pair for the start of the pair', () => {
    expect(offsetConverter('a😀b').toCodePoints(utf16(2))).toBe(1);
  });

  it('gives the end for an offset past the end', () => {
    expect(offsetConverter('a😀').toUtf16(99)).toBe(3);
  });
});

describe('utf8ToUtf16', () => {
  it('agrees with an encoder, and knows no place inside a character', () => {
    fc.assert(
      fc.property(hardText, fc.nat(3), (piece, times) => {
        const text = piece.repeat(times * 40);
        const toUtf16 = utf8ToUtf16(text);
        const encoder = new TextEncoder();
        let [index, bytes] = [0, 0];
        for (const character of text) {
          expect(toUtf16(bytes)).toBe(index);
          const { length } = encoder.encode(character);
          for (let inside = 1; inside < length; inside += 1) expect(toUtf16(bytes + inside)).toBeNull();
          index += character.length;
          bytes += length;
        }
        expect(toUtf16(bytes)).toBe(text.length);
        expect(toUtf16(bytes + 1)).toBeNull();
      }),
      { numRuns: 60 },
    );
  });

  it('knows no place of what is no offset', () => {
    for (const offset of [-1, 0.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 60]) {
      expect(utf8ToUtf16('text')(offset)).toBeNull();
    }
    expect(utf8ToUtf16('')(0)).toBe(0);
  });
});
