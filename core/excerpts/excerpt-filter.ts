import { z } from 'zod';
import { TagFilter } from '../highlights/filter-by-tags.ts';
import { StatementKind } from '../statements/catalogue.ts';

/** Which highlights are shown or exported. What is empty, `null` or `any` restricts nothing. */
export const ExcerptFilter = z.object({
  ...TagFilter.shape,
  /** Ids of statements. */
  statements: z.array(z.string()),
  kinds: z.array(StatementKind),
  /**
   * The years of the statements, both inclusive, as EDTF dates of any length (`2020`, `2020-11`, `2020-11-05`): a
   * statement passes where its date, as exactly as it is known, may lie between them. One without a date does not.
   */
  from: z.string().nullable(),
  to: z.string().nullable(),
  /** Words that must all stand in the quotation, the note or a tag; case, accents and spelling of quotes do not matter. */
  text: z.string(),
  note: z.enum(['any', 'with', 'without']),
  /** People, as `people` of a highlight calls them: one of them made it, put a tag on it or wrote its note. */
  people: z.array(z.string()),
});
export type ExcerptFilter = z.infer<typeof ExcerptFilter>;

/** The filter that lets every highlight through. */
export const everyExcerpt: ExcerptFilter = {
  tags: [],
  match: 'any',
  untagged: false,
  statements: [],
  kinds: [],
  from: null,
  to: null,
  text: '',
  note: 'any',
  people: [],
};

/** By what excerpts stand together, under a heading each. Grouped by tag, one with several tags stands under each. */
export const ExcerptGrouping = z.enum(['statement', 'tag', 'date', 'none']);
export type ExcerptGrouping = z.infer<typeof ExcerptGrouping>;
