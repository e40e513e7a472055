import { inReadingOrder, type PlacedHighlight } from '../../core/highlights/highlight.ts';
import { initialTags } from '../../core/tags/tag.ts';
import { HighlightPainter } from '../../renderer/reader/highlight-painter.ts';
import { paintRules } from '../../renderer/reader/paint-names.ts';
import { TextMap } from '../../renderer/reader/text-map.ts';
import type { PainterSubject } from './painter-subject.ts';

function countLines(): number {
  return [...CSS.highlights.values()].reduce((sum, { size }) => sum + size, 0);
}

/** Attest's own painting of `highlights` on `root`. */
export function attestSubject(root: HTMLElement, highlights: readonly PlacedHighlight[]): PainterSubject {
  let painter: HighlightPainter | null = null;
  let before = 0;
  return {
    paintAll: () => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(paintRules());
      document.adoptedStyleSheets.push(sheet);
      painter = new HighlightPainter(new TextMap(root));
      painter.paint(highlights, initialTags);
    },
    isPainted: () => countLines() > 0,
    add: (highlight) => {
      before = countLines();
      const all = [...highlights, highlight].sort(inReadingOrder([highlight.statement]));
      painter?.paint(all, initialTags);
    },
    hasAdded: () => countLines() > before,
  };
}
