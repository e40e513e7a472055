import { z } from 'zod';

/** The longest name of a dossier, the longest heading and the longest connecting text, in UTF-16 units. */
export const dossierNameLimit = 200;
export const dossierHeadingLimit = 1_000;
export const dossierTextLimit = 100_000;

/** How many items a dossier has at most: it is one record, written whole at every change. */
export const dossierItemLimit = 5_000;

/**
 * Words of a quotation that are left out in a dossier. `start` and `end` are UTF-16 offsets in the quotation, end
 * exclusive; `words` are what stood there when they were chosen. Where they are not there any more, nothing is left out
 * and the dossier says so.
 */
export const Omission = z.object({ start: z.int().nonnegative(), end: z.int().positive(), words: z.string().min(1) });
export type Omission = z.infer<typeof Omission>;

/** One thing in a dossier. Item ids are unique in the whole workspace; an excerpt may stand in a dossier several times. */
export const DossierItem = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('heading'),
    id: z.string().min(1),
    /** 1 is the highest under the dossier's name. */
    level: z.int().min(1).max(3),
    text: z.string(),
  }),
  /** Connecting text in its user's words: paragraphs with an empty line between them, no markup. */
  z.object({ kind: z.literal('text'), id: z.string().min(1), text: z.string() }),
  z.object({
    kind: z.literal('excerpt'),
    id: z.string().min(1),
    /** The id of the highlight. */
    highlight: z.string().min(1),
    /** In order, not overlapping. */
    omissions: z.array(Omission),
  }),
]);
export type DossierItem = z.infer<typeof DossierItem>;

/** An ordered, headed selection of excerpts for one report. Times are ISO 8601 in UTC. Names are unique. */
export const Dossier = z.object({
  id: z.string().min(1),
  name: z.string().min(1),
  items: z.array(DossierItem),
  created: z.iso.datetime(),
  modified: z.iso.datetime(),
});
export type Dossier = z.infer<typeof Dossier>;
