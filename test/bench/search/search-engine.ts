import type { Statement } from '../../../core/statements/statement.ts';

/** What is searched: statements, and their paragraphs in the same order, each known by its place in the list. */
export interface SearchCollection {
  readonly statements: readonly Statement[];
  readonly paragraphs: readonly string[];
}

/** What is asked: all of the words, a word that begins so, or the words side by side. Words are in lower case. */
export interface SpeedQuery {
  readonly kind: 'words' | 'prefix' | 'phrase';
  readonly words: readonly string[];
}

/** An engine under measurement. */
export interface SearchEngine {
  /** Indexes the collection. Gives how many of its paragraphs, where that is not all. */
  readonly build: (collection: SearchCollection) => number;
  /** How many paragraphs it gives for the query, as good as it can order them, at most `limit`. */
  readonly search: (query: SpeedQuery, limit: number) => number;
  /** Lets go of its files. */
  readonly close: () => void;
  /** Writes the index to a file, where it is Attest's. */
  readonly save?: (path: string) => Promise<void>;
}

/** Names of the engines, in the order of the table. */
export const engineNames = ['Attest', 'MiniSearch', 'Orama', 'FTS5', 'FlexSearch'] as const;
export type EngineName = (typeof engineNames)[number];
