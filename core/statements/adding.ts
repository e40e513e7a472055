import { z } from 'zod';
import { Fault } from '../result.ts';
import { Sentence } from '../sentence.ts';

/** The largest file that is read, in bytes. */
export const largestSource = 100 * 1024 * 1024;

/** How many lines of a report are read at a time. */
export const addedLinesAtATime = 200;

/**
 * What became of one file: it was `added` as a statement, was `updated` into a newer version of one, is `known` since these very bytes are
 * a statement already, or was `refused`.
 */
export const AddedOutcome = z.enum(['added', 'updated', 'known', 'refused']);
export type AddedOutcome = z.infer<typeof AddedOutcome>;

/** What became of one file, and what is to be known of it. */
export const AddedLine = z.object({
  /** How its user knows it: its name, with the folders below the one that was chosen. */
  name: z.string(),
  outcome: AddedOutcome,
  /** The statement that it is; `null` where it was refused. */
  statement: z.string().nullable(),
  /** The encoding that its text was read in, and whether that was found out; `null` where there is no choice. */
  encoding: z.object({ name: z.string(), basis: z.enum(['stated', 'inferred']) }).nullable(),
  /** Why it was refused, or what was left out of its text or is in doubt. */
  sentences: z.array(Sentence),
});
export type AddedLine = z.infer<typeof AddedLine>;

/** Which lines of a report are looked at: those of one outcome, or those that say something of a file that was taken. */
export const AddedFilter = z.enum([...AddedOutcome.options, 'remarked']);
export type AddedFilter = z.infer<typeof AddedFilter>;

/** Whether a line is among those that are looked at; with `null`, all are. */
export function isLookedAt({ outcome, sentences }: AddedLine, filter: AddedFilter | null): boolean {
  if (filter === 'remarked') return outcome !== 'refused' && sentences.length > 0;
  return filter === null || outcome === filter;
}

/** How far the adding of files has come. */
export const Adding = z.object({
  job: z.string(),
  /** `failed` where the workspace could not be written; what was added by then stays. */
  state: z.enum(['running', 'done', 'cancelled', 'failed']),
  /** Files. */
  done: z.int().nonnegative(),
  /** Files; `null` while the folder is still being looked through. */
  total: z.int().nonnegative().nullable(),
  /** The name of the file that is being read. */
  current: z.string().nullable(),
  /** A guess from how long the others took; `null` while there is nothing to guess from. */
  secondsLeft: z.number().nonnegative().nullable(),
  counts: z.object({
    added: z.int().nonnegative(),
    updated: z.int().nonnegative(),
    known: z.int().nonnegative(),
    refused: z.int().nonnegative(),
  }),
  /** Whether it goes on with what was broken off when the program ended. */
  isContinued: z.boolean(),
  /** Why it failed. */
  fault: Fault.nullable(),
});
export type Adding = z.infer<typeof Adding>;
