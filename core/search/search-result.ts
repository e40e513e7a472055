import { z } from 'zod';
import { Sentence } from '../sentence.ts';
import { Place } from '../statements/place.ts';
import { Utf16Offset } from '../text/offsets.ts';
import { Passage } from '../text/passage.ts';

/**
 * How a word was matched, best first: `exact` (the word asked for, whatever its case, accents, quotes or hyphens),
 * `stem` (another form of it, as detained for detain), `variant` (another spelling of the name).
 */
export const Tier = z.enum(['exact', 'stem', 'variant']);
export type Tier = z.infer<typeof Tier>;

/** A matching word of a text, and how it was matched. */
export const Match = z.object({ ...Passage.shape, tier: Tier });
export type Match = z.infer<typeof Match>;

/** A word that stands in the text in another form or spelling than was asked for. */
const Reading = z.object({ asked: z.string(), found: z.string(), tier: Tier });

const matched = {
  exact: z.string(),
  before: z.string(),
  after: z.string(),
  matches: z.array(Match),
  /** Where each word or phrase of the query stands, a phrase as one, all of them, in text order. */
  places: z.array(Match),
  /** The worst tier that a word of the query needed here. */
  tier: Tier,
  /** Why it is here although the words asked for are not: empty where they all are. */
  readings: z.array(Reading),
};

/**
 * One paragraph that matches. `start` to `end` is the shortest stretch that holds all the words once; `matches` are the
 * words themselves, all of them, in text order. `before` and `after` are the paragraph's text around the stretch.
 */
export const SearchHit = z.object({
  statement: z.string(),
  kind: Place.shape.kind,
  /** Left out where the statement has no pages. */
  pages: Place.shape.pages,
  paragraph: z.int().positive().nullable(),
  speaker: z.string().nullable(),
  start: Utf16Offset,
  end: Utf16Offset,
  ...matched,
});
export type SearchHit = z.infer<typeof SearchHit>;

/** A note that matches; positions are those of the note's own text. */
export const NoteHit = z.object({ highlight: z.string(), statement: z.string(), ...matched });
export type NoteHit = z.infer<typeof NoteHit>;

/** A tag whose path holds the words; `highlights` says how many have it. */
export const TagHit = z.object({ tag: z.string(), path: z.string(), highlights: z.int().nonnegative() });
export type TagHit = z.infer<typeof TagHit>;

/**
 * The hits of a query, best first; `total` and `noteTotal` count all, also those past the limit. `understood` says in a
 * sentence what the query was taken for, `remarks` what was odd in it, `suggestions` are queries that may have been meant.
 * `building` is set while the index is not complete yet: statements in it, of how many.
 */
export const SearchResult = z.object({
  query: z.string(),
  total: z.int().nonnegative(),
  hits: z.array(SearchHit),
  noteTotal: z.int().nonnegative(),
  notes: z.array(NoteHit),
  tags: z.array(TagHit),
  understood: Sentence,
  remarks: z.array(Sentence),
  suggestions: z.array(z.string()),
  building: z.object({ done: z.int().nonnegative(), total: z.int().positive() }).nullable(),
});
export type SearchResult = z.infer<typeof SearchResult>;

/** What matches in one statement, in text order: each place where the whole query, or one word of it, stands. */
export const FoundInStatement = z.object({
  understood: Sentence,
  remarks: z.array(Sentence),
  matches: z.array(Match),
});
export type FoundInStatement = z.infer<typeof FoundInStatement>;
