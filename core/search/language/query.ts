import type { Sentence } from '../../sentence.ts';

/**
 * One word of a query. It matches `parts`, keys as `wordsOf` gives them, one after the other, or the single key
 * `joined`: they differ only for a hyphenated word. With `isPrefix` the last part, and `joined`, may be the beginning
 * of a longer word. `written` is the word as it was typed.
 */
export interface QueryWord {
  readonly written: string;
  readonly parts: readonly string[];
  readonly joined: string;
  readonly isPrefix: boolean;
}

/**
 * Words side by side in this order; never empty. `isExact` where they stood in quotation marks: then no stems and no
 * other spellings are wanted. A plain word is a phrase of one; `U.S.` and `12:30` are phrases of two.
 */
export interface PhraseNode {
  readonly kind: 'phrase';
  readonly words: readonly QueryWord[];
  readonly isExact: boolean;
}

/** All of `of`, two at least, in any order, with at most `distance` other words between one and the next of them. */
export interface NearNode {
  readonly kind: 'near';
  readonly of: readonly PhraseNode[];
  readonly distance: number;
}

/** At least one of `of`, which are two at least. */
export interface AnyNode {
  readonly kind: 'any';
  readonly of: readonly (PhraseNode | NearNode)[];
}

/** One condition on a text. */
export type QueryNode = PhraseNode | NearNode | AnyNode;

/** What can be searched, each by itself. */
export type QueryPlace = 'statements' | 'notes' | 'tags';

/**
 * Conditions on what surrounds a text; an empty list, and `null`, ask for nothing. All of `tags` and none of `notTags`
 * must hold, each a tag's name or path as typed; of the other lists any value will do. `from` and `to` are years,
 * months or days (`2023`, `2023-05`, `2023-05-09`), both included whole. `languages` are BCP 47 tags in lower case.
 */
export interface QueryFilters {
  readonly tags: readonly string[];
  readonly notTags: readonly string[];
  readonly in: readonly QueryPlace[];
  readonly from: string | null;
  readonly to: string | null;
  readonly speakers: readonly string[];
  readonly publishers: readonly string[];
  readonly languages: readonly string[];
}

/** A query as it was read: all of `all` and none of `none` must match, where the filters hold. */
export interface Query {
  readonly all: readonly QueryNode[];
  readonly none: readonly QueryNode[];
  readonly filters: QueryFilters;
  /** What the query was taken for, one sentence. */
  readonly understood: Sentence;
  /** What was odd in it, one sentence each. */
  readonly remarks: readonly Sentence[];
}
