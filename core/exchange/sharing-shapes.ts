import { z } from 'zod';
import { Sentence } from '../sentence.ts';
import { Passage } from '../text/passage.ts';
import { ReportLine } from './incoming.ts';

/** Somebody whose work is in the workspace; `id` is that of their workspace, empty for whoever is not known. See `PersonAtWork`. */
export const PersonInWork = z.object({
  id: z.string(),
  name: z.string(),
  isSelf: z.boolean(),
  highlights: z.int().nonnegative(),
  made: z.int().nonnegative(),
  tags: z.int().nonnegative(),
});
export type PersonInWork = z.infer<typeof PersonInWork>;

/** How many disagreeing passages of a tag are told. */
export const disagreementsShown = 500;

/** How two people's coding with one tag agrees. See `TagAgreement`. */
export const TagComparison = z.object({
  tag: z.string(),
  path: z.string(),
  units: z.int().nonnegative(),
  both: z.int().nonnegative(),
  onlyA: z.int().nonnegative(),
  onlyB: z.int().nonnegative(),
  agreement: z.number().nullable(),
  kappa: z.number().nullable(),
  alpha: z.number().nullable(),
  remark: Sentence.nullable(),
  disagreements: z
    .array(z.object({ statement: z.string(), ...Passage.shape, by: z.enum(['a', 'b']) }))
    .max(disagreementsShown),
  disagreementCount: z.int().nonnegative(),
});
export type TagComparison = z.infer<typeof TagComparison>;

/** The folder that the workspace shares, and how it stands with it. */
export const SharedState = z.object({
  /** `null` where nothing is shared. */
  folder: z.string().nullable(),
  /** What hinders reading or writing there now. */
  trouble: Sentence.nullable(),
  /** When one's own file was written last, ISO 8601; `null` where it has not been since the start. */
  writtenAt: z.string().nullable(),
  /** Whose files have something that is not merged yet, and how much. */
  waiting: z.array(z.object({ name: z.string(), items: z.int().positive(), disagreed: z.int().nonnegative() })),
  lines: z.array(ReportLine).max(200),
});
export type SharedState = z.infer<typeof SharedState>;
