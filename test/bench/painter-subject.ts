import type { PlacedHighlight } from '../../core/highlights/highlight.ts';

/** Something that paints highlights on the page, to be measured. */
export interface PainterSubject {
  /** Puts all highlights on the page, from nothing but their positions. */
  readonly paintAll: () => void;
  readonly isPainted: () => boolean;
  readonly add: (highlight: PlacedHighlight) => void;
  readonly hasAdded: () => boolean;
}
