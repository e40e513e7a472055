import { z } from 'zod';
import { Place } from '../statements/place.ts';
import { Passage } from '../text/passage.ts';

/** Words of a statement: where they stand in its text, in UTF-16 units, and the very words. */
export const Quoted = z.object({ ...Passage.shape, text: z.string() });
export type Quoted = z.infer<typeof Quoted>;

/** What two passages can have in common. */
export const ReasonKind = z.enum(['name', 'number', 'date', 'term', 'phrase']);
export type ReasonKind = z.infer<typeof ReasonKind>;

/**
 * Something that two passages have in common, and where, in text order. `weight` is its part of all that speaks for the
 * likeness: those of one likeness add up to 1.
 */
export const Reason = z.object({
  kind: ReasonKind,
  here: z.array(Quoted).min(1),
  there: z.array(Quoted).min(1),
  weight: z.number(),
});
export type Reason = z.infer<typeof Reason>;

/** A passage of another statement that says the like. */
export const Likeness = z.object({
  statement: z.string(),
  passage: Passage,
  /** Where `passage` stands, for citing. */
  place: Place,
  /** The words of `passage`, untouched. */
  exact: z.string(),
  /** From 0 to 1; compares likenesses within one collection, and is no probability that the passage is right. */
  score: z.number().min(0).max(1),
  /** The weightiest first. */
  reasons: z.array(Reason),
});
export type Likeness = z.infer<typeof Likeness>;

/** What is worked out in steps of milliseconds, for whoever has to do something else in between. */
export type Steps<T> = Generator<undefined, T>;

/** Finds what is said elsewhere. It judges words alone: neither truth nor whether two sources are independent. */
export interface Corroborator {
  /**
   * Passages of other statements that say the like, the likest first, at most `limit`: one of a block, of up to three
   * of its sentences. Empty where nothing is like enough, where the passage holds no words, and for a statement that
   * is not there.
   */
  elsewhere(statement: string, passage: Passage, limit: number): Likeness[];
  /**
   * Whether no passage of another statement clearly says the like: none with a score from `singleSourceScore` on. What
   * `elsewhere` gives below that is as often wrong as right.
   */
  isSingleSource(statement: string, passage: Passage): boolean;
  /** The same, in steps. */
  readonly inSteps: {
    elsewhere(statement: string, passage: Passage, limit: number): Steps<Likeness[]>;
    isSingleSource(statement: string, passage: Passage): Steps<boolean>;
  };
}
