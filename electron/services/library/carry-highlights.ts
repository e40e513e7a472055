import { findCertain } from '../../../core/anchoring/resolve.ts';
import { describePassage, type Selector } from '../../../core/anchoring/selector.ts';
import type { Highlight } from '../../../core/highlights/highlight.ts';

/**
 * The selectors, in a new `text` of their statement, of those of its highlights whose very words stand there beyond doubt; `sha256` is
 * of the text’s bytes. Left out are those that need none, since they were marked in this text, and those that a person has to look
 * at: what is changed or ambiguous, and what its user keeps as an orphan.
 */
export function carryHighlights(highlights: readonly Highlight[], text: string, sha256: string): Map<string, Selector> {
  return new Map(
    highlights.flatMap(({ id, selector, orphan }): [string, Selector][] => {
      if (orphan || selector.source === sha256) return [];
      const passage = findCertain(text, sha256, selector);
      return passage ? [[id, describePassage(text, passage, sha256)]] : [];
    }),
  );
}
