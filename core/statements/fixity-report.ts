import { z } from 'zod';
import { Fixity } from './statement.ts';

/** How many lines of a report are given; saving it has all. */
export const fixityLinesAtMost = 500;

/** A file that is not as it was left. */
export const FixityLine = z.object({
  statement: z.string(),
  title: z.string(),
  /** The file that was imported, or the text that was made of it; of a bundled statement, its file. */
  file: z.enum(['original', 'text']),
  name: z.string(),
  /** When the version that it belongs to was added, as ISO 8601 in UTC; `null` of a bundled statement. */
  version: z.string().nullable(),
  fixity: Fixity.exclude(['verified']),
  /** SHA-256, in hexadecimal digits; `found` is `null` where nothing could be read. */
  expected: z.string(),
  found: z.string().nullable(),
});
export type FixityLine = z.infer<typeof FixityLine>;

/** What a check of every file of the library has found, so far or at its end. */
export const FixityCheck = z.object({
  state: z.enum(['none', 'running', 'done', 'cancelled']),
  /** Files. */
  done: z.int().nonnegative(),
  total: z.int().nonnegative(),
  /** A guess from how long the others took. */
  secondsLeft: z.number().nonnegative().nullable(),
  /** ISO 8601 in UTC; when it was begun. */
  begun: z.string().nullable(),
  faults: z.int().nonnegative(),
  /** The first of what is wrong. */
  lines: z.array(FixityLine).max(fixityLinesAtMost),
});
export type FixityCheck = z.infer<typeof FixityCheck>;
