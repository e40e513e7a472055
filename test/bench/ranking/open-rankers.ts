import { Index } from 'flexsearch';
import { CollectionSearch } from '../../../core/search/collection-search.ts';
import { fts5Words, openFts5 } from '../peers/fts5-peer.ts';
import { peersFolder } from '../peers/install-peers.ts';
import { openMiniSearch } from '../peers/minisearch-peer.ts';
import { depth } from './grade-ranking.ts';
import type { JudgedCollection } from './judged-collection.ts';
import type { JudgedQuery } from './judged-queries.ts';

/** An engine that orders paragraphs. */
export interface Ranker {
  readonly name: string;
  /** The best paragraphs for the query, by their places. */
  readonly rank: (query: JudgedQuery) => readonly number[];
}

/** The words of a query for an engine without operators: what is to be left out is left out of it. */
const plainWords = (query: string): string =>
  query
    .replace(/(^|\s)-\S+/gu, '')
    .replace(/\bOR\b|\bNEAR\/\d+|["*]/gu, '')
    .replace(/\s+/gu, ' ')
    .trim();

function attest({ statements, paragraphs }: JudgedCollection): Ranker {
  const search = new CollectionSearch();
  for (const statement of statements) search.add(statement);
  return {
    name: 'Attest',
    rank: ({ query }) =>
      search
        .search(query, { limit: depth, typing: false, spellings: true })
        .hits.map((hit) =>
          paragraphs.findLastIndex(({ statement, start }) => statement === hit.statement && start <= hit.start),
        ),
  };
}

function flexSearch({ paragraphs }: JudgedCollection, tokenize: 'strict' | 'forward'): Ranker {
  const index = new Index({ tokenize });
  for (const [id, { text }] of paragraphs.entries()) index.add(id, text);
  return {
    name: `FlexSearch ${tokenize}`,
    rank: ({ query }) => index.search(plainWords(query), { limit: depth }).map(Number),
  };
}

function miniSearch({ paragraphs }: JudgedCollection): Ranker {
  const index = openMiniSearch(peersFolder);
  index.addAll(paragraphs.map(({ text }, id) => ({ id, text })));
  return {
    name: 'MiniSearch',
    rank: ({ query }) => index.search(plainWords(query), { prefix: query.endsWith('*') }).map(({ id }) => id),
  };
}

function fts5({ paragraphs }: JudgedCollection): Ranker {
  const index = openFts5(
    peersFolder,
    ':memory:',
    paragraphs.map(({ text }) => text),
  );
  return {
    name: 'FTS5 bm25',
    rank: ({ query, fts5: own }) => index.search(own ?? fts5Words(query.split(/\s+/u)), depth),
  };
}

/** The engines, each over the same paragraphs. Throws where a peer is not installed. */
export function openRankers(collection: JudgedCollection): Ranker[] {
  return [
    attest(collection),
    flexSearch(collection, 'strict'),
    flexSearch(collection, 'forward'),
    miniSearch(collection),
    fts5(collection),
  ];
}
