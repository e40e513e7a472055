import type { QueryWord } from '../language/query.ts';
import { isKeptEnding } from '../names/name-key.ts';
import type { Tier } from '../search-result.ts';
import type { Term, Vocabulary } from './vocabulary.ts';

/** A term that a word of a query may stand for: what it is worth against the word itself, and how it was come by. */
export interface Reading {
  readonly weight: number;
  readonly tier: Tier;
}

/** All terms that a word of a query may stand for. */
export type Readings = ReadonlyMap<Term, Reading>;

/**
 * How a word of a query may stand in a text: as the simple words `parts`, one after the other, or as the one word
 * `whole`. They differ for hyphenated words only, for which `whole` is also found where it is hyphenated in the text.
 */
export interface ExpandedWord {
  readonly written: string;
  readonly parts: readonly Readings[];
  readonly whole: Readings;
}

/** How widely to read. */
export interface Breadth {
  /** Other forms of a word too. */
  readonly stems: boolean;
  /** Other spellings of a name too. */
  readonly spellings: boolean;
}

const exactly: Reading = { weight: 1, tier: 'exact' };
/** Less than any word in full, so that what is typed to its end comes first. */
const begun: Reading = { weight: 0.7, tier: 'exact' };
const stem: Reading = { weight: 0.6, tier: 'stem' };
const spelling: Reading = { weight: 0.45, tier: 'variant' };
/** Kozlova for Kozlov: perhaps another person. */
const otherEnding: Reading = { weight: 0.35, tier: 'variant' };

function readKey(vocabulary: Vocabulary, key: string, written: string, isPrefix: boolean, breadth: Breadth): Readings {
  const readings = new Map<Term, Reading>();
  const add = (terms: readonly Term[], reading: Reading): void => {
    for (const term of terms) if (!readings.has(term)) readings.set(term, reading);
  };
  const term = vocabulary.find(key);
  if (term !== undefined) add([term, ...vocabulary.possessivesOf(term)], exactly);
  if (isPrefix) add(vocabulary.startingWith(key), begun);
  if (breadth.stems) {
    const related = vocabulary.withStemOf(key);
    add([...related, ...related.flatMap((each) => vocabulary.possessivesOf(each))], stem);
  }
  if (breadth.spellings) {
    const names = vocabulary.spellingsOf(written);
    for (const name of names) {
      const reading = isKeptEnding(written, vocabulary.keyOf(name)) ? spelling : otherEnding;
      add([name, ...vocabulary.possessivesOf(name)], reading);
    }
  }
  return readings;
}

/** What a word of a query may stand for among the words that there are. */
export function expandWord(vocabulary: Vocabulary, word: QueryWord, breadth: Breadth): ExpandedWord {
  const { written, parts, joined, isPrefix } = word;
  if (parts.length === 1) {
    const whole = readKey(vocabulary, joined, written, isPrefix, breadth);
    return { written, parts: [whole], whole };
  }
  // The parts of a hyphenated word are read as they are: ill-treatment is not ill-treated.
  const strict = { stems: false, spellings: false };
  return {
    written,
    parts: parts.map((part, at) => readKey(vocabulary, part, part, isPrefix && at === parts.length - 1, strict)),
    whole: readKey(vocabulary, joined, joined, isPrefix, { ...breadth, spellings: false }),
  };
}
