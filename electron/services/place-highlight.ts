import { resolveSelector } from '../../core/anchoring/resolve.ts';
import type { Highlight, PlacedHighlight } from '../../core/highlights/highlight.ts';
import { placeOf } from '../../core/statements/block.ts';
import type { Statement } from '../../core/statements/statement.ts';

/** Where `highlight` stands in its statement; in need of review where the statement cannot be read. */
export function placeHighlight(highlight: Highlight, statement: Statement | undefined): PlacedHighlight {
  if (!statement) return { ...highlight, anchor: { state: 'needs-review', candidates: [] }, place: null };
  const anchor = resolveSelector(statement.text, statement.sha256, highlight.selector);
  const place = anchor.state === 'anchored' ? placeOf(statement.blocks, anchor) : null;
  return { ...highlight, anchor, place };
}
