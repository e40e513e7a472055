import { utf16 } from '../text/offsets.ts';
import { type Comparison, phraseWordWeighs, tellingWordsOf, type Window } from './compare-windows.ts';
import type { Quoted, Reason } from './likeness.ts';

interface Place {
  readonly start: number;
  readonly end: number;
}

interface Draft {
  readonly kind: Reason['kind'];
  readonly here: readonly Place[];
  readonly there: readonly Place[];
  readonly weight: number;
}

/** Two texts that are compared. */
export interface TextsOf {
  readonly here: string;
  readonly there: string;
}

const inOrder = (places: readonly Place[]): Place[] => [...places].sort((a, b) => a.start - b.start);

const areNeighbours = (text: string, firsts: readonly Place[], seconds: readonly Place[]): boolean =>
  firsts.length === seconds.length &&
  firsts.every(({ end }, at) => {
    const gap = text.slice(end, seconds[at]?.start ?? end);
    return (seconds[at]?.start ?? 0) > end && /^[\s\u00A0]+$/u.test(gap);
  });

const joined = (firsts: readonly Place[], seconds: readonly Place[]): Place[] =>
  firsts.map(({ start }, at) => ({ start, end: seconds[at]?.end ?? start }));

/** First and last names that stand side by side on both sides are one name. */
function joinNames(drafts: readonly Draft[], texts: TextsOf): Draft[] {
  const joinedDrafts: Draft[] = [];
  for (const draft of [...drafts].sort((a, b) => (a.here[0]?.start ?? 0) - (b.here[0]?.start ?? 0))) {
    const at = joinedDrafts.findLastIndex(
      (other) =>
        other.kind === 'name' &&
        draft.kind === 'name' &&
        areNeighbours(texts.here, other.here, draft.here) &&
        areNeighbours(texts.there, other.there, draft.there),
    );
    const before = joinedDrafts[at];
    if (!before) {
      joinedDrafts.push(draft);
      continue;
    }
    joinedDrafts[at] = {
      kind: 'name',
      here: joined(before.here, draft.here),
      there: joined(before.there, draft.there),
      weight: before.weight + draft.weight,
    };
  }
  return joinedDrafts;
}

const isInside = (places: readonly Place[], whole: Place): boolean =>
  places.every(({ start, end }) => whole.start <= start && end <= whole.end);

/** Phrases, each with the weight of the words in it, and what is shared besides them. */
function withPhrases(drafts: readonly Draft[], { phrases }: Comparison, here: Window, there: Window): Draft[] {
  let rest = [...drafts];
  const found = phrases.map((phrase): Draft => {
    const span = (window: Window, first: number): Place => ({
      start: window.tokens[first]?.start ?? 0,
      end: window.tokens[first + phrase.length - 1]?.end ?? 0,
    });
    const own = span(here, phrase.here);
    const other = span(there, phrase.there);
    const inside = rest.filter(
      (draft) => draft.kind === 'term' && isInside(draft.here, own) && isInside(draft.there, other),
    );
    rest = rest.filter((draft) => !inside.includes(draft));
    const bonus = phraseWordWeighs * tellingWordsOf(here, phrase);
    const weight = inside.reduce((sum, draft) => sum + draft.weight, bonus);
    return { kind: 'phrase', here: [own], there: [other], weight };
  });
  return [...found, ...rest];
}

const quote = (text: string, { start, end }: Place): Quoted => {
  return { start: utf16(start), end: utf16(end), text: text.slice(start, end) };
};

/** Why two windows are like, in words of both texts: the weightiest reason first, the weights adding up to 1. */
export function reasonsOf(comparison: Comparison, here: Window, there: Window, texts: TextsOf): Reason[] {
  const drafts = comparison.shared.map(
    (each): Draft => ({ ...each, here: inOrder(each.here), there: inOrder(each.there) }),
  );
  const all = joinNames(withPhrases(drafts, comparison, here, there), texts);
  const sum = all.reduce((total, { weight }) => total + weight, 0);
  return all
    .map((draft) => ({
      kind: draft.kind,
      here: draft.here.map((place) => quote(texts.here, place)),
      there: draft.there.map((place) => quote(texts.there, place)),
      weight: draft.weight / sum,
    }))
    .sort((a, b) => b.weight - a.weight);
}
