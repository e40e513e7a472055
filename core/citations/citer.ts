import { z } from 'zod';
import type { PageRange } from '../statements/place.ts';
import type { CslItem } from './csl-item.ts';

/** A piece of a citation in one look. */
export const CitationRun = z.object({ text: z.string(), look: z.enum(['plain', 'italic', 'small-caps']) });
export type CitationRun = z.infer<typeof CitationRun>;

/** A citation, ready to be set: its runs in order. */
export const Citation = z.array(CitationRun);
export type Citation = z.infer<typeof Citation>;

/** The words of a citation without its looks. */
export function citationText(citation: Citation): string {
  return citation.map(({ text }) => text).join('');
}

/** Sets citations in one style. */
export interface Citer {
  /**
   * The citation of a place in `item`, as a whole sentence for a footnote. `locator` is where, as “¶ 12” or “p. 3, ¶ 12”; `null` for the
   * whole. `firstNote` is the number of the note that cites the source in full, for the short form that refers to it; `null`
   * where this is that note.
   */
  readonly note: (item: CslItem, locator: string | null, firstNote: number | null) => Citation;
  /** Pages as the first part of a locator: “p. 3”, “at 3–4”, “3”. */
  readonly pages: (pages: PageRange) => string;
  /** The entry of `item` in a bibliography. */
  readonly entry: (item: CslItem) => Citation;
}
