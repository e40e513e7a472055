import type { Highlight } from '../highlights/highlight.ts';
import { pathOf } from '../tags/tag-tree.ts';
import type { HighlightVersion } from './history.ts';
import type { Workspace } from './workspace.ts';

/** Tags to name others by: those of a workspace, as it is or as it was. */
export type Codebook = Pick<Workspace, 'tags'>;

/**
 * A highlight as it was, in words. A tag is called by its path in the first of `codebooks` that has it, and by its id
 * where none does any more.
 */
export function highlightVersion(codebooks: readonly Codebook[], highlight: Highlight): HighlightVersion {
  const nameOf = (id: string): string => {
    const known = codebooks.find(({ tags }) => Object.hasOwn(tags, id));
    return (known && pathOf(Object.values(known.tags), id)) ?? id;
  };
  const { statement, selector, tags, note, isNotePrivate, orphan } = highlight;
  return { statement, quote: selector.quote, tags: tags.map(nameOf), note, isNotePrivate, orphan };
}
