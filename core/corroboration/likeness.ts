import type { Passage } from '../text/passage.ts';

/** Words of a statement: where they stand in its text, in UTF-16 units, and the very words. */
export interface Quoted extends Passage {
  readonly text: string;
}

/** What two passages can have in common. */
export type ReasonKind = 'name' | 'number' | 'date' | 'term' | 'phrase';

/**
 * Something that two passages have in common, and where, in text order. `weight` is its part of all that speaks for the
 * likeness: those of one likeness add up to 1.
 */
export interface Reason {
  readonly kind: ReasonKind;
  readonly here: readonly Quoted[];
  readonly there: readonly Quoted[];
  readonly weight: number;
}

/** A passage of another statement that says the like. */
export interface Likeness {
  readonly statement: string;
  readonly passage: Passage;
  /** The words of `passage`, untouched. */
  readonly exact: string;
  /** From 0 to 1; compares likenesses within one collection, and is no probability that the passage is right. */
  readonly score: number;
  /** The weightiest first. */
  readonly reasons: readonly Reason[];
}

/** Finds what is said elsewhere. It judges words alone: neither truth nor whether two sources are independent. */
export interface Corroborator {
  /**
   * Passages of other statements that say the like, the likest first, at most `limit`: one of a block, of up to three
   * of its sentences. Empty where nothing is like enough, where the passage holds no words, and for a statement that
   * is not there.
   */
  elsewhere(statement: string, passage: Passage, limit: number): Likeness[];
  /** Whether nothing like enough is said in any other statement. */
  isSingleSource(statement: string, passage: Passage): boolean;
}
