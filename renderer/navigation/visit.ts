import type { ExcerptFilter } from '../../core/excerpts/excerpt-filter.ts';
import type { Passage } from '../../core/text/passage.ts';
import type { Place } from '../places/place.ts';
import type { Goal } from '../state/goal.ts';

/** The views of the window. */
export const views = [
  'library',
  'catalogue',
  'excerpts',
  'dossiers',
  'insight',
  'codebook',
  'exchange',
  'history',
] as const;
export type View = (typeof views)[number];

/** Where its user was reading when a visit was left, by statement; `null` is the beginning of one. */
export type LeftAt = ReadonlyMap<string, Place | null>;

/** A version of a statement that is not its newest, by the SHA-256 of its text, and the words in it that are looked for. */
export interface OlderVersion {
  readonly statement: string;
  readonly text: string;
  readonly passage: Passage | null;
}

/** What the window shows: one stop on the way that Back and Forward go along. */
export interface Visit {
  readonly view: View;
  /** The statement that is open; `null` where none can be read. */
  readonly statement: string | null;
  /** The statement that is open beside it, `null` where one is read alone. */
  readonly beside: string | null;
  /** Whether its user works in `beside`, so that keys, the list of highlights and what is opened next are about it. */
  readonly isBesideActive: boolean;
  /** Where in a statement its user went. A new object goes there again. */
  readonly goal: Goal | null;
  /** The older version that is shown in place of a statement's newest; `null` where none is. */
  readonly version: OlderVersion | null;
  /** Which excerpts are listed. */
  readonly filter: ExcerptFilter;
  /** The dossier that was opened last; it may be gone. */
  readonly dossier: string | null;
  /** The highlight whose changes are shown; `null` for all changes. */
  readonly historyOf: string | null;
  /** Where the statements were left, for who comes back; `null` while nobody has left. A new object goes there again. */
  readonly leftAt: LeftAt | null;
}
