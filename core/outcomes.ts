import { z } from 'zod';
import { SaveState } from './session.ts';
import { ChangeSummary } from './workspace/change.ts';

/** Of a call that takes or gives nothing. */
export const Nothing = z.object({});

/** The outcome of a change: the highlights it touched, as they are now, and whether it is on the disk. */
export const Changed = z.object({
  highlights: z.array(z.string()),
  summary: ChangeSummary,
  save: SaveState,
  /** The revision that the change made; `undo` takes it to undo this change and no other. */
  revision: z.int().nonnegative(),
});

/** A file that the reader fetches from `url`, once. */
const Download = z.object({ url: z.string(), fileName: z.string() });

/** How an export ended. `location` is where it went, in words for its user; `count` is how many things are in it. */
export const Exported = z.discriminatedUnion('outcome', [
  z.object({ outcome: z.literal('saved'), location: z.string(), count: z.int() }),
  /** The browser edition: the reader fetches the files as downloads. */
  z.object({ outcome: z.literal('download'), files: z.array(Download).min(1), count: z.int() }),
  /** The browser edition: the reader opens the page at `url`, once, and prints it, to paper or to a PDF file. */
  z.object({ outcome: z.literal('print'), url: z.string(), files: z.array(Download), count: z.int() }),
  z.object({ outcome: z.literal('cancelled') }),
]);
export type Exported = z.infer<typeof Exported>;
