import { requirePeer } from './load-peer.ts';

/** The little of Orama that is used here; without hooks it answers at once. */
interface OramaModule {
  readonly create: (options: object) => unknown;
  readonly insert: (database: unknown, document: { readonly id: string; readonly text: string }) => unknown;
  readonly search: (
    database: unknown,
    query: { readonly term: string; readonly threshold: number; readonly limit: number },
  ) => { readonly hits: readonly { readonly id: string }[] };
}

/** Paragraphs in Orama. */
export interface OramaIndex {
  readonly insert: (id: number, text: string) => void;
  /** The best `limit` paragraphs that have all words of `term`, or words that begin so. */
  readonly search: (term: string, limit: number) => number[];
}

/** A tokenizer for any script: Orama's own would drop every Cyrillic letter, or every Latin one. */
const tokenizer = {
  language: 'any',
  normalizationCache: new Map(),
  tokenize: (text: string): string[] => [...new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu))],
};

/** An empty Orama index. */
export function openOrama(folder: string): OramaIndex {
  // What its types say, which would have to be installed with it.
  const orama = requirePeer(folder, '@orama/orama') as OramaModule;
  const database = orama.create({ schema: { text: 'string' }, components: { tokenizer } });
  return {
    insert: (id, text) => {
      orama.insert(database, { id: String(id), text });
    },
    search: (term, limit) => orama.search(database, { term, threshold: 0, limit }).hits.map(({ id }) => Number(id)),
  };
}
