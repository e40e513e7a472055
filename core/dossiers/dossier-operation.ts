import { z } from 'zod';
import { Omission } from './dossier.ts';

/**
 * A change of one dossier. `at` is the index that the first new or moved item gets among the others (those being moved
 * not counted), and past the end means last.
 */
export const DossierOperation = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('rename'), name: z.string() }),
  /** Adds excerpts, in the order given. */
  z.object({ kind: z.literal('add-excerpts'), highlights: z.array(z.string()).min(1), at: z.int().nonnegative() }),
  z.object({ kind: z.literal('add-heading'), level: z.int(), text: z.string(), at: z.int().nonnegative() }),
  z.object({ kind: z.literal('add-text'), text: z.string(), at: z.int().nonnegative() }),
  /** Changes the words or the level of a heading, or the words of a text. */
  z.object({ kind: z.literal('edit'), item: z.string(), text: z.string(), level: z.int().optional() }),
  /** Which words of an excerpt are left out: all of them, in place of those before. */
  z.object({ kind: z.literal('omit'), item: z.string(), omissions: z.array(Omission) }),
  z.object({ kind: z.literal('move'), items: z.array(z.string()).min(1), at: z.int().nonnegative() }),
  z.object({ kind: z.literal('remove'), items: z.array(z.string()).min(1) }),
]);
export type DossierOperation = z.infer<typeof DossierOperation>;
