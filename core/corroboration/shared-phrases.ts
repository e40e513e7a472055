import type { Token } from './read-marks.ts';

/** The same words in the same order on both sides, by their numbers in each list: `length` of them. */
export interface SharedPhrase {
  readonly here: number;
  readonly there: number;
  readonly length: number;
}

/** Words that a phrase has at least, and how many of them say something. */
const shortestPhrase = 3;
const fewestTelling = 2;

/** Where each run of as many words as the shortest phrase has begins, by the words. */
export function phraseBeginnings(tokens: readonly Token[]): Map<string, number[]> {
  const beginnings = new Map<string, number[]>();
  for (let at = 0; at + shortestPhrase <= tokens.length; at += 1) {
    const beginning = `${tokens[at]?.key} ${tokens[at + 1]?.key} ${tokens[at + 2]?.key}`;
    const places = beginnings.get(beginning);
    if (places) places.push(at);
    else beginnings.set(beginning, [at]);
  }
  return beginnings;
}

/** What of a window is needed to find the phrases that it shares. */
interface Worded {
  readonly tokens: readonly Token[];
  readonly beginnings: ReadonlyMap<string, readonly number[]>;
}

/** Without the small words that it begins and ends with: “the election in” is no phrase. */
function withoutSmallEnds({ here, there, length }: SharedPhrase, tokens: readonly Token[]): SharedPhrase {
  const words = tokens.slice(here, here + length);
  const first = Math.max(
    0,
    words.findIndex(({ isSmall }) => !isSmall),
  );
  const last = words.findLastIndex(({ isSmall }) => !isSmall);
  return { here: here + first, there: there + first, length: last - first + 1 };
}

/** The longest phrases that two windows share, in the order of `here`; they do not overlap there. */
export function sharedPhrases(here: Worded, there: Worded): SharedPhrase[] {
  const longest: SharedPhrase[] = [];
  for (const [beginning, places] of here.beginnings) {
    const others = there.beginnings.get(beginning);
    if (!others) continue;
    for (const at of places) {
      const lengths = others.map((other) => {
        let length = shortestPhrase;
        const goesOn = (): boolean => {
          const next = here.tokens[at + length];
          return next !== undefined && next.key === there.tokens[other + length]?.key;
        };
        while (goesOn()) length += 1;
        return { here: at, there: other, length };
      });
      longest.push(lengths.reduce((a, b) => (b.length > a.length ? b : a)));
    }
  }
  const phrases: SharedPhrase[] = [];
  let end = 0;
  for (const found of longest.sort((a, b) => a.here - b.here)) {
    const phrase = withoutSmallEnds(found, here.tokens);
    const telling = here.tokens.slice(phrase.here, phrase.here + phrase.length).filter(({ isSmall }) => !isSmall);
    if (phrase.here < end || phrase.length < shortestPhrase || telling.length < fewestTelling) continue;
    phrases.push(phrase);
    end = phrase.here + phrase.length;
  }
  return phrases;
}
