import { type Anchor, resolveSelector } from '../../core/anchoring/resolve.ts';
import type { Selector } from '../../core/anchoring/selector.ts';
import type { Highlight, PlacedHighlight } from '../../core/highlights/highlight.ts';
import { placeOf } from '../../core/statements/block.ts';
import type { Statement } from '../../core/statements/statement.ts';

/**
 * Says where highlights stand in `statements`: in need of review where a statement cannot be read, and nowhere where its
 * user keeps a highlight as an orphan. Remembers what it found for each selector, since looking for changed words in a
 * long text takes tens of milliseconds.
 */
export function createPlacer(statements: ReadonlyMap<string, Statement>): (highlight: Highlight) => PlacedHighlight {
  const anchors = new WeakMap<Selector, Anchor>();
  const anchorOf = ({ selector }: Highlight, { text, sha256 }: Statement): Anchor => {
    const anchor = anchors.get(selector) ?? resolveSelector(text, sha256, selector);
    anchors.set(selector, anchor);
    return anchor;
  };
  const placed = new WeakMap<Highlight, PlacedHighlight>();
  const place = (highlight: Highlight): PlacedHighlight => {
    const statement = statements.get(highlight.statement);
    if (highlight.orphan) return { ...highlight, anchor: { state: 'orphaned' }, place: null };
    if (!statement) return { ...highlight, anchor: { state: 'needs-review', candidates: [] }, place: null };
    const anchor = anchorOf(highlight, statement);
    return { ...highlight, anchor, place: anchor.state === 'anchored' ? placeOf(statement.blocks, anchor) : null };
  };
  return (highlight) => {
    const known = placed.get(highlight) ?? place(highlight);
    placed.set(highlight, known);
    return known;
  };
}
