import { z } from 'zod';

/** A position in a decoded text in UTF-16 code units, 0-based: what JavaScript strings and the DOM count in. */
export const Utf16Offset = z.int().nonnegative().brand<'Utf16Offset'>();
export type Utf16Offset = z.infer<typeof Utf16Offset>;

/** A position in a decoded text in Unicode code points, 0-based: what W3C selectors, REFI-QDA and our exports count in. */
export type CodePointOffset = number & { readonly unit: 'code point' };

/** Marks a number that is known to be a UTF-16 offset as one. */
export function utf16(value: number): Utf16Offset {
  return value as Utf16Offset;
}

/** Whether `index` stands between the two halves of a surrogate pair of `text`. */
export function splitsSurrogatePair(text: string, index: number): boolean {
  const before = text.charCodeAt(index - 1);
  const after = text.charCodeAt(index);
  return before >= 0xd800 && before <= 0xdbff && after >= 0xdc00 && after <= 0xdfff;
}

/** Converts between the two units for one text. A conversion costs a binary search, after one pass over the text. */
export interface OffsetConverter {
  /** An offset inside a surrogate pair counts as the start of that pair. */
  toCodePoints(offset: Utf16Offset): CodePointOffset;
  /** Offsets past the end give the end. */
  toUtf16(offset: number): Utf16Offset;
}

/** Prepares the conversion for `text`. Lone surrogates count as one code point each, as in JavaScript. */
export function offsetConverter(text: string): OffsetConverter {
  const pairEnds: number[] = [];
  for (let index = 1; index < text.length; index += 1) {
    if (splitsSurrogatePair(text, index)) pairEnds.push(index + 1);
  }
  const pairsEndingBy = (limit: number, shift: number): number => {
    let low = 0;
    let high = pairEnds.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((pairEnds[middle] ?? 0) - shift * (middle + 1) <= limit) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  return {
    toCodePoints: (offset) => {
      const whole = splitsSurrogatePair(text, offset) ? offset - 1 : offset;
      return (whole - pairsEndingBy(whole, 0)) as CodePointOffset;
    },
    toUtf16: (offset) => utf16(Math.min(text.length, offset + pairsEndingBy(offset, 1))),
  };
}

/** UTF-16 units between two places whose UTF-8 offsets are kept. */
const utf8Step = 2_048;

/** Bytes that the character which begins at `index` takes in UTF-8; half of a pair counts as the U+FFFD it becomes. */
function utf8Length(text: string, index: number): number {
  const code = text.codePointAt(index) ?? 0;
  if (code < 0x80) return 1;
  if (code < 0x800) return 2;
  return code < 0x10000 ? 3 : 4;
}

/**
 * Prepares the way back from UTF-8 for `text`: what it gives turns an offset in bytes into one in UTF-16. `null` for one inside a
 * character or past the end. A conversion costs a step over a few thousand units, after one pass over the text.
 */
export function utf8ToUtf16(text: string): (bytes: number) => Utf16Offset | null {
  const marks: { readonly index: number; readonly bytes: number }[] = [];
  let total = 0;
  for (let index = 0; index < text.length; ) {
    if (index >= marks.length * utf8Step) marks.push({ index, bytes: total });
    const length = utf8Length(text, index);
    total += length;
    index += length === 4 ? 2 : 1;
  }
  return (bytes) => {
    if (!Number.isInteger(bytes) || bytes < 0 || bytes > total) return null;
    let [low, high] = [0, marks.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((marks[middle]?.bytes ?? 0) <= bytes) low = middle;
      else high = middle - 1;
    }
    let { index, bytes: at } = marks[low] ?? { index: 0, bytes: 0 };
    while (at < bytes) {
      const length = utf8Length(text, index);
      at += length;
      index += length === 4 ? 2 : 1;
    }
    return at === bytes ? utf16(index) : null;
  };
}
