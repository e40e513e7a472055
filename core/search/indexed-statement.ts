import type { Statement } from '../statements/statement.ts';
import { stableId } from '../text/stable-id.ts';
import { StaleTextError } from './index/stale-text-error.ts';
import type { SearchableBlock, SearchableText } from './index/text-search.ts';

/** What is saved of a statement beside its words: `state` tells it from what it was before, or will be. */
export interface SavedStatement {
  readonly id: string;
  readonly state: string;
  readonly blocks: readonly SearchableBlock[];
}

/** What of a statement the index follows from: its text, and what its blocks are found by beside it. */
export function indexedState({ sha256, summary: { own }, corrections = [] }: Statement): string {
  const structure = corrections.length === 0 ? '' : stableId('corrections', JSON.stringify(corrections));
  return [sha256, own?.original ?? '', structure].join(' ').trim();
}

/** A statement as a text that is read when it is needed: of thousands, few are shown. */
export function asText(statement: Statement, { id, state, blocks }: SavedStatement): SearchableText {
  return {
    id,
    group: id,
    blocks,
    get pages() {
      return statement.pages ?? [];
    },
    get text() {
      try {
        const { text } = statement;
        if (indexedState(statement) === state) return text;
      } catch (cause) {
        throw new StaleTextError(id, { cause });
      }
      throw new StaleTextError(id);
    },
  };
}
