import { z } from 'zod';
import { HighlightVersion } from './history.ts';

/** Why a backup was made. */
export const BackupReason = z.enum([
  'opened',
  'hourly',
  'before-migration',
  'before-import',
  'before-merge',
  'before-restore',
]);
export type BackupReason = z.infer<typeof BackupReason>;

/**
 * A backup as its name tells it, without opening it. `at` is ISO 8601 in UTC; `sequence` is the number of the last change
 * in it, 0 where it is not known; `bytes` is its size.
 */
export const BackupSummary = z.object({
  name: z.string(),
  at: z.string(),
  reason: BackupReason,
  sequence: z.int().nonnegative(),
  bytes: z.int().nonnegative(),
});
export type BackupSummary = z.infer<typeof BackupSummary>;

/** Where a record is: only in the backup, only in the workspace as it is now, or in both and not the same. */
const Difference = z.enum(['only-backup', 'only-now', 'changed']);

/** How many differences of each kind of record are listed one by one. */
export const differencesShown = 1_000;

/**
 * What differs between a backup and the workspace as it is now. `highlights` and `tags` list the first of them;
 * `highlightCount` and `tagCount` are how many there are. Tags are told by path: in the backup where they are there.
 */
export const BackupDifferences = z.object({
  name: z.string(),
  /** How many highlights and tags the backup holds. */
  holds: z.object({ highlights: z.int().nonnegative(), tags: z.int().nonnegative() }),
  highlightCount: z.int().nonnegative(),
  tagCount: z.int().nonnegative(),
  highlights: z
    .array(
      z.object({
        id: z.string(),
        difference: Difference,
        before: HighlightVersion.nullable(),
        now: HighlightVersion.nullable(),
      }),
    )
    .max(differencesShown),
  tags: z.array(z.object({ path: z.string(), difference: Difference })).max(differencesShown),
  /** Saved searches, by name: in the backup where they are there. */
  searches: z.array(z.object({ name: z.string(), difference: Difference })),
  /** Dossiers, by name: in the backup where they are there. */
  dossiers: z.array(z.object({ name: z.string(), difference: Difference })),
  /** Statements of one’s own, by title: the first of them. */
  statements: z.array(z.object({ name: z.string(), difference: Difference })).max(differencesShown),
  /** Sets of statements, by name. */
  sets: z.array(z.object({ name: z.string(), difference: Difference })),
});
export type BackupDifferences = z.infer<typeof BackupDifferences>;
