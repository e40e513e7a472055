import { utf16 } from './offsets.ts';
import type { Passage } from './passage.ts';

/** A full stop that ends no sentence: after a title, an initial, or an abbreviation such as “U.S.” and “e.g.”. */
const falseEnd = /(?:^|[\s(“"'])(?:Dr|Mr|Mrs|Ms|Prof|St|Gen|Col|Sen|Rep|Gov|No|vs|cf|\p{L}|(?:\p{L}\.)+\p{L})\.\s*$/iu;

/** Where each sentence of `text` begins, ascending, by the Unicode rules (UAX 29) without the stops that end no sentence. */
export function sentenceStarts(text: string): number[] {
  const starts: number[] = [];
  let goesOn = false;
  for (const { index, segment } of new Intl.Segmenter('en', { granularity: 'sentence' }).segment(text)) {
    if (!goesOn) starts.push(index);
    goesOn = falseEnd.test(segment);
  }
  return starts;
}

/** The sentences of `text` that `passage` touches: from the start of the first to the end of the last, without the white space after it. */
export function sentencesAround(text: string, passage: Passage): Passage {
  const starts = sentenceStarts(text);
  const start = starts.findLast((at) => at <= passage.start) ?? 0;
  const next = starts.find((at) => at >= passage.end) ?? text.length;
  const end = text.slice(0, next).trimEnd().length;
  return { start: utf16(start), end: utf16(Math.max(end, passage.end)) };
}
