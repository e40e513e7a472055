import type { Block } from '../statements/block.ts';
import type { Statement } from '../statements/statement.ts';
import { utf16 } from '../text/offsets.ts';
import type { Passage } from '../text/passage.ts';
import { indexCandidates } from './candidates.ts';
import { type Location, locateQuery } from './locate.ts';
import { groupWords } from './occurrences.ts';
import { parseQuery } from './query.ts';
import { rankLocation } from './rank.ts';
import type { SearchHit, SearchResult } from './search-result.ts';
import { surroundingsOf } from './surroundings.ts';
import { type Word, wordsOf } from './words.ts';

/** How to search: `limit` is the most hits to give; with `typing` the last word may be the beginning of one. */
interface SearchOptions {
  readonly limit: number;
  readonly typing: boolean;
}

/** Answers queries over the statements it was built from. */
export interface SearchIndex {
  /** The matching paragraphs, best first, those of equal rank in reading order. Any string is a query; none throws. */
  readonly search: (query: string, options: SearchOptions) => SearchResult;
}

interface IndexedBlock {
  readonly statement: Statement;
  readonly block: Block;
  /** By number of the simple word; positions count from the block's start. */
  readonly words: readonly (readonly Word[])[];
}

function hitOf({ statement, block }: IndexedBlock, { stretch, matches }: Location): SearchHit {
  const { text, summary } = statement;
  const inStatement = ({ start, end }: Passage): Passage => ({
    start: utf16(block.start + start),
    end: utf16(block.start + end),
  });
  const hit = inStatement(stretch);
  return {
    statement: summary.id,
    kind: block.kind,
    paragraph: block.paragraph,
    ...hit,
    exact: text.slice(hit.start, hit.end),
    ...surroundingsOf(text, block, hit),
    matches: matches.map(inStatement),
  };
}

/**
 * Indexes every block of `statements`: paragraphs, speeches, list items, headings and website furniture. FlexSearch
 * names the candidates; each is then checked and located in the words of its own text, so that a hit is never a guess.
 */
export function buildSearchIndex(statements: readonly Statement[]): SearchIndex {
  const blocks: IndexedBlock[] = [];
  const keys: Set<string>[] = [];
  for (const statement of statements) {
    for (const block of statement.blocks) {
      const words = wordsOf(statement.text.slice(block.start, block.end));
      blocks.push({ statement, block, words: groupWords(words) });
      keys.push(new Set(words.flatMap((word) => word.keys)));
    }
  }
  const { candidatesFor, rarityOf } = indexCandidates(keys);
  return {
    search: (query, { limit, typing }) => {
      const parsed = parseQuery(query, typing);
      const found = [...candidatesFor(parsed)].flatMap((id) => {
        const indexed = blocks[id];
        const location = indexed && locateQuery(indexed.words, parsed);
        if (!location) return [];
        return [{ id, indexed, location, rank: rankLocation(location, indexed.block.kind, rarityOf) }];
      });
      found.sort((a, b) => b.rank - a.rank || a.id - b.id);
      const hits = found.slice(0, limit).map(({ indexed, location }) => hitOf(indexed, location));
      return { query, total: found.length, hits };
    },
  };
}
