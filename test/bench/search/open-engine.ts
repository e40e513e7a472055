import { join } from 'node:path';
import { Index } from 'flexsearch';
import { CollectionSearch } from '../../../core/search/collection-search.ts';
import { writeSearchFile } from '../../../electron/store/search-file.ts';
import { type Fts5Index, fts5Words, openFts5 } from '../peers/fts5-peer.ts';
import { openMiniSearch } from '../peers/minisearch-peer.ts';
import { openOrama } from '../peers/orama-peer.ts';
import type { EngineName, SearchEngine, SpeedQuery } from './search-engine.ts';

/** Where the peers are installed, where files may be written, and how long Orama may take to build, in milliseconds. */
export interface EngineSurroundings {
  readonly peers: string;
  readonly folder: string;
  readonly oramaBuildMs: number;
}

const nothingToClose = (): void => undefined;

/** For engines without phrases: how many of the candidates really have the words side by side, up to `limit`. */
function countPhrases(
  candidates: readonly number[],
  paragraphs: readonly string[],
  { words }: SpeedQuery,
  limit: number,
): number {
  // The words that are drawn are letters and digits only.
  const phrase = new RegExp(`(?<![\\p{L}\\p{N}])${words.join('[^\\p{L}\\p{N}]+')}(?![\\p{L}\\p{N}])`, 'iu');
  let found = 0;
  for (const id of candidates) {
    if (phrase.test(paragraphs[id] ?? '')) found += 1;
    if (found === limit) break;
  }
  return found;
}

/** Attest as the application asks it: with stems and other spellings, every hit located in its text. */
function attestEngine(): SearchEngine {
  const search = new CollectionSearch();
  return {
    build: (whole) => {
      for (const statement of whole.statements) search.add(statement);
      return whole.paragraphs.length;
    },
    search: ({ kind, words }, limit) => {
      const text = words.join(' ');
      const query = { words: text, prefix: `${text}*`, phrase: `"${text}"` }[kind];
      return search.search(query, { limit, typing: false, spellings: true }).hits.length;
    },
    save: (path) => writeSearchFile(path, search.save()),
    close: nothingToClose,
  };
}

function miniSearchEngine({ peers }: EngineSurroundings): SearchEngine {
  const index = openMiniSearch(peers);
  let all: readonly string[] = [];
  return {
    build: ({ paragraphs }) => {
      all = paragraphs;
      index.addAll(paragraphs.map((text, id) => ({ id, text })));
      return paragraphs.length;
    },
    search: (query, limit) => {
      const hits = index.search(query.words.join(' '), { combineWith: 'AND', prefix: query.kind === 'prefix' });
      if (query.kind !== 'phrase') return Math.min(limit, hits.length);
      const candidates = hits.map(({ id }) => id);
      return countPhrases(candidates, all, query, limit);
    },
    close: nothingToClose,
  };
}

function oramaEngine({ peers, oramaBuildMs }: EngineSurroundings): SearchEngine {
  const index = openOrama(peers);
  let all: readonly string[] = [];
  return {
    build: ({ paragraphs }) => {
      all = paragraphs;
      const until = performance.now() + oramaBuildMs;
      let count = 0;
      for (const [id, text] of paragraphs.entries()) {
        if (performance.now() > until) break;
        index.insert(id, text);
        count += 1;
      }
      return count;
    },
    search: (query, limit) => {
      const isPhrase = query.kind === 'phrase';
      const found = index.search(query.words.join(' '), isPhrase ? all.length : limit);
      return isPhrase ? countPhrases(found, all, query, limit) : found.length;
    },
    close: nothingToClose,
  };
}

function fts5Engine({ peers, folder }: EngineSurroundings): SearchEngine {
  let index: Fts5Index | null = null;
  return {
    build: ({ paragraphs }) => {
      index = openFts5(peers, join(folder, 'fts5.sqlite'), paragraphs);
      return paragraphs.length;
    },
    search: ({ kind, words }, limit) => {
      const match = {
        words: fts5Words(words),
        prefix: `${fts5Words(words)}*`,
        phrase: fts5Words([words.join(' ')]),
      }[kind];
      return index?.search(match, limit).length ?? 0;
    },
    close: () => index?.close(),
  };
}

/** FlexSearch as it comes, to be built only: what it answers is not to be compared. */
function flexSearchEngine(): SearchEngine {
  const index = new Index({ tokenize: 'strict' });
  return {
    build: ({ paragraphs }) => {
      for (const [id, text] of paragraphs.entries()) index.add(id, text);
      return paragraphs.length;
    },
    search: ({ words }, limit) => index.search(words.join(' '), { limit }).length,
    close: nothingToClose,
  };
}

const engines: Readonly<Record<EngineName, (surroundings: EngineSurroundings) => SearchEngine>> = {
  Attest: attestEngine,
  MiniSearch: miniSearchEngine,
  Orama: oramaEngine,
  FTS5: fts5Engine,
  FlexSearch: flexSearchEngine,
};

/** An engine with nothing in it. Throws where its peer is not installed. */
export function openEngine(name: EngineName, surroundings: EngineSurroundings): SearchEngine {
  return engines[name](surroundings);
}
