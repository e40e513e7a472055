import { foldWord } from '../../core/search/fold-word.ts';
import { wordsOf } from '../../core/search/words.ts';

/** A word of a label: where it stands, in UTF-16 units, and what it is compared by. */
export interface LabelWord {
  readonly start: number;
  readonly end: number;
  readonly key: string;
}

/** A part of a label, in UTF-16 units. */
export interface LabelRange {
  readonly start: number;
  readonly end: number;
}

/** The words of a label; of a hyphenated one each part. */
export function foldLabel(label: string): LabelWord[] {
  return wordsOf(label)
    .filter(({ span }) => span === 1)
    .map(({ start, end }) => ({ start, end, key: foldWord(label.slice(start, end)) }));
}

/** As `foldLabel`, for labels that are folded again and again: each is folded once. */
export function rememberFoldedLabels(): typeof foldLabel {
  const folded = new Map<string, LabelWord[]>();
  return (label) => {
    const words = folded.get(label) ?? foldLabel(label);
    folded.set(label, words);
    return words;
  };
}

/**
 * Where the letters `from` to `to` of a word's key stand in the label. A letter with its marks is one, and so is a letter
 * that the key writes with two, as ß: it is in the range whole or not at all.
 */
export function rangeInLabel(label: string, word: LabelWord, from: number, to: number): LabelRange {
  const written = label.slice(word.start, word.end);
  let start: number | null = null;
  let end = 0;
  let folded = 0;
  for (const { segment, index } of new Intl.Segmenter('und').segment(written)) {
    const next = folded + foldWord(segment).length;
    if (next > from && folded < to) {
      start ??= index;
      end = index + segment.length;
    }
    folded = next;
  }
  return start === null ? { start: word.start, end: word.end } : { start: word.start + start, end: word.start + end };
}
