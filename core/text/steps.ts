import { type Utf16Offset, utf16 } from './offsets.ts';
import { sentenceStarts } from './sentences.ts';

/** A stretch that a position moves by. */
export type StepUnit = 'character' | 'word' | 'sentence';

export type StepDirection = 'forward' | 'backward';

/** How far around a position characters and words are looked for, in UTF-16 units. */
const reach = 400;

function boundaries(text: string, unit: StepUnit): number[] {
  if (unit === 'sentence') return [...sentenceStarts(text), text.length];
  const granularity = unit === 'character' ? 'grapheme' : 'word';
  const segments = [...new Intl.Segmenter('und', { granularity }).segment(text)];
  if (unit === 'character') return [...segments.map(({ index }) => index), text.length];
  // A step by words stops at both ends of a word, and nowhere in the space between two.
  return segments
    .filter(({ isWordLike }) => isWordLike)
    .flatMap(({ index, segment }) => [index, index + segment.length]);
}

/**
 * The position one `unit` away from `offset`: the nearest boundary in that direction, never inside a character.
 * Sentences are looked for in the whole of `text`, which should then be a paragraph. At the end of the text it stays.
 */
export function stepOffset(text: string, offset: Utf16Offset, unit: StepUnit, direction: StepDirection): Utf16Offset {
  const from = unit === 'sentence' ? 0 : Math.max(0, offset - reach);
  const to = unit === 'sentence' ? text.length : Math.min(text.length, offset + reach);
  const places = boundaries(text.slice(from, to), unit).map((place) => from + place);
  const next =
    direction === 'forward' ? places.find((place) => place > offset) : places.findLast((place) => place < offset);
  return utf16(next ?? (direction === 'forward' ? to : from));
}
