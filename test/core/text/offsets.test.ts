import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { offsetConverter, utf16 } from '../../../core/text/offsets.ts';
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
