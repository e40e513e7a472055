import type { Word } from '../search/words.ts';
import { splitsSurrogatePair } from '../text/offsets.ts';
import type { Stretch } from './extend-name.ts';
import type { WithheldName } from './withheld-name.ts';

/** A stretch that may be a name: whose, by the index in the list, and `isSpelt` where its spelling is the one there. */
export interface Candidate extends Stretch {
  readonly index: number;
  readonly isSpelt: boolean;
}

const longestGapInPhrase = 4;

/** Prepares finding the phrases of `names`: their folded words in a row, with next to nothing between. */
export function createPhraseFinder(names: readonly WithheldName[]): (all: readonly Word[]) => Candidate[] {
  const byFirst = new Map<string, { index: number; folds: readonly string[] }[]>();
  for (const [index, { phrases }] of names.entries()) {
    for (const folds of phrases) {
      const [first = ''] = folds;
      byFirst.set(first, [...(byFirst.get(first) ?? []), { index, folds }]);
    }
  }
  const endOf = (words: readonly Word[], at: number, folds: readonly string[]): number | null => {
    let end: number | null = null;
    for (const [place, fold] of folds.entries()) {
      const word = words[at + place];
      if (!word?.keys.includes(fold) || (end !== null && word.start - end > longestGapInPhrase)) return null;
      end = word.end;
    }
    return end;
  };
  return (all) => {
    if (byFirst.size === 0) return [];
    const words = all.filter(({ span }) => span === 1);
    return words.flatMap(({ start, keys }, at) =>
      keys.flatMap((key) =>
        (byFirst.get(key) ?? []).flatMap(({ index, folds }) => {
          const end = endOf(words, at, folds);
          return end === null ? [] : [{ start, end, index, isSpelt: true }];
        }),
      ),
    );
  };
}

/** Prepares finding the literals of `names`, wherever they stand; never half a character. */
export function createLiteralFinder(names: readonly WithheldName[]): (text: string) => Candidate[] {
  const all = names.flatMap(({ literals }, index) => literals.map((literal) => ({ index, literal })));
  return (text) =>
    all.flatMap(({ index, literal }) => {
      const found: Candidate[] = [];
      for (let at = text.indexOf(literal); at !== -1; at = text.indexOf(literal, at + literal.length)) {
        const end = at + literal.length;
        found.push({
          start: splitsSurrogatePair(text, at) ? at - 1 : at,
          end: splitsSurrogatePair(text, end) ? end + 1 : end,
          index,
          isSpelt: true,
        });
      }
      return found;
    });
}
