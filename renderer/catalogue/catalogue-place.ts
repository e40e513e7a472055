import type { ChosenFacets } from '../../core/catalogue/facets.ts';
import type { RecordDraft } from './record-draft.ts';

/** The columns of the catalogue, in their order. Each can be sorted by. */
export const columns = ['title', 'date', 'publisher', 'kind', 'language', 'added', 'highlights'] as const;
export type Column = (typeof columns)[number];

/** What the rows are sorted by. */
export interface RowOrder {
  readonly by: Column;
  readonly direction: 'ascending' | 'descending';
}

/** What stands beside the table: which statements it lists, the record of those selected, or the files of the library. */
export const sides = ['filter', 'record', 'files'] as const;
export type Side = (typeof sides)[number];

/** Changes to records that have not been made yet, and whose they are. */
export interface HeldDraft {
  /** Ids. */
  readonly statements: readonly string[];
  readonly draft: RecordDraft;
}

/** How the catalogue looks, for who comes back to it. */
export interface CataloguePlace {
  /** What is typed to look for. */
  readonly words: string;
  readonly facets: ChosenFacets;
  readonly order: RowOrder;
  /** Ids. */
  readonly selected: ReadonlySet<string>;
  /** The id of the row that had the focus last. */
  readonly at: string | null;
  readonly side: Side;
  readonly held: HeldDraft | null;
}

/** How the catalogue looks to who comes there first. */
export const firstPlace: CataloguePlace = {
  words: '',
  facets: {},
  order: { by: 'title', direction: 'ascending' },
  selected: new Set(),
  at: null,
  side: 'filter',
  held: null,
};
