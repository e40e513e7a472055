import { type Anchor, resolveSelector } from '../../core/anchoring/resolve.ts';
import type { Selector } from '../../core/anchoring/selector.ts';
import type { Highlight, PlacedHighlight } from '../../core/highlights/highlight.ts';
import { placeOf } from '../../core/statements/place.ts';
import type { Statement } from '../../core/statements/statement.ts';
import { StatementGoneError } from './library/statement-gone-error.ts';

/**
 * Says where highlights stand in `statements`: in need of review where a statement cannot be read, and nowhere where its
 * user keeps a highlight as an orphan. Remembers what it found for each selector, since looking for changed words in a
 * long text takes tens of milliseconds. Of a statement whose text `isPresumed`, since nobody has read it yet, a highlight stands where the
 * workspace says, without a place among its paragraphs.
 */
export function createPlacer(
  statements: ReadonlyMap<string, Statement>,
  isPresumed: (statement: string) => boolean = () => false,
): (highlight: Highlight) => PlacedHighlight {
  const anchors = new WeakMap<Selector, { readonly sha256: string; readonly anchor: Anchor }>();
  const anchorOf = ({ selector }: Highlight, { text, sha256 }: Statement): Anchor => {
    const known = anchors.get(selector);
    if (known?.sha256 === sha256) return known.anchor;
    const anchor = resolveSelector(text, sha256, selector);
    anchors.set(selector, { sha256, anchor });
    return anchor;
  };
  const place = (highlight: Highlight, statement: Statement | undefined): PlacedHighlight => {
    if (highlight.orphan) return { ...highlight, anchor: { state: 'orphaned' }, place: null };
    const unplaced: PlacedHighlight = { ...highlight, anchor: { state: 'needs-review', candidates: [] }, place: null };
    if (!statement) return unplaced;
    try {
      const anchor = anchorOf(highlight, statement);
      return { ...highlight, anchor, place: anchor.state === 'anchored' ? placeOf(statement, anchor) : null };
    } catch (error) {
      // That its file has gone is found out here: the highlights of the others have their places all the same.
      if (error instanceof StatementGoneError) return unplaced;
      throw error;
    }
  };
  // A statement that has changed in any way is another object.
  const placed = new WeakMap<Highlight, { readonly in: Statement | undefined; readonly highlight: PlacedHighlight }>();
  return (highlight) => {
    const statement = statements.get(highlight.statement);
    const known = placed.get(highlight);
    if (known && known.in === statement) return known.highlight;
    const { selector, orphan } = highlight;
    if (statement && !orphan && isPresumed(highlight.statement) && selector.source === statement.sha256) {
      return { ...highlight, anchor: { state: 'anchored', start: selector.start, end: selector.end }, place: null };
    }
    const made = place(highlight, statement);
    placed.set(highlight, { in: statement, highlight: made });
    return made;
  };
}
